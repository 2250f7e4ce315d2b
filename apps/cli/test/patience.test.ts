import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { ClientError, type NodeReport } from '@enigma/client';
import { waitPatiently } from '../src/commands/patience.ts';
import { CliError } from '../src/errors.ts';
import { tallyPatienceMs } from '../src/limits.ts';

test('a task without a receipt ends the wait with what each node says, and what to do', async () => {
  const server = createServer((_, response) => response.end('{"live":true}'));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const gone = 'http://127.0.0.1:1';
  const reports = [
    { seat: 0, node: 2, apiUrl, info: undefined, task: { stage: 'Reserved', attempt: 1 } },
    { seat: 1, node: 0, apiUrl: gone, info: undefined, task: undefined },
  ] as unknown as readonly NodeReport[];
  let waited: number | undefined;
  const handle = {
    waitForTask: async (_: unknown, options: { readonly timeoutMs?: number }) => {
      waited = options.timeoutMs;
      throw new ClientError('TIMED_OUT', 'the receipt did not come in time', {}, 'Wait again.');
    },
    nodes: async () => reports,
  } as never;
  const created = { taskId: `0x${'12'.repeat(32)}` } as never;
  const failed = await waitPatiently(handle, created, {
    comparisons: 10,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  }).then(
    () => assert.fail('it waits for ever'),
    (error: unknown) => error,
  );
  server.close();
  assert.equal(waited, tallyPatienceMs(10));
  assert.ok(failed instanceof CliError);
  assert.equal(failed.code, 'TASK_STUCK');
  assert.match(failed.message, /node 2, seat 0: \/\S*health 200 \{"live":true\}; task Reserved, attempt 1/);
  assert.match(failed.message, /node 0, seat 1: \/\S*health gives no answer; does not say where the task is/);
  assert.match(failed.next, /--keep/);
});

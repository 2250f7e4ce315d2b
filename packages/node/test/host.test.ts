// The outside of a node: configuration, keys, HTTP.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { seededRandom } from '@enigma/crypto';
import { ConfigError, KeyError, openKeyring, readConfig, writeConfig, type NodeConfig } from '../src/host/index.ts';
import { openHttp } from '../src/host/http.ts';
import { createTurns } from '../src/host/turns.ts';
import { testBuild } from '../src/host/testBuild.ts';
import { requestBytesMax, requestsPerWindowMax, requestWindowMs } from '../src/limits.ts';
import { logLine } from '../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'enigma-host-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('a configuration is read whole, and what is wrong is named', () => {
  const contracts = ['token', 'randomness', 'bank', 'stake', 'committees', 'registry', 'tasks', 'remedies'];
  const addresses = Object.fromEntries(contracts.map((name) => [name, `0x${'11'.repeat(20)}`]));
  const config = {
    rpcUrl: 'http://127.0.0.1:1',
    book: { chainId: 31337, deployedBlock: 0, ...addresses },
    index: 3,
    peer: { host: 'a', port: 1 },
    api: { host: 'a', port: 2 },
  } as unknown as NodeConfig;
  writeConfig(folder, config);
  assert.deepEqual(readConfig(folder), config);
  for (const field of ['rpcUrl', 'book', 'index', 'peer', 'api'] as const) {
    const { [field]: _gone, ...rest } = config;
    writeFileSync(join(folder, 'config.json'), JSON.stringify(rest));
    assert.throws(
      () => readConfig(folder),
      (error) => error instanceof ConfigError && error.message.includes(field),
    );
  }
  for (const text of ['', '{', 'null', '[]', '7']) {
    writeFileSync(join(folder, 'config.json'), text);
    assert.throws(() => readConfig(folder), ConfigError, text);
  }
  assert.throws(() => readConfig(join(folder, 'nowhere')), ConfigError);
});

test('keys are made once, for their owner alone, and damaged ones are refused without their content', async () => {
  const keys = join(folder, 'keys');
  const random = seededRandom('keys');
  const first = await openKeyring(keys, random);
  assert.deepEqual((await openKeyring(keys, random)).signer, first.signer);
  assert.equal(statSync(join(keys, 'signer.key')).mode & 0o777, 0o600);
  const text = readFileSync(join(keys, 'signer.key'), 'utf8');
  writeFileSync(join(keys, 'signer.key'), text.slice(0, 40));
  await assert.rejects(
    openKeyring(keys, random),
    (error) => error instanceof KeyError && !error.message.includes(text.slice(4, 20)),
  );
  writeFileSync(join(keys, 'signer.key'), text);
  writeFileSync(join(keys, 'tls.json'), '{}');
  await assert.rejects(openKeyring(keys, random), KeyError);
});

test('HTTP: CORS, size, rate, and a fault of ours that tells nothing', async () => {
  let now = 0;
  const logs: string[] = [];
  const server = await openHttp({
    host: '127.0.0.1',
    port: 0,
    nowMs: () => now,
    log: (code) => logs.push(code),
    answer(request) {
      if (request.path === '/fault') throw new Error('inner secret');
      return { status: 200, body: { length: request.body.length }, signature: '0x12' };
    },
  });
  const url = `http://127.0.0.1:${server.port}`;
  try {
    const answer = await fetch(`${url}/x`, { method: 'POST', body: 'abc' });
    assert.deepEqual(
      [
        answer.status,
        answer.headers.get('access-control-allow-origin'),
        answer.headers.get('x-enigma-signature'),
        await answer.json(),
      ],
      [200, '*', '0x12', { length: 3 }],
    );
    assert.equal((await fetch(`${url}/x`, { method: 'OPTIONS' })).status, 204);
    const large = await fetch(`${url}/x`, { method: 'POST', body: new Uint8Array(requestBytesMax + 1) });
    assert.equal(large.status, 413);
    const fault = await fetch(`${url}/fault`);
    assert.equal(fault.status, 500);
    assert.ok(!(await fault.text()).includes('inner secret'));
    assert.deepEqual(logs, ['api.failed']);
    now = requestWindowMs;
    const statuses = new Set<number>();
    const { default: http } = await import('node:http');
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    const once = (): Promise<number> =>
      new Promise((resolve, reject) =>
        http
          .get(`${url}/x`, { agent }, (got) => got.resume().on('end', () => resolve(got.statusCode ?? 0)))
          .on('error', reject),
      );
    for (let count = 0; count <= 3; count++) statuses.add(await once());
    assert.deepEqual([...statuses], [200]);
    agent.destroy();
    assert.ok(requestsPerWindowMax > 4);
  } finally {
    await server.close();
  }
});

test('an address that asks too often is told to wait, and let in again in the next window', async () => {
  let now = 0;
  const server = await openHttp({
    host: '127.0.0.1',
    port: 0,
    perWindowMax: () => 3,
    nowMs: () => now,
    log: () => undefined,
    answer: () => ({ status: 200, body: {}, signature: undefined }),
  });
  try {
    const statusOf = async (): Promise<number> => (await fetch(`http://127.0.0.1:${server.port}/`)).status;
    assert.deepEqual([await statusOf(), await statusOf(), await statusOf(), await statusOf()], [200, 200, 200, 429]);
    now = requestWindowMs;
    assert.equal(await statusOf(), 200);
  } finally {
    await server.close();
  }
});

test('whoever sends a request a letter at a time is cut off in its head and in its body, and others are served meanwhile', async () => {
  const server = await openHttp({
    host: '127.0.0.1',
    port: 0,
    timeoutMs: 200,
    nowMs: () => 0,
    log: () => undefined,
    answer: () => ({ status: 200, body: {}, signature: undefined }),
  });
  try {
    const heads = ['GET / HT', 'POST /body HTTP/1.1\r\nhost: a\r\ncontent-length: 60000\r\n\r\n{'];
    const slow = heads
      .flatMap((head) => Array.from({ length: 50 }, () => head))
      .map(
        (head) =>
          new Promise<string>((resolve) => {
            let said = '';
            const socket = connect(server.port, '127.0.0.1', () => socket.write(head));
            const more = setInterval(() => socket.write('x'), 50);
            socket.on('error', () => undefined).on('data', (part: Buffer) => (said += part.toString('latin1')));
            socket.on('close', () => {
              clearInterval(more);
              resolve(said);
            });
          }),
      );
    assert.equal((await fetch(`http://127.0.0.1:${server.port}/`)).status, 200);
    for (const said of await Promise.all(slow)) assert.doesNotMatch(said, /^HTTP\/1.1 200/);
  } finally {
    await server.close();
  }
});

test('an answer that says come later says so in the header that every client knows, and is counted', async () => {
  const refused: string[] = [];
  const server = await openHttp({
    host: '127.0.0.1',
    port: 0,
    nowMs: () => 0,
    log: () => undefined,
    refused: (code) => void refused.push(code),
    answer: ({ path }) =>
      path === '/busy'
        ? { status: 503, body: { code: 'BUSY', message: 'later', retryAfterMs: 1_500 }, signature: undefined }
        : { status: 200, body: { code: 'OK' }, signature: undefined },
  });
  try {
    const busy = await fetch(`http://127.0.0.1:${server.port}/busy`);
    assert.deepEqual([busy.status, busy.headers.get('retry-after')], [503, '2']);
    assert.equal((await fetch(`http://127.0.0.1:${server.port}/`)).headers.get('retry-after'), null);
    assert.deepEqual(refused, ['BUSY']);
  } finally {
    await server.close();
  }
});

test('work waits for its turn in order, a little at a time, and who would wait too long is told how long', async () => {
  let now = 0;
  const done: number[] = [];
  const turns = createTurns({ nowMs: () => now, turnMs: 10, waitMs: 100, waitingMin: 4 });
  const take = (at: number): void =>
    turns.take(() => {
      now += 4;
      done.push(at);
    });
  for (let at = 0; at < 200; at++) take(at);
  assert.equal(turns.waitMs(), 0, 'nothing is known yet');
  while (done.length === 0) await new Promise((resolve) => setImmediate(resolve));
  // Three of four milliseconds are more than a turn.
  assert.deepEqual(done, [0, 1, 2]);
  while (done.length < 100) await new Promise((resolve) => setImmediate(resolve));
  assert.ok(turns.waitMs() > 300, String(turns.waitMs()));
  while (done.length < 200) await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(done, [...done.keys()]);
  // However long each takes, a few may wait.
  for (let at = 0; at < 3; at++) take(at);
  now += 1_000_000;
  assert.equal(turns.waitMs(), 0);
  turns.close();
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(done.length, 200);
});

test('nothing from outside reaches failpoints but in a test build', () => {
  const env = { ENIGMA_FAIL_AT: 'receipt.sign.c', ENIGMA_SMALL_BATCHES: '1' };
  assert.equal(testBuild(env).machine, undefined);
  testBuild(env).failpoint('receipt.sign.c');
  assert.notEqual(testBuild({ ...env, ENIGMA_TEST_BUILD: '1' }).machine, undefined);
});

test('in a test build the one node that a file names dies at its point, or stands still there, once', () => {
  const file = join(folder, 'fail');
  const deaths: string[] = [];
  const stops: string[] = [];
  const nodeOf = (name: string, more: NodeJS.ProcessEnv = { ENIGMA_TEST_BUILD: '1' }): ((point: string) => void) =>
    testBuild(
      { ENIGMA_FAIL_FILE: file, ...more },
      name,
      () => deaths.push(name),
      () => stops.push(name),
    ).failpoint;
  const [one, two] = [nodeOf('/one'), nodeOf('/two')];
  writeFileSync(file, 'receipt.sign.c\n/two');
  nodeOf('/two', {})('receipt.sign.c');
  one('receipt.sign.c');
  two('receipt.sign.a');
  assert.deepEqual(deaths, []);
  two('receipt.sign.c');
  two('receipt.sign.c');
  assert.deepEqual(deaths, ['/two']);
  writeFileSync(file, 'state.stage.a');
  one('state.stage.a');
  two('state.stage.a');
  assert.deepEqual(deaths, ['/two', '/one']);
  writeFileSync(file, 'state.stage.c\n\nstop');
  two('state.stage.c');
  two('state.stage.c');
  assert.deepEqual([deaths, stops], [['/two', '/one'], ['/two']]);
});

test('a text of a peer cannot forge a log line', () => {
  const line = logLine(0, 'peer.unreachable', { url: 'x\n2026 receipt.signed a="b"' });
  assert.ok(!line.includes('\n'));
});

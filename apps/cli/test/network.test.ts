// Commands on a network that is up: a task that runs out of gas, and one that nobody settles in time.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sampleContract } from '../src/files.ts';
import { makeNetworkFolder, removeNetworkFolder } from '../src/network/folder.ts';
import { rpc } from '../src/network/rpc.ts';
import { enigma, type Ran } from './run.ts';

const AUCTION = `
export class Auction extends Contract {
  best: Secret<u64> = 0;
  settled: u8 = 0;
  bid(amount: Secret<u64>) {
    const leads = amount > this.best;
    if (leads) this.best = amount;
    return toCaller(leads, 'whether you lead');
  }
  settle() {
    this.settled += 1;
    emit('Settled', { by: this.ctx.sender });
    return reveal(this.best, 'the highest bid');
  }
  @view times() {
    return this.settled;
  }
}
`;

/** Of the callee; without code at first. */
const CALLEE = `0x${'ca'.repeat(20)}`;
interface Called {
  readonly taskId: string;
  readonly value: unknown;
  readonly events: readonly { readonly name: string }[];
  readonly callback: { readonly status: string; readonly target: string };
}

async function putCode(network: string, address: string, code: string): Promise<void> {
  const { rpcUrl } = JSON.parse(readFileSync(network, 'utf8')) as { rpcUrl: string };
  await rpc(rpcUrl, 'anvil_setCode', [address, code]);
}

describe('a network that is up', { timeout: 600_000 }, () => {
  // If this process is killed, the next network removes the folder.
  const folder = makeNetworkFolder(false);
  const network = join(folder, 'network.json');
  let upPid = 0;
  let running: Promise<Ran>;
  before(async () => {
    running = enigma(['up', '--network', network], {
      timeoutMs: 590_000,
      env: { TMPDIR: folder },
      onStart: (pid) => void (upPid = pid),
    });
    for (let waited = 0; !existsSync(network) && waited < 60_000; waited += 100) await sleep(100);
    assert.ok(existsSync(network), 'the network is up');
  });
  after(async () => {
    process.kill(upPid, 'SIGTERM');
    assert.equal((await running).code, 0);
    assert.ok(!existsSync(network));
    removeNetworkFolder(folder);
  });

  const run = (...args: readonly string[]): Promise<Ran> =>
    enigma([...args, '--network', network, '--json'], { timeoutMs: 180_000 });
  const errorOf = ({ stdout }: Ran): { code: string; next: string } =>
    (JSON.parse(stdout) as { error: { code: string; next: string } }).error;

  async function triggered(...options: readonly string[]): Promise<string> {
    const deployed = await run('deploy', sampleContract, '2', '+6', ...options);
    assert.equal(deployed.code, 0, deployed.stderr);
    const { contractId } = JSON.parse(deployed.stdout) as { contractId: string };
    const due = await run('trigger', contractId, 'tally', '--wait');
    assert.equal(due.code, 0, due.stderr);
    return (JSON.parse(due.stdout) as { taskId: string }).taskId;
  }

  it('tells a task that ran out of gas', async () => {
    const ran = await run('task', await triggered('--gas-limit', '1001'), '--wait');
    assert.deepEqual([ran.code, errorOf(ran).code], [1, 'TASK_OUT_OF_GAS'], ran.stderr);
    assert.match(errorOf(ran).next, /gas limit/);
  });

  it('tells a task whose time is over, ends it, and tells that', async () => {
    const taskId = await triggered('--window', '1');
    await sleep(3_000);
    const late = await run('task', taskId);
    assert.deepEqual([late.code, errorOf(late).code], [1, 'TASK_EXPIRED'], late.stderr);
    assert.match(errorOf(late).next, /--expire/);
    const ended = await run('task', taskId, '--expire');
    assert.equal(ended.code, 0, ended.stderr);
    const again = await run('task', taskId);
    assert.deepEqual([again.code, errorOf(again).code], [1, 'TASK_EXPIRED']);
  });

  // Ten commands and three tasks, one after another.
  it('calls a function with a secret argument, and tells the caller his answer', { timeout: 480_000 }, async () => {
    const file = join(folder, 'auction.ts');
    writeFileSync(file, AUCTION);
    const deployed = await run('deploy', file);
    assert.equal(deployed.code, 0, deployed.stderr);
    const { contractId } = JSON.parse(deployed.stdout) as { contractId: string };
    const answers: unknown[] = [];
    for (const bid of [['80'], ['70', '--off-chain']]) {
      const ran = await run('call', contractId, 'bid', ...bid);
      assert.equal(ran.code, 0, ran.stderr);
      answers.push((JSON.parse(ran.stdout) as { value: unknown }).value);
    }
    assert.deepEqual(answers, [true, false]);
    const told = ['--value', '7', '--callback', CALLEE, '--callback-gas', '50000'];
    const settled = await run('call', contractId, 'settle', ...told);
    assert.equal(settled.code, 0, settled.stderr);
    const { value, callback, taskId, events } = JSON.parse(settled.stdout) as Called;
    assert.equal(value, '80');
    assert.deepEqual(
      events.map(({ name }) => name),
      ['Settled'],
    );
    const viewed = await run('view', contractId, 'times');
    assert.equal((JSON.parse(viewed.stdout) as { value: unknown }).value, 1, viewed.stderr);
    // No callee is there yet: the callback stays owed, and can be told again.
    assert.deepEqual([callback.status, callback.target], ['owed', CALLEE]);
    const owed = await run('task', taskId, '--retry-callback');
    assert.deepEqual([owed.code, errorOf(owed).code], [1, 'CALLBACK_OWED'], owed.stderr);
    await putCode(network, CALLEE, '0x00');
    const again = await run('task', taskId, '--retry-callback');
    assert.equal((JSON.parse(again.stdout) as Called).callback.status, 'done', again.stderr);
    const wrong = await run('call', contractId, 'bid');
    assert.deepEqual([wrong.code, errorOf(wrong).code], [1, 'ARGUMENT_INVALID']);
    const unknown = await run('call', contractId, 'bet', '5');
    assert.match(errorOf(unknown).next, /bid/);
  });

  it('answers for its nodes', async () => {
    const { code, stdout } = await run('node', 'status');
    assert.equal(code, 0);
    assert.equal(
      (JSON.parse(stdout) as { nodes: { answers: boolean }[] }).nodes.filter(({ answers }) => answers).length,
      4,
    );
  });
});

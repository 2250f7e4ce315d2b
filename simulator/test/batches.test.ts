// Tasks that waited together in one session and under one receipt, through the client's own code against real nodes: each on the state that the one before it leaves, with its own answer and its own end.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CallTerms, ContractHandle, SealedCall, SettledTask } from '@enigma/client';
import { compile } from '@enigma/compiler';
import { generateSigningKey, type SigningKey } from '@enigma/crypto';
import { RESULT_STATUS, type EventOf } from '@enigma/protocol';
import type { World } from '../src/world.ts';
import { deployed, drive, terms } from './support/calls.ts';

const COUNTER = `
export class Counter extends Contract {
  sum: Secret<u32> = 0;
  calls: u32 = 0;
  add(amount: Secret<u32>, most: u32) {
    require(this.calls < most, 'Full');
    this.calls += 1;
    this.sum += amount;
    return toCaller(this.sum, 'the sum so far');
  }
  small(amount: Secret<Range<0, 9>>) {
    this.calls += 1;
    this.sum += amount;
  }
  total() {
    return reveal(this.sum, 'the sum');
  }
}
`;

interface Counter {
  readonly world: World;
  readonly contract: ContractHandle;
  readonly settlements: EventOf<'Settled'>[];
  seal(
    fn: string,
    args: readonly unknown[],
    change?: Partial<CallTerms>,
  ): Promise<SealedCall & { readonly sender: SigningKey }>;
  /** All in one block; each settled, in their order. */
  run(calls: readonly SealedCall[]): Promise<readonly SettledTask[]>;
}

async function counter(seed: string): Promise<Counter> {
  const compiled = compile(COUNTER);
  assert.ok(compiled.ok);
  const { world, contract } = await deployed(seed, compiled.bytes);
  const settlements: EventOf<'Settled'>[] = [];
  world.blocks.push((logs) => {
    for (const { event } of logs) if (event.name === 'Settled' && event.count > 0) settlements.push(event);
  });
  return {
    world,
    contract,
    settlements,
    async seal(fn, args, change = {}) {
      const sender = generateSigningKey(world.schedule.random);
      return { ...(await drive(world, contract.sealCall(fn, { ...terms, args, sender, ...change }))), sender };
    },
    async run(calls) {
      const sent = await drive(world, contract.sendCalls(calls));
      const settled: SettledTask[] = [];
      for (const one of sent) {
        assert.ok(one.sent, 'created');
        settled.push(await drive(world, contract.waitForTask(one.task)));
      }
      return settled;
    },
  };
}

test('tasks of one block share a receipt: each has its answer, its gas and its own end', async () => {
  const { world, contract, settlements, seal, run } = await counter('batch');
  const first = await seal('add', [5, 10]);
  const poor = await seal('add', [6, 10], { gasLimit: 1_001n });
  const full = await seal('add', [7, 1]);
  const last = await seal('add', [8, 10]);
  const settled = await run([first, poor, full, last]);
  assert.deepEqual(
    settled.map(({ result }) => result.status),
    [RESULT_STATUS.OK, RESULT_STATUS.OUT_OF_GAS, RESULT_STATUS.REVERT, RESULT_STATUS.OK],
  );
  assert.deepEqual(
    settlements.map(({ firstSeq, count }) => [firstSeq, count]),
    [[0n, 4]],
  );
  const answer = async (at: number, { sender }: { readonly sender: SigningKey }): Promise<unknown> =>
    (await drive(world, contract.openOutput(settled[at] as SettledTask, { sender }))).value;
  assert.equal(await answer(0, first), 5);
  assert.equal(await answer(3, last), 13);
  const total = await drive(world, contract.call('total', terms));
  const after = await drive(world, contract.waitForTask(total));
  assert.equal((await drive(world, contract.openOutput(after))).value, 13);
  assert.equal((await drive(world, contract.state())).version, 2n, 'a receipt is a version');
});

test('a node that is away while a batch runs follows it, and all outputs are opened on chain', async () => {
  const { world, contract, settlements, seal, run } = await counter('away');
  const away = world.nodes[2];
  assert.ok(away);
  await run([await seal('add', [1, 99])]);
  world.crash(away);
  const calls = [];
  for (let at = 0; at < 6; at++) calls.push(await seal('add', [10, 99]));
  const settled = await run(calls);
  world.start(away);
  for (const one of settled) await drive(world, contract.waitForTask(one, { until: 'opened' }));
  assert.deepEqual(
    settlements.map(({ count }) => count),
    [1, 6],
  );
  const version = (): bigint | undefined => away.node?.seatOf(contract.contractId)?.state()?.version;
  assert.ok(await world.run(() => version() === 2n, 120_000), 'it follows');
  await run([await seal('add', [100, 99])]);
  const after = await drive(world, contract.waitForTask(await drive(world, contract.call('total', terms))));
  assert.equal((await drive(world, contract.openOutput(after))).value, 161);
});

test('a task that expires takes no neighbour with it whose deadline is later', async () => {
  const { world, contract, settlements, seal } = await counter('expires');
  const calls = [await seal('add', [1, 99]), await seal('add', [2, 99], { windowSeconds: 150 })];
  for (const node of world.nodes) world.crash(node);
  const [first, second] = await drive(world, contract.sendCalls(calls));
  assert.ok(first?.sent === true && second?.sent === true);
  await world.run(() => false, 160_000);
  for (const node of world.nodes) world.start(node);
  assert.equal((await drive(world, contract.waitForTask(first.task))).result.status, RESULT_STATUS.OK);
  await drive(world, contract.expire(second.task));
  assert.deepEqual(
    settlements.map(({ count }) => count),
    [1],
  );
});

test('what could hold up its neighbours has a receipt of its own: a near deadline, and one after an argument that may be refused', async () => {
  const { settlements, seal, run } = await counter('alone');
  const calls = [
    await seal('add', [1, 99]),
    await seal('add', [1, 99], { windowSeconds: 100 }),
    await seal('small', [3]),
    await seal('add', [1, 99]),
    await seal('add', [1, 99]),
  ];
  const settled = await run(calls);
  assert.ok(settled.every(({ result }) => result.status === RESULT_STATUS.OK));
  assert.deepEqual(
    settlements.map(({ firstSeq, count }) => [firstSeq, count]),
    [
      [0n, 1],
      [1n, 1],
      [2n, 1],
      [3n, 2],
    ],
  );
});

test('tasks that came one by one while a receipt was made share the next one, and their clients take it', async () => {
  const { world, contract, settlements, seal } = await counter('one by one');
  const calls = [];
  for (let at = 1; at <= 6; at++) calls.push(await seal('add', [at, 99]));
  const sent = [];
  for (const call of calls) sent.push(...(await drive(world, contract.sendCalls([call]))));
  const settled: SettledTask[] = [];
  for (const one of sent) {
    assert.ok(one.sent, 'created');
    settled.push(await drive(world, contract.waitForTask(one.task)));
  }
  assert.ok(new Set(settled.map(({ blockHash }) => blockHash)).size > 2, 'they stand in different blocks');
  assert.ok(settlements.length < 6, `${settlements.length} receipts`);
  for (const { receipt, results } of settled) {
    const last = settled.find(({ taskId }) => taskId === results.at(-1)?.taskId);
    assert.equal(receipt.anchor, last?.blockHash, 'each receipt stands on the block of its last task');
  }
  const answers = [];
  for (const [at, task] of settled.entries())
    answers.push((await drive(world, contract.openOutput(task, { sender: calls[at]?.sender as SigningKey }))).value);
  assert.deepEqual(answers, [1, 3, 6, 10, 15, 21]);
});

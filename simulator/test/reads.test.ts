// Reads: tasks that leave the state as it is. They wait for no task of the queue and are answered from the state of their own block, whatever has been settled since.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CallTerms, ContractHandle, CreatedTask, SealedCall } from '@enigma/client';
import { compile } from '@enigma/compiler';
import { generateSigningKey, type SigningKey } from '@enigma/crypto';
import { READ_SEQ, RECEIPT_KIND, RESULT_STATUS, type EventOf } from '@enigma/protocol';
import type { World } from '../src/world.ts';
import { deployed, drive, terms } from './support/calls.ts';
import { loseDisk, seatOf, serves } from './support/repair.ts';

const COUNTER = `
export class Counter extends Contract {
  sum: Secret<u32> = 0;
  add(amount: Secret<u32>) { this.sum += amount; }
  @read total(): u32 { return reveal(this.sum, 'the sum'); }
  @read above(limit: Secret<u32>) { return toCaller(this.sum > limit, 'whether the sum is above your limit'); }
}
`;

interface Counter {
  readonly world: World;
  readonly contract: ContractHandle;
  readonly settlements: EventOf<'Settled'>[];
  seal(
    fn: string,
    args?: readonly unknown[],
    change?: Partial<CallTerms>,
  ): Promise<SealedCall & { readonly sender: SigningKey }>;
  /** A task whose body is not on chain: for sixteen blocks nobody knows whether it comes. */
  bodiless(fn: string, args?: readonly unknown[]): Promise<SealedCall & CreatedTask>;
  post(task: SealedCall): Promise<unknown>;
  add(amount: number): Promise<void>;
  /** What the read says, once it has settled. */
  answer(task: CreatedTask): Promise<unknown>;
}

async function counter(seed: string, n = 4): Promise<Counter> {
  const compiled = compile(COUNTER);
  assert.ok(compiled.ok, compiled.ok ? '' : JSON.stringify(compiled.diagnostics));
  const { world, contract } = await deployed(seed, compiled.bytes, { n });
  const settlements: EventOf<'Settled'>[] = [];
  world.blocks.push((logs) => {
    for (const { event } of logs) if (event.name === 'Settled' && event.count > 0) settlements.push(event);
  });
  const seal: Counter['seal'] = async (fn, args = [], change = {}) => {
    const sender = generateSigningKey(world.schedule.random);
    return { ...(await drive(world, contract.sealCall(fn, { ...terms, args, sender, ...change }))), sender };
  };
  return {
    world,
    contract,
    settlements,
    seal,
    async bodiless(fn, args) {
      const sealed = await seal(fn, args);
      const [sent] = await drive(world, contract.sendCalls([{ ...sealed, body: '0x' }]));
      assert.ok(sent?.sent === true);
      return { ...sent.task, ...sealed };
    },
    post: ({ header, body }) => world.send(world.funder, { name: 'postBody', header, body }),
    async add(amount) {
      const [sent] = await drive(world, contract.sendCalls([await seal('add', [amount])]));
      assert.ok(sent?.sent === true);
      const { result } = await drive(world, contract.waitForTask(sent.task));
      assert.equal(result.status, RESULT_STATUS.OK);
    },
    async answer(task) {
      const settled = await drive(world, contract.waitForTask(task));
      assert.equal(settled.result.status, RESULT_STATUS.OK);
      return (await drive(world, contract.openOutput(settled))).value;
    },
  };
}

test('a read passes a queue that stands, and leaves state and queue as they are', async () => {
  const { world, contract, settlements, add, bodiless, answer } = await counter('beside');
  await add(5);
  const waiting = await bodiless('add', [100]);
  const before = await drive(world, contract.state());
  assert.equal(await answer(await drive(world, contract.call('total', terms))), 5);
  assert.deepEqual(
    settlements.map(({ firstSeq, receipt }) => [firstSeq, receipt.kind, receipt.prevRoot === receipt.newRoot]),
    [
      [0n, RECEIPT_KIND.TASKS, false],
      [READ_SEQ, RECEIPT_KIND.READS, true],
    ],
  );
  const after = await drive(world, contract.state());
  assert.equal(after.version, before.version);
  // What stood goes on behind it: here it ends, for its body never came.
  const { result } = await drive(world, contract.waitForTask(waiting));
  assert.equal(result.status, RESULT_STATUS.BAD_INPUT);
});

test('a read is answered from the state of its own block, however far the queue has come, also by a node that started anew', async () => {
  const { world, settlements, add, bodiless, post, answer } = await counter('own-block');
  await add(5);
  const read = await bodiless('total');
  await add(10);
  const later = await bodiless('total');
  await add(20);
  const restarted = world.nodes[1];
  assert.ok(restarted);
  world.crash(restarted);
  world.start(restarted);
  await post(later);
  await post(read);
  assert.equal(await answer(later), 15);
  assert.equal(await answer(read), 5);
  const reads = settlements.filter(({ receipt }) => receipt.kind === RECEIPT_KIND.READS);
  assert.equal(reads.length, 2);
  assert.ok(
    reads.every(({ bitmap }) => bitmap === 0b1111),
    'every seat still had what it read',
  );
});

test('neighbours among the reads share a receipt, each with its own answer; tasks of the same block run beside them', async () => {
  const { world, contract, settlements, seal, add, answer } = await counter('neighbours');
  await add(7);
  const calls = [await seal('above', [6]), await seal('add', [1]), await seal('total'), await seal('above', [7])];
  const sent = await drive(world, contract.sendCalls(calls));
  const answers: unknown[] = [];
  for (const [at, one] of sent.entries()) {
    assert.ok(one.sent);
    const settled = await drive(world, contract.waitForTask(one.task));
    const { sender } = calls[at] as (typeof calls)[number];
    if (at !== 1) answers.push((await drive(world, contract.openOutput(settled, { sender }))).value);
  }
  assert.deepEqual(answers, [true, 7, false]);
  assert.deepEqual(
    settlements
      .slice(1)
      .map(({ firstSeq, count }) => [firstSeq, count])
      .sort(([a], [b]) => Number((a as bigint) - (b as bigint))),
    [
      [1n, 1],
      [READ_SEQ, 3],
    ],
  );
  assert.equal(await answer(await drive(world, contract.call('total', terms))), 8);
});

test('a read that expires ends out of order, and takes no neighbour with it', async () => {
  const { world, contract, settlements, seal, add } = await counter('expires');
  await add(3);
  const calls = [await seal('total'), await seal('total', [], { windowSeconds: 150 }), await seal('above', [2])];
  for (const node of world.nodes) world.crash(node);
  const sent = await drive(world, contract.sendCalls(calls));
  const tasks = sent.flatMap((one) => (one.sent ? [one.task] : []));
  await world.run(() => false, 160_000);
  const [first, second, third] = tasks as [CreatedTask, CreatedTask, CreatedTask];
  await drive(world, contract.expire(second));
  for (const node of world.nodes) world.start(node);
  for (const task of [first, third])
    assert.equal((await drive(world, contract.waitForTask(task))).result.status, RESULT_STATUS.OK);
  await assert.rejects(drive(world, contract.waitForTask(second)), { code: 'TASK_EXPIRED' });
  assert.deepEqual(
    settlements.slice(1).map(({ firstSeq, count }) => [firstSeq, count]),
    [
      [READ_SEQ, 1],
      [READ_SEQ + 2n, 1],
    ],
  );
});

test('reads that come too late to be settled, and that nobody ends, hold up no other', async () => {
  const { world, contract, settlements, seal, add, answer } = await counter('overdue');
  await add(3);
  // Each with a receipt of its own, more than run at once.
  for (let at = 0; at < 6; at++) {
    const [sent] = await drive(world, contract.sendCalls([await seal('total', [], { windowSeconds: 3 })]));
    assert.ok(sent?.sent === true);
  }
  assert.equal(await answer(await drive(world, contract.call('total', terms))), 3);
  assert.deepEqual(
    settlements.map(({ firstSeq }) => firstSeq),
    [0n, READ_SEQ + 6n],
  );
  const seat = world.nodes[0] && seatOf(world.nodes[0]);
  assert.equal(seat?.host.contract.waiting, 0);
  assert.deepEqual(
    seat?.stages
      .open()
      .map(({ stage }) => stage)
      .filter((stage) => stage !== 'SettledFinal' && stage !== 'Opened'),
    [],
  );
});

test('tasks and reads of several blocks, one node dying among them: every read says what its own block had settled', async () => {
  const { world, contract, seal, add } = await counter('mixed');
  /** The sum when the chain took the record of a read. */
  const sums = new Map<string, number>();
  let sum = 0;
  const added = new Map<string, number>();
  world.blocks.push((logs) => {
    for (const { event } of logs) {
      if (event.name === 'TaskCreated') sums.set(event.taskId, sum);
      if (event.name === 'Settled' && event.receipt.kind === RECEIPT_KIND.TASKS)
        for (const { taskId } of event.results) sum += added.get(taskId) ?? 0;
    }
  });
  await add(0);
  const sent: { readonly task: CreatedTask; readonly sender: SigningKey; readonly limit: number | undefined }[] = [];
  for (let round = 0; round < 5; round++) {
    const calls: (SealedCall & { readonly sender: SigningKey; readonly limit: number | undefined })[] = [];
    for (const limit of [10 * round, 10 * round + 5, undefined]) {
      const one = await (limit === undefined ? seal('add', [10]) : seal('above', [limit]));
      if (limit === undefined) added.set(one.taskId, 10);
      calls.push({ ...one, limit });
    }
    const outcomes = await drive(world, contract.sendCalls(calls));
    outcomes.forEach((one, at) => one.sent && sent.push({ ...(calls[at] as (typeof calls)[number]), task: one.task }));
    const node = world.nodes[3];
    if (round === 1 && node !== undefined) world.crash(node);
    if (round === 3 && node !== undefined) world.start(node);
    await world.run(() => false, 3_000);
  }
  assert.equal(sent.length, 15);
  for (const { task, sender, limit } of sent) {
    const settled = await drive(world, contract.waitForTask(task));
    assert.equal(settled.result.status, RESULT_STATUS.OK);
    if (limit === undefined) continue;
    const before = sums.get(task.taskId) ?? -1;
    const { value } = await drive(world, contract.openOutput(settled, { sender }));
    assert.equal(value, before > limit, `${before} > ${limit}`);
  }
});

test('a read is still answered after a repair of the state that it is about, and one about an older state expires', async () => {
  const { world, contract, add, bodiless, post, answer } = await counter('repair');
  await add(4);
  const old = await bodiless('total');
  await add(1);
  assert.ok(await world.run(() => world.nodes.every((node) => seatOf(node)?.state()?.version === 2n), 60_000));
  const read = await bodiless('total');
  loseDisk(world, 2);
  assert.ok(await world.run(() => serves(world, 1), 300_000));
  // With the keys of before all that was kept for reads is gone.
  assert.ok(world.nodes.every(({ store }) => store.names('committee/').every((name) => !name.includes('/version/'))));
  await post(read);
  await post(old);
  assert.equal(await answer(read), 5);
  await world.run(() => false, 600_000);
  await drive(world, contract.expire(old));
});

test('a task waits for no reads, though each of them takes the material that it lacks as soon as it is made', async () => {
  const compiled = compile(`
export class Heavy extends Contract {
  sum: Secret<u32> = 0;
  compare(values: FixedArray<Secret<u32>, 64>) {
    let above: Secret<u32> = 0;
    for (let k = 0; k < 9; k++) for (const value of values) if (value > this.sum) above += 1;
    this.sum += above;
  }
  @read above(values: FixedArray<Secret<u32>, 64>) {
    let above: Secret<u32> = 0;
    for (const value of values) if (value > this.sum) above += 1;
    return toCaller(above, 'how many are above');
  }
}`);
  assert.ok(compiled.ok, compiled.ok ? '' : JSON.stringify(compiled.diagnostics));
  // A batch holds what one of the reads takes, and the task takes several.
  const { world, contract } = await deployed('starved', compiled.bytes, {
    machine: () => ({ batchItems: { triple: 256, and: 1 << 14, daBit: 1 << 12 } }),
  });
  const settled: bigint[] = [];
  world.blocks.push((logs) => {
    for (const { event } of logs) if (event.name === 'Settled' && event.count > 0) settled.push(event.firstSeq);
  });
  const values = Array.from({ length: 64 }, (_, i) => i);
  const sealed = [];
  for (const fn of ['compare', ...Array.from({ length: 16 }, () => 'above')]) {
    const sender = generateSigningKey(world.schedule.random);
    sealed.push(await drive(world, contract.sealCall(fn, { ...terms, args: [values], sender })));
  }
  // One before them, so that of the other pools there is enough.
  const first = await drive(world, contract.sendCall(sealed.pop() as SealedCall));
  await drive(world, contract.waitForTask(first));
  for (const node of world.nodes) world.crash(node);
  // Each in a block and so with a receipt of its own.
  for (const one of sealed) await drive(world, contract.sendCalls([one]));
  for (const node of world.nodes) world.start(node);
  assert.ok(await world.run(() => settled.length === sealed.length + 1, 300_000));
  assert.ok(settled.indexOf(0n) < 3, settled.join());
});

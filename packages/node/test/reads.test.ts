// What a seat does with reads that end otherwise than by its own receipt: nobody ends them, others settled them, no attempt is left, a repair came between.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hex } from '@enigma/crypto';
import { keccakHex, READ_SEQ, RECEIPT_KIND, ZERO_HASH, type Receipt } from '@enigma/protocol';
import { createMemoryStore, noFailpoints } from '../src/index.ts';
import type { Candidate } from '../src/candidate.ts';
import { createJourneys } from '../src/journeys.ts';
import { readsAtOnce, readsFollowedBlocks, stagesWatchedMax, versionsKept } from '../src/limits.ts';
import { openPositions, rootAt, type Position } from '../src/position.ts';
import { receiptSlot } from '../src/receipts.ts';
import { createStages } from '../src/stages.ts';
import {
  applyLog,
  emptyView,
  lapseReads,
  versionsRead,
  type ContractView,
  type Settlement,
  type TaskView,
} from '../src/view.ts';
import { settled } from './cheats/cheat.ts';
import { idleOrder } from './support/idleOrder.ts';

const idOf = (name: string): Hex => keccakHex(new TextEncoder().encode(name));

/** A contract with these reads, each in a block of its own, beside the tasks that it has. */
async function withReads(count: number, deadline = 1_000): Promise<ContractView> {
  const { seat } = await settled();
  const tally = seat.host.contract.tasks.get(0n) as TaskView;
  const reads = new Map<bigint, TaskView>();
  for (let at = 0n; at < BigInt(count); at++) {
    const [taskId, blockHash] = [idOf(`read ${at}`), idOf(`block ${at}`)];
    // Of no function: nothing of it is computed.
    const header = { ...tally.header, fn: '0xff000001' as const, gasLimit: 1_000n, deadline };
    const place = { taskId, blockHash, blockNumber: at, blockTime: 0, seq: READ_SEQ + at, version: 0n };
    reads.set(READ_SEQ + at, { ...tally, ...place, header, body: '0x01', status: 'created' });
  }
  return {
    ...seat.host.contract,
    reads,
    openReads: new Set(reads.keys()),
    waiting: count,
    settlements: new Map(),
    comparedAt: 1_000n,
  };
}

interface Driven {
  readonly contract: ContractView;
  /** First seqs of the sessions that were asked for, in order. */
  readonly asked: bigint[];
  readonly closed: Set<bigint>;
  pursue(finalizedNumber?: bigint, latestTime?: number): void;
  abort(seq: bigint): void;
}

async function positionOf(version = 0n, keysId?: Hex): Promise<Position> {
  const { host } = (await settled()).seat;
  const state = { ...host.start, version };
  return { state, nextSeq: 1_000n, secretRoot: ZERO_HASH, keysId: keysId ?? host.keysId };
}

/** The order of a seat whose machine does nothing. */
async function driven(contract: ContractView, nextSeq = 1_000n): Promise<Driven> {
  const asked: bigint[] = [];
  const closed = new Set<bigint>();
  const idOfSeq = (seq: bigint): Hex => idOf(`session ${seq}`);
  const position = { ...(await positionOf()), nextSeq };
  const order = await idleOrder(contract, position, {
    request(work) {
      if (work.kind === 'tasks') asked.push(work.firstSeq);
      return work.kind === 'tasks' ? idOfSeq(work.firstSeq) : ZERO_HASH;
    },
    close: (id) => [...contract.reads.keys()].forEach((seq) => idOfSeq(seq) === id && closed.add(seq)),
  });
  return {
    contract,
    asked,
    closed,
    pursue: (finalizedNumber = 0n, latestTime = 0) =>
      order.pursue({ finalizedNumber, latestTime, latestNumber: 0n } as never, 0, false),
    abort: (seq) => order.aborted(idOfSeq(seq), 4, true, 0n),
  };
}

const places = (seqs: Iterable<bigint>): number[] => [...seqs].map((seq) => Number(seq - READ_SEQ));

function settle(contract: ContractView, seq: bigint, change: Partial<Receipt> = {}, blockNumber = 0n): void {
  const receipt = { kind: RECEIPT_KIND.READS, firstSeq: seq, count: 1, ...change } as Receipt;
  contract.settlements.set(seq, { receipt, blockNumber } as Settlement);
  contract.openReads.delete(seq);
  (contract.reads.get(seq) as TaskView).status = 'settled';
}

test('reads whose deadline is past are none that wait, though nobody ends them', async () => {
  const contract = await withReads(8);
  const order = await driven(contract);
  order.pursue();
  assert.deepEqual(places(order.asked), [0, 1, 2, 3]);
  for (const seq of [...contract.reads.keys()].slice(0, 6)) {
    const read = contract.reads.get(seq) as TaskView;
    contract.reads.set(seq, { ...read, header: { ...read.header, deadline: 10 } });
  }
  const contracts = new Map([[contract.contractId, contract]]);
  const tasks = new Map([...contract.reads.values()].map((read) => [read.taskId, read]));
  const view = { ...emptyView(), contracts, tasks };
  lapseReads(view, 10);
  assert.equal(contract.waiting, 8, 'at its deadline the chain still takes it');
  lapseReads(view, 11);
  assert.equal(contract.waiting, 2);
  // Somebody ends one in the end.
  const { contractId } = contract;
  const [{ taskId, seq }] = [...contract.reads.values()] as [TaskView];
  const event = { name: 'Expired', contractId, taskId, seq, liability: false, liable: 0, refund: 0n } as const;
  applyLog(view, { event, blockNumber: 1n, blockHash: ZERO_HASH, txHash: ZERO_HASH, logIndex: 0 }, 0);
  assert.equal(contract.waiting, 2, 'it counts once');
  order.pursue();
  assert.deepEqual(places(order.asked).slice(4), [6, 7]);
  assert.deepEqual(places(order.closed), [0, 1, 2, 3]);
});

test('of a read that comes too late nothing is begun, nor of its neighbours before a final block says so', async () => {
  const contract = await withReads(4);
  const [first, second] = [...contract.reads.values()] as [TaskView, TaskView];
  const beside = { blockNumber: first.blockNumber, blockHash: first.blockHash };
  const logged = { body: '0x01' as const, blockNumber: first.blockNumber };
  contract.reads.set(first.seq, { ...first, logged, header: { ...first.header, deadline: 900 } });
  contract.reads.set(second.seq, { ...second, ...beside, logged });
  const order = await driven(contract);
  order.pursue(0n, 950);
  assert.deepEqual(places(order.asked), [2, 3]);
  contract.openReads.delete(first.seq);
  order.pursue(0n, 950);
  assert.deepEqual(places(order.asked), [2, 3, 1]);
});

test('a seat that is behind in the queue begins no reads before it has followed', async () => {
  const contract = await withReads(1);
  contract.settlements.set(0n, { receipt: { count: 1 }, blockNumber: 0n } as Settlement);
  const order = await driven(contract, 0n);
  order.pursue();
  assert.deepEqual(order.asked, [0n]);
  contract.settlements.delete(0n);
  order.pursue();
  assert.deepEqual(places(order.asked.slice(1)), [0]);
});

test('a seat that cannot follow what others settled gives it up, and reads on', async () => {
  const contract = await withReads(12);
  const order = await driven(contract);
  order.pursue();
  // By a receipt of more reads, by one from before a repair, and two whose records nobody has any more.
  const [first, second, third, fourth] = [...contract.reads.keys()] as [bigint, bigint, bigint, bigint];
  settle(contract, first, { count: 2 });
  settle(contract, second, { prevRoot: ZERO_HASH });
  order.pursue();
  assert.deepEqual(places(order.closed), [0, 1]);
  assert.deepEqual(places(order.asked).slice(4), [4, 5]);
  const prevRoot = rootAt(await positionOf());
  settle(contract, third, { prevRoot });
  settle(contract, fourth, { prevRoot });
  order.pursue(readsFollowedBlocks);
  assert.deepEqual(places(order.closed), [0, 1], 'their records may yet come');
  assert.deepEqual(places(order.asked).slice(6), [6, 7], 'they hold up no other');
  order.pursue(readsFollowedBlocks + 1n);
  assert.deepEqual(places(order.closed), [0, 1, 2, 3]);
});

test('sessions of reads that have no attempt left do not fill the room of those to come', async () => {
  const contract = await withReads(80);
  const order = await driven(contract);
  for (let round = 0; round < 20; round++) {
    order.pursue();
    for (const seq of order.asked.slice(-readsAtOnce)) order.abort(seq);
  }
  order.pursue();
  assert.equal(order.asked.length, 80);
  assert.ok(order.asked.length - order.closed.size <= 2 * readsAtOnce);
});

test('a read may be answered from each state that a row of repairs left', () => {
  const repair = (version: bigint): Settlement =>
    ({ version, receipt: { newRoot: idOf(`repair ${version}`) } }) as Settlement;
  const read = { version: 3n, stateRoot: idOf('own') };
  const repairs = [repair(1n), repair(4n), repair(5n), repair(7n)];
  assert.deepEqual(
    versionsRead({ repairs }, read).map(({ version }) => version),
    [3n, 4n, 5n],
  );
});

test('of two receipts of one read, from before and after a repair, both are kept until the chain has taken either', async () => {
  const { seat, journey } = await settled();
  const contract = await withReads(1);
  const store = createMemoryStore();
  const forgotten: Hex[] = [];
  const host = { ...seat.host, contract, store };
  const journeysOf = (): ReturnType<typeof createJourneys> =>
    createJourneys({
      host,
      order: { ended: () => undefined, again: () => undefined } as never,
      positions: { current: () => ({ nextSeq: 1_000n }) } as never,
      pending: { consumed: () => undefined } as never,
      forget: (id) => void forgotten.push(id),
    });
  const candidateOf = (name: string): Candidate => {
    const receipt = {
      ...journey.candidate.receipt,
      kind: RECEIPT_KIND.READS,
      firstSeq: READ_SEQ,
      prevRoot: idOf(name),
    };
    return { ...journey.candidate, receipt, digest: idOf(`digest ${name}`), sessionId: idOf(`session ${name}`) };
  };
  const [before, after] = [candidateOf('before'), candidateOf('after')];
  const first = journeysOf();
  first.stage(READ_SEQ, before);
  first.stage(READ_SEQ, after);
  const journeys = journeysOf();
  assert.ok(journeys.byDigest(before.digest) && journeys.byDigest(after.digest), 'also after a restart');
  // It is over: the deadline is past, or it expired.
  contract.openReads.delete(READ_SEQ);
  journeys.step({ latestNumber: 0n, recent: [], view: { tasks: contract.reads } } as never, 0);
  assert.equal(journeys.byDigest(before.digest) ?? journeys.byDigest(after.digest), undefined);
  assert.deepEqual(
    store.names(''),
    store.names('').filter((name) => !name.includes('/candidate/')),
  );
  assert.deepEqual(new Set(forgotten), new Set([before.sessionId, after.sessionId]));
});

test('receipts of one read and of it with a neighbour stand in two slots: the neighbour may be over', async () => {
  const { journey } = await settled();
  const slotOf = (kind: number, count: number): string => receiptSlot({ ...journey.candidate.receipt, kind, count });
  assert.notEqual(slotOf(RECEIPT_KIND.READS, 1), slotOf(RECEIPT_KIND.READS, 2));
  assert.equal(slotOf(RECEIPT_KIND.TASKS, 1), slotOf(RECEIPT_KIND.TASKS, 2));
});

test('of the states that are kept the oldest goes first, also after a restart', async () => {
  const store = createMemoryStore();
  const open = (): ReturnType<typeof openPositions> =>
    openPositions(store, '0xc0', noFailpoints, () => new Set(Array.from({ length: 40 }, (_, at) => BigInt(at))));
  const first = open();
  for (let version = 0n; version <= 12n; version++) first.promote(await positionOf(version, '0xc0'));
  const again = open();
  for (let version = 13n; version <= 20n; version++) again.promote(await positionOf(version, '0xc0'));
  const kept = Array.from({ length: 20 }, (_, at) => at).filter((at) => again.at(BigInt(at)) !== undefined);
  assert.deepEqual(
    kept,
    Array.from({ length: versionsKept }, (_, at) => 20 - versionsKept + at),
  );
});

test('reads that wait leave the queue its places among what is watched, and the other way round', async () => {
  const contract = await withReads(stagesWatchedMax + 10);
  const tally = contract.tasks.get(0n) as TaskView;
  const tasks = new Map(
    Array.from({ length: stagesWatchedMax + 10 }, (_, at) => [BigInt(at), { ...tally, seq: BigInt(at) }]),
  );
  const stages = createStages({
    contract: { ...contract, tasks },
    log: () => undefined,
    tally: { add: () => undefined, observe: () => undefined } as never,
    look: () => ({ stage: 'Queued', attempt: 0 }),
  });
  stages.step();
  const open = stages.open();
  assert.equal(open.filter(({ task }) => task.seq >= READ_SEQ).length, stagesWatchedMax);
  assert.equal(open.filter(({ task }) => task.seq < READ_SEQ).length, stagesWatchedMax);
  assert.equal(stages.queued(), 20);
});

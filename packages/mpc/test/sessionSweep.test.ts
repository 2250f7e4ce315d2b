// What stays on a seat's disk of pool batches that are used up: what a seat that is behind, or was away, may still ask for, and no more.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EngineContext } from '../src/context.ts';
import { barrier } from '../src/checkpoint.ts';
import { createEngine, randomShares } from '../src/engine.ts';
import type { Protocol } from '../src/round.ts';
import { sessionIdOfWork } from '../src/session/session.ts';
import { createNetwork, type Network } from './sessionNetwork.ts';
import { finishedTasks, makePool, proceedAll, runTasks, tasks, withKeys } from './sessionSteps.ts';

function* cheapBatch(context: EngineContext): Protocol<unknown> {
  const a = randomShares(createEngine(context), 'triple', 4);
  yield* barrier({ phase: 2 });
  return { ok: true, items: { a, b: a, c: a } };
}

/** Takes a whole batch, and leaves what it took. */
function* takesAll(context: EngineContext): Protocol<unknown> {
  const { a } = context.material.triples(4);
  yield* barrier({ leafRoot: new Uint8Array(32).fill(context.seat + 1), commitments: [new Uint8Array(32).fill(7)] });
  return Array.from(a);
}

const taskOf = (nth: number) => tasks(BigInt(nth), takesAll, { triple: 4 });
const idOf = (network: Network, nth: number) => sessionIdOfWork(network.facts[0] as never, taskOf(nth));

function start(n = 4): Network {
  const network = createNetwork({
    n,
    T: 1,
    machine: { makeBatch: cheapBatch, batchItems: { triple: 4, and: 4, daBit: 4 } },
  });
  withKeys(network);
  return network;
}

const upSeats = (network: Network): readonly number[] =>
  network.facts.map(({ seat }) => seat).filter((seat) => !network.down.has(seat));

/** The host's part after a batch: the session is closed. */
function closeBatches(network: Network): void {
  for (const seat of upSeats(network))
    for (const { sessionId } of network.of(seat, 'batchReady')) network.machines[seat]?.close(sessionId);
}

function closeTask(network: Network, nth: number): void {
  for (const seat of upSeats(network)) network.machines[seat]?.close(idOf(network, nth));
}

function forgetTask(network: Network, nth: number): void {
  for (const seat of upSeats(network)) network.machines[seat]?.forget(idOf(network, nth));
}

function sweep(network: Network, at: number, done = at): void {
  for (const seat of upSeats(network)) network.machines[seat]?.sweep({ now: BigInt(at), done: BigInt(done) });
}

/** What is there of a kind, at a seat. */
const count = (network: Network, seat: number, kind: string): number =>
  [...(network.disks[seat]?.blobs.keys() ?? [])].filter((name) => name.startsWith(kind)).length;
const all = (network: Network, kind: string): readonly number[] =>
  upSeats(network).map((seat) => count(network, seat, kind));

/** One batch, one task that takes it, and all that a host does with them. */
function turn(network: Network, nth: number): void {
  makePool(network, 'triple', 4, nth);
  closeBatches(network);
  runTasks(network, taskOf(nth), BigInt(nth));
  closeTask(network, nth);
}

test('the disk of a seat holds as much after ten batches as after four', () => {
  const network = start(3);
  const held: (readonly number[])[] = [];
  for (let nth = 0; nth < 10; nth++) {
    turn(network, nth);
    forgetTask(network, nth);
    sweep(network, nth);
    if (nth === 3 || nth === 9) held.push(all(network, ''));
  }
  assert.deepEqual(held[0], held[1]);
  // Of the last two at most: the one that later sessions stand behind, and the one whose use was just seen.
  for (const kind of ['record/', 'verdicts/', 'session/', 'pool/'])
    assert.ok(
      all(network, kind).every((blobs) => blobs <= 2),
      `${kind} ${all(network, kind).join()}`,
    );
  assert.ok(upSeats(network).every((seat) => (network.disks[seat]?.blobs.get('pools')?.length ?? 0) < 40));
  // The numbers go on, also after a restart.
  network.restart(0);
  assert.deepEqual(
    network.machines.map((machine) => machine.pools()[0]?.nextBatch),
    [10, 10, 10],
  );
});

test('records of batches stay while the record of a task that took from them does: a seat that was away follows both', () => {
  const network = start();
  network.down.add(3);
  for (let nth = 0; nth < 3; nth++) turn(network, nth);
  for (let at = 3; at < 8; at++) sweep(network, at);
  assert.deepEqual(all(network, 'pool/'), [0, 0, 0]);
  assert.deepEqual(all(network, 'verdicts/'), [3, 3, 3]);
  network.down.delete(3);
  const [late, other] = [network.machines[3], finishedTasks(network, 0)];
  for (let nth = 0; nth < 3; nth++) {
    late?.request(taskOf(nth), network.now);
    const done = network.until(() => {
      for (const missed of late?.lacking() ?? []) late?.request(missed, network.now);
      return finishedTasks(network, 3, nth) !== undefined;
    }, 30_000);
    assert.ok(done, `task ${nth}`);
  }
  assert.equal(finishedTasks(network, 3)?.viewHash, other?.viewHash);
  for (let nth = 0; nth < 3; nth++) {
    closeTask(network, nth);
    forgetTask(network, nth);
  }
  closeBatches(network);
  sweep(network, 8);
  sweep(network, 9);
  assert.deepEqual(all(network, 'verdicts/'), [1, 1, 1, 1]);
});

test('a seat that is behind keeps the items of what others have used up, until it has what they left', () => {
  const follows = (done: (nth: number) => number): boolean => {
    const network = start();
    for (let nth = 0; nth < 3; nth++) makePool(network, 'triple', 4, nth);
    closeBatches(network);
    network.down.add(3);
    for (let nth = 0; nth < 3; nth++) {
      runTasks(network, taskOf(nth), BigInt(nth));
      closeTask(network, nth);
    }
    network.down.delete(3);
    // In the hellos of a read it hears how far the others are.
    const mark = network.disks[0]?.marks.get(1) ?? 0n;
    network.disks[3]?.marks.set(1, mark);
    for (let nth = 0; nth < 3; nth++) {
      for (let again = 0; again < 3; again++) network.machines[3]?.sweep({ now: 3n, done: BigInt(done(nth)) });
      network.machines[3]?.request(taskOf(nth), network.now);
      const isDone = network.until(() => {
        for (const missed of network.machines[3]?.lacking() ?? []) network.machines[3]?.request(missed, network.now);
        return finishedTasks(network, 3, nth) !== undefined;
      }, 10_000);
      if (!isDone) return false;
      network.machines[3]?.close(idOf(network, nth));
    }
    return true;
  };
  assert.ok(follows((nth) => nth - 1));
  // The same seat, if it took itself for one that is up to date.
  assert.ok(!follows(() => 3));
});

test('under reads of which one is always open, batches that were used up before it go', () => {
  const network = start(3);
  makePool(network, 'triple', 4, 0);
  closeBatches(network);
  runTasks(network, taskOf(0), 0n);
  for (let nth = 1; nth < 6; nth++) {
    makePool(network, 'triple', 4, nth);
    closeBatches(network);
    // The next is there before the last is closed.
    runTasks(network, taskOf(nth), BigInt(nth));
    for (let again = 0; again < 2; again++) sweep(network, 2 * nth);
    // The older of the two may have to be followed yet.
    assert.ok(upSeats(network).every((seat) => network.disks[seat]?.blobs.has(`pool/triple/${nth - 1}`)));
    closeTask(network, nth - 1);
    forgetTask(network, nth - 1);
    sweep(network, 2 * nth + 1);
  }
  assert.ok(
    all(network, 'pool/').every((blobs) => blobs <= 2),
    `${all(network, 'pool/').join()}`,
  );
  assert.ok(
    all(network, 'record/').every((blobs) => blobs <= 5),
    `${all(network, 'record/').join()}`,
  );
});

test('a seat that was away while batches came and went asks for those in vain, and takes part in the next session all the same', () => {
  const network = start();
  network.down.add(3);
  for (let nth = 0; nth < 5; nth++) {
    turn(network, nth);
    forgetTask(network, nth);
    sweep(network, nth);
  }
  sweep(network, 5);
  makePool(network, 'triple', 4, 5);
  closeBatches(network);
  assert.deepEqual(all(network, 'record/'), [2, 2, 2]);
  network.down.delete(3);
  // It believes that the first batch is the next one.
  const vain = network.machines[3]?.request({ kind: 'pool', pool: 'triple', batch: 0, count: 4 }, network.now) ?? '0x';
  network.until(() => false, 2000);
  network.down.add(0);
  for (const seat of [1, 2, 3]) network.machines[seat]?.request(taskOf(5), network.now);
  const done = network.until(() => {
    proceedAll(network);
    for (const seat of [1, 2, 3]) {
      network.machines[seat]?.sweep({ now: 6n, done: 5n });
      for (const missed of network.machines[seat]?.lacking() ?? [])
        network.machines[seat]?.request(missed, network.now);
    }
    return finishedTasks(network, 3, 0) !== undefined;
  }, 60_000);
  assert.ok(done);
  assert.equal(finishedTasks(network, 3)?.live, 0b1110);
  assert.equal(network.machines[3]?.waiting(vain), false);
});

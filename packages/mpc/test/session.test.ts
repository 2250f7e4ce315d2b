import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainKernel, vectorOf } from '@enigma/crypto';
import type { EngineContext } from '../src/context.ts';
import { barrier } from '../src/checkpoint.ts';
import { createEngine, randomShares } from '../src/engine.ts';
import { type Protocol, openField } from '../src/round.ts';
import { type Network, all, createNetwork } from './sessionNetwork.ts';
import { beaver, finishedTasks, makePool, runTasks, tasks, withKeys } from './sessionSteps.ts';

for (const [n, T] of [
  [3, 1],
  [4, 1],
  [5, 2],
  [7, 2],
  [7, 3],
] as const) {
  test(`(${n},${T}): keys, a batch of triples, and a session of tasks`, () => {
    const network = createNetwork({ n, T });
    withKeys(network);
    makePool(network, 'triple', 16);
    runTasks(network, tasks(1n));
    assertAlike(network);
    const result = finishedTasks(network, 0)?.result as bigint[];
    const [x, y, z] = [0, 4, 8].map((at) => vectorOf(result.slice(at, at + 4)));
    assert.ok(x && y && z);
    assert.deepEqual(plainKernel.mul(x, y), z);
  });
}

function assertAlike(network: Network): void {
  const first = finishedTasks(network, 0);
  for (const [seat] of network.machines.entries()) {
    const end = finishedTasks(network, seat);
    assert.deepEqual(
      [end?.result, end?.viewHash, end?.leafRoots, end?.live],
      [first?.result, first?.viewHash, first?.leafRoots, first?.live],
    );
  }
}

test('one batch of each kind is usable, and a session takes from it by ranges that nobody takes again', () => {
  const network = createNetwork({ n: 4, T: 1 });
  withKeys(network);
  makePool(network, 'triple', 16);
  makePool(network, 'daBit', 8);
  makePool(network, 'and', 1 << 14);
  for (const firstSeq of [1n, 2n, 3n]) runTasks(network, tasks(firstSeq, beaver, { triple: 4, and: 100, daBit: 2 }));
  for (const machine of network.machines) {
    assert.deepEqual(
      machine.pools().map((pool) => pool.available),
      [4, (1 << 14) - 300, 2],
    );
    assert.equal(machine.wanted({ triple: 4 }), undefined);
    assert.deepEqual(machine.wanted({ triple: 5 })?.batch, 1);
  }
});

for (const seed of ['a', 'b', 'c', 'd', 'e', 'f']) {
  test(`links that lose a tenth and reorder: it settles all the same (${seed})`, () => {
    const network = createNetwork({ n: 4, T: 1, seed, drop: 0.1 });
    withKeys(network);
    makePool(network, 'triple', 8);
    runTasks(network, tasks(1n));
    assertAlike(network);
    for (const [seat] of network.machines.entries()) {
      assert.deepEqual(network.of(seat, 'blame'), []);
      assert.deepEqual(network.of(seat, 'slotTaken'), []);
    }
  });
}

test('GENESIS: a session without rounds of its own ends in one checkpoint', () => {
  const network = createNetwork({ n: 4, T: 1 });
  withKeys(network);
  function* body(context: EngineContext): Protocol<string> {
    yield* barrier({ leafRoot: new Uint8Array(32).fill(1 + context.seat) });
    return 'genesis';
  }
  runTasks(network, { ...tasks(0n, body, {}), count: 0 });
  assertAlike(network);
});

test('a seat left out catches up by the record alone, and holds its shares of the batch and of the task', () => {
  const network = createNetwork({ n: 4, T: 1 });
  withKeys(network);
  network.down.add(2);
  makePool(network, 'triple', 8);
  runTasks(network, tasks(1n));
  network.down.delete(2);
  const before = network.wire.length;
  assert.equal(before >= 0, true);
  const work = { kind: 'pool', pool: 'triple', batch: 0, count: 8 } as const;
  network.machines[2]?.request(work, network.now);
  network.machines[2]?.request(tasks(1n), network.now);
  assert.ok(
    network.until(() => finishedTasks(network, 2) !== undefined),
    'follows',
  );
  const end = finishedTasks(network, 2);
  assert.equal(end?.tookPart, false);
  assert.equal(end?.live, 0b1011);
  assert.equal(end?.leafRoots[2], `0x${'00'.repeat(32)}`);
  assertAlike(network);
  // All four are level: the next session runs with all of them on the same positions.
  runTasks(network, tasks(2n), 2n);
  assert.equal(finishedTasks(network, 0, 1)?.live, 0b1111);
});

test('a record that is not the signed one is refused, and another seat is asked', () => {
  const tampered = new Set<number>();
  const network = createNetwork({
    n: 4,
    T: 1,
    rewrite: ({ from, to, bytes }) => {
      // Part of a record: the first seat that serves one spoils it.
      if (bytes[0] !== 19 || to !== 2 || (tampered.size > 0 && !tampered.has(from))) return bytes;
      tampered.add(from);
      const copy = bytes.slice();
      copy[copy.length - 2000] = (copy[copy.length - 2000] as number) ^ 1;
      return copy;
    },
  });
  withKeys(network);
  network.down.add(2);
  makePool(network, 'triple', 8);
  runTasks(network, tasks(1n));
  network.down.delete(2);
  network.machines[2]?.request({ kind: 'pool', pool: 'triple', batch: 0, count: 8 }, network.now);
  network.machines[2]?.request(tasks(1n), network.now);
  assert.ok(network.until(() => finishedTasks(network, 2) !== undefined));
  assert.equal(tampered.size, 1);
  assert.deepEqual(finishedTasks(network, 2)?.result, finishedTasks(network, 0)?.result);
});

test('a seat that restarts in the middle never continues the attempt: it ends it, and the next one settles', () => {
  let crashed = false;
  const network = createNetwork({ n: 3, T: 1 });
  withKeys(network);
  makePool(network, 'triple', 16);
  for (const machine of network.machines) machine.request(tasks(1n), network.now);
  network.until(() => {
    if (!crashed && network.of(1, 'opened').length === 2) {
      crashed = true;
      network.restart(1);
      network.machines[1]?.request(tasks(1n), network.now);
    }
    for (const [seat, machine] of network.machines.entries())
      for (const one of network.of(seat, 'aborted')) machine.proceed(one.sessionId, network.now);
    return all(network, (seat) => finishedTasks(network, seat) !== undefined);
  });
  assertAlike(network);
  assert.equal(finishedTasks(network, 1)?.attempt, 1);
  assert.notEqual(finishedTasks(network, 1)?.abortsHash, `0x${'00'.repeat(32)}`);
  for (const [seat] of network.machines.entries()) assert.deepEqual(network.of(seat, 'slotTaken'), []);
});

test('coins wait for the barrier: no seat shows its share of a coin before it has heard every live seat', () => {
  function* withCoin(context: EngineContext): Protocol<string> {
    const engine = createEngine(context);
    yield* openField('uniform', randomShares(engine, 'random', 1));
    yield [{ kind: 'echo', phase: 1 }];
    yield* openField('uniform', randomShares(engine, 'coin', 1));
    yield* barrier({ leafRoot: new Uint8Array(32).fill(1) });
    return 'ok';
  }
  const earlyCoins = (barriers: boolean): number => {
    let early = 0;
    const held: { from: number; to: number; bytes: Uint8Array }[] = [];
    const network = createNetwork({
      n: 4,
      T: 1,
      machine: { checks: { barriers } },
      rewrite: ({ from, to, bytes }) => {
        if (bytes[0] !== 4) return bytes;
        const round = new DataView(bytes.buffer, bytes.byteOffset).getUint32(37);
        // Seat 3's echo is on its way for ever; seat 0 must not show its share of round 2.
        if (from === 3 && round === 1) {
          held.push({ from, to, bytes });
          return null;
        }
        if (round === 2 && from !== 3) early++;
        return bytes;
      },
    });
    withKeys(network);
    for (const machine of network.machines) machine.request(tasks(1n, withCoin, {}), network.now);
    network.until(() => false, 5000);
    assert.ok(held.length > 0);
    return early;
  };
  assert.equal(earlyCoins(true), 0);
  assert.ok(earlyCoins(false) > 0);
});

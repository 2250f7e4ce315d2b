// Framing (MPC H2b) and keys: why signed vectors carry the view, and why contributions are signed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concat, toHex } from '@enigma/crypto';
import { COMPLAIN, SIGNED_VECTOR } from '@enigma/protocol';
import type { EngineContext } from '../src/context.ts';
import { barrier } from '../src/checkpoint.ts';
import { createEngine, randomShares } from '../src/engine.ts';
import { type Protocol, openField } from '../src/round.ts';
import { hashOfVector } from '../src/session/vectorTree.ts';
import { type Network, all, createNetwork } from './sessionNetwork.ts';
import { finishedTasks, otherContribution, proceedAll, signAs, tasks, withKeys } from './sessionSteps.ts';

const FRAME = 4;
const COMPLAINT = 8;
const VECTOR = 9;
const HEADER = 48 + 32;
const placeOf = (bytes: Uint8Array): { attempt: number; round: number } => {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return { attempt: view.getUint16(33), round: view.getUint32(37) };
};

/** The second opening depends on the first: shares of d·s + t. */
function* dependent(context: EngineContext): Protocol<string> {
  const engine = createEngine(context);
  const d = yield* openField('uniform', randomShares(engine, 'random', 1));
  const [s, t] = [randomShares(engine, 'random', 1), randomShares(engine, 'random', 1)];
  yield* openField('uniform', context.kernel.mulAdd(d, s, t));
  yield* openField('uniform', randomShares(engine, 'random', 1));
  yield* barrier({ leafRoot: new Uint8Array(32).fill(context.seat + 1) });
  return 'done';
}

/** Seat 3 lies to seat 2 alone in round 0, and complains about round 1, where seat 2's honest share then is off. */
function framing(checks: { views: boolean; openings: boolean }): readonly number[] {
  let complained = false;
  const network: Network = createNetwork({
    n: 4,
    T: 1,
    machine: { checks },
    rewrite: ({ from, to, bytes }) => {
      if (bytes[0] !== FRAME) return bytes;
      const { attempt, round } = placeOf(bytes);
      if (round === 2 && !complained) {
        complained = true;
        const slot = { sessionId: toHex(bytes.slice(1, 33)), attempt, phase: 0, round: 1, position: 0 };
        const signature = signAs(network, 3, COMPLAIN, { accuser: 3, slot });
        const message = concat(Uint8Array.of(COMPLAINT), bytes.slice(1, 37), Uint8Array.of(0, 0, 0, 1, 0), signature);
        for (const seat of [0, 1, 2]) network.wire.push({ from: 3, to: seat, bytes: message });
      }
      if (from !== 3 || to !== 2 || round !== 0 || attempt !== 0 || bytes.length <= HEADER) return bytes;
      const copy = bytes.slice();
      copy[HEADER] = (copy[HEADER] as number) ^ 1;
      return copy;
    },
  });
  withKeys(network);
  for (const machine of network.machines) machine.request(tasks(1n, dependent, {}), network.now);
  network.until(() => {
    proceedAll(network);
    return [0, 1].every((seat) => finishedTasks(network, seat) !== undefined || network.of(seat, 'blame').length > 0);
  }, 60_000);
  return [0, 1].flatMap((seat) => network.of(seat, 'blame').map((one) => one.seat));
}

test('with view hash and opening check off one seat frames an honest one; with both on it cannot', () => {
  assert.ok(framing({ views: false, openings: false }).includes(2));
  assert.ok(!framing({ views: true, openings: true }).includes(2));
});

test('two signed vectors in one slot are equivocation: named by every honest seat, and the next attempt settles', () => {
  function* wrong(context: EngineContext): Protocol<string> {
    const engine = createEngine(context);
    const shares = randomShares(engine, 'random', 1);
    if (context.seat === 3 && placeIsFirst(context)) shares[0] = (shares[0] as bigint) ^ 1n;
    yield* openField('uniform', shares);
    yield* barrier({ leafRoot: new Uint8Array(32).fill(context.seat + 1) });
    return 'done';
  }
  const placeIsFirst = ({ slot }: EngineContext): boolean => slot[33] === 0;
  const network: Network = createNetwork({
    n: 4,
    T: 1,
    rewrite: ({ from, to, bytes }) => {
      // To seat 0 it signs another vector than to the rest.
      if (from !== 3 || to !== 0 || bytes[0] !== VECTOR) return bytes;
      const { attempt, round } = placeOf(bytes);
      const copy = bytes.slice();
      const at = 41 + 32 + 64 + 4;
      copy[at] = (copy[at] as number) ^ 2;
      const slot = { sessionId: toHex(bytes.slice(1, 33)), attempt, phase: 0, round, position: 0 };
      const vectorHash = toHex(hashOfVector({ n: 4, T: 1, seat: 3, fieldLength: 1, pieceBytes: 0 }, copy.slice(at)));
      copy.set(signAs(network, 3, SIGNED_VECTOR, { slot, viewHash: toHex(bytes.slice(41, 73)), vectorHash }), 73);
      return copy;
    },
  });
  withKeys(network);
  for (const machine of network.machines) machine.request(tasks(1n, wrong, {}), network.now);
  assert.ok(
    network.until(() => {
      proceedAll(network);
      return [0, 1, 2].every((seat) => finishedTasks(network, seat) !== undefined);
    }, 400_000),
  );
  const named = [0, 1, 2].map((seat) => network.of(seat, 'blame').map((one) => [one.seat, one.reason]));
  // Whoever saw the pair first ends the attempt; the others may have ended it before they could look.
  assert.ok(named.flat().length > 0);
  assert.ok(named.flat().every(([seat]) => seat === 3));
});

/** Seat 3 gives seat 0 other bytes for the set {1} than it gives seat 2. */
test('keys: two contributions in one slot are found by the check, named, and the next attempt gives keys', () => {
  let spoiled = 0;
  const network: Network = createNetwork({
    n: 4,
    T: 1,
    rewrite: (letter) => {
      const other = otherContribution(network, letter);
      if (other !== undefined) spoiled++;
      return other ?? letter.bytes;
    },
  });
  withKeys(network);
  assert.ok(spoiled > 0);
  assert.deepEqual(
    network.machines.map((_, seat) => network.of(seat, 'keysReady')[0]?.attempt),
    [1, 1, 1, 1],
  );
  const named = [0, 1, 2].flatMap((seat) => network.of(seat, 'blame').map((one) => one.seat));
  assert.ok(named.length > 0 && named.every((seat) => seat === 3));
});

test('keys: a seat that never answers makes the committee void after three attempts, and nobody is named', () => {
  const network = createNetwork({ n: 4, T: 1, machine: { timings: { roundMs: 3000 } } });
  network.down.add(3);
  for (const machine of network.machines) machine.request({ kind: 'keys' }, network.now);
  assert.ok(network.until(() => all(network, (seat) => network.of(seat, 'keysVoid').length === 1)));
  for (const seat of [0, 1, 2])
    assert.deepEqual([network.of(seat, 'blame'), network.machines[seat]?.keysReady()], [[], false]);
});

test('keys: a seat that restarts between its contribution and the checks sends the same bytes and is served', () => {
  const network = createNetwork({ n: 4, T: 1 });
  for (const machine of network.machines) machine.request({ kind: 'keys' }, network.now);
  network.until(() => network.wire.some((letter) => letter.bytes[0] === 13));
  network.restart(1);
  network.machines[1]?.request({ kind: 'keys' }, network.now);
  assert.ok(network.until(() => all(network, (seat) => network.machines[seat]?.keysReady() ?? false)));
  for (const seat of [0, 1, 2, 3]) assert.deepEqual(network.of(seat, 'slotTaken'), []);
  const masks = network.machines.map((machine) => machine.maskKeys());
  for (const set of [1, 2, 4, 8]) {
    const keys = masks.flatMap((mask) => (mask.has(set) ? [toHex(mask.get(set) as Uint8Array)] : []));
    assert.equal(keys.length, 3);
    assert.equal(new Set(keys).size, 1);
  }
});

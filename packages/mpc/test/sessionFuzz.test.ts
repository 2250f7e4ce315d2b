// Real messages of a whole committee, broken at random: each is an error of the peer, never an assertion, and keeps no memory without bound.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomBelow, seededRandom } from '@enigma/crypto';
import { excludedSeats, jointMarks } from '../src/session/opening.ts';
import { ALL_CHECKS, type Seat } from '../src/session/seat.ts';
import { type Letter, createNetwork } from './sessionNetwork.ts';
import type { EngineContext } from '../src/context.ts';
import { barrier } from '../src/checkpoint.ts';
import { createEngine, randomShares } from '../src/engine.ts';
import { type Protocol, openField } from '../src/round.ts';
import type { Work } from '../src/session/index.ts';
import { proceedAll, tasks, withKeys } from './sessionSteps.ts';

function* wordless(context: EngineContext): Protocol<string> {
  const engine = createEngine(context);
  for (let k = 0; k < 3; k++) yield* openField('uniform', randomShares(engine, 'random', 2));
  yield* barrier({ leafRoot: new Uint8Array(32).fill(1 + context.seat) });
  return 'done';
}

const random = seededRandom('mutations');
const below = (bound: number): number => Number(randomBelow(BigInt(bound), random));

/** Bytes changed, cut off, put in, or a stretch of another message. The session's id stays, or nothing would be read. */
function mutated(bytes: Uint8Array, other: Uint8Array): Uint8Array {
  const kind = below(5);
  const at = below(8) === 0 ? 0 : 33 + below(Math.max(1, bytes.length - 33));
  const copy = bytes.slice();
  if (kind === 0) copy[at] = below(256);
  else if (kind === 1) return bytes.slice(0, Math.max(33, at));
  else if (kind === 2) return Uint8Array.of(...bytes.slice(0, at), ...random(below(40)), ...bytes.slice(at));
  else if (kind === 3) copy.fill(below(2) === 0 ? 0xff : 0, at, at + 1 + below(8));
  else copy.set(other.slice(at, at + 1 + below(64)).subarray(0, Math.max(0, copy.length - at)), at);
  return copy;
}

test('20,000 broken messages throw nothing and name no honest seat', () => {
  const seen: Letter[] = [];
  let broken = 0;
  const network = createNetwork({
    n: 4,
    T: 1,
    rewrite: ({ from, to, bytes }) => {
      if (from === 3 && seen.length < 1500 && bytes.length < 20_000) seen.push({ from, to, bytes });
      // Before each true message of the cheating seat some broken ones: they are a seat's own, and what is true comes later or never.
      for (let k = 0; from !== 3 && to !== 3 && seen.length > 2 && k < 12 && broken < 8000; k++) {
        const [one, other] = [seen[below(seen.length)], seen[below(seen.length)]] as [Letter, Letter];
        network.machines[to]?.receive(3, mutated(one.bytes, other.bytes), network.now);
        broken++;
      }
      return bytes;
    },
  });
  withKeys(network);
  // A seat of the live set that sends garbage may end attempts: nothing more.
  const run = (work: Work): void => {
    for (const machine of network.machines) machine.request(work, network.now);
    network.until(() => (proceedAll(network), false), 4000);
  };
  run({ kind: 'pool', pool: 'triple', batch: 0, count: 8 });
  run(tasks(1n, wordless, {}));
  while (broken < 20_000) {
    const [one, other] = [seen[below(seen.length)], seen[below(seen.length)]] as [Letter, Letter];
    network.machines[below(3)]?.receive(3, mutated(one.bytes, other.bytes), network.now);
    if (++broken % 500 === 0) network.until(() => (proceedAll(network), false), 500);
  }
  for (const seat of [0, 1, 2]) {
    assert.ok(network.of(seat, 'blame').every((one) => one.seat === 3));
    assert.deepEqual(network.of(seat, 'slotTaken'), []);
    // A frame of an attempt that is over comes late from anybody.
    assert.ok(network.of(seat, 'peerFault').every((one) => one.seat === 3 || one.code === 'REPLAY'));
    assert.ok(network.of(seat, 'peerFault').length > 100);
  }
});

function seatOf(n: number, T: number): Seat {
  const facts = {
    chainId: 1n,
    tasksAddress: `0x${'11'.repeat(20)}`,
    committeeId: `0x${'22'.repeat(32)}`,
    generation: 1,
    n,
    T,
    qHi: Math.ceil((n + T + 1) / 2),
    seat: 0,
    boot: 1n,
  } as const;
  const ports = { marks: () => new Map(), verify: () => true } as unknown as Seat['ports'];
  return {
    facts,
    ports,
    timings: {} as Seat['timings'],
    checks: ALL_CHECKS,
    out: [],
    events: [],
    named: new Set(),
    served: new Map(),
    heard: new Map(),
  };
}

test('a seat that accuses another in each attempt is out two attempts later', () => {
  const four = seatOf(4, 1);
  const record = (seatA: number, seatB: number) => ({ seatA, seatB });
  assert.equal(excludedSeats(four, [record(3, 0)]), 0b0001);
  assert.equal(excludedSeats(four, [record(3, 0), record(3, 1)]), 0b1000);
  assert.equal(excludedSeats(four, [record(3, 0), record(0xff, 0xff)]), 0b1000);
  assert.equal(excludedSeats(four, [record(0xff, 0xff)]), 0);
});

test('(5,2): two seats cannot burn a pool by a number: a mark far ahead needs the signature of an honest one', () => {
  const zero = `0x${'00'.repeat(32)}` as const;
  const far = 1n << 60n;
  const hello = (signers: readonly number[]) => {
    const open = {
      sessionId: zero,
      attempt: 0,
      proposal: 0,
      abortsHash: zero,
      live: 31,
      ranges: [{ kind: 1, start: 0n, length: far }],
    };
    const proof = { open, signatures: signers.map((seat) => ({ seat, signature: new Uint8Array(64) })) };
    return { seat: 4, boot: 1n, marks: new Map([[1, far]]) as never, signature: new Uint8Array(64), proofs: [proof] };
  };
  assert.equal(jointMarks(seatOf(5, 2), [hello([3, 4])]).get(1) ?? 0n, 0n);
  assert.equal(jointMarks(seatOf(5, 2), [hello([0, 3, 4])]).get(1), far);
});

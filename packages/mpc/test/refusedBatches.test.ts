// What a peer may make up about a batch: commitments to seeds, and seeds that it shows. With other seeds than its peers hold no batch begins, and none of its seeds enters the replay that names who spoilt one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashOf, thresholdSets, toHex, u32be } from '@enigma/crypto';
import { SEED_COMMIT, type SessionOpen } from '@enigma/protocol';
import { barrier } from '../src/checkpoint.ts';
import type { EngineContext } from '../src/context.ts';
import { createEngine, randomShares } from '../src/engine.ts';
import { type Protocol, openField } from '../src/round.ts';
import { pairId, receiveSeedCommit, receiveSeeds } from '../src/session/batch.ts';
import { setSeedBytes } from '../src/session/keyring.ts';
import { MATERIAL } from '../src/session/ports.ts';
import { replaySuspects } from '../src/session/replay.ts';
import { receiveRound } from '../src/session/run.ts';
import { type Run, startRun } from '../src/session/runState.ts';
import { ZERO_HEX } from '../src/session/seat.ts';
import { type Session, protocolOf, takeSeeds } from '../src/session/session.ts';
import { MESSAGE, Reader, Writer } from '../src/session/wire.ts';
import { ABORT_REASON, type PoolWork } from '../src/session/work.ts';
import { flipped } from './runsAlone.ts';
import { type Alone, alone, readerOf } from './seatAlone.ts';

const work: PoolWork = { kind: 'pool', pool: 'triple', batch: 0, count: 2 };

/** Opens what all know: what each seat sends follows from its seeds. */
function* makeBatch(context: EngineContext): Protocol<unknown> {
  yield* openField('uniform', randomShares(createEngine(context), 'random', 2));
  yield* barrier({ phase: 2 });
  return { ok: false, code: 'WRONG_PRODUCT' };
}

interface Kit extends Alone {
  readonly of: Session;
}

/** A seat whose proposal is complete, before it has said what it commits to. */
function opened(self: number): Kit {
  const seat = alone({ self, makeBatch });
  const of = seat.session(work);
  const ranges = [{ kind: MATERIAL.pool, start: 0n, length: 1n }];
  const open: SessionOpen = { sessionId: of.id, attempt: 0, proposal: 0, abortsHash: ZERO_HEX, live: 0b1111, ranges };
  of.open = { open, signatures: [] };
  of.seeds = takeSeeds(of, open);
  of.stage = 'running';
  const openDigest = new Uint8Array(32).fill(1);
  of.trace = { openDigest, bodies: new Map() };
  const protocol = protocolOf(of, of.open, of.seeds as NonNullable<Session['seeds']>);
  const { id: sessionId, idBytes: id, trace } = of;
  of.run = startRun(seat.seat, {
    sessionId,
    id,
    attempt: 0,
    proposal: 0,
    live: 0b1111,
    openDigest,
    protocol,
    trace: trace.bodies,
  });
  return Object.assign(seat, { of });
}

/** What each seat sends the others when its batch starts. */
const COMMITS: readonly Uint8Array[] = [0, 1, 2, 3].map((self) => {
  const one = opened(self);
  one.of.batch.start(one.of);
  return one.of.batch.commitBytes as Uint8Array;
});

const [SIZE, FIRST] = [100, 33 + 2 + 2 + 2];
const placeOf = (bytes: Uint8Array, set: number): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = FIRST; at < bytes.length; at += SIZE) if (view.getUint32(at) === set) return at;
  throw new Error('it does not hold that');
};

/** The commitments of a seat with another hash for one of its keys, signed by it. */
function committing(one: Kit, by: number, set: number, hash: Uint8Array): Uint8Array {
  const bytes = (COMMITS[by] as Uint8Array).slice();
  const at = placeOf(bytes, set);
  bytes.set(hash, at + 4);
  const record = { sessionId: one.of.id, attempt: 0, set, seedHash: toHex(hash) };
  bytes.set(one.signature(by, SEED_COMMIT, record), at + 36);
  return bytes;
}

const hear = (one: Kit, from: number, bytes: Uint8Array): void =>
  receiveSeedCommit(one.of, from, new Reader(bytes.subarray(33)));

/** Seat 0 hears the others' commitments, some of them changed. */
function committed(changes: Readonly<Record<number, (one: Kit) => Uint8Array>> = {}): Kit {
  const one = opened(0);
  one.of.batch.start(one.of);
  for (const by of [1, 2, 3]) hear(one, by, changes[by]?.(one) ?? (COMMITS[by] as Uint8Array));
  return one;
}

const HASH = new Uint8Array(32).fill(9);
const [SHARED, THEIRS] = [0b0100, 0b0001];

test('a batch begins when all have committed to the seeds that they share with us, and signed it', () => {
  const good = committed();
  assert.deepEqual([good.of.run?.begun, good.of.run?.end, good.faults()], [true, null, []]);
  const forged = committed({ 1: () => flipped(COMMITS[1] as Uint8Array, FIRST + 40) });
  assert.deepEqual([forged.of.run?.begun, forged.faults()], [false, ['1 BAD_SIGNATURE']]);
  for (const set of [SHARED, pairId(0, 1)]) {
    const other = committed({ 1: (one) => committing(one, 1, set, HASH) });
    assert.deepEqual(
      [other.of.run?.begun, other.of.run?.end],
      [false, { kind: 'abort', reason: ABORT_REASON.mismatch, accused: null }],
    );
  }
  // What they hold without us they may commit to as they like: they learn by it in a failed batch alone.
  assert.equal(committed({ 1: (one) => committing(one, 1, THEIRS, HASH) }).of.run?.begun, true);
});

test('what a seat has committed to stands, whatever it signs later', () => {
  const one = committed();
  const before = one.of.batch.commits.get(1)?.get(THEIRS);
  hear(one, 1, committing(one, 1, THEIRS, HASH));
  assert.deepEqual([one.of.batch.commits.get(1)?.get(THEIRS), one.faults()], [before, []]);
});

test('a seat that cannot sign its commitments ends the attempt', () => {
  const one = opened(0);
  one.taken.add('seedCommit');
  one.of.batch.start(one.of);
  assert.deepEqual(one.of.run?.end, { kind: 'abort', reason: ABORT_REASON.ownFailure, accused: null });
});

const hashOfSeed = (set: number, bytes: Uint8Array): Uint8Array => hashOf('enigma.session.seed.v1', u32be(set), bytes);

/** The seeds that a seat shows, some of them others. */
function shows(one: Kit, by: number, instead: ReadonlyMap<number, Uint8Array> = new Map()): string[] {
  one.of.batch.attempt = 0;
  one.of.batch.live = 0b1111;
  const own = new Map(seedsOf(by));
  for (const [set, bytes] of instead) own.set(set, bytes);
  const w = new Writer().uint(0, 2).list([...own], (each, [set, bytes]) => each.uint(set, 4).bytes(bytes));
  receiveSeeds(one.of, by, readerOf(w));
  return one.faults();
}

/** By T-set and by pair. */
function seedsOf(by: number): ReadonlyMap<number, Uint8Array> {
  const { seeds } = opened(by).of;
  return new Map([
    ...[...(seeds?.sets ?? [])].map(([set, all]) => [set, setSeedBytes(all)] as const),
    ...[...(seeds?.pairs ?? [])].map(([other, seed]) => [pairId(by, other), seed] as const),
  ]);
}

test('seeds that are shown have their size, are those that were committed to, and the same that others have shown', () => {
  const good = committed();
  for (const by of [1, 2, 3]) assert.deepEqual(shows(good, by), []);
  assert.deepEqual(
    [...good.of.batch.seeds.keys()].sort((a, b) => a - b),
    [1, 2, 4, 8, ...pairs()],
  );
  for (const set of [THEIRS, pairId(1, 2)]) {
    const short = Uint8Array.of(1, 2, 3);
    const one = committed({ 1: (kit) => committing(kit, 1, set, hashOfSeed(set, short)) });
    assert.deepEqual([shows(one, 1, new Map([[set, short]])), one.of.batch.seedsFrom.has(1)], [['1 MALFORMED'], false]);
    const long = (seedsOf(1).get(set) as Uint8Array).map((byte) => byte ^ 1);
    const other = committed();
    assert.deepEqual(shows(other, 1, new Map([[set, long]])), ['1 BAD_RECORD']);
    const two = committed({ 2: (kit) => committing(kit, 2, set, hashOfSeed(set, long)) });
    assert.deepEqual([shows(two, 1), shows(two, 2, new Map([[set, long]]))], [[], ['2 BAD_RECORD']]);
    assert.deepEqual(two.of.batch.seeds.get(set), seedsOf(1).get(set));
  }
});

function pairs(): number[] {
  return [0, 1, 2, 3]
    .flatMap((a) => [1, 2, 3].filter((b) => a < b && a > 0).map((b) => pairId(a, b)))
    .concat([1, 2, 3].map((b) => pairId(0, b)))
    .sort((a, b) => a - b);
}

/** All seeds, and what seat 0 has received in the batch, where seat 2 lied to it. */
function failed(): { readonly one: Kit; readonly seeds: Map<number, Uint8Array> } {
  const kits = [0, 1, 2, 3].map((self) => opened(self));
  for (const kit of kits) {
    kit.of.batch.start(kit.of);
    for (const by of [0, 1, 2, 3]) if (by !== kit.seat.facts.seat) hear(kit, by, COMMITS[by] as Uint8Array);
  }
  for (let moved = true; moved;) {
    moved = false;
    for (const [from, { seat }] of kits.entries())
      for (const { to, bytes } of seat.out.splice(0)) {
        if (bytes[0] !== MESSAGE.frame && bytes[0] !== MESSAGE.checkpoint) continue;
        moved = true;
        receiveRound((kits[to] as Kit).of.run as Run, from, bytes);
      }
  }
  const [one] = kits as [Kit];
  const body = one.of.trace?.bodies.get(0)?.get(2) as Uint8Array;
  one.of.trace?.bodies.get(0)?.set(2, flipped(body, 0));
  return { one, seeds: new Map([0, 1, 2, 3].flatMap((by) => [...seedsOf(by)])) };
}

test('who sent what its seeds do not give is found once every seed is there, and not before', () => {
  const { one, seeds } = failed();
  assert.deepEqual(replaySuspects(one.of, seeds), [2]);
  for (const set of [...thresholdSets(4, 1), pairId(0, 1), pairId(2, 3)]) {
    const some = new Map(seeds);
    some.delete(set);
    assert.equal(replaySuspects(one.of, some), undefined, `without ${set}`);
  }
  assert.equal(replaySuspects({ ...one.of, trace: null }, seeds), undefined);
  assert.equal(replaySuspects({ ...one.of, open: null }, seeds), undefined);
});

// Frames and checkpoints that a peer made up, at one seat of a run: each ends the attempt or is dropped, and none is computed with. What is true goes on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concat, newVector, setsHeldBy, toHex, vectorOf } from '@enigma/crypto';
import { CHECKPOINT } from '@enigma/protocol';
import { type Bits, bitsFrom } from '../src/bits.ts';
import type { Protocol } from '../src/round.ts';
import { compareCheckpoints, finishCheckpoint } from '../src/session/checkpointRounds.ts';
import { type SignedCheckpoint, decodeCheckpoint, encodeSignedCheckpoint } from '../src/session/checkpoints.ts';
import { HEADER_BYTES, hashOfMessage, placeOf, sentRoot, splitFrame } from '../src/session/frame.ts';
import { ROUNDS_MAX } from '../src/session/limits.ts';
import { resolveOpenings } from '../src/session/openingRound.ts';
import { closeRound, receiveRound, tickRun } from '../src/session/run.ts';
import type { Run } from '../src/session/runState.ts';
import { digestOf, emitBlame } from '../src/session/seat.ts';
import { MESSAGE } from '../src/session/wire.ts';
import { ABORT_REASON, BLAME_REASON } from '../src/session/work.ts';
import { type Alone, signatureOf } from './seatAlone.ts';
import { BODY, type Letter, type Runs, flipped, opens, pump, runsOf } from './runsAlone.ts';

/** What becomes of seat 0 where `change` rewrites what reaches it in one round from one seat. */
function hears(
  protocol: (seat: number) => Protocol<unknown>,
  from: number,
  round: number,
  change: (bytes: Uint8Array) => Uint8Array,
): readonly [end: number | string | undefined, faults: readonly string[]] {
  const all = runsOf(protocol);
  pump(all, (letter) =>
    letter.from === from && letter.to === 0 && placeOf(letter.bytes)?.round === round
      ? change(letter.bytes)
      : letter.bytes,
  );
  const { end } = all.runs[0] as Run;
  return [end?.kind === 'abort' ? end.reason : end?.kind, (all.seats[0] as Alone).faults()];
}

const spoilt = (at: number, length: number) => (bytes: Uint8Array) => {
  const copy = bytes.slice();
  copy.fill(0xff, at, at + length);
  return copy;
};
const shorter = (by: number) => (bytes: Uint8Array) => bytes.slice(0, bytes.length - by);
const longer = (bytes: Uint8Array): Uint8Array => concat(bytes, Uint8Array.of(0));
const malformed = (from: number) => [ABORT_REASON.malformed, [`${from} MALFORMED`]];

test('a frame of an opening has the header of its round and a canonical body of its size, or ends the attempt', () => {
  assert.deepEqual(
    hears(opens(), 1, 0, (bytes) => bytes),
    ['done', []],
  );
  const rows: readonly (readonly [string, (bytes: Uint8Array) => Uint8Array])[] = [
    ['cut in its view', (bytes) => bytes.slice(0, HEADER_BYTES + 20)],
    ['another header', (bytes) => flipped(bytes, HEADER_BYTES - 1)],
    ['a share that is no element', spoilt(BODY, 16)],
    ['a share too few', shorter(16)],
    ['a byte too many', longer],
  ];
  for (const [why, change] of rows) assert.deepEqual(hears(opens(), 1, 0, change), malformed(1), why);
});

/** Terms of a sum of two elements and five bits, for king 0 both. */
function* sums(seat: number): Protocol<string> {
  const terms = seat < 3 ? vectorOf([1n, 2n]) : null;
  const termBits: Bits | null = seat < 3 ? bitsFrom([1, 0, 1, 1, 0]) : null;
  yield [
    { kind: 'sumField', length: 2, terms },
    { kind: 'sumBits', length: 5, terms: termBits },
  ];
  return 'done';
}

test('a term for a king, and a king’s sum, are canonical and of their size', () => {
  assert.deepEqual(
    hears(sums, 2, 0, (bytes) => bytes),
    ['done', []],
  );
  const rows: readonly (readonly [string, (bytes: Uint8Array) => Uint8Array])[] = [
    ['no element', spoilt(BODY, 16)],
    ['bits beyond the last', spoilt(BODY + 32, 4)],
    ['cut', shorter(1)],
    ['a byte too many', longer],
  ];
  for (const [why, change] of rows) {
    assert.deepEqual(hears(sums, 2, 0, change), malformed(2), `term: ${why}`);
    // At seat 1, whom king 0 tells the sum.
    const all = runsOf(sums);
    pump(all, ({ from, to, bytes }) => (from === 0 && to === 1 && placeOf(bytes)?.round === 1 ? change(bytes) : bytes));
    assert.deepEqual(all.runs[1]?.end, { kind: 'abort', reason: ABORT_REASON.malformed, accused: null }, `sum: ${why}`);
    assert.deepEqual(all.seats[1]?.faults(), ['0 MALFORMED']);
  }
  assert.deepEqual(hears(sums, 3, 1, longer), malformed(3), 'a sum of who is no king');
});

test('bits that are opened have nothing beyond their length', () => {
  function* bits(seat: number): Protocol<string> {
    const pieces = new Map(setsHeldBy(4, 1, seat).map((set) => [set, Uint32Array.of(set)]));
    yield [{ kind: 'openBits', bound: 'uniform', bits: { length: 5, pieces } }];
    return 'done';
  }
  const outcome = (word: number): unknown => {
    const all = runsOf(bits);
    const run = all.runs[0] as Run;
    pump(all, () => null);
    const pieces = new Map([1, 2, 4, 8].map((set) => [set, new Uint8Array(Uint32Array.of(word).buffer)]));
    resolveOpenings(run, newVector(0), pieces);
    return run.end;
  };
  assert.deepEqual(outcome(1), { kind: 'done', result: 'done' });
  assert.deepEqual(outcome(0x20), { kind: 'abort', reason: ABORT_REASON.mismatch, accused: null });
});

test('what has no place in the round is dropped as a fault of who sent it', () => {
  const all = runsOf(opens(), { live: 0b0111 });
  const held: Letter[] = [];
  pump(all, (letter) => (letter.to === 0 ? (held.push(letter), null) : letter.bytes));
  const [run, seat] = [all.runs[0] as Run, all.seats[0] as Alone];
  const { bytes } = held.find(({ from }) => from === 1) as Letter;
  receiveRound(run, 1, bytes.slice(0, 20));
  assert.deepEqual(seat.faults(), ['1 MALFORMED']);
  receiveRound(run, 3, bytes);
  assert.deepEqual(seat.faults(), ['3 MALFORMED']);
  const ahead = bytes.slice();
  new DataView(ahead.buffer).setUint32(37, 2);
  receiveRound(run, 1, ahead);
  assert.deepEqual(seat.faults(), ['1 WRONG_PLACE']);
  assert.equal(
    [...run.inbox.values()].reduce((sum, frames) => sum + frames.size, 0),
    0,
  );
});

test('a frame of another view ends the attempt: in its first round at once, later by the vectors of the round before', () => {
  assert.deepEqual(
    hears(opens(), 1, 0, (bytes) => flipped(bytes, HEADER_BYTES)),
    [ABORT_REASON.view, []],
  );
  const all = runsOf(function* (seat: number): Protocol<string> {
    yield* opens()(seat);
    return yield* opens()(seat);
  });
  pump(all, ({ from, to, bytes }) =>
    from === 1 && to === 0 && bytes[0] === MESSAGE.frame && placeOf(bytes)?.round === 3
      ? flipped(bytes, HEADER_BYTES)
      : bytes,
  );
  assert.deepEqual(all.runs[0]?.end, { kind: 'abort', reason: ABORT_REASON.view, accused: null });
});

test('a short frame is none, and has no place', () => {
  assert.equal(splitFrame(new Uint8Array(BODY - 1)), undefined);
  assert.equal(splitFrame(new Uint8Array(BODY))?.body.length, 0);
  assert.equal(placeOf(new Uint8Array(40)), undefined);
  assert.deepEqual(placeOf(new Uint8Array(41)), { attempt: 0, proposal: 0, round: 0 });
});

test('a round that is overdue ends the attempt, and so do more rounds than there may be', () => {
  const late = runsOf(opens());
  pump(late, () => null);
  const run = late.runs[0] as Run;
  for (const nowMs of [0, run.seat.timings.roundMs]) tickRun(run, nowMs);
  assert.equal(run.end, null);
  tickRun(run, run.seat.timings.roundMs + 1);
  assert.deepEqual(run.end, { kind: 'abort', reason: ABORT_REASON.timeout, accused: null });
  const many = runsOf(opens()).runs[0] as Run;
  many.round = ROUNDS_MAX - 1;
  closeRound(many, new Uint8Array(0));
  assert.equal(many.end, null);
  closeRound(many, new Uint8Array(0));
  assert.deepEqual(many.end, { kind: 'abort', reason: ABORT_REASON.ownFailure, accused: null });
});

/** The checkpoints of the others as they come to seat 0, which has signed its own. */
function atCheckpoint(): { readonly all: Runs; readonly run: Run; readonly frames: Map<number, Uint8Array> } {
  const all = runsOf(opens());
  const frames = new Map<number, Uint8Array>();
  pump(all, ({ from, to, bytes }) => {
    if (to !== 0 || bytes[0] !== MESSAGE.checkpoint) return bytes;
    frames.set(from, bytes);
    return null;
  });
  return { all, run: all.runs[0] as Run, frames };
}

/** Another checkpoint of the same seat, signed by it. */
function changed(
  run: Run,
  bytes: Uint8Array,
  change: (one: SignedCheckpoint) => Partial<SignedCheckpoint>,
  id = run.id,
): Uint8Array {
  const one = decodeCheckpoint(run.seat, bytes) as SignedCheckpoint;
  const next = { ...one, ...change(one) };
  const signature = signatureOf(next.by, digestOf(run.seat, CHECKPOINT, next.record));
  return encodeSignedCheckpoint(id, { ...next, signature });
}

/** As `advance` does when all are there. */
function finishes(run: Run, frames: ReadonlyMap<number, Uint8Array>): void {
  for (const [from, bytes] of frames) run.receivedHashes.get(from)?.push(hashOfMessage(bytes));
  finishCheckpoint(run, frames);
}

const OTHER = `0x${'99'.repeat(32)}` as const;

test('a checkpoint is of this place, over our view, and over what it sent us', () => {
  const record = (fields: Partial<SignedCheckpoint['record']>) => (one: SignedCheckpoint) => ({
    record: { ...one.record, ...fields },
  });
  const withLeaves = (leaves: (before: readonly Uint8Array[]) => readonly Uint8Array[]) => (one: SignedCheckpoint) => {
    const next = leaves(one.leaves);
    return { leaves: next, record: { ...one.record, sentRoot: toHex(sentRoot(next)) } };
  };
  const judged = (change: (one: SignedCheckpoint) => Partial<SignedCheckpoint>) => {
    const { all, run, frames } = atCheckpoint();
    frames.set(1, changed(run, frames.get(1) as Uint8Array, change));
    finishes(run, frames);
    const reason = run.end?.kind === 'abort' ? run.end.reason : undefined;
    const accused = run.end?.kind === 'abort' ? run.end.accused?.seat : undefined;
    return { kind: run.kind, reason, accused, viewSeat: run.viewSeat, faults: (all.seats[0] as Alone).faults() };
  };
  const good = { kind: 'confirm', reason: undefined, accused: undefined, viewSeat: null, faults: [] };
  const bad = { ...good, kind: 'checkpoint', reason: ABORT_REASON.malformed, faults: ['1 BAD_RECORD'] };
  assert.deepEqual(
    judged(() => ({})),
    good,
  );
  assert.deepEqual(judged(record({ leafRoot: OTHER })), good);
  assert.deepEqual(judged(record({ attempt: 1 })), bad);
  assert.deepEqual(judged(record({ index: 1 })), bad);
  assert.deepEqual(judged(record({ phase: 2 })), bad);
  assert.deepEqual(judged(record({ live: 0b0111 })), bad);
  assert.deepEqual(
    judged(() => ({ round: 9 })),
    bad,
  );
  assert.deepEqual(
    judged(() => ({ proposal: 1 })),
    bad,
  );
  assert.deepEqual(judged(withLeaves((leaves) => leaves.slice(0, 3))), bad);
  assert.deepEqual(
    judged((one) => ({ leaves: one.leaves.with(3, new Uint8Array(32)) })),
    bad,
  );
  assert.deepEqual(judged(record({ viewHash: OTHER })), { ...good, kind: 'checkpoint', viewSeat: 1 });
  assert.deepEqual(judged(withLeaves((leaves) => leaves.with(0, new Uint8Array(32)))), {
    ...good,
    kind: 'checkpoint',
    reason: ABORT_REASON.mismatch,
    accused: 1,
  });
});

test('a checkpoint that nobody signed, or another than who sends it, ends the attempt', () => {
  const outcome = (change: (bytes: Uint8Array, frames: Map<number, Uint8Array>) => Uint8Array) => {
    const { all, run, frames } = atCheckpoint();
    frames.set(1, change(frames.get(1) as Uint8Array, frames));
    finishes(run, frames);
    return [run.end?.kind === 'abort' ? run.end.reason : undefined, (all.seats[0] as Alone).faults()];
  };
  assert.deepEqual(
    outcome((bytes) => bytes),
    [undefined, []],
  );
  assert.deepEqual(
    outcome((bytes) => flipped(bytes, 177)),
    [ABORT_REASON.malformed, ['1 BAD_SIGNATURE']],
  );
  assert.deepEqual(
    outcome((_, frames) => frames.get(2) as Uint8Array),
    [ABORT_REASON.malformed, ['1 BAD_RECORD']],
  );
});

test('what is no checkpoint is not read as one, and one that was signed for another session is not of this one', () => {
  const { run, frames } = atCheckpoint();
  const bytes = frames.get(1) as Uint8Array;
  const other = bytes.slice();
  other[0] = MESSAGE.frame;
  assert.equal(decodeCheckpoint(run.seat, bytes)?.by, 1);
  assert.equal(decodeCheckpoint(run.seat, other), undefined);
  const forged = bytes.slice();
  forged[41] = 2;
  assert.equal(decodeCheckpoint(run.seat, forged), undefined);
});

test('two signed checkpoints name a seat only if they are of one seat and one place, and differ', () => {
  const named = (change: (one: SignedCheckpoint) => Partial<SignedCheckpoint>) => {
    const { run, frames } = atCheckpoint();
    const one = decodeCheckpoint(run.seat, frames.get(1) as Uint8Array) as SignedCheckpoint;
    const found = compareCheckpoints(run, one, { ...one, ...change(one) });
    assert.equal(
      run.seat.events.some(({ type }) => type === 'blame'),
      found,
    );
    return found;
  };
  const leafRoot = OTHER;
  assert.equal(
    named(({ record }) => ({ record: { ...record, leafRoot } })),
    true,
  );
  assert.equal(
    named(({ record }) => ({ by: 2, record: { ...record, leafRoot } })),
    false,
  );
  assert.equal(
    named(({ record }) => ({ record: { ...record, leafRoot, index: 1 } })),
    false,
  );
  assert.equal(
    named(({ record }) => ({ record: { ...record, leafRoot, attempt: 1 } })),
    false,
  );
  assert.equal(
    named(() => ({})),
    false,
  );
});

test('a seat is named once for one place', () => {
  const { run } = atCheckpoint();
  const slot = { sessionId: OTHER, attempt: 0, phase: 0, round: 0, position: 0 };
  const evidence = {
    kind: 'wrongOpening',
    slot,
    viewHash: OTHER,
    fieldLength: 1,
    pieceBytes: 0,
    set: 0,
    index: 0,
    shown: [],
  } as const;
  const blame = { type: 'blame', seat: 1, reason: BLAME_REASON.equivocation, slot, evidence } as const;
  assert.deepEqual([emitBlame(run.seat, blame), emitBlame(run.seat, blame)], [true, false]);
  assert.equal(run.seat.events.length, 1);
});

test('a seat whose slot is taken by another digest says nothing, and ends its attempt', () => {
  const all = runsOf(opens());
  all.seats[0]?.taken.add('checkpoint');
  pump(all);
  assert.deepEqual(all.runs[0]?.end, { kind: 'abort', reason: ABORT_REASON.ownFailure, accused: null });
  assert.ok(all.runs[0]?.seat.events.some(({ type }) => type === 'slotTaken'));
});

// Records of sessions that are over, and what says that one is over, as a peer made them up: a seat that was away follows the signed one alone, and burns nothing for another.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concat } from '@enigma/crypto';
import { CHECKPOINT, SESSION_OPEN, type SessionOpen } from '@enigma/protocol';
import { barrier } from '../src/checkpoint.ts';
import { type Protocol, echo, openField } from '../src/round.ts';
import { type SignedCheckpoint, encodeSignedCheckpoint } from '../src/session/checkpoints.ts';
import { followRecord, receiveFinal, receivePart, tickFollowing } from '../src/session/following.ts';
import { ENDS_AWAITED_RESENDS, RECORD_BYTES_MAX, ROUNDS_MAX } from '../src/session/limits.ts';
import { type SignedOpen, writeSignedOpen } from '../src/session/opening.ts';
import { MATERIAL } from '../src/session/ports.ts';
import { type SessionRecord, decodeRecord, encodeRecord, follow, readCheckpoints } from '../src/session/record.ts';
import type { Run, RoundKind } from '../src/session/runState.ts';
import { ZERO_HEX } from '../src/session/seat.ts';
import { type Session, sessionIdOfWork, takeSeeds } from '../src/session/session.ts';
import { Writer } from '../src/session/wire.ts';
import { pump, runsOf, sharesOf } from './runsAlone.ts';
import { type Alone, alone, factsOf, readerOf, signatureOf } from './seatAlone.ts';
import { digestOf } from '../src/session/seat.ts';
import { tasks } from './sessionSteps.ts';

const OTHER = `0x${'99'.repeat(32)}` as const;

/** Two openings, an echo, sums and a signed checkpoint: every kind of round. */
function* everyRound(seat: number): Protocol<string> {
  const shares = sharesOf(4, 1)[seat]?.slice() as BigUint64Array<ArrayBuffer>;
  const opened = yield* openField('uniform', shares);
  yield* echo(1);
  yield [{ kind: 'sumField', length: 2, terms: seat < 3 ? (sharesOf(4, 1)[0]?.slice() ?? null) : null }];
  yield* barrier({ leafRoot: new Uint8Array(32).fill(seat + 1) });
  return opened.join();
}

const work = tasks(1n, (context) => everyRound(context.seat), {});
const id = sessionIdOfWork(factsOf(), work);

const OPEN: SessionOpen = {
  sessionId: id,
  attempt: 0,
  proposal: 0,
  abortsHash: ZERO_HEX,
  live: 0b0111,
  ranges: [{ kind: MATERIAL.output, start: 0n, length: 1n }],
};

function signedBy(seats: readonly number[], open = OPEN): SignedOpen {
  const { seat } = alone();
  return {
    open,
    signatures: seats.map((by) => ({ seat: by, signature: signatureOf(by, digestOf(seat, SESSION_OPEN, open)) })),
  };
}

/** What seats 0 to 2 have recorded. */
function recorded(protocol: (seat: number) => Protocol<unknown> = everyRound): SessionRecord {
  const all = runsOf(protocol, { live: OPEN.live, signed: OPEN });
  pump(all);
  const run = all.runs[0] as Run;
  assert.equal(run.end?.kind, 'done');
  return { signedOpen: signedBy([0, 1, 2]), rounds: run.record };
}

const record = recorded();
const kinds = record.rounds.map(({ kind }) => kind);

/** Seat 3, which was away. */
function away(records = true): Alone {
  const one = alone({ self: 3 });
  return Object.assign(one, { seat: Object.assign(one.seat, { checks: { ...one.seat.checks, records } }) });
}

const follows = (changed: SessionRecord, records = true, protocol = everyRound): unknown =>
  follow(away(records).seat, changed, protocol(3))?.result;

test('the record that the live seats signed is followed to their result', () => {
  assert.deepEqual(kinds, ['openings', 'echo', 'openings', 'sums', 'checkpoint', 'confirm'] satisfies RoundKind[]);
  assert.equal(follows(record), [5n, 0n, 7n, 0n].join());
  assert.deepEqual(decodeRecord(encodeRecord(record)), record);
});

const without = (at: number): SessionRecord => ({ ...record, rounds: record.rounds.toSpliced(at, 1) });
const cut = (length: number): SessionRecord => ({ ...record, rounds: record.rounds.slice(0, length) });
const changed = (at: number, fields: Partial<SessionRecord['rounds'][number]>): SessionRecord => ({
  ...record,
  rounds: record.rounds.with(at, { ...(record.rounds[at] as SessionRecord['rounds'][number]), ...fields }),
});

test('a record that lacks a round, has one too many, or one of another kind or size is none', () => {
  for (let length = 0; length < kinds.length; length++)
    assert.equal(follows(cut(length)), undefined, `${length} rounds`);
  for (let at = 0; at < kinds.length; at++) assert.equal(follows(without(at)), undefined, `without ${kinds[at]}`);
  const more = { ...record, rounds: [...record.rounds, { kind: 'echo', bytes: new Uint8Array(0) } as const] };
  assert.equal(follows(more), undefined);
  assert.equal(follows(changed(0, { kind: 'sums' })), undefined);
});

test('the shape of a record is the plan’s even where its signatures are not looked at', () => {
  assert.equal(follows(record, false), [5n, 0n, 7n, 0n].join());
  for (let at = 0; at < kinds.length; at++)
    assert.equal(follows(without(at), false), undefined, `without ${kinds[at]}`);
  const [opened, sums] = [0, 3].map((at) => (record.rounds[at] as SessionRecord['rounds'][number]).bytes);
  assert.equal(follows(changed(0, { bytes: concat(opened as Uint8Array, new Uint8Array(16)) }), false), undefined);
  assert.equal(follows(changed(3, { bytes: concat(sums as Uint8Array, new Uint8Array(16)) }), false), undefined);
  assert.equal(follows(changed(1, { bytes: new Uint8Array(1) }), false), undefined);
});

test('another value, another open or too few signatures are not what was signed', () => {
  const value = (record.rounds[0] as SessionRecord['rounds'][number]).bytes.slice();
  value[0] = 6;
  assert.equal(follows(changed(0, { bytes: value })), undefined);
  assert.equal(follows({ ...record, signedOpen: signedBy([0, 1]) }), undefined);
  assert.equal(follows({ ...record, signedOpen: signedBy([0, 1, 2], { ...OPEN, attempt: 1 }) }), undefined);
  const { bytes } = record.rounds[4] as SessionRecord['rounds'][number];
  const list = readCheckpoints(away().seat, bytes) as SignedCheckpoint[];
  const some = (...chosen: readonly number[]) =>
    new Writer()
      .list(chosen, (w, k) => w.bytes(encodeSignedCheckpoint(idBytes, list[k] as SignedCheckpoint, true)))
      .done();
  assert.notEqual(follows(changed(4, { bytes: some(0, 1, 2) })), undefined);
  const other = (fields: Partial<SignedCheckpoint['record']>): Uint8Array => {
    const last = list[2] as SignedCheckpoint;
    const changedRecord = { ...last.record, ...fields };
    const signature = signatureOf(2, digestOf(away().seat, CHECKPOINT, changedRecord));
    const all = [...list.slice(0, 2), { ...last, record: changedRecord, signature }];
    return new Writer().list(all, (w, one) => w.bytes(encodeSignedCheckpoint(idBytes, one, true))).done();
  };
  assert.notEqual(follows(changed(4, { bytes: other({}) })), undefined);
  assert.equal(follows(changed(4, { bytes: other({ viewHash: OTHER }) })), undefined, 'another view');
  assert.equal(follows(changed(4, { bytes: other({ live: 0b1111 }) })), undefined, 'another live set');
  // The values are right with T + 1 signatures; the root of the seat that is left out would be missing from the next state.
  for (const chosen of [[0, 1], [1, 2], [0], [], [0, 1, 1], [0, 1, 2, 2]])
    assert.equal(follows(changed(4, { bytes: some(...chosen) })), undefined, chosen.join());
});

const idBytes = Uint8Array.from({ length: 32 }, (_, k) => Number.parseInt(id.slice(2 + 2 * k, 4 + 2 * k), 16));

test('signed checkpoints are read whole, and each is signed', () => {
  const { seat } = away();
  const { bytes } = record.rounds[4] as SessionRecord['rounds'][number];
  assert.equal(readCheckpoints(seat, bytes)?.length, 3);
  assert.equal(readCheckpoints(seat, concat(bytes, Uint8Array.of(0))), undefined);
  const forged = bytes.slice();
  forged[forged.length - 3] = (forged[forged.length - 3] as number) ^ 1;
  assert.equal(readCheckpoints(seat, forged), undefined);
  assert.equal(follows(changed(4, { bytes: forged })), undefined);
});

test('a session that ends without a signed checkpoint has nothing to follow', () => {
  function* unsigned(seat: number): Protocol<unknown> {
    yield* openField('uniform', sharesOf(4, 1)[seat]?.slice() as BigUint64Array<ArrayBuffer>);
    return 'done';
  }
  assert.equal(follow(away().seat, recorded(unsigned), unsigned(3)), undefined);
});

test('a record of more rounds than an attempt has is not read', () => {
  const many = (count: number): Uint8Array =>
    concat(writeSignedOpen(new Writer(), record.signedOpen).uint(count, 4).done(), new Uint8Array(5 * count));
  assert.equal(decodeRecord(many(3))?.rounds.length, 3);
  // Compared here: a million rounds are not to be printed.
  assert.ok(decodeRecord(many(ROUNDS_MAX + 1)) === undefined);
  assert.equal(decodeRecord(concat(many(3), Uint8Array.of(0))), undefined);
});

/** Seat 3 hears of the session that it was away from. */
function late(): { readonly one: Alone; readonly session: Session } {
  const one = away();
  return { one, session: one.session(work) };
}

test('a record is followed, waits or is bad; for a bad one nothing is burnt', () => {
  const tries = (bytes: Uint8Array, prepare: (one: Alone, session: Session) => void = () => undefined) => {
    const { one, session } = late();
    prepare(one, session);
    return [followRecord(session, bytes, undefined), session.stage, one.marks.size];
  };
  const bytes = encodeRecord(record);
  assert.deepEqual(tries(bytes), ['done', 'finished', 1]);
  assert.deepEqual(tries(bytes.slice(1)), ['bad', 'hello', 0]);
  assert.deepEqual(tries(encodeRecord({ ...record, signedOpen: signedBy([0, 1, 2], { ...OPEN, sessionId: OTHER }) })), [
    'bad',
    'hello',
    0,
  ]);
  assert.deepEqual(tries(encodeRecord({ ...record, signedOpen: signedBy([0, 1]) })), ['bad', 'hello', 0]);
  assert.deepEqual(tries(encodeRecord(changed(0, { kind: 'sums' }))), ['bad', 'hello', 1]);
  assert.deepEqual(
    tries(bytes, (one) => void (one.ring = undefined)),
    ['wait', 'hello', 0],
  );
  // A batch that is not here yet.
  const open = { ...OPEN, ranges: [{ kind: MATERIAL.triple, start: 0n, length: 4n }, ...OPEN.ranges] };
  assert.deepEqual(tries(encodeRecord({ ...record, signedOpen: signedBy([0, 1, 2], open) })), ['wait', 'hello', 2]);
  // The keys of its step are gone: no record brings them back.
  const spent = (one: Alone): void => void takeSeeds(one.session(tasks(2n)), OPEN);
  assert.deepEqual(tries(bytes, spent), ['done', 'dead', 1]);
});

test('seeds come from a step of the chain that is named, from keys that are there', () => {
  const takes = (prepare: (one: Alone) => void, open = OPEN): boolean => {
    const { one, session } = late();
    prepare(one);
    return takeSeeds(session, open) !== null;
  };
  assert.equal(
    takes(() => undefined),
    true,
  );
  assert.equal(
    takes(() => undefined, { ...OPEN, ranges: [] }),
    false,
  );
  assert.equal(
    takes((one) => void (one.ring = undefined)),
    false,
  );
  assert.equal(
    takes((one) => void takeSeeds(one.session(tasks(2n)), OPEN)),
    false,
  );
});

test('that a session is over say T + 1 of its seats, over one view', () => {
  const { seat } = away();
  const list = readCheckpoints(seat, (record.rounds[4] as SessionRecord['rounds'][number]).bytes) as SignedCheckpoint[];
  const bytes = (one: SignedCheckpoint): Uint8Array => encodeSignedCheckpoint(idBytes, one, true);
  const other = (one: SignedCheckpoint, fields: Partial<SignedCheckpoint['record']>): SignedCheckpoint => {
    const changedRecord = { ...one.record, ...fields };
    return { ...one, record: changedRecord, signature: signatureOf(one.by, digestOf(seat, CHECKPOINT, changedRecord)) };
  };
  const hears = (entries: readonly Uint8Array[]) => {
    const { one, session } = late();
    receiveFinal(session, 1, readerOf(new Writer().uint(0, 4).list(entries, (w, entry) => w.bytes(entry))), 1000);
    return [one.faults(), [...session.follow.sources]];
  };
  const [a, b] = list as [SignedCheckpoint, SignedCheckpoint];
  assert.deepEqual(hears([bytes(a), bytes(b)]), [[], [1]]);
  assert.deepEqual(hears([bytes(a)]), [['1 BAD_RECORD'], []]);
  assert.deepEqual(hears([bytes(a), bytes(a)]), [['1 BAD_RECORD'], []]);
  assert.deepEqual(hears([bytes(a), bytes(other(b, { viewHash: OTHER }))]), [['1 BAD_RECORD'], []]);
  assert.deepEqual(hears([bytes(a), bytes(other(b, { live: 0b1111 }))]), [['1 BAD_RECORD'], []]);
  assert.deepEqual(hears([bytes(a), bytes(b), new Uint8Array(9)]), [['1 BAD_SIGNATURE'], []]);
  const elsewhere = [a, b].map((one) =>
    encodeSignedCheckpoint(new Uint8Array(32).fill(0x99), other(one, { sessionId: OTHER }), true),
  );
  assert.deepEqual(hears(elsewhere), [['1 BAD_SIGNATURE'], []]);
});

test('a part of a record has bytes, and belongs to one that there may be', () => {
  const hears = (total: number, bytes: number) => {
    const { one, session } = late();
    session.follow.from = 1;
    receivePart(session, 1, readerOf(new Writer().uint(total, 4).uint(0, 4).bytes(new Uint8Array(bytes))), 0);
    return [one.faults(), session.follow.size];
  };
  assert.deepEqual(hears(100, 10), [[], 10]);
  assert.deepEqual(hears(100, 0), [['1 MALFORMED'], 0]);
  assert.deepEqual(hears(RECORD_BYTES_MAX, 10), [[], 10]);
  assert.deepEqual(hears(RECORD_BYTES_MAX + 1, 10), [['1 MALFORMED'], 0]);
});

/** The last checkpoint of the record, in which seat 2 has signed a second root of its own. */
function twoRoots(): { readonly forged: SessionRecord; readonly ends: readonly (readonly Uint8Array[])[] } {
  const { seat } = away();
  const list = readCheckpoints(seat, (record.rounds[4] as SessionRecord['rounds'][number]).bytes) as SignedCheckpoint[];
  const last = list[2] as SignedCheckpoint;
  const second = { ...last.record, leafRoot: OTHER };
  const signature = signatureOf(2, digestOf(seat, CHECKPOINT, second));
  const lies = [...list.slice(0, 2), { ...last, record: second, signature }];
  const ends = [list, lies].map((of) => of.map((one) => encodeSignedCheckpoint(idBytes, one, true)));
  const bytes = new Writer().list(ends[1] as Uint8Array[], (w, one) => w.bytes(one)).done();
  return { forged: changed(4, { bytes }), ends };
}

test('a record with a second root of a live seat is followed by nobody who hears how T + 1 seats say that the session ended', () => {
  const { forged, ends } = twoRoots();
  const [truth, lie] = ends as [readonly Uint8Array[], readonly Uint8Array[]];
  const { one, session } = late();
  const { resendMs } = one.seat.timings;
  const tells = (from: number, end: readonly Uint8Array[], nowMs: number): void =>
    receiveFinal(session, from, readerOf(new Writer().uint(0, 4).list(end, (w, entry) => w.bytes(entry))), nowMs);
  const serves = (from: number, of: SessionRecord, nowMs: number): void => {
    const bytes = encodeRecord(of);
    receivePart(session, from, readerOf(new Writer().uint(bytes.length, 4).uint(0, 4).bytes(bytes)), nowMs);
  };
  // Seat 2 is heard first, and serves at once.
  tells(2, lie, 0);
  assert.equal(session.follow.from, 2);
  serves(2, forged, 0);
  assert.equal(session.stage, 'hello');
  tells(0, truth, 1);
  tickFollowing(session, resendMs);
  assert.deepEqual([session.stage, one.faults()], ['hello', []]);
  tells(1, truth, resendMs + 1);
  tickFollowing(session, 2 * resendMs);
  assert.deepEqual([session.stage, one.faults(), session.follow.sources.has(2)], ['hello', ['2 BAD_RECORD'], false]);
  tickFollowing(session, 3 * resendMs);
  serves(session.follow.from, record, 3 * resendMs);
  assert.equal(session.stage, 'finished');
  assert.notEqual(session.finished?.leafRoots[2], OTHER);
});

test('where T + 1 seats do not say how a session ended, who follows waits for them, and not for ever', () => {
  const { one, session } = late();
  const { resendMs } = one.seat.timings;
  const bytes = encodeRecord(record);
  assert.equal(followRecord(session, encodeRecord(cut(4)), 0), 'bad', 'it says no end at all');
  assert.equal(followRecord(session, bytes, 0), 'wait');
  assert.equal(followRecord(session, bytes, ENDS_AWAITED_RESENDS * resendMs), 'wait');
  assert.equal(followRecord(session, bytes, ENDS_AWAITED_RESENDS * resendMs + 1), 'done');
});

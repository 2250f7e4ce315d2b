// What a peer may make up after a complaint: vectors, signatures over them, echoes of those, complaints without end. It names nobody honest, decides nothing and is not computed with.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FieldVector, concat, setsHeldBy } from '@enigma/crypto';
import { COMPLAIN } from '@enigma/protocol';
import { barrier } from '../src/checkpoint.ts';
import { type Protocol, openField } from '../src/round.ts';
import { complainAbout } from '../src/session/complaint.ts';
import { COMPLAINTS_MAX } from '../src/session/limits.ts';
import { viewsDiffer } from '../src/session/run.ts';
import { type KeptRound, type Run, slotOf } from '../src/session/runState.ts';
import { digestOf } from '../src/session/seat.ts';
import { MESSAGE, Writer } from '../src/session/wire.ts';
import { ABORT_REASON } from '../src/session/work.ts';
import { type Letter, type Runs, begin, flipped, hear, opens, pump, runsOf, sharesOf } from './runsAlone.ts';
import { type Alone, signatureOf } from './seatAlone.ts';

const CHEAT = 3;

interface Outcome {
  readonly end: string | number | undefined;
  readonly faults: readonly string[];
  readonly named: readonly number[];
}

function outcomeOf({ runs, seats }: Runs, at = 0): Outcome {
  const { end } = runs[at] as Run;
  const named = (seats[at] as Alone).events('blame').map(({ seat }) => seat);
  return {
    end: end?.kind === 'abort' ? end.reason : end?.kind,
    faults: (seats[at] as Alone).faults(),
    named: named.sort((a, b) => a - b),
  };
}

/** The cheat opens a wrong share. */
const lies = (n = 4, T = 1) =>
  opens(n, T, (shares, seat) => {
    if (seat === n - 1) shares[0] = (shares[0] as bigint) ^ 1n;
  });

/** What seat 0 makes of it where the cheat's messages of one type are others. */
function told(type: number, change: (run: Run, letter: Letter) => Uint8Array): Outcome {
  const all = runsOf(lies());
  pump(all, (letter) =>
    letter.from === CHEAT && letter.bytes[0] === type ? change(all.runs[CHEAT] as Run, letter) : letter.bytes,
  );
  return outcomeOf(all);
}

/** What seat 0 makes of it where the cheat keeps something else of the round than it sent, and shows and signs that. */
function shown(
  change: (kept: KeptRound) => Partial<KeptRound>,
  protocol: (seat: number) => Protocol<unknown> = lies(),
): Outcome {
  const all = runsOf(protocol);
  begin(all);
  const run = all.runs[CHEAT] as Run;
  const kept = run.kept.get(0) as KeptRound;
  run.kept.set(0, { ...kept, ...change(kept) });
  pump(all);
  return outcomeOf(all);
}

test('a wrong share is corrected and named by the vectors that all have signed', () => {
  const all = runsOf(lies());
  pump(all);
  assert.deepEqual(outcomeOf(all), { end: 'done', faults: [], named: [CHEAT] });
  assert.deepEqual(
    shown(() => ({})),
    { end: 'done', faults: [], named: [CHEAT] },
  );
});

test('a signed vector of another size, with what is no element, or over another view ends the attempt and names nobody', () => {
  const malformed = { end: ABORT_REASON.malformed, faults: [], named: [] };
  const withShares = (change: (shares: FieldVector) => FieldVector) =>
    shown(({ own }) => ({ own: { ...own, shares: change(own.shares) } }));
  assert.deepEqual(
    withShares((shares) => shares.slice(2)),
    malformed,
  );
  assert.deepEqual(
    withShares((shares) => shares.map(() => 2n ** 64n - 1n)),
    malformed,
  );
  assert.deepEqual(
    shown(({ view }) => ({ view: flipped(view, 0) })),
    { ...malformed, end: ABORT_REASON.view },
  );
  // A piece that is cut is no wrong piece: a size is what everybody knows.
  const cut = ({ own }: KeptRound) => ({
    own: { ...own, pieces: new Map([...own.pieces].map(([set, bytes]) => [set, bytes.slice(1)])) },
  });
  assert.deepEqual(
    shown(cut, (seat) => pieces(4, seat, seat === CHEAT)),
    malformed,
  );
});

test('a vector that nobody signed, or too long a one, is a fault and no vector', () => {
  const waits = (fault: string) => ({ end: undefined, faults: [fault], named: [] });
  assert.deepEqual(
    told(MESSAGE.vector, (_, { bytes }) => flipped(bytes, 80)),
    waits('3 BAD_SIGNATURE'),
  );
  assert.deepEqual(
    told(MESSAGE.vector, (_, { bytes }) => concat(bytes, Uint8Array.of(0))),
    waits('3 OVERSIZE'),
  );
});

test('an echo has one entry for each live seat', () => {
  const echo = (by: readonly number[]) =>
    told(MESSAGE.vectorSignatures, (_, { bytes }) =>
      new Writer()
        .raw(bytes.slice(0, 41))
        .list(by, (w, seat) => w.uint(seat, 1).raw(new Uint8Array(128)))
        .done(),
    );
  const waits = { end: undefined, faults: ['3 MALFORMED'], named: [] };
  assert.deepEqual(echo([]), waits);
  assert.deepEqual(echo([0, 1, 2]), waits);
  assert.deepEqual(echo([0, 1, 2, 2]), waits);
  // Whose entries say nothing: nobody signed them.
  assert.deepEqual(echo([0, 1, 2, 3]), { end: 'done', faults: [], named: [CHEAT] });
});

const complaint = (run: Run, by: number, round: number, key = by): Uint8Array => {
  const slot = slotOf(run, round, 'openings');
  const signature = signatureOf(key, digestOf(run.seat, COMPLAIN, { accuser: by, slot }));
  return new Writer().uint(MESSAGE.complain, 1).raw(run.id).uint(0, 4).uint(round, 4).uint(0, 1).raw(signature).done();
};

/** So many openings before the checkpoint. */
function* many(seat: number, rounds: number): Protocol<string> {
  for (let k = 0; k < rounds; k++) yield* openField('uniform', (sharesOf(4, 1)[seat] as FieldVector).slice());
  yield* barrier({ leafRoot: new Uint8Array(32).fill(seat + 1) });
  return 'done';
}

/** Seat 0 before the checkpoint, which it has not heard of. */
function beforeCheckpoint(rounds: number): { readonly run: Run; readonly seat: Alone } {
  const all = runsOf((seat) => many(seat, rounds));
  pump(all, ({ bytes }) => (bytes[0] === MESSAGE.checkpoint ? null : bytes));
  return { run: all.runs[0] as Run, seat: all.seats[0] as Alone };
}

test('a complaint that its seat did not sign is a fault, and no vector is shown', () => {
  const { run, seat } = beforeCheckpoint(2);
  hear(run, CHEAT, complaint(run, CHEAT, 1, 2));
  assert.deepEqual([seat.faults(), run.complaints.size, seat.sent()], [['3 BAD_SIGNATURE'], 0, []]);
  hear(run, CHEAT, complaint(run, CHEAT, 1));
  assert.deepEqual([seat.faults(), run.complaints.size], [[], 1]);
  assert.ok(seat.sent().every((type) => type === MESSAGE.vector));
});

test('a seat outside the run complains of nothing, and shows nothing', () => {
  const all = runsOf((seat) => many(seat, 2), { live: 0b0111 });
  pump(all, ({ bytes }) => (bytes[0] === MESSAGE.checkpoint ? null : bytes));
  const [run, seat] = [all.runs[0] as Run, all.seats[0] as Alone];
  hear(run, CHEAT, complaint(run, CHEAT, 1));
  assert.deepEqual([run.complaints.size, seat.sent()], [0, []]);
  hear(run, 2, complaint(run, 2, 1));
  assert.deepEqual([run.complaints.size, new Set(seat.sent())], [1, new Set([MESSAGE.vector])]);
});

test('more complaints than an attempt answers end it', () => {
  const { run, seat } = beforeCheckpoint(COMPLAINTS_MAX + 2);
  for (let round = 0; round < COMPLAINTS_MAX; round++) hear(run, CHEAT, complaint(run, CHEAT, round));
  assert.deepEqual([run.end, run.complaints.size], [null, COMPLAINTS_MAX]);
  hear(run, CHEAT, complaint(run, CHEAT, COMPLAINTS_MAX));
  const mismatch = { kind: 'abort', reason: ABORT_REASON.mismatch, accused: null };
  assert.deepEqual([run.end, run.complaints.size, seat.faults()], [mismatch, COMPLAINTS_MAX, []]);
  // Nor have we one to spare for ourselves.
  const ours = beforeCheckpoint(COMPLAINTS_MAX + 2).run;
  for (let round = 0; round < COMPLAINTS_MAX; round++) hear(ours, CHEAT, complaint(ours, CHEAT, round));
  complainAbout(ours, COMPLAINTS_MAX);
  assert.deepEqual(ours.end, mismatch);
});

test('of a round that is not kept nothing can be shown', () => {
  const { run } = beforeCheckpoint(2);
  complainAbout(run, 9);
  assert.deepEqual(run.end, { kind: 'abort', reason: ABORT_REASON.mismatch, accused: null });
});

test('a seat that cannot sign its complaint or its vector ends the attempt', () => {
  for (const kind of ['complain', 'vector']) {
    const all = runsOf(lies());
    for (const { taken } of all.seats) taken.add(kind);
    pump(all);
    // Seat 2 is the one that sees the lie.
    assert.deepEqual(outcomeOf(all, 2), { end: ABORT_REASON.ownFailure, faults: [], named: [] }, kind);
  }
});

test('(3,1): vectors that lie on no polynomial, and pieces that differ, end the attempt and name nobody', () => {
  const field = runsOf(lies(3), { n: 3 });
  pump(field);
  assert.deepEqual(outcomeOf(field), { end: ABORT_REASON.mismatch, faults: [], named: [] });
  const bits = runsOf((seat) => pieces(3, seat, seat === 2), { n: 3 });
  pump(bits);
  assert.deepEqual(outcomeOf(bits), { end: ABORT_REASON.mismatch, faults: [], named: [] });
});

/** Opens bits whose pieces each holder knows alike, but for a liar; and elements, where shares are given. */
function* pieces(n: number, seat: number, lies: boolean, shares?: FieldVector): Protocol<string> {
  const of = new Map(setsHeldBy(n, 1, seat).map((set) => [set, Uint32Array.of(lies ? 1 : 0)]));
  const bits = { kind: 'openBits', bound: 'uniform', bits: { length: 5, pieces: of } } as const;
  yield shares === undefined ? [bits] : [{ kind: 'openField', bound: 'uniform', shares }, bits];
  yield* barrier({ leafRoot: new Uint8Array(32).fill(seat + 1) });
  return 'done';
}

test('(4,1): a wrong piece is named, and where its seat goes on with another view the attempt ends at once', () => {
  const one = runsOf((seat) => pieces(4, seat, seat === CHEAT));
  pump(one);
  for (const seat of [0, 1, 2])
    assert.deepEqual(outcomeOf(one, seat), { end: ABORT_REASON.view, faults: [], named: [CHEAT] });
});

test('(4,1): of two liars, one in elements and one in bits, nobody is named', () => {
  const two = runsOf((seat) => {
    const shares = (sharesOf(4, 1)[seat] as FieldVector).slice();
    if (seat === 2) shares[0] = (shares[0] as bigint) ^ 1n;
    return pieces(4, seat, seat === CHEAT, shares);
  });
  pump(two);
  assert.deepEqual(outcomeOf(two), { end: ABORT_REASON.mismatch, faults: [], named: [] });
});

test('(4,1): two wrong shares of one opening end the attempt', () => {
  const all = runsOf(
    opens(4, 1, (shares, seat) => {
      if (seat >= 2) shares[0] = (shares[0] as bigint) ^ BigInt(seat);
    }),
  );
  pump(all);
  assert.deepEqual(outcomeOf(all), { end: ABORT_REASON.mismatch, faults: [], named: [] });
});

test('after a difference of views the attempt ends, whatever the vectors say', () => {
  const all = runsOf((seat) => many(seat, 3));
  pump(all, ({ bytes }) => (bytes[0] === MESSAGE.checkpoint ? null : bytes));
  viewsDiffer(all.runs[0] as Run, CHEAT);
  pump(all, ({ bytes }) => (bytes[0] === MESSAGE.checkpoint ? null : bytes));
  assert.deepEqual(outcomeOf(all), { end: ABORT_REASON.view, faults: [], named: [] });
});

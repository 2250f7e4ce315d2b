// Records of ended attempts that a peer made up: none ends an attempt, names a seat, or takes another's place. Each stands beside an honest neighbour that counts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toHex } from '@enigma/crypto';
import { ABORT_RECORD, type AbortRecord, DISPUTE, NO_SEAT } from '@enigma/protocol';
import { type Certificate, type SignedDispute, createAborts, receiveAbort } from '../src/session/aborts.ts';
import { ABORT_RECORDS_MAX, ATTEMPTS_MAX } from '../src/session/limits.ts';
import { ZERO_HEX, digestOf } from '../src/session/seat.ts';
import type { Session } from '../src/session/session.ts';
import { MESSAGE, Reader, Writer } from '../src/session/wire.ts';
import { ABORT_REASON } from '../src/session/work.ts';
import { type Alone, alone } from './seatAlone.ts';
import { tasks } from './sessionSteps.ts';

interface Kit extends Alone {
  readonly of: Session;
  record(changes?: Partial<AbortRecord>): AbortRecord;
  dispute(accuser: number, accused: number): SignedDispute;
  certificate(record: AbortRecord, signers: readonly number[], dispute?: SignedDispute): Certificate;
  /** Has `from` send it. */
  hear(from: number, one: Certificate): string[];
}

function kit(options = {}): Kit {
  const seat = alone(options);
  const of = seat.session(tasks(1n));
  const one: Kit = Object.assign(seat, {
    of,
    record: (changes = {}) => ({
      sessionId: of.id,
      attempt: 0,
      reason: ABORT_REASON.mismatch,
      seatA: NO_SEAT,
      seatB: NO_SEAT,
      viewHash: ZERO_HEX,
      ...changes,
    }),
    dispute(accuser: number, accused: number) {
      const slot = { sessionId: of.id, attempt: 0, phase: 0, round: 3, position: 0 };
      return { slot, signature: seat.signature(accuser, DISPUTE, { accuser, accused, slot }) };
    },
    certificate: (record: AbortRecord, signers: readonly number[], dispute: SignedDispute | null = null) => ({
      record,
      dispute,
      signatures: signers.map((by) => ({ seat: by, signature: seat.signature(by, ABORT_RECORD, record) })),
    }),
    hear(from: number, certificate: Certificate) {
      const state = createAborts();
      state.certificates.push(certificate);
      receiveAbort(of, from, new Reader(state.write(new Writer()).done().slice(2)), 0);
      return seat.faults();
    },
  });
  return one;
}

test('names stand on the accuser’s own dispute over contents, and nothing else names anybody', () => {
  const good = kit();
  const named = good.record({ seatA: 1, seatB: 2 });
  assert.deepEqual(good.hear(1, good.certificate(named, [1], good.dispute(1, 2))), []);
  assert.equal(good.of.aborts.pending.size, 1);
  const rows: readonly (readonly [Partial<AbortRecord>, SignedDispute | undefined, string])[] = [
    [{ sessionId: `0x${'99'.repeat(32)}` }, undefined, 'another session'],
    [{ reason: 99 }, undefined, 'no reason'],
    [{ seatA: 1, seatB: 2, reason: ABORT_REASON.silent }, good.dispute(1, 2), 'silence'],
    [{ seatA: 1, seatB: 2, reason: ABORT_REASON.timeout }, good.dispute(1, 2), 'a time-out'],
    [{ seatA: 1, seatB: 2 }, undefined, 'no dispute'],
    [{ seatA: 1, seatB: 2 }, good.dispute(3, 2), 'another’s dispute'],
    [{ seatA: 1, seatB: 1 }, good.dispute(1, 1), 'itself'],
    [{ seatA: 1, seatB: 7 }, good.dispute(1, 7), 'no seat'],
  ];
  for (const [changes, dispute, why] of rows) {
    const one = kit();
    assert.deepEqual(one.hear(1, one.certificate(one.record(changes), [1], dispute)), ['1 BAD_RECORD'], why);
    assert.equal(one.of.aborts.pending.size, 0);
  }
});

test('a record that nobody signed is a fault of who sends it, and is not kept', () => {
  const one = kit();
  assert.deepEqual(one.hear(1, one.certificate(one.record(), [])), ['1 BAD_SIGNATURE']);
  const forged = one.certificate(one.record(), [2]);
  assert.deepEqual(
    one.hear(1, { ...forged, signatures: [{ seat: 3, signature: forged.signatures[0]?.signature as Uint8Array }] }),
    ['1 BAD_SIGNATURE'],
  );
  assert.equal(one.of.aborts.pending.size, 0);
});

/** Somebody took part in a proposal that we know, so that his end of it is ours. */
function inProposal(one: Kit): void {
  const open = { sessionId: one.of.id, attempt: 0, proposal: 0, abortsHash: ZERO_HEX, live: 0b1111, ranges: [] };
  one.of.proposals.set(0, { open, digest: new Uint8Array(32), bytes: new Uint8Array(0), signatures: new Map() });
}

test('a dead session and a closed one sign for the end of no attempt', () => {
  const signs = (prepare: (session: Session) => void): readonly [boolean, string] => {
    const one = kit();
    inProposal(one);
    prepare(one.of);
    one.hear(1, one.certificate(one.record(), [1]));
    return [[...one.slots.keys()].some((slot) => slot.startsWith('abort/')), one.of.stage];
  };
  assert.deepEqual(
    signs(() => undefined),
    [true, 'backoff'],
  );
  assert.deepEqual(
    signs((session) => void (session.stage = 'dead')),
    [false, 'dead'],
  );
  assert.deepEqual(
    signs((session) => void (session.closed = true)),
    [false, 'hello'],
  );
});

test('a record that we have signed is not told again to each who sends it: seats would answer each other for ever', () => {
  const one = kit({ n: 5, T: 2 });
  one.of.aborts.begin(one.of, ABORT_REASON.mismatch, null, 0);
  assert.deepEqual(new Set(one.sent()), new Set([MESSAGE.abort]));
  assert.deepEqual(one.hear(1, one.certificate(one.record(), [1])), []);
  assert.deepEqual(one.sent(), []);
});

const keyOf = (one: Kit, record: AbortRecord): string => toHex(digestOf(one.seat, ABORT_RECORD, record));

/** A record of attempt 0 with a lower (or higher) digest than the one that we stand on. */
function other(one: Kit, lower: boolean, changes: Partial<AbortRecord> = {}): AbortRecord {
  for (let k = 1; k < 256; k++) {
    const record = one.record({ viewHash: toHex(new Uint8Array(32).fill(k)), ...changes });
    if (keyOf(one, record) < keyOf(one, one.record()) === lower) return record;
  }
  throw new Error('no such record');
}

/** Whether the chain that `make` gives takes the place of ours, which is one record. */
function replaces(
  make: (one: Kit) => readonly Certificate[],
  prepare: (session: Session) => void = () => undefined,
): boolean {
  const one = kit();
  one.of.aborts.certificates.push(one.certificate(one.record(), [1, 2]));
  one.of.stage = 'backoff';
  prepare(one.of);
  one.of.aborts.replace(one.of, make(one));
  const stands = one.of.aborts.certificates;
  return stands.length !== 1 || keyOf(one, (stands[0] as Certificate).record) !== keyOf(one, one.record());
}

const better = (one: Kit): readonly Certificate[] => [one.certificate(other(one, true), [1, 3])];

test('a chain of records takes the place of ours only if it is as long, better, whole and signed by T + 1', () => {
  assert.ok(replaces(better));
  assert.ok(!replaces((one) => [one.certificate(other(one, false), [1, 3])]), 'a higher digest');
  assert.ok(!replaces((one) => [one.certificate(one.record(), [1, 2])]), 'the same');
  assert.ok(!replaces(() => []), 'none');
  assert.ok(!replaces((one) => [...better(one), one.certificate(one.record({ attempt: 1 }), [1, 3])]), 'a longer one');
  assert.ok(!replaces((one) => [one.certificate(other(one, true, { attempt: 4 }), [1, 3])]), 'another attempt');
  assert.ok(!replaces((one) => [one.certificate(other(one, true), [3])]), 'one signature');
  assert.ok(
    !replaces((one) =>
      better(one).map((own) => ({
        ...own,
        signatures: [1, 2, 3].map((seat) => ({ seat, signature: new Uint8Array(64) })),
      })),
    ),
    'forged signatures',
  );
  assert.ok(!replaces((one) => [one.certificate(other(one, true, { reason: 99 }), [1, 3])]), 'an unsound record');
});

test('no chain takes the place of ours while we end an attempt, after the session, or once a batch has its verdict', () => {
  assert.ok(!replaces(better, (session) => void (session.aborts.ending = true)));
  assert.ok(!replaces(better, (session) => void (session.closed = true)));
  assert.ok(!replaces(better, (session) => void (session.batch.settled = true)));
  assert.ok(!replaces(better, (session) => void (session.stage = 'running')));
});

test('a session that has had all its attempts is dead for good', () => {
  const one = kit();
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++)
    one.hear(1, one.certificate(one.record({ attempt }), [1, 2]));
  assert.equal(one.of.stage, 'dead');
  one.hear(1, one.certificate(one.record({ attempt: ATTEMPTS_MAX }), [1, 2]));
  assert.deepEqual([one.of.stage, one.of.aborts.certificates.length], ['dead', ATTEMPTS_MAX]);
});

test('of one seat no more records are kept and signed than one may tell us of, and another seat’s count all the same', () => {
  const flooded = (known: boolean) => {
    const one = kit({ n: 7, T: 2 });
    if (known) inProposal(one);
    const faults = new Set<string>();
    for (let k = 0; k < ABORT_RECORDS_MAX + 10; k++) {
      const record = one.record({ viewHash: toHex(new Uint8Array(32).fill(k)) });
      for (const fault of one.hear(1, one.certificate(record, [1]))) faults.add(`${fault} ${k >= ABORT_RECORDS_MAX}`);
    }
    assert.deepEqual([...faults], ['1 TOO_MANY true']);
    assert.equal(one.of.aborts.pending.size, ABORT_RECORDS_MAX);
    assert.deepEqual(one.hear(2, one.certificate(one.record({ reason: ABORT_REASON.view }), [2])), []);
    assert.equal(one.of.aborts.pending.size, ABORT_RECORDS_MAX + 1);
    return [...one.slots.keys()].filter((slot) => slot.startsWith('abort/')).length;
  };
  // Where we end the attempt with it we sign each: what it makes up beyond that is neither kept nor signed.
  assert.equal(flooded(true), ABORT_RECORDS_MAX + 1);
  // Where we do not, its newer ones push out its older ones.
  assert.equal(flooded(false), 0);
});

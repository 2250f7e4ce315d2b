// What another seat did not sign, or may not say: a peer passes on verdicts, signatures, hellos and shown contributions in others' names. None counts, and nobody is named for one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newVector } from '@enigma/crypto';
import {
  ABORT_RECORD,
  BATCH_VERDICT,
  HELLO,
  KEY_CONTRIBUTION,
  NO_SEAT,
  SESSION_OPEN,
  type SessionOpen,
  VERDICT,
} from '@enigma/protocol';
import { barrier } from '../src/checkpoint.ts';
import { createAborts } from '../src/session/aborts.ts';
import { concludeBatch, receiveSeeds, receiveVerdict } from '../src/session/batch.ts';
import { serveRecord } from '../src/session/following.ts';
import { enterProposal } from '../src/session/hellos.ts';
import { receiveKeyAbort, receiveShow } from '../src/session/keyEnd.ts';
import { contributionRecord, createKeySetup } from '../src/session/keyState.ts';
import { receiveContribution } from '../src/session/keyContributions.ts';
import { startKeys } from '../src/session/keys.ts';
import { PARTS_SERVED_MAX } from '../src/session/limits.ts';
import { helloRecord, jointMarks, writeHello, writeOpen } from '../src/session/opening.ts';
import { MATERIAL, type MaterialKind } from '../src/session/ports.ts';
import { receiveOpenSignature, receiveProposal } from '../src/session/proposals.ts';
import { recordBlob } from '../src/session/record.ts';
import { ZERO_HEX } from '../src/session/seat.ts';
import { Writer } from '../src/session/wire.ts';
import { ABORT_REASON, type PoolWork } from '../src/session/work.ts';
import { alone, readerOf } from './seatAlone.ts';
import { tasks } from './sessionSteps.ts';

const work: PoolWork = { kind: 'pool', pool: 'triple', batch: 0, count: 2 };
const VIEW = `0x${'77'.repeat(32)}` as const;
const OTHER = `0x${'99'.repeat(32)}` as const;

interface Word {
  readonly by: number;
  readonly verdict?: number;
  readonly viewHash?: `0x${string}`;
  /** Whose key it is signed with. */
  readonly key?: number;
}

/** Seat 0 has made its batch with `live`, found it good, and hears these verdicts from seat 1. */
function verdicts(
  words: readonly Word[],
  live = 0b1111,
): { readonly usable: boolean; readonly dead: boolean; readonly faults: string[] } {
  const one = alone();
  const session = one.session(work);
  const items = { a: newVector(2), b: newVector(2), c: newVector(2) };
  concludeBatch(session, { ok: true, items }, 0, live, VIEW);
  const w = new Writer().uint(0, 2).list(words, (each, { by, verdict = VERDICT.OK, viewHash = VIEW, key = by }) => {
    const record = { sessionId: session.id, attempt: 0, verdict, viewHash };
    const view = Uint8Array.from({ length: 32 }, () => Number.parseInt(viewHash.slice(2, 4), 16));
    return each
      .uint(by, 1)
      .uint(verdict, 1)
      .raw(view)
      .raw(one.signature(key, BATCH_VERDICT, record));
  });
  receiveVerdict(session, 1, readerOf(w));
  const [usable, dead] = [one.events('batchReady').length > 0, one.events('batchFailed').length > 0];
  return { usable, dead, faults: one.faults() };
}

test('a batch is usable with the signed OK of every live seat over one view, and of no other', () => {
  const ok = [1, 2, 3].map((by) => ({ by }));
  const waits = { usable: false, dead: false, faults: [] };
  assert.deepEqual(verdicts(ok), { usable: true, dead: false, faults: [] });
  assert.deepEqual(verdicts(ok.slice(1)), waits);
  assert.deepEqual(verdicts([{ by: 1 }, { by: 1 }, { by: 2 }]), waits);
  assert.deepEqual(verdicts([{ by: 1 }, { by: 2 }, { by: 3, key: 1 }]), { ...waits, faults: ['1 BAD_SIGNATURE'] });
  assert.deepEqual(verdicts([{ by: 1 }, { by: 2 }, { by: 3, viewHash: OTHER }]), waits);
});

test('a batch is dead with a FAIL that a live seat signed, and with no other', () => {
  const fail = { by: 3, verdict: VERDICT.FAIL };
  const waits = { usable: false, dead: false, faults: [] };
  assert.deepEqual(verdicts([fail]), { ...waits, dead: true });
  assert.deepEqual(verdicts([{ ...fail, key: 1 }]), { ...waits, faults: ['1 BAD_SIGNATURE'] });
  assert.deepEqual(verdicts([fail], 0b0111), waits);
  // It has said OK, and whoever heard that uses the batch.
  assert.deepEqual(verdicts([{ by: 3 }, fail]), waits);
  assert.deepEqual(verdicts([{ by: 1 }, { by: 2 }, fail], 0b0111), { ...waits, usable: true });
});

test('seeds of a seat outside the batch are not looked at', () => {
  const hears = (live: number): number => {
    const one = alone();
    const session = one.session(work);
    Object.assign(session.batch, { attempt: 0, live });
    receiveSeeds(session, 3, readerOf(new Writer().uint(0, 2).uint(0, 2)));
    return session.batch.seedsFrom.size;
  };
  assert.deepEqual([hears(0b1111), hears(0b0111)], [1, 0]);
});

/** Seat 0 has heard what seat 2 gave it, and seat 1 shows another thing that seat 2 gave. */
function shown(key: number): readonly number[] {
  const one = alone();
  const setup = createKeySetup(one.seat, undefined);
  startKeys(setup, 0);
  const [set, given] = [0b1000, [7, 8].map((byte) => new Uint8Array(32).fill(byte))];
  const [first, second] = given as [Uint8Array, Uint8Array];
  const signed = (bytes: Uint8Array, by: number): Uint8Array =>
    one.signature(by, KEY_CONTRIBUTION, contributionRecord(setup, 0, set, 2, bytes));
  const contribution = new Writer()
    .uint(0, 2)
    .list([first], (w, bytes) => w.uint(set, 4).raw(bytes).raw(signed(bytes, 2)));
  receiveContribution(setup, 2, readerOf(contribution));
  const show = new Writer()
    .uint(0, 2)
    .list([second], (w, bytes) => w.uint(set, 4).uint(2, 1).raw(bytes).raw(signed(bytes, key)));
  receiveShow(setup, 1, readerOf(show));
  return one.events('blame').map(({ seat }) => seat);
}

test('a seat is named for two contributions that it signed, and for none that was made up in its name', () => {
  assert.deepEqual(shown(2), [2]);
  assert.deepEqual(shown(1), []);
});

test('an attempt at keys ends by records that their seats signed', () => {
  const attempt = (key: (by: number) => number): number => {
    const one = alone();
    const setup = createKeySetup(one.seat, undefined);
    startKeys(setup, 0);
    const { mismatch: reason } = ABORT_REASON;
    const record = { sessionId: setup.id, attempt: 0, reason, seatA: NO_SEAT, seatB: NO_SEAT, viewHash: ZERO_HEX };
    const w = new Writer()
      .uint(0, 2)
      .list([2, 3], (each, by) => each.uint(by, 1).raw(one.signature(key(by), ABORT_RECORD, record)));
    receiveKeyAbort(setup, 1, readerOf(w), 0);
    return setup.attempt;
  };
  assert.equal(
    attempt((by) => by),
    1,
  );
  assert.equal(
    attempt(() => 1),
    0,
  );
});

/** Seat 1 proposes with these hellos; then seats send signatures over it. */
function proposed(helloKey: (by: number) => number, signers: readonly (readonly [by: number, key: number])[]) {
  const one = alone();
  const session = one.session(tasks(1n, () => barrier(), {}));
  enterProposal(session, 0, 0);
  const ranges = [{ kind: MATERIAL.output, start: 0n, length: 1n }];
  const open: SessionOpen = {
    sessionId: session.id,
    attempt: 0,
    proposal: 0,
    abortsHash: ZERO_HEX,
    live: 0b1111,
    ranges,
  };
  const hellos = [0, 1, 2, 3].map((by) => {
    const facts = { seat: by, boot: 1n, marks: new Map<MaterialKind, bigint>(), proofs: [] };
    const key = by === 0 ? 0 : helloKey(by);
    return { ...facts, signature: one.signature(key, HELLO, helloRecord(session.id, 0, 0, facts)) };
  });
  const w = writeOpen(new Writer(), open)
    .raw(one.signature(1, SESSION_OPEN, open))
    .list(hellos, writeHello);
  createAborts().write(w);
  receiveProposal(session, 1, readerOf(w), w.done(), 0);
  for (const [by, key] of signers)
    receiveOpenSignature(session, by, readerOf(new Writer().uint(0, 4).raw(one.signature(key, SESSION_OPEN, open))), 0);
  const refused = one.events('refused').map(({ why }) => why);
  return { stage: session.stage, refused, faults: one.faults() };
}

test('a proposal carries hellos that their seats signed, and runs with the signature of every live seat', () => {
  const own = (by: number): number => by;
  const runs = { stage: 'running', refused: [], faults: [] };
  assert.deepEqual(
    proposed(own, [
      [2, 2],
      [3, 3],
    ]),
    runs,
  );
  assert.deepEqual(proposed(own, [[2, 2]]), { ...runs, stage: 'hello' });
  assert.deepEqual(
    proposed(own, [
      [2, 2],
      [3, 2],
    ]),
    { ...runs, stage: 'hello', faults: ['3 BAD_SIGNATURE'] },
  );
  assert.deepEqual(
    proposed((by) => (by === 3 ? 1 : by), []),
    {
      stage: 'hello',
      refused: ['NO_HELLO'],
      faults: ['1 BAD_PROPOSAL'],
    },
  );
});

test('a mark counts by signatures of the proposal that set it', () => {
  const one = alone();
  const mark = (signatures: readonly (readonly [by: number, key: number])[], live = 0b1111): bigint => {
    const ranges = [{ kind: MATERIAL.output, start: 0n, length: 100n }];
    const open = { sessionId: OTHER, attempt: 0, proposal: 0, abortsHash: ZERO_HEX, live, ranges };
    const proof = {
      open,
      signatures: signatures.map(([seat, key]) => ({ seat, signature: one.signature(key, SESSION_OPEN, open) })),
    };
    const marks = new Map<MaterialKind, bigint>([[MATERIAL.output, 100n]]);
    const hello = { seat: 1, boot: 1n, marks, signature: new Uint8Array(64), proofs: [proof] };
    return jointMarks(one.seat, [hello]).get(MATERIAL.output) ?? 0n;
  };
  assert.equal(
    mark([
      [1, 1],
      [2, 2],
    ]),
    100n,
  );
  assert.equal(
    mark([
      [1, 1],
      [2, 1],
    ]),
    0n,
  );
  assert.equal(
    mark([
      [1, 1],
      [1, 1],
    ]),
    0n,
  );
  // Who was to take no part in it says nothing of it.
  assert.equal(
    mark(
      [
        [1, 1],
        [2, 2],
      ],
      0b1011,
    ),
    0n,
  );
});

test('one peer is served so many parts of records between two ticks', () => {
  const one = alone();
  one.blobs.set(recordBlob(OTHER), new Uint8Array(10));
  for (let k = 0; k < PARTS_SERVED_MAX + 5; k++) serveRecord(one.seat, OTHER, 1, readerOf(new Writer().uint(0, 4)));
  assert.equal(one.sent().length, PARTS_SERVED_MAX);
  serveRecord(one.seat, OTHER, 2, readerOf(new Writer().uint(0, 4)));
  assert.equal(one.sent().length, 1);
});

// An attempt whose checks differ: what each seat received is shown and compared, and T + 1 signatures end it.
import { equalBytes, toHex } from '@enigma/crypto';
import { ABORT_RECORD, type AbortRecord, KEY_CONTRIBUTION, type KeyContribution, NO_SEAT } from '@enigma/protocol';
import type { SignedOnce } from './evidence.ts';
import { answerReady, checkBytes } from './keyChecks.ts';
import {
  type KeyAttempt,
  type KeySetup,
  PROMISE,
  attemptAt,
  contributionRecord,
  promiseBlob,
  promiseOf,
} from './keyState.ts';
import { enterAttempt } from './keys.ts';
import { KEY_ATTEMPTS_MAX } from './limits.ts';
import { ZERO_HEX, allSeats, emitBlame, fault, sendAll, signRecord, verifyRecord } from './seat.ts';
import { MESSAGE, type Reader, messageOf } from './wire.ts';
import { ABORT_REASON, BLAME_REASON } from './work.ts';

/** The keys of the attempt are dead, so what they were made of may be seen: who gave two seats different bytes is named. */
export function showContributions(setup: KeySetup, current: KeyAttempt): void {
  const { seat } = setup;
  if (seat.checks.keyEcho && promiseOf(setup, current.attempt) === PROMISE.ready) return;
  if (!current.shown) {
    current.shown = true;
    seat.ports.store(promiseBlob(current.attempt), Uint8Array.of(PROMISE.shown));
    const list = [...current.contributions].flatMap(([set, of]) => [...of].map(([by, one]) => ({ set, by, one })));
    const w = messageOf(MESSAGE.keyShow, setup.idBytes).uint(current.attempt, 2);
    w.list(list, (each, { set, by, one }) => each.uint(set, 4).uint(by, 1).raw(one.bytes).raw(one.signature));
    // The checks too: two of one seat name it.
    sendAll(seat, allSeats(seat.facts), checkBytes(setup, current));
    sendAll(seat, allSeats(seat.facts), w.done());
  }
  abortKeys(setup, current);
}

export function receiveShow(setup: KeySetup, from: number, r: Reader): void {
  const { seat } = setup;
  const attempt = r.uint(2);
  const list = r.list(0xffff, (each) => ({
    set: each.uint(4),
    by: each.uint(1),
    bytes: each.raw(32),
    signature: each.raw(64),
  }));
  if (!r.done() || attempt >= KEY_ATTEMPTS_MAX) return fault(seat, from, 'MALFORMED');
  const current = setup.attempts.get(attempt);
  for (const { set, by, bytes, signature } of list) {
    const held = current?.contributions.get(set)?.get(by);
    if (!held || equalBytes(held.bytes, bytes)) continue;
    if (!verifyRecord(seat, by, KEY_CONTRIBUTION, contributionRecord(setup, attempt, set, by, bytes), signature))
      continue;
    const signed = (shown: Uint8Array, under: Uint8Array): SignedOnce<KeyContribution> => ({
      record: contributionRecord(setup, attempt, set, by, shown),
      signature: toHex(under),
    });
    emitBlame(seat, {
      type: 'blame',
      seat: by,
      reason: BLAME_REASON.equivocation,
      slot: { sessionId: setup.id, attempt, phase: 4, round: 0, position: set },
      evidence: {
        kind: 'equivocation',
        name: 'KeyContribution',
        records: [signed(held.bytes, held.signature), signed(bytes, signature)],
      },
    });
  }
}

function abortRecordOf(setup: KeySetup, attempt: number): AbortRecord {
  return {
    sessionId: setup.id,
    attempt,
    reason: ABORT_REASON.mismatch,
    seatA: NO_SEAT,
    seatB: NO_SEAT,
    viewHash: ZERO_HEX,
  };
}

export function abortKeys(setup: KeySetup, current: KeyAttempt): void {
  const { seat } = setup;
  if (current.aborts.has(seat.facts.seat)) return;
  const record = abortRecordOf(setup, current.attempt);
  const signature = signRecord(seat, 'abort', `${setup.id}/${current.attempt}`, ABORT_RECORD, record);
  if (!signature) return;
  current.aborts.set(seat.facts.seat, signature);
  sendAll(seat, allSeats(seat.facts), keyAbortBytes(setup, current));
}

export function keyAbortBytes(setup: KeySetup, current: KeyAttempt): Uint8Array {
  const w = messageOf(MESSAGE.abort, setup.idBytes).uint(current.attempt, 2);
  return w.list([...current.aborts], (each, [by, signature]) => each.uint(by, 1).raw(signature)).done();
}

export function receiveKeyAbort(setup: KeySetup, from: number, r: Reader, nowMs: number): void {
  const { seat } = setup;
  const attempt = r.uint(2);
  const list = r.list(32, (each) => ({ by: each.uint(1), signature: each.raw(64) }));
  if (!r.done() || attempt >= KEY_ATTEMPTS_MAX) return fault(seat, from, 'MALFORMED');
  if (setup.ring) return answerReady(setup, from);
  const current = attemptAt(setup, attempt);
  for (const { by, signature } of list) {
    if (!current.aborts.has(by) && verifyRecord(seat, by, ABORT_RECORD, abortRecordOf(setup, attempt), signature))
      current.aborts.set(by, signature);
  }
  if (current.aborts.size > 0 && attempt === setup.attempt && setup.started) abortKeys(setup, current);
  nextIfAborted(setup, nowMs);
}

export function nextIfAborted(setup: KeySetup, nowMs: number): void {
  const current = setup.attempts.get(setup.attempt);
  if (!setup.started || setup.isVoid || !current || current.aborts.size <= setup.seat.facts.T) return;
  enterAttempt(setup, setup.attempt + 1, nowMs);
}

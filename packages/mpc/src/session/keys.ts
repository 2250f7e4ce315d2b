// Key set-up: every holder of a T-set A gives 32 signed random bytes to the other holders, k_A = HKDF(all, sorted by seat); the same
// between each two seats. Then all n compare a signed hash of every key, and say that they hold equal ones. Contributions are secret: the
// host's links are encrypted.
//
// A seat serves only after every seat has said so, and who has said so never shows contributions. Otherwise one seat that signs one check
// to some and another to the rest makes the first serve with keys that the others, seeing a mismatch, show.
import { KEY_CONTRIBUTION } from '@enigma/protocol';
import { checkBytes, readyBytes, receiveCheck, receiveReady } from './keyChecks.ts';
import { derive, ownContributions, receiveContribution, sendContributions } from './keyContributions.ts';
import { abortKeys, keyAbortBytes, nextIfAborted, receiveKeyAbort, receiveShow } from './keyEnd.ts';
import { type KeySetup, attemptAt, contributionRecord, note } from './keyState.ts';
import { KEY_ATTEMPTS_MAX, LISTEN_RESENDS } from './limits.ts';
import { allSeats, emit, fault, sendAll, signRecord } from './seat.ts';
import { MESSAGE, type Reader, Writer } from './wire.ts';

export function startKeys(setup: KeySetup, nowMs: number): void {
  if (setup.started || setup.listeningSince !== null) return;
  if (setup.seat.checks.keysForgotten && setup.seat.facts.forgets && !setup.seat.ports.load('key-attempt')) {
    setup.listeningSince = nowMs;
    return;
  }
  setup.started = true;
  // Once the keys exist the contributions are erased: new ones would stand in slots that are signed.
  if (!setup.ring) enterAttempt(setup, setup.attempt, nowMs);
}

export function enterAttempt(setup: KeySetup, attempt: number, nowMs: number): void {
  const { seat } = setup;
  if (attempt >= KEY_ATTEMPTS_MAX) {
    setup.isVoid = true;
    emit(seat, { type: 'keysVoid' });
    return;
  }
  setup.attempt = attempt;
  seat.ports.store('key-attempt', new Writer().uint(attempt, 2).done());
  const current = attemptAt(setup, attempt);
  current.since = nowMs;
  for (const [set, bytes] of ownContributions(setup, attempt)) {
    const record = contributionRecord(setup, attempt, set, seat.facts.seat, bytes);
    const signature = signRecord(seat, 'keyContribution', `${setup.id}/${attempt}/${set}`, KEY_CONTRIBUTION, record);
    if (!signature) return;
    note(current, set, seat.facts.seat, { bytes, signature });
  }
  sendContributions(setup, current);
  derive(setup, current);
}

export function receiveKeys(setup: KeySetup, from: number, type: number, r: Reader, nowMs: number): void {
  if (type === MESSAGE.keyContribution) receiveContribution(setup, from, r);
  else if (type === MESSAGE.keyCheck) receiveCheck(setup, from, r);
  else if (type === MESSAGE.keyReady) receiveReady(setup, from, r);
  else if (type === MESSAGE.keyShow) receiveShow(setup, from, r);
  else if (type === MESSAGE.abort) receiveKeyAbort(setup, from, r, nowMs);
  else fault(setup.seat, from, 'MALFORMED');
}

/**
 * A seat that lost its disk while keys were made has signed contributions that it does not know; others in their place would be two in one slot. So it ends the attempt that the others are in without any of
 * its own, by a record that is the same whoever signs it however often, and contributes to the next. Where nobody is heard the keys are there, or nobody else is: it has nothing to do.
 */
function listen(setup: KeySetup, since: number, nowMs: number): void {
  const { seat } = setup;
  if (nowMs - since < LISTEN_RESENDS * seat.timings.resendMs || setup.attempts.size === 0) return;
  setup.listeningSince = null;
  setup.started = true;
  setup.attempt = Math.max(...setup.attempts.keys());
  const current = attemptAt(setup, setup.attempt);
  current.since = nowMs;
  abortKeys(setup, current);
}

export function tickKeys(setup: KeySetup, nowMs: number): void {
  const { seat } = setup;
  if (setup.listeningSince !== null) return listen(setup, setup.listeningSince, nowMs);
  if (!setup.started || setup.ring || setup.isVoid) return;
  nextIfAborted(setup, nowMs);
  const current = setup.attempts.get(setup.attempt);
  if (!current || nowMs - setup.saidAt < seat.timings.resendMs) return;
  setup.saidAt = nowMs;
  current.since ??= nowMs;
  if (nowMs - current.since > seat.timings.roundMs) abortKeys(setup, current);
  sendContributions(setup, current);
  if (current.checks.size > 0) sendAll(seat, allSeats(seat.facts), checkBytes(setup, current));
  if (current.ready.has(seat.facts.seat)) sendAll(seat, allSeats(seat.facts), readyBytes(setup, current, false));
  if (current.aborts.has(seat.facts.seat)) sendAll(seat, allSeats(seat.facts), keyAbortBytes(setup, current));
}

// Checks of the keys that all holders derived, and the echo after which a seat serves with them: who has said `ready` never shows what it received.
import { type Hex, hashOf, setsHeldBy, toHex } from '@enigma/crypto';
import { KEY_CHECK, type KeyCheck } from '@enigma/protocol';
import { pairId } from './batch.ts';
import type { SignedOnce } from './evidence.ts';
import { loadKeys } from './keyContributions.ts';
import { showContributions } from './keyEnd.ts';
import {
  type KeyAttempt,
  type KeySetup,
  PROMISE,
  type SetCheck,
  attemptAt,
  keyIdsOf,
  promiseBlob,
  promiseOf,
} from './keyState.ts';
import { createKeyring, saveKeyring } from './keyring.ts';
import { KEY_ATTEMPTS_MAX } from './limits.ts';
import { ZERO_HEX, allSeats, bytesOf, emit, emitBlame, fault, keysIdOf, sendAll, verifyRecord } from './seat.ts';
import { MESSAGE, type Reader, Writer, messageOf } from './wire.ts';
import { BLAME_REASON } from './work.ts';

/** Every check that we hold, ours and others': passed on, they bring along who missed one. */
export function checkBytes(setup: KeySetup, current: KeyAttempt): Uint8Array {
  return messageOf(MESSAGE.keyCheck, setup.idBytes)
    .uint(current.attempt, 2)
    .list([...current.checks], (w, [by, checks]) => {
      w.uint(by, 1).list([...checks], (each, [set, one]) =>
        each.uint(set, 4).raw(bytesOf(one.keyHash)).raw(one.signature),
      );
    })
    .done();
}

export function receiveCheck(setup: KeySetup, from: number, r: Reader): void {
  const { seat } = setup;
  const attempt = r.uint(2);
  const list = r.list(32, (each) => ({
    by: each.uint(1),
    checks: each.list(0xffff, (one) => ({ set: one.uint(4), keyHash: toHex(one.raw(32)), signature: one.raw(64) })),
  }));
  if (!r.done() || attempt >= KEY_ATTEMPTS_MAX) return fault(seat, from, 'MALFORMED');
  if (setup.ring) return;
  const current = attemptAt(setup, attempt);
  for (const { by, checks } of list) {
    const expected = by < seat.facts.n ? keyIdsOf(seat, by) : [];
    const given = new Map(checks.map(({ set, keyHash, signature }) => [set, { keyHash, signature }]));
    // All keys of that seat and no others: an empty list would need no signature.
    if (expected.length === 0 || checks.length !== expected.length || expected.some((set) => !given.has(set)))
      return fault(seat, from, 'MALFORMED');
    const isSigned = (set: number, one: SetCheck): boolean =>
      verifyRecord(
        seat,
        by,
        KEY_CHECK,
        { committeeId: keysIdOf(seat.facts), attempt, set, keyHash: one.keyHash },
        one.signature,
      );
    const held = current.checks.get(by);
    for (const [set, one] of given) {
      const before = held?.get(set);
      if (before?.keyHash === one.keyHash) continue;
      if (!isSigned(set, one)) return fault(seat, from, 'BAD_SIGNATURE');
      if (before) twoChecks(setup, attempt, by, set, before, one);
    }
    if (!held) current.checks.set(by, given);
  }
  compare(setup, current);
}

/** Two signed checks in one slot: named, and the keys of the attempt stay secret. */
function twoChecks(setup: KeySetup, attempt: number, by: number, set: number, first: SetCheck, second: SetCheck): void {
  const signed = ({ keyHash, signature }: SetCheck): SignedOnce<KeyCheck> => ({
    record: { committeeId: keysIdOf(setup.seat.facts), attempt, set, keyHash },
    signature: toHex(signature),
  });
  emitBlame(setup.seat, {
    type: 'blame',
    seat: by,
    reason: BLAME_REASON.equivocation,
    slot: { sessionId: setup.id, attempt, phase: 4, round: 1, position: set },
    evidence: { kind: 'equivocation', name: 'KeyCheck', records: [signed(first), signed(second)] },
  });
}

/** The checks of all n, equal for every set at all its holders: said to all. Unequal: the keys are dead. */
export function compare(setup: KeySetup, current: KeyAttempt): void {
  const { seat } = setup;
  if (setup.ring || current.checks.size !== seat.facts.n) return;
  const expected = new Map<number, Hex>();
  for (const checks of current.checks.values()) {
    for (const [set, { keyHash }] of checks) {
      const known = expected.get(set);
      if (known !== undefined && known !== keyHash) return showContributions(setup, current);
      expected.set(set, keyHash);
    }
  }
  if (current.ready.has(seat.facts.seat)) return serveIfAllReady(setup, current);
  // Who has shown the contributions of an attempt never says that its keys are good, nor the other way round, restart or not.
  if (promiseOf(setup, current.attempt) === PROMISE.shown) return;
  const sorted = [...current.checks].sort(([a], [b]) => a - b);
  const w = new Writer().list(sorted, (each, [by]) =>
    each.list(keyIdsOf(seat, by), (one, set) => one.uint(set, 4).raw(bytesOf(expected.get(set) as Hex))),
  );
  seat.ports.store(promiseBlob(current.attempt), Uint8Array.of(PROMISE.ready));
  current.ready.set(seat.facts.seat, toHex(hashOf('enigma.session.key-ready.v1', w.done())));
  sendAll(seat, allSeats(seat.facts), readyBytes(setup, current, false));
  serveIfAllReady(setup, current);
}

export function readyBytes(setup: KeySetup, current: KeyAttempt, serving: boolean): Uint8Array {
  const digest = current.ready.get(setup.seat.facts.seat) ?? ZERO_HEX;
  return messageOf(MESSAGE.keyReady, setup.idBytes)
    .uint(current.attempt, 2)
    .uint(serving ? 1 : 0, 1)
    .raw(bytesOf(digest))
    .done();
}

export function receiveReady(setup: KeySetup, from: number, r: Reader): void {
  const { seat } = setup;
  const attempt = r.uint(2);
  const serving = r.uint(1) === 1;
  const digest = toHex(r.raw(32));
  if (!r.done() || attempt >= KEY_ATTEMPTS_MAX) return fault(seat, from, 'MALFORMED');
  if (setup.ring) return serving ? undefined : answerReady(setup, from);
  const current = attemptAt(setup, attempt);
  if (serving) current.serving.add(from);
  if (!current.ready.has(from)) current.ready.set(from, digest);
  serveIfAllReady(setup, current);
}

/** All n hold equal checks. Or T + 1 seats serve already: one of them is honest and has heard all n, ourselves too. */
function serveIfAllReady(setup: KeySetup, current: KeyAttempt): void {
  const { seat } = setup;
  const { n, T, seat: self } = seat.facts;
  const own = current.ready.get(self);
  const allReady =
    own !== undefined &&
    (!seat.checks.keyEcho ||
      (current.ready.size === n && [...current.ready.values()].every((digest) => digest === own)));
  if (!setup.started || setup.ring || (!allReady && current.serving.size <= T)) return;
  const keys = current.keys ?? loadKeys(setup, current.attempt);
  if (!keys) return;
  const sets = new Map(setsHeldBy(n, T, self).map((set) => [set, keys.get(set) as Uint8Array]));
  const pairs = new Map<number, Uint8Array>();
  for (let other = 0; other < n; other++)
    if (other !== self) pairs.set(other, keys.get(pairId(self, other)) as Uint8Array);
  setup.ring = createKeyring(sets, pairs);
  saveKeyring(setup.ring, seat.ports);
  seat.ports.store('key-checks', checkBytes(setup, current));
  seat.ports.store('key-ready', readyBytes(setup, current, true));
  // The root keys and what they came from are gone from here on; the chains remain.
  for (let attempt = 0; attempt <= setup.attempt; attempt++) {
    seat.ports.store(`key-attempt/${attempt}`, null);
    seat.ports.store(`key-attempt/${attempt}/keys`, null);
  }
  setup.attempts.clear();
  answerReady(setup, null);
  emit(seat, { type: 'keysReady', attempt: current.attempt });
}

/** To one seat, or to all. */
export function answerReady(setup: KeySetup, to: number | null): void {
  const { seat } = setup;
  const mask = to === null ? allSeats(seat.facts) : 2 ** to;
  for (const name of ['key-checks', 'key-ready']) {
    const bytes = seat.ports.load(name);
    if (bytes) sendAll(seat, mask, bytes);
  }
}

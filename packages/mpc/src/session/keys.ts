// Key set-up: every holder of a T-set A gives 32 signed random bytes to the other holders, k_A = HKDF(all, sorted by seat); the same
// between each two seats. Then all n compare a signed hash of every key, and say that they hold equal ones. Contributions are secret: the
// host's links are encrypted.
//
// A seat serves only after every seat has said so, and who has said so never shows contributions. Otherwise one seat that signs one check
// to some and another to the rest makes the first serve with keys that the others, seeing a mismatch, show.
import { type Hex, concat, equalBytes, hashOf, hkdf, setsHeldBy, toHex, utf8 } from '@enigma/crypto';
import {
  ABORT_RECORD,
  type AbortRecord,
  KEY_CHECK,
  KEY_CONTRIBUTION,
  NO_SEAT,
  SESSION_KIND,
  sessionIdOf,
} from '@enigma/protocol';
import { pairId } from './batch.ts';
import { type Keyring, createKeyring, saveKeyring } from './keyring.ts';
import { KEY_ATTEMPTS_MAX } from './limits.ts';
import {
  type Seat,
  ZERO_HEX,
  allSeats,
  bytesOf,
  emit,
  emitBlame,
  fault,
  has,
  send,
  sendAll,
  signRecord,
  verifyRecord,
} from './seat.ts';
import { MESSAGE, Reader, Writer, messageOf } from './wire.ts';
import { ABORT_REASON, BLAME_REASON, type CommitteeFacts } from './work.ts';

interface Contribution {
  readonly bytes: Uint8Array;
  readonly signature: Uint8Array;
}

interface SetCheck {
  readonly keyHash: Hex;
  readonly signature: Uint8Array;
}

interface KeyAttempt {
  readonly attempt: number;
  /** By T-set or pair, then by seat. */
  readonly contributions: Map<number, Map<number, Contribution>>;
  /** By seat, then by T-set or pair. */
  readonly checks: Map<number, Map<number, SetCheck>>;
  readonly aborts: Map<number, Uint8Array>;
  /** Who said that it holds the checks of all n, equal ones: by seat, their digest. */
  readonly ready: Map<number, Hex>;
  /** Who says that it serves with the keys of this attempt. */
  readonly serving: Set<number>;
  keys: Map<number, Uint8Array> | null;
  shown: boolean;
  since: number | null;
}

export interface KeySetup {
  readonly seat: Seat;
  readonly id: Hex;
  readonly idBytes: Uint8Array;
  readonly attempts: Map<number, KeyAttempt>;
  attempt: number;
  started: boolean;
  ring: Keyring | null;
  isVoid: boolean;
  saidAt: number;
}

export function keysSessionId(facts: CommitteeFacts): Hex {
  return sessionIdOf({
    committeeId: facts.committeeId,
    generation: facts.generation,
    kind: SESSION_KIND.KEYS,
    contractId: ZERO_HEX,
    firstSeqOrBatch: 0n,
    count: 0,
    anchor: ZERO_HEX,
  });
}

export function createKeySetup(seat: Seat, ring: Keyring | undefined): KeySetup {
  const id = keysSessionId(seat.facts);
  const stored = seat.ports.load('key-attempt');
  return {
    seat,
    id,
    idBytes: bytesOf(id),
    attempts: new Map(),
    attempt: stored ? new Reader(stored).uint(2) : 0,
    started: false,
    ring: ring ?? null,
    isVoid: false,
    saidAt: -Infinity,
  };
}

/** T-sets and pairs that this seat holds with others, and who they are. */
function groupsOf(seat: Seat): Map<number, readonly number[]> {
  const { n, T, seat: self } = seat.facts;
  const groups = new Map<number, readonly number[]>();
  const all = Array.from({ length: n }, (_, one) => one);
  for (const set of setsHeldBy(n, T, self))
    groups.set(
      set,
      all.filter((one) => !has(set, one)),
    );
  for (const other of all) if (other !== self) groups.set(pairId(self, other), [self, other]);
  return groups;
}

export function startKeys(setup: KeySetup, nowMs: number): void {
  if (setup.started) return;
  setup.started = true;
  // Once the keys exist the contributions are erased: new ones would stand in slots that are signed.
  if (!setup.ring) enterAttempt(setup, setup.attempt, nowMs);
}

function attemptAt(setup: KeySetup, attempt: number): KeyAttempt {
  const known = setup.attempts.get(attempt);
  if (known) return known;
  const fresh: KeyAttempt = {
    attempt,
    contributions: new Map(),
    checks: new Map(),
    aborts: new Map(),
    ready: new Map(),
    serving: new Set(),
    keys: null,
    shown: false,
    since: null,
  };
  setup.attempts.set(attempt, fresh);
  return fresh;
}

function enterAttempt(setup: KeySetup, attempt: number, nowMs: number): void {
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

/** On disk before anything leaves, so that a restart sends the same bytes. */
function ownContributions(setup: KeySetup, attempt: number): Map<number, Uint8Array> {
  const { seat } = setup;
  const name = `key-attempt/${attempt}`;
  const stored = seat.ports.load(name);
  if (stored) {
    const r = new Reader(stored);
    const own = new Map(r.list(0xffff, (each) => [each.uint(4), each.raw(32)] as const));
    if (!r.done()) throw new Error('key contributions on disk are damaged');
    return own;
  }
  const own = new Map([...groupsOf(seat).keys()].map((set) => [set, seat.ports.random(32)]));
  seat.ports.store(name, new Writer().list([...own], (w, [set, bytes]) => w.uint(set, 4).raw(bytes)).done());
  return own;
}

function contributionRecord(setup: KeySetup, attempt: number, set: number, by: number, bytes: Uint8Array) {
  const contributionHash = toHex(hashOf('enigma.session.key-contribution.v1', bytes));
  return { committeeId: setup.seat.facts.committeeId, attempt, set, seat: by, contributionHash };
}

function note(current: KeyAttempt, set: number, by: number, contribution: Contribution): void {
  const of = current.contributions.get(set) ?? new Map<number, Contribution>();
  current.contributions.set(set, of);
  if (!of.has(by)) of.set(by, contribution);
}

function sendContributions(setup: KeySetup, current: KeyAttempt): void {
  const { seat } = setup;
  const self = seat.facts.seat;
  const groups = groupsOf(seat);
  for (let to = 0; to < seat.facts.n; to++) {
    if (to === self) continue;
    const sets = [...groups].filter(([, members]) => members.includes(to)).map(([set]) => set);
    const w = messageOf(MESSAGE.keyContribution, setup.idBytes).uint(current.attempt, 2);
    const bytes = w.list(sets, (each, set) => {
      const own = current.contributions.get(set)?.get(self) as Contribution;
      each.uint(set, 4).raw(own.bytes).raw(own.signature);
    });
    send(seat, to, bytes.done());
  }
}

export function receiveKeys(setup: KeySetup, from: number, type: number, r: Reader, nowMs: number): void {
  if (type === MESSAGE.keyContribution) receiveContribution(setup, from, r);
  else if (type === MESSAGE.keyCheck) receiveCheck(setup, from, r);
  else if (type === MESSAGE.keyReady) receiveReady(setup, from, r);
  else if (type === MESSAGE.keyShow) receiveShow(setup, from, r);
  else if (type === MESSAGE.abort) receiveKeyAbort(setup, from, r, nowMs);
  else fault(setup.seat, from, 'MALFORMED');
}

function receiveContribution(setup: KeySetup, from: number, r: Reader): void {
  const { seat } = setup;
  const attempt = r.uint(2);
  const list = r.list(0xffff, (each) => ({ set: each.uint(4), bytes: each.raw(32), signature: each.raw(64) }));
  if (!r.done() || attempt >= KEY_ATTEMPTS_MAX) return fault(seat, from, 'MALFORMED');
  if (setup.ring) return answerReady(setup, from);
  const current = attemptAt(setup, attempt);
  // A seat that was away is still in an attempt that the others have ended: what ended it brings it along.
  if (setup.started && attempt < setup.attempt && current.aborts.size > seat.facts.T)
    send(seat, from, keyAbortBytes(setup, current));
  const groups = groupsOf(seat);
  for (const { set, bytes, signature } of list) {
    if (!groups.get(set)?.includes(from)) return fault(seat, from, 'WRONG_PLACE');
    if (current.contributions.get(set)?.has(from)) continue;
    if (!verifyRecord(seat, from, KEY_CONTRIBUTION, contributionRecord(setup, attempt, set, from, bytes), signature))
      return fault(seat, from, 'BAD_SIGNATURE');
    note(current, set, from, { bytes, signature });
  }
  derive(setup, current);
}

/** All contributions are here: the keys, on disk, and their signed hashes to all. */
function derive(setup: KeySetup, current: KeyAttempt): void {
  const { seat } = setup;
  if (!setup.started || current.keys || current.attempt !== setup.attempt) return;
  const groups = groupsOf(seat);
  for (const [set, members] of groups) if (current.contributions.get(set)?.size !== members.length) return;
  const keys = new Map<number, Uint8Array>();
  for (const set of groups.keys()) {
    const sorted = [...(current.contributions.get(set) as Map<number, Contribution>)].sort(([a], [b]) => a - b);
    const label = concat(
      utf8('enigma.session.key.v1'),
      bytesOf(seat.facts.committeeId),
      new Writer().uint(current.attempt, 2).uint(set, 4).done(),
    );
    keys.set(set, hkdf(concat(...sorted.map(([, one]) => one.bytes)), label, 32));
  }
  seat.ports.store(
    `key-attempt/${current.attempt}/keys`,
    new Writer().list([...keys], (w, [set, key]) => w.uint(set, 4).raw(key)).done(),
  );
  current.keys = keys;
  const own = new Map<number, SetCheck>();
  for (const [set, key] of keys) {
    const keyHash = toHex(hashOf('enigma.session.key-check.v1', new Writer().uint(set, 4).done(), key));
    const record = { committeeId: seat.facts.committeeId, attempt: current.attempt, set, keyHash };
    const signature = signRecord(seat, 'keyCheck', `${setup.id}/${current.attempt}/${set}`, KEY_CHECK, record);
    if (!signature) return;
    own.set(set, { keyHash, signature });
  }
  current.checks.set(seat.facts.seat, own);
  sendAll(seat, allSeats(seat.facts), checkBytes(setup, current));
  compare(setup, current);
}

/** Every check that we hold, ours and others': passed on, they bring along who missed one. */
function checkBytes(setup: KeySetup, current: KeyAttempt): Uint8Array {
  return messageOf(MESSAGE.keyCheck, setup.idBytes)
    .uint(current.attempt, 2)
    .list([...current.checks], (w, [by, checks]) => {
      w.uint(by, 1).list([...checks], (each, [set, one]) =>
        each.uint(set, 4).raw(bytesOf(one.keyHash)).raw(one.signature),
      );
    })
    .done();
}

function receiveCheck(setup: KeySetup, from: number, r: Reader): void {
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
        { committeeId: seat.facts.committeeId, attempt, set, keyHash: one.keyHash },
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

/** T-sets and pairs whose keys a seat holds, ascending. */
function keyIdsOf(seat: Seat, by: number): number[] {
  const { n, T } = seat.facts;
  const others = Array.from({ length: n }, (_, other) => other).filter((other) => other !== by);
  return [...setsHeldBy(n, T, by), ...others.map((other) => pairId(by, other))].sort((a, b) => a - b);
}

/** Two signed checks in one slot: named, and the keys of the attempt stay secret. */
function twoChecks(setup: KeySetup, attempt: number, by: number, set: number, first: SetCheck, second: SetCheck): void {
  emitBlame(setup.seat, {
    type: 'blame',
    seat: by,
    reason: BLAME_REASON.equivocation,
    slot: { sessionId: setup.id, attempt, phase: 4, round: 1, position: set },
    evidence: [first, second].map((one) => concat(bytesOf(one.keyHash), one.signature)),
  });
}

/** The checks of all n, equal for every set at all its holders: said to all. Unequal: the keys are dead. */
function compare(setup: KeySetup, current: KeyAttempt): void {
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

const PROMISE = { shown: 1, ready: 2 } as const;
const promiseBlob = (attempt: number): string => `key-attempt/${attempt}/promise`;

function promiseOf(setup: KeySetup, attempt: number): number | undefined {
  return setup.seat.ports.load(promiseBlob(attempt))?.[0];
}

function readyBytes(setup: KeySetup, current: KeyAttempt, serving: boolean): Uint8Array {
  const digest = current.ready.get(setup.seat.facts.seat) ?? ZERO_HEX;
  return messageOf(MESSAGE.keyReady, setup.idBytes)
    .uint(current.attempt, 2)
    .uint(serving ? 1 : 0, 1)
    .raw(bytesOf(digest))
    .done();
}

function receiveReady(setup: KeySetup, from: number, r: Reader): void {
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

function loadKeys(setup: KeySetup, attempt: number): Map<number, Uint8Array> | undefined {
  const bytes = setup.seat.ports.load(`key-attempt/${attempt}/keys`);
  if (!bytes) return undefined;
  const r = new Reader(bytes);
  const keys = new Map(r.list(0xffff, (each) => [each.uint(4), each.raw(32)] as const));
  return r.done() ? keys : undefined;
}

/** To one seat, or to all. */
function answerReady(setup: KeySetup, to: number | null): void {
  const { seat } = setup;
  const mask = to === null ? allSeats(seat.facts) : 2 ** to;
  for (const name of ['key-checks', 'key-ready']) {
    const bytes = seat.ports.load(name);
    if (bytes) sendAll(seat, mask, bytes);
  }
}

/** The keys of the attempt are dead, so what they were made of may be seen: who gave two seats different bytes is named. */
function showContributions(setup: KeySetup, current: KeyAttempt): void {
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

function receiveShow(setup: KeySetup, from: number, r: Reader): void {
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
    emitBlame(seat, {
      type: 'blame',
      seat: by,
      reason: BLAME_REASON.equivocation,
      slot: { sessionId: setup.id, attempt, phase: 4, round: 0, position: set },
      evidence: [concat(held.bytes, held.signature), concat(bytes, signature)],
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

function abortKeys(setup: KeySetup, current: KeyAttempt): void {
  const { seat } = setup;
  if (current.aborts.has(seat.facts.seat)) return;
  const record = abortRecordOf(setup, current.attempt);
  const signature = signRecord(seat, 'abort', `${setup.id}/${current.attempt}`, ABORT_RECORD, record);
  if (!signature) return;
  current.aborts.set(seat.facts.seat, signature);
  sendAll(seat, allSeats(seat.facts), keyAbortBytes(setup, current));
}

function keyAbortBytes(setup: KeySetup, current: KeyAttempt): Uint8Array {
  const w = messageOf(MESSAGE.abort, setup.idBytes).uint(current.attempt, 2);
  return w.list([...current.aborts], (each, [by, signature]) => each.uint(by, 1).raw(signature)).done();
}

function receiveKeyAbort(setup: KeySetup, from: number, r: Reader, nowMs: number): void {
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

function nextIfAborted(setup: KeySetup, nowMs: number): void {
  const current = setup.attempts.get(setup.attempt);
  if (!setup.started || setup.isVoid || !current || current.aborts.size <= setup.seat.facts.T) return;
  enterAttempt(setup, setup.attempt + 1, nowMs);
}

export function tickKeys(setup: KeySetup, nowMs: number): void {
  const { seat } = setup;
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

// What a seat knows while its committee sets up keys: by attempt, contributions and checks. What is done with it: keys.ts.
import { type Hex, hashOf, setsHeldBy, toHex } from '@enigma/crypto';
import { type KeyContribution, SESSION_KIND, sessionIdOf } from '@enigma/protocol';
import { pairId } from './batch.ts';
import { type Keyring } from './keyring.ts';
import { type Seat, ZERO_HEX, bytesOf, has, keysIdOf } from './seat.ts';
import { Reader } from './wire.ts';
import { type CommitteeFacts } from './work.ts';

export interface Contribution {
  readonly bytes: Uint8Array;
  readonly signature: Uint8Array;
}

export interface SetCheck {
  readonly keyHash: Hex;
  readonly signature: Uint8Array;
}

export interface KeyAttempt {
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
  /** Since when a seat that forgets hears which attempt the others are in. */
  listeningSince: number | null;
  ring: Keyring | null;
  isVoid: boolean;
  saidAt: number;
}

export function keysSessionId(facts: CommitteeFacts): Hex {
  return sessionIdOf({
    committeeId: keysIdOf(facts),
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
    listeningSince: null,
    ring: ring ?? null,
    isVoid: false,
    saidAt: -Infinity,
  };
}

/** T-sets and pairs that this seat holds with others, and who they are. */
export function groupsOf(seat: Seat): Map<number, readonly number[]> {
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

export function attemptAt(setup: KeySetup, attempt: number): KeyAttempt {
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

export function contributionRecord(
  setup: KeySetup,
  attempt: number,
  set: number,
  by: number,
  bytes: Uint8Array,
): KeyContribution {
  const contributionHash = toHex(hashOf('enigma.session.key-contribution.v1', bytes));
  return { committeeId: keysIdOf(setup.seat.facts), attempt, set, seat: by, contributionHash };
}

export function note(current: KeyAttempt, set: number, by: number, contribution: Contribution): void {
  const of = current.contributions.get(set) ?? new Map<number, Contribution>();
  current.contributions.set(set, of);
  if (!of.has(by)) of.set(by, contribution);
}

/** T-sets and pairs whose keys a seat holds, ascending. */
export function keyIdsOf(seat: Seat, by: number): number[] {
  const { n, T } = seat.facts;
  const others = Array.from({ length: n }, (_, other) => other).filter((other) => other !== by);
  return [...setsHeldBy(n, T, by), ...others.map((other) => pairId(by, other))].sort((a, b) => a - b);
}

export const PROMISE = { shown: 1, ready: 2 } as const;

export const promiseBlob = (attempt: number): string => `key-attempt/${attempt}/promise`;

export function promiseOf(setup: KeySetup, attempt: number): number | undefined {
  return setup.seat.ports.load(promiseBlob(attempt))?.[0];
}

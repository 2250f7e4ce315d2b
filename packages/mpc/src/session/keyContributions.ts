// Contributions to keys, on disk before they leave, and the keys that follow from them.
import { concat, hashOf, hkdf, toHex, utf8 } from '@enigma/crypto';
import { KEY_CHECK, KEY_CONTRIBUTION } from '@enigma/protocol';
import { answerReady, checkBytes, compare } from './keyChecks.ts';
import { keyAbortBytes } from './keyEnd.ts';
import {
  type Contribution,
  type KeyAttempt,
  type KeySetup,
  type SetCheck,
  attemptAt,
  contributionRecord,
  groupsOf,
  note,
} from './keyState.ts';
import { KEY_ATTEMPTS_MAX } from './limits.ts';
import { allSeats, bytesOf, fault, keysIdOf, send, sendAll, signRecord, verifyRecord } from './seat.ts';
import { MESSAGE, Reader, Writer, messageOf } from './wire.ts';

/** On disk before anything leaves, so that a restart sends the same bytes. */
export function ownContributions(setup: KeySetup, attempt: number): Map<number, Uint8Array> {
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

export function sendContributions(setup: KeySetup, current: KeyAttempt): void {
  const { seat } = setup;
  const self = seat.facts.seat;
  const groups = groupsOf(seat);
  // None of its own in an attempt that it only ends.
  if (![...groups.keys()].every((set) => current.contributions.get(set)?.has(self))) return;
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

export function receiveContribution(setup: KeySetup, from: number, r: Reader): void {
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
export function derive(setup: KeySetup, current: KeyAttempt): void {
  const { seat } = setup;
  if (!setup.started || current.keys || current.attempt !== setup.attempt) return;
  const groups = groupsOf(seat);
  for (const [set, members] of groups) if (current.contributions.get(set)?.size !== members.length) return;
  const keys = new Map<number, Uint8Array>();
  for (const set of groups.keys()) {
    const sorted = [...(current.contributions.get(set) as Map<number, Contribution>)].sort(([a], [b]) => a - b);
    const label = concat(
      utf8('enigma.session.key.v1'),
      bytesOf(keysIdOf(seat.facts)),
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
    const record = { committeeId: keysIdOf(seat.facts), attempt: current.attempt, set, keyHash };
    const signature = signRecord(seat, 'keyCheck', `${setup.id}/${current.attempt}/${set}`, KEY_CHECK, record);
    if (!signature) return;
    own.set(set, { keyHash, signature });
  }
  current.checks.set(seat.facts.seat, own);
  sendAll(seat, allSeats(seat.facts), checkBytes(setup, current));
  compare(setup, current);
}

export function loadKeys(setup: KeySetup, attempt: number): Map<number, Uint8Array> | undefined {
  const bytes = setup.seat.ports.load(`key-attempt/${attempt}/keys`);
  if (!bytes) return undefined;
  const r = new Reader(bytes);
  const keys = new Map(r.list(0xffff, (each) => [each.uint(4), each.raw(32)] as const));
  return r.done() ? keys : undefined;
}

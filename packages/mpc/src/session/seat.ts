// What every part of one seat's machine shares: facts, ports, the way out, and signing. Owned by the machine; parts get it by argument.
import { type Hex, fromHex, keccak256, toHex } from '@enigma/crypto';
import { type Struct, digest as recordDigest } from '@enigma/protocol';
import type { Timings } from './limits.ts';
import type { SessionPorts } from './ports.ts';
import type { SignedKind } from './wire.ts';
import type { CommitteeFacts, Outgoing, PeerFaultCode, SessionEvent } from './work.ts';

/** Checks that tests switch off, one at a time, to show what each is for. Nothing outside tests and the simulator passes this. */
export interface SessionChecks {
  /** Off: a frame's view hash is not compared. */
  readonly views: boolean;
  /** Off: openings are taken from T + 1 shares unchecked. */
  readonly openings: boolean;
  /** Off: a batch is used although an OK is missing. */
  readonly verdicts: boolean;
  /** Off: who signed OK opens seeds when another says FAIL. */
  readonly okOpensNothing: boolean;
  /** Off: a proposal may stand on positions that were burnt. */
  readonly marks: boolean;
  /** Off: barriers do not wait. */
  readonly barriers: boolean;
  /** Off: a record is followed without its signed checkpoints. */
  readonly records: boolean;
  /** Off: a seat serves with keys as soon as the checks that it holds are equal. */
  readonly keyEcho: boolean;
  /** Off: a seat that lost its disk contributes to an attempt that it may have contributed to before. */
  readonly keysForgotten: boolean;
  /** Off: one seat's signature under an AbortRecord is enough. */
  readonly abortQuorum: boolean;
}

export const ALL_CHECKS: SessionChecks = {
  views: true,
  openings: true,
  verdicts: true,
  okOpensNothing: true,
  marks: true,
  barriers: true,
  records: true,
  keyEcho: true,
  keysForgotten: true,
  abortQuorum: true,
};

export interface Seat {
  readonly facts: CommitteeFacts;
  readonly ports: SessionPorts;
  readonly timings: Timings;
  readonly checks: SessionChecks;
  readonly out: Outgoing[];
  readonly events: SessionEvent[];
  /** Slots in which a seat has been named: once is enough. */
  readonly named: Set<string>;
  /** Parts of records served since the last tick, by seat. */
  readonly served: Map<number, number>;
  /** When a seat last sent anything. */
  readonly heard: Map<number, number>;
}

export function send(seat: Seat, to: number, bytes: Uint8Array): void {
  if (to !== seat.facts.seat) seat.out.push({ to, bytes });
}

/** To every seat of a mask but ourselves. */
export function sendAll(seat: Seat, to: number, bytes: Uint8Array): void {
  for (let other = 0; other < seat.facts.n; other++) if ((to >>> other) & 1) send(seat, other, bytes);
}

/** What keys and sessions stand under. */
export function keysIdOf(facts: CommitteeFacts): Hex {
  return facts.keysId ?? facts.committeeId;
}

export function allSeats(facts: CommitteeFacts): number {
  return 2 ** facts.n - 1;
}

export function emit(seat: Seat, event: SessionEvent): void {
  seat.events.push(event);
}

/** Names a seat from signed bytes; a second proof of the same says nothing new: then false. */
export function emitBlame(seat: Seat, event: Extract<SessionEvent, { type: 'blame' }>): boolean {
  const { sessionId, attempt, phase, round, position } = event.slot;
  const key = [event.seat, sessionId, attempt, phase, round, position].join('/');
  if (seat.named.has(key)) return false;
  seat.named.add(key);
  emit(seat, event);
  return true;
}

export function fault(seat: Seat, from: number, code: PeerFaultCode): void {
  emit(seat, { type: 'peerFault', seat: from, code });
}

export function digestOf<T>(seat: Seat, struct: Struct<T>, record: T): Uint8Array {
  return bytesOf(
    recordDigest({ chainId: seat.facts.chainId, verifyingContract: seat.facts.tasksAddress }, struct, record),
  );
}

/** Null where the slot is taken by another digest: then this seat says nothing, and the host hears of it. */
export function signRecord<T>(
  seat: Seat,
  kind: SignedKind,
  slotKey: string,
  struct: Struct<T>,
  record: T,
): Uint8Array | null {
  const signed = seat.ports.sign(kind, slotKey, digestOf(seat, struct, record));
  if (signed instanceof Uint8Array) return signed;
  emit(seat, { type: 'slotTaken', slotKey });
  return null;
}

export function verifyRecord<T>(seat: Seat, by: number, struct: Struct<T>, record: T, signature: Uint8Array): boolean {
  return (
    by >= 0 &&
    by < seat.facts.n &&
    signature.length === 64 &&
    seat.ports.verify(by, digestOf(seat, struct, record), signature)
  );
}

export function bytesOf(hex: Hex): Uint8Array {
  return fromHex(hex) as Uint8Array;
}

/** abortsHash after one more record: keccak(previous ‖ digest). */
export function nextAbortsHash(previous: Hex, digest: Uint8Array): Hex {
  const joined = new Uint8Array(64);
  joined.set(bytesOf(previous));
  joined.set(digest, 32);
  return toHex(keccak256(joined));
}

export const ZERO_HEX: Hex = `0x${'00'.repeat(32)}`;

export function has(mask: number, seat: number): boolean {
  return ((mask >>> seat) & 1) === 1;
}

export function countOf(mask: number): number {
  let count = 0;
  for (let seat = 0; seat < 32; seat++) count += (mask >>> seat) & 1;
  return count;
}

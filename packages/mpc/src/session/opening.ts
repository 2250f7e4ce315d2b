// How an attempt opens: signed hellos with marks, one proposal of live set and ranges, and the signatures of every live seat over it.
// Pure rules; the session keeps the state and moves the messages.
import { type Hex, keccak256, toHex } from '@enigma/crypto';
import { HELLO, type Hello, RANGES_MAX, SESSION_OPEN, type SessionOpen } from '@enigma/protocol';
import { BATCH_STRIDE, STEPS_LEAD_MAX } from './limits.ts';
import { allocate, type Pools } from './pools.ts';
import { MATERIAL, type MaterialKind, type MaterialRange, type Marks } from './ports.ts';
import { type Seat, allSeats, bytesOf, countOf, has, verifyRecord } from './seat.ts';
import { type Reader, Writer } from './wire.ts';
import type { Demand, SeatSignature } from './work.ts';

export interface HelloFacts {
  readonly seat: number;
  readonly boot: bigint;
  readonly marks: Marks;
  readonly signature: Uint8Array;
  /** Signed proposals that set the marks: a mark above ours counts only with the one that set it. */
  readonly proofs: readonly SignedOpen[];
}

export interface SignedOpen {
  readonly open: SessionOpen;
  readonly signatures: readonly SeatSignature[];
}

const KINDS: readonly MaterialKind[] = [1, 2, 3, 4, 5];

export function marksBytes(marks: Marks): Uint8Array {
  const w = new Writer();
  for (const kind of KINDS) w.uint(marks.get(kind) ?? 0n, 8);
  return w.done();
}

function readMarks(r: Reader): Marks {
  return new Map(KINDS.map((kind) => [kind, r.big(8)]));
}

export function helloRecord(
  sessionId: Hex,
  attempt: number,
  proposal: number,
  facts: Pick<HelloFacts, 'seat' | 'boot' | 'marks'>,
): Hello {
  return {
    sessionId,
    attempt,
    proposal,
    seat: facts.seat,
    boot: facts.boot,
    marksHash: toHex(keccak256(marksBytes(facts.marks))),
  };
}

export function writeHello(w: Writer, facts: HelloFacts): Writer {
  return w
    .uint(facts.seat, 1)
    .uint(facts.boot, 8)
    .raw(marksBytes(facts.marks))
    .raw(facts.signature)
    .list(facts.proofs, writeSignedOpen);
}

export function readHello(r: Reader): HelloFacts {
  return {
    seat: r.uint(1),
    boot: r.big(8),
    marks: readMarks(r),
    signature: r.raw(64),
    proofs: r.list(KINDS.length, readSignedOpen),
  };
}

export function helloIsSigned(
  seat: Seat,
  sessionId: Hex,
  attempt: number,
  proposal: number,
  facts: HelloFacts,
): boolean {
  return verifyRecord(seat, facts.seat, HELLO, helloRecord(sessionId, attempt, proposal, facts), facts.signature);
}

export function writeOpen(w: Writer, open: SessionOpen): Writer {
  return w
    .raw(bytesOf(open.sessionId))
    .uint(open.attempt, 2)
    .uint(open.proposal, 2)
    .raw(bytesOf(open.abortsHash))
    .uint(open.live, 4)
    .list(open.ranges, (each, range) => each.uint(range.kind, 1).uint(range.start, 8).uint(range.length, 8));
}

export function readOpen(r: Reader): SessionOpen {
  return {
    sessionId: toHex(r.raw(32)),
    attempt: r.uint(2),
    proposal: r.uint(2),
    abortsHash: toHex(r.raw(32)),
    live: r.uint(4),
    ranges: r.list(RANGES_MAX, (each) => ({ kind: each.uint(1), start: each.big(8), length: each.big(8) })),
  };
}

export function writeSignatures(w: Writer, signatures: readonly SeatSignature[]): Writer {
  return w.list(signatures, (each, one) => each.uint(one.seat, 1).raw(one.signature));
}

export function readSignatures(r: Reader): SeatSignature[] {
  return r.list(32, (each) => ({ seat: each.uint(1), signature: each.raw(64) }));
}

export function writeSignedOpen(w: Writer, signed: SignedOpen): Writer {
  return writeSignatures(writeOpen(w, signed.open), signed.signatures);
}

export function readSignedOpen(r: Reader): SignedOpen {
  return { open: readOpen(r), signatures: readSignatures(r) };
}

/** The seats whose signature over the proposal is valid, as a mask. */
export function signersOf(seat: Seat, signed: SignedOpen): number {
  let mask = 0;
  for (const { seat: by, signature } of signed.signatures) {
    if (has(signed.open.live, by) && verifyRecord(seat, by, SESSION_OPEN, signed.open, signature)) mask |= 1 << by;
  }
  return mask >>> 0;
}

/** Fewest live seats of a session: a receipt needs qHi, a checked opening 2T + 1. */
export function liveMin(seat: Seat): number {
  return Math.max(2 * seat.facts.T + 1, seat.facts.qHi);
}

export function proposerOf(seat: Seat, index: bigint, attempt: number, proposal: number): number {
  return Number((index + BigInt(attempt) + BigInt(proposal)) % BigInt(seat.facts.n));
}

/**
 * The marks a proposal stands on: the highest of the live seats'. A mark above our own counts only with the signed proposal that set it;
 * otherwise anybody could burn a whole pool by a number. T + 1 signatures, one of them honest, show that it was a proposal in earnest. Fewer
 * are what a proposer has whose message was lost: it counts if it leads ahead by little.
 */
export function jointMarks(seat: Seat, hellos: readonly HelloFacts[]): Marks {
  const own = seat.ports.marks();
  const joint = new Map<MaterialKind, bigint>(own);
  for (const hello of hellos) {
    for (const kind of KINDS) {
      const mark = hello.marks.get(kind) ?? 0n;
      if (mark > (joint.get(kind) ?? 0n) && markIsProven(seat, hello, kind, mark, own.get(kind) ?? 0n))
        joint.set(kind, mark);
    }
  }
  return joint;
}

function markIsProven(seat: Seat, hello: HelloFacts, kind: MaterialKind, mark: bigint, own: bigint): boolean {
  const near =
    kind === MATERIAL.output || kind === MATERIAL.pool
      ? mark <= own + STEPS_LEAD_MAX
      : mark / BATCH_STRIDE <= own / BATCH_STRIDE + 1n;
  return hello.proofs.some((proof) => {
    if (!proof.open.ranges.some((range) => range.kind === kind && range.start + range.length === mark)) return false;
    const signers = countOf(signersOf(seat, proof));
    return signers > seat.facts.T || (signers > 0 && near);
  });
}

/** What a session burns, as a function of the joint marks and the public plan alone. */
export function rangesOf(
  pools: Pools,
  marks: Marks,
  demand: Demand,
  chain: 'pool' | 'output',
): MaterialRange[] | undefined {
  const items = allocate(pools, marks, demand);
  if (!items || items.length + 1 > RANGES_MAX) return undefined;
  const kind = chain === 'pool' ? MATERIAL.pool : MATERIAL.output;
  return [...items, { kind, start: marks.get(kind) ?? 0n, length: 1n }];
}

/** The seats that the next proposal must leave out: the pair of the last aborts, one attempt each. */
export function excludedSeats(
  seat: Seat,
  aborts: readonly { readonly seatA: number; readonly seatB: number }[],
): number {
  const accused = aborts.at(-1)?.seatB ?? 0xff;
  const accuser = aborts.at(-2)?.seatA ?? 0xff;
  let mask = 0;
  // Where both do not fit, the accuser goes: else one seat that accuses another in each attempt would never be left out.
  for (const named of [accuser, accused]) {
    if (named >= seat.facts.n) continue;
    const next = (mask | (1 << named)) >>> 0;
    if (countOf(allSeats(seat.facts) & ~next) >= liveMin(seat)) mask = next;
  }
  return mask;
}

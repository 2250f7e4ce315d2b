// How an attempt opens: signed hellos with marks, one proposal of live set and ranges, and the signatures of every live seat over it.
// Pure rules; the session keeps the state and moves the messages.
import { type Hex, keccak256, toHex } from '@enigma/crypto';
import { HELLO, type Hello, RANGES_MAX, SESSION_OPEN, type SessionOpen } from '@enigma/protocol';
import { ATTEMPTS_MAX, BATCH_STRIDE, STEPS_LEAD_MAX } from './limits.ts';
import { POOL_KINDS, allocate, type Pools } from './pools.ts';
import { MATERIAL, type MaterialKind, type MaterialRange, type Marks } from './ports.ts';
import { type Seat, allSeats, bytesOf, countOf, has, verifyRecord } from './seat.ts';
import { type Reader, Writer } from './wire.ts';
import { type Demand, MATERIAL_OF, type SeatSignature } from './work.ts';

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
 * are what a proposer has whose message was lost: it counts within `leads` times what one proposal can burn.
 */
export function jointMarks(seat: Seat, hellos: readonly HelloFacts[], pools: Pools = NO_POOLS): Marks {
  const own = seat.ports.marks();
  const joint = new Map<MaterialKind, bigint>(own);
  for (const hello of hellos) {
    for (const kind of KINDS) {
      const mark = hello.marks.get(kind) ?? 0n;
      if (mark > (joint.get(kind) ?? 0n) && markCounts(seat, hello, kind, own.get(kind) ?? 0n, pools, 1n))
        joint.set(kind, mark);
    }
  }
  return joint;
}

const NO_POOLS: Pools = { entries: [] };

/** Whether a seat that stands at `own` may follow this hello's mark. */
function markCounts(
  seat: Seat,
  hello: HelloFacts,
  kind: MaterialKind,
  own: bigint,
  pools: Pools,
  leads: bigint,
): boolean {
  const mark = hello.marks.get(kind) ?? 0n;
  const near = mark <= reachOf(kind, own, pools, leads);
  return hello.proofs.some((proof) => {
    if (!proof.open.ranges.some((range) => range.kind === kind && range.start + range.length === mark)) return false;
    const signers = countOf(signersOf(seat, proof));
    return signers > seat.facts.T || (signers > 0 && near);
  });
}

/** Steps of a chain: some. Items: to the end of what we know to be usable, for a proposal burns no other. */
function reachOf(kind: MaterialKind, own: bigint, pools: Pools, leads: bigint): bigint {
  if (kind === MATERIAL.output || kind === MATERIAL.pool) return own + leads * STEPS_LEAD_MAX;
  const known = pools.entries.filter((one) => one.state === 'usable' && MATERIAL_OF[one.pool] === kind);
  const last = BigInt(Math.max(-1, ...known.map((one) => one.batch)));
  const next = own / BATCH_STRIDE + 1n;
  return ((last > next ? last : next) + 1n) * BATCH_STRIDE - 1n;
}

/** The proof that a hello gives for its mark of a kind. */
export function proofOf(hello: HelloFacts, kind: MaterialKind, mark: bigint): SignedOpen | undefined {
  return hello.proofs.find(({ open }) =>
    open.ranges.some((range) => range.kind === kind && range.start + range.length === mark),
  );
}

/** Kinds that a session burns. Marks of the others are not its business: a batch may still be needed to follow another session. */
export function kindsOf(chain: 'pool' | 'output'): readonly MaterialKind[] {
  return chain === 'pool' ? [MATERIAL.pool] : [MATERIAL.triple, MATERIAL.and, MATERIAL.daBit, MATERIAL.output];
}

/**
 * Whether this seat may sign these ranges: none below its own marks, exactly what the plan asks, in batches that it knows to be usable, and from a
 * mark that one of the hellos shows. The proposer may lack a batch that we have, and so pass over it. MATERIAL: it is we who lack one.
 */
export function judgeRanges(
  seat: Seat,
  pools: Pools,
  hellos: readonly HelloFacts[],
  demand: Demand,
  chain: 'pool' | 'output',
  ranges: readonly Range[],
): 'RANGES' | 'MATERIAL' | undefined {
  const own = seat.ports.marks();
  const ownOf = (kind: number): bigint => own.get(kind as MaterialKind) ?? 0n;
  if (ranges.some((range) => range.start < ownOf(range.kind))) return 'RANGES';
  const used: Pools = { entries: pools.entries.filter((entry) => ranges.some((range) => isIn(range, entry))) };
  const known = (range: Range): boolean =>
    used.entries.some((entry) => entry.state === 'usable' && isIn(range, entry)) ||
    !POOL_KINDS.some((pool) => MATERIAL_OF[pool] === range.kind);
  if (!ranges.every(known)) return 'MATERIAL';
  const starts = (kind: MaterialKind): bigint[] => [
    ownOf(kind),
    ...hellos
      .filter((one) => (one.marks.get(kind) ?? 0n) > ownOf(kind) && markCounts(seat, one, kind, ownOf(kind), pools, 2n))
      .map((one) => one.marks.get(kind) as bigint),
  ];
  const expected: Range[] = [];
  for (const pool of POOL_KINDS) {
    const kind = MATERIAL_OF[pool];
    const given = ranges.filter((range) => range.kind === kind);
    const fits = starts(kind).some((start) =>
      sameRanges(allocate(used, new Map([[kind, start]]), { [pool]: demand[pool] ?? 0 }) ?? null, given),
    );
    if (!fits) return 'RANGES';
    expected.push(...given);
  }
  const step = ranges.at(-1);
  if (!step || step.kind !== MATERIAL[chain] || step.length !== 1n) return 'RANGES';
  if (!starts(MATERIAL[chain]).includes(step.start)) return 'RANGES';
  return sameRanges([...expected, step], ranges) ? undefined : 'RANGES';
}

type Range = SessionOpen['ranges'][number];

function isIn(range: Range, entry: Pools['entries'][number]): boolean {
  return MATERIAL_OF[entry.pool] === range.kind && BigInt(entry.batch) === range.start / BATCH_STRIDE;
}

function sameRanges(a: readonly Range[] | null, b: readonly Range[]): boolean {
  return (
    a !== null &&
    a.length === b.length &&
    a.every((one, k) => one.kind === b[k]?.kind && one.start === b[k].start && one.length === b[k].length)
  );
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

/**
 * The seat that an attempt leaves out when enough others are there, where aborts have named nobody: each in its turn. An abort without names is all
 * that a seat can be made to answer for which falls silent, or says that it cannot go on; in n − 1 further attempts one is without it. Undefined where no seat can be spared.
 */
export function restingSeat(
  seat: Seat,
  index: bigint,
  aborts: readonly { readonly seatA: number; readonly seatB: number }[],
): number | undefined {
  const { n, T } = seat.facts;
  const last = aborts.at(-1);
  if (!last || n < 3 * T + 1) return undefined;
  if (last.seatB < n && aborts.length < ATTEMPTS_MAX - 1) return undefined;
  return Number((index + BigInt(aborts.length - 1)) % BigInt(n));
}

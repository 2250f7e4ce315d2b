// One seat's engine for one attempt: the context, what follows from it, and the number of draws made. All seats run the same
// protocols in the same order, so draw k has the same meaning at each of them.
import {
  P,
  type FieldVector,
  type Seat,
  type SeatSet,
  inSet,
  lagrangeAtZero,
  newVector,
  pointOf,
  prfBits,
  prfField,
  prssShares,
  seatsIn,
  shareCoefficient,
  thresholdSets,
  u32le,
} from '@enigma/crypto';
import { type Bits, type SharedBits, xorInto } from './bits.ts';
import type { EngineContext, SeedKind } from './context.ts';
import { type Scratch, createScratch } from './internal/scratch.ts';
import { wordsOf } from './internal/words.ts';

export interface Engine {
  readonly context: EngineContext;
  /** All T-sets in lexicographic order; K of them. */
  readonly sets: readonly SeatSet[];
  /** Those without this seat. */
  readonly held: readonly SeatSet[];
  /** The set whose piece takes up public bits. */
  readonly firstSet: SeatSet;
  /** D, ascending. */
  readonly senders: readonly Seat[];
  /** Whether this seat is in D. */
  readonly sends: boolean;
  /** Lagrange coefficient at zero over D of this seat; 0 outside D. */
  readonly weight: bigint;
  readonly checks: Checks;
  readonly scratch: Scratch;
  draws: number;
}

/** Checks that tests switch off, one at a time, to show what each is for. Nothing outside tests and the simulator passes this. */
export interface Checks {
  readonly products: boolean;
  readonly andTriples: boolean;
  /** Buckets below the safe number, to measure the bound. */
  readonly bucketSize: boolean;
  /** Masks of values that are no wider than the value: what the statistical slack is for. On where absent. */
  readonly slack?: boolean;
}

const ALL: Checks = { products: true, andTriples: true, bucketSize: true };

export function createEngine(context: EngineContext, checks: Checks = ALL): Engine {
  const { n, T, seat, live, openers } = context;
  const senders = seatsIn(openers);
  if (2 * T >= n || T < 1) throw new RangeError('this engine needs 1 ≤ T < n/2');
  if (senders.length !== 2 * T + 1 || (openers & ~live) !== 0) throw new RangeError('D is 2T + 1 of the live seats');
  const sets = thresholdSets(n, T);
  const sends = inSet(openers, seat);
  const weights = lagrangeAtZero(senders.map(pointOf));
  return {
    context,
    sets,
    held: sets.filter((set) => !inSet(set, seat)),
    firstSet: sets[0] as SeatSet,
    senders,
    sends,
    weight: sends ? (weights[senders.indexOf(seat)] as bigint) : 0n,
    checks,
    scratch: createScratch(),
    draws: 0,
  };
}

function nextLabel(engine: Engine): Uint8Array {
  return u32le(engine.draws++);
}

/** Shares of `count` random elements that nobody knows: PRSS, no message (Cramer–Damgård–Ishai, TCC 2005). */
export function randomShares(engine: Engine, kind: SeedKind, count: number): FieldVector {
  const { seat, kernel } = engine.context;
  return prssShares(engine.context.setKeys(kind), seat, nextLabel(engine), count, kernel);
}

/** The pieces r_A behind a random element, for the sets that this seat holds. */
export function randomPieces(engine: Engine, kind: SeedKind, count: number): ReadonlyMap<SeatSet, FieldVector> {
  const label = nextLabel(engine);
  return new Map([...engine.context.setKeys(kind)].map(([set, key]) => [set, prfField(key, label, count)]));
}

export function randomBits(engine: Engine, kind: SeedKind, length: number): SharedBits {
  const keys = engine.context.setKeys(kind);
  const label = nextLabel(engine);
  return {
    length,
    pieces: new Map(
      engine.held.map((set) => [set, wordsFromBytes(prfBits(keys.get(set) as Uint8Array, label, length), length)]),
    ),
  };
}

/** Σ over D is zero, and any 2T of the terms say nothing: F(k_ij) of each pair, once plus, once minus. Null outside D. */
export function additiveZeros(engine: Engine, count: number): FieldVector | null {
  const label = nextLabel(engine);
  if (!engine.sends) return null;
  const { seat, kernel, pairKeys } = engine.context;
  if (count === 0) return newVector(0);
  const others = engine.senders.filter((other) => other !== seat);
  const streams = others.map((other) => prfField(pairKeys.get(other) as Uint8Array, label, count));
  return kernel.combine(
    others.map((other) => (seat < other ? 1n : MINUS_ONE)),
    streams,
    streams[0],
  );
}

/** The same in Z₂. */
export function additiveZeroBits(engine: Engine, length: number): Bits | null {
  const label = nextLabel(engine);
  if (!engine.sends) return null;
  const words = new Uint32Array(wordsOf(length));
  for (const other of engine.senders) {
    if (other === engine.context.seat) continue;
    xorInto(words, wordsFromBytes(prfBits(engine.context.pairKeys.get(other) as Uint8Array, label, length), length));
  }
  return { length, words };
}

/** This seat's share of a value x_A that exactly the holders of one set know: x_A·f_A, degree T, no message. */
export function shareOfPiece(engine: Engine, set: SeatSet, piece: FieldVector | undefined, count: number): FieldVector {
  if (piece === undefined) return newVector(count);
  return engine.context.kernel.scale(piece, shareCoefficient(set, engine.context.seat));
}

function wordsFromBytes(bytes: Uint8Array, length: number): Uint32Array {
  if (bytes.length === 4 * wordsOf(length) && bytes.byteOffset % 4 === 0)
    return new Uint32Array(bytes.buffer, bytes.byteOffset, wordsOf(length));
  const padded = new Uint8Array(wordsOf(length) * 4);
  padded.set(bytes);
  return new Uint32Array(padded.buffer);
}

const MINUS_ONE = P - 1n;

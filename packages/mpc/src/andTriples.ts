// AND triples (docs/protocols/and-triples.md): replicated Z₂, the message flow of Damgård–Nielsen, verified by opening B of them entirely
// and by buckets (Furukawa, Lindell, Nof, Weinstein, EUROCRYPT 2017, §3; Araki et al., S&P 2017).
import { type SeatSet, elementAt, fieldToBytes, inSet } from '@enigma/crypto';
import {
  type Bits,
  type SharedBits,
  andBits,
  anyBit,
  concatShared,
  mapPieces,
  sliceBits,
  sliceShared,
  xorAndInto,
  xorBits,
  xorInto,
  xorPublic,
  xorTo,
} from './bits.ts';
import type { Batch } from './batches.ts';
import { barrier } from './checkpoint.ts';
import type { AndTriples } from './context.ts';
import { type Engine, additiveZeroBits, randomBits } from './engine.ts';
import { wordsOf } from './internal/words.ts';
import { AND_BUCKETS_MIN, AND_SECURITY_BITS } from './limits.ts';
import { coin } from './products.ts';
import { PHASE, type Protocol, echo, openBits, sumBits } from './round.ts';
import { shuffleBlocks, shuffled } from './shuffle.ts';

/**
 * x ∧ y, unverified. The pair (x_A, y_B) belongs to the lowest seat of D outside A ∪ B, r_A is added once by the lowest seat of D outside
 * A, and the opened u enters the piece of the first T-set.
 */
export function* andUnverified(engine: Engine, x: SharedBits, y: SharedBits): Protocol<SharedBits> {
  const mask = randomBits(engine, 'product', x.length);
  const zeros = additiveZeroBits(engine, x.length);
  const u = yield* sumBits(x.length, zeros && crossTerms(engine, x, y, mask, zeros));
  return xorPublic(mask, u, engine.firstSet);
}

function crossTerms(engine: Engine, x: SharedBits, y: SharedBits, mask: SharedBits, zeros: Bits): Bits {
  const { seat } = engine.context;
  const words = zeros.words;
  for (const a of engine.held) {
    if (ownerOf(engine, a) === seat) xorInto(words, mask.pieces.get(a) as Uint32Array);
    for (const b of engine.held) {
      if (ownerOf(engine, a | b) !== seat) continue;
      xorAndInto(words, x.pieces.get(a) as Uint32Array, y.pieces.get(b) as Uint32Array);
    }
  }
  return { length: x.length, words };
}

function ownerOf(engine: Engine, without: SeatSet): number {
  return engine.senders.find((seat) => !inSet(without, seat)) as number;
}

/** How a batch is cut and chosen: `count` buckets of `size` blocks each, and `size` blocks more that are opened. */
export interface Buckets {
  readonly count: number;
  readonly size: number;
  /** Triples that move together, 1 or whole words: a block is wrong if one of its triples is. */
  readonly block: number;
}

/** Bits that the adversary's luck must guess: (B − 1)·log₂N. */
export function bucketSecurityBits(N: number, B: number): number {
  return (B - 1) * Math.log2(N);
}

/** The least B for N buckets. */
export function bucketSize(N: number): number {
  return Math.ceil(AND_SECURITY_BITS / Math.log2(N)) + 1;
}

/**
 * Whole words move together where there are enough of them, in blocks as large as leave 2^15 buckets, which five blocks each make safe: to
 * permute single triples costs more than all the rest.
 */
export function bucketsFor(triples: number): Buckets {
  let block = triples < 32 * AND_BUCKETS_MIN ? 1 : 32;
  while (block >= 32 && triples >= 4 * block * AND_BUCKETS_MIN) block *= 2;
  const count = Math.ceil(triples / block);
  return { count, size: bucketSize(count), block };
}

/** `triples` verified triples out of B·N + B blocks. */
export function* makeAnds(
  engine: Engine,
  triples: number,
  buckets: Buckets = bucketsFor(triples),
): Protocol<Batch<AndTriples>> {
  const { count: N, size: B, block } = buckets;
  if (engine.checks.bucketSize && (N < AND_BUCKETS_MIN || bucketSecurityBits(N, B) < AND_SECURITY_BITS)) {
    throw new RangeError('buckets too few or too small for 60 bits');
  }
  if (N * block < triples) throw new RangeError('fewer triples than asked');
  const total = block * (B * N + B);
  const made = { a: randomBits(engine, 'and', total), b: randomBits(engine, 'and', total) };
  const c = yield* andUnverified(engine, made.a, made.b);
  // Over all u: whoever errs does so before the coin chooses places.
  yield* echo(PHASE.coin);
  const seed = fieldToBytes(elementAt(yield* coin(engine), 0));
  const mixed = permuted({ ...made, c }, block, seed);
  // Without these B, an error in all blocks would pass every bucket: equal errors cancel.
  const shown = part(mixed, 0, block * B);
  const [first, ...others] = Array.from({ length: B }, (_, k) => part(mixed, block * (B + k * N), block * N)) as [
    AndTriples,
    ...AndTriples[],
  ];
  const wrongShown = yield* openedAreWrong(engine, shown);
  const wrongBuckets = yield* bucketsAreWrong(engine, first, others);
  yield* barrier({ phase: PHASE.batch });
  const wrong = engine.checks.andTriples && (wrongShown || wrongBuckets);
  return wrong ? { ok: false, code: 'WRONG_AND' } : { ok: true, items: part(first, 0, triples) };
}

/** The triples are written over. */
function permuted(triples: AndTriples, block: number, seed: Uint8Array): AndTriples {
  const vectors = [triples.a, triples.b, triples.c];
  if (block > 1) {
    shuffleBlocks(vectors, block, seed);
    return triples;
  }
  const [a, b, c] = shuffled(vectors, seed) as [SharedBits, SharedBits, SharedBits];
  return { a, b, c };
}

function* openedAreWrong(engine: Engine, { a, b, c }: AndTriples): Protocol<boolean> {
  const opened = yield* openBits('bounded', concatShared([a, b, c]));
  const [x, y, z] = [0, 1, 2].map((k) => sliceBits(opened, k * a.length, a.length)) as [Bits, Bits, Bits];
  return anyBit(xorBits(andBits(x, y), z));
}

/**
 * Each first triple against the others of its bucket: with ρ = a ⊕ a′, σ = b ⊕ b′ open, c ⊕ c′ ⊕ ρb′ ⊕ σa′ ⊕ ρσ must be zero. Rows of
 * buckets stand one after another, each padded to whole words.
 */
function* bucketsAreWrong(engine: Engine, first: AndTriples, others: readonly AndTriples[]): Protocol<boolean> {
  const row = wordsOf(first.a.length);
  const width = others.length * row;
  const rows = (words: Uint32Array, k: number): Uint32Array => words.subarray(k * row, (k + 1) * row);
  const wordsAt = (bits: SharedBits, set: SeatSet): Uint32Array => bits.pieces.get(set) as Uint32Array;
  const masked = mapPieces(first.a, 64 * width, (_, set) => {
    const words = new Uint32Array(2 * width);
    for (const [k, { a, b }] of others.entries()) {
      xorTo(rows(words, k), wordsAt(first.a, set), wordsAt(a, set));
      xorTo(rows(words, others.length + k), wordsAt(first.b, set), wordsAt(b, set));
    }
    return words;
  });
  const differences = (yield* openBits('uniform', masked)).words;
  const sum = mapPieces(first.c, 32 * width, (_, set) => {
    const words = new Uint32Array(width);
    for (const [k, { a, b, c }] of others.entries()) {
      const [left, rho, sigma] = [rows(words, k), rows(differences, k), rows(differences, others.length + k)];
      xorTo(left, wordsAt(first.c, set), wordsAt(c, set));
      xorAndInto(left, wordsAt(b, set), rho);
      xorAndInto(left, wordsAt(a, set), sigma);
      if (set === engine.firstSet) xorAndInto(left, rho, sigma);
    }
    return words;
  });
  return anyBit(yield* openBits('bounded', sum));
}

function part({ a, b, c }: AndTriples, start: number, length: number): AndTriples {
  return { a: sliceShared(a, start, length), b: sliceShared(b, start, length), c: sliceShared(c, start, length) };
}

export const takeAnds: typeof part = part;

// AND triples (docs/protocols/and-triples.md): replicated Z₂, the message flow of Damgård–Nielsen, verified by opening B of them entirely
// and by buckets (Furukawa, Lindell, Nof, Weinstein, EUROCRYPT 2017, §3; Araki et al., S&P 2017).
import { type SeatSet, elementAt, fieldToBytes, inSet } from '@enigma/crypto';
import {
  type Bits,
  type SharedBits,
  andBits,
  andPublic,
  andWords,
  anyBit,
  concatShared,
  sliceBits,
  sliceShared,
  xorBits,
  xorInto,
  xorPublic,
  xorShared,
} from './bits.ts';
import type { Batch } from './batches.ts';
import { barrier } from './checkpoint.ts';
import type { AndTriples } from './context.ts';
import { type Engine, additiveZeroBits, randomBits } from './engine.ts';
import { AND_BUCKETS_MIN, AND_SECURITY_BITS } from './limits.ts';
import { coin } from './products.ts';
import { PHASE, type Protocol, echo, openBits, sumBits } from './round.ts';
import { shuffled } from './shuffle.ts';

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
      xorInto(words, andWords(x.pieces.get(a) as Uint32Array, y.pieces.get(b) as Uint32Array));
    }
  }
  return { length: x.length, words };
}

function ownerOf(engine: Engine, without: SeatSet): number {
  return engine.senders.find((seat) => !inSet(without, seat)) as number;
}

/** Bits that the adversary's luck must guess: (B − 1)·log₂N. */
export function bucketSecurityBits(N: number, B: number): number {
  return (B - 1) * Math.log2(N);
}

/** The least B for N buckets. */
export function bucketSize(N: number): number {
  return Math.ceil(AND_SECURITY_BITS / Math.log2(N)) + 1;
}

/** N verified triples out of B·N + B. */
export function* makeAnds(engine: Engine, N: number, B: number = bucketSize(N)): Protocol<Batch<AndTriples>> {
  if (engine.checks.bucketSize && (N < AND_BUCKETS_MIN || bucketSecurityBits(N, B) < AND_SECURITY_BITS)) {
    throw new RangeError('buckets too few or too small for 60 bits');
  }
  const total = B * N + B;
  const made = { a: randomBits(engine, 'and', total), b: randomBits(engine, 'and', total) };
  const c = yield* andUnverified(engine, made.a, made.b);
  // Over all u: whoever errs does so before the coin chooses places.
  yield* echo(PHASE.coin);
  const seed = fieldToBytes(elementAt(yield* coin(engine), 0));
  const [a, b, mixedC] = shuffled([made.a, made.b, c], seed) as [SharedBits, SharedBits, SharedBits];
  const mixed = { a, b, c: mixedC };
  // Without these B, an error in all triples would pass every bucket: equal errors cancel.
  const [shown, rest] = [part(mixed, 0, B), part(mixed, B, B * N)];
  const first = part(rest, 0, N);
  const others = Array.from({ length: B - 1 }, (_, k) => part(rest, (k + 1) * N, N));
  const wrongShown = yield* openedAreWrong(engine, shown);
  const wrongBuckets = yield* bucketsAreWrong(engine, first, others);
  yield* barrier({ phase: PHASE.batch });
  const wrong = engine.checks.andTriples && (wrongShown || wrongBuckets);
  return wrong ? { ok: false, code: 'WRONG_AND' } : { ok: true, items: first };
}

function* openedAreWrong(engine: Engine, { a, b, c }: AndTriples): Protocol<boolean> {
  const opened = yield* openBits('bounded', concatShared([a, b, c]));
  const [x, y, z] = [0, 1, 2].map((k) => sliceBits(opened, k * a.length, a.length)) as [Bits, Bits, Bits];
  return anyBit(xorBits(andBits(x, y), z));
}

/** Each first triple against the others of its bucket: with ρ = a ⊕ a′, σ = b ⊕ b′ open, c ⊕ c′ ⊕ ρb′ ⊕ σa′ ⊕ ρσ must be zero. */
function* bucketsAreWrong(engine: Engine, first: AndTriples, others: readonly AndTriples[]): Protocol<boolean> {
  const width = others.length * first.a.length;
  const a = concatShared(others.map(() => first.a));
  const b = concatShared(others.map(() => first.b));
  const c = concatShared(others.map(() => first.c));
  const [a2, b2, c2] = [others.map((o) => o.a), others.map((o) => o.b), others.map((o) => o.c)].map(concatShared) as [
    SharedBits,
    SharedBits,
    SharedBits,
  ];
  const differences = yield* openBits('uniform', concatShared([xorShared(a, a2), xorShared(b, b2)]));
  const rho = sliceBits(differences, 0, width);
  const sigma = sliceBits(differences, width, width);
  const sum = xorShared(xorShared(c, c2), xorShared(andPublic(b2, rho), andPublic(a2, sigma)));
  return anyBit(yield* openBits('bounded', xorPublic(sum, andBits(rho, sigma), engine.firstSet)));
}

function part({ a, b, c }: AndTriples, start: number, length: number): AndTriples {
  return { a: sliceShared(a, start, length), b: sliceShared(b, start, length), c: sliceShared(c, start, length) };
}

export const takeAnds: typeof part = part;

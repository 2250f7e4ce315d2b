// Pool batches: correlated randomness that is made and verified before anything uses it. Each protocol ends with the batch's signed
// checkpoint; what follows (OK or FAIL, one sign-once slot a seat) is the session's.
import { type FieldVector, type SeatSet, concatVectors, newVector, sliceOf } from '@enigma/crypto';
import { type SharedBits, sliceShared } from './bits.ts';
import { barrier } from './checkpoint.ts';
import type { DaBits, Triples } from './context.ts';
import { type Engine, randomBits, randomShares, shareOfPiece } from './engine.ts';
import { type Products, concatProducts, multiplyUnverified } from './products.ts';
import { PHASE, type Protocol } from './round.ts';
import { verifyProducts } from './verification.ts';

/** A batch that failed its check is burnt whole: no item of it is ever used. */
export type Batch<T> =
  | { readonly ok: true; readonly items: T }
  | { readonly ok: false; readonly code: 'WRONG_PRODUCT' | 'WRONG_AND' };

export function* makeTriples(engine: Engine, count: number): Protocol<Batch<Triples>> {
  const a = randomShares(engine, 'triple', count);
  const b = randomShares(engine, 'triple', count);
  const c = yield* multiplyUnverified(engine, a, b);
  const right = yield* verifyProducts(engine, { x: a, y: b, z: c });
  yield* barrier({ phase: PHASE.batch });
  return right ? { ok: true, items: { a, b, c } } : { ok: false, code: 'WRONG_PRODUCT' };
}

/**
 * daBits: one random bit in both domains (docs/protocols/dabits.md). Each T-set A gives a bit that its n − T holders know, so it is
 * correctly shared in both domains without a message; the bit is their XOR, in F_p by K − 1 verified products.
 */
export function* makeDaBits(engine: Engine, count: number): Protocol<Batch<DaBits>> {
  const { kernel } = engine.context;
  const known = randomBits(engine, 'dabit', count);
  let layer: FieldVector[] = engine.sets.map((set) => shareOfPiece(engine, set, fieldOfWords(known, set), count));
  const products: Products[] = [];
  while (layer.length > 1) {
    const pairs = Math.floor(layer.length / 2);
    const x = concatVectors(...layer.slice(0, pairs));
    const y = concatVectors(...layer.slice(pairs, 2 * pairs));
    const z = yield* multiplyUnverified(engine, x, y);
    products.push({ x, y, z });
    const xor = kernel.sub(kernel.add(x, y), kernel.add(z, z));
    const next = Array.from({ length: pairs }, (_, k) => sliceOf(xor, k * count, (k + 1) * count));
    layer = [...next, ...layer.slice(2 * pairs)];
  }
  const right = yield* verifyProducts(engine, concatProducts(products));
  yield* barrier({ phase: PHASE.batch });
  if (!right) return { ok: false, code: 'WRONG_PRODUCT' };
  return { ok: true, items: { bits: known, field: layer[0] as FieldVector } };
}

function fieldOfWords(bits: SharedBits, set: SeatSet): FieldVector | undefined {
  const words = bits.pieces.get(set);
  return words && fieldOfBits(words, bits.length);
}

/** Bits as field elements 0 and 1. */
export function fieldOfBits(words: Uint32Array, length: number): FieldVector {
  const vector = newVector(length);
  for (let k = 0; k < length; k++) if (((words[k >>> 5] as number) >>> (k & 31)) & 1) vector[2 * k] = 1n;
  return vector;
}

export function takeTriples({ a, b, c }: Triples, start: number, count: number): Triples {
  return {
    a: sliceOf(a, start, start + count),
    b: sliceOf(b, start, start + count),
    c: sliceOf(c, start, start + count),
  };
}

export function takeDaBits({ bits, field }: DaBits, start: number, count: number): DaBits {
  return { bits: sliceShared(bits, start, count), field: sliceOf(field, start, start + count) };
}

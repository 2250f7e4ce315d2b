// Multiplication with verified triples (Beaver, CRYPTO 1991). Under rule R1 every opening is checked before it is used, so nothing is left
// to verify afterwards.
import { type FieldVector, sliceOf, vectorOf, newVector } from '@enigma/crypto';
import {
  type SharedBits,
  andPublic,
  andBits,
  concatShared,
  sliceBits,
  sliceShared,
  xorPublic,
  xorShared,
} from './bits.ts';
import type { Engine } from './engine.ts';
import { type Protocol, openBits, openField } from './round.ts';

/** x·y in every place; one triple and two elements opened each. */
export function* multiply(engine: Engine, x: FieldVector, y: FieldVector): Protocol<FieldVector> {
  const { kernel, material } = engine.context;
  const count = x.length / 2;
  const { a, b, c } = material.triples(count);
  const masked = engine.scratch.take(2 * count);
  kernel.sub(x, a, sliceOf(masked, 0, count));
  kernel.sub(y, b, sliceOf(masked, count, 2 * count));
  const opened = yield* openField('uniform', masked);
  engine.scratch.giveBack(masked);
  const d = sliceOf(opened, 0, count);
  const e = sliceOf(opened, count, 2 * count);
  // c + d·b + e·(a + d) = (a + d)(b + e). A triple is good for one product, so the product takes its place.
  kernel.mulAdd(d, b, c, c);
  return kernel.mulAdd(e, kernel.add(a, d, a), c, c);
}

/** ⟨x, y⟩ of vectors of one length: as many triples, one round. */
export function* dot(engine: Engine, x: FieldVector, y: FieldVector): Protocol<FieldVector> {
  const { kernel } = engine.context;
  const products = yield* multiply(engine, x, y);
  return vectorOf([kernel.dot(products, ones(x.length / 2))]);
}

function ones(count: number): FieldVector {
  const vector = newVector(count);
  for (let k = 0; k < count; k++) vector[2 * k] = 1n;
  return vector;
}

/** x ∧ y for each pair of vectors; all pairs share one round. */
export function* andAll(engine: Engine, pairs: readonly (readonly [SharedBits, SharedBits])[]): Protocol<SharedBits[]> {
  if (pairs.length === 0) return [];
  const x = concatShared(pairs.map(([left]) => left));
  const y = concatShared(pairs.map(([, right]) => right));
  const z = yield* and(engine, x, y);
  let at = 0;
  return pairs.map(([left]) => {
    const part = sliceShared(z, at, left.length);
    at += left.length;
    return part;
  });
}

export function* and(engine: Engine, x: SharedBits, y: SharedBits): Protocol<SharedBits> {
  const { a, b, c } = engine.context.material.ands(x.length);
  const opened = yield* openBits('uniform', concatShared([xorShared(x, a), xorShared(y, b)]));
  const d = sliceBits(opened, 0, x.length);
  const e = sliceBits(opened, x.length, x.length);
  const linear = xorShared(c, xorShared(andPublic(b, d), andPublic(a, e)));
  return xorPublic(linear, andBits(d, e), engine.firstSet);
}

// Products of shared field elements whose result still has to be verified (docs/protocols/products.md): Damgård–Nielsen (CRYPTO 2007)
// with pseudo-random masks and a public u.
import { type FieldVector, concatVectors, setElement, newVector } from '@enigma/crypto';
import type { SeedKind } from './context.ts';
import { type Engine, additiveZeros, randomShares } from './engine.ts';
import { type Protocol, openField, sumField } from './round.ts';

/** Claimed products: z_j = x_j·y_j up to an additive error that the adversary knows. */
export interface Products {
  readonly x: FieldVector;
  readonly y: FieldVector;
  readonly z: FieldVector;
}

/** z_j = x_j·y_j, unverified. */
export function* multiplyUnverified(engine: Engine, x: FieldVector, y: FieldVector): Protocol<FieldVector> {
  return yield* reduceDegree(engine, x.length / 2, (mask) => engine.context.kernel.mulAdd(x, y, mask));
}

/** ⟨x, y⟩ for each pair, one element each on the wire, unverified. */
export function* dotUnverified(
  engine: Engine,
  pairs: readonly (readonly [FieldVector, FieldVector])[],
): Protocol<FieldVector> {
  const { kernel } = engine.context;
  return yield* reduceDegree(engine, pairs.length, (mask) => {
    const sums = newVector(pairs.length);
    for (const [k, [x, y]] of pairs.entries()) setElement(sums, k, kernel.dot(x, y));
    return kernel.add(sums, mask, sums);
  });
}

/**
 * From local products (degree 2T) to shares of degree T: u = product + r is opened to all as a sum over D, and z = u − r. Only the sum
 * is shown: each term carries an additive zero from the pairwise keys, so the king sees u and nothing else. `masked` gives a vector of its
 * own, which is written over, as the mask is in the end.
 */
function* reduceDegree(
  engine: Engine,
  count: number,
  masked: (mask: FieldVector) => FieldVector,
): Protocol<FieldVector> {
  const { kernel } = engine.context;
  const mask = randomShares(engine, 'product', count);
  const zeros = additiveZeros(engine, count);
  let terms: FieldVector | null = null;
  if (zeros) {
    const product = masked(mask);
    terms = kernel.add(kernel.scale(product, engine.weight, product), zeros, product);
  }
  const u = yield* sumField(count, terms);
  return kernel.sub(u, mask, mask);
}

/** A joint random element: a PRSS element, opened only after the echo that fixes what it is to test. */
export function* coin(engine: Engine, kind: SeedKind = 'coin'): Protocol<FieldVector> {
  return yield* openField('uniform', randomShares(engine, kind, 1));
}

export function concatProducts(parts: readonly Products[]): Products {
  return {
    x: concatVectors(...parts.map((part) => part.x)),
    y: concatVectors(...parts.map((part) => part.y)),
    z: concatVectors(...parts.map((part) => part.z)),
  };
}

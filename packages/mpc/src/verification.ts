// Verification of a batch of products in 2·log₂m messages (docs/protocols/products.md): Goyal–Song (eprint 2020/134), Goyal–Song–Zhu
// (CRYPTO 2020), after Boneh et al. (CRYPTO 2019). A wrong product passes with probability ≤ (m + 2⌈log₂(m + 1)⌉)/p.
import { type FieldVector, concatVectors, elementAt, field, newVector, sliceOf, vectorOf } from '@enigma/crypto';
import { type Engine, randomShares } from './engine.ts';
import { BATCH_PRODUCTS_MAX } from './limits.ts';
import { type Products, coin, dotUnverified, multiplyUnverified } from './products.ts';
import { PHASE, type Protocol, echo, openField } from './round.ts';

const { add, inv, mul, sub } = field;
const HALF = inv(2n);

/** Whether all claimed products are right. Needs nothing but PRSS; ends before anything of the batch is used. */
export function* verifyProducts(engine: Engine, products: Products): Protocol<boolean> {
  const { kernel } = engine.context;
  const m = products.x.length / 2;
  if (m === 0) return true;
  if (m > BATCH_PRODUCTS_MAX) throw new RangeError('a batch of products is verified in parts');
  // A random pair hides what the last opening shows. Its product is claimed before the coin, like all others: an error in it that could
  // be chosen after ρ would cancel the rest.
  const pair = randomShares(engine, 'product', 2);
  const x0 = sliceOf(pair, 0, 1);
  const y0 = sliceOf(pair, 1, 2);
  const z0 = yield* multiplyUnverified(engine, x0, y0);
  yield* echo(PHASE.coin);
  const rho = elementAt(yield* coin(engine), 0);
  const powers = kernel.powers(rho, m);
  kernel.scale(powers, rho, powers);
  // The pair, the products, zeros up to a power of two. Both vectors are this function's own and are folded in place.
  let x = newVector(powerOfTwo(m + 1));
  let y = newVector(powerOfTwo(m + 1));
  x.set(x0);
  y.set(y0);
  kernel.mul(powers, products.x, sliceOf(x, 1, m + 1));
  y.set(products.y, 2);
  let z = add(elementAt(z0, 0), kernel.dot(powers, products.z));
  while (x.length > 2) {
    // h is the line product of degree 2 through the halves: h(0) + h(1) = z by definition of h(1).
    const h = yield* dotUnverified(engine, [
      [firstHalf(x), firstHalf(y)],
      [kernel.fold(x, 2n), kernel.fold(y, 2n)],
    ]);
    const [h0, h2] = [elementAt(h, 0), elementAt(h, 1)];
    const h1 = sub(z, h0);
    yield* echo(PHASE.coin);
    const zeta = elementAt(yield* coin(engine), 0);
    x = kernel.fold(x, zeta, firstHalf(x));
    y = kernel.fold(y, zeta, firstHalf(y));
    z = parabola(h0, h1, h2, zeta);
  }
  const opened = yield* openField('uniform', concatVectors(x, y, vectorOf([z])));
  const right = mul(elementAt(opened, 0), elementAt(opened, 1)) === elementAt(opened, 2);
  return right || !engine.checks.products;
}

/** The value at t of the polynomial of degree 2 through (0, h0), (1, h1), (2, h2). */
function parabola(h0: bigint, h1: bigint, h2: bigint, t: bigint): bigint {
  const [t1, t2] = [sub(t, 1n), sub(t, 2n)];
  const a = mul(mul(h0, HALF), mul(t1, t2));
  const b = mul(h1, mul(t, t2));
  const c = mul(mul(h2, HALF), mul(t, t1));
  return add(sub(a, b), c);
}

function firstHalf(vector: FieldVector): FieldVector {
  return sliceOf(vector, 0, vector.length / 4);
}

function powerOfTwo(atLeast: number): number {
  return 2 ** Math.ceil(Math.log2(atLeast));
}

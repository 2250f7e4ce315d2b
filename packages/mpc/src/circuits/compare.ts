// Equality and order of secret integers, bit-sliced: trees of depth ⌈log₂w⌉.
import { type Bits, type SharedBits, andPublic, xorBits, constantBits, xorPublic, xorShared } from '../bits.ts';
import type { Engine } from '../engine.ts';
import { andAll } from '../online.ts';
import type { Protocol } from '../round.ts';
import { carryOut } from './columns.ts';
import { type Planes, type PublicPlanes, not, xorPlanes, xorPublicPlanes } from './planes.ts';

/** [x = y] */
export function* equal(engine: Engine, x: Planes, y: Planes): Protocol<SharedBits> {
  return yield* allOf(
    engine,
    xorPlanes(x, y).map((plane) => not(engine, plane)),
  );
}

/** [x = c] for public c: w − 1 ANDs. */
export function* equalPublic(engine: Engine, x: Planes, c: PublicPlanes): Protocol<SharedBits> {
  return yield* allOf(
    engine,
    xorPublicPlanes(engine, x, c).map((plane) => not(engine, plane)),
  );
}

/** The conjunction of all planes. */
export function* allOf(engine: Engine, planes: Planes): Protocol<SharedBits> {
  let rest = [...planes];
  while (rest.length > 1) {
    const pairs = Array.from({ length: Math.floor(rest.length / 2) }, (_, k): readonly [SharedBits, SharedBits] => [
      rest[2 * k] as SharedBits,
      rest[2 * k + 1] as SharedBits,
    ]);
    rest = [...(yield* andAll(engine, pairs)), ...rest.slice(2 * pairs.length)];
  }
  return rest[0] as SharedBits;
}

/** [x < y], unsigned: the carry out of ¬x + y. */
export function* less(engine: Engine, x: Planes, y: Planes): Protocol<SharedBits> {
  const columns = x.map((plane, k) => [not(engine, plane), y[k] as SharedBits]);
  return (yield* carryOut(engine, columns)) as SharedBits;
}

/** [x < c] for public c. */
export function* lessThanPublic(engine: Engine, x: Planes, c: PublicPlanes): Protocol<SharedBits> {
  const smaller = x.map((plane, k) => andPublic(not(engine, plane), c[k] as Bits));
  const same = x.map((plane, k) =>
    xorPublic(plane, xorBits(c[k] as Bits, constantBits(plane.length, true)), engine.firstSet),
  );
  return yield* highestDecides(engine, smaller, same);
}

/** [c < x] for public c. */
export function* greaterThanPublic(engine: Engine, x: Planes, c: PublicPlanes): Protocol<SharedBits> {
  const greater = x.map((plane, k) => andPublic(plane, xorBits(c[k] as Bits, constantBits(plane.length, true))));
  const same = x.map((plane, k) =>
    xorPublic(plane, xorBits(c[k] as Bits, constantBits(plane.length, true)), engine.firstSet),
  );
  return yield* highestDecides(engine, greater, same);
}

/** Of (decided, same) from low to high place, the highest place that is not the same decides. */
function* highestDecides(engine: Engine, decided: Planes, same: Planes): Protocol<SharedBits> {
  let d = [...decided];
  let s = [...same];
  while (d.length > 1) {
    const half = Math.floor(d.length / 2);
    const places = Array.from({ length: half }, (_, k) => k);
    // The lowest group is never asked whether it is the same.
    const products = yield* andAll(engine, [
      ...places.map((k): readonly [SharedBits, SharedBits] => [s[2 * k + 1] as SharedBits, d[2 * k] as SharedBits]),
      ...places
        .slice(1)
        .map((k): readonly [SharedBits, SharedBits] => [s[2 * k + 1] as SharedBits, s[2 * k] as SharedBits]),
    ]);
    const nextD = places.map((k) => xorShared(d[2 * k + 1] as SharedBits, products[k] as SharedBits));
    const nextS = places.map((k) => (k === 0 ? (s[1] as SharedBits) : (products[half + k - 1] as SharedBits)));
    d = [...nextD, ...d.slice(2 * half)];
    s = [...nextS, ...s.slice(2 * half)];
  }
  return d[0] as SharedBits;
}

/** c ? x : y, plane by plane: y ⊕ c(x ⊕ y). */
export function* select(engine: Engine, c: SharedBits, x: Planes, y: Planes): Protocol<Planes> {
  const products = yield* andAll(
    engine,
    xorPlanes(x, y).map((plane): readonly [SharedBits, SharedBits] => [c, plane]),
  );
  return products.map((product, k) => xorShared(y[k] as SharedBits, product));
}

// Quotient and remainder of secret integers, bit-sliced: long division in base 4. A step takes two bits of the dividend, compares what is left with y, 2y and 3y at
// once by three subtractions, and keeps the one that the three answers choose. What is left after i bits has at most i of them, so that the subtractions grow with
// the step; what a multiple has above is one bit more. By count the steps for 64 bits are 456 rounds and 12,930 gates in base 2, 231 and 19,686 in base 4,
// 159 and 33,327 in base 8; a round is priced like two hundred gates.
import { type SharedBits, xorShared } from '../bits.ts';
import type { Engine } from '../engine.ts';
import { andAll } from '../online.ts';
import type { Protocol } from '../round.ts';
import { together } from '../together.ts';
import { type Difference, add, difference, negateIf, prefixAnds } from './adder.ts';
import { sumColumns } from './columns.ts';
import { allOf } from './compare.ts';
import { type Planes, not, zeroShared } from './planes.ts';
import { multiplyPlanes } from './product.ts';

export interface Division {
  /** As many planes as the dividend has. */
  readonly quotient: Planes;
  /** As many planes as the divisor has. */
  readonly remainder: Planes;
}

/** ⌊x/y⌋ and x mod y, unsigned; both zero where y is. The dividend has an even number of planes. */
export function* divide(engine: Engine, x: Planes, y: Planes): Protocol<Division> {
  const [multiples, known] = yield* multiplesOf(engine, y);
  const digits: SharedBits[] = [];
  let rest: Planes = [];
  for (let taken = 2; taken <= x.length; taken += 2) {
    const next = [...x.slice(x.length - taken, x.length - taken + 2), ...rest];
    const differences = yield* together(multiples.map((multiple) => subtracted(engine, next, multiple)));
    const [one, two, three] = differences.map(({ negative }) => not(engine, negative)) as [
      SharedBits,
      SharedBits,
      SharedBits,
    ];
    digits.unshift(xorShared(one, xorShared(two, three)), two);
    const candidates = [next, ...differences.map(({ planes }) => planes)];
    rest = yield* chosen(engine, [one, two, three], candidates, Math.min(taken, y.length));
  }
  const masked = yield* andAll(
    engine,
    [...digits, ...rest].map((plane): readonly [SharedBits, SharedBits] => [plane, known]),
  );
  const padding = Array.from({ length: y.length - rest.length }, () => zeroShared(engine, known.length));
  return { quotient: masked.slice(0, x.length), remainder: [...masked.slice(x.length), ...padding] };
}

/** y, 2y or 3y. */
interface Multiple {
  readonly planes: Planes;
  /** above[k]: whether a place from 2k on is set. */
  readonly above: Planes;
}

/** The three multiples, and whether there is any bit at all. */
function* multiplesOf(engine: Engine, y: Planes): Protocol<readonly [readonly Multiple[], SharedBits]> {
  const zero = zeroShared(engine, (y[0] as SharedBits).length);
  const twice = [zero, ...y];
  const wide = [...y, zero, zero];
  const [first, second, triple] = (yield* together<unknown>([
    anyAbove(engine, y),
    anyAbove(engine, twice),
    add(engine, wide, [...twice, zero]),
  ])) as [Planes, Planes, Planes];
  const third = yield* anyAbove(engine, triple);
  const multiples = [
    { planes: y, above: first },
    { planes: twice, above: second },
    { planes: triple, above: third },
  ];
  return [multiples, first[0] as SharedBits];
}

/** Disjunctions of all places from every even one on. */
function* anyAbove(engine: Engine, planes: Planes): Protocol<Planes> {
  const clear = planes.map((plane) => not(engine, plane));
  const pairs = Array.from({ length: Math.floor(clear.length / 2) }, (_, k) => clear.slice(2 * k, 2 * k + 2));
  const both = yield* andAll(engine, pairs as unknown as (readonly [SharedBits, SharedBits])[]);
  const odd = clear.length % 2 === 1 ? [clear.at(-1) as SharedBits] : [];
  const none = yield* prefixAnds(engine, [...both, ...odd].toReversed());
  return none.toReversed().map((plane) => not(engine, plane));
}

function* subtracted(engine: Engine, x: Planes, { planes, above }: Multiple): Protocol<Difference> {
  const zero = zeroShared(engine, (x[0] as SharedBits).length);
  const y = x.map((_, k) => planes[k] ?? zero);
  return yield* difference(engine, x, y, above[x.length / 2]);
}

/** The candidate that as many answers as hold say: of answers that fall once. */
function* chosen(
  engine: Engine,
  answers: readonly SharedBits[],
  candidates: readonly Planes[],
  width: number,
): Protocol<Planes> {
  const steps = answers.map((answer, k) =>
    Array.from({ length: width }, (_, place): readonly [SharedBits, SharedBits] => [
      answer,
      xorShared(candidates[k]?.[place] as SharedBits, candidates[k + 1]?.[place] as SharedBits),
    ]),
  );
  const products = yield* andAll(engine, steps.flat());
  return Array.from({ length: width }, (_, place) =>
    answers.reduce(
      (plane, _answer, k) => xorShared(plane, products[k * width + place] as SharedBits),
      candidates[0]?.[place] as SharedBits,
    ),
  );
}

/** Toward zero, the remainder with the sign of the dividend; −2^(w−1)/−1 = −2^(w−1). */
export function* divideSigned(engine: Engine, x: Planes, y: Planes): Protocol<Division> {
  const [minusX, minusY] = [x, y].map((planes) => planes.at(-1) as SharedBits) as [SharedBits, SharedBits];
  const [left, right] = (yield* together([negateIf(engine, minusX, x), negateIf(engine, minusY, y)])) as [
    Planes,
    Planes,
  ];
  const { quotient, remainder } = yield* divide(engine, left, right);
  const signed = yield* together([
    negateIf(engine, xorShared(minusX, minusY), quotient),
    negateIf(engine, minusX, remainder),
  ]);
  return { quotient: signed[0] as Planes, remainder: signed[1] as Planes };
}

/** ⌊xy/z⌋ mod 2^w of unsigned ones; toward zero of signed ones. The product has all its 2w places. */
export function* multiplyDivide(engine: Engine, operands: readonly Planes[], signed: boolean): Protocol<Planes> {
  const signs = operands.map((planes) => planes.at(-1) as SharedBits);
  const [x, y, z] = (
    signed ? yield* together(operands.map((planes, k) => negateIf(engine, signs[k] as SharedBits, planes))) : operands
  ) as [Planes, Planes, Planes];
  const { quotient } = yield* divide(engine, yield* multiplyPlanes(engine, x, y), z);
  const low = quotient.slice(0, z.length);
  return signed ? yield* negateIf(engine, signs.reduce(xorShared), low) : low;
}

/**
 * ⌊x·scale/y⌋ mod 2^w for a public scale; zero where y is. The quotient is floored by complements alone: with s the sign of y and t that of ±x, −1 − ⌊(−1 − a)/|y|⌋ = ⌊a/|y|⌋ for a < 0, and of
 * a = ±x·scale < 0 the complement is ¬(±x)·scale + scale − 1.
 */
export function* divideScaled(engine: Engine, x: Planes, y: Planes, scale: bigint, signed: boolean): Protocol<Planes> {
  const width = x.length;
  if (!signed) return (yield* divide(engine, yield* scaled(engine, x, scale), y)).quotient.slice(0, width);
  const minusY = y.at(-1) as SharedBits;
  // −(−2^(w−1)) has a place more.
  const [turned, divisor] = (yield* together([
    negateIf(engine, minusY, [...x, x.at(-1) as SharedBits]),
    negateIf(engine, minusY, y),
  ])) as [Planes, Planes];
  const below = turned.at(-1) as SharedBits;
  const size = turned.slice(0, width).map((plane) => xorShared(plane, below));
  const [{ quotient }, flip] = (yield* together<unknown>([
    divide(engine, yield* scaled(engine, size, scale, below), divisor),
    unlessZero(engine, below, y),
  ])) as [Division, SharedBits];
  return quotient.slice(0, width).map((plane) => xorShared(plane, flip));
}

/** x·scale, and scale − 1 more where the bit holds; an even number of planes. */
function* scaled(engine: Engine, x: Planes, scale: bigint, more?: SharedBits): Protocol<Planes> {
  const zero = zeroShared(engine, (x[0] as SharedBits).length);
  const columns = scaledColumns(x, scale, more);
  const even = columns.length % 2 === 0 ? columns : [...columns, []];
  if (even.every((column) => column.length < 2)) return even.map(([plane]) => plane ?? zero);
  return yield* sumColumns(engine, even);
}

/** Places of x once for each bit of the scale, and those of scale − 1. */
export function scaledColumns<Bit>(x: readonly Bit[], scale: bigint, more?: Bit): readonly (readonly Bit[])[] {
  const places = x.length + (scale - 1n).toString(2).length - (scale === 1n ? 1 : 0);
  const isSet = (value: bigint, k: number): boolean => k >= 0 && ((value >> BigInt(k)) & 1n) === 1n;
  return Array.from({ length: places }, (_, k) => [
    ...x.filter((_plane, place) => isSet(scale, k - place)),
    ...(more !== undefined && isSet(scale - 1n, k) ? [more] : []),
  ]);
}

function* unlessZero(engine: Engine, bit: SharedBits, y: Planes): Protocol<SharedBits> {
  const clear = yield* allOf(
    engine,
    y.map((plane) => not(engine, plane)),
  );
  const [kept] = yield* andAll(engine, [[bit, not(engine, clear)]]);
  return kept as SharedBits;
}

/** ⌊√x⌋ of an unsigned value, half as many planes: digit by digit, each by one subtraction of what the digit would take. */
export function* squareRoot(engine: Engine, x: Planes): Protocol<Planes> {
  const zero = zeroShared(engine, (x[0] as SharedBits).length);
  let root: Planes = [];
  let rest: Planes = [];
  for (let at = x.length - 2; at >= 0; at -= 2) {
    const next = [x[at] as SharedBits, x[at + 1] as SharedBits, ...rest];
    // 4·root + 1 is what root becomes 2·root + 1 for.
    const trial = [not(engine, zero), zero, ...root];
    const { planes, negative } = yield* difference(
      engine,
      next,
      next.map((_, k) => trial[k] ?? zero),
    );
    const digit = not(engine, negative);
    root = [digit, ...root];
    // What is left is at most twice the root.
    if (at > 0) rest = yield* chosen(engine, [digit], [next, planes], root.length + 1);
  }
  return root;
}

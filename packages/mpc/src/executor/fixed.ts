// Numbers that stand for their value divided by a public scale, 2^f or 10^k (docs/protocols/fixed-point.md): products, sums of products and quotients, of the exact result the floor, then mod 2^w. Products are
// parts with weights 2^(32j), exact integers below the wall; by a power of two they are cut limb by limb, by another number divided from the top.
import { WALL_BITS } from '../limits.ts';
import { type Graph, addNode } from './graph.ts';
import { runs } from './dot.ts';
import { secretOf } from './division.ts';
import { linearPart, multiply, ofHalves, productBounds } from './integers.ts';
import {
  HALF,
  type Halves,
  type Interval,
  type Operand,
  type Part,
  type Secret,
  type Shape,
  asField,
  bitLength,
  bitsOf,
  boundsOf,
  carried,
  fitsWall,
  halvesOf,
  inverseOfPower,
  isSecret,
  linearNode,
  made,
  reduceNode,
  reduced,
  within,
  wrapTo,
} from './secrets.ts';

/** The largest divisor of a part and a rest above it that are below the wall together. */
const LIMB = 1n << BigInt(HALF);

/** ⌊xy/scale⌋ */
export function fixedProduct(graph: Graph, shape: Shape, scale: bigint, x: Operand, y: Operand): Operand {
  return fixedDot(graph, shape, scale, [[x, y]]);
}

/** ⌊Σ xy/scale⌋: rounded once. */
export function fixedDot(
  graph: Graph,
  shape: Shape,
  scale: bigint,
  pairs: readonly (readonly [Operand, Operand])[],
): Operand {
  const known = pairs.reduce((sum, [x, y]) => (isSecret(x) || isSecret(y) ? sum : sum + x * y), 0n);
  const open = pairs.filter(([x, y]) => isSecret(x) || isSecret(y));
  if (open.length === 0) return wrapTo(shape, floored(known, scale));
  const lists: Part[][] = [];
  for (const [x, y] of open)
    addTo(lists, isSecret(x) ? productParts(graph, x, y) : productParts(graph, y as Secret, x));
  if (known !== 0n) addTo(lists, constantParts(graph, known));
  return flooredParts(graph, shape, scale, lists);
}

/** ⌊x·scale/y⌋, zero where y is. */
export function fixedQuotient(graph: Graph, shape: Shape, scale: bigint, x: Operand, y: Operand): Operand {
  if (!isSecret(y)) {
    if (y === 0n) return 0n;
    if (!isSecret(x)) return wrapTo(shape, floored(x * scale, y));
    const common = divisorOf(scale, y < 0n ? -y : y);
    const [factor, divisor] = y < 0n ? [-scale / common, -y / common] : [scale / common, y / common];
    if (divisor === 1n) return multiply(graph, shape, x, factor);
    if (isPower(divisor) || divisor < LIMB)
      return flooredParts(
        graph,
        shape,
        divisor,
        productParts(graph, x, factor).map((part) => [part]),
      );
  }
  const operands = [x, y].map((one) => bitsOf(graph, secretOf(graph, shape, one)));
  const bits = addNode(graph, 'bits', shape.bits, { kind: 'divideScaled', scale, signed: shape.signed }, operands);
  return made(shape, boundsOf(shape), { bits });
}

function floored(value: bigint, divisor: bigint): bigint {
  const quotient = value / divisor;
  return quotient * divisor !== value && value < 0n !== divisor < 0n ? quotient - 1n : quotient;
}

function divisorOf(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisorOf(b, a % b);
}

export function isPower(value: bigint): boolean {
  return (value & (value - 1n)) === 0n;
}

function addTo(lists: Part[][], parts: readonly Part[]): void {
  for (const [weight, part] of parts.entries()) (lists[weight] ??= []).push(part);
}

/** xy of the values in their types as one part, or three. */
function productParts(graph: Graph, x: Secret, y: Operand): readonly Part[] {
  for (const [a, b] of [
    [x, y],
    [reduced(graph, x), isSecret(y) ? reduced(graph, y) : y],
  ] as const) {
    const exact = inItsType(a) && (!isSecret(b) || inItsType(b));
    const interval = productBounds(a, isSecret(b) ? b : { low: b, high: b });
    if (exact && fitsWall(HALF, interval))
      return [partOf(graph, { node: asField(graph, a), low: a.low, high: a.high }, b)];
    if (x.shape.bits > HALF) break;
  }
  const a = exactHalves(graph, x);
  if (!isSecret(y)) {
    const [low, high] = [BigInt.asUintN(HALF, y), y >> BigInt(HALF)];
    const middle = linearPart(
      graph,
      [
        [a.hi, low],
        [a.lo, high],
      ],
      0n,
    );
    return [linearPart(graph, [[a.lo, low]], 0n), middle, linearPart(graph, [[a.hi, high]], 0n)];
  }
  const b = exactHalves(graph, y);
  // (lo + hi)(lo′ + hi′) less the two others: three products (Karatsuba, Ofman 1962).
  const [lower, upper] = [multiplied(graph, a.lo, b.lo), multiplied(graph, a.hi, b.hi)];
  const both = ({ lo, hi }: Halves): Part =>
    linearPart(
      graph,
      [
        [lo, 1n],
        [hi, 1n],
      ],
      0n,
    );
  const [p, q] = [productBounds(a.lo, b.hi), productBounds(a.hi, b.lo)];
  const cross = linearNode(graph, [
    [multiplied(graph, both(a), both(b)).node, 1n],
    [lower.node, -1n],
    [upper.node, -1n],
  ]);
  return [lower, { node: cross, low: p.low + q.low, high: p.high + q.high }, upper];
}

function inItsType({ shape, low, high }: Secret): boolean {
  return within({ low, high }, boundsOf(shape));
}

function partOf(graph: Graph, x: Part, y: Operand): Part {
  if (!isSecret(y)) return linearPart(graph, [[x, y]], 0n);
  return multiplied(graph, x, { node: asField(graph, y), low: y.low, high: y.high });
}

function multiplied(graph: Graph, x: Part, y: Part): Part {
  return { ...productBounds(x, y), node: addNode(graph, 'field', 0, { kind: 'multiply' }, [x.node, y.node]) };
}

/** Halves of the value in its type: lo of 32 bits, hi of 32 bits with the type's sign. */
function exactHalves(graph: Graph, x: Secret): Halves {
  if (x.shape.bits <= HALF) return halvesOf(graph, reduced(graph, x));
  const halves = halvesOf(graph, x);
  const { lo, hi } = within(halves.lo, boundsOf({ bits: HALF, signed: false })) ? halves : carried(graph, halves);
  const bounds = boundsOf({ bits: HALF, signed: x.shape.signed });
  if (within(hi, bounds)) return { lo, hi };
  return { lo, hi: { ...bounds, node: reduceNode(graph, hi.node, hi.low, HALF, x.shape.signed) } };
}

/** A public number limb by limb, the uppermost with its sign. */
function constantParts(graph: Graph, value: bigint): readonly Part[] {
  const limbs = [BigInt.asUintN(HALF, value), BigInt.asUintN(HALF, value >> BigInt(HALF)), value >> BigInt(2 * HALF)];
  return limbs.map((limb) => ({ node: linearNode(graph, [], limb), low: limb, high: limb }));
}

/** ⌊Σ 2^(32j)·parts/divisor⌋ mod 2^w. */
function flooredParts(graph: Graph, shape: Shape, divisor: bigint, lists: readonly (readonly Part[])[]): Secret {
  const parts = settled(graph, lists);
  const cut = isPower(divisor)
    ? shifted(graph, parts, divisor.toString(2).length - 1)
    : factorsOf(divisor).reduce((rest, factor) => dividedBy(graph, rest, factor), parts);
  const [lo, hi] = cut as [Part, Part | undefined];
  if (hi === undefined || shape.bits <= HALF) return made(shape, lo, { field: lo.node });
  return ofHalves(shape, { lo, hi }, 1);
}

/** One part a weight. Where those of a weight are too many to be added up below the wall, each is cut to 32 bits, and what it has above goes to the next weight. */
function settled(graph: Graph, lists: readonly (readonly Part[])[]): readonly Part[] {
  const parts: Part[] = [];
  let above: Part[] = [];
  for (let weight = 0; weight < lists.length || above.length > 0; weight++) {
    const own = runs(HALF, lists[weight] ?? []).map((run) => sumOf(graph, run));
    const together = [...own, ...above];
    above = [];
    if (own.length < 2 && hasRoom(totalOf(together))) parts.push(sumOf(graph, together));
    else {
      const cut = own.map((part) => splitAt(graph, part, HALF));
      parts.push(sumOf(graph, [...cut.map(({ lo }) => lo), ...together.slice(own.length)]));
      above = cut.map(({ hi }) => hi);
    }
  }
  return parts;
}

/** With a limb to spare: for what is carried into it, and for a multiple of a divisor that makes it non-negative. */
export function hasRoom({ low, high }: Interval): boolean {
  return fitsWall(HALF, { low, high: high + LIMB });
}

export function totalOf(parts: readonly Interval[]): Interval {
  return {
    low: parts.reduce((sum, { low }) => sum + low, 0n),
    high: parts.reduce((sum, { high }) => sum + high, 0n),
  };
}

function sumOf(graph: Graph, parts: readonly Part[]): Part {
  const [only] = parts;
  if (parts.length === 1) return only as Part;
  return linearPart(
    graph,
    parts.map((part) => [part, 1n]),
    0n,
  );
}

/** x mod 2^places, and what is left of it divided by that: one reduction. */
function splitAt(graph: Graph, { node, low, high }: Part, places: number): Halves {
  if (!fitsWall(places, { low, high })) throw new Error('a part stays below the wall');
  const power = 1n << BigInt(places);
  const rest = reduceNode(graph, node, low, places, false);
  const inverse = inverseOfPower(places);
  const whole = linearNode(graph, [
    [node, inverse],
    [rest, -inverse],
  ]);
  return {
    lo: { node: rest, low: 0n, high: power - 1n },
    hi: { node: whole, low: floored(low, power), high: floored(high, power) },
  };
}

/** Without the lowest places: whole limbs one after the other, then all parts at once. Two parts are enough for 64 bits. */
function shifted(graph: Graph, given: readonly Part[], places: number): readonly Part[] {
  let parts = given;
  let left = places;
  for (; left >= HALF; left -= HALF) {
    const [first, next, ...others] = parts as [Part, ...Part[]];
    const carry = splitAt(graph, first, HALF).hi;
    parts = next ? [sumOf(graph, [next, carry]), ...others] : [carry];
  }
  if (left === 0) return parts;
  const cut = parts.map((part) => splitAt(graph, part, left));
  const weight = 1n << BigInt(HALF - left);
  return cut.map(({ hi }, k) => {
    const upper = cut[k + 1];
    return upper
      ? linearPart(
          graph,
          [
            [hi, 1n],
            [upper.lo, weight],
          ],
          0n,
        )
      : hi;
  });
}

/** Factors below 2^32, largest powers of ten first. Throws a RangeError where a scale has none. */
export function factorsOf(divisor: bigint): readonly bigint[] {
  if (divisor < LIMB) return [divisor];
  const billion = 10n ** 9n;
  if (divisor % billion !== 0n) throw new RangeError('a scale is a power of two or of ten');
  return [billion, ...factorsOf(divisor / billion)];
}

/** From the top: each part by itself, then what is left of it with what is left above it. Of nested floors the outer one is that of the product of divisors. */
function dividedBy(graph: Graph, parts: readonly Part[], divisor: bigint): readonly Part[] {
  if (divisor === 1n) return parts;
  const first = parts.map((part) => divided(graph, part, divisor));
  const out: Part[] = [];
  let rest: Part | undefined;
  for (let weight = parts.length - 1; weight >= 0; weight--) {
    const own = first[weight] as Divided;
    if (rest === undefined) [out[weight], rest] = [own.quotient, own.rest];
    else {
      const both = divided(
        graph,
        linearPart(
          graph,
          [
            [rest, LIMB],
            [own.rest, 1n],
          ],
          0n,
        ),
        divisor,
      );
      out[weight] = sumOf(graph, [own.quotient, both.quotient]);
      rest = both.rest;
    }
  }
  return out;
}

interface Divided {
  readonly quotient: Part;
  readonly rest: Part;
}

/** A multiple of the divisor that makes it non-negative is taken off again. */
function divided(graph: Graph, part: Part, divisor: bigint): Divided {
  const lift = part.low < 0n ? (-part.low + divisor - 1n) / divisor : 0n;
  if (bitLength(part.high + lift * divisor) > WALL_BITS) throw new Error('a part stays below the wall');
  const node = addNode(graph, 'field', 0, { kind: 'quotient', offset: lift * divisor, divisor }, [part.node]);
  const quotient: Part = {
    node: lift === 0n ? node : linearNode(graph, [[node, 1n]], -lift),
    low: floored(part.low, divisor),
    high: floored(part.high, divisor),
  };
  const rest = linearNode(graph, [
    [part.node, 1n],
    [quotient.node, -divisor],
  ]);
  return { quotient, rest: { node: rest, low: 0n, high: divisor - 1n } };
}

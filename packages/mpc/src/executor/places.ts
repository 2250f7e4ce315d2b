// Places of a vector by a secret index: a flag for each place in bits, by a tree of products over the bits of the index, then a product of each flag with what
// stands in its place (docs/protocols/vectors.md). All fields of a record share the flags.
import { and, not, xor } from './bitwise.ts';
import { hull, publicDifference, select } from './choices.ts';
import { type Graph, type Node, addNode } from './graph.ts';
import {
  BOOL,
  type Interval,
  type Operand,
  type Secret,
  type Shape,
  asField,
  bitLength,
  bitsOf,
  boundsOf,
  fieldOf,
  fitsWall,
  hasBits,
  inType,
  isSecret,
  linearNode,
  made,
  reduced,
} from './secrets.ts';

/** [x = 0], …, [x = count − 1] of an unsigned x. Asked again, the same nodes. */
export function flags(graph: Graph, x: Operand, count: number): readonly Operand[] {
  if (!isSecret(x)) return Array.from({ length: count }, (_, k) => (x === BigInt(k) ? 1n : 0n));
  x.flags ??= new Map();
  const known = x.flags.get(count) ?? flagsOf(graph, x, count);
  x.flags.set(count, known);
  return known;
}

/** Places that no value of x reaches have none. Bits above those of the places are tested, unless x has none there. */
function flagsOf(graph: Graph, x: Secret, count: number): readonly Operand[] {
  if (count === 0) return [];
  const most = inType(x) ? x.high : boundsOf(x.shape).high;
  const reached = BigInt(count) <= most ? count : Number(most) + 1;
  const places = bitLength(BigInt(reached - 1));
  const bits = Array.from({ length: bitLength(most) }, (_, place) => bitAt(graph, x, place));
  const below = all(
    graph,
    bits.slice(places).map((bit) => not(graph, BOOL, bit)),
  );
  const made = tree(graph, bits.slice(0, places), reached, below);
  return Array.from({ length: count }, (_, k) => made[k] ?? 0n);
}

/** Products of the flags of the upper bits, under the condition, with those of the lower ones. */
function tree(graph: Graph, bits: readonly Operand[], count: number, condition: Operand): readonly Operand[] {
  const [bit] = bits;
  if (bit === undefined) return [condition];
  if (bits.length === 1) return rows(graph, [not(graph, BOOL, bit), bit], [condition], count);
  const half = bits.length >> 1;
  const low = tree(graph, bits.slice(0, half), 2 ** half, 1n);
  const high = tree(graph, bits.slice(half), Math.ceil(count / 2 ** half), condition);
  return rows(graph, low, high, count);
}

/** Each upper flag with each lower one. Of a whole row one flag is what is left of its upper one, for of the lower ones exactly one holds. */
function rows(graph: Graph, low: readonly Operand[], high: readonly Operand[], count: number): readonly Operand[] {
  const last = low.length - 1;
  return high
    .flatMap((row, k) => {
      const whole = (k + 1) * low.length <= count;
      const products = low.slice(0, whole ? last : count - k * low.length).map((one) => and(graph, BOOL, one, row));
      return whole ? [...products, products.reduce((left, one) => xor(graph, BOOL, left, one), row)] : products;
    })
    .slice(0, count);
}

function all(graph: Graph, bits: readonly Operand[]): Operand {
  return joined(bits, (a, b) => and(graph, BOOL, a, b)) ?? 1n;
}

/** By a tree of the fewest levels; undefined where there is nothing. */
function joined(values: readonly Operand[], two: (a: Operand, b: Operand) => Operand): Operand | undefined {
  let level = values;
  while (level.length > 1)
    level = Array.from({ length: Math.ceil(level.length / 2) }, (_, k) => {
      const [a, b] = level.slice(2 * k, 2 * k + 2) as [Operand, Operand | undefined];
      return b === undefined ? a : two(a, b);
    });
  return level[0];
}

/** One of the bits. */
export function bitAt(graph: Graph, x: Secret, place: number): Secret {
  const bits = bitsOf(graph, x);
  return made(
    BOOL,
    { low: 0n, high: 1n },
    { bits: bits.width === 1 ? bits : addNode(graph, 'bits', 1, { kind: 'bitAt', place }, [bits]) },
  );
}

/** Σ flag·value, of which one product at most is not zero. Bits that nobody has in the field stay bits. */
export function pick(graph: Graph, shape: Shape, chosen: readonly Operand[], values: readonly Operand[]): Operand {
  if (shape.bits === 1 && [...chosen, ...values].every(hasBits))
    return parity(
      graph,
      chosen.map((flag, k) => and(graph, BOOL, flag, values[k] as Operand)),
    );
  const fits = fitsWall(shape.bits, hullOf(values));
  const used = fits ? values : values.map((value) => (isSecret(value) ? reduced(graph, value) : value));
  const terms = used.map((value, k): readonly [Node, bigint] => {
    const flag = asField(graph, chosen[k] as Operand);
    if (!isSecret(value)) return [flag, value];
    return [addNode(graph, 'field', 0, { kind: 'multiply' }, [flag, fieldOf(graph, value)]), 1n];
  });
  return made(shape, hullOf(used), { field: linearNode(graph, terms) });
}

/** The values, `value` in place of the one whose flag holds: old + flag·(value − old). */
export function replace(
  graph: Graph,
  shape: Shape,
  chosen: readonly Operand[],
  value: Operand,
  values: readonly Operand[],
): readonly Operand[] {
  return values.map((old, k) => {
    const flag = chosen[k] as Operand;
    const inBits = shape.bits === 1 && hasBits(value) && hasBits(old);
    if (inBits || publicDifference(value, old) !== undefined) return select(graph, shape, flag, value, old);
    const fits = fitsWall(shape.bits, hull(value, old));
    const [to, from] = fits ? [value, old] : [value, old].map((one) => (isSecret(one) ? reduced(graph, one) : one));
    const [x, y] = [asField(graph, to as Operand), asField(graph, from as Operand)];
    const gap = linearNode(graph, [
      [x, 1n],
      [y, -1n],
    ]);
    const moved = addNode(graph, 'field', 0, { kind: 'multiply' }, [asField(graph, flag), gap]);
    const field = linearNode(graph, [
      [y, 1n],
      [moved, 1n],
    ]);
    return made(shape, hull(to as Operand, from as Operand), { field });
  });
}

/** Where values lie, and zero. */
export function hullOf(values: readonly Operand[]): Interval {
  return values.reduce<Interval>(
    (all, value) => {
      const { low, high } = isSecret(value) ? value : { low: value, high: value };
      return { low: low < all.low ? low : all.low, high: high > all.high ? high : all.high };
    },
    { low: 0n, high: 0n },
  );
}

/** The bits added up mod 2, in a tree. */
function parity(graph: Graph, bits: readonly Operand[]): Operand {
  return joined(bits, (a, b) => xor(graph, BOOL, a, b)) ?? 0n;
}

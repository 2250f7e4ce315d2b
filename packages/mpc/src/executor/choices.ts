// Order, equality, logic and choice of secret integers. Where both operands have their bits, in bits; where they are field elements, by one masked
// opening of their difference (docs/protocols/comparison.md).
import { not } from './bitwise.ts';
import { type Graph, type Node, addNode } from './graph.ts';
import { subtract } from './integers.ts';
import {
  BOOL,
  type Interval,
  type Operand,
  type Secret,
  type Shape,
  bitsOf,
  boundsOf,
  classified,
  fieldOf,
  fitsWall,
  hasBits,
  hasField,
  isSecret,
  linearNode,
  made,
  offsetFor,
  reduced,
  within,
} from './secrets.ts';

function bit(graph: Graph, operation: Parameters<typeof addNode>[3], operands: readonly Node[]): Secret {
  return made(BOOL, { low: 0n, high: 1n }, { bits: addNode(graph, 'bits', 1, operation, operands) });
}

/** Whether to compare in F_p: somebody lacks bits, and everybody has, or cheaply gets, a field form. */
function inField(...operands: readonly Operand[]): boolean {
  return operands.some((one) => !hasBits(one)) && operands.every((one) => !isSecret(one) || hasField(one));
}

export function equal(graph: Graph, shape: Shape, x: Operand, y: Operand): Operand {
  if (!isSecret(x)) return isSecret(y) ? equal(graph, shape, y, x) : x === y ? 1n : 0n;
  if (inField(x, y)) {
    const difference = subtract(graph, shape, x, y) as Secret;
    const { bits } = shape;
    const offset = offsetFor(bits, difference.low);
    return bit(graph, { kind: 'zero', offset, width: bits }, [fieldOf(graph, difference)]);
  }
  const bits = bitsOf(graph, x);
  if (isSecret(y)) return bit(graph, { kind: 'equal' }, [bits, bitsOf(graph, y)]);
  return bit(graph, { kind: 'equalPublic', value: BigInt.asUintN(shape.bits, y) }, [bits]);
}

export function less(graph: Graph, shape: Shape, x: Operand, y: Operand): Operand {
  if (!isSecret(x) && !isSecret(y)) return x < y ? 1n : 0n;
  if (inField(x, y)) return lessInField(graph, x, y);
  return lessInBits(graph, shape, x, y);
}

function lessInField(graph: Graph, x: Operand, y: Operand): Operand {
  const [a, b] = [x, y].map((one) => (isSecret(one) ? reduced(graph, one) : one)) as [Operand, Operand];
  const [p, q] = [a, b].map((one) => (isSecret(one) ? one : { low: one, high: one })) as [Interval, Interval];
  const [low, high] = [p.low - q.high, p.high - q.low];
  if (low >= 0n) return 0n;
  if (high < 0n) return 1n;
  let width = 0;
  while (low < -(1n << BigInt(width)) || high >= 1n << BigInt(width)) width++;
  const terms = (
    [
      [a, 1n],
      [b, -1n],
    ] as const
  ).flatMap(([one, factor]) => (isSecret(one) ? [[fieldOf(graph, one), factor] as const] : []));
  const constant = (isSecret(a) ? 0n : a) - (isSecret(b) ? 0n : b);
  return bit(graph, { kind: 'negative', width }, [linearNode(graph, terms, constant)]);
}

/** Signed values compare as unsigned ones once their top bit is flipped. */
function lessInBits(graph: Graph, shape: Shape, x: Operand, y: Operand): Operand {
  const ordered = (secret: Secret): Node =>
    shape.signed
      ? addNode(graph, 'bits', shape.bits, { kind: 'resize', width: shape.bits, signed: true, flip: true }, [
          bitsOf(graph, secret),
        ])
      : bitsOf(graph, secret);
  const orderedPublic = (value: bigint): bigint => (shape.signed ? value + (1n << BigInt(shape.bits - 1)) : value);
  if (!isSecret(x)) return bit(graph, { kind: 'greaterPublic', value: orderedPublic(x) }, [ordered(y as Secret)]);
  if (!isSecret(y)) return bit(graph, { kind: 'lessPublic', value: orderedPublic(y) }, [ordered(x)]);
  return bit(graph, { kind: 'less' }, [ordered(x), ordered(y)]);
}

/** c ? x : y. Linear where x and y differ by a public number; in bits where both are bits already; else one product. */
export function select(graph: Graph, shape: Shape, c: Operand, x: Operand, y: Operand): Operand {
  if (!isSecret(c)) return c === 1n ? x : y;
  const difference = publicDifference(x, y);
  if (difference === 0n) return y;
  if (shape.bits === 1 && difference !== undefined) return difference === 1n ? c : not(graph, BOOL, c);
  if (difference !== undefined && (!isSecret(y) || hasField(y))) {
    const base = isSecret(y) ? y : classified(graph, y, shape);
    const field = linearNode(graph, [
      [fieldOf(graph, base), 1n],
      [fieldOf(graph, c), difference],
    ]);
    return made(shape, hull(x, y), { field, summands: base.summands });
  }
  const [whenTrue, whenFalse] = [x, y].map((value) => (isSecret(value) ? value : classified(graph, value, shape))) as [
    Secret,
    Secret,
  ];
  if (shape.bits === 1 || !inField(x, y)) {
    const bits = addNode(graph, 'bits', shape.bits, { kind: 'selectBits' }, [
      bitsOf(graph, c),
      bitsOf(graph, whenTrue),
      bitsOf(graph, whenFalse),
    ]);
    return made(shape, typeHull(shape, x, y), { bits });
  }
  const interval = hull(whenTrue, whenFalse);
  if (!fitsWall(shape.bits, interval))
    return select(graph, shape, c, reduced(graph, whenTrue), reduced(graph, whenFalse));
  const [fx, fy] = [fieldOf(graph, whenTrue), fieldOf(graph, whenFalse)];
  const gap = linearNode(graph, [
    [fx, 1n],
    [fy, -1n],
  ]);
  const product = addNode(graph, 'field', 0, { kind: 'multiply' }, [fieldOf(graph, c), gap]);
  const field = linearNode(graph, [
    [fy, 1n],
    [product, 1n],
  ]);
  return made(shape, interval, { field });
}

/** x − y, where everybody knows it. */
export function publicDifference(x: Operand, y: Operand): bigint | undefined {
  if (!isSecret(x) && !isSecret(y)) return x - y;
  if (!isSecret(x) || !isSecret(y)) return undefined;
  const [a, b] = [x.shift ?? { of: x, by: 0n }, y.shift ?? { of: y, by: 0n }];
  return a.of === b.of ? a.by - b.by : undefined;
}

/** Where both lie. */
export function hull(x: Operand, y: Operand): Interval {
  const [a, b] = [x, y].map((value) => (isSecret(value) ? value : { low: value, high: value })) as [Interval, Interval];
  return { low: a.low < b.low ? a.low : b.low, high: a.high > b.high ? a.high : b.high };
}

/** Bits hold the reduced value, wherever the field form lay. */
function typeHull(shape: Shape, x: Operand, y: Operand): Interval {
  const both = hull(x, y);
  return within(both, boundsOf(shape)) ? both : boundsOf(shape);
}

export function minimum(graph: Graph, shape: Shape, x: Operand, y: Operand): Operand {
  return select(graph, shape, less(graph, shape, y, x), y, x);
}

export function maximum(graph: Graph, shape: Shape, x: Operand, y: Operand): Operand {
  return select(graph, shape, less(graph, shape, x, y), y, x);
}

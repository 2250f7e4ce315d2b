// Quotients, remainders and roots. By a public number in F_p (docs/protocols/division.md); by a secret one in bits, where both come of one long division.
import { shift, and } from './bitwise.ts';
import { cast } from './casts.ts';
import { less } from './choices.ts';
import { type Graph, type Node, addNode } from './graph.ts';
import { subtract } from './integers.ts';
import {
  BOOL,
  type Operand,
  type Secret,
  type Shape,
  bitsOf,
  boundsOf,
  classified,
  fieldOf,
  hasField,
  inverseOfPower,
  isSecret,
  linearNode,
  made,
  reduceNode,
  reduced,
  wrapTo,
} from './secrets.ts';

/** Toward zero; x/0 = 0, and −2^(w−1)/−1 wraps. */
export function quotient(graph: Graph, shape: Shape, x: Operand, y: Operand): Operand {
  if (isSecret(y)) return half(graph, shape, x, y, 0);
  if (y === 0n) return 0n;
  if (!isSecret(x)) return wrapTo(shape, x / y);
  if (y === 1n) return x;
  if (y === -1n) return subtract(graph, shape, 0n, x);
  return dividedByPublic(graph, shape, x, y);
}

/** With the sign of the dividend; x mod 0 = 0. */
export function remainder(graph: Graph, shape: Shape, x: Operand, y: Operand): Operand {
  if (isSecret(y)) return half(graph, shape, x, y, shape.bits);
  if (y === 0n || y === 1n || y === -1n) return 0n;
  if (!isSecret(x)) return x % y;
  const size = magnitude(y);
  if (isPower(size) && reduced(graph, x).low >= 0n) return lowPart(graph, shape, x, size);
  const whole = dividedByPublic(graph, shape, x, size);
  const exact = reduced(graph, x);
  const field = linearNode(graph, [
    [fieldOf(graph, exact), 1n],
    [fieldOf(graph, whole), -size],
  ]);
  const low = exact.low < 0n ? greater(1n - size, exact.low) : 0n;
  const high = exact.high > 0n ? lesser(size - 1n, exact.high) : 0n;
  return made(shape, { low, high }, { field });
}

/** By a secret divisor. */
function half(graph: Graph, shape: Shape, x: Operand, y: Secret, from: number): Operand {
  const operands = [bitsOf(graph, secretOf(graph, shape, x)), bitsOf(graph, y)] as const;
  const key = operands.map(({ id }) => id).join();
  let node = graph.divisions.get(key);
  if (node === undefined) {
    node = addNode(graph, 'bits', 2 * shape.bits, { kind: 'divide', signed: shape.signed }, operands);
    graph.divisions.set(key, node);
  }
  return made(shape, boundsOf(shape), { bits: part(graph, node, from, shape.bits) });
}

function part(graph: Graph, node: Node, from: number, width: number): Node {
  return addNode(graph, 'bits', width, { kind: 'part', from }, [node]);
}

export function secretOf(graph: Graph, shape: Shape, x: Operand): Secret {
  return isSecret(x) ? x : classified(graph, x, shape);
}

/** |y| ≥ 2. Below zero the least multiple that is not below x, which is where ⌊(x + |y| − 1)/|y|⌋ leads. */
function dividedByPublic(graph: Graph, shape: Shape, x: Secret, y: bigint): Secret {
  const size = magnitude(y);
  const exact = reduced(graph, x);
  if (isPower(size) && exact.low >= 0n && y > 0n) return highPart(graph, shape, x, size);
  const sign: readonly (readonly [Node, bigint])[] =
    exact.low < 0n ? [[fieldOf(graph, negative(graph, shape, exact)), size - 1n]] : [];
  const lifted = linearNode(graph, [[fieldOf(graph, exact), 1n], ...sign]);
  // A multiple of the divisor that makes it non-negative is taken off again.
  const lift = exact.low < 0n ? (-exact.low + size - 1n) / size : 0n;
  const node = addNode(graph, 'field', 0, { kind: 'quotient', offset: lift * size, divisor: size }, [lifted]);
  const factor = y < 0n ? -1n : 1n;
  const field = linearNode(graph, [[node, factor]], -factor * lift);
  const ends = [exact.low / y, exact.high / y] as const;
  return made(shape, { low: lesser(...ends), high: greater(...ends) }, { field });
}

function negative(graph: Graph, shape: Shape, x: Secret): Secret {
  if (x.bits) return made(BOOL, { low: 0n, high: 1n }, { bits: part(graph, x.bits, shape.bits - 1, 1) });
  return less(graph, shape, x, 0n) as Secret;
}

/** x mod 2^k, in bits where there are no others. */
function lowPart(graph: Graph, shape: Shape, x: Secret, power: bigint): Operand {
  if (!hasField(x)) return and(graph, shape, x, power - 1n);
  const node = reduceNode(graph, fieldOf(graph, x), x.low, placesOf(power), false);
  return made(shape, { low: 0n, high: power - 1n }, { field: node });
}

function highPart(graph: Graph, shape: Shape, x: Secret, power: bigint): Secret {
  if (!hasField(x)) return shift(graph, shape, false, x, BigInt(placesOf(power))) as Secret;
  const exact = reduced(graph, x);
  const rest = fieldOf(graph, lowPart(graph, shape, exact, power) as Secret);
  const inverse = inverseOfPower(placesOf(power));
  const field = linearNode(graph, [
    [fieldOf(graph, exact), inverse],
    [rest, -inverse],
  ]);
  return made(shape, { low: exact.low / power, high: exact.high / power }, { field });
}

/** ⌊√x⌋ of an unsigned value. */
export function squareRoot(graph: Graph, shape: Shape, x: Secret): Secret {
  const narrow = shape.bits / 2;
  const root = addNode(graph, 'bits', narrow, { kind: 'squareRoot' }, [bitsOf(graph, x)]);
  const small: Shape = { bits: narrow, signed: false };
  return cast(graph, shape, made(small, boundsOf(small), { bits: root })) as Secret;
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function isPower(value: bigint): boolean {
  return (value & (value - 1n)) === 0n;
}

function placesOf(power: bigint): number {
  return power.toString(2).length - 1;
}

function lesser(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function greater(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

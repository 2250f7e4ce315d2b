// Secret integers bit by bit: logic and shifts. All of it is done in bits, where what is public costs nothing.
import { type Graph, type Node, type Operation, addNode } from './graph.ts';
import {
  BOOL,
  type Operand,
  type Secret,
  type Shape,
  bitsOf,
  boundsOf,
  classified,
  isSecret,
  made,
  wrapTo,
} from './secrets.ts';

/** An integer of the type that is known by its bits. */
export function ofBits(graph: Graph, shape: Shape, operation: Operation, operands: readonly Node[]): Secret {
  return made(shape, boundsOf(shape), { bits: addNode(graph, 'bits', shape.bits, operation, operands) });
}

export function not(graph: Graph, shape: Shape, x: Operand): Operand {
  return isSecret(x) ? ofBits(graph, shape, { kind: 'not' }, [bitsOf(graph, x)]) : wrapTo(shape, ~x);
}

export function and(graph: Graph, shape: Shape, x: Operand, y: Operand): Operand {
  if (!isSecret(x)) return isSecret(y) ? and(graph, shape, y, x) : wrapTo(shape, x & y);
  if (isSecret(y)) return ofBits(graph, shape, { kind: 'and' }, [bitsOf(graph, x), bitsOf(graph, y)]);
  if (y === 0n) return 0n;
  return y === all(shape)
    ? x
    : ofBits(graph, shape, { kind: 'andPublic', value: pattern(shape, y) }, [bitsOf(graph, x)]);
}

export function or(graph: Graph, shape: Shape, x: Operand, y: Operand): Operand {
  return not(graph, shape, and(graph, shape, not(graph, shape, x), not(graph, shape, y)));
}

export function xor(graph: Graph, shape: Shape, x: Operand, y: Operand): Operand {
  if (!isSecret(x)) return isSecret(y) ? xor(graph, shape, y, x) : wrapTo(shape, x ^ y);
  if (isSecret(y)) return ofBits(graph, shape, { kind: 'xor' }, [bitsOf(graph, x), bitsOf(graph, y)]);
  if (y === 0n) return x;
  return ofBits(graph, shape, { kind: 'xorPublic', value: pattern(shape, y) }, [bitsOf(graph, x)]);
}

function all(shape: Shape): bigint {
  return wrapTo(shape, -1n);
}

function pattern(shape: Shape, value: bigint): bigint {
  return BigInt.asUintN(shape.bits, value);
}

/** Towards higher places, or lower ones, by an amount of any size. */
export function shift(graph: Graph, shape: Shape, up: boolean, x: Operand, amount: Operand): Operand {
  const { bits, signed } = shape;
  if (isSecret(amount)) {
    const value = isSecret(x) ? x : classified(graph, x, shape);
    return ofBits(graph, shape, { kind: 'shift', up, signed }, [bitsOf(graph, value), bitsOf(graph, amount)]);
  }
  if (!isSecret(x)) return wrapTo(shape, up ? x << amount : x >> amount);
  if (amount === 0n) return x;
  const by = amount < BigInt(bits) ? Number(amount) : bits;
  return ofBits(graph, shape, { kind: 'shiftPublic', by, up, signed }, [bitsOf(graph, x)]);
}

/** Each bit as a bool, lowest first. */
export function bitsIn(graph: Graph, x: Secret): readonly Secret[] {
  const bits = bitsOf(graph, x);
  return Array.from({ length: x.shape.bits }, (_, from) => ofBits(graph, BOOL, { kind: 'part', from }, [bits]));
}

/** The integer of these bits, lowest first; those above are zero. */
export function joined(graph: Graph, shape: Shape, bits: readonly Operand[]): Secret {
  const nodes = Array.from({ length: shape.bits }, (_, place) => {
    const bit = bits[place] ?? 0n;
    return bitsOf(graph, isSecret(bit) ? bit : classified(graph, bit, BOOL));
  });
  return ofBits(graph, shape, { kind: 'joinBits' }, nodes);
}

/** The entry of a public table, zero outside. */
export function lookUp(graph: Graph, shape: Shape, entries: readonly bigint[], place: Secret): Operand {
  const patterns = entries.map((entry) => pattern(shape, entry));
  if (patterns.every((entry) => entry === 0n)) return 0n;
  const key = `${shape.bits}: ${patterns.join()}`;
  const table = graph.tables.get(key) ?? { entries: patterns, width: shape.bits, id: graph.tables.size };
  graph.tables.set(key, table);
  return ofBits(graph, shape, { kind: 'lookUp', table }, [bitsOf(graph, place)]);
}

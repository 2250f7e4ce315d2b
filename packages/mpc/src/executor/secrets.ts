// Secret integers over the graph: what the language's operations mean here (docs/guide of the language: wrapping arithmetic, exact
// comparison). A secret has up to two forms, made when they are first asked for, and an interval of the integer that its field form
// stands for: the field form may be unreduced, congruent to the value mod 2^bits. The interval decides when it must be reduced.
import { WALL_BITS } from '../limits.ts';
import type { MaskedInput } from '../masks.ts';
import { type Graph, type Node, addNode } from './graph.ts';

/** A leaf type: bool is one unsigned bit. */
export interface Shape {
  readonly bits: number;
  readonly signed: boolean;
}

export const BOOL: Shape = { bits: 1, signed: false };

export interface Secret {
  readonly shape: Shape;
  /** Interval of the integer behind the field form. */
  readonly low: bigint;
  readonly high: bigint;
  /** The value's `shape.bits` bits, two's complement. */
  bits: Node | undefined;
  field: Node | undefined;
  /** This secret is another one plus a public number, both without wrapping: what makes `select(c, x + k, x)` linear. */
  readonly shift: { readonly of: Secret; readonly by: bigint } | undefined;
}

export type Operand = Secret | bigint;

export function isSecret(value: Operand): value is Secret {
  return typeof value !== 'bigint';
}

export function boundsOf({ bits, signed }: Shape): readonly [bigint, bigint] {
  const half = 1n << BigInt(bits - 1);
  return signed ? [-half, half - 1n] : [0n, 2n * half - 1n];
}

export function wrapTo({ bits, signed }: Shape, value: bigint): bigint {
  return signed ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value);
}

/** A client's value: in its width by construction. A narrower range is the interpreter's to check. */
export function inputSecret(graph: Graph, input: MaskedInput, shape: Shape): Secret {
  const [low, high] = boundsOf(shape);
  const bits = addNode(graph, 'bits', shape.bits, { kind: 'input', input, width: shape.bits });
  return { shape, low, high, bits, field: undefined, shift: undefined };
}

/** A share of secret state, stored reduced to its type. */
export function shareSecret(graph: Graph, share: bigint, shape: Shape): Secret {
  const [low, high] = boundsOf(shape);
  return {
    shape,
    low,
    high,
    bits: undefined,
    field: addNode(graph, 'field', 0, { kind: 'share', share }),
    shift: undefined,
  };
}

/** A public value that is treated as secret from here on. */
export function classified(graph: Graph, value: bigint, shape: Shape): Secret {
  return {
    shape,
    low: value,
    high: value,
    bits: addNode(graph, 'bits', shape.bits, {
      kind: 'constantBits',
      value: BigInt.asUintN(shape.bits, value),
      width: shape.bits,
    }),
    field: addNode(graph, 'field', 0, { kind: 'linear', constant: value, factors: [] }),
    shift: undefined,
  };
}

export function fieldOf(graph: Graph, secret: Secret): Node {
  secret.field ??= addNode(graph, 'field', 0, { kind: 'toField', signed: secret.shape.signed }, [secret.bits as Node]);
  return secret.field;
}

export function bitsOf(graph: Graph, secret: Secret): Node {
  if (secret.bits === undefined) {
    const offset = offsetFor(secret.shape, secret.low);
    const span = Math.max(secret.shape.bits, bitLength(secret.high + offset));
    secret.bits = addNode(
      graph,
      'bits',
      secret.shape.bits,
      { kind: 'toBits', offset, span, width: secret.shape.bits },
      [secret.field as Node],
    );
  }
  return secret.bits;
}

/** The same value with a field form inside its type's bounds. */
export function reduced(graph: Graph, secret: Secret): Secret {
  const [low, high] = boundsOf(secret.shape);
  if (low <= secret.low && secret.high <= high) return secret;
  return { shape: secret.shape, low, high, bits: bitsOf(graph, secret), field: undefined, shift: undefined };
}

/** x·fx + y·fy + constant, reduced first where the result would pass the wall. */
function linear(graph: Graph, shape: Shape, terms: readonly (readonly [Secret, bigint])[], constant: bigint): Secret {
  const interval = (list: readonly (readonly [Secret, bigint])[]): readonly [bigint, bigint] => [
    list.reduce((sum, [x, f]) => sum + (f < 0n ? x.high * f : x.low * f), constant),
    list.reduce((sum, [x, f]) => sum + (f < 0n ? x.low * f : x.high * f), constant),
  ];
  let [low, high] = interval(terms);
  let used = terms;
  if (!fitsWall(shape, low, high)) {
    used = terms.map(([x, f]) => [reduced(graph, x), f] as const);
    [low, high] = interval(used);
  }
  if (!fitsWall(shape, low, high)) return multiplyByBits(graph, shape, used, constant);
  const operands = used.map(([x]) => fieldOf(graph, x));
  const factors = used.map(([, f]) => f);
  const field = addNode(graph, 'field', 0, { kind: 'linear', constant, factors }, operands);
  const only = used.length === 1 && used[0]?.[1] === 1n ? used[0][0] : undefined;
  const shift =
    only && inBounds(shape, low, high)
      ? { of: only.shift?.of ?? only, by: constant + (only.shift?.by ?? 0n) }
      : undefined;
  return { shape, low, high, bits: undefined, field, shift };
}

/** One secret times a large public factor: in bits. */
function multiplyByBits(
  graph: Graph,
  shape: Shape,
  terms: readonly (readonly [Secret, bigint])[],
  constant: bigint,
): Secret {
  const [term] = terms;
  if (term === undefined || terms.length !== 1) throw new Error('two reduced summands stay below the wall');
  const product = multiplyInBits(
    graph,
    shape,
    bitsOf(graph, term[0]),
    bitsOf(graph, classified(graph, wrapTo(shape, term[1]), shape)),
  );
  return constant === 0n ? product : linear(graph, shape, [[product, 1n]], constant);
}

function multiplyInBits(graph: Graph, shape: Shape, x: Node, y: Node): Secret {
  const [low, high] = boundsOf(shape);
  return {
    shape,
    low,
    high,
    bits: addNode(graph, 'bits', shape.bits, { kind: 'multiplyBits' }, [x, y]),
    field: undefined,
    shift: undefined,
  };
}

function inBounds(shape: Shape, low: bigint, high: bigint): boolean {
  const [least, greatest] = boundsOf(shape);
  return least <= low && high <= greatest;
}

function fitsWall(shape: Shape, low: bigint, high: bigint): boolean {
  return bitLength(high + offsetFor(shape, low)) <= WALL_BITS;
}

/** A multiple of 2^bits that makes the value non-negative and changes none of its low bits. */
function offsetFor({ bits }: Shape, low: bigint): bigint {
  const modulus = 1n << BigInt(bits);
  return low < 0n ? ((-low + modulus - 1n) / modulus) * modulus : 0n;
}

export function add(graph: Graph, shape: Shape, x: Operand, y: Operand): Operand {
  if (!isSecret(x)) return isSecret(y) ? linear(graph, shape, [[y, 1n]], x) : wrapTo(shape, x + y);
  return isSecret(y)
    ? linear(
        graph,
        shape,
        [
          [x, 1n],
          [y, 1n],
        ],
        0n,
      )
    : linear(graph, shape, [[x, 1n]], y);
}

export function subtract(graph: Graph, shape: Shape, x: Operand, y: Operand): Operand {
  if (!isSecret(x)) return isSecret(y) ? linear(graph, shape, [[y, -1n]], x) : wrapTo(shape, x - y);
  return isSecret(y)
    ? linear(
        graph,
        shape,
        [
          [x, 1n],
          [y, -1n],
        ],
        0n,
      )
    : linear(graph, shape, [[x, 1n]], -y);
}

export function multiply(graph: Graph, shape: Shape, x: Operand, y: Operand): Operand {
  if (!isSecret(x)) return isSecret(y) ? linear(graph, shape, [[y, x]], 0n) : wrapTo(shape, x * y);
  if (!isSecret(y)) return linear(graph, shape, [[x, y]], 0n);
  let [a, b] = [x, y];
  let [low, high] = productBounds(a, b);
  if (!fitsWall(shape, low, high)) {
    [a, b] = [reduced(graph, x), reduced(graph, y)];
    [low, high] = productBounds(a, b);
  }
  if (!fitsWall(shape, low, high)) return multiplyInBits(graph, shape, bitsOf(graph, x), bitsOf(graph, y));
  const field = addNode(graph, 'field', 0, { kind: 'multiply' }, [fieldOf(graph, a), fieldOf(graph, b)]);
  return { shape, low, high, bits: undefined, field, shift: undefined };
}

function productBounds(x: Secret, y: Secret): readonly [bigint, bigint] {
  const corners = [x.low * y.low, x.low * y.high, x.high * y.low, x.high * y.high];
  return [corners.reduce((a, b) => (a < b ? a : b)), corners.reduce((a, b) => (a > b ? a : b))];
}

/** Σ of a vector. */
export function sum(graph: Graph, shape: Shape, values: readonly Operand[]): Operand {
  return values.reduce((total, value) => add(graph, shape, total, value), 0n);
}

function bit(graph: Graph, operation: Parameters<typeof addNode>[3], operands: readonly Node[]): Secret {
  return {
    shape: BOOL,
    low: 0n,
    high: 1n,
    bits: addNode(graph, 'bits', 1, operation, operands),
    field: undefined,
    shift: undefined,
  };
}

export function equal(graph: Graph, shape: Shape, x: Operand, y: Operand): Operand {
  if (!isSecret(x)) return isSecret(y) ? equal(graph, shape, y, x) : x === y ? 1n : 0n;
  const bits = bitsOf(graph, x);
  if (isSecret(y)) return bit(graph, { kind: 'equal' }, [bits, bitsOf(graph, y)]);
  return bit(graph, { kind: 'equalPublic', value: BigInt.asUintN(shape.bits, y) }, [bits]);
}

/** Signed values compare as unsigned ones once their top bit is flipped. */
export function less(graph: Graph, shape: Shape, x: Operand, y: Operand): Operand {
  const ordered = (secret: Secret): Node =>
    shape.signed
      ? addNode(graph, 'bits', shape.bits, { kind: 'resize', width: shape.bits, signed: true, flip: true }, [
          bitsOf(graph, secret),
        ])
      : bitsOf(graph, secret);
  const orderedPublic = (value: bigint): bigint => (shape.signed ? value + (1n << BigInt(shape.bits - 1)) : value);
  if (!isSecret(x)) {
    if (!isSecret(y)) return x < y ? 1n : 0n;
    return bit(graph, { kind: 'greaterPublic', value: orderedPublic(x) }, [ordered(y)]);
  }
  if (!isSecret(y)) return bit(graph, { kind: 'lessPublic', value: orderedPublic(y) }, [ordered(x)]);
  return bit(graph, { kind: 'less' }, [ordered(x), ordered(y)]);
}

export function not(graph: Graph, x: Operand): Operand {
  return isSecret(x) ? bit(graph, { kind: 'not' }, [bitsOf(graph, x)]) : 1n - x;
}

export function and(graph: Graph, x: Operand, y: Operand): Operand {
  if (!isSecret(x)) return x === 0n ? 0n : y;
  if (!isSecret(y)) return y === 0n ? 0n : x;
  return bit(graph, { kind: 'and' }, [bitsOf(graph, x), bitsOf(graph, y)]);
}

export function or(graph: Graph, x: Operand, y: Operand): Operand {
  return not(graph, and(graph, not(graph, x), not(graph, y)));
}

export function xor(graph: Graph, x: Operand, y: Operand): Operand {
  if (!isSecret(x)) return x === 0n ? y : not(graph, y);
  if (!isSecret(y)) return y === 0n ? x : not(graph, x);
  return bit(graph, { kind: 'xor' }, [bitsOf(graph, x), bitsOf(graph, y)]);
}

/** c ? x : y. Linear where x and y differ by a public number; in bits where both are bits already; else one product. */
export function select(graph: Graph, shape: Shape, c: Operand, x: Operand, y: Operand): Operand {
  if (!isSecret(c)) return c === 1n ? x : y;
  const difference = publicDifference(x, y);
  if (difference === 0n) return y;
  if (shape.bits === 1 && difference !== undefined) return difference === 1n ? c : not(graph, c);
  if (difference !== undefined) {
    const base = isSecret(y) ? y : classified(graph, y, shape);
    const [low, high] = hull(x, y);
    const field = addNode(graph, 'field', 0, { kind: 'linear', constant: 0n, factors: [1n, difference] }, [
      fieldOf(graph, base),
      fieldOf(graph, c),
    ]);
    return { shape, low, high, bits: undefined, field, shift: undefined };
  }
  const [whenTrue, whenFalse] = [x, y].map((value) => (isSecret(value) ? value : classified(graph, value, shape))) as [
    Secret,
    Secret,
  ];
  if (shape.bits === 1 || (whenTrue.bits && whenFalse.bits && !(whenTrue.field && whenFalse.field))) {
    const bits = addNode(graph, 'bits', shape.bits, { kind: 'selectBits' }, [
      bitsOf(graph, c),
      bitsOf(graph, whenTrue),
      bitsOf(graph, whenFalse),
    ]);
    const [low, high] = boundsOf(shape);
    return { shape, low, high, bits, field: undefined, shift: undefined };
  }
  const [low, high] = hull(whenTrue, whenFalse);
  const [fx, fy] = [fieldOf(graph, whenTrue), fieldOf(graph, whenFalse)];
  const gap = addNode(graph, 'field', 0, { kind: 'linear', constant: 0n, factors: [1n, -1n] }, [fx, fy]);
  const product = addNode(graph, 'field', 0, { kind: 'multiply' }, [fieldOf(graph, c), gap]);
  const field = addNode(graph, 'field', 0, { kind: 'linear', constant: 0n, factors: [1n, 1n] }, [fy, product]);
  return { shape, low, high, bits: undefined, field, shift: undefined };
}

function publicDifference(x: Operand, y: Operand): bigint | undefined {
  if (!isSecret(x) && !isSecret(y)) return x - y;
  if (!isSecret(x) || !isSecret(y)) return undefined;
  const [a, b] = [x.shift ?? { of: x, by: 0n }, y.shift ?? { of: y, by: 0n }];
  return a.of === b.of ? a.by - b.by : undefined;
}

function hull(x: Operand, y: Operand): readonly [bigint, bigint] {
  const [a, b] = [x, y].map((value) => (isSecret(value) ? [value.low, value.high] : [value, value])) as [
    [bigint, bigint],
    [bigint, bigint],
  ];
  return [a[0] < b[0] ? a[0] : b[0], a[1] > b[1] ? a[1] : b[1]];
}

export function minimum(graph: Graph, shape: Shape, x: Operand, y: Operand): Operand {
  return select(graph, shape, less(graph, shape, y, x), y, x);
}

export function maximum(graph: Graph, shape: Shape, x: Operand, y: Operand): Operand {
  return select(graph, shape, less(graph, shape, x, y), y, x);
}

/** The value of the new type congruent mod 2^bits. */
export function cast(graph: Graph, shape: Shape, x: Operand): Operand {
  if (!isSecret(x)) return wrapTo(shape, x);
  if (shape.bits === x.shape.bits && shape.signed === x.shape.signed) return x;
  const within = reducedInterval(x);
  if (inBounds(shape, within[0], within[1])) {
    // The same integer in a wider type: both forms carry over.
    const exact = reduced(graph, x);
    const bits = exact.bits && resized(graph, exact.bits, shape.bits, x.shape.signed);
    // The field form is made of the narrow bits: from the wide ones it would take a daBit for each zero above them.
    return { shape, low: exact.low, high: exact.high, bits, field: fieldOf(graph, exact), shift: undefined };
  }
  const [low, high] = boundsOf(shape);
  return {
    shape,
    low,
    high,
    bits: resized(graph, bitsOf(graph, x), shape.bits, x.shape.signed),
    field: undefined,
    shift: undefined,
  };
}

function reducedInterval(x: Secret): readonly [bigint, bigint] {
  return inBounds(x.shape, x.low, x.high) ? [x.low, x.high] : boundsOf(x.shape);
}

function resized(graph: Graph, bits: Node, width: number, signed: boolean): Node {
  return bits.width === width
    ? bits
    : addNode(graph, 'bits', width, { kind: 'resize', width, signed, flip: false }, [bits]);
}

/** What an output shows: the value mod 2^bits as a non-negative field element. */
export function outputNode(graph: Graph, secret: Secret): Node {
  const exact = reduced(graph, secret);
  if (!secret.shape.signed) return fieldOf(graph, exact);
  return fieldOf(graph, {
    ...exact,
    shape: { bits: secret.shape.bits, signed: false },
    bits: bitsOf(graph, exact),
    field: undefined,
  });
}

export function bitLength(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length;
}

// Secret integers over the graph. A secret has up to three forms, made when they are first asked for: its bits; a field element; and, for 64
// bits, two halves lo + 2³²·hi, each a field element below the wall, which is how sums and products that pass the wall are kept. Field element and
// halves may be unreduced: congruent to the value mod 2^bits, within the interval noted beside them. A node that nothing needs is not run, so
// a form costs only what uses it.
import { field } from '@enigma/crypto';
import { WALL_BITS } from '../limits.ts';
import type { MaskedInput } from '../masks.ts';
import { type Graph, type Node, addNode } from './graph.ts';

/** A leaf type: bool is one unsigned bit. */
export interface Shape {
  readonly bits: number;
  readonly signed: boolean;
}

export const BOOL: Shape = { bits: 1, signed: false };

export interface Interval {
  readonly low: bigint;
  readonly high: bigint;
}

/** A field element and where the integer behind it lies. */
export interface Part extends Interval {
  readonly node: Node;
}

export interface Halves {
  readonly lo: Part;
  readonly hi: Part;
}

export interface Secret extends Interval {
  readonly shape: Shape;
  /** The value's `shape.bits` bits, two's complement. */
  bits: Node | undefined;
  field: Node | undefined;
  halves: Halves | undefined;
  /** The same value with a field form inside its type's bounds. */
  exact: Secret | undefined;
  /** By count: whether this index is 0, 1, … */
  flags: Map<number, readonly Operand[]> | undefined;
  /** A client's value, whose field form needs no bits. */
  readonly input: MaskedInput | undefined;
  /** How many secrets were added up. */
  readonly summands: number;
  /** This secret is another one plus a public number, both without wrapping: what makes `select(c, x + k, x)` linear. */
  readonly shift: { readonly of: Secret; readonly by: bigint } | undefined;
}

export type Operand = Secret | bigint;

/** Bits of a half. */
export const HALF = 32;

/** As many daBits as a carry takes, or fewer: then bits go into the field one by one. */
const FEW_BITS = 4;

export function isSecret(value: Operand): value is Secret {
  return typeof value !== 'bigint';
}

export function boundsOf({ bits, signed }: Shape): Interval {
  const half = 1n << BigInt(bits - 1);
  return signed ? { low: -half, high: half - 1n } : { low: 0n, high: 2n * half - 1n };
}

export function wrapTo({ bits, signed }: Shape, value: bigint): bigint {
  return signed ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value);
}

export function within(inner: Interval, outer: Interval): boolean {
  return outer.low <= inner.low && inner.high <= outer.high;
}

export function inType({ shape, low, high }: Secret): boolean {
  return within({ low, high }, boundsOf(shape));
}

/** Whether x plus a multiple of 2^bits that makes it non-negative stays below the wall. */
export function fitsWall(bits: number, { low, high }: Interval): boolean {
  return bitLength(high + offsetFor(bits, low)) <= WALL_BITS;
}

/** The least multiple of 2^bits that makes the value non-negative; it changes none of its low bits. */
export function offsetFor(bits: number, low: bigint): bigint {
  const modulus = 1n << BigInt(bits);
  return low < 0n ? ((-low + modulus - 1n) / modulus) * modulus : 0n;
}

export function bitLength(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length;
}

/** A secret of some forms. */
export function made(
  shape: Shape,
  { low, high }: Interval,
  forms: Partial<Pick<Secret, 'bits' | 'field' | 'halves' | 'input' | 'summands' | 'shift'>>,
): Secret {
  return {
    shape,
    low,
    high,
    bits: undefined,
    field: undefined,
    halves: undefined,
    exact: undefined,
    flags: undefined,
    input: undefined,
    summands: 1,
    shift: undefined,
    ...forms,
  };
}

/** A client's value: in its width by construction. A narrower range is the interpreter's to check. */
export function inputSecret(graph: Graph, input: MaskedInput, shape: Shape): Secret {
  const bits = addNode(graph, 'bits', shape.bits, { kind: 'input', input, width: shape.bits });
  return made(shape, boundsOf(shape), { bits, input });
}

/** A share of secret state, stored reduced to its type. */
export function shareSecret(graph: Graph, share: bigint, shape: Shape): Secret {
  return made(shape, boundsOf(shape), { field: addNode(graph, 'field', 0, { kind: 'share', share }) });
}

/** A public value that is treated as secret from here on. */
export function classified(graph: Graph, value: bigint, shape: Shape): Secret {
  const bits = addNode(graph, 'bits', shape.bits, {
    kind: 'constantBits',
    value: BigInt.asUintN(shape.bits, value),
    width: shape.bits,
  });
  return made(shape, { low: value, high: value }, { bits, field: linearNode(graph, [], value) });
}

/** constant + Σ factor·node. */
export function linearNode(graph: Graph, terms: readonly (readonly [Node, bigint])[], constant: bigint = 0n): Node {
  const factors = terms.map(([, factor]) => factor);
  return addNode(
    graph,
    'field',
    0,
    { kind: 'linear', constant, factors },
    terms.map(([node]) => node),
  );
}

/** Whether the field form is there or comes by a few daBits, and not by one for each bit. */
export function hasField({ field, halves, input, shape }: Secret): boolean {
  if (field !== undefined) return field.operation.kind !== 'toField' || (field.operands[0] as Node).width <= FEW_BITS;
  return halves !== undefined || input !== undefined || shape.bits <= FEW_BITS;
}

export function hasBits(secret: Operand): boolean {
  return !isSecret(secret) || secret.bits !== undefined;
}

export function fieldOf(graph: Graph, secret: Secret): Node {
  secret.field ??= secret.halves ? joined(graph, secret.halves) : narrowField(graph, secret);
  return secret.field;
}

/** Any operand as a field element; a public one as a constant. */
export function asField(graph: Graph, value: Operand): Node {
  return isSecret(value) ? fieldOf(graph, value) : linearNode(graph, [], value);
}

/** From bits, or from a client's δ. A signed value is 2^(w−1) less than the unsigned one that δ + 2^(w−1) stands for. */
function narrowField(graph: Graph, { input, shape, bits }: Secret): Node {
  if (input === undefined || shape.bits <= FEW_BITS)
    return addNode(graph, 'field', 0, { kind: 'toField', signed: shape.signed }, [bits as Node]);
  if (!shape.signed) return addNode(graph, 'field', 0, { kind: 'inputField', input, width: shape.bits });
  const half = 1n << BigInt(shape.bits - 1);
  const delta = BigInt.asUintN(shape.bits, input.delta + half);
  const moved = addNode(graph, 'field', 0, { kind: 'inputField', input: { ...input, delta }, width: shape.bits });
  return linearNode(graph, [[moved, 1n]], -half);
}

export function bitsOf(graph: Graph, secret: Secret): Node {
  secret.bits ??= addNode(
    graph,
    'bits',
    secret.shape.bits,
    { kind: 'toBits', offset: offsetFor(secret.shape.bits, secret.low), width: secret.shape.bits },
    [fieldOf(graph, secret)],
  );
  return secret.bits;
}

/** The same value with a field form inside its type's bounds. */
export function reduced(graph: Graph, secret: Secret): Secret {
  if (inType(secret)) return secret;
  const { shape, low } = secret;
  secret.exact ??= made(shape, boundsOf(shape), {
    bits: secret.bits,
    field: reduceNode(graph, fieldOf(graph, secret), low, shape.bits, shape.signed),
  });
  return secret.exact;
}

export function reduceNode(graph: Graph, node: Node, low: bigint, width: number, signed: boolean): Node {
  return addNode(graph, 'field', 0, { kind: 'reduce', offset: offsetFor(width, low), width, signed }, [node]);
}

const HALF_INVERSE = inverseOfPower(HALF);

/** lo < 2³² and hi with x = lo + 2³²·hi over the integers: one reduction, and what it leaves is a multiple of 2³². */
export function halvesOf(graph: Graph, secret: Secret): Halves {
  secret.halves ??= split(graph, { node: fieldOf(graph, secret), low: secret.low, high: secret.high });
  return secret.halves;
}

export function split(graph: Graph, part: Part): Halves {
  const { node, low, high } = part;
  if (within(part, boundsOf({ bits: HALF, signed: false })))
    return { lo: part, hi: { node: linearNode(graph, []), low: 0n, high: 0n } };
  const lo = reduceNode(graph, node, low, HALF, false);
  const hi = linearNode(graph, [
    [node, HALF_INVERSE],
    [lo, -HALF_INVERSE],
  ]);
  const shift = BigInt(HALF);
  return {
    lo: { node: lo, low: 0n, high: (1n << shift) - 1n },
    hi: { node: hi, low: low >> shift, high: high >> shift },
  };
}

/** lo + 2³²·(hi mod 2³²), congruent mod 2⁶⁴. */
function joined(graph: Graph, halves: Halves): Node {
  const { lo, hi } = joinable(graph, halves);
  return linearNode(graph, [
    [lo.node, 1n],
    [mod32(graph, hi).node, 1n << BigInt(HALF)],
  ]);
}

/** Where the joined integer will lie. */
export function joinedInterval(halves: Halves): Interval {
  const most = (1n << BigInt(2 * HALF)) - (1n << BigInt(HALF));
  const { low, high } = roomBeside(halves.lo) ? halves.lo : { low: 0n, high: (1n << BigInt(HALF)) - 1n };
  return { low, high: high + most };
}

/** The same value with a lo that leaves room for 2³²·(2³² − 1) beside it. */
function joinable(graph: Graph, halves: Halves): Halves {
  return roomBeside(halves.lo) ? halves : carried(graph, halves);
}

function roomBeside({ low, high }: Interval): boolean {
  return fitsWall(2 * HALF, { low, high: high + (1n << BigInt(2 * HALF)) - (1n << BigInt(HALF)) });
}

/** What lo has above its 32 bits goes to hi. */
export function carried(graph: Graph, { lo, hi }: Halves): Halves {
  const parts = split(graph, lo);
  const room = fitsWall(HALF, { low: hi.low + parts.hi.low, high: hi.high + parts.hi.high }) ? hi : mod32(graph, hi);
  return {
    lo: parts.lo,
    hi: {
      node: linearNode(graph, [
        [room.node, 1n],
        [parts.hi.node, 1n],
      ]),
      low: room.low + parts.hi.low,
      high: room.high + parts.hi.high,
    },
  };
}

/** hi counts mod 2³². */
export function mod32(graph: Graph, part: Part): Part {
  const bounds = boundsOf({ bits: HALF, signed: false });
  if (within(part, bounds)) return part;
  return { ...bounds, node: reduceNode(graph, part.node, part.low, HALF, false) };
}

/** lo in 32 bits, hi in 32 bits or a sign more: what products of halves need to stay below the wall. */
export function narrow(graph: Graph, halves: Halves): Halves {
  const bounds = boundsOf({ bits: HALF, signed: false });
  const { lo, hi } = within(halves.lo, bounds) ? halves : carried(graph, halves);
  const signed = boundsOf({ bits: HALF, signed: true });
  return { lo, hi: within(hi, bounds) || within(hi, signed) ? hi : mod32(graph, hi) };
}

/** 2^−k mod p. */
export function inverseOfPower(k: number): bigint {
  return field.inv(1n << BigInt(k));
}

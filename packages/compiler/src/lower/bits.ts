// Operators on the bits of integers. They keep the width, and what leaves at an end is gone without a word: that is what they are for. A shift by a public amount
// of the width or more is a mistake and stops the task; by a secret one it cannot, so it moves everything out.
import type ts from 'typescript';
import type { Label, OpName } from '@enigma/bytecode';
import { clip, greatest, inside, interval, least, type Interval } from '../interval.ts';
import { bool, boundsOf, intOf, shapeName, type IntShape, type Shape } from '../shape.ts';
import { conversion, unified } from './arithmetic.ts';
import { constant, constantOf, convert, intOfValue, kindName } from './convert.ts';
import { refuse, type Context } from './context.ts';
import { isInt, scalar, type ScalarValue, type Value } from './value.ts';

export type Bitwise = '&' | '|' | '^';
export type Shifting = '<<' | '>>' | '>>>';

interface BitwiseRow {
  readonly op: OpName;
  readonly fold: (a: bigint, b: bigint) => bigint;
  /** Of two operands at or above zero. */
  readonly range: (a: Interval, b: Interval) => Interval;
}

/** All bits up to the highest of either. */
const filled = (a: Interval, b: Interval): bigint => (1n << BigInt((a.high | b.high).toString(2).length)) - 1n;

const bitwiseRows: Readonly<Record<Bitwise, BitwiseRow>> = {
  '&': { op: 'and', fold: (a, b) => a & b, range: (a, b) => interval(0n, least([a.high, b.high])) },
  '|': { op: 'or', fold: (a, b) => a | b, range: (a, b) => interval(greatest([a.low, b.low]), filled(a, b)) },
  '^': { op: 'xor', fold: (a, b) => a ^ b, range: (a, b) => interval(0n, filled(a, b)) },
};

export function isShifting(operator: Bitwise | Shifting): operator is Shifting {
  return operator === '<<' || operator === '>>' || operator === '>>>';
}

export function bitwise(cx: Context, operator: Bitwise, left: Value, right: Value, node: ts.Node): Value {
  const row = bitwiseRows[operator];
  if (left.kind === 'literal' && right.kind === 'literal')
    return { kind: 'literal', value: row.fold(left.value, right.value) };
  const [a, b] = unified(cx, operator, asMask(left, right), asMask(right, left), node);
  const natural = a.range.low >= 0n && b.range.low >= 0n;
  const range = natural ? row.range(a.range, b.range) : boundsOf(a.shape);
  return made(cx, row.op, [a, b], a.shape, clip(range, boundsOf(a.shape)), true, node);
}

/** `~3` beside an unsigned value is a mask of its width. */
function asMask(value: Value, beside: Value): Value {
  if (value.kind !== 'literal' || value.value >= 0n || !isInt(beside) || beside.shape.signed) return value;
  const { bits } = beside.shape;
  const fits = value.value >= -(1n << BigInt(bits));
  return fits ? { kind: 'literal', value: BigInt.asUintN(bits, value.value) } : value;
}

export function complement(cx: Context, value: Value, node: ts.Node): Value {
  if (value.kind === 'literal') return { kind: 'literal', value: ~value.value };
  const a = intOfValue(cx, value, node);
  // Of an unsigned value, what is missing to all ones.
  const [low, high] = [~a.range.high, ~a.range.low];
  const lift = a.shape.signed ? 0n : boundsOf(a.shape).high + 1n;
  return made(cx, 'not', [a], a.shape, interval(low + lift, high + lift), true, node);
}

/** `expected` is the type that a number alone gets. */
export function shifted(
  cx: Context,
  operator: Shifting,
  left: Value,
  right: Value,
  node: ts.Node,
  expected: Shape | undefined,
): Value {
  const known = constantOf(right);
  const up = operator === '<<';
  if (left.kind === 'literal' && left.value < 0n && operator === '>>>')
    return refuse(cx, 'signedShift', node, { type: kindName(left) });
  if (left.kind === 'literal' && right.kind === 'literal' && right.value >= 0n && right.value < 64n)
    return { kind: 'literal', value: up ? left.value << right.value : left.value >> right.value };
  if (left.kind === 'literal' && expected?.kind !== 'int')
    return refuse(cx, 'needsType', node, { name: node.getText() });
  if (left.kind !== 'literal' && !isInt(left))
    return refuse(cx, 'noMeeting', node, { operator, left: kindName(left), right: kindName(right) });
  const a = intOfValue(cx, left, node, expected?.kind === 'int' ? expected : undefined);
  if (operator === '>>>' && a.shape.signed) return refuse(cx, 'signedShift', node, { type: shapeName(a.shape) });
  if (known !== undefined && (known < 0n || known >= BigInt(a.shape.bits)))
    return refuse(cx, 'shiftAmount', node, { amount: known, type: shapeName(a.shape), max: a.shape.bits - 1 });
  const amount = amountOf(cx, right, node);
  const safe = amount.label === 's' || amount.range.high < BigInt(a.shape.bits);
  if (!safe && cx.secret > 0) return refuse(cx, 'abortBranch', node, { what: `\`${operator}\`` });
  const range = shiftRange(a.range, a.shape, up, known);
  return made(cx, up ? 'shl' : 'shr', [a, amount], a.shape, range, safe, node);
}

/** A u8. A public amount that does not fit stops the task, as one of the width or more does; a secret one must be narrowed by who writes it. */
function amountOf(cx: Context, value: Value, node: ts.Node): ScalarValue {
  const narrow = value.kind === 'scalar' && value.label === 'p' && value.shape.kind === 'int';
  return narrow ? conversion(cx, value, intOf[8], node) : (convert(cx, value, intOf[8], node) as ScalarValue);
}

function shiftRange(range: Interval, shape: IntShape, up: boolean, amount: bigint | undefined): Interval {
  const bounds = boundsOf(shape);
  if (amount !== undefined) {
    const moved = up
      ? interval(range.low << amount, range.high << amount)
      : interval(range.low >> amount, range.high >> amount);
    return inside(moved, bounds) ? moved : bounds;
  }
  if (up) return bounds;
  // Towards zero from above, towards −1 from below.
  return interval(range.low < 0n ? range.low : 0n, range.high >= 0n ? range.high : -1n);
}

function made(
  cx: Context,
  op: OpName,
  operands: readonly ScalarValue[],
  shape: IntShape,
  range: Interval,
  safe: boolean,
  node: ts.Node,
): ScalarValue {
  const label: Label = operands.some((operand) => operand.label === 's') ? 's' : 'p';
  const [ref] = cx.write.emit({
    op,
    operands: operands.map((operand) => operand.ref),
    results: [{ shape, label }],
    safe,
    at: node.getStart(),
  });
  return scalar(ref!, shape, label, range);
}

/** Bits of an integer as an array of bools, lowest first. */
export function bitsOf(cx: Context, value: Value, node: ts.Node): Value {
  const x = intOfValue(cx, value, node);
  const [ref] = cx.write.emit({
    op: 'bits',
    operands: [x.ref],
    results: [{ shape: { kind: 'vector', element: bool }, label: x.label }],
    at: node.getStart(),
  });
  const length = constant(cx, intOf[32], BigInt(x.shape.bits), node);
  return { kind: 'vector', ref: ref!, element: bool, label: x.label, range: interval(0n, 1n), length };
}

/** The integer of a type with these bits; those that are missing are zero, those above its width are dropped. */
export function fromBits(cx: Context, shape: IntShape, list: Value, node: ts.Node): Value {
  if (list.kind !== 'vector' || list.element.kind !== 'bool')
    return refuse(cx, 'mismatch', node, { from: kindName(list), to: 'an array of bools' });
  const [ref] = cx.write.emit({
    op: 'frombits',
    immediates: [{ type: shape }],
    operands: [list.ref],
    results: [{ shape, label: list.label }],
    at: node.getStart(),
  });
  return scalar(ref!, shape, list.label);
}

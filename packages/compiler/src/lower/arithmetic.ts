// Operators. Public arithmetic traps outside its type and so takes the `.t` opcodes; secret arithmetic wraps, and what is not proven to
// stay inside is said: an error for a difference, a warning for a sum or product.
import type ts from 'typescript';
import type { Label, OpName } from '@enigma/bytecode';
import { add, clip, inside, interval, multiply, quotients, remainders, subtract, type Interval } from '../interval.ts';
import { areBytes, bool, boundsOf, commonInt, sameShape, shapeName, type IntShape } from '../shape.ts';
import { sameElements } from './bytes.ts';
import { boolOf, constant, constantOf, convert, intOfValue, kindName, resize, scalarOf } from './convert.ts';
import { refuse, type Context } from './context.ts';
import { isInt, scalar, vectorShape, type Distance, type Order, type ScalarValue, type Value } from './value.ts';

export type Arithmetic = '+' | '-' | '*' | '/' | '%';
export type Comparison = '<' | '<=' | '>' | '>=' | '===' | '!==';

interface ArithmeticRow {
  readonly trapping: OpName;
  readonly total: OpName;
  readonly fold: (a: bigint, b: bigint) => bigint;
  readonly range: (a: Interval, b: Interval) => Interval;
}

const arithmeticRows: Readonly<Record<Arithmetic, ArithmeticRow>> = {
  '+': { trapping: 'add.t', total: 'add', fold: (a, b) => a + b, range: add },
  '-': { trapping: 'sub.t', total: 'sub', fold: (a, b) => a - b, range: subtract },
  '*': { trapping: 'mul.t', total: 'mul', fold: (a, b) => a * b, range: multiply },
  '/': { trapping: 'div.t', total: 'div', fold: (a, b) => a / b, range: quotients },
  '%': { trapping: 'rem.t', total: 'rem', fold: (a, b) => a % b, range: remainders },
};

export function arithmetic(cx: Context, operator: Arithmetic, left: Value, right: Value, node: ts.Node): Value {
  const row = arithmeticRows[operator];
  if (left.kind === 'literal' && right.kind === 'literal') {
    if ((operator === '/' || operator === '%') && right.value === 0n) return refuse(cx, 'divisionByZero', node);
    return { kind: 'literal', value: row.fold(left.value, right.value) };
  }
  const [a, b] = unified(cx, operator, left, right, node);
  const label: Label = a.label === 's' || b.label === 's' ? 's' : 'p';
  const bounds = boundsOf(a.shape);
  const exact = row.range(a.range, b.range);
  const divides = operator === '/' || operator === '%';
  if (divides && constantOf(b) === 0n) return refuse(cx, 'divisionByZero', node);
  const nonZero = divides && isDivisor(cx, b, label, node);
  const difference = operator === '-' && !a.shape.signed;
  const always = (difference && neverBelow(a, b)) || inside(exact, bounds);
  const proven = always || (difference && guarded(cx, a, b));
  if (label === 's' && !proven && !cx.wrapping) {
    if (operator === '-' && !a.shape.signed)
      return refuse(cx, 'underflow', node, { left: textOf(node, 'left'), right: textOf(node, 'right') });
    if (a.shape.signed)
      cx.report('wrapSigned', node, { operator, low: exact.low, high: exact.high, type: shapeName(a.shape) });
    else cx.report('wrap', node, { operator, high: exact.high, type: shapeName(a.shape), max: bounds.high });
  }
  // MIN / −1 is the one quotient that does not fit, and its remainder stops the task with it.
  const holds = divides ? nonZero && inside(quotients(a.range, b.range), bounds) : proven;
  // Where a guard is the proof, it is one only behind the guard: the step must not be moved in front of it.
  const safe = holds && (divides || always);
  if (label === 'p' && !holds && cx.secret > 0) return refuse(cx, 'abortBranch', node, { what: `\`${operator}\`` });
  const [ref] = cx.write.emit({
    op: label === 's' ? row.total : row.trapping,
    operands: [a.ref, b.ref],
    results: [{ shape: a.shape, label }],
    safe,
    at: node.getStart(),
  });
  const range = label === 's' && !proven ? bounds : clip(exact, bounds);
  const from = distanceAfter(operator, a, b);
  // Less something below zero is more.
  const atMost = operator === '-' && proven && b.range.low >= 0n ? { atMost: [a.ref, ...(a.atMost ?? [])] } : {};
  return { ...scalar(ref!, a.shape, label, range), ...(from === undefined ? {} : { from }), ...atMost };
}

/** Whether it is proven not to be zero; if not, what a zero does is said. */
export function isDivisor(cx: Context, value: ScalarValue, label: Label, node: ts.Node): boolean {
  const nonZero = value.range.low > 0n || value.range.high < 0n;
  if (!nonZero) cx.report(label === 's' ? 'divisionMayVanish' : 'divisionMayStop', node);
  return nonZero;
}

function textOf(node: ts.Node, side: 'left' | 'right'): string {
  const part = (node as Partial<ts.BinaryExpression>)[side];
  return part === undefined ? (side === 'left' ? 'the value' : '1') : part.getText();
}

/** a − b stays at or above zero wherever it stands: by ranges, or by a `min` that made the smaller one. */
function neverBelow(a: ScalarValue, b: ScalarValue): boolean {
  if (a.range.low >= b.range.high || a.ref === b.ref) return true;
  return (b.atMost?.includes(a.ref) ?? false) || (b.below?.includes(a.ref) ?? false);
}

/** It does here, because a guard is true. */
function guarded(cx: Context, a: ScalarValue, b: ScalarValue): boolean {
  return cx.orders.some((order) => order.low === b.ref && order.high === a.ref);
}

function distanceAfter(operator: Arithmetic, a: ScalarValue, b: ScalarValue): Distance | undefined {
  if (operator === '+' && a.from !== undefined) return { base: a.from.base, ...add(a.from, b.range) };
  if (operator === '+' && b.from !== undefined) return { base: b.from.base, ...add(b.from, a.range) };
  if (operator === '-' && a.from !== undefined) return { base: a.from.base, ...subtract(a.from, b.range) };
  return undefined;
}

/** Both operands as integers of one width, the wider of the two. */
export function unified(
  cx: Context,
  operator: string,
  left: Value,
  right: Value,
  node: ts.Node,
): readonly [ScalarValue & { readonly shape: IntShape }, ScalarValue & { readonly shape: IntShape }] {
  const fits = (value: Value): boolean => value.kind === 'literal' || isInt(value);
  if (!fits(left) || !fits(right))
    return refuse(cx, 'noMeeting', node, { operator, left: kindName(left), right: kindName(right) });
  const a = intOfValue(cx, left, node, isInt(right) ? right.shape : undefined);
  const b = intOfValue(cx, right, node, a.shape);
  const shape = commonInt(a.shape, b.shape);
  if (shape === undefined)
    return refuse(cx, 'noMeeting', node, { operator, left: kindName(left), right: kindName(right) });
  return [resize(cx, a, shape, node) as typeof a, resize(cx, b, shape, node) as typeof b];
}

export function compare(cx: Context, operator: Comparison, left: Value, right: Value, node: ts.Node): ScalarValue {
  const equality = operator === '===' || operator === '!==';
  if (equality && left.kind === 'text' && right.kind === 'scalar')
    return compare(cx, operator, convert(cx, left, right.shape, node), right, node);
  if (equality && right.kind === 'text' && left.kind === 'scalar')
    return compare(cx, operator, left, convert(cx, right, left.shape, node), node);
  if (equality && left.kind === 'vector' && right.kind === 'vector' && areBytes(vectorShape(left))) {
    if (!sameShape(vectorShape(left), vectorShape(right)))
      return refuse(cx, 'noMeeting', node, { operator, left: kindName(left), right: kindName(right) });
    const equal = sameElements(cx, left, right, node);
    return operator === '===' ? equal : negate(cx, equal, node);
  }
  if (
    equality &&
    left.kind === 'scalar' &&
    right.kind === 'scalar' &&
    sameShape(left.shape, right.shape) &&
    left.shape.kind !== 'int'
  ) {
    const equal = logical(cx, left.shape.kind === 'address' ? 'addr.eq' : 'eq', [left, right], node);
    return operator === '===' ? equal : negate(cx, equal, node);
  }
  if (left.kind === 'literal' && right.kind === 'literal')
    return constant(cx, bool, compareLiterals(operator, left.value, right.value) ? 1n : 0n, node);
  const [a, b] = unified(cx, operator, left, right, node);
  if (equality) {
    const equal = logical(cx, 'eq', [a, b], node);
    return operator === '===' ? equal : negate(cx, equal, node);
  }
  // a > b is b < a; a <= b is not (b < a).
  const swapped = operator === '>' || operator === '<=';
  const [low, high] = swapped ? [b, a] : [a, b];
  const less: ScalarValue = {
    ...logical(cx, 'lt', [low, high], node),
    holds: [{ low: low.ref, high: high.ref }],
    fails: [{ low: high.ref, high: low.ref }],
  };
  return operator === '<' || operator === '>' ? less : negate(cx, less, node);
}

function compareLiterals(operator: Comparison, a: bigint, b: bigint): boolean {
  const table: Readonly<Record<Comparison, boolean>> = {
    '<': a < b,
    '<=': a <= b,
    '>': a > b,
    '>=': a >= b,
    '===': a === b,
    '!==': a !== b,
  };
  return table[operator];
}

/** An opcode that gives a bool. */
export function logical(cx: Context, op: OpName, operands: readonly ScalarValue[], node: ts.Node): ScalarValue {
  const label: Label = operands.some((operand) => operand.label === 's') ? 's' : 'p';
  const [ref] = cx.write.emit({
    op,
    operands: operands.map((operand) => operand.ref),
    results: [{ shape: bool, label }],
    at: node.getStart(),
  });
  return scalar(ref!, bool, label);
}

export function negate(cx: Context, value: ScalarValue, node: ts.Node): ScalarValue {
  const known = constantOf(value);
  if (known !== undefined && value.label === 'p') return constant(cx, bool, 1n - known, node);
  const { holds, fails } = value;
  return {
    ...logical(cx, 'not', [value], node),
    ...(fails ? { holds: fails } : {}),
    ...(holds ? { fails: holds } : {}),
  };
}

export function conjunction(
  cx: Context,
  op: 'and' | 'or',
  left: ScalarValue,
  right: ScalarValue,
  node: ts.Node,
): ScalarValue {
  const value = logical(cx, op, [left, right], node);
  const both = (a?: readonly Order[], b?: readonly Order[]): readonly Order[] => [...(a ?? []), ...(b ?? [])];
  return op === 'and'
    ? { ...value, holds: both(left.holds, right.holds) }
    : { ...value, fails: both(left.fails, right.fails) };
}

export function extreme(cx: Context, op: 'min' | 'max', left: Value, right: Value, node: ts.Node): ScalarValue {
  const [a, b] = unified(cx, op, left, right, node);
  const label: Label = a.label === 's' || b.label === 's' ? 's' : 'p';
  const [ref] = cx.write.emit({
    op,
    operands: [a.ref, b.ref],
    results: [{ shape: a.shape, label }],
    at: node.getStart(),
  });
  const pick = op === 'min' ? (x: bigint, y: bigint) => (x < y ? x : y) : (x: bigint, y: bigint) => (x > y ? x : y);
  const range = interval(pick(a.range.low, b.range.low), pick(a.range.high, b.range.high));
  return { ...scalar(ref!, a.shape, label, range), ...(op === 'min' ? { atMost: [a.ref, b.ref] } : {}) };
}

/** a − b where that is positive, else 0: max(a, b) − b, which cannot go below zero. */
export function saturatingDifference(cx: Context, left: Value, right: Value, node: ts.Node): Value {
  const [a, b] = unified(cx, 'satSub', left, right, node);
  const top = extreme(cx, 'max', a, b, node);
  return arithmetic(cx, '-', top, { ...b, atMost: [...(b.atMost ?? []), top.ref] }, node);
}

/** 1 where the condition holds, else 0, in an integer type. */
export function asNumber(cx: Context, condition: ScalarValue, shape: IntShape, node: ts.Node): ScalarValue {
  const [ref] = cx.write.emit({
    op: 'cast',
    immediates: [{ type: shape }],
    operands: [condition.ref],
    results: [{ shape, label: condition.label }],
    safe: true,
    at: node.getStart(),
  });
  return scalar(ref!, shape, condition.label, interval(0n, 1n));
}

/** `u8(x)` and its kin. */
export function conversion(cx: Context, value: Value, shape: IntShape, node: ts.Node): ScalarValue {
  const given = scalarOf(cx, value, node, value.kind === 'literal' ? shape : undefined);
  if (given.shape.kind === 'bool') return asNumber(cx, boolOf(cx, given, node), shape, node);
  const from = intOfValue(cx, given, node);
  const bounds = boundsOf(shape);
  if (inside(from.range, bounds)) return resize(cx, from, shape, node);
  if (from.label === 'p' && cx.secret > 0)
    return refuse(cx, 'abortBranch', node, { what: `\`${shapeName(shape)}(…)\`` });
  const op = from.label === 's' ? 'cast' : 'cast.t';
  const [ref] = cx.write.emit({
    op,
    immediates: [{ type: shape }],
    operands: [from.ref],
    results: [{ shape, label: from.label }],
    at: node.getStart(),
  });
  return scalar(ref!, shape, from.label, from.label === 's' ? bounds : clip(from.range, bounds));
}

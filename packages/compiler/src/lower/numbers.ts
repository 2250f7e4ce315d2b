// Functions on integers that the language offers by name: products that are divided, roots, sizes, bounds.
import type ts from 'typescript';
import type { Label } from '@enigma/bytecode';
import { clip, inside, interval, multiply, quotients } from '../interval.ts';
import { boundsOf, commonInt, intOf, shapeName, type IntShape } from '../shape.ts';
import { arithmetic, extreme, isDivisor } from './arithmetic.ts';
import { constantOf, intOfValue, kindName, resize } from './convert.ts';
import { refuse, type Context } from './context.ts';
import { isInt, scalar, type ScalarValue, type Value } from './value.ts';

type IntValue = ScalarValue & { readonly shape: IntShape };

/** a·b/c of the exact product, so that no intermediate result has to fit. */
export function mulDiv(cx: Context, values: readonly Value[], node: ts.Node): Value {
  const [left, right, under] = values as [Value, Value, Value];
  if (constantOf(under) === 0n) return refuse(cx, 'divisionByZero', node);
  if (left.kind === 'literal' && right.kind === 'literal' && under.kind === 'literal')
    return { kind: 'literal', value: (left.value * right.value) / under.value };
  const [a, b, c] = inOneType(cx, 'mulDiv', values, node) as [IntValue, IntValue, IntValue];
  const label: Label = [a, b, c].some((one) => one.label === 's') ? 's' : 'p';
  const nonZero = isDivisor(cx, c, label, node);
  const bounds = boundsOf(a.shape);
  const exact = quotients(multiply(a.range, b.range), c.range);
  const proven = inside(exact, bounds);
  if (label === 's' && !proven && !cx.wrapping) {
    const facts = { operator: 'mulDiv', low: exact.low, high: exact.high, type: shapeName(a.shape), max: bounds.high };
    cx.report(a.shape.signed ? 'wrapSigned' : 'wrap', node, facts);
  }
  const safe = label === 's' || (nonZero && proven);
  if (!safe && cx.secret > 0) return refuse(cx, 'abortBranch', node, { what: '`mulDiv`' });
  const [ref] = cx.write.emit({
    op: 'muldiv',
    operands: [a.ref, b.ref, c.ref],
    results: [{ shape: a.shape, label }],
    safe,
    at: node.getStart(),
  });
  return scalar(ref!, a.shape, label, label === 's' && !proven ? bounds : clip(exact, bounds));
}

/** ⌊√x⌋. What is known not to be below zero counts as unsigned. */
export function isqrt(cx: Context, value: Value, node: ts.Node): Value {
  if (value.kind === 'literal' && value.value >= 0n) return { kind: 'literal', value: rootOf(value.value) };
  const given = intOfValue(cx, value, node);
  if (given.range.low < 0n) return refuse(cx, 'signedRoot', node, { type: kindName(given) });
  const shape = intOf[given.shape.bits];
  const x = resize(cx, given, shape, node);
  const [ref] = cx.write.emit({
    op: 'isqrt',
    operands: [x.ref],
    results: [{ shape, label: x.label }],
    at: node.getStart(),
  });
  return scalar(ref!, shape, x.label, interval(rootOf(x.range.low), rootOf(x.range.high)));
}

function rootOf(value: bigint): bigint {
  let [low, high] = [0n, 1n << BigInt((value.toString(2).length + 2) >> 1)];
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle * middle <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** The size of a number. That of the least of a type is one more than its greatest. */
export function abs(cx: Context, value: Value, node: ts.Node): Value {
  if (value.kind === 'literal') return { kind: 'literal', value: value.value < 0n ? -value.value : value.value };
  const x = intOfValue(cx, value, node);
  if (x.range.low >= 0n) return x;
  const turned = arithmetic(cx, '-', { kind: 'literal', value: 0n }, x, node) as ScalarValue;
  const size = extreme(cx, 'max', x, turned, node);
  const fits = x.range.low > boundsOf(x.shape).low;
  return fits ? { ...size, range: interval(0n, size.range.high) } : size;
}

/** x, or the end of the range that is nearest to it. */
export function clamp(cx: Context, values: readonly Value[], node: ts.Node): Value {
  const [x, low, high] = inOneType(cx, 'clamp', values, node) as [IntValue, IntValue, IntValue];
  return extreme(cx, 'min', extreme(cx, 'max', x, low, node), high, node);
}

/** All in the smallest type that holds each. */
function inOneType(cx: Context, name: string, values: readonly Value[], node: ts.Node): readonly IntValue[] {
  const known = values.filter((value): value is IntValue => isInt(value));
  let shape: IntShape | undefined = known[0]?.shape;
  for (const value of values) {
    const given = intOfValue(cx, value, node, shape);
    const met = shape === undefined ? given.shape : commonInt(shape, given.shape);
    if (met === undefined)
      return refuse(cx, 'noMeeting', node, { operator: name, left: shapeName(shape!), right: kindName(given) });
    shape = met;
  }
  return values.map((value) => resize(cx, intOfValue(cx, value, node, shape), shape!, node) as IntValue);
}

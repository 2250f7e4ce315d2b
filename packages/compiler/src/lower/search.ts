// What is asked of all elements of an array at once: whether some or every one of them is so, whether one is there, where the largest stands, the product of two.
// Each is one step of the bytecode, or an `each` and one, so that its rounds grow with the logarithm of the length and not with the length.
import type ts from 'typescript';
import { opcodes, type Label, type OpName } from '@enigma/bytecode';
import { exactly, greatest, inside, interval, least, multiply, union, type Interval } from '../interval.ts';
import { vectorLengthMax } from '../limits.ts';
import {
  bool,
  boundsOf,
  computed,
  hasVector,
  intOf,
  sameShape,
  shapeName,
  signedOf,
  type IntShape,
  type VectorShape,
} from '../shape.ts';
import { lengthOf, plainVector } from './access.ts';
import { arithmetic, asNumber, compare, conversion } from './arithmetic.ts';
import { arrowOf, each, runArrow } from './arrow.ts';
import { mergeValues } from './branch.ts';
import { boolOf, constant, constantOf, isEntries, kindName } from './convert.ts';
import { refuse, type Context } from './context.ts';
import { lower } from './expression.ts';
import { argument } from './library.ts';
import { scalar, vectorShape, type ScalarValue, type Value, type VectorValue } from './value.ts';

/** An associative opcode over all elements. */
export function folded(cx: Context, op: OpName, vector: VectorValue, node: ts.Node): ScalarValue {
  const [ref] = cx.write.emit({
    op: 'fold',
    immediates: [{ number: opcodes[op].number }],
    operands: [vector.ref],
    results: [{ shape: vector.element, label: vector.label }],
    at: node.getStart(),
  });
  return scalar(ref!, vector.element, vector.label, vector.range);
}

/** `some` and `every` with an inline arrow. */
export function quantified(name: 'some' | 'every') {
  return (cx: Context, vector: VectorValue, node: ts.CallExpression): ScalarValue => {
    const arrow = arrowOf(cx, argument(cx, node, 0), name, 2);
    const holds = (element: Value, index: Value): Value =>
      boolOf(cx, runArrow(cx, arrow, [element, index], bool), arrow.node.body);
    return folded(cx, name === 'some' ? 'or' : 'and', each(cx, vector, holds, bool, node, name), node);
  };
}

/** For each element whether it is that value. */
export function matches(cx: Context, vector: VectorValue, node: ts.CallExpression, name: string): VectorValue {
  const wantedNode = argument(cx, node, 0);
  const element = computed(vector.element);
  if (element.kind === 'record' || element.kind === 'vector' || isEntries(vector))
    return refuse(cx, 'mismatch', node, { from: kindName(vector), to: 'an array of numbers, bools or addresses' });
  const wanted = lower(cx, wantedNode, element);
  return each(cx, vector, (one) => compare(cx, '===', one, wanted, wantedNode), bool, node, name);
}

export function includesCall(cx: Context, vector: VectorValue, node: ts.CallExpression): ScalarValue {
  return folded(cx, 'or', matches(cx, vector, node, 'includes'), node);
}

function integers(cx: Context, node: ts.CallExpression, index: number): VectorValue & { readonly element: IntShape } {
  const at = argument(cx, node, index);
  const value = lower(cx, at);
  if (value.kind !== 'vector' || value.element.kind !== 'int')
    return refuse(cx, 'mismatch', at, { from: kindName(value), to: 'an array of numbers' });
  return value as VectorValue & { readonly element: IntShape };
}

/** `argmax(xs)`: where the largest stands, the first of equals, 0 where there is none. */
export function argmaxCall(cx: Context, node: ts.CallExpression): ScalarValue {
  const vector = integers(cx, node, 0);
  const most = least([lengthOf(cx, vector, node).range.high, vectorLengthMax]);
  const [ref] = cx.write.emit({
    op: 'argmax',
    operands: [vector.ref],
    results: [{ shape: intOf[32], label: vector.label }],
    at: node.getStart(),
  });
  return scalar(ref!, intOf[32], vector.label, interval(0n, greatest([0n, most - 1n])));
}

/** `dot(xs, ys)`: the sum of the products, in the type of the elements. */
export function dotCall(cx: Context, node: ts.CallExpression): ScalarValue {
  const [a, b] = [integers(cx, node, 0), integers(cx, node, 1)];
  if (!sameShape(a.element, b.element))
    return refuse(cx, 'mismatch', argument(cx, node, 1), { from: kindName(b), to: `${shapeName(a.element)}[]` });
  const [left, right] = [lengthOf(cx, a, node), lengthOf(cx, b, node)];
  const same = sameLength(left, right);
  if (!same && cx.secret > 0) return refuse(cx, 'abortBranch', node, { what: 'Two arrays that may differ in length' });
  const label: Label = a.label === 's' || b.label === 's' ? 's' : 'p';
  const one = multiply(a.range, b.range);
  const range = added(cx, 'dot', a.element, label, one, least([left.range.high, right.range.high]), node);
  const [ref] = cx.write.emit({
    op: 'dot',
    operands: [a.ref, b.ref],
    results: [{ shape: a.element, label }],
    safe: same,
    at: node.getStart(),
  });
  return scalar(ref!, a.element, label, range);
}

function matrix(cx: Context, node: ts.CallExpression, index: number): VectorValue & { readonly element: VectorShape } {
  const at = argument(cx, node, index);
  const value = lower(cx, at);
  if (value.kind !== 'vector' || value.element.kind !== 'vector' || value.element.element.kind !== 'int')
    return refuse(cx, 'mismatch', at, { from: kindName(value), to: 'an array of arrays of numbers' });
  return value as VectorValue & { readonly element: VectorShape };
}

/** `matmul(a, b)`: rows by columns, in the type of the elements. */
export function matmulCall(cx: Context, node: ts.CallExpression): VectorValue {
  const [a, b] = [matrix(cx, node, 0), matrix(cx, node, 1)];
  const element = a.element.element as IntShape;
  if (!sameShape(element, b.element.element))
    return refuse(cx, 'mismatch', argument(cx, node, 1), { from: kindName(b), to: `${shapeName(element)}[][]` });
  const known = [a.element.length, b.fixed, b.element.length];
  const safe = known[0] !== undefined && known[0] === known[1] && known[2] !== undefined;
  if (!safe && cx.secret > 0) return refuse(cx, 'abortBranch', node, { what: 'Two matrices that may not fit' });
  const label: Label = a.label === 's' || b.label === 's' ? 's' : 'p';
  const one = multiply(boundsOf(element), boundsOf(element));
  added(cx, 'matmul', element, label, one, BigInt(known[0] ?? known[1] ?? 1), node);
  const shape: VectorShape = { kind: 'vector', element: { kind: 'vector', element } };
  const [ref] = cx.write.emit({
    op: 'matmul',
    immediates: [{ type: shape }],
    operands: [a.ref, b.ref],
    results: [{ shape, label }],
    safe,
    at: node.getStart(),
  });
  return { ...plainVector(ref!, shape, label), length: lengthOf(cx, a, node) };
}

/** `prefixSums(xs)`: each element and all before it. */
export function prefixSumsCall(cx: Context, node: ts.CallExpression): VectorValue {
  const vector = integers(cx, node, 0);
  const length = lengthOf(cx, vector, node);
  const range = added(cx, 'prefixSums', vector.element, vector.label, vector.range, length.range.high, node);
  const ref = prefixed(cx, 'add', vector, node);
  return { ...plainVector(ref, vectorShape(vector), vector.label), range, length };
}

function prefixed(cx: Context, op: OpName, vector: VectorValue, node: ts.Node): number {
  const [ref] = cx.write.emit({
    op: 'prefix',
    immediates: [{ number: opcodes[op].number }],
    operands: [vector.ref],
    results: [{ shape: vectorShape(vector), label: vector.label }],
    at: node.getStart(),
  });
  return ref!;
}

/** `compact(xs, keep)`: what is kept, in order, then zeros; the length stays. */
export function compactCall(cx: Context, node: ts.CallExpression): VectorValue {
  const [valuesNode, keepNode] = [argument(cx, node, 0), argument(cx, node, 1)];
  const [values, keep] = [lower(cx, valuesNode), lower(cx, keepNode)];
  if (values.kind !== 'vector' || values.entries)
    return refuse(cx, 'mismatch', valuesNode, { from: kindName(values), to: 'an array' });
  if (keep.kind !== 'vector' || keep.element.kind !== 'bool')
    return refuse(cx, 'mismatch', keepNode, { from: kindName(keep), to: 'bool[]' });
  if (hasVector(values.element)) return refuse(cx, 'shapeInner', valuesNode);
  const length = lengthOf(cx, values, node);
  const same = sameLength(length, lengthOf(cx, keep, node));
  if (!same && cx.secret > 0) return refuse(cx, 'abortBranch', node, { what: 'Two arrays that may differ in length' });
  const label: Label = values.label === 's' || keep.label === 's' ? 's' : 'p';
  const [ref] = cx.write.emit({
    op: 'compact',
    operands: [values.ref, keep.ref],
    results: [{ shape: vectorShape(values), label }],
    safe: same,
    at: node.getStart(),
  });
  return { ...plainVector(ref!, vectorShape(values), label), range: union(values.range, exactly(0n)), length };
}

/** `xs.indexOf(x)`: how many elements stand before the first that is x, or −1. */
export function indexOfCall(cx: Context, vector: VectorValue, node: ts.CallExpression): Value {
  const flags = matches(cx, vector, node, 'indexOf');
  const seen = { ...flags, ref: prefixed(cx, 'or', flags, node) };
  const counted = each(cx, seen, (one) => asNumber(cx, boolOf(cx, one, node), signedOf[32], node), signedOf[32], node);
  const [sum] = cx.write.emit({
    op: 'sum',
    operands: [counted.ref],
    results: [{ shape: signedOf[32], label: counted.label }],
    at: node.getStart(),
  });
  const length = lengthOf(cx, vector, node);
  const most = least([length.range.high, vectorLengthMax]);
  const after = scalar(sum!, signedOf[32], counted.label, interval(0n, most));
  const before = arithmetic(
    cx,
    '-',
    conversion(cx, { ...length, range: interval(0n, most) }, signedOf[32], node),
    after,
    node,
  );
  const found = folded(cx, 'or', flags, node);
  const value = mergeValues(cx, found, before, constant(cx, signedOf[32], -1n, node), node);
  return { ...(value as ScalarValue), range: interval(-1n, greatest([-1n, most - 1n])) };
}

function sameLength(a: ScalarValue, b: ScalarValue): boolean {
  return a.ref === b.ref || (constantOf(a) !== undefined && constantOf(a) === constantOf(b));
}

/** Where a sum of at most so many numbers lies; says where it may wrap, which public sums of this kind must not. */
function added(
  cx: Context,
  operator: string,
  shape: IntShape,
  label: Label,
  one: Interval,
  count: bigint,
  node: ts.Node,
): Interval {
  const bounds = boundsOf(shape);
  const most = least([count, vectorLengthMax]);
  const exact = interval(least([0n, one.low * most]), greatest([0n, one.high * most]));
  if (inside(exact, bounds)) return exact;
  if (label === 'p')
    return refuse(cx, 'notYet', node, {
      what: `\`${operator}\` of public arrays whose sums may not fit`,
      hint: 'Use reduce, which stops the task where they do not, or arrays of a wider type.',
    });
  const facts = { operator, low: exact.low, high: exact.high, type: shapeName(shape), max: bounds.high };
  if (!cx.wrapping) cx.report(shape.signed ? 'wrapSigned' : 'wrap', node, facts);
  return bounds;
}

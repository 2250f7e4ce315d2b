// What is asked of all elements of an array at once: whether some or every one of them is so, whether one is there, where the largest stands, the product of two.
// Each is one step of the bytecode, or an `each` and one, so that its rounds grow with the logarithm of the length and not with the length.
import type ts from 'typescript';
import { opcodes, type Label, type OpName } from '@enigma/bytecode';
import { clip, greatest, inside, interval, least, multiply, type Interval } from '../interval.ts';
import { vectorLengthMax } from '../limits.ts';
import { bool, boundsOf, computed, intOf, sameShape, shapeName, type IntShape } from '../shape.ts';
import { lengthOf } from './access.ts';
import { compare } from './arithmetic.ts';
import { arrowOf, each, runArrow } from './arrow.ts';
import { boolOf, constantOf, isEntries, kindName } from './convert.ts';
import { refuse, type Context } from './context.ts';
import { lower } from './expression.ts';
import { argument } from './library.ts';
import { scalar, type ScalarValue, type Value, type VectorValue } from './value.ts';

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
  const same = left.ref === right.ref || (constantOf(left) !== undefined && constantOf(left) === constantOf(right));
  if (!same && cx.secret > 0) return refuse(cx, 'abortBranch', node, { what: 'Two arrays that may differ in length' });
  const label: Label = a.label === 's' || b.label === 's' ? 's' : 'p';
  const bounds = boundsOf(a.element);
  const exact = summed(multiply(a.range, b.range), least([left.range.high, right.range.high, vectorLengthMax]));
  const proven = inside(exact, bounds);
  if (!proven && label === 'p')
    return refuse(cx, 'notYet', node, {
      what: '`dot` of public arrays whose products may not fit',
      hint: 'Use reduce, which stops the task where they do not, or arrays of a wider type.',
    });
  if (!proven && !cx.wrapping) {
    const facts = { operator: 'dot', low: exact.low, high: exact.high, type: shapeName(a.element), max: bounds.high };
    cx.report(a.element.signed ? 'wrapSigned' : 'wrap', node, facts);
  }
  const [ref] = cx.write.emit({
    op: 'dot',
    operands: [a.ref, b.ref],
    results: [{ shape: a.element, label }],
    safe: same,
    at: node.getStart(),
  });
  return scalar(ref!, a.element, label, proven ? clip(exact, bounds) : bounds);
}

/** Where a sum of at most so many numbers lies. */
function summed(one: Interval, most: bigint): Interval {
  return interval(least([0n, one.low * most]), greatest([0n, one.high * most]));
}

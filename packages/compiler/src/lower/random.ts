// Random draws: `random.bits<T>()`, `random.bool()`, `random.below(n)`, `random.permutation(n)`, `random.shuffle(values)`, and `permute(values, order)`. Each takes the next entry of the task's tape, under a secret condition as well.
import type ts from 'typescript';
import { vectorLengthMax } from '../limits.ts';
import { hasVector, isShape, intOf, shapeOfType, type Shape, type VectorShape } from '../shape.ts';
import { lengthOf } from './access.ts';
import { interval } from '../interval.ts';
import { conversion } from './arithmetic.ts';
import { constantOf, intOfValue, isSecret, kindName } from './convert.ts';
import { refuse, type Context } from './context.ts';
import { lower } from './expression.ts';
import { argument } from './library.ts';
import { made, wholeOf } from './pieces.ts';
import { scalar, vectorShape, type ScalarValue, type Value, type VectorValue } from './value.ts';

export type RandomCall = (cx: Context, node: ts.CallExpression) => Value;

/** Members of `random`. */
export const randomCalls: Readonly<Record<string, RandomCall>> = {
  bits: (cx, node) => drawnBits(cx, writtenType(cx, node), node),
  bool: (cx, node) => drawnBits(cx, { kind: 'bool' }, node),
  below,
  permutation: (cx, node) => drawnOrder(cx, countOf(cx, argument(cx, node, 0)), node),
  shuffle: (cx, node) => {
    const vector = movable(cx, argument(cx, node, 0));
    return inOrder(cx, vector, drawnOrder(cx, lengthOf(cx, vector, node), node), node);
  },
};

/** `permute(values, order)`: the order is one that this function drew, told by the step that made it. */
export function permuteCall(cx: Context, node: ts.CallExpression): VectorValue {
  const vector = movable(cx, argument(cx, node, 0));
  const at = argument(cx, node, 1);
  const order = lower(cx, at);
  if (order.kind !== 'vector' || cx.write.stepOf(order.ref)?.op !== 'rand.perm') return refuse(cx, 'orderNotDrawn', at);
  return inOrder(cx, vector, order, node);
}

function movable(cx: Context, at: ts.Expression): VectorValue {
  const given = lower(cx, at);
  if (given.kind !== 'vector' || given.entries === true)
    return refuse(cx, 'mismatch', at, { from: kindName(given), to: 'an array' });
  if (hasVector(given.element)) return refuse(cx, 'shapeInner', at);
  return given.fixed === undefined ? given : wholeOf(cx, given, at);
}

function countOf(cx: Context, at: ts.Expression): ScalarValue {
  const count = intOfValue(cx, lower(cx, at), at, intOf[32]);
  return count.label === 's' ? refuse(cx, 'shapeLength', at) : count;
}

function drawnOrder(cx: Context, count: ScalarValue, node: ts.CallExpression): VectorValue {
  const safe = count.range.low >= 0n && count.range.high <= vectorLengthMax;
  if (!safe && cx.secret > 0) return refuse(cx, 'abortBranch', node, { what: 'A length without a maximum' });
  const shape: VectorShape = { kind: 'vector', element: intOf[32] };
  const [ref] = cx.write.emit({
    op: 'rand.perm',
    immediates: [{ type: shape }],
    operands: [count.ref],
    results: [{ shape, label: 's' }],
    safe,
    at: node.getStart(),
  });
  const most = count.range.high > 0n ? count.range.high - 1n : 0n;
  return { kind: 'vector', ref: ref!, element: intOf[32], label: 's', range: interval(0n, most), length: count };
}

function inOrder(cx: Context, vector: VectorValue, order: VectorValue, node: ts.CallExpression): VectorValue {
  const length = lengthOf(cx, vector, node);
  const alike = order.length !== undefined && order.length.ref === length.ref;
  const [a, b] = [constantOf(length), order.length && constantOf(order.length)];
  const safe = alike || (a !== undefined && a === b);
  if (!safe && cx.secret > 0) return refuse(cx, 'abortBranch', node, { what: 'An order of other places' });
  const [ref] = cx.write.emit({
    op: 'permute',
    operands: [vector.ref, order.ref],
    results: [{ shape: vectorShape(vector), label: 's' }],
    safe,
    at: node.getStart(),
  });
  return made(vector, ref!, 's', length);
}

export function randomCall(cx: Context, name: string, node: ts.CallExpression): Value {
  const call = Object.hasOwn(randomCalls, name) ? randomCalls[name] : undefined;
  if (call === undefined) return refuse(cx, 'unknownName', node, { name: `random.${name}` });
  if (cx.kind === 'ctor') return refuse(cx, 'drawInConstructor', node);
  return call(cx, node);
}

function writtenType(cx: Context, node: ts.CallExpression): Shape {
  const written = node.typeArguments?.[0];
  if (written === undefined) return refuse(cx, 'needsType', node, { name: 'random.bits<…>' });
  const found = shapeOfType(cx.checker, cx.checker.getTypeFromTypeNode(written), written);
  if (!isShape(found) || (found.shape.kind !== 'int' && found.shape.kind !== 'bool'))
    return refuse(cx, 'noType', written, { name: 'random.bits', type: written.getText() });
  return found.shape;
}

function drawnBits(cx: Context, shape: Shape, node: ts.CallExpression): ScalarValue {
  const [ref] = cx.write.emit({
    op: 'rand.bits',
    immediates: [{ type: shape }],
    results: [{ shape, label: 's' }],
    at: node.getStart(),
  });
  return scalar(ref!, shape, 's');
}

function below(cx: Context, node: ts.CallExpression): ScalarValue {
  const at = argument(cx, node, 0);
  const given = lower(cx, at);
  if (isSecret(given)) return refuse(cx, 'shapeDraw', at);
  const bound = conversion(cx, given, intOf[32], at);
  const safe = bound.range.low > 0n;
  if (!safe && cx.secret > 0) return refuse(cx, 'abortBranch', at, { what: 'A draw below a bound that may be 0' });
  const shape = intOf[32];
  const [ref] = cx.write.emit({
    op: 'rand.below',
    operands: [bound.ref],
    results: [{ shape, label: 's' }],
    safe,
    at: node.getStart(),
  });
  return scalar(ref!, shape, 's', interval(0n, bound.range.high > 0n ? bound.range.high - 1n : 0n));
}

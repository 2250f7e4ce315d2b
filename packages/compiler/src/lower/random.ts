// Random draws: `random.bits<T>()`, `random.bool()`, `random.below(n)`. Each takes the next entry of the task's tape, under a secret condition as well.
import type ts from 'typescript';
import { isShape, intOf, shapeOfType, type Shape } from '../shape.ts';
import { interval } from '../interval.ts';
import { conversion } from './arithmetic.ts';
import { isSecret } from './convert.ts';
import { refuse, type Context } from './context.ts';
import { lower } from './expression.ts';
import { argument } from './library.ts';
import { scalar, type ScalarValue, type Value } from './value.ts';

export type RandomCall = (cx: Context, node: ts.CallExpression) => Value;

/** Members of `random`. */
export const randomCalls: Readonly<Record<string, RandomCall>> = {
  bits: (cx, node) => drawnBits(cx, writtenType(cx, node), node),
  bool: (cx, node) => drawnBits(cx, { kind: 'bool' }, node),
  below,
};

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

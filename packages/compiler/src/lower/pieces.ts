// Parts of arrays and arrays joined: `slice`, `concat` and `[...a, x, ...b]`. Lengths are public, and so is where a part begins.
import type ts from 'typescript';
import type { Label } from '@enigma/bytecode';
import { inside, interval, union } from '../interval.ts';
import { vectorLengthMax } from '../limits.ts';
import { computed, intOf, sameShape, shapeName, type Shape, type VectorShape } from '../shape.ts';
import { elementAt, lengthOf, plainVector, whole } from './access.ts';
import { arithmetic } from './arithmetic.ts';
import { constant, constantOf, convert, intOfValue, isEntries, isSecret, kindName, scalarOf } from './convert.ts';
import { refuse, type Context } from './context.ts';
import { lower } from './expression.ts';
import { argument } from './library.ts';
import { vectorShape, type ScalarValue, type Value, type VectorValue } from './value.ts';

/** `a.slice(start)` and `a.slice(start, end)`: stops the task where JavaScript would give fewer elements than were asked for. */
export function sliceCall(cx: Context, vector: VectorValue, node: ts.CallExpression): VectorValue {
  const length = lengthOf(cx, vector, node);
  const bound = (index: number): ScalarValue => {
    const at = argument(cx, node, index);
    const value = intOfValue(cx, lower(cx, at), at, intOf[32]);
    if (value.shape.signed) return refuse(cx, 'mismatch', at, { from: kindName(value), to: 'an unsigned number' });
    return value.label === 's' ? refuse(cx, 'shapeLength', at) : value;
  };
  const start = node.arguments.length === 0 ? constant(cx, intOf[32], 0n, node) : bound(0);
  const end = node.arguments.length < 2 ? length : bound(1);
  const [from, to, most] = [constantOf(start), constantOf(end), constantOf(length)];
  const count =
    from === 0n
      ? end
      : from !== undefined && to !== undefined && from <= to
        ? constant(cx, intOf[32], to - from, node)
        : (stated(cx, start, end, node) ?? (arithmetic(cx, '-', end, start, node) as ScalarValue));
  const safe = most !== undefined && end.range.high <= most && start.range.high <= end.range.low;
  if (!safe && cx.secret > 0) return refuse(cx, 'abortBranch', node, { what: 'A part that may not be there' });
  const shape: VectorShape = { kind: 'vector', element: vector.element };
  const [ref] = cx.write.emit({
    op: 'slice',
    immediates: [{ type: shape }],
    operands: [vector.ref, start.ref, count.ref],
    results: [{ shape, label: vector.label }],
    safe,
    at: node.getStart(),
  });
  return made(vector, ref!, vector.label, count);
}

/** The number in `a.slice(at, at + 4)`. */
function stated(cx: Context, start: ScalarValue, end: ScalarValue, node: ts.Node): ScalarValue | undefined {
  const step = cx.write.stepOf(end.ref);
  const [from, more] = step?.op === 'add.t' ? step.operands : [];
  const made = more === undefined || from !== start.ref ? undefined : cx.write.stepOf(more);
  const [known] = made?.op === 'const' ? made.immediates : [];
  return known !== undefined && 'constant' in known ? constant(cx, intOf[32], known.constant.value, node) : undefined;
}

/** `a.concat(b, …)`. */
export function concatCall(cx: Context, vector: VectorValue, node: ts.CallExpression): VectorValue {
  const parts = node.arguments.map((part, index) => {
    const value = lower(cx, argument(cx, node, index), { kind: 'vector', element: vector.element });
    return value.kind === 'vector' ? value : refuse(cx, 'mismatch', part, { from: kindName(value), to: 'an array' });
  });
  return joined(cx, [vector, ...parts], node);
}

/** The elements of arrays one behind the other. */
export function joined(cx: Context, parts: readonly VectorValue[], node: ts.Node): VectorValue {
  const [first, ...others] = parts as readonly [VectorValue, ...VectorValue[]];
  for (const part of others)
    if (!sameShape(part.element, first.element) || isEntries(part) !== isEntries(first))
      return refuse(cx, 'mismatch', node, { from: arrayName(part.element), to: arrayName(first.element) });
  const lengths = parts.map((part) => lengthOf(cx, part, node));
  const total = lengths.reduce((sum, length) => arithmetic(cx, '+', sum, length, node) as ScalarValue);
  const safe = inside(total.range, interval(0n, vectorLengthMax));
  if (!safe && cx.secret > 0) return refuse(cx, 'abortBranch', node, { what: 'An array without a maximum length' });
  const label: Label = parts.some((part) => part.label === 's') ? 's' : 'p';
  const shape: VectorShape = { kind: 'vector', element: first.element };
  const [ref] = cx.write.emit({
    op: 'concat',
    immediates: [{ type: shape }],
    operands: parts.map((part) => part.ref),
    results: [{ shape, label }],
    safe,
    at: node.getStart(),
  });
  return { ...made(first, ref!, label, total), range: parts.map(({ range }) => range).reduce(union) };
}

/** One value as an array of its own. */
export function listOf(cx: Context, value: Value, element: Shape, node: ts.Node): VectorValue {
  const label: Label = isSecret(value) ? 's' : 'p';
  const shape: VectorShape = { kind: 'vector', element };
  const [ref] = cx.write.emit({
    op: 'vec.make',
    immediates: [{ type: shape }],
    operands: [whole(cx, value, element, label, node)],
    results: [{ shape, label }],
    at: node.getStart(),
  });
  const range = value.kind === 'scalar' || value.kind === 'literal' ? scalarOf(cx, value, node).range : undefined;
  const list = { ...plainVector(ref!, shape, label), length: constant(cx, intOf[32], 1n, node) };
  return range === undefined ? list : { ...list, range };
}

/** The last element and the array without it; of none there is no last one, which stops the task. */
export function withoutLast(
  cx: Context,
  vector: VectorValue,
  node: ts.Node,
): { readonly last: Value; readonly rest: VectorValue } {
  const length = lengthOf(cx, vector, node);
  const count = arithmetic(cx, '-', length, constant(cx, intOf[32], 1n, node), node) as ScalarValue;
  const last = elementAt(cx, vector, { ref: count.ref, safe: false }, node);
  const shape: VectorShape = { kind: 'vector', element: vector.element };
  const [ref] = cx.write.emit({
    op: 'slice',
    immediates: [{ type: shape }],
    operands: [vector.ref, constant(cx, intOf[32], 0n, node).ref, count.ref],
    results: [{ shape, label: vector.label }],
    safe: true,
    at: node.getStart(),
  });
  return { last, rest: made(vector, ref!, vector.label, count) };
}

function arrayName(element: Shape): string {
  return `${shapeName(element)}[]`;
}

/** `a.fill(x)`: as many elements as there are, each of them x. */
export function filled(cx: Context, vector: VectorValue, value: Value, node: ts.Node): VectorValue {
  const shape = vectorShape(vector);
  const element = computed(vector.element).kind === 'record' ? undefined : convert(cx, value, vector.element, node);
  const leaf = element?.kind === 'scalar' ? element : undefined;
  const label: Label = leaf?.label ?? vector.label;
  const ref = leaf?.ref ?? whole(cx, value, vector.element, label, node);
  const length = lengthOf(cx, vector, node);
  const [made] = cx.write.emit(
    vector.fixed === undefined
      ? {
          op: 'vec.fill',
          immediates: [{ type: shape }],
          operands: [ref, length.ref],
          results: [{ shape, label }],
          safe: true,
          at: node.getStart(),
        }
      : {
          op: 'vec.make',
          immediates: [{ type: shape }],
          operands: Array.from({ length: vector.fixed }, () => ref),
          results: [{ shape, label }],
          at: node.getStart(),
        },
  );
  return { ...plainVector(made!, shape, label), range: leaf?.range ?? vector.range, length };
}

/** A new array of elements like those of another. */
export function made(like: VectorValue, ref: number, label: Label, length: ScalarValue): VectorValue {
  const { element, range, entries } = like;
  return { kind: 'vector', ref, element, label, range, length, ...(entries === undefined ? {} : { entries }) };
}

/** An array whose length its type says, as one whose type does not. */
export function wholeOf(cx: Context, vector: VectorValue, node: ts.Node): VectorValue {
  const length = lengthOf(cx, vector, node);
  const shape: VectorShape = { kind: 'vector', element: vector.element };
  const [ref] = cx.write.emit({
    op: 'slice',
    immediates: [{ type: shape }],
    operands: [vector.ref, constant(cx, intOf[32], 0n, node).ref, length.ref],
    results: [{ shape, label: vector.label }],
    safe: true,
    at: node.getStart(),
  });
  return made(vector, ref!, vector.label, length);
}

// Arrays whose length is part of their type, bytes among them: written out, taken from arrays of that length, compared.
import ts from 'typescript';
import type { Label } from '@enigma/bytecode';
import { interval } from '../interval.ts';
import { bool, intOf, type Shape, type VectorShape } from '../shape.ts';
import { elementIn, lengthOf, plainVector } from './access.ts';
import { compare } from './arithmetic.ts';
import { constant, constantOf, kindName } from './convert.ts';
import { refuse, type Context } from './context.ts';
import { lower } from './expression.ts';
import { argument } from './library.ts';
import { folded } from './search.ts';
import type { ScalarValue, VectorValue } from './value.ts';

const lengthMax = 256;

/** `hex('c0ffee')`: two digits a byte. */
export function hexCall(cx: Context, node: ts.CallExpression): VectorValue {
  const at = argument(cx, node, 0);
  const digits = ts.isStringLiteralLike(at) ? at.text : '';
  if (!/^(?:[\da-fA-F]{2})+$/.test(digits) || digits.length > 2 * lengthMax) return refuse(cx, 'hexForm', at);
  const bytes = (digits.match(/../g) ?? []).map((pair) => BigInt(`0x${pair}`));
  const shape: VectorShape = { kind: 'vector', element: intOf[8], length: bytes.length };
  const [ref] = cx.write.emit({
    op: 'vec.make',
    immediates: [{ type: shape }],
    operands: bytes.map((byte) => constant(cx, intOf[8], byte, node).ref),
    results: [{ shape, label: 'p' }],
    at: node.getStart(),
  });
  return plainVector(ref!, shape, 'p');
}

/** An array of a length that is known, as one whose type says it. */
export function fixedOf(cx: Context, vector: VectorValue, length: number, node: ts.Node): VectorValue {
  const shape: VectorShape = { kind: 'vector', element: vector.element, length };
  const places = Array.from({ length }, (_, i) => constant(cx, intOf[32], BigInt(i), node).ref);
  const operands = places.map((place) => {
    const [element] = cx.write.emit({
      op: 'at',
      operands: [vector.ref, place],
      results: [{ shape: vector.element, label: vector.label }],
      safe: true,
      at: node.getStart(),
    });
    return element!;
  });
  const [ref] = cx.write.emit({
    op: 'vec.make',
    immediates: [{ type: shape }],
    operands,
    results: [{ shape, label: vector.label }],
    at: node.getStart(),
  });
  return { ...plainVector(ref!, shape, vector.label), range: vector.range };
}

/** `equal(a, b)`: whether two arrays of one length hold the same, element by element. Lengths are public, so different ones are a mistake. */
export function equalCall(cx: Context, node: ts.CallExpression): ScalarValue {
  const [a, b] = [0, 1].map((index): VectorValue => {
    const at = argument(cx, node, index);
    const value = lower(cx, at);
    return value.kind === 'vector' ? value : refuse(cx, 'mismatch', at, { from: kindName(value), to: 'an array' });
  }) as [VectorValue, VectorValue];
  return sameElements(cx, a, b, node);
}

export function sameElements(cx: Context, a: VectorValue, b: VectorValue, node: ts.Node): ScalarValue {
  const [left, right] = [lengthOf(cx, a, node), lengthOf(cx, b, node)];
  const [most, other] = [constantOf(left), constantOf(right)];
  const alike = left.ref === right.ref || (most !== undefined && most === other);
  if (!alike && most !== undefined && other !== undefined)
    return refuse(cx, 'mismatch', node, { from: kindName(b), to: `${most} elements` });
  if (!alike && cx.secret > 0) return refuse(cx, 'abortBranch', node, { what: 'Two arrays that may differ in length' });
  if (!isPlain(a.element) || !isPlain(b.element))
    return refuse(cx, 'noMeeting', node, { operator: 'equal', left: kindName(a), right: kindName(b) });
  const label: Label = a.label === 's' || b.label === 's' ? 's' : 'p';
  const block = cx.write.open([
    { shape: left.shape, label: 'p' },
    { shape: a.element, label: a.label },
    { shape: b.element, label: b.label },
  ]);
  const [, x, y] = block.params as readonly [number, number, number];
  const same = compare(cx, '===', elementIn(cx, a, x, node), elementIn(cx, b, y, node), node);
  cx.write.close(block, [same.ref]);
  const flags: VectorShape = { kind: 'vector', element: bool };
  const [ref] = cx.write.emit({
    op: 'each',
    operands: [left.ref, a.ref, b.ref],
    regions: [block],
    results: [{ shape: flags, label }],
    safe: alike,
    at: node.getStart(),
  });
  return folded(cx, 'and', { ...plainVector(ref!, flags, label), range: interval(0n, 1n), length: left }, node);
}

/** Numbers, bools, choices and addresses: what one comparison decides. */
function isPlain(element: Shape): boolean {
  return element.kind !== 'record' && element.kind !== 'vector';
}

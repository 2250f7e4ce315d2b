// `sortBy(values, (value) => key)`: stable, by a key that may be secret.
import ts from 'typescript';
import type { Label } from '@enigma/bytecode';
import { hasVector } from '../shape.ts';
import { lengthOf } from './access.ts';
import { mapped } from './arrow.ts';
import { complement } from './bits.ts';
import { intOfValue, kindName } from './convert.ts';
import { refuse, type Context } from './context.ts';
import { lower } from './expression.ts';
import { argument } from './library.ts';
import { made, wholeOf } from './pieces.ts';
import { vectorShape, type Value, type VectorValue } from './value.ts';

export function sortCall(cx: Context, node: ts.CallExpression): VectorValue {
  const at = argument(cx, node, 0);
  const given = lower(cx, at);
  if (given.kind !== 'vector' || given.entries === true)
    return refuse(cx, 'mismatch', at, { from: kindName(given), to: 'an array' });
  if (hasVector(given.element)) return refuse(cx, 'shapeInner', at);
  const vector = given.fixed === undefined ? given : wholeOf(cx, given, node);
  const by = argument(cx, node, 1);
  const descending = isDescending(cx, node);
  const keys = mapped(cx, vector, by, 'sortBy', (key: Value) => {
    const number = intOfValue(cx, key, by);
    return descending ? complement(cx, number, by) : number;
  });
  const label: Label = vector.label === 's' || keys.label === 's' ? 's' : 'p';
  const [ref] = cx.write.emit({
    op: 'sort',
    operands: [vector.ref, keys.ref],
    results: [{ shape: vectorShape(vector), label }],
    // There is a key for each element.
    safe: true,
    at: node.getStart(),
  });
  return made(vector, ref!, label, lengthOf(cx, vector, node));
}

/** The complement of a key turns the order around and leaves equal keys equal. */
function isDescending(cx: Context, node: ts.CallExpression): boolean {
  const order = node.arguments[2];
  if (order === undefined) return false;
  if (!ts.isStringLiteralLike(order))
    return refuse(cx, 'notInLanguage', order, { what: 'An order that is not written out' });
  return order.text === 'descending';
}

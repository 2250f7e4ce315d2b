// Taking entries of the inbox.
import ts from 'typescript';
import { boundsOf, intOf, type RecordShape, type VectorShape } from '../shape.ts';
import { withoutParentheses } from './assigned.ts';
import { intOfValue, resize } from './convert.ts';
import { refuse, type Context } from './context.ts';
import { lower } from './expression.ts';
import { argument } from './library.ts';
import type { Value } from './value.ts';

/** The filter is part of taking the entries, because taking them moves the cursor. */
export function lastBySender(cx: Context, node: ts.CallExpression, owner: ts.Expression): Value {
  const inner = withoutParentheses(owner);
  const source =
    ts.isCallExpression(inner) && ts.isPropertyAccessExpression(inner.expression) ? inner.expression : undefined;
  const box = source?.name.text === 'upTo' ? lower(cx, source.expression) : undefined;
  if (box?.kind !== 'inbox' || !ts.isCallExpression(inner))
    return refuse(cx, 'notYet', node, {
      what: '`lastBySender` on anything but `upTo(…)`',
      hint: '`this.box.upTo(height).lastBySender()`',
    });
  return take(cx, box.field, inner, 1);
}

export function take(cx: Context, name: string, node: ts.CallExpression, filter: 0 | 1): Value {
  const field = cx.contract.fields.get(name);
  if (field?.kind !== 'inbox') return refuse(cx, 'unknownName', node, { name });
  const heightNode = argument(cx, node, 0);
  const given = intOfValue(cx, lower(cx, heightNode), heightNode, intOf[64]);
  if (given.label === 's') return refuse(cx, 'shapeHeight', heightNode);
  if (cx.secret > 0) return refuse(cx, 'shapeBranch', node, { what: 'Taking entries' });
  const height = resize(cx, given, intOf[64], heightNode);
  const element: RecordShape = {
    kind: 'record',
    members: [
      { name: 'sender', shape: { kind: 'address' }, label: 'p' },
      { name: 'index', shape: intOf[64], label: 'p' },
      { name: 'entry', shape: field.entry, label: 's' },
    ],
  };
  const shape: VectorShape = { kind: 'vector', element };
  const [ref] = cx.write.emit({
    op: 'inbox.take',
    immediates: [{ field: name }, { type: shape }, { number: filter }],
    operands: [height.ref],
    results: [{ shape, label: 'p' }],
    at: node.getStart(),
  });
  return { kind: 'vector', ref: ref!, element, label: 'p', range: boundsOf(element), length: undefined, entries: true };
}

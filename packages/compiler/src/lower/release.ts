// What leaves: `reveal` to everyone, `sendTo` and `toCaller` to the task's sender, `emit` for public facts. Each has a reason or a name, a literal.
import ts from 'typescript';
import { isText } from '@enigma/bytecode';
import { reasonBytesMax } from '../limits.ts';
import type { ReleaseSite } from '../ir.ts';
import type { Shape } from '../shape.ts';
import { convert, isSecret, kindName, scalarOf } from './convert.ts';
import { refuse, type Context } from './context.ts';
import { lower } from './expression.ts';
import { argument } from './library.ts';
import { leavesOf, nothing, shapeOf, withLeaves, type Leaf, type Value } from './value.ts';

export function checkReason(cx: Context, text: string, node: ts.Node): void {
  const length = new TextEncoder().encode(text).length;
  if (length > reasonBytesMax) refuse(cx, 'reasonLong', node, { length, max: reasonBytesMax });
  if (!isText(text)) refuse(cx, 'reasonText', node);
}

export function reasonOf(cx: Context, node: ts.CallExpression, index: number, name: string): string {
  const reason = node.arguments[index];
  if (reason === undefined || !ts.isStringLiteralLike(reason) || reason.text.trim() === '')
    return refuse(cx, 'reasonMissing', reason ?? node, { name });
  checkReason(cx, reason.text, reason);
  return reason.text;
}

export function revealCall(cx: Context, node: ts.CallExpression, expected: Shape | undefined): Value {
  const reason = reasonOf(cx, node, 1, 'reveal');
  const valueNode = argument(cx, node, 0);
  const given = lower(cx, valueNode, expected);
  // It widens before it opens, so that what is returned is what was opened.
  const value = expected === undefined ? given : convert(cx, given, expected, valueNode);
  return released(cx, leafOf(cx, value, valueNode), { kind: 'reveal', reason }, node);
}

/** A value that is one value of the bytecode, so that one site releases it. */
function leafOf(cx: Context, value: Value, node: ts.Expression): Leaf {
  const [leaf, ...others] = value.kind === 'literal' ? [scalarOf(cx, value, node)] : leavesOf(value);
  return leaf === undefined || others.length > 0
    ? refuse(cx, 'mismatch', node, { from: kindName(value), to: 'one value' })
    : leaf;
}

/** A result for the caller alone, with the reason why he may read it. */
export function callerCall(cx: Context, node: ts.CallExpression, expected: Shape | undefined): Value {
  const reason = reasonOf(cx, node, 1, 'toCaller');
  const value = lower(cx, argument(cx, node, 0), expected);
  if (!isReturned(node)) return refuse(cx, 'callerReason', node);
  const fitting = expected === undefined ? value : convert(cx, value, expected, node);
  if (!isSecret(fitting)) return refuse(cx, 'publicReveal', node);
  const leaves = leavesOf(fitting);
  return withLeaves(
    fitting,
    leaves.map((leaf) => (leaf.kind === 'object' ? leaf : { ...leaf, reason })),
  );
}

/** Returned itself, or as a member of the record that is. */
function isReturned(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isReturnStatement(parent)) return true;
  const passes =
    ts.isParenthesizedExpression(parent) || ts.isPropertyAssignment(parent) || ts.isObjectLiteralExpression(parent);
  return passes && isReturned(parent);
}

/** `emit("Name", { … })`: public facts under a name that tells their members. */
export function emitCall(cx: Context, node: ts.CallExpression): Value {
  const [name, facts] = node.arguments;
  if (name === undefined || !ts.isStringLiteral(name) || !/^[A-Za-z_]\w*$/.test(name.text))
    return refuse(cx, 'eventForm', name ?? node);
  const value: Value = facts === undefined ? { kind: 'record', members: new Map() } : lower(cx, facts);
  if (value.kind !== 'record') return refuse(cx, 'eventForm', facts ?? node);
  if (cx.secret > 0) return refuse(cx, 'flowRelease', node, { name: 'emit' });
  if (cx.kind === 'ctor')
    return refuse(cx, 'notYet', node, {
      what: 'An event of the constructor',
      hint: 'Its arguments are public anyway.',
    });
  const members = [...value.members].map(([member, part]): readonly [string, Leaf] => {
    const leaf = leafOf(cx, part, facts ?? node);
    return leaf.label === 's' ? refuse(cx, 'flowEvent', facts ?? node, { name: member }) : [member, leaf];
  });
  const text = `${name.text}(${members.map(([member]) => member).join(',')})`;
  checkReason(cx, text, name);
  cx.write.emit({
    op: 'emit',
    immediates: [{ error: text, facts: members.map(([, leaf]) => shapeOf(leaf)) }],
    operands: members.map(([, leaf]) => leaf.ref),
    at: node.getStart(),
  });
  return nothing;
}

export function released(cx: Context, leaf: Leaf, release: ReleaseSite, node: ts.Node): Leaf {
  if (cx.secret > 0) return refuse(cx, 'flowRelease', node, { name: 'reveal' });
  if (leaf.label === 'p') return refuse(cx, 'publicReveal', node);
  const [ref] = cx.write.emit({
    op: 'reveal',
    immediates: [{ release }],
    operands: [leaf.ref],
    results: [{ shape: shapeOf(leaf), label: 'p' }],
    at: node.getStart(),
  });
  return { ...leaf, ref: ref!, label: 'p' } as Leaf;
}

export function sendCall(cx: Context, node: ts.CallExpression): Value {
  const reason = reasonOf(cx, node, 2, 'sendTo');
  const recipient = scalarOf(cx, lower(cx, argument(cx, node, 0)), node);
  const value = leafOf(cx, lower(cx, argument(cx, node, 1)), argument(cx, node, 1));
  if (cx.secret > 0) return refuse(cx, 'flowRelease', node, { name: 'sendTo' });
  const from = cx.write.stepOf(recipient.ref);
  if (from?.op !== 'ctx') return refuse(cx, 'readerSend', argument(cx, node, 0));
  if (value.label === 'p') return refuse(cx, 'publicReveal', node);
  cx.write.emit({
    op: 'send',
    immediates: [{ release: { kind: 'send', reason } satisfies ReleaseSite }],
    operands: [recipient.ref, value.ref],
    at: node.getStart(),
  });
  return nothing;
}

// Second names. In JavaScript they mean the array or record itself, and here values are copied: so a second name is read-only, and is not read once what it
// names has been written in place. What is stored in an array, a map or a record has a second name from then on.
import ts from 'typescript';
import { methodsOf, ownerAt, pathOf } from '../component.ts';
import { symbolOf } from '../contract.ts';
import { withoutParentheses, type Assigned } from './assigned.ts';
import { fieldKey, refuse, type Context, type Key } from './context.ts';
import type { Value } from './value.ts';

/** What a second name stands for, and how often that had been written when the name was given. */
export interface Alias {
  readonly keys: readonly Key[];
  readonly versions: readonly number[];
}

/** Written whenever anything is. */
const ANYTHING = 'anything';

/** The locals and fields that an expression names or is part of; none where it makes a new value. */
export function rootsOf(cx: Context, node: ts.Expression, self: string = cx.self): readonly Key[] {
  const inner = withoutParentheses(node);
  if (ts.isConditionalExpression(inner))
    return [...rootsOf(cx, inner.whenTrue, self), ...rootsOf(cx, inner.whenFalse, self)];
  if (ts.isElementAccessExpression(inner)) return rootsOf(cx, inner.expression, self);
  if (ts.isPropertyAccessExpression(inner)) {
    const owner = ownerAt(cx.contract, self, inner.expression);
    return owner === undefined ? rootsOf(cx, inner.expression, self) : [fieldKey(pathOf(owner, inner.name.text))];
  }
  if (ts.isCallExpression(inner)) return rootsReturned(cx, inner, self);
  const symbol = ts.isIdentifier(inner) ? cx.checker.getSymbolAtLocation(inner) : undefined;
  return symbol === undefined ? [] : (cx.env.get(symbol)?.of?.keys ?? [symbol]);
}

const returnDepthMax = 8;

/** What a function gives back of what was there before: a field, or part of an argument. */
function rootsReturned(cx: Context, call: ts.CallExpression, self: string, depth = 0): readonly Key[] {
  const callee = withoutParentheses(call.expression);
  const owner = ts.isPropertyAccessExpression(callee) ? ownerAt(cx.contract, self, callee.expression) : undefined;
  if (ts.isPropertyAccessExpression(callee) && owner === undefined)
    return callee.name.text === 'get' ? rootsOf(cx, callee.expression, self) : [];
  const made =
    owner !== undefined && ts.isPropertyAccessExpression(callee)
      ? methodsOf(cx.contract, owner).get(callee.name.text)?.node
      : ts.isIdentifier(callee)
        ? symbolOf(cx.checker, callee)?.valueDeclaration
        : undefined;
  if (made === undefined || depth > returnDepthMax) return [];
  if (!ts.isMethodDeclaration(made) && !ts.isFunctionDeclaration(made)) return [];
  const within = owner ?? self;
  const of = (node: ts.Expression): readonly Key[] => {
    const inner = withoutParentheses(node);
    if (ts.isConditionalExpression(inner)) return [...of(inner.whenTrue), ...of(inner.whenFalse)];
    if (ts.isCallExpression(inner)) return rootsReturned(cx, inner, within, depth + 1);
    if (ts.isElementAccessExpression(inner)) return of(inner.expression);
    if (ts.isPropertyAccessExpression(inner) && ownerAt(cx.contract, within, inner.expression) === undefined)
      return of(inner.expression);
    if (!ts.isIdentifier(inner)) return rootsOf(cx, inner, within);
    const symbol = cx.checker.getSymbolAtLocation(inner);
    const at = made.parameters.findIndex(({ name }) => cx.checker.getSymbolAtLocation(name) === symbol);
    const given = call.arguments[at];
    return given === undefined ? [] : rootsOf(cx, given, self);
  };
  return returnsIn(made.body).flatMap(of);
}

function returnsIn(node: ts.Node | undefined): readonly ts.Expression[] {
  if (node === undefined || ts.isArrowFunction(node)) return [];
  if (ts.isReturnStatement(node)) return node.expression === undefined ? [] : [node.expression];
  const found: ts.Expression[] = [];
  ts.forEachChild(node, (child) => void found.push(...returnsIn(child)));
  return found;
}

/** Whether an expression names an existing array or record, so that binding it would make a second name. */
export function namesExisting(cx: Context, node: ts.Expression): boolean {
  const inner = withoutParentheses(node);
  return (
    ts.isIdentifier(inner) ||
    ts.isElementAccessExpression(inner) ||
    ts.isPropertyAccessExpression(inner) ||
    (ts.isConditionalExpression(inner) && (namesExisting(cx, inner.whenTrue) || namesExisting(cx, inner.whenFalse))) ||
    (ts.isCallExpression(inner) && rootsReturned(cx, inner, cx.self).length > 0)
  );
}

/** Whether all that it may name is what a function or a map gives back. */
export function isGivenBack(cx: Context, node: ts.Expression): boolean {
  const inner = withoutParentheses(node);
  if (ts.isConditionalExpression(inner)) return [inner.whenTrue, inner.whenFalse].every((arm) => isGivenBack(cx, arm));
  return ts.isCallExpression(inner) || !namesExisting(cx, inner);
}

export function isWhole(value: Value): boolean {
  return value.kind === 'vector' || value.kind === 'record' || value.kind === 'object';
}

export function aliasOf(cx: Context, keys: readonly Key[]): Alias {
  return { keys, versions: keys.map((key) => cx.written.get(key) ?? 0) };
}

export function isStale(cx: Context, { keys, versions }: Alias): boolean {
  return keys.some((key, i) => (cx.written.get(key) ?? 0) !== versions[i]);
}

export function writtenIn({ locals, fields, resized }: Assigned): readonly Key[] {
  return [...locals, ...[...fields, ...resized].map(fieldKey)];
}

/** Notes that these are written in place here. */
export function touch(cx: Context, keys: Iterable<Key>): void {
  const written = new Map(cx.written);
  for (const key of [...keys, ANYTHING]) written.set(key, ++cx.meter.writes);
  cx.written = written;
}

/** What either of two ways has written is written after them. */
export function writtenAfter(cx: Context, other: ReadonlyMap<Key, number>): void {
  const differing = [...new Set([...cx.written.keys(), ...other.keys()])].filter(
    (key) => cx.written.get(key) !== other.get(key),
  );
  if (differing.length > 0) touch(cx, differing);
}

/** An array or record goes into another, or into a map: a local one becomes a second name of what is there; anything else must be copied. */
export function stored(cx: Context, value: Value, node: ts.Expression, into: readonly Key[] = [ANYTHING]): void {
  if (!isWhole(value) || !namesExisting(cx, node) || leaves(cx, node.parent)) return;
  const inner = withoutParentheses(node);
  const symbol = ts.isShorthandPropertyAssignment(node.parent)
    ? cx.checker.getShorthandAssignmentValueSymbol(node.parent)
    : ts.isIdentifier(inner)
      ? cx.checker.getSymbolAtLocation(inner)
      : undefined;
  const binding = symbol === undefined ? undefined : cx.env.get(symbol);
  const writtenAround = symbol !== undefined && cx.rounds.some((assigned) => assigned.has(symbol));
  if (symbol === undefined || binding === undefined || binding.alias === true || writtenAround)
    return refuse(cx, 'alias', node, { name: node.getText() });
  cx.env.set(symbol, { ...binding, alias: true, of: aliasOf(cx, into) });
}

/** Whether what is made here only goes out, as a result or in an event: nothing writes it any more. */
function leaves(cx: Context, node: ts.Node): boolean {
  if (ts.isReturnStatement(node)) return cx.path.length === 0;
  if (ts.isCallExpression(node)) return ts.isIdentifier(node.expression) && node.expression.text === 'emit';
  const passes =
    ts.isParenthesizedExpression(node) ||
    ts.isPropertyAssignment(node) ||
    ts.isShorthandPropertyAssignment(node) ||
    ts.isObjectLiteralExpression(node) ||
    ts.isArrayLiteralExpression(node);
  return passes && leaves(cx, node.parent);
}

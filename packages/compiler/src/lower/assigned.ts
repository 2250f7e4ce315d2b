// Which locals and fields a piece of source may assign, seen before it is lowered: loops carry them, branches merge them.
import ts from 'typescript';
import { methodsOf, ownerAt, pathOf } from '../component.ts';
import type { Context } from './context.ts';

export interface Assigned {
  readonly locals: ReadonlySet<ts.Symbol>;
  /** Those of them that become another array or record. */
  readonly replaced: ReadonlySet<ts.Symbol>;
  readonly fields: ReadonlySet<string>;
  /** Array fields whose length may change, and maps that may be written. */
  readonly resized: ReadonlySet<string>;
}

const growing: ReadonlySet<string> = new Set(['push', 'pop', 'set', 'delete']);

/** `this.votes` in `this.votes.get(poll)`, which is a map in that map. */
function mapOf(node: ts.Expression): ts.Expression {
  const inner = withoutParentheses(node);
  const callee = ts.isCallExpression(inner) ? withoutParentheses(inner.expression) : undefined;
  const leads = callee !== undefined && ts.isPropertyAccessExpression(callee) && callee.name.text === 'get';
  return leads ? mapOf(callee.expression) : inner;
}

export function assignedIn(
  cx: Context,
  nodes: readonly (ts.Node | undefined)[],
  skips: (call: ts.CallExpression) => boolean = () => false,
): Assigned {
  const locals = new Set<ts.Symbol>();
  const replaced = new Set<ts.Symbol>();
  const fields = new Set<string>();
  const resized = new Set<string>();
  const called = new Set<string>();
  let self = cx.self;
  const target = (node: ts.Expression): void => {
    const root = rootOf(node);
    written(node);
    if (root !== withoutParentheses(node)) return;
    if (isThisMember(root)) resized.add(pathOf(self, root.name.text));
    const symbol = ts.isIdentifier(root) ? cx.checker.getSymbolAtLocation(root) : undefined;
    if (symbol !== undefined) replaced.add(symbol);
  };
  const written = (node: ts.Expression): void => {
    const root = rootOf(node);
    if (ts.isIdentifier(root)) {
      const symbol = cx.checker.getSymbolAtLocation(root);
      if (symbol !== undefined) locals.add(symbol);
    } else if (isThisMember(root)) fields.add(pathOf(self, root.name.text));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) target(node.left);
    else if ((ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) && isStep(node.operator))
      target(node.operand);
    else if (ts.isCallExpression(node) && !skips(node)) enter(node.expression);
    ts.forEachChild(node, visit);
  };
  const grows = (callee: ts.Expression): void => {
    if (!ts.isPropertyAccessExpression(callee)) return;
    if (callee.name.text === 'fill') written(callee.expression);
    if (!growing.has(callee.name.text)) return;
    const owner = mapOf(callee.expression);
    if (isThisMember(owner)) return void resized.add(pathOf(self, owner.name.text));
    if (callee.name.text !== 'push' && callee.name.text !== 'pop') return;
    written(owner);
    const symbol = ts.isIdentifier(owner) ? cx.checker.getSymbolAtLocation(owner) : undefined;
    if (symbol !== undefined) replaced.add(symbol);
  };
  const enter = (callee: ts.Expression): void => {
    const owner = ts.isPropertyAccessExpression(callee) ? ownerAt(cx.contract, self, callee.expression) : undefined;
    if (owner === undefined || !ts.isPropertyAccessExpression(callee)) return grows(callee);
    const name = pathOf(owner, callee.name.text);
    if (called.has(name)) return;
    called.add(name);
    const body = methodsOf(cx.contract, owner).get(callee.name.text)?.node.body;
    if (body === undefined) return;
    const outer = self;
    self = owner;
    visit(body);
    self = outer;
  };
  for (const node of nodes) if (node !== undefined) visit(node);
  return { locals, replaced, fields, resized };
}

/**
 * The name of something that a piece of source reads, or a function of the contract that it calls, and that `assigned` says may change; undefined if there is
 * none. Of an array that has a name only the length is read in `name.length`.
 */
export function readsChanged(cx: Context, node: ts.Node, assigned: Assigned): string | undefined {
  const called = new Set<string>();
  let self = cx.self;
  const visit = (at: ts.Node): string | undefined => {
    const whole = lengthOwner(at) ?? at;
    const onlyLength = whole !== at;
    if (ts.isIdentifier(whole)) {
      const symbol = cx.checker.getSymbolAtLocation(whole);
      const changes = onlyLength ? assigned.replaced : assigned.locals;
      if (symbol !== undefined && cx.env.has(symbol) && changes.has(symbol)) return whole.text;
    }
    const owner = ts.isPropertyAccessExpression(whole) ? ownerAt(cx.contract, self, whole.expression) : undefined;
    if (owner !== undefined && ts.isPropertyAccessExpression(whole)) {
      const path = pathOf(owner, whole.name.text);
      if (assigned.resized.has(path) || (!onlyLength && assigned.fields.has(path))) return whole.name.text;
      const body = methodsOf(cx.contract, owner).get(whole.name.text)?.node.body;
      if (body !== undefined && !called.has(path)) {
        called.add(path);
        const outer = self;
        self = owner;
        const found = visit(body);
        self = outer;
        if (found !== undefined) return found;
      }
    }
    return ts.forEachChild(whole, visit);
  };
  return visit(node);
}

function lengthOwner(node: ts.Node): ts.Expression | undefined {
  if (!ts.isPropertyAccessExpression(node) || node.name.text !== 'length') return undefined;
  const owner = withoutParentheses(node.expression);
  return ts.isIdentifier(owner) || isThisMember(owner) ? owner : undefined;
}

/** Whether running it changes a field, or a local that is there before. */
export function assignsHere(cx: Context, node: ts.Node): boolean {
  const { locals, fields, resized } = assignedIn(cx, [node]);
  return fields.size > 0 || resized.size > 0 || [...locals].some((symbol) => cx.env.has(symbol));
}

export function isAssignment(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

export function isStep(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.PlusPlusToken || kind === ts.SyntaxKind.MinusMinusToken;
}

/** What is written when `a[i]`, `a.b` or `a` is assigned: the name or field at its root. */
export function rootOf(node: ts.Expression): ts.Expression {
  const inner = withoutParentheses(node);
  if (ts.isElementAccessExpression(inner)) return rootOf(inner.expression);
  if (ts.isPropertyAccessExpression(inner) && inner.expression.kind !== ts.SyntaxKind.ThisKeyword)
    return rootOf(inner.expression);
  return inner;
}

export function isThisMember(node: ts.Node): node is ts.PropertyAccessExpression & { readonly name: ts.Identifier } {
  return (
    ts.isPropertyAccessExpression(node) &&
    node.expression.kind === ts.SyntaxKind.ThisKeyword &&
    ts.isIdentifier(node.name)
  );
}

export function withoutParentheses(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ? withoutParentheses(node.expression) : node;
}

// Statements. A list of them either goes on or ends the function with a value; `return` in a branch makes the rest its other branch.
import ts from 'typescript';
import { bindBroken, declare } from './bind.ts';
import { choose } from './branch.ts';
import { boolOf, convert } from './convert.ts';
import { Halt, refuse, step, type Context } from './context.ts';
import { lower } from './expression.ts';
import { lowerFor, lowerForOf } from './loop.ts';
import { nothing, type Value } from './value.ts';

/** The value returned, `nothing` for a bare return, or undefined where the list ends without one. */
export function lowerStatements(cx: Context, statements: readonly ts.Statement[]): Value | undefined {
  for (const [i, statement] of statements.entries()) {
    if (ts.isIfStatement(statement) && returnsSomewhere(statement))
      return branchAndReturn(cx, statement, statements.slice(i + 1));
    if (ts.isBlock(statement) && returnsSomewhere(statement))
      return lowerStatements(cx, [...statement.statements, ...statements.slice(i + 1)]);
    if (ts.isReturnStatement(statement)) return returned(cx, statement);
    guarded(cx, () => one(cx, statement));
  }
  return undefined;
}

/** One refusal does not hide the next statement's. */
function guarded(cx: Context, run: () => void): void {
  const depth = cx.write.depth();
  const saved = { secret: cx.secret, wrapping: cx.wrapping };
  try {
    run();
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
    cx.write.unwind(depth);
    cx.secret = saved.secret;
    cx.wrapping = saved.wrapping;
  }
}

function one(cx: Context, node: ts.Statement): void {
  step(cx);
  if (ts.isVariableStatement(node)) return variables(cx, node);
  if (ts.isExpressionStatement(node)) {
    if (!isSuper(node.expression)) lower(cx, node.expression);
    return;
  }
  if (ts.isIfStatement(node)) return branch(cx, node);
  if (ts.isBlock(node)) return void lowerStatements(cx, node.statements);
  const body = (statement: ts.Statement): void => {
    const place = returnIn(statement);
    if (place !== undefined) refuse(cx, 'returnPlace', place);
    lowerStatements(cx, [statement]);
  };
  if (ts.isForStatement(node)) return lowerFor(cx, node, body);
  if (ts.isForOfStatement(node)) return lowerForOf(cx, node, body);
  if (ts.isEmptyStatement(node)) return;
  refuse(cx, 'notInLanguage', node, { what: 'This statement' });
}

function isSuper(node: ts.Expression): boolean {
  return ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.SuperKeyword;
}

function variables(cx: Context, node: ts.VariableStatement): void {
  const list = node.declarationList;
  if (
    (list.flags & (ts.NodeFlags.Let | ts.NodeFlags.Const)) === 0 ||
    (list.flags & ts.NodeFlags.Using) === ts.NodeFlags.Using
  )
    return refuse(cx, 'notInLanguageHint', node, { what: '`var` or `using`', hint: 'Use `let` or `const`.' });
  for (const declaration of list.declarations) {
    try {
      declare(cx, declaration);
    } catch (error) {
      if (error instanceof Halt) bindBroken(cx, declaration.name);
      throw error;
    }
  }
}

function branch(cx: Context, node: ts.IfStatement): void {
  const condition = boolOf(cx, lower(cx, node.expression), node.expression);
  const side = (statement: ts.Statement | undefined) => ({
    node: statement,
    run: (): Value => {
      if (statement !== undefined) lowerStatements(cx, [statement]);
      return nothing;
    },
  });
  choose(cx, condition, side(node.thenStatement), side(node.elseStatement), node);
}

/** `if (c) return a; rest` is c ? a : rest, wherever one side always ends the function. */
function branchAndReturn(cx: Context, node: ts.IfStatement, rest: readonly ts.Statement[]): Value | undefined {
  const [yes, no] = [[node.thenStatement], node.elseStatement === undefined ? [] : [node.elseStatement]];
  const [ends, otherEnds] = [endsAlways(node.thenStatement), endsAlways(node.elseStatement)];
  if (!ends && !otherEnds) return refuse(cx, 'returnPlace', returnIn(node) ?? node);
  const condition = boolOf(cx, lower(cx, node.expression), node.expression);
  const side = (statements: readonly ts.Statement[]) => ({
    node: scopeOf(node),
    run: (): Value => lowerStatements(cx, statements) ?? nothing,
  });
  return choose(cx, condition, side(ends ? yes : [...yes, ...rest]), side(otherEnds ? no : [...no, ...rest]), node);
}

/** What may assign on either side: the list the statement stands in. */
function scopeOf(node: ts.Node): ts.Node {
  return ts.isBlock(node.parent) || ts.isIfStatement(node.parent) ? scopeOf(node.parent) : node.parent;
}

function returned(cx: Context, node: ts.ReturnStatement): Value {
  if (node.expression === undefined) return nothing;
  const value = lower(cx, node.expression, cx.returns);
  return cx.returns === undefined ? value : convert(cx, value, cx.returns, node.expression);
}

function endsAlways(node: ts.Statement | undefined): boolean {
  if (node === undefined) return false;
  if (ts.isReturnStatement(node)) return true;
  if (ts.isBlock(node)) return node.statements.some(endsAlways);
  return ts.isIfStatement(node) && endsAlways(node.thenStatement) && endsAlways(node.elseStatement);
}

function returnsSomewhere(node: ts.Node): boolean {
  return returnIn(node) !== undefined;
}

function returnIn(node: ts.Node): ts.Node | undefined {
  if (ts.isReturnStatement(node)) return node;
  if (ts.isFunctionLike(node)) return undefined;
  return ts.forEachChild(node, returnIn);
}

// Statements. A list of them either goes on or ends the function with a value; `return` in a branch makes the rest its other branch.
import ts from 'typescript';
import { lineAt } from '../diagnostic.ts';
import type { MessageKey } from '../messages.ts';
import { bindBroken, declare } from './bind.ts';
import { choose } from './branch.ts';
import { boolOf, convert } from './convert.ts';
import { Halt, refuse, step, type Context, type Report } from './context.ts';
import { lower } from './expression.ts';
import { lowerFor, lowerForOf } from './for.ts';
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
    if (place !== undefined) refuse(cx, 'returnLoop', place);
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

/** `if (c) return a; rest` is c ? a : rest: each side goes on with what follows, unless it has ended the function. */
function branchAndReturn(cx: Context, node: ts.IfStatement, rest: readonly ts.Statement[]): Value {
  const condition = boolOf(cx, lower(cx, node.expression), node.expression);
  const gives = returnIn(node)?.expression !== undefined;
  const side = (statement: ts.Statement | undefined) => ({
    node: scopeOf(node),
    run(): Value {
      const own = statement === undefined ? [] : [statement];
      if (endsAlways(statement)) return lowerStatements(cx, own) ?? nothing;
      const report = cx.report;
      if (condition.label === 's') cx.report = afterReturn(report, node);
      try {
        return lowerStatements(cx, [...own, ...rest]) ?? (gives ? refuse(cx, 'returnMissing', node) : nothing);
      } finally {
        cx.report = report;
      }
    },
  });
  return choose(cx, condition, side(node.thenStatement), side(node.elseStatement), node);
}

const shownByRunning: ReadonlySet<MessageKey> = new Set(['flowRelease', 'flowBranch', 'abortBranch', 'shapeBranch']);

/** Behind a `return` that a secret condition decides no branch is to be seen, so the refusal names it. */
function afterReturn(report: Report, node: ts.IfStatement): Report {
  const place = returnIn(node) ?? node;
  const line = lineAt(place.getSourceFile().text, place.getStart()).line;
  return (key, at, facts) => {
    if (at.pos >= node.end && shownByRunning.has(key)) report('returnEffect', at, { line });
    else report(key, at, facts);
  };
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

function returnIn(node: ts.Node): ts.ReturnStatement | undefined {
  if (ts.isReturnStatement(node)) return node;
  if (ts.isFunctionLike(node)) return undefined;
  return ts.forEachChild(node, returnIn);
}

// The checks of a TypeScript source. What peers, callers and clients send is refused by returning or by `revert`; a thrown RangeError or TypeError is an assertion about ourselves and no
// check. Nor is `x ?? refuse()`: without it the next line has nothing to read.
import ts from 'typescript';
import { type Found, named, operands, type Site } from './sites.ts';

/** Calls that refuse. */
const REFUSERS: ReadonlySet<string> = new Set(['refuse', 'revert', 'flaw', 'fault', 'abortRun', 'problem', 'fail']);

export function typescriptSites(file: string, text: string): readonly Site[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const room = (file.split('/').at(-1) as string).replace('.ts', '');
  const found: Found[] = [];
  const visit = (node: ts.Node, place: string): void => {
    const inside = functionName(node) ?? place;
    if (ts.isIfStatement(node) && refuses(node.thenStatement)) {
      const { expression } = node;
      for (const [from, to] of operands(text, expression.getStart(), expression.end))
        found.push({ kind: 'condition', from, to, place: `${room}.${inside}` });
    }
    ts.forEachChild(node, (child) => visit(child, inside));
  };
  visit(source, '');
  return named(file, text, found);
}

function functionName(node: ts.Node): string | undefined {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) return node.name?.getText();
  if (ts.isVariableDeclaration(node) && node.initializer && ts.isArrowFunction(node.initializer))
    return node.name.getText();
  return undefined;
}

/** Whether a branch says no, at its end. */
function refuses(branch: ts.Statement): boolean {
  const last = ts.isBlock(branch) ? branch.statements.at(-1) : branch;
  if (last === undefined) return false;
  if (ts.isReturnStatement(last)) return last.expression !== undefined && saysNo(last.expression);
  if (ts.isExpressionStatement(last)) return saysNo(last.expression);
  return ts.isThrowStatement(last) && /^new (Revert|\w*Refus)/.test(last.expression.getText());
}

function saysNo(value: ts.Expression): boolean {
  if (ts.isCallExpression(value)) {
    const called = ts.isPropertyAccessExpression(value.expression) ? value.expression.name : value.expression;
    return REFUSERS.has(called.getText());
  }
  if (ts.isObjectLiteralExpression(value)) return /^\{\s*(ok: false|refused:|code:)/.test(value.getText());
  return ['undefined', 'false', 'null'].includes(value.getText()) || ts.isStringLiteral(value);
}

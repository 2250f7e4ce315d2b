// The checks of a TypeScript source. What peers, callers and clients send is refused by returning or by `revert`; a thrown RangeError or TypeError is an assertion about ourselves and no
// check, unless a function named here asserts it of what somebody else sent. Nor is `x ?? refuse()`: without it the next line has nothing to read.
import ts from 'typescript';
import { type Found, named, operands, type Site } from './sites.ts';

/** Calls that refuse. */
const REFUSERS: ReadonlySet<string> = new Set(['refuse', 'revert', 'flaw', 'fault', 'abortRun', 'problem', 'fail']);

/** Calls that refuse unless their second argument holds. */
const NEEDS: ReadonlySet<string> = new Set(['need']);

/** Calls that ask and refuse by themselves, and give nothing back. */
const ASKERS: ReadonlySet<string> = new Set(['needCount', 'needKey', 'checkDeclared', 'distinct', 'atMost']);

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
    if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)) {
      const { expression } = node;
      const [called, condition] = [expression.expression.getText(), expression.arguments[1]];
      if (NEEDS.has(called) && condition !== undefined)
        for (const part of conjuncts(condition))
          found.push({ kind: 'assertion', from: part.getStart(), to: part.end, place: `${room}.${inside}` });
      if (ASKERS.has(called))
        found.push({ kind: 'call', from: expression.getStart(), to: expression.end, place: `${room}.${inside}` });
    }
    ts.forEachChild(node, (child) => visit(child, inside));
  };
  visit(source, '');
  return named(file, text, found);
}

/** The operands that `&&` joins. */
function conjuncts(node: ts.Expression): readonly ts.Expression[] {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.AmpersandAmpersandToken) return [node];
  return [...conjuncts(node.left), ...conjuncts(node.right)];
}

function functionName(node: ts.Node): string | undefined {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) return node.name?.getText();
  if (ts.isVariableDeclaration(node) && node.initializer && ts.isArrowFunction(node.initializer))
    return node.name.getText();
  // A row of a table.
  if (ts.isPropertyAssignment(node) && ts.isArrowFunction(node.initializer))
    return node.name.getText().replaceAll("'", '');
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

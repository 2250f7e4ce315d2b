// Finds uses of ambient clock, randomness, network and output in a source text, by its syntax tree.

import ts from 'typescript';

/** The names of `ambient` that `text` uses and does not declare itself, each once, in the order met. */
export function ambientUses(text: string, ambient: readonly string[]): readonly string[] {
  const file = ts.createSourceFile('room.ts', text, ts.ScriptTarget.Latest, true);
  const declared = new Set<string>();
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (isDeclaration(node) && node.name !== undefined && ts.isIdentifier(node.name)) declared.add(node.name.text);
    const use = useOf(node, file);
    if (use !== undefined && ambient.includes(use)) used.add(use);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...used].filter((use) => !declared.has(use.replace(/^new /, '').split('.')[0] ?? use));
}

/** How a node would name an ambient thing: a bare identifier, `a.b`, `globalThis.a`, or `new A`. */
function useOf(node: ts.Node, file: ts.SourceFile): string | undefined {
  // `new Date(ms)` only formats what it is given.
  if (ts.isNewExpression(node)) return `new ${node.expression.getText(file)}${node.arguments?.length ? '(…)' : ''}`;
  if (ts.isPropertyAccessExpression(node)) {
    const base = node.expression.getText(file);
    return base === 'globalThis' ? node.name.text : `${base}.${node.name.text}`;
  }
  if (!ts.isIdentifier(node) || ts.isTypeNode(node.parent)) return undefined;
  const parent = node.parent;
  const isName =
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (isDeclaration(parent) && parent.name === node) ||
    ts.isPropertySignature(parent) ||
    ts.isQualifiedName(parent);
  return isName ? undefined : node.text;
}

function isDeclaration(node: ts.Node): node is ts.NamedDeclaration {
  return (
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isMethodSignature(node) ||
    ts.isPropertyAssignment(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isBindingElement(node) ||
    ts.isImportSpecifier(node) ||
    ts.isImportClause(node) ||
    ts.isClassDeclaration(node)
  );
}

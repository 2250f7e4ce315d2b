// Components: classes without `extends`, with state and functions, that a contract has as fields. Their fields become the contract's, under the
// path that leads to them (`token.balances`), and their functions are inlined where they are called.
import ts from 'typescript';
import { isLibrary, symbolOf, type ContractMethod, type ContractShape } from './contract.ts';

export interface Component {
  /** From the contract: `token`, `vault.token`. */
  readonly path: string;
  readonly node: ts.ClassDeclaration;
  readonly methods: ReadonlyMap<string, ContractMethod>;
  readonly constructorNode: ts.ConstructorDeclaration | undefined;
  /** The one place where it is made. */
  readonly made: ts.NewExpression;
}

/** The path of a field of what has that path; the contract itself has none. */
export function pathOf(owner: string, name: string): string {
  return owner === '' ? name : `${owner}.${name}`;
}

/** The class of the project that a field is declared or made as, if it is one. */
export function classOf(member: ts.PropertyDeclaration, checker: ts.TypeChecker): ts.ClassDeclaration | undefined {
  const { initializer, type } = member;
  const named =
    initializer !== undefined && ts.isNewExpression(initializer)
      ? initializer.expression
      : type !== undefined && ts.isTypeReferenceNode(type)
        ? type.typeName
        : undefined;
  const declaration = named === undefined ? undefined : symbolOf(checker, named)?.valueDeclaration;
  return declaration !== undefined && ts.isClassDeclaration(declaration) && !isLibrary(declaration)
    ? declaration
    : undefined;
}

/** Where a field is made: as it is declared, or by statements of the constructor itself. */
export function makingsOf(member: ts.PropertyDeclaration, within: ts.ClassDeclaration): readonly ts.NewExpression[] {
  const { initializer } = member;
  const first = initializer !== undefined && ts.isNewExpression(initializer) ? [initializer] : [];
  const body = within.members.find((entry) => ts.isConstructorDeclaration(entry) && entry.body !== undefined);
  const statements = body !== undefined && ts.isConstructorDeclaration(body) ? (body.body?.statements ?? []) : [];
  const assigned = statements.flatMap((statement) => {
    const making = ts.isExpressionStatement(statement) ? makingIn(statement.expression) : undefined;
    return making?.name.text === member.name.getText() ? [making.made] : [];
  });
  return [...first, ...assigned];
}

/** `this.name = new Name(…)`. */
export function makingIn(
  node: ts.Expression,
): { readonly name: ts.MemberName; readonly made: ts.NewExpression } | undefined {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
  const { left, right } = node;
  const isField = ts.isPropertyAccessExpression(left) && left.expression.kind === ts.SyntaxKind.ThisKeyword;
  return isField && ts.isNewExpression(right) ? { name: left.name, made: right } : undefined;
}

/** The path of what `this`, `this.token` or `this.vault.token` is: the contract, or a component; undefined for anything else. */
export function ownerAt(contract: ContractShape, self: string, node: ts.Expression): string | undefined {
  if (node.kind === ts.SyntaxKind.ThisKeyword) return self;
  if (ts.isParenthesizedExpression(node)) return ownerAt(contract, self, node.expression);
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const owner = ownerAt(contract, self, node.expression);
  const path = owner === undefined ? undefined : pathOf(owner, node.name.text);
  return path !== undefined && contract.components.has(path) ? path : undefined;
}

/** The functions of the contract, or of one of its components. */
export function methodsOf(contract: ContractShape, owner: string): ReadonlyMap<string, ContractMethod> {
  return owner === '' ? contract.methods : (contract.components.get(owner)?.methods ?? new Map());
}

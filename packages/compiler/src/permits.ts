// What syntax a contract may use, as a table. A kind that is not here is refused, so new syntax of TypeScript is refused until somebody
// has thought about it.
import ts from 'typescript';
import { isName } from '@enigma/bytecode';
import { makingIn } from './component.ts';
import type { Report } from './lower/context.ts';
import { syntaxDepthMax } from './limits.ts';

const { SyntaxKind } = ts;

const permitted: ReadonlySet<ts.SyntaxKind> = new Set([
  // file
  SyntaxKind.SourceFile,
  SyntaxKind.EndOfFileToken,
  SyntaxKind.ClassDeclaration,
  SyntaxKind.FunctionDeclaration,
  SyntaxKind.TypeAliasDeclaration,
  SyntaxKind.InterfaceDeclaration,
  SyntaxKind.ImportDeclaration,
  SyntaxKind.ImportClause,
  SyntaxKind.NamedImports,
  SyntaxKind.ImportSpecifier,
  // class
  SyntaxKind.HeritageClause,
  SyntaxKind.ExpressionWithTypeArguments,
  SyntaxKind.PropertyDeclaration,
  SyntaxKind.Constructor,
  SyntaxKind.MethodDeclaration,
  SyntaxKind.SemicolonClassElement,
  SyntaxKind.Decorator,
  SyntaxKind.Parameter,
  SyntaxKind.ExportKeyword,
  SyntaxKind.ReadonlyKeyword,
  SyntaxKind.PrivateKeyword,
  SyntaxKind.ProtectedKeyword,
  SyntaxKind.PublicKeyword,
  SyntaxKind.StaticKeyword,
  // types
  SyntaxKind.TypeReference,
  SyntaxKind.TypeLiteral,
  SyntaxKind.PropertySignature,
  SyntaxKind.ArrayType,
  SyntaxKind.LiteralType,
  SyntaxKind.UnionType,
  SyntaxKind.ParenthesizedType,
  SyntaxKind.NumberKeyword,
  SyntaxKind.BooleanKeyword,
  SyntaxKind.VoidKeyword,
  SyntaxKind.TypeOperator,
  SyntaxKind.TypeParameter,
  // statements
  SyntaxKind.Block,
  SyntaxKind.VariableStatement,
  SyntaxKind.VariableDeclarationList,
  SyntaxKind.VariableDeclaration,
  SyntaxKind.ExpressionStatement,
  SyntaxKind.IfStatement,
  SyntaxKind.ForStatement,
  SyntaxKind.ForOfStatement,
  SyntaxKind.ReturnStatement,
  SyntaxKind.EmptyStatement,
  // expressions
  SyntaxKind.Identifier,
  SyntaxKind.ThisKeyword,
  SyntaxKind.SuperKeyword,
  SyntaxKind.TrueKeyword,
  SyntaxKind.FalseKeyword,
  SyntaxKind.NumericLiteral,
  SyntaxKind.StringLiteral,
  SyntaxKind.NoSubstitutionTemplateLiteral,
  SyntaxKind.ParenthesizedExpression,
  SyntaxKind.PropertyAccessExpression,
  SyntaxKind.ElementAccessExpression,
  SyntaxKind.CallExpression,
  SyntaxKind.NewExpression,
  SyntaxKind.BinaryExpression,
  SyntaxKind.PrefixUnaryExpression,
  SyntaxKind.PostfixUnaryExpression,
  SyntaxKind.ConditionalExpression,
  SyntaxKind.ArrowFunction,
  SyntaxKind.ArrayLiteralExpression,
  SyntaxKind.ObjectLiteralExpression,
  SyntaxKind.PropertyAssignment,
  SyntaxKind.ShorthandPropertyAssignment,
  SyntaxKind.SpreadElement,
  SyntaxKind.SpreadAssignment,
  SyntaxKind.ObjectBindingPattern,
  SyntaxKind.ArrayBindingPattern,
  SyntaxKind.BindingElement,
  SyntaxKind.OmittedExpression,
  SyntaxKind.EqualsGreaterThanToken,
  SyntaxKind.QuestionToken,
  SyntaxKind.ColonToken,
  // operators
  SyntaxKind.PlusToken,
  SyntaxKind.MinusToken,
  SyntaxKind.AsteriskToken,
  SyntaxKind.SlashToken,
  SyntaxKind.PercentToken,
  SyntaxKind.AmpersandToken,
  SyntaxKind.BarToken,
  SyntaxKind.CaretToken,
  SyntaxKind.LessThanLessThanToken,
  SyntaxKind.GreaterThanGreaterThanToken,
  SyntaxKind.GreaterThanGreaterThanGreaterThanToken,
  SyntaxKind.LessThanToken,
  SyntaxKind.LessThanEqualsToken,
  SyntaxKind.GreaterThanToken,
  SyntaxKind.GreaterThanEqualsToken,
  SyntaxKind.EqualsEqualsEqualsToken,
  SyntaxKind.ExclamationEqualsEqualsToken,
  SyntaxKind.AmpersandAmpersandToken,
  SyntaxKind.BarBarToken,
  SyntaxKind.EqualsToken,
  SyntaxKind.PlusEqualsToken,
  SyntaxKind.MinusEqualsToken,
  SyntaxKind.AsteriskEqualsToken,
  SyntaxKind.SlashEqualsToken,
  SyntaxKind.PercentEqualsToken,
  SyntaxKind.AmpersandEqualsToken,
  SyntaxKind.BarEqualsToken,
  SyntaxKind.CaretEqualsToken,
  SyntaxKind.LessThanLessThanEqualsToken,
  SyntaxKind.GreaterThanGreaterThanEqualsToken,
  SyntaxKind.GreaterThanGreaterThanGreaterThanEqualsToken,
]);

interface Refused {
  readonly what: string;
  readonly hint?: string;
}

const importHint = "`import { mean } from './stats.ts';` at the top of the file.";

/** What people try, with what to do instead. Anything else is refused without advice. */
const refused: ReadonlyMap<ts.SyntaxKind, Refused> = new Map<ts.SyntaxKind, Refused>([
  [SyntaxKind.EqualsEqualsToken, { what: '`==`', hint: 'Use `===`.' }],
  [SyntaxKind.ExclamationEqualsToken, { what: '`!=`', hint: 'Use `!==`.' }],
  [SyntaxKind.AsExpression, { what: '`as`', hint: 'It would change the type silently. Convert with a call: `u8(x)`.' }],
  [SyntaxKind.TypeAssertionExpression, { what: 'A type assertion', hint: 'Convert with a call: `u8(x)`.' }],
  [
    SyntaxKind.NonNullExpression,
    { what: '`!` after a value', hint: 'Nothing is null here: an index outside an array stops the task.' },
  ],
  [SyntaxKind.AnyKeyword, { what: '`any`', hint: 'Say the type.' }],
  [SyntaxKind.UnknownKeyword, { what: '`unknown`', hint: 'Say the type.' }],
  [
    SyntaxKind.StringKeyword,
    { what: 'A string as a value', hint: 'Sizes of texts would leak; texts are reasons and messages alone.' },
  ],
  [
    SyntaxKind.BigIntLiteral,
    { what: 'A bigint', hint: 'Write the number without `n`; it is read exactly up to 2^64 − 1.' },
  ],
  [SyntaxKind.TemplateExpression, { what: 'A template', hint: 'Reasons and messages are literals.' }],
  [
    SyntaxKind.WhileStatement,
    { what: '`while`', hint: '`for (let k = 0; k < 64 && condition; k++)` has a stated maximum.' },
  ],
  [SyntaxKind.DoStatement, { what: '`do`', hint: '`for (let k = 0; k < MAX; k++)` has a stated maximum.' }],
  [SyntaxKind.ForInStatement, { what: '`for … in`', hint: 'Use `for … of`.' }],
  [SyntaxKind.BreakStatement, { what: '`break`', hint: 'Let the loop run to its end and let an `if` decide.' }],
  [SyntaxKind.ContinueStatement, { what: '`continue`', hint: 'Put the rest of the body into an `if`.' }],
  [SyntaxKind.SwitchStatement, { what: '`switch`', hint: 'Use `if` and `else if`.' }],
  [SyntaxKind.ThrowStatement, { what: '`throw`', hint: 'Use require(condition, "…").' }],
  [SyntaxKind.TryStatement, { what: '`try`', hint: 'A stopped task undoes everything; there is nothing to catch.' }],
  [SyntaxKind.AwaitExpression, { what: '`await`', hint: 'A function runs at once and as a whole.' }],
  [SyntaxKind.AsyncKeyword, { what: '`async`', hint: 'A function runs at once and as a whole.' }],
  [SyntaxKind.YieldExpression, { what: '`yield`' }],
  [
    SyntaxKind.NewExpression,
    {
      what: '`new`',
      hint: 'Records are `{ … }`, arrays `zeros<…>(n)`, maps `map<…>()`; a field may be a component: `token = new Token()`.',
    },
  ],
  [SyntaxKind.DeleteExpression, { what: '`delete`' }],
  [SyntaxKind.TypeOfExpression, { what: '`typeof`' }],
  [SyntaxKind.NullKeyword, { what: '`null`', hint: 'Everything starts as zero.' }],
  [SyntaxKind.RegularExpressionLiteral, { what: 'A regular expression' }],
  [
    SyntaxKind.FunctionExpression,
    { what: 'A function as a value', hint: 'Use an arrow inside map or reduce, or a function of the file.' },
  ],
  [SyntaxKind.GetAccessor, { what: 'A getter', hint: 'Use a method.' }],
  [SyntaxKind.SetAccessor, { what: 'A setter', hint: 'Use a method.' }],
  [SyntaxKind.EnumDeclaration, { what: '`enum`', hint: 'Use named constants.' }],
  [SyntaxKind.ModuleDeclaration, { what: '`namespace`' }],
  [SyntaxKind.ImportKeyword, { what: '`import()`', hint: importHint }],
  [SyntaxKind.ImportType, { what: '`import()`', hint: importHint }],
  [SyntaxKind.ImportEqualsDeclaration, { what: '`import … =`', hint: importHint }],
  [SyntaxKind.ExportDeclaration, { what: '`export { … }`', hint: 'Write `export` in front of what is declared.' }],
  [SyntaxKind.ExportAssignment, { what: '`export default`', hint: '`export class Name extends Contract`.' }],
  [SyntaxKind.QuestionDotToken, { what: '`?.`', hint: 'Nothing is null here.' }],
  [SyntaxKind.QuestionQuestionToken, { what: '`??`', hint: 'Nothing is null here.' }],
  [SyntaxKind.AsteriskAsteriskToken, { what: '`**`', hint: 'Multiply.' }],
  [SyntaxKind.CommaToken, { what: 'The comma operator', hint: 'Use two statements.' }],
]);

const refusedSigns: ReadonlyMap<ts.PrefixUnaryOperator, Refused> = new Map<ts.PrefixUnaryOperator, Refused>([
  [SyntaxKind.PlusToken, { what: 'A leading `+`', hint: 'Leave it out.' }],
]);

/** Reports every piece of syntax that is not permitted; true if there was none. */
export function checkSyntax(file: ts.SourceFile, report: Report): boolean {
  let clean = true;
  const say = (entry: Refused | undefined, node: ts.Node): void => {
    clean = false;
    const what = entry?.what ?? `This syntax (${SyntaxKind[node.kind]})`;
    if (entry?.hint === undefined) report('notInLanguage', node, { what });
    else report('notInLanguageHint', node, { what, hint: entry.hint });
  };
  const visit = (node: ts.Node, depth: number): void => {
    if (depth > syntaxDepthMax) {
      clean = false;
      return report('tooDeep', node);
    }
    if (!permitted.has(node.kind) || (ts.isNewExpression(node) && !makes(node)))
      return say(refused.get(node.kind), node);
    if (ts.isPrefixUnaryExpression(node) && refusedSigns.has(node.operator))
      return say(refusedSigns.get(node.operator), node);
    if (ts.isTypeParameterDeclaration(node) && !generic(node.parent))
      return say(
        { what: 'A type parameter here', hint: 'Functions outside of classes may have them, and types.' },
        node,
      );
    const name = shownName(node);
    if (name !== undefined && !isName(name.text)) {
      clean = false;
      return report('nameForm', name, { name: name.text });
    }
    ts.forEachChild(node, (child) => visit(child, depth + 1));
  };
  visit(file, 0);
  for (const statement of clean ? file.statements : [])
    if (!declares(statement)) {
      clean = false;
      report('topLevel', statement);
    }
  return clean;
}

/** Functions are compiled where they are called, for the types that they are called with; classes and what others call have one form. */
function generic(node: ts.Node): boolean {
  return ts.isFunctionDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node);
}

/** `new` makes a component where it is declared, or is assigned. */
function makes({ parent, typeArguments }: ts.NewExpression): boolean {
  if (typeArguments !== undefined) return false;
  return ts.isPropertyDeclaration(parent) || makingIn(parent as ts.Expression) !== undefined;
}

/** Whether a statement of a file only gives names. */
function declares(node: ts.Statement): boolean {
  if (ts.isVariableStatement(node))
    return (node.declarationList.flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Const;
  return (
    ts.isImportDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isEmptyStatement(node)
  );
}

/** The name of what stands in the program under it, where others read it: fields, functions, their arguments, members of records. */
function shownName(node: ts.Node): ts.Identifier | undefined {
  const shown =
    ts.isPropertyDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isPropertySignature(node) ||
    (ts.isParameter(node) && (ts.isMethodDeclaration(node.parent) || ts.isConstructorDeclaration(node.parent)));
  return shown && ts.isIdentifier(node.name) ? node.name : undefined;
}

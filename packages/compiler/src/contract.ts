// The shape of a contract class: fields, constructor, functions. Reads declarations; no body is looked at.
import ts from 'typescript';
import { isFieldName, KEY_BYTES_MAX, type Label } from '@enigma/bytecode';
import { classOf, makingsOf, pathOf, type Component } from './component.ts';
import { componentDepthMax, mapDepthMax } from './limits.ts';
import type { Report } from './lower/context.ts';
import { areBytes, isShape, shapeOfType, type Declared, type RecordShape, type Shape } from './shape.ts';

export interface StateField {
  readonly name: string;
  readonly kind: 'state' | 'readonly';
  readonly shape: Shape;
  readonly label: Label;
  readonly node: ts.PropertyDeclaration;
}

export interface InboxField {
  readonly name: string;
  readonly kind: 'inbox';
  readonly entry: RecordShape;
  readonly node: ts.PropertyDeclaration;
}

/** Entries by public key; of maps in a map by the record of all their keys. */
export interface MapField {
  readonly name: string;
  readonly kind: 'map';
  readonly key: Shape;
  /** How many keys lead to a value. */
  readonly depth: number;
  readonly value: Declared;
  readonly node: ts.PropertyDeclaration;
}

export type ContractField = StateField | InboxField | MapField;

export interface ContractMethod {
  readonly name: string;
  readonly kind: 'call' | 'scheduled' | 'view' | 'read' | 'private';
  /** scheduled: the field that holds the height. */
  readonly atBlock?: string;
  readonly node: ts.MethodDeclaration;
}

export interface ContractShape {
  readonly name: string;
  readonly node: ts.ClassDeclaration;
  readonly fields: ReadonlyMap<string, ContractField>;
  readonly methods: ReadonlyMap<string, ContractMethod>;
  /** By path. */
  readonly components: ReadonlyMap<string, Component>;
  readonly constructorNode: ts.ConstructorDeclaration | undefined;
  readonly openMode: 'afterSettle' | 'beforeSettle';
}

export function isLibrary(node: ts.Node | undefined): boolean {
  return node?.getSourceFile().isDeclarationFile === true;
}

/** What a name stands for; of an imported one, what its file declares. */
export function symbolOf(checker: ts.TypeChecker, node: ts.Node): ts.Symbol | undefined {
  return declaredSymbol(checker, checker.getSymbolAtLocation(node));
}

export function declaredSymbol(checker: ts.TypeChecker, symbol: ts.Symbol | undefined): ts.Symbol | undefined {
  return symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** Whether a written type is known only where the function is called. */
export function isGeneric(checker: ts.TypeChecker, node: ts.Node | undefined): boolean {
  if (node === undefined) return false;
  if (ts.isTypeReferenceNode(node)) {
    const symbol = checker.getSymbolAtLocation(node.typeName);
    if (symbol !== undefined && symbol.flags & ts.SymbolFlags.TypeParameter) return true;
  }
  return ts.forEachChild(node, (child) => isGeneric(checker, child) || undefined) ?? false;
}

/** The library's own thing of that name, not one the author declared. */
export function libraryName(checker: ts.TypeChecker, node: ts.Identifier): string | undefined {
  const symbol = checker.getSymbolAtLocation(node);
  return symbol?.declarations?.every((entry) => isLibrary(entry)) ? node.text : undefined;
}

export function readContract(file: ts.SourceFile, checker: ts.TypeChecker, report: Report): ContractShape | undefined {
  const classes = file.statements.filter(ts.isClassDeclaration).filter((node) => extendsContract(node, checker));
  const exported = classes.filter((node) => hasModifier(node, ts.SyntaxKind.ExportKeyword));
  const node = exported[0];
  if (node === undefined) {
    report('noContract', classes[0]?.name ?? file);
    return undefined;
  }
  for (const other of classes)
    if (other !== node) report('twoContracts', other.name ?? other, { name: other.name?.text ?? '' });
  return readClass(node, checker, report);
}

/** What the fields of the contract and of its components are read into. */
interface Reading {
  readonly checker: ts.TypeChecker;
  readonly report: Report;
  readonly fields: Map<string, ContractField>;
  readonly components: Map<string, Component>;
}

function readClass(node: ts.ClassDeclaration, checker: ts.TypeChecker, report: Report): ContractShape {
  const fields = new Map<string, ContractField>();
  const components = new Map<string, Component>();
  const reading: Reading = { checker, report, fields, components };
  const methods = new Map<string, ContractMethod>();
  let constructorNode: ts.ConstructorDeclaration | undefined;
  let openMode: ContractShape['openMode'] = 'afterSettle';
  for (const member of node.members) {
    if (ts.isConstructorDeclaration(member)) constructorNode = member.body === undefined ? constructorNode : member;
    else if (ts.isPropertyDeclaration(member) && ts.isIdentifier(member.name)) {
      if (hasModifier(member, ts.SyntaxKind.StaticKeyword)) openMode = readOpenMode(member, report) ?? openMode;
      else readMember(reading, member, member.name, '', [node]);
    } else if (ts.isMethodDeclaration(member) && ts.isIdentifier(member.name) && member.body !== undefined) {
      const method = readMethod(member, member.name, fields, node, checker, report);
      methods.set(method.name, method);
    } else if (!ts.isSemicolonClassElement(member)) {
      report('notInLanguage', member, { what: 'This kind of class member' });
    }
  }
  return { name: node.name?.text ?? 'Contract', node, fields, methods, components, constructorNode, openMode };
}

function readOpenMode(member: ts.PropertyDeclaration, report: Report): ContractShape['openMode'] | undefined {
  const text =
    member.initializer !== undefined && ts.isStringLiteral(member.initializer) ? member.initializer.text : undefined;
  if (member.name.getText() !== 'openMode')
    report('notInLanguage', member, { what: 'A static member other than `openMode`' });
  else if (text === 'afterSettle' || text === 'beforeSettle') return text;
  else report('openModeValue', member);
  return undefined;
}

/** A field, or a component with all that is in it; `inside` are the classes around it, the innermost last. */
function readMember(
  reading: Reading,
  member: ts.PropertyDeclaration,
  name: ts.Identifier,
  owner: string,
  inside: readonly ts.ClassDeclaration[],
): void {
  const { checker, report, fields } = reading;
  const path = pathOf(owner, name.text);
  if (!isFieldName(path)) return report('nameForm', name, { name: path });
  const made = classOf(member, checker);
  if (made !== undefined) return readComponent(reading, member, made, path, inside);
  if (member.initializer !== undefined && ts.isNewExpression(member.initializer))
    return report('notComponent', member.initializer, { name: member.initializer.expression.getText() });
  if (owner !== '' && typesIn(member, checker, 'inbox').length > 0)
    return report('componentForm', member, { name: inside.at(-1)?.name?.text ?? '', what: 'an inbox' });
  readField(member, name, path, checker, report, fields);
}

function readComponent(
  reading: Reading,
  member: ts.PropertyDeclaration,
  node: ts.ClassDeclaration,
  path: string,
  inside: readonly ts.ClassDeclaration[],
): void {
  const { checker, report } = reading;
  const name = node.name?.text ?? '';
  const form = (at: ts.Node, what: string): void => report('componentForm', at, { name, what });
  if (inside.includes(node)) return report('componentInside', member, { name });
  if (inside.length > componentDepthMax)
    return report('tooMany', member, {
      what: 'Components inside components',
      count: inside.length,
      max: componentDepthMax,
    });
  if (node.heritageClauses !== undefined || hasModifier(node, ts.SyntaxKind.AbstractKeyword))
    return form(member, 'a class of another');
  const [made, ...others] = makingsOf(member, inside.at(-1)!);
  if (made === undefined || others.length > 0 || symbolOf(checker, made.expression)?.valueDeclaration !== node)
    return report('componentMade', others[0] ?? made ?? member, { name: member.name.getText() });
  const methods = new Map<string, ContractMethod>();
  let constructorNode: ts.ConstructorDeclaration | undefined;
  reading.components.set(path, { path, node, methods, made, constructorNode });
  for (const entry of node.members) {
    const [decorator] = decoratorsOf(entry);
    if (decorator !== undefined) form(decorator, 'a decorator');
    else if (hasModifier(entry, ts.SyntaxKind.StaticKeyword)) form(entry, 'a static member');
    else if (ts.isConstructorDeclaration(entry)) constructorNode = entry.body === undefined ? constructorNode : entry;
    else if (ts.isPropertyDeclaration(entry) && ts.isIdentifier(entry.name))
      readMember(reading, entry, entry.name, path, [...inside, node]);
    else if (ts.isMethodDeclaration(entry) && ts.isIdentifier(entry.name) && entry.body !== undefined)
      methods.set(entry.name.text, { name: entry.name.text, kind: 'private', node: entry });
    else if (!ts.isSemicolonClassElement(entry)) report('notInLanguage', entry, { what: 'This kind of class member' });
  }
  reading.components.set(path, { path, node, methods, made, constructorNode });
}

function readField(
  member: ts.PropertyDeclaration,
  name: ts.Identifier,
  path: string,
  checker: ts.TypeChecker,
  report: Report,
  fields: Map<string, ContractField>,
): void {
  if (decoratorsOf(member).length > 0) return report('notInLanguage', member, { what: 'A decorator on a field' });
  const [entry] = typesIn(member, checker, 'inbox');
  if (entry !== undefined) return readInbox(member, name, entry, checker, report, fields);
  const [key, value] = typesIn(member, checker, 'map');
  if (key !== undefined && value !== undefined)
    return readMap(member, name, path, [key, value], checker, report, fields);
  const type = checker.getTypeAtLocation(member);
  const found = shapeOfType(checker, type, member);
  if (!isShape(found)) {
    const key = found.no === 'range' ? 'rangeForm' : found.no === 'untyped' ? 'needsType' : 'noType';
    return report(key, name, { name: name.text, type: checker.typeToString(type) });
  }
  const kind = hasModifier(member, ts.SyntaxKind.ReadonlyKeyword) ? 'readonly' : 'state';
  fields.set(path, { name: path, kind, ...found, node: member });
}

function readInbox(
  member: ts.PropertyDeclaration,
  name: ts.Identifier,
  entry: ts.TypeNode,
  checker: ts.TypeChecker,
  report: Report,
  fields: Map<string, ContractField>,
): void {
  if ([...fields.values()].some((field) => field.kind === 'inbox'))
    return report('twoInboxes', name, { name: name.text });
  const found = shapeOfType(checker, checker.getTypeFromTypeNode(entry), entry);
  if (!isShape(found))
    return report(found.no === 'range' ? 'rangeForm' : 'noType', entry, { name: name.text, type: entry.getText() });
  // The whole entry is secret, so its members carry no label of their own.
  if (found.shape.kind !== 'record' || found.label !== 's' || !found.shape.members.every((part) => isFixed(part.shape)))
    return report('noType', entry, { name: name.text, type: entry.getText() });
  fields.set(name.text, { name: name.text, kind: 'inbox', entry: found.shape, node: member });
}

/** A scalar, or an array of them whose length is part of the type. */
function isFixed(shape: Shape): boolean {
  if (shape.kind === 'vector') return shape.length !== undefined && isFixed(shape.element);
  return shape.kind !== 'record';
}

function readMap(
  member: ts.PropertyDeclaration,
  name: ts.Identifier,
  path: string,
  written: readonly [ts.TypeNode, ts.TypeNode],
  checker: ts.TypeChecker,
  report: Report,
  fields: Map<string, ContractField>,
): void {
  const keyNodes = [written[0]];
  let [, valueNode] = written;
  for (let inner = mapTypes(valueNode, checker); inner !== undefined; inner = mapTypes(valueNode, checker)) {
    keyNodes.push(inner[0]);
    valueNode = inner[1];
  }
  if (keyNodes.length > mapDepthMax)
    return report('tooMany', name, { what: 'Maps in maps', count: keyNodes.length, max: mapDepthMax });
  const outcomes = [...keyNodes, valueNode].map((node) => ({
    node,
    found: shapeOfType(checker, checker.getTypeFromTypeNode(node), node),
  }));
  const shapes: Declared[] = [];
  for (const { found, node } of outcomes) {
    if (!isShape(found))
      return report(found.no === 'range' ? 'rangeForm' : 'noType', node, { name: name.text, type: node.getText() });
    if (node !== valueNode && (!isKey(found.shape) || found.label === 's'))
      return report('mapKey', node, { name: name.text, type: node.getText() });
    shapes.push(found);
  }
  const value = shapes.pop()!;
  const keys = shapes.map(({ shape }) => shape);
  fields.set(path, {
    name: path,
    kind: 'map',
    key: keys.length === 1 ? keys[0]! : keysShape(keys),
    depth: keys.length,
    value,
    node: member,
  });
}

/** A scalar, or so many bytes that a hash has room. */
function isKey(shape: Shape): boolean {
  if (shape.kind === 'record') return false;
  return shape.kind !== 'vector' || (areBytes(shape) && shape.length! <= KEY_BYTES_MAX);
}

/** Key and value of a type that is written `KeyedMap<…>`. */
function mapTypes(node: ts.TypeNode, checker: ts.TypeChecker): readonly [ts.TypeNode, ts.TypeNode] | undefined {
  if (!ts.isTypeReferenceNode(node) || !ts.isIdentifier(node.typeName)) return undefined;
  const [key, value] = node.typeArguments ?? [];
  const known = libraryName(checker, node.typeName) === 'KeyedMap';
  return known && key !== undefined && value !== undefined ? [key, value] : undefined;
}

/** One key for all the keys that lead to a value, the outermost first. */
function keysShape(keys: readonly Shape[]): RecordShape {
  return { kind: 'record', members: keys.map((shape, i) => ({ name: `key${i + 1}`, shape, label: 'p' })) };
}

/** The types written in `inbox<…>()` or `map<…>()`, if the field starts as one. */
function typesIn(member: ts.PropertyDeclaration, checker: ts.TypeChecker, name: string): readonly ts.TypeNode[] {
  const call = member.initializer;
  if (call === undefined || !ts.isCallExpression(call) || !ts.isIdentifier(call.expression)) return [];
  return libraryName(checker, call.expression) === name ? (call.typeArguments ?? []) : [];
}

function readMethod(
  member: ts.MethodDeclaration,
  name: ts.Identifier,
  fields: ReadonlyMap<string, ContractField>,
  contract: ts.ClassDeclaration,
  checker: ts.TypeChecker,
  report: Report,
): ContractMethod {
  const hidden =
    hasModifier(member, ts.SyntaxKind.PrivateKeyword) || hasModifier(member, ts.SyntaxKind.ProtectedKeyword);
  let atBlock: string | undefined;
  let only: 'view' | 'read' | undefined;
  for (const decorator of decoratorsOf(member)) {
    const mark = ts.isIdentifier(decorator.expression) ? libraryName(checker, decorator.expression) : undefined;
    if (mark === 'view' || mark === 'read') {
      if (only !== undefined && only !== mark) report('viewAndRead', decorator);
      only = mark;
      continue;
    }
    const call = decorator.expression;
    const field = ts.isCallExpression(call) ? call.arguments[0] : undefined;
    if (
      !ts.isCallExpression(call) ||
      !ts.isIdentifier(call.expression) ||
      libraryName(checker, call.expression) !== 'atBlock'
    )
      report('notYet', decorator, {
        what: `The decorator \`${decorator.getText()}\``,
        hint: 'There are @atBlock("field"), @read and @view.',
      });
    else if (field !== undefined && ts.isStringLiteral(field)) {
      atBlock = field.text;
      checkHeight(field, contract, checker, report);
    } else report('wrongField', decorator, { name: field?.getText() ?? '' });
  }
  if (atBlock !== undefined && member.parameters.length > 0) report('scheduledParams', member.parameters[0]!);
  if (atBlock !== undefined) return { name: name.text, kind: 'scheduled', atBlock, node: member };
  return { name: name.text, kind: hidden ? 'private' : (only ?? 'call'), node: member };
}

function checkHeight(
  name: ts.StringLiteral,
  contract: ts.ClassDeclaration,
  checker: ts.TypeChecker,
  report: Report,
): void {
  const member = contract.members.find(
    (entry) => ts.isPropertyDeclaration(entry) && entry.name.getText() === name.text,
  );
  if (member === undefined) return report('namelessField', name, { name: name.text });
  const found = shapeOfType(checker, checker.getTypeAtLocation(member), member);
  const fits =
    isShape(found) &&
    found.shape.kind === 'int' &&
    found.shape.bits === 64 &&
    !found.shape.signed &&
    found.label === 'p';
  if (!fits || !hasModifier(member, ts.SyntaxKind.ReadonlyKeyword)) report('wrongField', name, { name: name.text });
}

export function declaredParameter(
  param: ts.ParameterDeclaration,
  checker: ts.TypeChecker,
  report: Report,
): Declared | undefined {
  const type = checker.getTypeAtLocation(param);
  const found = shapeOfType(checker, type, param);
  if (isShape(found)) return found;
  const key = found.no === 'range' ? 'rangeForm' : found.no === 'untyped' ? 'needsType' : 'noType';
  report(key, param, { name: param.name.getText(), type: checker.typeToString(type) });
  return undefined;
}

function extendsContract(node: ts.ClassDeclaration, checker: ts.TypeChecker): boolean {
  const base = node.heritageClauses?.find((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)?.types[0]
    ?.expression;
  return base !== undefined && ts.isIdentifier(base) && libraryName(checker, base) === 'Contract';
}

export function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some((modifier) => modifier.kind === kind) ?? false);
}

function decoratorsOf(node: ts.Node): readonly ts.Decorator[] {
  return ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : [];
}

// Giving names to values.
import ts from 'typescript';
import { isGeneric } from '../contract.ts';
import { computed, intOf, isShape, shapeOfType, type Shape } from '../shape.ts';
import { memberOf } from './access.ts';
import { aliasOf, isGivenBack, isWhole, namesExisting, rootsOf, type Alias } from './alias.ts';
import { convert, isSecret, literalAs, withLabel } from './convert.ts';
import { refuse, type Context } from './context.ts';
import { lower } from './expression.ts';
import { isInt, type Value } from './value.ts';

export interface BindOptions {
  /** A second name for something: read-only. */
  readonly alias?: boolean;
  /** What it is a second name of. */
  readonly of?: Alias | undefined;
}

export function bindName(cx: Context, name: ts.BindingName, value: Value, options: BindOptions = {}): void {
  if (ts.isIdentifier(name)) {
    const symbol = cx.checker.getSymbolAtLocation(name);
    if (symbol === undefined) return refuse(cx, 'unknownName', name, { name: name.text });
    const shape = value.kind === 'scalar' ? value.shape : undefined;
    const of = options.of !== undefined && isWhole(value) ? { of: options.of } : {};
    cx.env.set(symbol, { value, shape, label: undefined, name: name.text, alias: options.alias ?? false, ...of });
    return;
  }
  if (!ts.isObjectBindingPattern(name)) return refuse(cx, 'notInLanguage', name, { what: 'Taking an array apart' });
  for (const element of name.elements) {
    if (element.dotDotDotToken !== undefined || element.initializer !== undefined)
      return refuse(cx, 'notInLanguage', element, { what: 'A default or rest in a pattern' });
    const property = element.propertyName ?? element.name;
    if (!ts.isIdentifier(property)) return refuse(cx, 'notInLanguage', element, { what: 'This pattern' });
    bindName(cx, element.name, memberOf(cx, value, property.text, element), options);
  }
}

/** Binds names so that their later uses are refused in silence. */
export function bindBroken(cx: Context, name: ts.BindingName): void {
  if (ts.isIdentifier(name)) {
    const symbol = cx.checker.getSymbolAtLocation(name);
    if (symbol !== undefined)
      cx.env.set(symbol, { value: undefined, shape: undefined, label: undefined, name: name.text });
    return;
  }
  for (const element of name.elements) if (ts.isBindingElement(element)) bindBroken(cx, element.name);
}

export function declare(cx: Context, node: ts.VariableDeclaration): void {
  const constantName = (node.parent.flags & ts.NodeFlags.Const) !== 0;
  if (node.initializer === undefined) return refuse(cx, 'notInLanguage', node, { what: 'A name without a value' });
  const { type } = node;
  const annotated = type === undefined || isGeneric(cx.checker, type) ? undefined : declaredType(cx, node, type);
  const value = lower(cx, node.initializer, annotated?.shape);
  const of = (): Alias => aliasOf(cx, rootsOf(cx, node.initializer!));
  if (!ts.isIdentifier(node.name)) return bindName(cx, node.name, value, { alias: true, of: of() });
  const existing = isWhole(value) && namesExisting(cx, node.initializer);
  // What a function or a map gives back is looked at under a name of its own.
  const given = existing && isGivenBack(cx, node.initializer) ? of() : undefined;
  if (existing && given === undefined && value.kind !== 'object')
    return refuse(cx, 'alias', node.initializer, { name: node.initializer.getText() });
  if (annotated?.label === 'p' && isSecret(value) && value.kind === 'scalar')
    return refuse(cx, 'flowField', node.initializer, { name: node.name.text });
  if (annotated !== undefined)
    return bindDeclared(
      cx,
      node.name,
      convert(cx, value, annotated.shape, node.initializer),
      annotated.label,
      given,
      annotated.shape.kind === 'record' ? annotated.shape : undefined,
    );
  if (value.kind !== 'literal')
    return bindName(cx, node.name, value, { alias: given !== undefined || value.kind === 'object', of: given });
  // A constant stays a number of no width; a variable must have one.
  if (constantName) return bindName(cx, node.name, value);
  return refuse(cx, 'needsType', node.name, { name: node.name.text });
}

function declaredType(
  cx: Context,
  node: ts.VariableDeclaration,
  type: ts.TypeNode,
): { readonly shape: Shape; readonly label: 'p' | 's' } {
  const found = shapeOfType(cx.checker, cx.checker.getTypeFromTypeNode(type), type);
  if (isShape(found)) return found;
  const key = found.no === 'range' ? 'rangeForm' : found.no === 'untyped' ? 'needsType' : 'noType';
  return refuse(cx, key, type, { name: node.name.getText(), type: type.getText() });
}

/** A name with a written type; secret if that says so, else as secret as its value. */
export function bindDeclared(
  cx: Context,
  name: ts.Identifier,
  value: Value,
  label: 'p' | 's',
  of?: Alias,
  record?: Shape,
): void {
  const symbol = cx.checker.getSymbolAtLocation(name);
  if (symbol === undefined) return refuse(cx, 'unknownName', name, { name: name.text });
  const held = value.kind === 'literal' ? literalAs(cx, value.value, intOf[64], name) : value;
  const labelled = withLabel(cx, held, label, name);
  const shape = isInt(labelled) ? labelled.shape : labelled.kind === 'scalar' ? computed(labelled.shape) : record;
  cx.env.set(symbol, {
    value: labelled,
    shape,
    label: label === 's' ? 's' : undefined,
    name: name.text,
    alias: of !== undefined,
    ...(of === undefined ? {} : { of }),
  });
}

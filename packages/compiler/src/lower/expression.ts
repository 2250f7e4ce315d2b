// Expressions, by kind of syntax. What is permitted at all is decided by permits.ts before this runs.
import ts from 'typescript';
import type { Label } from '@enigma/bytecode';
import { declaredSymbol } from '../contract.ts';
import { union } from '../interval.ts';
import { bool, commonInt, computed, holdsSecret, intOf, isShape, shapeOfType } from '../shape.ts';
import type { RecordShape, Shape, VectorShape } from '../shape.ts';
import { matters } from '../ir.ts';
import { isWhole, namesExisting, stored } from './alias.ts';
import { plainVector, whole, readElement, readIdentifier, valueNamed, readProperty } from './access.ts';
import { arithmetic, compare, conjunction, negate, type Arithmetic, type Comparison } from './arithmetic.ts';
import { assignsHere, isAssignment, isStep } from './assigned.ts';
import { bitwise, complement, isShifting, shifted, type Bitwise, type Shifting } from './bits.ts';
import { choose, type Side } from './branch.ts';
import { lowerCall } from './call.ts';
import { makeAssigned } from './component.ts';
import { boolOf, classify, constant, convert, isSecret, kindName, scalarOf } from './convert.ts';
import { Halt, refuse, step, type Context } from './context.ts';
import { joined } from './pieces.ts';
import { placeOf } from './place.ts';
import { isInt, nothing, vectorShape, type ScalarValue, type Value, type VectorValue } from './value.ts';

const arithmeticTokens: ReadonlyMap<ts.SyntaxKind, Arithmetic> = new Map([
  [ts.SyntaxKind.PlusToken, '+'],
  [ts.SyntaxKind.MinusToken, '-'],
  [ts.SyntaxKind.AsteriskToken, '*'],
  [ts.SyntaxKind.SlashToken, '/'],
  [ts.SyntaxKind.PercentToken, '%'],
]);

const compoundTokens: ReadonlyMap<ts.SyntaxKind, Arithmetic> = new Map([
  [ts.SyntaxKind.PlusEqualsToken, '+'],
  [ts.SyntaxKind.MinusEqualsToken, '-'],
  [ts.SyntaxKind.AsteriskEqualsToken, '*'],
  [ts.SyntaxKind.SlashEqualsToken, '/'],
  [ts.SyntaxKind.PercentEqualsToken, '%'],
]);

const bitTokens: ReadonlyMap<ts.SyntaxKind, Bitwise | Shifting> = new Map<ts.SyntaxKind, Bitwise | Shifting>([
  [ts.SyntaxKind.AmpersandToken, '&'],
  [ts.SyntaxKind.AmpersandEqualsToken, '&'],
  [ts.SyntaxKind.BarToken, '|'],
  [ts.SyntaxKind.BarEqualsToken, '|'],
  [ts.SyntaxKind.CaretToken, '^'],
  [ts.SyntaxKind.CaretEqualsToken, '^'],
  [ts.SyntaxKind.LessThanLessThanToken, '<<'],
  [ts.SyntaxKind.LessThanLessThanEqualsToken, '<<'],
  [ts.SyntaxKind.GreaterThanGreaterThanToken, '>>'],
  [ts.SyntaxKind.GreaterThanGreaterThanEqualsToken, '>>'],
  [ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken, '>>>'],
  [ts.SyntaxKind.GreaterThanGreaterThanGreaterThanEqualsToken, '>>>'],
]);

const comparisonTokens: ReadonlyMap<ts.SyntaxKind, Comparison> = new Map([
  [ts.SyntaxKind.LessThanToken, '<'],
  [ts.SyntaxKind.LessThanEqualsToken, '<='],
  [ts.SyntaxKind.GreaterThanToken, '>'],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>='],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '==='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '!=='],
]);

/** `expected` is the type the place wants: it gives literals a width and lets a release widen before it opens. */
export function lower(cx: Context, node: ts.Expression, expected?: Shape): Value {
  step(cx);
  if (ts.isParenthesizedExpression(node)) return lower(cx, node.expression, expected);
  if (ts.isNumericLiteral(node)) return literal(cx, node);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return constant(cx, bool, 1n, node);
  if (node.kind === ts.SyntaxKind.FalseKeyword) return constant(cx, bool, 0n, node);
  if (ts.isStringLiteral(node)) return text(cx, node.text, expected, node);
  if (ts.isIdentifier(node)) return readIdentifier(cx, node);
  if (ts.isPropertyAccessExpression(node)) return readProperty(cx, node);
  if (ts.isElementAccessExpression(node)) return readElement(cx, node);
  if (ts.isBinaryExpression(node)) return binary(cx, node, expected);
  if (ts.isPrefixUnaryExpression(node)) return prefix(cx, node, expected);
  if (ts.isPostfixUnaryExpression(node)) return stepValue(cx, node.operand, node.operator, 'before', node);
  if (ts.isConditionalExpression(node)) return conditional(cx, node, expected);
  if (ts.isCallExpression(node)) return lowerCall(cx, node, expected);
  if (ts.isArrayLiteralExpression(node)) return arrayLiteral(cx, node, expected);
  if (ts.isObjectLiteralExpression(node)) return objectLiteral(cx, node, expected);
  return refuse(cx, 'notInLanguage', node, { what: 'This expression' });
}

/** Read from the source: TypeScript's own value of 18446744073709551615 is another number. */
function literal(cx: Context, node: ts.NumericLiteral): Value {
  const text = node.getText().replaceAll('_', '');
  if (!/^(?:\d+|0[xX][\da-fA-F]+|0[bB][01]+|0[oO][0-7]+)$/.test(text))
    return refuse(cx, 'notInLanguage', node, { what: `The number ${text}` });
  const value = BigInt(text);
  if (value > 0xffff_ffff_ffff_ffffn)
    return refuse(cx, 'literalRange', node, { value, type: 'u64', low: 0, high: 0xffff_ffff_ffff_ffffn });
  return { kind: 'literal', value };
}

function text(cx: Context, value: string, expected: Shape | undefined, node: ts.Expression): Value {
  const given: Value = { kind: 'text', value };
  return expected?.kind === 'choice' ? convert(cx, given, expected, node) : given;
}

function binary(cx: Context, node: ts.BinaryExpression, expected: Shape | undefined): Value {
  const token = node.operatorToken.kind;
  if (isAssignment(token)) return assignment(cx, node);
  if (token === ts.SyntaxKind.AmpersandAmpersandToken || token === ts.SyntaxKind.BarBarToken)
    return shortCircuit(cx, node);
  const operator = arithmeticTokens.get(token);
  if (operator !== undefined)
    return arithmetic(cx, operator, lower(cx, node.left, expected), lower(cx, node.right, expected), node);
  const bits = bitTokens.get(token);
  if (bits !== undefined) return onBits(cx, bits, lower(cx, node.left, expected), node, expected);
  const comparison = comparisonTokens.get(token);
  if (comparison !== undefined) return compare(cx, comparison, lower(cx, node.left), lower(cx, node.right), node);
  return refuse(cx, 'notInLanguage', node.operatorToken, { what: `\`${node.operatorToken.getText()}\`` });
}

function assignment(cx: Context, node: ts.BinaryExpression): Value {
  if (makeAssigned(cx, node)) return nothing;
  const place = placeOf(cx, node.left);
  const token = node.operatorToken.kind;
  if (token === ts.SyntaxKind.EqualsToken) {
    const value = lower(cx, node.right, place.shape);
    if (isWhole(value) && namesExisting(cx, node.right))
      return refuse(cx, 'alias', node.right, { name: node.right.getText() });
    place.update(() => value);
    return value;
  }
  const operator = compoundTokens.get(token);
  const bits = bitTokens.get(token);
  if (operator === undefined && bits === undefined)
    return refuse(cx, 'notInLanguage', node.operatorToken, { what: `\`${node.operatorToken.getText()}\`` });
  let value: Value | undefined;
  const change = (before: Value): Value => {
    const left = decided(cx, before, node);
    value =
      operator === undefined
        ? onBits(cx, bits!, left, node, place.shape)
        : arithmetic(cx, operator, left, lower(cx, node.right, place.shape), node);
    return value;
  };
  // What the right side writes beside this place stays: only then is the owner read again.
  if (assignsHere(cx, node.right)) {
    const changed = change(place.read());
    place.update(() => changed);
  } else place.update(change);
  if (value?.kind !== 'scalar') return value ?? nothing;
  // How far it is from what was there before says something only there.
  const { from: _, ...rest } = value;
  return rest;
}

/** The amount of a shift has a type of its own. */
function onBits(
  cx: Context,
  operator: Bitwise | Shifting,
  left: Value,
  node: ts.BinaryExpression,
  expected: Shape | undefined,
): Value {
  return isShifting(operator)
    ? shifted(cx, operator, left, lower(cx, node.right), node, expected)
    : bitwise(cx, operator, left, lower(cx, node.right, expected), node);
}

/** What a secret condition changes becomes secret, so it is computed as a secret: it wraps instead of stopping the task. */
function decided(cx: Context, value: Value, node: ts.Node): Value {
  return cx.secret > 0 && value.kind === 'scalar' ? classify(cx, value, node) : value;
}

function prefix(cx: Context, node: ts.PrefixUnaryExpression, expected: Shape | undefined): Value {
  if (isStep(node.operator)) return stepValue(cx, node.operand, node.operator, 'after', node);
  const value = lower(cx, node.operand, expected);
  if (node.operator === ts.SyntaxKind.ExclamationToken) return negate(cx, boolOf(cx, value, node.operand), node);
  if (node.operator === ts.SyntaxKind.TildeToken) return complement(cx, value, node);
  if (node.operator === ts.SyntaxKind.MinusToken && value.kind === 'literal')
    return { kind: 'literal', value: -value.value };
  if (node.operator === ts.SyntaxKind.MinusToken && isInt(value) && value.shape.signed)
    return arithmetic(cx, '-', { kind: 'literal', value: 0n }, value, node);
  return refuse(cx, 'notInLanguage', node, { what: 'This sign' });
}

function stepValue(
  cx: Context,
  operand: ts.Expression,
  operator: ts.SyntaxKind,
  gives: 'before' | 'after',
  node: ts.Node,
): Value {
  const place = placeOf(cx, operand);
  const one: Value = { kind: 'literal', value: 1n };
  let result: Value = nothing;
  place.update((read) => {
    const before = decided(cx, read, node);
    const after = arithmetic(cx, operator === ts.SyntaxKind.PlusPlusToken ? '+' : '-', before, one, node);
    result = gives === 'before' ? before : after;
    return after;
  });
  return result;
}

/** `&&` and `||`. A public left side decides whether the right side runs; a secret one runs it in any case. */
function shortCircuit(cx: Context, node: ts.BinaryExpression): Value {
  const and = node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
  const left = boolOf(cx, lower(cx, node.left), node.left);
  const right: Side = { node: node.right, run: () => boolOf(cx, lower(cx, node.right), node.right) };
  const other: Side = { node: undefined, run: () => constant(cx, bool, and ? 0n : 1n, node) };
  const plain = left.label === 's' ? undefined : harmless(cx, node.right, and ? left.holds : left.fails);
  if (plain !== undefined) return conjunction(cx, and ? 'and' : 'or', left, plain, node);
  const result = and ? choose(cx, left, right, other, node) : choose(cx, left, other, right, node);
  return result;
}

/** The right side, if running it when it is not wanted can do nothing: then no region is needed. */
function harmless(cx: Context, node: ts.Expression, orders: ScalarValue['holds']): ScalarValue | undefined {
  if (assignsHere(cx, node)) return undefined;
  const saved = { orders: cx.orders, report: cx.report, env: cx.env };
  const reports: Parameters<Context['report']>[] = [];
  cx.orders = [...saved.orders, ...(orders ?? [])];
  cx.env = new Map(saved.env);
  cx.report = (...report) => void reports.push(report);
  const depth = cx.write.depth();
  const block = cx.write.open([]);
  try {
    const value = lower(cx, node);
    cx.write.close(block, []);
    if (
      value.kind !== 'scalar' ||
      value.shape.kind !== 'bool' ||
      block.steps.some((entry) => matters(entry) || entry.regions.length > 0)
    )
      return undefined;
    cx.write.splice(block);
    for (const report of reports) saved.report(...report);
    return value;
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
    return undefined;
  } finally {
    cx.write.unwind(depth);
    cx.orders = saved.orders;
    cx.report = saved.report;
    cx.env = saved.env;
  }
}

function conditional(cx: Context, node: ts.ConditionalExpression, expected: Shape | undefined): Value {
  const condition = boolOf(cx, lower(cx, node.condition), node.condition);
  const side = (arm: ts.Expression): Side => ({ node: arm, run: () => lower(cx, arm, expected) });
  return choose(cx, condition, side(node.whenTrue), side(node.whenFalse), node);
}

function arrayLiteral(cx: Context, node: ts.ArrayLiteralExpression, expected: Shape | undefined): Value {
  const [only] = node.elements;
  if (only !== undefined && ts.isSpreadElement(only) && node.elements.length === 1) {
    const copied = lower(cx, only.expression, expected);
    return copied.kind === 'vector' ? copied : refuse(cx, 'mismatch', only, { from: kindName(copied), to: 'an array' });
  }
  if (node.elements.some((element) => ts.isSpreadElement(element))) return joinedLiteral(cx, node, expected);
  const literal = elementsLiteral(
    cx,
    node,
    node.elements,
    expected?.kind === 'vector' ? computed(expected.element) : undefined,
  );
  return expected?.kind === 'vector' && expected.length !== undefined ? convert(cx, literal, expected, node) : literal;
}

/** `[...a, x, ...b]`: what stands between the arrays is an array of its own, of the elements that the first of them has. */
function joinedLiteral(cx: Context, node: ts.ArrayLiteralExpression, expected: Shape | undefined): Value {
  const wanted = expected?.kind === 'vector' ? computed(expected.element) : spreadElement(cx, node);
  const parts: VectorValue[] = [];
  let run: ts.Expression[] = [];
  const close = (): void => {
    if (run.length > 0) parts.push(elementsLiteral(cx, node, run, wanted));
    run = [];
  };
  for (const element of node.elements) {
    if (!ts.isSpreadElement(element)) {
      run.push(element);
      continue;
    }
    close();
    const value = lower(cx, element.expression, expected);
    if (value.kind !== 'vector') return refuse(cx, 'mismatch', element, { from: kindName(value), to: 'an array' });
    parts.push(value);
  }
  close();
  return joined(cx, parts, node);
}

function spreadElement(cx: Context, node: ts.ArrayLiteralExpression): Shape | undefined {
  const spread = node.elements.find((element) => ts.isSpreadElement(element));
  if (spread === undefined) return undefined;
  const found = shapeOfType(cx.checker, cx.checker.getTypeAtLocation(spread.expression), spread.expression);
  return isShape(found) && found.shape.kind === 'vector' ? computed(found.shape.element) : undefined;
}

function elementsLiteral(
  cx: Context,
  node: ts.Expression,
  parts: readonly ts.Expression[],
  wanted: Shape | undefined,
): VectorValue {
  if (wanted?.kind === 'record') return recordsLiteral(cx, node, parts, wanted);
  const values = parts.map((element) => lower(cx, element, wanted));
  if (wanted?.kind === 'vector' || values[0]?.kind === 'vector') return arraysLiteral(cx, node, parts, values, wanted);
  const scalars = values.map((value, i) => scalarOf(cx, value, parts[i]!, wanted));
  const widest = scalars.reduce<Shape | undefined>((shape, value) => widerShape(shape, value.shape), wanted);
  if (widest === undefined) return refuse(cx, 'needsType', node, { name: 'array' });
  const elements = scalars.map((value, i) => convert(cx, value, widest, parts[i]!) as ScalarValue);
  const label: Label = elements.some((value) => value.label === 's') ? 's' : 'p';
  const shape: VectorShape = { kind: 'vector', element: widest };
  const [ref] = cx.write.emit({
    op: 'vec.make',
    immediates: [{ type: shape }],
    operands: elements.map((value) => value.ref),
    results: [{ shape, label }],
    at: node.getStart(),
  });
  const range = elements.map((value) => value.range).reduce(union, elements[0]?.range ?? { low: 0n, high: 0n });
  return {
    kind: 'vector',
    ref: ref!,
    element: widest,
    label,
    range,
    length: constant(cx, intOf[32], BigInt(elements.length), node),
  } satisfies VectorValue;
}

/** An array of arrays: of the type that the place says, or of the first of them. */
function arraysLiteral(
  cx: Context,
  node: ts.Expression,
  parts: readonly ts.Expression[],
  values: readonly Value[],
  wanted: Shape | undefined,
): VectorValue {
  const [first] = values;
  const element = wanted ?? (first?.kind === 'vector' ? vectorShape(first) : undefined);
  if (element === undefined) return refuse(cx, 'needsType', node, { name: 'array' });
  values.forEach((value, i) => stored(cx, value, parts[i]!));
  const label: Label = values.some(isSecret) ? 's' : 'p';
  const shape: VectorShape = { kind: 'vector', element };
  const [ref] = cx.write.emit({
    op: 'vec.make',
    immediates: [{ type: shape }],
    operands: values.map((value, i) => whole(cx, value, element, label, parts[i]!)),
    results: [{ shape, label }],
    at: node.getStart(),
  });
  return { ...plainVector(ref!, shape, label), length: constant(cx, intOf[32], BigInt(values.length), node) };
}

/** An array of records, whose type the place says. */
function recordsLiteral(
  cx: Context,
  node: ts.Expression,
  parts: readonly ts.Expression[],
  element: RecordShape,
): VectorValue {
  const values = parts.map((part) => {
    const value = lower(cx, part, element);
    stored(cx, value, part);
    return value;
  });
  const label: Label = !holdsSecret(element) && values.some(isSecret) ? 's' : 'p';
  const shape: VectorShape = { kind: 'vector', element };
  const [ref] = cx.write.emit({
    op: 'vec.make',
    immediates: [{ type: shape }],
    operands: values.map((value, i) => whole(cx, value, element, label, parts[i]!)),
    results: [{ shape, label }],
    at: node.getStart(),
  });
  const length = constant(cx, intOf[32], BigInt(values.length), node);
  return { kind: 'vector', ref: ref!, element, label, range: { low: 0n, high: 1n }, length } satisfies VectorValue;
}

function widerShape(a: Shape | undefined, b: Shape): Shape {
  if (a === undefined) return b;
  return a.kind === 'int' && b.kind === 'int' ? (commonInt(a, b) ?? a) : a;
}

function objectLiteral(cx: Context, node: ts.ObjectLiteralExpression, expected: Shape | undefined): Value {
  const members = new Map<string, Value>();
  const wanted = (name: string): Shape | undefined =>
    expected?.kind === 'record' ? expected.members.find((member) => member.name === name)?.shape : undefined;
  for (const property of node.properties) {
    if (ts.isShorthandPropertyAssignment(property)) {
      const symbol = declaredSymbol(cx.checker, cx.checker.getShorthandAssignmentValueSymbol(property));
      const value = valueNamed(cx, symbol, property.name);
      stored(cx, value, property.name);
      members.set(property.name.text, value);
    } else if (ts.isPropertyAssignment(property) && ts.isIdentifier(property.name)) {
      const value = lower(cx, property.initializer, wanted(property.name.text));
      stored(cx, value, property.initializer);
      members.set(property.name.text, value);
    } else if (ts.isSpreadAssignment(property)) {
      const value = lower(cx, property.expression);
      if (value.kind !== 'record') return refuse(cx, 'mismatch', property, { from: kindName(value), to: 'a record' });
      for (const [name, member] of value.members) members.set(name, member);
    } else return refuse(cx, 'notInLanguage', property, { what: 'This kind of member' });
  }
  const record: Value = { kind: 'record', members };
  return expected?.kind === 'record' ? convert(cx, record, expected, node) : record;
}

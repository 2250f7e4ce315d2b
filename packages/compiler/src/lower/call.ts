// Calls: what the library offers, as a table; helpers and private methods, which are inlined; `map` and `reduce`; the inbox.
import ts from 'typescript';
import { declaredParameter, libraryName } from '../contract.ts';
import { exactly, least } from '../interval.ts';
import { inlineDepthMax, reasonBytesMax, vectorLengthMax } from '../limits.ts';
import {
  boundsOf,
  computed,
  intOf,
  isShape,
  shapeOfType,
  type RecordShape,
  type Shape,
  type VectorShape,
} from '../shape.ts';
import type { ReleaseSite } from '../ir.ts';
import { elementAt, lengthOf, namesExisting, received } from './access.ts';
import { conversion, extreme, saturatingDifference } from './arithmetic.ts';
import { assignedIn, isThisMember, withoutParentheses } from './assigned.ts';
import { bindDeclared, bindName } from './bind.ts';
import { boolOf, convert, intOfValue, kindName, resize, scalarOf, zeroOf } from './convert.ts';
import { refuse, type Context } from './context.ts';
import { lower } from './expression.ts';
import { loop } from './loop.ts';
import { lowerStatements } from './statement.ts';
import {
  leavesOf,
  nothing,
  scalar,
  shapeOf,
  type Leaf,
  type ScalarValue,
  type Value,
  type VectorValue,
} from './value.ts';

type LibraryCall = (cx: Context, node: ts.CallExpression, expected: Shape | undefined) => Value;

const conversionTo =
  (bits: 8 | 16 | 32 | 64): LibraryCall =>
  (cx, node) =>
    conversion(cx, lower(cx, argument(cx, node, 0)), intOf[bits], node);

const library: Readonly<Record<string, LibraryCall>> = {
  u8: conversionTo(8),
  u16: conversionTo(16),
  u32: conversionTo(32),
  u64: conversionTo(64),
  min: (cx, node) => extreme(cx, 'min', lower(cx, argument(cx, node, 0)), lower(cx, argument(cx, node, 1)), node),
  max: (cx, node) => extreme(cx, 'max', lower(cx, argument(cx, node, 0)), lower(cx, argument(cx, node, 1)), node),
  satSub: (cx, node) =>
    saturatingDifference(cx, lower(cx, argument(cx, node, 0)), lower(cx, argument(cx, node, 1)), node),
  wrapping(cx, node, expected) {
    const saved = cx.wrapping;
    cx.wrapping = true;
    const value = lower(cx, argument(cx, node, 0), expected);
    cx.wrapping = saved;
    return value;
  },
  zeros,
  require: requireCall,
  reveal: revealCall,
  sendTo: sendCall,
};

export function lowerCall(cx: Context, node: ts.CallExpression, expected?: Shape): Value {
  const callee = withoutParentheses(node.expression);
  if (node.questionDotToken !== undefined) return refuse(cx, 'notInLanguage', node, { what: '`?.`' });
  if (ts.isIdentifier(callee)) {
    const known = libraryName(cx.checker, callee);
    const call = known !== undefined && Object.hasOwn(library, known) ? library[known] : undefined;
    if (call !== undefined) return call(cx, node, expected);
    return helperCall(cx, node, callee);
  }
  if (isThisMember(callee)) {
    const method = cx.contract.methods.get(callee.name.text);
    if (method === undefined) return refuse(cx, 'unknownName', callee, { name: callee.getText() });
    return inline(cx, method.name, method.node, node);
  }
  if (ts.isPropertyAccessExpression(callee)) return methodCall(cx, node, callee, expected);
  return refuse(cx, 'notInLanguage', node, { what: 'This call' });
}

function argument(cx: Context, node: ts.CallExpression, index: number): ts.Expression {
  const found = node.arguments[index];
  if (found === undefined || ts.isSpreadElement(found))
    return refuse(cx, 'mismatch', node, { from: `${node.arguments.length} arguments`, to: 'more' });
  return found;
}

function zeros(cx: Context, node: ts.CallExpression): Value {
  const written = node.typeArguments?.[0];
  if (written === undefined) return refuse(cx, 'needsType', node, { name: 'zeros<…>' });
  const found = shapeOfType(cx.checker, cx.checker.getTypeFromTypeNode(written), written);
  if (!isShape(found) || found.shape.kind === 'record' || found.shape.kind === 'vector')
    return refuse(cx, 'noType', written, { name: 'zeros', type: written.getText() });
  const lengthNode = argument(cx, node, 0);
  const length = intOfValue(cx, lower(cx, lengthNode), lengthNode);
  if (length.label === 's') return refuse(cx, 'shapeLength', lengthNode);
  if (cx.secret > 0 && length.range.high > vectorLengthMax)
    return refuse(cx, 'abortBranch', lengthNode, { what: 'A length without a maximum' });
  const element = computed(found.shape);
  const zero = zeroOf(cx, found.shape, node);
  const shape: VectorShape = { kind: 'vector', element };
  const [ref] = cx.write.emit({
    op: 'vec.fill',
    immediates: [{ type: shape }],
    operands: [zero.ref, length.ref],
    results: [{ shape, label: 'p' }],
    safe: length.range.high <= vectorLengthMax,
    at: node.getStart(),
  });
  return { kind: 'vector', ref: ref!, element, label: 'p', range: exactly(0n), length };
}

function requireCall(cx: Context, node: ts.CallExpression): Value {
  const conditionNode = argument(cx, node, 0);
  const text = node.arguments[1];
  const condition = boolOf(cx, lower(cx, conditionNode), conditionNode);
  if (condition.label === 's') return refuse(cx, 'abortRequire', conditionNode);
  if (cx.secret > 0) return refuse(cx, 'abortBranch', node, { what: '`require`' });
  if (text === undefined || !ts.isStringLiteralLike(text) || text.text.trim() === '')
    return refuse(cx, 'reasonMissing', text ?? node, { name: 'require' });
  checkReasonLength(cx, text.text, text);
  cx.write.emit({ op: 'trap', immediates: [{ error: text.text }], operands: [condition.ref], at: node.getStart() });
  cx.orders = [...cx.orders, ...(condition.holds ?? [])];
  return nothing;
}

function checkReasonLength(cx: Context, text: string, node: ts.Node): void {
  const length = new TextEncoder().encode(text).length;
  if (length > reasonBytesMax) refuse(cx, 'reasonLong', node, { length, max: reasonBytesMax });
}

function reasonOf(cx: Context, node: ts.CallExpression, index: number, name: string): string {
  const reason = node.arguments[index];
  if (reason === undefined || !ts.isStringLiteralLike(reason) || reason.text.trim() === '')
    return refuse(cx, 'reasonMissing', reason ?? node, { name });
  checkReasonLength(cx, reason.text, reason);
  return reason.text;
}

function revealCall(cx: Context, node: ts.CallExpression, expected: Shape | undefined): Value {
  const reason = reasonOf(cx, node, 1, 'reveal');
  const valueNode = argument(cx, node, 0);
  const given = lower(cx, valueNode, expected);
  // It widens before it opens, so that what is returned is what was opened.
  const value = expected === undefined ? given : convert(cx, given, expected, valueNode);
  const [leaf] = leavesOf(value);
  if (leaf === undefined || leavesOf(value).length !== 1)
    return refuse(cx, 'mismatch', valueNode, { from: kindName(value), to: 'one value' });
  return released(cx, leaf, { kind: 'reveal', reason }, node);
}

function released(cx: Context, leaf: Leaf, release: ReleaseSite, node: ts.Node): Leaf {
  if (cx.secret > 0) return refuse(cx, 'flowRelease', node, { name: 'reveal' });
  if (leaf.label === 'p') return refuse(cx, 'publicReveal', node);
  const [ref] = cx.write.emit({
    op: 'reveal',
    immediates: [{ release }],
    operands: [leaf.ref],
    results: [{ shape: shapeOf(leaf), label: 'p' }],
    at: node.getStart(),
  });
  return { ...leaf, ref: ref!, label: 'p' } as Leaf;
}

function sendCall(cx: Context, node: ts.CallExpression): Value {
  const reason = reasonOf(cx, node, 2, 'sendTo');
  const recipient = scalarOf(cx, lower(cx, argument(cx, node, 0)), node);
  const value = scalarOf(cx, lower(cx, argument(cx, node, 1)), argument(cx, node, 1));
  if (cx.secret > 0) return refuse(cx, 'flowRelease', node, { name: 'sendTo' });
  const from = cx.write.stepOf(recipient.ref);
  if (from?.op !== 'ctx') return refuse(cx, 'readerSend', argument(cx, node, 0));
  if (value.label === 'p') return refuse(cx, 'publicReveal', node);
  cx.write.emit({
    op: 'send',
    immediates: [{ release: { kind: 'send', reason } satisfies ReleaseSite }],
    operands: [recipient.ref, value.ref],
    at: node.getStart(),
  });
  return nothing;
}

function helperCall(cx: Context, node: ts.CallExpression, callee: ts.Identifier): Value {
  const declaration = cx.checker.getSymbolAtLocation(callee)?.valueDeclaration;
  if (declaration === undefined) return refuse(cx, 'unknownName', callee, { name: callee.text });
  if (!ts.isFunctionDeclaration(declaration) || declaration.body === undefined)
    return refuse(cx, 'notInLanguage', callee, { what: `Calling \`${callee.text}\`` });
  return inline(cx, callee.text, declaration, node);
}

/** The body in place of the call. Its names are its own symbols, so nothing needs renaming. */
function inline(
  cx: Context,
  name: string,
  helper: ts.FunctionDeclaration | ts.MethodDeclaration,
  node: ts.CallExpression,
): Value {
  if (cx.path.includes(name)) return refuse(cx, 'recursion', node, { name });
  if (cx.path.length >= inlineDepthMax)
    return refuse(cx, 'tooMany', node, {
      what: 'Helpers inside helpers',
      count: cx.path.length + 1,
      max: inlineDepthMax,
    });
  helper.parameters.forEach((param, i) => bindParameter(cx, param, argument(cx, node, i)));
  const saved = { path: cx.path, returns: cx.returns };
  const found =
    helper.type === undefined
      ? undefined
      : shapeOfType(cx.checker, cx.checker.getTypeFromTypeNode(helper.type), helper.type);
  cx.path = [...saved.path, `${name}@${node.pos}`, name];
  cx.returns = found !== undefined && isShape(found) ? found.shape : undefined;
  try {
    return lowerStatements(cx, helper.body?.statements ?? []) ?? nothing;
  } finally {
    cx.path = saved.path;
    cx.returns = saved.returns;
  }
}

function bindParameter(cx: Context, param: ts.ParameterDeclaration, given: ts.Expression): void {
  if (
    !ts.isIdentifier(param.name) ||
    param.dotDotDotToken !== undefined ||
    param.initializer !== undefined ||
    param.questionToken !== undefined
  )
    return refuse(cx, 'notInLanguage', param, { what: 'This kind of parameter' });
  const declared = declaredParameter(param, cx.checker, (...report) => refuse(cx, ...report));
  if (declared === undefined) return;
  const value = lower(cx, given, declared.shape);
  if (declared.label === 'p' && value.kind === 'scalar' && value.label === 's')
    return refuse(cx, 'flowParameter', given, { name: param.name.text });
  const alias =
    value.kind === 'vector' || value.kind === 'record' || value.kind === 'object' ? namesExisting(given) : false;
  bindDeclared(cx, param.name, convert(cx, value, declared.shape, given), declared.label, alias);
}

function methodCall(
  cx: Context,
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  expected: Shape | undefined,
): Value {
  const name = callee.name.text;
  if (name === 'lastBySender') return lastBySender(cx, node, callee.expression);
  const owner = lower(cx, callee.expression);
  if (owner.kind === 'inbox' && name === 'upTo') return take(cx, owner.field, node, 0);
  if (owner.kind === 'vector' && name === 'map') return mapCall(cx, owner, node, expected);
  if (owner.kind === 'vector' && name === 'reduce') return reduceCall(cx, owner, node, expected);
  return refuse(cx, 'notYet', callee.name, {
    what: `\`${name}\` of ${kindName(owner)}`,
    hint: 'Arrays have length, map, reduce and for … of; an inbox has upTo(height).',
  });
}

/** The filter is part of taking the entries, because taking them moves the cursor. */
function lastBySender(cx: Context, node: ts.CallExpression, owner: ts.Expression): Value {
  const inner = withoutParentheses(owner);
  const source =
    ts.isCallExpression(inner) && ts.isPropertyAccessExpression(inner.expression) ? inner.expression : undefined;
  const box = source?.name.text === 'upTo' ? lower(cx, source.expression) : undefined;
  if (box?.kind !== 'inbox' || !ts.isCallExpression(inner))
    return refuse(cx, 'notYet', node, {
      what: '`lastBySender` on anything but `upTo(…)`',
      hint: '`this.box.upTo(height).lastBySender()`',
    });
  return take(cx, box.field, inner, 1);
}

function take(cx: Context, name: string, node: ts.CallExpression, filter: 0 | 1): Value {
  const field = cx.contract.fields.get(name);
  if (field?.kind !== 'inbox') return refuse(cx, 'unknownName', node, { name });
  const heightNode = argument(cx, node, 0);
  const given = intOfValue(cx, lower(cx, heightNode), heightNode, intOf[64]);
  if (given.label === 's') return refuse(cx, 'shapeHeight', heightNode);
  if (cx.secret > 0) return refuse(cx, 'shapeBranch', node, { what: 'Taking entries' });
  const height = resize(cx, given, intOf[64], heightNode);
  const element: RecordShape = {
    kind: 'record',
    members: [
      { name: 'sender', shape: { kind: 'address' }, label: 'p' },
      { name: 'index', shape: intOf[64], label: 'p' },
      { name: 'entry', shape: field.entry, label: 's' },
    ],
  };
  const shape: VectorShape = { kind: 'vector', element };
  const [ref] = cx.write.emit({
    op: 'inbox.take',
    immediates: [{ field: name }, { type: shape }, { number: filter }],
    operands: [height.ref],
    results: [{ shape, label: 'p' }],
    at: node.getStart(),
  });
  return { kind: 'vector', ref: ref!, element, label: 'p', range: boundsOf(element), length: undefined, entries: true };
}

interface Arrow {
  readonly node: ts.ArrowFunction;
  readonly params: readonly ts.BindingName[];
}

function arrowOf(cx: Context, node: ts.Expression, name: string, most: number): Arrow {
  const arrow = withoutParentheses(node);
  if (!ts.isArrowFunction(arrow)) return refuse(cx, 'notInLanguage', node, { what: `A named function in \`${name}\`` });
  const assigned = assignedIn(cx, [arrow.body]);
  if (assigned.fields.size > 0 || [...assigned.locals].some((symbol) => cx.env.has(symbol)))
    return refuse(cx, 'arrowEffect', node, { name });
  if (arrow.parameters.length > most || arrow.parameters.some((param) => param.dotDotDotToken ?? param.initializer))
    return refuse(cx, 'notInLanguage', arrow, { what: 'This kind of parameter' });
  return { node: arrow, params: arrow.parameters.map((param) => param.name) };
}

function runArrow(cx: Context, arrow: Arrow, values: readonly Value[], expected?: Shape): Value {
  arrow.params.forEach((param, i) => bindName(cx, param, values[i] ?? nothing, { alias: true }));
  const saved = cx.returns;
  cx.returns = expected;
  try {
    return ts.isBlock(arrow.node.body)
      ? (lowerStatements(cx, arrow.node.body.statements) ?? nothing)
      : lower(cx, arrow.node.body, expected);
  } finally {
    cx.returns = saved;
  }
}

/** `x => reveal(f(x), "why")` reveals the whole array at once: one site, one block of the result. */
function revealedBody(
  cx: Context,
  arrow: Arrow,
): { readonly inner: ts.Expression; readonly call: ts.CallExpression } | undefined {
  const body = ts.isBlock(arrow.node.body) ? undefined : withoutParentheses(arrow.node.body);
  if (body === undefined || !ts.isCallExpression(body) || !ts.isIdentifier(body.expression)) return undefined;
  const inner = body.arguments[0];
  return libraryName(cx.checker, body.expression) === 'reveal' && inner !== undefined
    ? { inner, call: body }
    : undefined;
}

function mapCall(cx: Context, vector: VectorValue, node: ts.CallExpression, expected: Shape | undefined): Value {
  const arrow = arrowOf(cx, argument(cx, node, 0), 'map', 2);
  const wanted = expected?.kind === 'vector' ? computed(expected.element) : undefined;
  const revealed = revealedBody(cx, arrow);
  if (revealed === undefined)
    return each(cx, vector, (element, index) => runArrow(cx, arrow, [element, index], wanted), wanted, node);
  const reason = reasonOf(cx, revealed.call, 1, 'reveal');
  const [param] = arrow.params;
  const same =
    param !== undefined &&
    ts.isIdentifier(revealed.inner) &&
    ts.isIdentifier(param) &&
    revealed.inner.text === param.text;
  const widens =
    wanted !== undefined &&
    computed(vector.element).kind === 'int' &&
    JSON.stringify(wanted) !== JSON.stringify(computed(vector.element));
  const body = (element: Value, index: Value): Value => {
    arrow.params.forEach((name, i) => bindName(cx, name, [element, index][i] ?? nothing, { alias: true }));
    return lower(cx, revealed.inner, wanted);
  };
  const value = same && !widens ? vector : each(cx, vector, body, wanted, node);
  return released(cx, value, { kind: 'reveal', reason }, revealed.call);
}

/** One value for each element; nothing is carried, so all of it may run at once. */
function each(
  cx: Context,
  vector: VectorValue,
  body: (element: Value, index: Value) => Value,
  wanted: Shape | undefined,
  node: ts.Node,
): VectorValue {
  const count = lengthOf(cx, vector, node);
  const block = cx.write.open([
    { shape: count.shape, label: 'p' },
    { shape: vector.element, label: vector.label },
  ]);
  const saved = cx.env;
  cx.env = new Map(saved);
  try {
    const element = received(cx, block.params[1]!, vector.element, vector.label, node);
    const known: Value =
      element.kind === 'object'
        ? { ...element, entry: vector.entries ?? false }
        : element.kind === 'scalar'
          ? { ...element, range: vector.range }
          : element;
    const index: ScalarValue = { ...scalar(block.params[0]!, count.shape, 'p'), below: [count.ref] };
    const given = body(known, index);
    const result = wanted === undefined ? scalarOf(cx, given, node) : (convert(cx, given, wanted, node) as ScalarValue);
    cx.write.close(block, [result.ref]);
    if (block.steps.some((step) => step.op === 'reveal' || step.op === 'send')) return refuse(cx, 'revealInMap', node);
    if (block.steps.some((step) => step.op === 'st.set' || step.op === 'inbox.take'))
      return refuse(cx, 'arrowEffect', node, { name: 'map' });
    const shape: VectorShape = { kind: 'vector', element: result.shape };
    const [ref] = cx.write.emit({
      op: 'each',
      operands: [count.ref, vector.ref],
      regions: [block],
      results: [{ shape, label: result.label }],
      safe: true,
      at: node.getStart(),
    });
    return {
      kind: 'vector',
      ref: ref!,
      element: result.shape,
      label: result.label,
      range: result.range,
      length: count,
    };
  } finally {
    cx.env = saved;
  }
}

function reduceCall(cx: Context, vector: VectorValue, node: ts.CallExpression, expected: Shape | undefined): Value {
  const arrow = arrowOf(cx, argument(cx, node, 0), 'reduce', 3);
  const startNode = argument(cx, node, 1);
  const natural = computed(vector.element);
  const wanted = expected ?? (natural.kind === 'record' || natural.kind === 'vector' ? undefined : natural);
  const given = lower(cx, startNode, wanted);
  const start =
    given.kind === 'literal' && wanted !== undefined && wanted.kind === 'int'
      ? scalarOf(cx, given, startNode, wanted)
      : given;
  if (start.kind === 'literal') return refuse(cx, 'needsType', startNode, { name: 'total' });
  // The running total is a name of its own that the loop carries.
  const key = `reduce@${node.pos}`;
  const shape = start.kind === 'scalar' ? start.shape : undefined;
  cx.env.set(key, { value: start, shape, label: undefined, name: 'total' });
  const count = lengthOf(cx, vector, node);
  loop(cx, {
    count,
    max: least([count.range.high, vectorLengthMax]),
    keys: [key],
    nodes: [],
    node,
    body(index) {
      const total = cx.env.get(key)!.value!;
      const element = elementAt(cx, vector, { ref: index.ref, safe: true }, node);
      const result = runArrow(cx, arrow, [total, element, index], shape);
      const next = shape === undefined ? result : convert(cx, result, shape, node);
      cx.env.set(key, { ...cx.env.get(key)!, value: next });
    },
  });
  const total = cx.env.get(key)!.value!;
  cx.env.delete(key);
  return total;
}

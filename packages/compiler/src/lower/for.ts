// `for`: over elements, entries and keys, up to a public bound, or as long as a public condition holds. How rounds carry what they change: loop.ts.
import ts from 'typescript';
import { WHILE_ROUNDS_MAX } from '@enigma/bytecode';
import { interval, least } from '../interval.ts';
import { acts } from '../ir.ts';
import { boundsOf, commonInt, shapeName, smallestAround, type IntShape } from '../shape.ts';
import { vectorLengthMax } from '../limits.ts';
import { elementAt, lengthOf } from './access.ts';
import { namesExisting, rootsOf, writtenIn } from './alias.ts';
import { arithmetic, extreme } from './arithmetic.ts';
import { assignedIn, assignsHere, isStep, readsChanged, withoutParentheses, type Assigned } from './assigned.ts';
import { bindName } from './bind.ts';
import { boolOf, constant, constantOf, intOfValue, kindName, resize } from './convert.ts';
import { refuse, type Context } from './context.ts';
import { lower } from './expression.ts';
import { mapGet, mapKey, mapKeys } from './map.ts';
import { scalar, type ScalarValue, type Value } from './value.ts';
import { loop } from './loop.ts';

export function lowerForOf(cx: Context, node: ts.ForOfStatement, body: (statement: ts.Statement) => void): void {
  if (node.awaitModifier !== undefined) return refuse(cx, 'notInLanguage', node, { what: '`for await`' });
  const given = lower(cx, node.expression);
  const map = given.kind === 'map' ? given : undefined;
  const vector = given.kind === 'map' ? mapKeys(cx, given, node.expression) : given;
  if (vector.kind !== 'vector')
    return refuse(cx, 'mismatch', node.expression, { from: kindName(vector), to: 'an array' });
  checkLive(cx, node);
  const count = lengthOf(cx, vector, node.expression);
  const declaration = ts.isVariableDeclarationList(node.initializer) ? node.initializer.declarations[0] : undefined;
  if (declaration === undefined)
    return refuse(cx, 'notInLanguage', node.initializer, { what: 'A loop over an existing variable' });
  loop(cx, {
    count,
    max: least([count.range.high, vectorLengthMax]),
    nodes: [node.statement],
    node,
    body(index) {
      const element = elementAt(cx, vector, { ref: index.ref, safe: true }, declaration);
      if (map === undefined) bindName(cx, declaration.name, element, { alias: true });
      else
        bindEntry(cx, declaration.name, element, mapGet(cx, map, mapKey(cx, map, element, declaration), declaration));
      body(node.statement);
    },
  });
}

/** JavaScript goes over the array or map as it is in each round, and here it is that of the first: so a loop writes nothing of what it goes over. */
function checkLive(cx: Context, node: ts.ForOfStatement): void {
  if (!namesExisting(cx, node.expression)) return;
  const roots = rootsOf(cx, node.expression);
  const keys = writtenIn(assignedIn(cx, [node.statement], (call) => isOwnEntry(cx, node, call)));
  if (roots.some((root) => keys.includes(root)))
    refuse(cx, 'aliasLoop', node.expression, { name: node.expression.getText() });
}

/** `votes.set(key, …)` or `votes.delete(key)` of the entry that this round of a loop over `votes` is about. */
function isOwnEntry(cx: Context, { expression, initializer }: ts.ForOfStatement, call: ts.CallExpression): boolean {
  const callee = withoutParentheses(call.expression);
  const [key] = call.arguments;
  const [declaration] = ts.isVariableDeclarationList(initializer) ? initializer.declarations : [];
  const [first] =
    declaration !== undefined && ts.isArrayBindingPattern(declaration.name) ? declaration.name.elements : [];
  if (first === undefined || !ts.isBindingElement(first) || !ts.isIdentifier(first.name)) return false;
  return (
    ts.isPropertyAccessExpression(callee) &&
    key !== undefined &&
    ts.isIdentifier(key) &&
    cx.checker.getSymbolAtLocation(key) === cx.checker.getSymbolAtLocation(first.name) &&
    callee.expression.getText() === expression.getText()
  );
}

/** `[key, value]` of a map, or either of them alone. */
function bindEntry(cx: Context, name: ts.BindingName, key: Value, value: Value): void {
  if (!ts.isArrayBindingPattern(name) || name.elements.length > 2)
    return refuse(cx, 'notInLanguageHint', name, {
      what: 'This name for an entry of a map',
      hint: '`for (const [key, value] of this.map)`, or `of this.map.keys()`.',
    });
  name.elements.forEach((element, i) => {
    if (ts.isOmittedExpression(element)) return;
    if (element.dotDotDotToken !== undefined || element.initializer !== undefined)
      return refuse(cx, 'notInLanguage', element, { what: 'A default or rest in a pattern' });
    bindName(cx, element.name, i === 0 ? key : value, { alias: true });
  });
}

interface Counter {
  readonly name: ts.Identifier;
  readonly start: Value;
  readonly bound: Value;
  readonly boundNode: ts.Expression;
  readonly inclusive: boolean;
  readonly stride: bigint;
}

export function lowerFor(cx: Context, node: ts.ForStatement, body: (statement: ts.Statement) => void): void {
  if (node.condition !== undefined && isJoined(node.condition)) return lowerUntil(cx, node, body);
  const counter = counterOf(cx, node, node.condition);
  const assigned = assignedIn(cx, [node.statement]);
  checkBound(cx, counter, assigned);
  const shape = counterShape(cx, counter, node);
  const start = asCounter(cx, counter.start, shape, node.initializer ?? node);
  const bound = asCounter(cx, counter.bound, shape, counter.boundNode);
  const { count, simple } = countOf(cx, counter, start, bound, node);
  const symbol = cx.checker.getSymbolAtLocation(counter.name)!;
  loop(cx, {
    count,
    max: count.range.high,
    nodes: [node.statement],
    node,
    body(index) {
      const high = counter.inclusive ? bound.range.high : bound.range.high - 1n;
      const range = interval(start.range.low, high < start.range.low ? start.range.low : high);
      // Equal values under other numbers: the bound as written and as the counter's type has it.
      const below = counter.inclusive
        ? []
        : [bound.ref, ...(counter.bound.kind === 'scalar' ? [counter.bound.ref] : [])];
      const value = simple ? index : counted(cx, start, index, counter.stride, node);
      cx.env.set(symbol, {
        value: { ...value, range, below },
        shape,
        label: undefined,
        name: counter.name.text,
        counts: true,
      });
      body(node.statement);
    },
  });
}

function isJoined(node: ts.Expression): node is ts.BinaryExpression {
  const inner = withoutParentheses(node);
  return ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
}

/** The leftmost of what `&&` joins. */
function firstJoined(node: ts.Expression): ts.Expression {
  const inner = withoutParentheses(node);
  return isJoined(inner) ? firstJoined(inner.left) : inner;
}

/**
 * `for (let k = 0; k < 64 && going; k++)`: as long as the public condition holds, and at most so many rounds as the first part of it says,
 * which are paid for. The counter is carried like any other value, so that the condition may name it.
 */
function lowerUntil(cx: Context, node: ts.ForStatement, body: (statement: ts.Statement) => void): void {
  const condition = node.condition!;
  const counter = counterOf(cx, node, firstJoined(condition));
  checkBound(cx, counter, assignedIn(cx, [condition, node.statement]));
  const [from, to] = [counter.start, counter.bound].map((value) =>
    value.kind === 'literal' ? value.value : value.kind === 'scalar' ? constantOf(value) : undefined,
  );
  if (from === undefined || to === undefined || from < 0n) return refuse(cx, 'noMaximum', condition);
  const end = counter.inclusive ? to + 1n : to;
  const max = end <= from ? 0n : (end - from + counter.stride - 1n) / counter.stride;
  if (max > BigInt(WHILE_ROUNDS_MAX)) return refuse(cx, 'tooManyRounds', counter.boundNode, { max: WHILE_ROUNDS_MAX });
  const symbol = cx.checker.getSymbolAtLocation(counter.name)!;
  const shape = smallestAround(end + counter.stride);
  const before = cx.env.get(symbol);
  const set = (value: ScalarValue): void =>
    void cx.env.set(symbol, { value, shape, label: undefined, name: counter.name.text, counts: true });
  const goesOn = (): ScalarValue => {
    const value = boolOf(cx, lower(cx, condition), condition);
    return value.label === 's' ? refuse(cx, 'shapeBound', condition) : value;
  };
  set(constant(cx, shape, from, node));
  const first = goesOn();
  if (max > 0n)
    loop(cx, {
      first,
      again() {
        const here = cx.env.get(symbol)!.value as ScalarValue;
        set(plusSafe(cx, here, counter.stride, node));
        return goesOn();
      },
      max,
      keys: [symbol],
      nodes: [condition, node.statement],
      node,
      body() {
        const here = cx.env.get(symbol)!.value as ScalarValue;
        set({ ...here, range: interval(from, from + (max - 1n) * counter.stride) });
        body(node.statement);
      },
    });
  if (before === undefined) cx.env.delete(symbol);
  else cx.env.set(symbol, before);
}

/** Public, and inside the type because the loop ends before it is not. */
function plusSafe(cx: Context, value: ScalarValue, by: bigint, node: ts.Node): ScalarValue {
  const [ref] = cx.write.emit({
    op: 'add.t',
    operands: [value.ref, constant(cx, value.shape, by, node).ref],
    results: [{ shape: value.shape, label: 'p' }],
    safe: true,
    at: node.getStart(),
  });
  return scalar(ref!, value.shape, 'p', interval(value.range.low + by, value.range.high + by));
}

/** start + index · stride; inside the counter's type because the condition was true. */
function counted(cx: Context, start: ScalarValue, index: ScalarValue, stride: bigint, node: ts.Node): ScalarValue {
  const emit = (op: 'mul.t' | 'add.t', a: ScalarValue, b: ScalarValue): ScalarValue => {
    const [ref] = cx.write.emit({
      op,
      operands: [a.ref, b.ref],
      results: [{ shape: start.shape, label: 'p' }],
      safe: true,
      at: node.getStart(),
    });
    return scalar(ref!, start.shape, 'p');
  };
  const by = stride === 1n ? index : emit('mul.t', index, constant(cx, start.shape, stride, node));
  return emit('add.t', start, by);
}

function counterOf(cx: Context, node: ts.ForStatement, compared: ts.Expression | undefined): Counter {
  const list = node.initializer;
  const declaration =
    list !== undefined && ts.isVariableDeclarationList(list) && list.declarations.length === 1
      ? list.declarations[0]!
      : undefined;
  const condition = compared === undefined ? undefined : withoutParentheses(compared);
  if (
    declaration?.initializer === undefined ||
    !ts.isIdentifier(declaration.name) ||
    condition === undefined ||
    !ts.isBinaryExpression(condition)
  )
    return refuse(cx, 'noMaximum', node.condition ?? node);
  const name = declaration.name;
  const symbol = cx.checker.getSymbolAtLocation(name);
  const is = (expression: ts.Expression): boolean =>
    ts.isIdentifier(expression) && cx.checker.getSymbolAtLocation(expression) === symbol;
  const operator = condition.operatorToken.kind;
  const upward =
    (operator === ts.SyntaxKind.LessThanToken || operator === ts.SyntaxKind.LessThanEqualsToken) && is(condition.left);
  const stride = strideOf(node.incrementor, is);
  if (!upward || stride === undefined) return refuse(cx, 'noMaximum', node.condition ?? node);
  const start = lower(cx, declaration.initializer);
  const bound = boundOf(cx, condition.right);
  if (bound.kind === 'scalar' && bound.label === 's') return refuse(cx, 'shapeBound', condition.right);
  if (start.kind === 'scalar' && start.label === 's') return refuse(cx, 'shapeBound', declaration.initializer);
  return {
    name,
    start,
    bound,
    boundNode: condition.right,
    inclusive: operator === ts.SyntaxKind.LessThanEqualsToken,
    stride,
  };
}

/** Read once, where JavaScript reads it in front of each round: so it may do nothing besides. */
function boundOf(cx: Context, node: ts.Expression): Value {
  const block = cx.write.open([]);
  const bound = lower(cx, node);
  cx.write.close(block, []);
  if (assignsHere(cx, node) || block.steps.some(acts)) return refuse(cx, 'boundActs', node);
  cx.write.splice(block);
  return bound;
}

function strideOf(node: ts.Expression | undefined, is: (expression: ts.Expression) => boolean): bigint | undefined {
  if (node === undefined) return undefined;
  if ((ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) && isStep(node.operator))
    return node.operator === ts.SyntaxKind.PlusPlusToken && is(node.operand) ? 1n : undefined;
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusEqualsToken || !is(node.left))
    return undefined;
  return ts.isNumericLiteral(node.right) && /^[1-9]\d{0,5}$/.test(node.right.getText())
    ? BigInt(node.right.getText())
    : undefined;
}

/** A bound is read once, so nothing it is made of may change in the loop. */
function checkBound(cx: Context, counter: Counter, assigned: Assigned): void {
  const name = readsChanged(cx, counter.boundNode, assigned);
  if (name !== undefined) refuse(cx, 'boundChanges', counter.boundNode, { name });
  const own = cx.checker.getSymbolAtLocation(counter.name);
  if (own !== undefined && assigned.locals.has(own))
    refuse(cx, 'loopVariable', counter.name, { name: counter.name.text });
}

function counterShape(cx: Context, counter: Counter, node: ts.Node): IntShape {
  const shapes = [counter.start, counter.bound].map((value): IntShape => {
    if (value.kind === 'literal') return smallestAround(value.value);
    if (value.kind !== 'scalar' || value.shape.kind !== 'int')
      return refuse(cx, 'mismatch', node, { from: kindName(value), to: 'a number' });
    return value.shape;
  });
  const [a, b] = shapes as [IntShape, IntShape];
  const shape = commonInt(a, b);
  if (shape === undefined || shape.signed)
    return refuse(cx, 'notYet', node, {
      what: 'A loop that counts in a signed type',
      hint: 'Count from 0 in an unsigned type and subtract inside.',
    });
  return shape;
}

function asCounter(cx: Context, value: Value, shape: IntShape, node: ts.Node): ScalarValue {
  const int = intOfValue(cx, value, node, shape);
  if (int.shape.bits > shape.bits) throw new Error(`a counter of ${shapeName(shape)} holds its bounds`);
  return resize(cx, int, shape, node);
}

function countOf(
  cx: Context,
  counter: Counter,
  start: ScalarValue,
  bound: ScalarValue,
  node: ts.Node,
): { readonly count: ScalarValue; readonly simple: boolean } {
  const [from, to] = [constantOf(start), constantOf(bound)];
  const simple = from === 0n && counter.stride === 1n;
  if (from !== undefined && to !== undefined) {
    const span = (counter.inclusive ? to + 1n : to) - from;
    const rounds = span <= 0n ? 0n : (span + counter.stride - 1n) / counter.stride;
    return {
      count: constant(cx, start.shape, rounds > boundsOf(start.shape).high ? boundsOf(start.shape).high : rounds, node),
      simple,
    };
  }
  if (simple && !counter.inclusive) return { count: bound, simple };
  const end = counter.inclusive ? plus(cx, bound, 1n, node) : bound;
  const span = arithmetic(cx, '-', extreme(cx, 'max', end, start, node), start, node) as ScalarValue;
  if (counter.stride === 1n) return { count: span, simple };
  const stride = constant(cx, start.shape, counter.stride, node);
  return { count: arithmetic(cx, '/', plus(cx, span, counter.stride - 1n, node), stride, node) as ScalarValue, simple };
}

function plus(cx: Context, value: ScalarValue, by: bigint, node: ts.Node): ScalarValue {
  return arithmetic(cx, '+', value, constant(cx, value.shape, by, node), node) as ScalarValue;
}

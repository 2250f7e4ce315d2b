// Loops with a public number of rounds. What the body assigns is carried from round to round with a declared label, found by lowering
// the body until the labels hold; and with a range, found by measuring how far one round moves a value.
import ts from 'typescript';
import { WHILE_ROUNDS_MAX, type Label } from '@enigma/bytecode';
import { interval, inside, least, type Interval } from '../interval.ts';
import type { Ref } from '../ir.ts';
import { bool, boundsOf, commonInt, sameShape, shapeName, smallestAround, type IntShape } from '../shape.ts';
import { vectorLengthMax } from '../limits.ts';
import { elementAt, lengthOf } from './access.ts';
import { arithmetic, extreme } from './arithmetic.ts';
import { assignedIn, isStep, withoutParentheses, type Assigned } from './assigned.ts';
import { bindName } from './bind.ts';
import { boolOf, classify, constant, constantOf, convert, intOfValue, kindName, resize } from './convert.ts';
import { refuse, step, type Binding, type Context, type Key } from './context.ts';
import { lower } from './expression.ts';
import { forgetLengths, isRemembered, loadField } from './field.ts';
import { mapGet, mapKey, mapKeys } from './map.ts';
import {
  leavesOf,
  renamed,
  scalar,
  shapeOf,
  startingHere,
  withLeaves,
  type Leaf,
  type ScalarValue,
  type Value,
} from './value.ts';

/** Rounds that are known before the first. */
interface Counted {
  readonly count: ScalarValue;
  readonly body: (index: ScalarValue) => void;
}

/** A public condition before each round: `first` before the first, `again` at the end of each. */
interface Until {
  readonly first: ScalarValue;
  readonly again: () => ScalarValue;
  readonly body: () => void;
}

export type Rounds = (Counted | Until) & {
  /** Most rounds, as far as is known. */
  readonly max: bigint;
  /** Carried besides what the body assigns by name. */
  readonly keys?: readonly Key[];
  readonly nodes: readonly ts.Node[];
  readonly node: ts.Node;
};

interface Assumed {
  readonly labels: readonly Label[];
  readonly ranges: readonly Interval[];
  readonly lengths: readonly boolean[];
}

interface Attempt {
  readonly ends: readonly Leaf[];
  readonly params: readonly Leaf[];
  readonly block: ReturnType<Context['write']['open']>;
  readonly reports: readonly Parameters<Context['report']>[];
}

export function loop(cx: Context, rounds: Rounds): void {
  const assigned = assignedIn(cx, rounds.nodes);
  prepareFields(cx, assigned, rounds.node);
  const keys = carriedKeys(cx, assigned, rounds.keys ?? [], rounds.node);
  const before = keys.map((key) => cx.env.get(key)!.value!);
  const leaves = before.flatMap(leavesOf);
  const place = `${cx.path.join('>')}@${rounds.node.pos}`;
  const remembered = cx.remembered.get(place);
  let assumed: Assumed = {
    labels: leaves.map((leaf, i) => (leaf.label === 's' || remembered?.[i] === 's' ? 's' : 'p')),
    ranges: leaves.map((leaf) => boundsOf(leafScalar(leaf))),
    lengths: leaves.map(() => true),
  };
  let narrowed = false;
  for (;;) {
    const attempt = lowerOnce(cx, rounds, keys, before, leaves, assumed);
    const next: Assumed = {
      ...assumed,
      labels: assumed.labels.map((label, i) => (label === 's' || attempt.ends[i]!.label === 's' ? 's' : 'p')),
      lengths: assumed.lengths.map((kept, i) => kept && sameLength(attempt.ends[i]!, attempt.params[i]!)),
    };
    if (differs(next, assumed)) {
      assumed = next;
      continue;
    }
    if (!narrowed) {
      narrowed = true;
      const ranges = attempt.ends.map(
        (end, i) => rangeBefore(leaves[i]!, end, attempt.params[i]!, rounds.max) ?? assumed.ranges[i]!,
      );
      if (ranges.some((range, i) => range.high !== assumed.ranges[i]!.high || range.low !== assumed.ranges[i]!.low)) {
        assumed = { ...assumed, ranges };
        continue;
      }
    }
    cx.remembered.set(place, assumed.labels);
    for (const report of attempt.reports) cx.report(...report);
    write(cx, rounds, keys, before, leaves, assumed, attempt);
    break;
  }
  if (cx.secret === 0) for (const name of assigned.fields) cx.env.delete(`this.${name}`);
}

function differs(a: Assumed, b: Assumed): boolean {
  return a.labels.some((label, i) => label !== b.labels[i]) || a.lengths.some((kept, i) => kept !== b.lengths[i]);
}

function leafScalar(leaf: Leaf): Parameters<typeof boundsOf>[0] {
  return leaf.kind === 'vector' ? leaf.element : leaf.kind === 'object' ? bool : leaf.shape;
}

function sameLength(end: Leaf, param: Leaf): boolean {
  return end.kind !== 'vector' || param.kind !== 'vector' || end.length?.ref === param.length?.ref;
}

/** In a secret branch fields are values like any other; outside they are written in place and nothing is known of them across rounds. */
function prepareFields(cx: Context, assigned: Assigned, node: ts.Node): void {
  forgetLengths(cx, assigned.resized);
  for (const name of assigned.fields) {
    if (!isRemembered(cx, name)) continue;
    if (cx.secret > 0) loadField(cx, name, node);
    else cx.env.delete(`this.${name}`);
  }
}

function carriedKeys(cx: Context, assigned: Assigned, extra: readonly Key[], node: ts.Node): readonly Key[] {
  for (const key of assigned.locals) {
    const binding = cx.env.get(key);
    if (binding?.value === undefined) continue;
    const [part] = untyped(binding.value);
    if (part === 'map') return refuse(cx, 'chosenMap', node);
    if (part !== undefined) return refuse(cx, 'needsType', node, { name: binding.name });
  }
  const fields =
    cx.secret > 0 ? [...assigned.fields].filter((name) => isRemembered(cx, name)).map((name) => `this.${name}`) : [];
  return [...new Set<Key>([...assigned.locals, ...fields, ...extra])].filter((key) => {
    const value = cx.env.get(key)?.value;
    return value !== undefined && leavesOf(value).length > 0;
  });
}

function lowerOnce(
  cx: Context,
  rounds: Rounds,
  keys: readonly Key[],
  before: readonly Value[],
  leaves: readonly Leaf[],
  assumed: Assumed,
): Attempt {
  step(cx);
  const declared = leaves.map((leaf, i) => ({ shape: shapeOf(leaf), label: assumed.labels[i]! }));
  const saved = { env: cx.env, report: cx.report, orders: cx.orders };
  const reports: Parameters<Context['report']>[] = [];
  const lead = 'count' in rounds ? [{ shape: rounds.count.shape, label: 'p' as const }] : [];
  const block = cx.write.open([...lead, ...declared]);
  const params = leaves.map((leaf, i) => {
    const param = startingHere(renamed(leaf, block.params[lead.length + i]!, assumed.labels[i]!));
    if (param.kind === 'object') return param;
    if (param.kind === 'vector')
      return { ...param, range: assumed.ranges[i]!, length: assumed.lengths[i] ? param.length : undefined };
    return { ...param, range: assumed.ranges[i]! };
  });
  cx.env = new Map(saved.env);
  cx.report = (...report) => void reports.push(report);
  try {
    setLeaves(cx, keys, before, params);
    const again: Ref[] = [];
    if ('count' in rounds) {
      const last = rounds.max > 0n ? rounds.max - 1n : 0n;
      rounds.body(scalar(block.params[0]!, rounds.count.shape, 'p', interval(0n, last)));
    } else {
      rounds.body();
      again.push(rounds.again().ref);
    }
    let next = 0;
    const ends = keys.flatMap((key, i) => {
      const own = leavesOf(before[i]!).map(() => params[next++]!);
      const value = cx.env.get(key)?.value;
      if (value === undefined) return own;
      return leavesOf(value.kind === 'record' ? fitted(cx, value, before[i]!, rounds.node) : value);
    });
    const yields = ends.map((end, i) => (assumed.labels[i] === 's' ? classify(cx, end, rounds.node) : end).ref);
    cx.write.close(block, [...again, ...yields]);
    return { ends, params, block, reports };
  } catch (error) {
    for (const report of reports) saved.report(...report);
    throw error;
  } finally {
    cx.env = saved.env;
    cx.report = saved.report;
    // What a round has proven holds only where that round ran.
    cx.orders = saved.orders;
  }
}

/** Parts of a value that exist only while compiling, and that no loop can carry. */
function untyped(value: Value): readonly ('map' | 'constant')[] {
  if (value.kind === 'record') return [...value.members.values()].flatMap(untyped);
  if (value.kind === 'map' || value.kind === 'inbox') return ['map'];
  return value.kind === 'literal' || value.kind === 'text' ? ['constant'] : [];
}

/** What a record has become after a round, in the types and the order of what it was. */
function fitted(cx: Context, value: Value, before: Value, node: ts.Node): Value {
  if (before.kind === 'scalar')
    return value.kind === 'scalar' && value.shape.kind === before.shape.kind && sameShape(value.shape, before.shape)
      ? value
      : convert(cx, value, before.shape, node);
  if (before.kind !== value.kind) return refuse(cx, 'mismatch', node, { from: kindName(value), to: kindName(before) });
  if (before.kind !== 'record' || value.kind !== 'record') return value;
  const members = [...before.members].map(([name, member]): readonly [string, Value] => {
    const now = value.members.get(name);
    if (now === undefined)
      return refuse(cx, 'mismatch', node, { from: kindName(value), to: 'a record of the same members' });
    return [name, fitted(cx, now, member, node)];
  });
  return { kind: 'record', members: new Map(members) };
}

function setLeaves(cx: Context, keys: readonly Key[], before: readonly Value[], leaves: readonly Leaf[]): void {
  let next = 0;
  keys.forEach((key, i) => {
    const own = leavesOf(before[i]!).map(() => leaves[next++]!);
    const binding = cx.env.get(key) as Binding;
    cx.env.set(key, { ...binding, value: withLeaves(before[i]!, own) });
  });
}

/** Where a value starts, moved `times` rounds by what one round moves it. */
function moved(start: Interval, end: Leaf, param: Leaf, times: bigint): Interval | undefined {
  if (end.kind === 'object' || end.from === undefined || end.from.base !== param.ref) return undefined;
  const down = end.from.low < 0n ? end.from.low : 0n;
  const up = end.from.high > 0n ? end.from.high : 0n;
  return interval(start.low + times * down, start.high + times * up);
}

/**
 * Range at the start of any round, if after the last one the value is still inside its type. By induction: if nothing wrapped so far, round
 * i starts at most i steps away from the start, and the step it makes stays inside too.
 */
function rangeBefore(leaf: Leaf, end: Leaf, param: Leaf, max: bigint): Interval | undefined {
  if (leaf.kind === 'object') return undefined;
  const after = moved(leaf.range, end, param, max);
  if (after === undefined || !inside(after, boundsOf(leafScalar(leaf)))) return undefined;
  return moved(leaf.range, end, param, max > 0n ? max - 1n : 0n);
}

function write(
  cx: Context,
  rounds: Rounds,
  keys: readonly Key[],
  before: readonly Value[],
  leaves: readonly Leaf[],
  assumed: Assumed,
  attempt: Attempt,
): void {
  const initial = leaves.map((leaf, i) => (assumed.labels[i] === 's' ? classify(cx, leaf, rounds.node) : leaf).ref);
  const carried = leaves.map((leaf, i) => ({ shape: shapeOf(leaf), label: assumed.labels[i]! }));
  const refs = cx.write.emit({
    ...('count' in rounds
      ? { op: 'for', operands: [rounds.count.ref, ...initial] }
      : { op: 'while', operands: [rounds.first.ref, ...initial], immediates: [{ number: Number(rounds.max) }] }),
    carried,
    regions: [attempt.block],
    results: carried,
    at: rounds.node.getStart(),
  });
  const results = leaves.map((leaf, i): Leaf => {
    const result = renamed(leaf, refs[i]!, assumed.labels[i]!);
    if (result.kind === 'object' || leaf.kind === 'object') return result;
    const total = moved(leaf.range, attempt.ends[i]!, attempt.params[i]!, rounds.max);
    const bounds = boundsOf(leafScalar(leaf));
    const way =
      leaf.from === undefined
        ? undefined
        : moved({ low: leaf.from.low, high: leaf.from.high }, attempt.ends[i]!, attempt.params[i]!, rounds.max);
    const facts = {
      range: total !== undefined && inside(total, bounds) ? total : bounds,
      ...(way && leaf.from ? { from: { base: leaf.from.base, ...way } } : {}),
    };
    return result.kind === 'vector'
      ? { ...result, ...facts, length: assumed.lengths[i] ? result.length : undefined }
      : { ...result, ...facts };
  });
  setLeaves(cx, keys, before, results);
}

export function lowerForOf(cx: Context, node: ts.ForOfStatement, body: (statement: ts.Statement) => void): void {
  if (node.awaitModifier !== undefined) return refuse(cx, 'notInLanguage', node, { what: '`for await`' });
  const given = lower(cx, node.expression);
  const map = given.kind === 'map' ? given : undefined;
  const vector = given.kind === 'map' ? mapKeys(cx, given, node.expression) : given;
  if (vector.kind !== 'vector')
    return refuse(cx, 'mismatch', node.expression, { from: kindName(vector), to: 'an array' });
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
  checkBound(cx, counter, assignedIn(cx, [node.statement]));
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
      nodes: [node.statement],
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
  const bound = lower(cx, condition.right);
  if (bound.kind === 'scalar' && bound.label === 's') return refuse(cx, 'shapeBound', condition.right);
  const start = lower(cx, declaration.initializer);
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
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const symbol = cx.checker.getSymbolAtLocation(node);
      const named = symbol !== undefined && assigned.locals.has(symbol) && cx.env.get(symbol)?.value?.kind === 'scalar';
      // Writing an element leaves the length as it is.
      const field = assigned.resized.has(node.text) || (assigned.fields.has(node.text) && isRemembered(cx, node.text));
      if (named || field) refuse(cx, 'boundChanges', counter.boundNode, { name: node.text });
    }
    ts.forEachChild(node, visit);
  };
  visit(counter.boundNode);
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

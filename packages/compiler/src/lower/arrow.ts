// `map` and `reduce` with an inline arrow: `each` and a loop.
import ts from 'typescript';
import { libraryName } from '../contract.ts';
import { least } from '../interval.ts';
import { writesState } from '../ir.ts';
import { vectorLengthMax } from '../limits.ts';
import { computed, sameShape, type Shape, type VectorShape } from '../shape.ts';
import { elementAt, elementIn, lengthOf } from './access.ts';
import { assignedIn, withoutParentheses } from './assigned.ts';
import { bindName } from './bind.ts';
import { convert, scalarOf } from './convert.ts';
import { refuse, type Context } from './context.ts';
import { lower } from './expression.ts';
import { argument } from './library.ts';
import { loop } from './loop.ts';
import { reasonOf, released } from './release.ts';
import { lowerStatements } from './statement.ts';
import { nothing, scalar, type ScalarValue, type Value, type VectorValue } from './value.ts';

/** An inline function, and what its parameters are called. */
export interface Arrow {
  readonly node: ts.ArrowFunction;
  readonly params: readonly ts.BindingName[];
}

export function arrowOf(cx: Context, node: ts.Expression, name: string, most: number): Arrow {
  const arrow = withoutParentheses(node);
  if (!ts.isArrowFunction(arrow)) return refuse(cx, 'notInLanguage', node, { what: `A named function in \`${name}\`` });
  const assigned = assignedIn(cx, [arrow.body]);
  if (assigned.fields.size + assigned.resized.size > 0 || [...assigned.locals].some((symbol) => cx.env.has(symbol)))
    return refuse(cx, 'arrowEffect', node, { name });
  if (arrow.parameters.length > most || arrow.parameters.some((param) => param.dotDotDotToken ?? param.initializer))
    return refuse(cx, 'notInLanguage', arrow, { what: 'This kind of parameter' });
  return { node: arrow, params: arrow.parameters.map((param) => param.name) };
}

export function runArrow(cx: Context, arrow: Arrow, values: readonly Value[], expected?: Shape): Value {
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

export function mapCall(cx: Context, vector: VectorValue, node: ts.CallExpression, expected: Shape | undefined): Value {
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
    wanted !== undefined && computed(vector.element).kind === 'int' && !sameShape(wanted, computed(vector.element));
  const body = (element: Value, index: Value): Value => {
    arrow.params.forEach((name, i) => bindName(cx, name, [element, index][i] ?? nothing, { alias: true }));
    return lower(cx, revealed.inner, wanted);
  };
  // An array whose length is part of its type is none of those that have any length.
  const fits = expected?.kind !== 'vector' || expected.length === vector.fixed;
  const value = same && fits && !widens ? vector : each(cx, vector, body, wanted, node);
  return released(cx, value, { kind: 'reveal', reason }, revealed.call);
}

/** What an arrow, and then `last`, gives for each element. */
export function mapped(
  cx: Context,
  vector: VectorValue,
  node: ts.Expression,
  name: string,
  last: (value: Value) => Value,
): VectorValue {
  const arrow = arrowOf(cx, node, name, 2);
  return each(cx, vector, (element, index) => last(runArrow(cx, arrow, [element, index])), undefined, node);
}

/** One value for each element; nothing is carried, so all of it may run at once. */
export function each(
  cx: Context,
  vector: VectorValue,
  body: (element: Value, index: Value) => Value,
  wanted: Shape | undefined,
  node: ts.Node,
  name = 'map',
): VectorValue {
  const count = lengthOf(cx, vector, node);
  const block = cx.write.open([
    { shape: count.shape, label: 'p' },
    { shape: vector.element, label: vector.label },
  ]);
  const saved = { env: cx.env, orders: cx.orders };
  cx.env = new Map(saved.env);
  try {
    const known = elementIn(cx, vector, block.params[1]!, node);
    const index: ScalarValue = { ...scalar(block.params[0]!, count.shape, 'p'), below: [count.ref] };
    const given = body(known, index);
    const result = wanted === undefined ? scalarOf(cx, given, node) : (convert(cx, given, wanted, node) as ScalarValue);
    cx.write.close(block, [result.ref]);
    if (block.steps.some((step) => step.op === 'reveal' || step.op === 'send')) return refuse(cx, 'revealInMap', node);
    if (block.steps.some(writesState)) return refuse(cx, 'arrowEffect', node, { name });
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
    cx.env = saved.env;
    // Of no elements nothing has been proven.
    cx.orders = saved.orders;
  }
}

export function reduceCall(
  cx: Context,
  vector: VectorValue,
  node: ts.CallExpression,
  expected: Shape | undefined,
): Value {
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

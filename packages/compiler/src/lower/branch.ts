// Two ways: a public condition becomes an `if` of which one side runs; a secret one runs both and selects what differs.
import type ts from 'typescript';
import type { Label } from '@enigma/bytecode';
import { union } from '../interval.ts';
import { matters, type Block, type Step } from '../ir.ts';
import { bool, commonInt, sameShape, shapeName, smallestAround } from '../shape.ts';
import { arithmetic, asNumber, conjunction, negate } from './arithmetic.ts';
import { writtenAfter } from './alias.ts';
import { assignedIn } from './assigned.ts';
import { classify, constantOf, convert, kindName, literalAs, resize, scalarOf } from './convert.ts';
import { forgetLengths, isRemembered, loadField, storeField } from './field.ts';
import { refuse, type Binding, type Context, type Key } from './context.ts';
import {
  isInt,
  leavesOf,
  mergeDistance,
  nothing,
  renamed,
  scalar,
  shapeOf,
  withLeaves,
  type Leaf,
  type Order,
  type ScalarValue,
  type Value,
  type VectorValue,
} from './value.ts';

export interface Side {
  /** What may assign in it. */
  readonly node: ts.Node | undefined;
  readonly run: () => Value;
}

interface Ran {
  readonly block: Block;
  readonly env: Map<Key, Binding>;
  readonly value: Value;
}

/** Below this many harmless steps a public choice is a `select` too: cheaper than a region. */
const selectStepsMax = 4;

export function choose(cx: Context, condition: ScalarValue, yes: Side, no: Side, node: ts.Node): Value {
  const known = condition.label === 'p' ? constantOf(condition) : undefined;
  if (known !== undefined) return (known === 1n ? yes : no).run();
  const secret = condition.label === 's';
  const assigned = assignedIn(cx, [yes.node, no.node]);
  forgetLengths(cx, assigned.resized);
  const fields: ReadonlySet<string> = new Set([...assigned.fields].filter((name) => isRemembered(cx, name)));
  if (secret || cx.secret > 0) for (const name of fields) loadField(cx, name, node);
  if (secret) cx.secret++;
  const before = cx.env;
  const unwritten = cx.written;
  const first = run(cx, yes, before, condition, true);
  const written = cx.written;
  cx.written = unwritten;
  const second = run(cx, no, before, condition, false);
  writtenAfter(cx, written);
  cx.env = new Map(before);
  if (secret) {
    cx.write.splice(first.block);
    cx.write.splice(second.block);
    const value = join(cx, first, second, before, node, (a, b) => mergeValues(cx, condition, a, b, node));
    cx.secret--;
    if (cx.secret === 0) storeChanged(cx, fields, before, node);
    return value;
  }
  const small = first.block.steps.length + second.block.steps.length <= selectStepsMax;
  const harmless = ![...first.block.steps, ...second.block.steps].some((step) => matters(step) || step.op === 'st.get');
  if (small && harmless && selectable(cx, first, second, before)) {
    cx.write.splice(first.block);
    cx.write.splice(second.block);
    return join(cx, first, second, before, node, (a, b) => mergeValues(cx, condition, a, b, node));
  }
  return region(cx, condition, first, second, before, fields, node);
}

function run(cx: Context, side: Side, before: Map<Key, Binding>, condition: ScalarValue, holds: boolean): Ran {
  const saved = { orders: cx.orders, conditions: cx.conditions };
  cx.env = new Map(before);
  cx.orders = [...saved.orders, ...((holds ? condition.holds : condition.fails) ?? [])];
  if (condition.label === 's') cx.conditions = [...saved.conditions, { value: condition, holds }];
  const block = cx.write.open([]);
  try {
    const value = side.run();
    cx.write.close(block, []);
    return { block, env: cx.env, value };
  } finally {
    cx.orders = saved.orders;
    cx.conditions = saved.conditions;
    cx.env = before;
  }
}

/** Merges the results and every name that either side changed; the merged names are put into `cx.env`. */
function join(
  cx: Context,
  first: Ran,
  second: Ran,
  before: Map<Key, Binding>,
  node: ts.Node,
  merge: (a: Value, b: Value) => Value,
): Value {
  for (const [key, binding] of before) {
    const a = first.env.get(key)?.value;
    const b = second.env.get(key)?.value;
    if (a === binding.value && b === binding.value) continue;
    cx.env.set(key, { ...binding, value: a === undefined || b === undefined ? undefined : merge(a, b) });
  }
  if (first.value.kind === 'nothing' && second.value.kind === 'nothing') return nothing;
  const [a, b] = alike(cx, first.value, second.value, node);
  return merge(a, b);
}

function storeChanged(
  cx: Context,
  fields: ReadonlySet<string>,
  before: ReadonlyMap<Key, Binding>,
  node: ts.Node,
): void {
  for (const name of fields) {
    const value = cx.env.get(`this.${name}`)?.value;
    if (value !== undefined && value !== before.get(`this.${name}`)?.value) storeField(cx, name, value, node);
  }
}

/** Whether what differs can be selected: arrays of two lengths cannot, and either way has its own. */
function selectable(cx: Context, first: Ran, second: Ran, before: ReadonlyMap<Key, Binding>): boolean {
  const alike = (a: Value | undefined, b: Value | undefined): boolean => {
    if (a === undefined || b === undefined || a === b) return true;
    const others = leavesOf(b);
    return leavesOf(a).every((leaf, i) => {
      const other = others[i];
      return leaf.kind !== 'vector' || other?.kind !== 'vector' || areMerged(cx, leaf, other);
    });
  };
  if (!alike(first.value, second.value)) return false;
  return [...before.keys()].every((key) => alike(first.env.get(key)?.value, second.env.get(key)?.value));
}

function areMerged(cx: Context, a: VectorValue, b: VectorValue): boolean {
  const { bases } = putsOf(cx, b.ref);
  return alikeLong(a, b) || putsOf(cx, a.ref).bases.some((ref) => bases.includes(ref));
}

/** An `if` of the bytecode: what changed is yielded, in the order of names. */
function region(
  cx: Context,
  condition: ScalarValue,
  first: Ran,
  second: Ran,
  before: Map<Key, Binding>,
  fields: ReadonlySet<string>,
  node: ts.Node,
): Value {
  // Outside a secret branch fields are written in place; what was known of them no longer holds.
  if (cx.secret === 0)
    for (const name of fields) for (const env of [cx.env, first.env, second.env]) env.delete(`this.${name}`);
  const changed = [...before].filter(([key, binding]) => {
    const [a, b] = [first.env.get(key), second.env.get(key)];
    return a !== undefined && b !== undefined && (a.value !== binding.value || b.value !== binding.value);
  });
  const pairs = changed.map(([key, binding]) => ({
    key,
    binding,
    a: first.env.get(key)!.value,
    b: second.env.get(key)!.value,
  }));
  const whole =
    first.value.kind === 'nothing' && second.value.kind === 'nothing' ? undefined : { a: first.value, b: second.value };
  const all = [
    ...pairs.filter((pair) => pair.a !== undefined && pair.b !== undefined),
    ...(whole === undefined ? [] : [whole]),
  ];
  cx.write.reopen(first.block);
  const left = all.map(({ a, b }) => widened(cx, a!, b!, a!, node));
  cx.write.close(first.block, []);
  cx.write.reopen(second.block);
  const right = all.map(({ a, b }) => widened(cx, b!, a!, a!, node));
  cx.write.close(second.block, []);
  const leftLeaves = left.flatMap(leavesOf);
  const rightLeaves = right.flatMap(leavesOf);
  const declared = leftLeaves.map((leaf, i) => {
    const other = rightLeaves[i];
    if (other === undefined || !sameShape(shapeOf(leaf), shapeOf(other)))
      return refuse(cx, 'mismatch', node, {
        from: kindName(leaf),
        to: other === undefined ? 'nothing' : kindName(other),
      });
    const label: Label = leaf.label === 's' || other.label === 's' ? 's' : 'p';
    return { shape: shapeOf(leaf), label };
  });
  finish(
    cx,
    first.block,
    leftLeaves,
    declared.map((entry) => entry.label),
    node,
  );
  finish(
    cx,
    second.block,
    rightLeaves,
    declared.map((entry) => entry.label),
    node,
  );
  const refs = cx.write.emit({
    op: 'if',
    operands: [condition.ref],
    regions: [first.block, second.block],
    results: declared,
    at: node.getStart(),
  });
  let next = 0;
  const results = left.map((value, i) => {
    const others = leavesOf(right[i]!);
    const leaves = leavesOf(value).map((leaf, j) => {
      const at = next++;
      return mergedFacts(leaf, others[j]!, refs[at]!, declared[at]!.label);
    });
    return withLeaves(value, leaves);
  });
  all.forEach((entry, i) => {
    if ('key' in entry) cx.env.set(entry.key, { ...entry.binding, value: results[i] });
  });
  return whole === undefined ? nothing : results.at(-1)!;
}

function finish(cx: Context, block: Block, leaves: readonly Leaf[], labels: readonly Label[], node: ts.Node): void {
  cx.write.reopen(block);
  const yields = leaves.map((leaf, i) => (labels[i] === 's' ? classify(cx, leaf, node) : leaf).ref);
  cx.write.close(block, yields);
}

function mergedFacts(a: Leaf, b: Leaf, ref: number, label: Label): Leaf {
  const leaf = renamed(a, ref, label);
  if (leaf.kind === 'object' || a.kind === 'object' || b.kind === 'object') return leaf;
  const from = mergeDistance(a.from, b.from);
  const facts = { range: union(a.range, b.range), ...(from === undefined ? {} : { from }) };
  if (leaf.kind !== 'vector' || b.kind !== 'vector') return { ...leaf, ...facts };
  return { ...leaf, ...facts, length: leaf.length?.ref === b.length?.ref ? leaf.length : undefined };
}

/** Two results as values of one shape, in the open block. */
function alike(cx: Context, a: Value, b: Value, node: ts.Node): readonly [Value, Value] {
  return [widened(cx, a, b, a, node), widened(cx, b, a, a, node)];
}

/** `value` in the type that holds both, the members of a record in the order of `first`; other shapes as they are. */
function widened(cx: Context, value: Value, other: Value, first: Value, node: ts.Node): Value {
  if (value.kind === 'record' && other.kind === 'record' && first.kind === 'record') {
    const members = [...first.members].map(([name, like]): readonly [string, Value] => {
      const [own, others] = [value.members.get(name), other.members.get(name)];
      if (own === undefined || others === undefined || value.members.size !== other.members.size)
        return refuse(cx, 'mismatch', node, { from: kindName(value), to: 'a record of the same members' });
      return [name, widened(cx, own, others, like, node)];
    });
    return { kind: 'record', members: new Map(members) };
  }
  checkSame(cx, value, other, node);
  if (value.kind === 'text' && other.kind === 'scalar') return convert(cx, value, other.shape, node);
  if (value.kind === 'literal') {
    if (other.kind !== 'literal') return widened(cx, scalarOf(cx, value, node), other, first, node);
    const [own, others] = [smallestAround(value.value), smallestAround(other.value)];
    return literalAs(cx, value.value, commonInt(own, others) ?? own, node);
  }
  const otherShape = isInt(other) ? other.shape : other.kind === 'literal' ? smallestAround(other.value) : undefined;
  if (!isInt(value)) {
    const fits = value.kind === other.kind || (value.kind === 'scalar' && other.kind === 'text');
    return fits ? value : refuse(cx, 'mismatch', node, { from: kindName(value), to: kindName(other) });
  }
  const shape = otherShape === undefined ? value.shape : commonInt(value.shape, otherShape);
  if (shape === undefined) return refuse(cx, 'mismatch', node, { from: kindName(value), to: kindName(other) });
  return sameShape(shape, value.shape) ? value : resize(cx, value, shape, node);
}

/** What exists only while compiling cannot depend on a value: a text without a type, a map. */
export function checkSame(cx: Context, a: Value, b: Value, node: ts.Node): void {
  if (a.kind === 'text' && b.kind === 'text' && a.value !== b.value)
    return refuse(cx, 'chosenText', node, { first: a.value, second: b.value });
  const isPlace = (value: Value): boolean => value.kind === 'map' || value.kind === 'inbox';
  if (isPlace(a) && isPlace(b) && placeOf(a) !== placeOf(b)) return refuse(cx, 'chosenMap', node);
}

function placeOf(value: Value): string {
  if (value.kind === 'map') return [value.field, ...value.keys.map(({ ref }) => ref)].join(' ');
  return value.kind === 'inbox' ? value.field : '';
}

/** condition ? a : b, leaf by leaf. */
export function mergeValues(cx: Context, condition: ScalarValue, left: Value, right: Value, node: ts.Node): Value {
  const [a, b] = alike(cx, left, right, node);
  const [first, second] = [leavesOf(a), leavesOf(b)];
  if (a.kind !== b.kind || first.length !== second.length)
    return refuse(cx, 'mismatch', node, { from: kindName(a), to: kindName(b) });
  return withLeaves(
    a,
    first.map((leaf, i) => mergeLeaf(cx, condition, leaf, second[i]!, node)),
  );
}

/** One value from two sides: what only one of them proved of it holds only there. */
function shared(a: Leaf, b: Leaf): Leaf {
  if (a === b) return a;
  const merged = mergedFacts(a, b, a.ref, a.label);
  if (a.kind !== 'scalar' || b.kind !== 'scalar' || merged.kind !== 'scalar') return merged;
  const inBoth = (refs: readonly number[] = [], others: readonly number[] = []): readonly number[] =>
    refs.filter((ref) => others.includes(ref));
  const { range, from } = merged;
  const { from: _, ...rest } = a;
  return {
    ...rest,
    range,
    ...(from === undefined ? {} : { from }),
    below: inBoth(a.below, b.below),
    atMost: inBoth(a.atMost, b.atMost),
  };
}

function mergeLeaf(cx: Context, condition: ScalarValue, left: Leaf, right: Leaf, node: ts.Node): Leaf {
  if (left.ref === right.ref) return shared(left, right);
  const [a, b] = isInt(left) && isInt(right) ? (alike(cx, left, right, node) as readonly [Leaf, Leaf]) : [left, right];
  if (!sameShape(shapeOf(a), shapeOf(b)))
    return refuse(cx, 'mismatch', node, { from: shapeName(shapeOf(a)), to: shapeName(shapeOf(b)) });
  if (a.kind === 'scalar' && b.kind === 'scalar') return mergeScalar(cx, condition, a, b, node);
  if (a.kind === 'vector' && b.kind === 'vector') return mergeVector(cx, condition, a, b, node);
  return select(cx, condition, a, b, node);
}

function mergeScalar(cx: Context, condition: ScalarValue, a: ScalarValue, b: ScalarValue, node: ts.Node): ScalarValue {
  if (a.shape.kind === 'bool') return mergeBool(cx, condition, a, b, node);
  if (a.shape.kind === 'int') {
    const moved = movedBy(cx, condition, a, b, node);
    if (moved !== undefined) return { ...mergedFacts(a, b, moved.ref, moved.label), kind: 'scalar' } as ScalarValue;
  }
  const atMost = boundsOfChoice(condition, a, b);
  return { ...(select(cx, condition, a, b, node) as ScalarValue), ...(atMost.length === 0 ? {} : { atMost }) };
}

/** `ok ? amount : 0` with ok meaning amount ≤ balance is at most the balance, whichever it is. */
function boundsOfChoice(condition: ScalarValue, a: ScalarValue, b: ScalarValue): readonly number[] {
  const under = (orders: readonly Order[] | undefined, chosen: ScalarValue): readonly number[] =>
    (orders ?? []).flatMap((order) => (order.low === chosen.ref ? [order.high] : []));
  if (b.range.high === 0n) return under(condition.holds, a);
  return a.range.high === 0n ? under(condition.fails, b) : [];
}

/** `if (c) x += k` is x + c·k: one product with a bit, or none where k is public, instead of a selection. */
function movedBy(
  cx: Context,
  condition: ScalarValue,
  a: ScalarValue,
  b: ScalarValue,
  node: ts.Node,
): ScalarValue | undefined {
  const step = cx.write.stepOf(a.ref);
  const adds = step?.op === 'add' || step?.op === 'add.t';
  const subtracts = step?.op === 'sub' || step?.op === 'sub.t';
  if (step === undefined || a.shape.kind !== 'int' || (!adds && !subtracts)) return undefined;
  const [x, y] = step.operands as readonly [number, number];
  const other = x === b.ref ? y : adds && y === b.ref ? x : undefined;
  if (other === undefined) return undefined;
  const { label } = cx.write.declaredOf(other);
  const by = asNumber(cx, condition, a.shape, node);
  const known = cx.write.stepOf(other);
  const one = known?.op === 'const' && 'constant' in known.immediates[0]! && known.immediates[0].constant.value === 1n;
  const saved = cx.wrapping;
  // Whether it wraps was judged where the author wrote it.
  cx.wrapping = true;
  const amount = one ? by : (arithmetic(cx, '*', by, scalar(other, a.shape, label), node) as ScalarValue);
  const result = arithmetic(cx, adds ? '+' : '-', b, amount, node) as ScalarValue;
  cx.wrapping = saved;
  return result;
}

function mergeBool(cx: Context, condition: ScalarValue, a: ScalarValue, b: ScalarValue, node: ts.Node): ScalarValue {
  const [whenTrue, whenFalse] = [a, b].map((value) => (value.label === 'p' ? constantOf(value) : undefined));
  if (whenTrue === 1n) return whenFalse === 0n ? condition : conjunction(cx, 'or', condition, b, node);
  if (whenFalse === 0n) return conjunction(cx, 'and', condition, a, node);
  const otherwise = (): ScalarValue => negate(cx, condition, node);
  if (whenTrue === 0n) return whenFalse === 1n ? otherwise() : conjunction(cx, 'and', otherwise(), b, node);
  if (whenFalse === 1n) return conjunction(cx, 'or', otherwise(), a, node);
  return { ...(select(cx, condition, a, b, node) as ScalarValue), shape: bool };
}

interface Put {
  readonly index: number;
  readonly value: number;
  /** At an index that nobody sees. */
  readonly secret: boolean;
}

/** Elements written on top of a common vector are selected one by one; the rest of it is not touched. */
function mergeVector(cx: Context, condition: ScalarValue, a: VectorValue, b: VectorValue, node: ts.Node): Leaf {
  const [left, right] = [putsOf(cx, a.ref), putsOf(cx, b.ref)];
  const base = left.bases.find((ref) => right.bases.includes(ref));
  if (base === undefined) {
    const [length, other] = [a, b].map((one) => (one.length === undefined ? undefined : constantOf(one.length)));
    if (length !== undefined && other !== undefined && length !== other)
      return refuse(cx, 'shapeBranch', node, { what: 'Another length of an array' });
    return select(cx, condition, a, b, node);
  }
  const { label: baseLabel } = cx.write.declaredOf(base);
  let current: VectorValue = { ...a, ref: base, label: baseLabel };
  const replay = (puts: readonly Put[], when: ScalarValue): void => {
    for (const put of puts) current = putWhen(cx, when, current, put, node);
  };
  replay(left.puts.slice(left.puts.length - left.bases.indexOf(base)), condition);
  const rest = right.puts.slice(right.puts.length - right.bases.indexOf(base));
  if (rest.length > 0) replay(rest, negate(cx, condition, node));
  return mergedFacts(a, b, current.ref, current.label);
}

/** The vectors below a vector, from itself down, and the writes between them, oldest first. */
function putsOf(cx: Context, ref: number): { readonly bases: readonly number[]; readonly puts: readonly Put[] } {
  const bases = [ref];
  const puts: Put[] = [];
  const writes = (step: Step | undefined): step is Step => step?.op === 'put' || step?.op === 'oput';
  for (let step = cx.write.stepOf(ref); writes(step); step = cx.write.stepOf(bases.at(-1)!)) {
    const [vector, index, value] = step.operands as readonly [number, number, number];
    bases.push(vector);
    puts.unshift({ index, value, secret: step.op === 'oput' });
  }
  return { bases, puts };
}

function putWhen(cx: Context, when: ScalarValue, vector: VectorValue, put: Put, node: ts.Node): VectorValue {
  const shape = vector.element;
  const [old] = cx.write.emit({
    op: put.secret ? 'oat' : 'at',
    operands: [vector.ref, put.index],
    results: [{ shape, label: put.secret ? 's' : vector.label }],
    safe: true,
    at: node.getStart(),
  });
  const written = scalar(put.value, shape, cx.write.declaredOf(put.value).label);
  const kept = scalar(old!, shape, put.secret ? 's' : vector.label);
  const value = mergeLeaf(cx, when, written, kept, node);
  const label: Label = put.secret || value.label === 's' || vector.label === 's' ? 's' : 'p';
  const [ref] = cx.write.emit({
    op: put.secret ? 'oput' : 'put',
    operands: [vector.ref, put.index, value.ref],
    results: [{ shape: shapeOf(vector), label }],
    safe: true,
    at: node.getStart(),
  });
  return { ...vector, ref: ref!, label };
}

function alikeLong(a: VectorValue, b: VectorValue): boolean {
  if (a.fixed !== undefined) return a.fixed === b.fixed;
  if (a.length === undefined || b.length === undefined) return false;
  const known = constantOf(a.length);
  return a.length.ref === b.length.ref || (known !== undefined && known === constantOf(b.length));
}

function select(cx: Context, condition: ScalarValue, a: Leaf, b: Leaf, node: ts.Node): Leaf {
  const label: Label = [condition, a, b].some((value) => value.label === 's') ? 's' : 'p';
  const [ref] = cx.write.emit({
    op: 'select',
    operands: [condition.ref, a.ref, b.ref],
    results: [{ shape: shapeOf(a), label }],
    // Vectors of unequal length trap; scalars cannot.
    safe: a.kind !== 'vector' || (b.kind === 'vector' && alikeLong(a, b)),
    at: node.getStart(),
  });
  return mergedFacts(a, b, ref!, label);
}

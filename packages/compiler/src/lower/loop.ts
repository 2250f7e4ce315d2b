// Loops with a public number of rounds. What the body assigns is carried from round to round with a declared label, found by lowering
// the body until the labels hold; and with a range, found by measuring how far one round moves a value, and held against what it then moves.
import type ts from 'typescript';
import { type Label } from '@enigma/bytecode';
import { inside, interval, type Interval } from '../interval.ts';
import type { Ref } from '../ir.ts';
import { bool, boundsOf, sameShape } from '../shape.ts';
import { touch, writtenIn } from './alias.ts';
import { assignedIn, type Assigned } from './assigned.ts';
import { classify, convert, kindName } from './convert.ts';
import { refuse, step, type Binding, type Context, type Key } from './context.ts';
import { forgetLengths, isRemembered, loadField } from './field.ts';
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

/** So often what a round shows of the ranges is assumed of the next; then what does not hold is given up. */
const rangeTriesMax = 3;

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
  // Read in one round is read after what was written in the round before.
  touch(cx, writtenIn(assigned));
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
  const bounds = assumed.ranges;
  for (let tries = 0; ;) {
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
    // What a round was measured with must hold at the start of each: a statement refused with wider ranges may move a value once it is not.
    const ranges = attempt.ends.map(
      (end, i) => rangeBefore(leaves[i]!, end, attempt.params[i]!, rounds.max) ?? bounds[i]!,
    );
    const kept = ranges.map((range, i) => inside(range, assumed.ranges[i]!));
    if (tries === 0 ? ranges.some((range, i) => !inside(bounds[i]!, range)) : kept.includes(false)) {
      const given = tries++ < rangeTriesMax;
      assumed = { ...assumed, ranges: given ? ranges : assumed.ranges.map((one, i) => (kept[i] ? one : bounds[i]!)) };
      continue;
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
  const saved = { env: cx.env, report: cx.report, orders: cx.orders, rounds: cx.rounds };
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
  cx.rounds = [...saved.rounds, new Set(keys)];
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
    cx.rounds = saved.rounds;
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

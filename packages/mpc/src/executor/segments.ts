// Values in segments whose ends nobody knows (docs/protocols/segments.md): running sums, least, largest and first values that begin anew where a segment does; and of elements in the order of their
// keys one row for each key, with how many there were of it and their sums.
import { and, not } from './bitwise.ts';
import { equal, less, select } from './choices.ts';
import { type Column, compact } from './compact.ts';
import { type Graph, type Node, addNode } from './graph.ts';
import { linearPart, ofHalves } from './integers.ts';
import { prefixLayers } from './network.ts';
import { hullOf } from './places.ts';
import {
  BOOL,
  HALF,
  type Operand,
  type Part,
  type Shape,
  asField,
  classified,
  fitsWall,
  halvesOf,
  isSecret,
  linearNode,
  made,
  narrow,
  reduced,
} from './secrets.ts';

/** What runs along a segment. first: the value at its start. */
export type Running = 'sum' | 'min' | 'max' | 'first';

/** Of keys in order, each in one column or several, whether a place has another one than the place before. The first has. */
export function startsOf(graph: Graph, keys: readonly Column[]): readonly Operand[] {
  const count = keys[0]?.values.length ?? 0;
  return Array.from({ length: count }, (_, k) => {
    if (k === 0) return 1n;
    const same = keys.map(({ shape, values }) => equal(graph, shape, values[k] as Operand, values[k - 1] as Operand));
    return not(
      graph,
      BOOL,
      same.reduce((all, one) => and(graph, BOOL, all, one)),
    );
  });
}

/** At each place what runs from the last start to it. The first place is a start, whatever is said of it. */
export function running(
  graph: Graph,
  kind: Running,
  starts: readonly Operand[],
  columns: readonly Column[],
): readonly (readonly Operand[])[] {
  const open = starts.map((start) => not(graph, BOOL, start));
  const rows = columns.map((column) => rowOf(graph, kind, column));
  for (const layer of prefixLayers(starts.length))
    for (const [from, to] of layer) {
      for (const row of rows) row.join(open[to] as Operand, from, to);
      open[to] = and(graph, BOOL, open[from] as Operand, open[to] as Operand);
    }
  return rows.map((row) => row.values());
}

/** A column on its way. */
interface Row {
  /** Place `to` takes up what `from` has where the flag holds. */
  join(open: Operand, from: number, to: number): void;
  values(): readonly Operand[];
}

function rowOf(graph: Graph, kind: Running, { shape, values: given }: Column): Row {
  if (kind === 'sum') return sumRow(graph, shape, given);
  const values = [...given];
  return {
    join(open, from, to) {
      const [before, own] = [values[from], values[to]] as [Operand, Operand];
      const better =
        kind === 'first' ? 1n : kind === 'min' ? less(graph, shape, before, own) : less(graph, shape, own, before);
      values[to] = select(graph, shape, and(graph, BOOL, open, better), before, own);
    },
    values: () => values,
  };
}

function sumRow(graph: Graph, shape: Shape, values: readonly Operand[]): Row {
  const lists = summable(graph, shape, values).map((parts) => [...parts]);
  return {
    join(open, from, to) {
      for (const parts of lists) parts[to] = sumWhere(graph, open, parts[from] as Part, parts[to] as Part);
    },
    values: () => summed(shape, lists),
  };
}

/** own + open·before. */
function sumWhere(graph: Graph, open: Operand, before: Part, own: Part): Part {
  return {
    node: linearNode(graph, [
      [own.node, 1n],
      [product(graph, open, before.node), 1n],
    ]),
    low: own.low + (before.low < 0n ? before.low : 0n),
    high: own.high + (before.high > 0n ? before.high : 0n),
  };
}

function product(graph: Graph, flag: Operand, value: Node): Node {
  if (!isSecret(flag)) return linearNode(graph, [[value, flag]]);
  return addNode(graph, 'field', 0, { kind: 'multiply' }, [asField(graph, flag), value]);
}

/** Values as field elements all of which may be added up below the wall: as they are, or within their type, and of 64 bits in halves. */
function summable(graph: Graph, shape: Shape, values: readonly Operand[]): readonly (readonly Part[])[] {
  const secrets = values.map((value) => (isSecret(value) ? value : classified(graph, value, shape)));
  if (shape.bits <= HALF) {
    const { low, high } = hullOf(values);
    const times = BigInt(values.length);
    const used = fitsWall(shape.bits, { low: times * low, high: times * high })
      ? secrets
      : secrets.map((secret) => reduced(graph, secret));
    return [used.map((one): Part => ({ node: asField(graph, one), low: one.low, high: one.high }))];
  }
  const halves = secrets.map((secret) => narrow(graph, halvesOf(graph, secret)));
  return [halves.map(({ lo }) => lo), halves.map(({ hi }) => hi)];
}

function summed(shape: Shape, [first, upper]: readonly (readonly Part[])[]): readonly Operand[] {
  return (first ?? []).map((part, k) => {
    const hi = upper?.[k];
    if (![part, ...(hi ? [hi] : [])].every((one) => fitsWall(Math.min(shape.bits, HALF), one)))
      throw new Error('reduced summands stay below the wall');
    return hi ? ofHalves(shape, { lo: part, hi }, k + 1) : made(shape, part, { field: part.node, summands: k + 1 });
  });
}

/** As many rows as elements. Those of keys are in front, in their order; the others are zero. */
export interface Groups {
  /** Whether a row is that of a key. */
  readonly present: readonly Operand[];
  /** By column of the keys, and then by row. */
  readonly keys: readonly (readonly Operand[])[];
  /** How many elements have the key. */
  readonly counts: readonly Operand[];
  /** By column of the values, mod 2^w. */
  readonly sums: readonly (readonly Operand[])[];
}

const COUNT: Shape = { bits: 32, signed: false };
/** What stands in a field element of its own. */
const LOOSE: Shape = { bits: 64, signed: true };

/** Of elements in the order of their keys. */
export function groups(graph: Graph, keys: readonly Column[], columns: readonly Column[]): Groups {
  const starts = startsOf(graph, keys);
  const count = starts.length;
  const ends = starts.map((_, k) => starts[k + 1] ?? 1n);
  const lists = columns.map(({ shape, values }) => summable(graph, shape, values));
  // What all elements up to here come to, for nothing: of a key it is what its last element has less what the last one before it has.
  const totals = lists.map((list) => list.map((parts) => added(graph, parts)));
  const [present, counts, ...moved] = compact(graph, ends, [
    { shape: BOOL, values: starts.map(() => 1n) },
    { shape: COUNT, values: starts.map((_, k) => BigInt(k + 1)) },
    ...keys,
    ...totals.flat().map((parts): Column => ({
      shape: LOOSE,
      values: parts.map((part) => made(LOOSE, part, { field: part.node })),
    })),
  ]) as [readonly Operand[], readonly Operand[], ...(readonly Operand[])[]];
  const parts = moved.slice(keys.length).map((values, k) => apart(graph, present, values, totals.flat()[k]?.at(-1)));
  let next = 0;
  return {
    present,
    keys: moved.slice(0, keys.length),
    counts: apart(graph, present, counts, { low: 0n, high: BigInt(count) }).map((part) =>
      made(COUNT, part, { field: part.node }),
    ),
    sums: columns.map(({ shape }, k) => {
      const own = parts.slice(next, (next += lists[k]?.length as number));
      return summed(shape, own);
    }),
  };
}

function added(graph: Graph, parts: readonly Part[]): readonly Part[] {
  let last: Part | undefined;
  return parts.map((part) => {
    last = last
      ? linearPart(
          graph,
          [
            [last, 1n],
            [part, 1n],
          ],
          0n,
        )
      : part;
    return last;
  });
}

/** Each row of a key less the row before; where all of it together lies, each part of it does, and zero. */
function apart(
  graph: Graph,
  present: readonly Operand[],
  rows: readonly Operand[],
  { low, high }: { readonly low: bigint; readonly high: bigint } = { low: 0n, high: 0n },
): readonly Part[] {
  return rows.map((row, k) => {
    const before = rows[k - 1];
    const own = asField(graph, row);
    return {
      node: before
        ? linearNode(graph, [
            [own, 1n],
            [product(graph, present[k] as Operand, asField(graph, before)), -1n],
          ])
        : own,
      low: low < 0n ? low : 0n,
      high: high > 0n ? high : 0n,
    };
  });
}

/** Rows of keys with at least so many elements, zeros in place of the others: whether a row is one, then as in groups. */
export function cohorts(
  graph: Graph,
  { keys, counts, sums }: Groups,
  shapes: { readonly keys: readonly Shape[]; readonly sums: readonly Shape[] },
  least: bigint,
): Groups {
  if (least < 1n) throw new RangeError('a cohort has an element');
  const enough = counts.map((count) => not(graph, BOOL, less(graph, COUNT, count, least)));
  const shown = (shape: Shape, rows: readonly Operand[]): readonly Operand[] =>
    rows.map((row, k) => select(graph, shape, enough[k] as Operand, row, 0n));
  return {
    present: enough,
    keys: keys.map((rows, k) => shown(shapes.keys[k] as Shape, rows)),
    counts: shown(COUNT, counts),
    sums: sums.map((rows, k) => shown(shapes.sums[k] as Shape, rows)),
  };
}

// Operations on segments against plain twins: every pattern of starts of a few places, then others; values of all types, in their type and not; groups of sorted elements; what all of it takes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type FieldVector, elementAt, field, vectorOf } from '@enigma/crypto';
import type { Engine } from '../src/engine.ts';
import { type Graph, addNode, emptyGraph } from '../src/executor/graph.ts';
import { add, multiply } from '../src/executor/integers.ts';
import { prefixLayers } from '../src/executor/network.ts';
import { type Plan, planProtocol } from '../src/executor/plan.ts';
import { runGraph } from '../src/executor/schedule.ts';
import {
  BOOL,
  type Operand,
  type Secret,
  type Shape,
  asField,
  bitsOf,
  isSecret,
  made,
  reduced,
  shareSecret,
  wrapTo,
} from '../src/executor/secrets.ts';
import { type Groups, type Running, cohorts, groups, running } from '../src/executor/segments.ts';
import { sorted } from '../src/executor/sorting.ts';
import { type Cost, totalsOf } from '../src/integerCosts.ts';
import type { Protocol } from '../src/round.ts';
import { groupsCost, runningCost } from '../src/segmentCosts.ts';
import { type Committee, committee, passes, revealField, run, sharedField, shapes } from './committee.ts';
import { type ScalarType, dice, isSigned, valueOf, widthOfName } from './integerPrograms.ts';
import { liesAreFound } from './lies.ts';

const shapeOf = (type: ScalarType): Shape => ({ bits: widthOfName(type), signed: isSigned(type) });
const KINDS: readonly Running[] = ['sum', 'min', 'max', 'first'];

/** What runs along segments, one place after the other. */
function plainRunning(kind: Running, shape: Shape, starts: readonly boolean[], values: readonly bigint[]): bigint[] {
  const out: bigint[] = [];
  for (const [k, value] of values.entries()) {
    const before = k === 0 || starts[k] ? undefined : (out[k - 1] as bigint);
    if (before === undefined) out.push(value);
    else if (kind === 'sum') out.push(wrapTo(shape, before + value));
    else if (kind === 'first') out.push(before);
    else out.push((kind === 'min') === before < value ? before : value);
  }
  return out;
}

interface Row {
  readonly key: bigint;
  readonly count: bigint;
  readonly sums: readonly bigint[];
}

/** One row for each key, in order. */
function plainGroups(
  keys: readonly bigint[],
  shapesOf: readonly Shape[],
  columns: readonly (readonly bigint[])[],
): Row[] {
  const rows = new Map<bigint, { count: bigint; sums: bigint[] }>();
  for (const [k, key] of keys.entries()) {
    const row = rows.get(key) ?? { count: 0n, sums: columns.map(() => 0n) };
    row.count++;
    columns.forEach(
      (column, i) => (row.sums[i] = wrapTo(shapesOf[i] as Shape, (row.sums[i] as bigint) + (column[k] as bigint))),
    );
    rows.set(key, row);
  }
  return [...rows].map(([key, row]) => ({ key, ...row })).sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Inputs of one run as shares, in order: secrets of a graph take them one after the other. */
class Inputs {
  readonly values: bigint[] = [];
  /** Notes values; what a seat makes of its shares of them. */
  take(shape: Shape, values: readonly bigint[]): (graph: Graph, share: (place: number) => bigint) => Operand[] {
    const from = this.values.length;
    this.values.push(...values.map((value) => field.reduce(value)));
    return (graph, share) => values.map((_, k) => shareSecret(graph, share(from + k), shape));
  }
}

type Build = (graph: Graph, share: (place: number) => bigint) => readonly Operand[];

/** Values of what is built at each seat, in the type of each, and what the run took; the plan is what it had. */
function tried(
  of: { readonly n: number; readonly T: number },
  inputs: readonly bigint[],
  build: Build,
): { readonly shown: readonly bigint[]; readonly plan: Plan } {
  const at = (shares: FieldVector | undefined) =>
    function* (engine: Engine): Protocol<FieldVector> {
      const graph = emptyGraph();
      const built = build(graph, (place) => (shares ? elementAt(shares, place) : 0n));
      const nodes = built.map((one) => asField(graph, isSecret(one) ? reduced(graph, one) : one));
      return vectorOf((yield* runGraph(engine, graph, nodes, [])) as bigint[]);
    };
  const plan = planProtocol(of, at(undefined));
  const c = committee({ ...of, triples: plan.triples, ands: plan.ands, daBits: plan.daBits });
  const shares = sharedField(c, vectorOf(inputs));
  const outcome = run(c, (engine) => at(shares[engine.context.seat])(engine));
  const shown = revealField(c, passes(outcome));
  assert.ok(outcome.ok);
  assert.deepEqual({ rounds: outcome.rounds, ...c.used[0]?.() }, pickCosts(plan));
  return { shown, plan };
}

const pickCosts = ({ rounds, ands, daBits, triples }: Plan): object => ({ rounds, triples, ands, daBits });

const inField = (values: readonly bigint[]): bigint[] => values.map((value) => field.reduce(value));

/** Bits of a type of one bit, as a circuit would have made them. */
function asBits(graph: Graph, flags: readonly Operand[]): Operand[] {
  for (const flag of flags) if (isSecret(flag)) bitsOf(graph, flag);
  return [...flags];
}

test('the layers make every prefix, of each place one pair a layer', () => {
  for (let count = 0; count <= 70; count++) {
    const held = Array.from({ length: count }, (_, k): readonly [number, number] => [k, k]);
    const layers = prefixLayers(count);
    for (const layer of layers) {
      assert.equal(new Set(layer.map(([, to]) => to)).size, layer.length);
      const to = new Set(layer.map(([, place]) => place));
      assert.ok(layer.every(([from]) => !to.has(from)));
      for (const [from, place] of layer) {
        const [left, right] = [held[from], held[place]] as [readonly [number, number], readonly [number, number]];
        assert.equal(left[1] + 1, right[0]);
        held[place] = [left[0], right[1]];
      }
    }
    held.forEach((span, k) => assert.deepEqual(span, [0, k]));
    const levels = Math.ceil(Math.log2(Math.max(1, count)));
    assert.ok(layers.length <= 2 * levels && layers.flat().length <= 2 * count);
  }
});

for (const of of shapes)
  test(`(${of.n},${of.T}) values run along segments as one place after the other says`, () => {
    const roll = dice(7);
    const types = ['u8', 'i16', 'u32', 'i32', 'u64', 'i64'] as const;
    const inputs = new Inputs();
    const expected: bigint[] = [];
    const builds: Build[] = [];
    const one = (type: ScalarType, kind: Running, starts: readonly boolean[], doubled: boolean): void => {
      const shape = shapeOf(type);
      const values = starts.map(() => valueOf(type, roll));
      const meant = doubled ? values.map((value) => wrapTo(shape, 2n * value)) : values;
      const flags = inputs.take(
        BOOL,
        starts.map((start) => (start ? 1n : 0n)),
      );
      const take = inputs.take(shape, values);
      builds.push((graph, share) => {
        const given = take(graph, share);
        const used = doubled ? given.map((value) => add(graph, shape, value, value)) : given;
        return running(graph, kind, asBits(graph, flags(graph, share)), [{ shape, values: used }])[0] as Operand[];
      });
      expected.push(...inField(plainRunning(kind, shape, starts, meant)));
    };
    // Every pattern of starts of five places; of (5,2) some.
    for (let pattern = 0; pattern < 32; pattern += of.n < 5 ? 1 : 7)
      one(
        types[pattern % types.length] as ScalarType,
        KINDS[(pattern >> 1) % 4] as Running,
        Array.from({ length: 5 }, (_, k) => ((pattern >> k) & 1) === 1),
        pattern % 3 === 0,
      );
    for (const count of of.n < 5 ? [0, 1, 2, 17, 33] : [18])
      for (const [k, kind] of KINDS.entries())
        one(
          types[(k + count) % types.length] as ScalarType,
          kind,
          Array.from({ length: count }, () => roll(4) === 0),
          k % 2 === 0,
        );
    const { shown } = tried(of, inputs.values, (graph, share) => builds.flatMap((build) => build(graph, share)));
    assert.deepEqual(shown, expected);
  });

test('sums that pass every type wrap in theirs: of the greatest numbers, over one segment', () => {
  for (const type of ['u8', 'i8', 'u32', 'i32', 'u64', 'i64'] as const) {
    const shape = shapeOf(type);
    const inputs = new Inputs();
    const [least, most] = [
      wrapTo(shape, 1n << BigInt(shape.bits - 1)),
      wrapTo(shape, (1n << BigInt(shape.bits - 1)) - 1n),
    ];
    const columns = [least, most, wrapTo(shape, -1n)].map((value) => new Array<bigint>(20).fill(value));
    const takes = columns.map((values) => inputs.take(shape, values));
    const starts = new Array<boolean>(20).fill(false);
    const flags = inputs.take(
      BOOL,
      starts.map(() => 0n),
    );
    const { shown } = tried({ n: 3, T: 1 }, inputs.values, (graph, share) =>
      running(
        graph,
        'sum',
        asBits(graph, flags(graph, share)),
        takes.map((take) => ({ shape, values: take(graph, share) })),
      ).flat(),
    );
    assert.deepEqual(
      shown,
      columns.flatMap((values) => inField(plainRunning('sum', shape, starts, values))),
    );
    // Squares, of which twenty would pass the wall together.
    const squares = columns.map((values) => values.map((value) => wrapTo(shape, value * value)));
    const squared = tried({ n: 3, T: 1 }, inputs.values, (graph, share) =>
      running(
        graph,
        'sum',
        asBits(graph, flags(graph, share)),
        takes.map((take) => ({ shape, values: take(graph, share).map((one) => multiply(graph, shape, one, one)) })),
      ).flat(),
    );
    assert.deepEqual(
      squared.shown,
      squares.flatMap((values) => inField(plainRunning('sum', shape, starts, values))),
    );
  }
});

test('starts that everybody knows, and bools, whose first value runs along as a bit', () => {
  const inputs = new Inputs();
  const [u8, starts] = [shapeOf('u8'), [false, false, true, false, false, true]];
  const [numbers, bools] = [
    [7n, 250n, 3n, 4n, 255n, 9n],
    [1n, 0n, 0n, 1n, 1n, 1n],
  ];
  const [take, flags] = [inputs.take(u8, numbers), inputs.take(BOOL, bools)];
  const known = starts.map((start): Operand => (start ? 1n : 0n));
  const { shown, plan } = tried({ n: 3, T: 1 }, inputs.values, (graph, share) => [
    ...(running(graph, 'sum', known, [{ shape: u8, values: take(graph, share) }])[0] as Operand[]),
    ...(running(graph, 'first', known, [{ shape: BOOL, values: asBits(graph, flags(graph, share)) }])[0] as Operand[]),
  ]);
  assert.deepEqual(shown, [...plainRunning('sum', u8, starts, numbers), ...plainRunning('first', BOOL, starts, bools)]);
  assert.equal(plan.triples, 0);
});

test('bools that run along secret segments', () => {
  const inputs = new Inputs();
  const starts = [true, false, false, true, false, true];
  const bools = [1n, 0n, 0n, 0n, 1n, 1n];
  const [flags, take] = [
    inputs.take(
      BOOL,
      starts.map((start) => (start ? 1n : 0n)),
    ),
    inputs.take(BOOL, bools),
  ];
  const { shown } = tried({ n: 4, T: 1 }, inputs.values, (graph, share) =>
    KINDS.flatMap(
      (kind) =>
        running(graph, kind, asBits(graph, flags(graph, share)), [
          { shape: BOOL, values: asBits(graph, take(graph, share)) },
        ])[0] as Operand[],
    ),
  );
  assert.deepEqual(
    shown,
    KINDS.flatMap((kind) => plainRunning(kind, BOOL, starts, bools)),
  );
});

function flat({ present, keys, counts, sums }: Groups): readonly Operand[] {
  return [...present, ...keys.flat(), ...counts, ...sums.flat()];
}

for (const of of shapes)
  test(`(${of.n},${of.T}) of sorted elements comes one row for each key, and of cohorts those that are large enough`, () => {
    const roll = dice(11);
    const types = ['u32', 'i64', 'u64', 'u8'] as const;
    const inputs = new Inputs();
    const expected: bigint[] = [];
    const builds: Build[] = [];
    for (const count of of.n < 5 ? [0, 1, 2, 3, 8, 11] : [5]) {
      const keyShape = shapeOf('i32');
      const some = [valueOf('i32', roll), valueOf('i32', roll), valueOf('i32', roll), 0n];
      const keys = Array.from({ length: count }, () => some[roll(1 + roll(4))] as bigint);
      const shapesOf = types.map(shapeOf);
      const columns = types.map((type) => keys.map(() => valueOf(type, roll)));
      const rows = plainGroups(keys, shapesOf, columns);
      const takeKeys = inputs.take(keyShape, keys);
      const takes = columns.map((values, k) => inputs.take(shapesOf[k] as Shape, values));
      builds.push((graph, share) => {
        const given = takeKeys(graph, share);
        const all = takes.map((take, k) => ({ shape: shapesOf[k] as Shape, values: take(graph, share) }));
        const [own, ...others] = sorted(graph, keyShape, given, [{ shape: keyShape, values: given }, ...all]);
        const moved = others.map((values, k) => ({ shape: shapesOf[k] as Shape, values }));
        const grouped = groups(graph, [{ shape: keyShape, values: own as Operand[] }], moved);
        const large = cohorts(graph, grouped, { keys: [keyShape], sums: shapesOf }, 3n);
        return [...flat(grouped), ...flat(large)];
      });
      const column = (of: (row: Row) => bigint | undefined): bigint[] =>
        inField(keys.map((_, k) => (rows[k] && of(rows[k])) ?? 0n));
      const table = (kept: (row: Row) => boolean): bigint[] =>
        [
          (): bigint => 1n,
          (row: Row) => row.key,
          (row: Row) => row.count,
          ...types.map((_, k) => (row: Row) => row.sums[k]),
        ].flatMap((value) => column((row) => (kept(row) ? value(row) : 0n)));
      expected.push(...table(() => true), ...table(({ count: many }) => many >= 3n));
    }
    const { shown } = tried(of, inputs.values, (graph, share) => builds.flatMap((build) => build(graph, share)));
    assert.deepEqual(shown, expected);
  });

test('keys of several columns are equal where all of them are', () => {
  const inputs = new Inputs();
  const u32 = shapeOf('u32');
  const limbs = [
    [1n, 1n, 2n, 2n, 2n],
    [5n, 5n, 5n, 6n, 6n],
    [0n, 0n, 0n, 0n, 9n],
  ].map((values) => inputs.take(u32, values));
  const { shown } = tried({ n: 3, T: 1 }, inputs.values, (graph, share) =>
    flat(
      groups(
        graph,
        limbs.map((take) => ({ shape: u32, values: take(graph, share) })),
        [],
      ),
    ),
  );
  assert.deepEqual(shown, [1, 1, 1, 1, 0, 1, 2, 2, 2, 0, 5, 5, 6, 6, 0, 0, 0, 0, 9, 0, 2, 1, 1, 1, 0].map(BigInt));
  assert.throws(
    () => cohorts(emptyGraph(), { present: [], keys: [], counts: [], sums: [] }, { keys: [], sums: [] }, 0n),
    RangeError,
  );
});

/** A plan of running values, or of groups, of shares in their types. */
function planOf(
  of: { n: number; T: number },
  build: (graph: Graph, share: (shape: Shape) => Operand) => readonly Operand[],
  loose = true,
): Plan {
  return planProtocol(of, function* (engine) {
    const graph = emptyGraph();
    const built = build(graph, (shape) => shareSecret(graph, 0n, shape));
    const nodes = built.flatMap((one) => {
      if (!isSecret(one) || !loose) return [asField(graph, one)];
      const { halves } = one;
      return halves ? [halves.lo.node, halves.hi.node] : [one.field ?? bitsOf(graph, one)];
    });
    return yield* runGraph(engine, graph, nodes, []);
  });
}

const scanPlan = (of: { n: number; T: number }, kind: Running, count: number, of_: readonly Shape[]): Plan =>
  planOf(of, (graph, share) => {
    const starts = Array.from({ length: count }, () =>
      made(
        BOOL,
        { low: 0n, high: 1n },
        { bits: addNode(graph, 'bits', 1, { kind: 'constantBits', value: 0n, width: 1 }) },
      ),
    );
    const columns = of_.map((shape) => ({ shape, values: starts.map(() => share(shape)) }));
    return running(graph, kind, starts, columns).flat();
  });

test('running values take what the table says, and groups no more than it says', () => {
  for (const of of shapes) {
    for (const count of [1, 2, 5, 16, 17, 33]) {
      for (const [kind, types] of [
        ['sum', ['u32', 'i8']],
        ['sum', ['u64']],
        ['first', ['i64']],
        ['max', ['u32']],
        ['min', ['i16', 'u64']],
      ] as const) {
        const shapesOf = types.map(shapeOf);
        const { bytes: _, ...table } = totalsOf(of, runningCost(of, kind, count, shapesOf), 1);
        assert.deepEqual(
          pickCosts(scanPlan(of, kind, count, shapesOf)),
          { ...table },
          `${kind} of ${count} ${types.join()}`,
        );
      }
      const [keys, values] = [[shapeOf('u32')], [shapeOf('u32'), shapeOf('u64')]];
      const plan = groupsPlan(of, count, keys, values);
      const most = totalsOf(of, groupsCost(of, count, keys, values), 1);
      for (const kind of ['rounds', 'ands', 'daBits', 'triples'] as const) {
        assert.ok(plan[kind] <= most[kind], `groups of ${count}: ${plan[kind]} ${kind}, not ${most[kind]}`);
        assert.ok(
          count < 5 || 1.15 * plan[kind] + 2 > most[kind],
          `groups of ${count}: ${plan[kind]} ${kind} of ${most[kind]}`,
        );
      }
    }
  }
});

function groupsPlan(
  of: { n: number; T: number },
  count: number,
  keys: readonly Shape[],
  values: readonly Shape[],
): Plan {
  return planOf(of, (graph, share) => {
    const column = (shape: Shape): { shape: Shape; values: Operand[] } => ({
      shape,
      values: Array.from({ length: count }, () => share(shape)),
    });
    return flat(groups(graph, keys.map(column), values.map(column)));
  });
}

test('running values and groups take what the page says', () => {
  const page = readFileSync(new URL('../../../docs/protocols/segments.md', import.meta.url), 'utf8');
  const row = (name: string, of: (committee: { n: number; T: number }) => Plan): string => {
    const plans = shapes.map(of);
    const each = (kind: 'rounds' | 'ands' | 'daBits' | 'triples'): string =>
      [...new Set(plans.map((plan) => plan[kind]))].join(', ');
    return `| ${name} | ${each('rounds')} | ${each('ands')} | ${each('daBits')} | ${each('triples')} |`;
  };
  const u32 = shapeOf('u32');
  const rows = [8, 64, 256].flatMap((count) => [
    row(`running sum, ${count}`, (of) => scanPlan(of, 'sum', count, [u32])),
    row(`running max, ${count}`, (of) => scanPlan(of, 'max', count, [u32])),
    row(`groups, ${count}`, (of) => groupsPlan(of, count, [u32], [u32])),
  ]);
  for (const one of rows) assert.ok(page.includes(one), rows.join('\n'));
});

const FOUR = shapeOf('u8');
const LIED: Readonly<
  Record<
    string,
    {
      readonly most: Cost;
      readonly build: (values: readonly Secret[], starts: readonly Secret[], graph: Graph) => readonly Operand[];
    }
  >
> = {
  'a running sum': {
    most: runningCost({ n: 4, T: 1 }, 'sum', 4, [FOUR]),
    build: (values, starts, graph) =>
      running(graph, 'sum', asBits(graph, starts), [{ shape: FOUR, values }])[0] as Operand[],
  },
  groups: {
    most: groupsCost({ n: 4, T: 1 }, 4, [FOUR], [FOUR]),
    build: (values, _, graph) => {
      const column = [{ shape: FOUR, values }];
      return flat(groups(graph, column, column));
    },
  },
};
for (const [name, { most, build }] of Object.entries(LIED)) {
  const { ands, daBits, triples } = totalsOf({ n: 4, T: 1 }, most, 1);
  liesAreFound(name, { ands: ands + 100, daBits: daBits + 20, triples }, (c: Committee) => {
    const shares = sharedField(c, vectorOf([3n, 3n, 7n, 7n, 1n, 0n, 1n, 0n]));
    return function* (engine) {
      const graph = emptyGraph();
      const own = shares[engine.context.seat] as FieldVector;
      const share = (shape: Shape, place: number): Secret => shareSecret(graph, elementAt(own, place), shape);
      const built = build(
        [0, 1, 2, 3].map((k) => share(FOUR, k)),
        [4, 5, 6, 7].map((k) => share(BOOL, k)),
        graph,
      );
      return vectorOf(
        (yield* runGraph(
          engine,
          graph,
          built.map((one) => asField(graph, one)),
          [],
        )) as bigint[],
      );
    };
  });
}

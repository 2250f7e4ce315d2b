// Drawn orders and what is put in them against the plain evaluator on the same tape; and the orders that seats draw by themselves.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type BuiltValue, type TapeEntry, drawnTape, scalarRefs, writtenTape } from '@enigma/bytecode';
import { type FieldVector, type SeatSet, elementAt, seededRandom, vectorOf } from '@enigma/crypto';
import { type Engine } from '../src/engine.ts';
import { seatDraws } from '../src/draws.ts';
import { emptyGraph } from '../src/executor/graph.ts';
import { planProtocol } from '../src/executor/plan.ts';
import { taskDraws } from '../src/executor/random.ts';
import { runGraph } from '../src/executor/schedule.ts';
import { type Secret, fieldOf, shareSecret } from '../src/executor/secrets.ts';
import { switchCount } from '../src/executor/waksman.ts';
import type { Protocol } from '../src/round.ts';
import { committee, passes, revealField, run, sharedField, shapes } from './committee.ts';
import {
  type Author,
  type Known,
  type Line,
  type ScalarType,
  type Source,
  dice,
  programsOf,
  valueOf,
} from './integerPrograms.ts';
import { type Tried, tryPrograms } from './integers.ts';

const { u32 } = scalarRefs;
const U32 = { bits: 32, signed: false };

function right({ wrong, plan, used, rounds }: Tried): void {
  assert.deepEqual(wrong, []);
  assert.deepEqual(used, { triples: plan.triples, ands: plan.ands, daBits: plan.daBits });
  assert.equal(rounds, plan.rounds);
}

function list(
  { r, input, vectorOf: typeOf }: Author,
  type: ScalarType,
  source: Source,
  values: readonly bigint[],
): BuiltValue {
  return r.vector(
    typeOf(type),
    values.map((value) => input(type, source, value).built),
  );
}

const known = (type: ScalarType, built: BuiltValue, name: string): { type: ScalarType; value: Known } => ({
  type,
  value: { built, name, isSecret: true },
});

/** An order of so many places, looked at, and records and numbers put in it. */
function inOrder(length: number, seed: number): Line {
  return (author) => {
    const { b, r, vectorOf: typeOf } = author;
    const roll = dice(seed);
    const source = (): Source => (roll(2) === 0 ? 'client' : 'state');
    const values = (type: ScalarType): bigint[] =>
      Array.from({ length }, () => (type === 'bool' ? BigInt(roll(2)) : valueOf(type, roll)));
    const record = b.recordType([
      { name: 'who', type: scalarRefs.address },
      { name: 'flag', type: scalarRefs.bool },
      { name: 'wide', type: scalarRefs.i64 },
      { name: 'low', type: scalarRefs.u8 },
      { name: 'mid', type: u32 },
    ]);
    const [flags, wides, lows, mids] = [
      list(author, 'bool', source(), values('bool')),
      list(author, 'i64', source(), values('i64')),
      list(author, 'u8', source(), values('u8')),
      list(author, 'u32', source(), values('u32')),
    ];
    /** Of two of three places twice the value, which a share may show above its type. */
    const twice = (all: BuiltValue, place: number): BuiltValue => {
      const one = r.emit('at', [all, r.constant(u32, place)]);
      return place % 3 === 2 ? one : r.emit('add', [one, one]);
    };
    const who = [r.context('sender'), r.context('self')] as const;
    const elements = r.vector(
      b.vectorType(record),
      Array.from({ length }, (_, k) => {
        const at = r.constant(u32, k);
        const wide = r.emit('at', [wides, at]);
        return r.record(record, [
          who[k % 2] as BuiltValue,
          r.emit('at', [flags, at]),
          k % 2 ? r.emit('add', [wide, wide]) : wide,
          twice(lows, k),
          twice(mids, k),
        ]);
      }),
    );
    const order = r.emit('rand.perm', [r.constant(u32, length)], [typeOf('u32')]);
    const moved = r.emit('permute', [elements, order]);
    const bytes = r.emit('permute', [
      r.vector(
        typeOf('u8'),
        Array.from({ length }, (_, k) => r.constant(scalarRefs.u8, 7 * k)),
      ),
      order,
    ]);
    return Array.from({ length }, (_, k) => {
      const at = r.constant(u32, k);
      const element = r.emit('at', [moved, at]);
      return [
        known('u32', r.emit('at', [order, at]), `place ${k}`),
        known('u8', r.emit('at', [bytes, at]), `byte ${k}`),
        known('bool', r.emit('addr.eq', [r.member(element, 0), who[0]]), `who ${k}`),
        known('bool', r.member(element, 1), `flag ${k}`),
        known('i64', r.member(element, 2), `wide ${k}`),
        known('u8', r.member(element, 3), `low ${k}`),
        known('u32', r.member(element, 4), `mid ${k}`),
      ];
    }).flat();
  };
}

for (const shape of shapes)
  test(`(${shape.n},${shape.T}) places and elements stand in the order that the tape says`, () => {
    const lengths = shape.n < 5 ? [0, 1, 2, 3, 4, 5, 8, 13] : [1, 4];
    const tape = (): ReturnType<typeof drawnTape> => drawnTape(seededRandom('orders'));
    right(tryPrograms(shape, programsOf(lengths.map(inOrder), 5, tape)));
  });

test('a written order is the order that elements stand in', () => {
  const entries: readonly TapeEntry[] = [[2, 0, 3, 1]];
  const programs = programsOf([inOrder(4, 1)], 1, () => writtenTape(entries));
  // Each place shows its own value of the type, then that of the record in it.
  const of = (type: ScalarType): readonly bigint[] =>
    programs.expected.filter((one) => one.type === type).flatMap(({ value }, k) => (k % 2 === 0 ? [value] : []));
  assert.deepEqual(
    [of('u32'), of('u8')],
    [
      [2n, 0n, 3n, 1n],
      [14n, 0n, 21n, 7n],
    ],
  );
  right(tryPrograms({ n: 4, T: 1 }, programs));
  for (const wrong of [[0, 1, 2], [0, 1, 2, 2], [0, 1, 2, 4], [0, 1, 2, 0.5], 3n])
    assert.throws(() => programsOf([inOrder(4, 1)], 1, () => writtenTape([wrong])), /no order of 4 places/);
});

/** The order that seats of one seed draw, as somebody with all keys sees it. */
function ordersOf(seed: string): (draw: number, count: number) => readonly number[] {
  const c = committee({ n: 3, T: 1, seed });
  const draws = seatDraws(new Map<SeatSet, Uint8Array>(c.contexts.flatMap((context) => [...context.setKeys('draw')])));
  return (draw, count) => {
    const pieces = [...draws.permutation({ task: 0, draw }, count)]
      .toSorted(([a], [b]) => a - b)
      .map(([, piece]) => piece);
    return Array.from({ length: count }, (_, place) => pieces.reduceRight((at, piece) => piece[at] as number, place));
  };
}

test('seats draw each of the 24 orders of four places alike, and every order is one', () => {
  const drawn = ordersOf('orders');
  const counts = new Map<string, number>();
  const COUNT = 2400;
  for (let draw = 0; draw < COUNT; draw++) {
    const order = drawn(draw, 4);
    assert.deepEqual(
      order.toSorted((a, b) => a - b),
      [0, 1, 2, 3],
    );
    counts.set(order.join(), (counts.get(order.join()) ?? 0) + 1);
  }
  const squared = [...counts.values()].reduce((sum, count) => sum + (count - 100) ** 2 / 100, 0);
  assert.equal(counts.size, 24);
  // Above 58 with 23 degrees of freedom in one of ten thousand.
  assert.ok(squared < 58, `χ² ${squared}`);
});

test('what seats open of a drawn order is that order, and every element stands in it once', () => {
  for (const { n, T } of shapes) {
    const c = committee({ n, T, triples: 4 * 10 * switchCount(9) });
    const shares = sharedField(c, vectorOf(Array.from({ length: 9 }, (_, k) => 100n + BigInt(k))));
    const draw = function* (engine: Engine): Protocol<FieldVector> {
      const graph = emptyGraph();
      const draws = taskDraws(engine, graph, 0);
      const order = draws.order(U32, 9);
      const own = shares[engine.context.seat] as FieldVector;
      const values = order.map((_, k) => shareSecret(graph, elementAt(own, k), U32));
      const [moved] = draws.permuted(order, [{ shape: U32, values }]);
      const nodes = [...order, ...((moved ?? []) as readonly Secret[])].map((one) => fieldOf(graph, one));
      return vectorOf((yield* runGraph(engine, graph, nodes, [])) as bigint[]);
    };
    const shown = revealField(c, passes(run(c, draw)));
    const [places, values] = [shown.slice(0, 9), shown.slice(9)];
    assert.deepEqual(
      values,
      places.map((place) => 100n + place),
    );
    assert.deepEqual(
      places.map(Number).toSorted((a, b) => a - b),
      [0, 1, 2, 3, 4, 5, 6, 7, 8],
    );
  }
});

test('a shuffle takes what the page says', () => {
  const page = readFileSync(new URL('../../../docs/protocols/shuffle.md', import.meta.url), 'utf8');
  for (const n of [5, 52, 100]) {
    const plans = shapes.map((shape) =>
      planProtocol(shape, function* (engine) {
        const graph = emptyGraph();
        const draws = taskDraws(engine, graph, 0);
        const values = Array.from({ length: n }, () => shareSecret(graph, 0n, U32));
        const [moved] = draws.permuted(draws.order(U32, n), [{ shape: U32, values }]);
        const nodes = (moved as readonly Secret[]).map((one) => fieldOf(graph, one));
        return yield* runGraph(engine, graph, nodes, []);
      }),
    );
    const each = (of: 'rounds' | 'triples'): string => plans.map((plan) => plan[of]).join(', ');
    const row = `| ${n} | ${switchCount(n)} | ${each('rounds')} | ${each('triples')} |`;
    assert.ok(page.includes(row), row);
  }
});

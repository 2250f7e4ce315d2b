// Fixed-point numbers against the floor of the exact result: scales of both kinds, at their limbs' ends and others, values where signs and limbs turn, of state and computed, public on one side; what they take.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type FieldVector, elementAt, field, vectorOf } from '@enigma/crypto';
import { divideScaled } from '../src/circuits/division.ts';
import { type Planes, constantShared, planesOf } from '../src/circuits/planes.ts';
import { scaledDivisionCost } from '../src/divisionCosts.ts';
import type { Engine } from '../src/engine.ts';
import { fixedDot, fixedProduct, fixedQuotient } from '../src/executor/fixed.ts';
import { type Graph, type Node, emptyGraph } from '../src/executor/graph.ts';
import { add, multiply } from '../src/executor/integers.ts';
import { type Plan, planProtocol } from '../src/executor/plan.ts';
import { runGraph } from '../src/executor/schedule.ts';
import {
  type Operand,
  type Secret,
  type Shape,
  asField,
  isSecret,
  made,
  reduced,
  shareSecret,
  wrapTo,
} from '../src/executor/secrets.ts';
import { fixedDotCost } from '../src/fixedCosts.ts';
import { type Cost, bitsCost, totalsOf } from '../src/integerCosts.ts';
import type { Protocol } from '../src/round.ts';
import { type Committee, committee, passes, revealField, run, sharedField, shapes } from './committee.ts';
import { type IntegerName, dice, isSigned, valueOf, widthOfName } from './integerPrograms.ts';
import { liesAreFound } from './lies.ts';

const shapeOf = (type: IntegerName): Shape => ({ bits: widthOfName(type), signed: isSigned(type) });
const I64 = shapeOf('i64');

/** ⌊a/b⌋ */
function floored(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

const plainDot = (shape: Shape, scale: bigint, pairs: readonly (readonly [bigint, bigint])[]): bigint =>
  wrapTo(
    shape,
    floored(
      pairs.reduce((sum, [x, y]) => sum + x * y, 0n),
      scale,
    ),
  );
const plainQuotient = (shape: Shape, scale: bigint, x: bigint, y: bigint): bigint =>
  y === 0n ? 0n : wrapTo(shape, floored(x * scale, y));

const POWERS = [0, 1, 16, 31, 32, 33, 48, 63].map((places) => 1n << BigInt(places));
const TENS = [1, 6, 9, 10, 18].map((places) => 10n ** BigInt(places));
const OTHERS = [3n, (1n << 32n) - 1n];
const SCALES = [...POWERS, ...TENS, ...OTHERS];

/** What a case makes of operands, and what it must give. */
interface Case {
  readonly values: readonly bigint[];
  readonly shape: Shape;
  readonly build: (graph: Graph, operands: readonly Secret[]) => Operand;
  readonly expected: bigint;
}

/** All cases in one run, with exactly the material of its plan. */
function tried(of: { readonly n: number; readonly T: number }, cases: readonly Case[]): void {
  const at = (shares: FieldVector | undefined) =>
    function* (engine: Engine): Protocol<FieldVector> {
      const graph = emptyGraph();
      let next = 0;
      const nodes = cases.map(({ values, shape, build }) => {
        const operands = values.map(() => shareSecret(graph, shares ? elementAt(shares, next++) : 0n, shape));
        const result = build(graph, operands);
        return asField(graph, isSecret(result) ? reduced(graph, result) : result);
      });
      return vectorOf((yield* runGraph(engine, graph, nodes, [])) as bigint[]);
    };
  const { rounds, triples, ands, daBits } = planProtocol(of, at(undefined));
  const c = committee({ ...of, triples, ands, daBits });
  const shares = sharedField(c, vectorOf(cases.flatMap(({ values }) => values.map((value) => field.reduce(value)))));
  const outcome = run(c, (engine) => at(shares[engine.context.seat])(engine));
  const shown = revealField(c, passes(outcome));
  cases.forEach(({ expected, values }, k) =>
    assert.equal(shown[k], field.reduce(expected), `case ${k} of ${values.join()}`),
  );
  assert.ok(outcome.ok);
  assert.deepEqual({ rounds: outcome.rounds, ...c.used[0]?.() }, { rounds, triples, ands, daBits });
}

function edges(shape: Shape): bigint[] {
  const half = 1n << BigInt(shape.bits - 1);
  const around = [0n, 1n, -1n, half, half - 1n, half + 1n, 1n << 32n, (1n << 32n) - 1n, -(1n << 32n), half >> 1n];
  return [...new Set(around.map((value) => wrapTo(shape, value)))];
}

for (const of of shapes)
  test(`(${of.n},${of.T}) a product is the floor of the exact one, whatever the scale`, () => {
    const roll = dice(3);
    const cases: Case[] = [];
    const product = (type: IntegerName, scale: bigint, x: bigint, y: bigint): void => {
      const shape = shapeOf(type);
      cases.push({
        values: [x, y],
        shape,
        build: (graph, [a, b]) => fixedProduct(graph, shape, scale, a as Secret, b as Secret),
        expected: plainDot(shape, scale, [[x, y]]),
      });
      cases.push({
        values: [x],
        shape,
        build: (graph, [a]) => fixedProduct(graph, shape, scale, y, a as Secret),
        expected: plainDot(shape, scale, [[x, y]]),
      });
    };
    for (const [k, scale] of SCALES.entries()) {
      if (of.n > 3 && k % 5 !== 1) continue;
      const values = edges(I64);
      for (let pair = 0; pair < (of.n === 3 ? 8 : 3); pair++)
        product('i64', scale, values[roll(values.length)] as bigint, values[roll(values.length)] as bigint);
      for (const type of ['i64', 'u64', 'i32', 'u32', 'i8'] as const)
        product(type, scale, valueOf(type, roll), valueOf(type, roll));
    }
    tried(of, cases);
  });

test('what was not reduced is taken as the value of its type: sums, products, and a square', () => {
  const roll = dice(5);
  const cases: Case[] = [];
  for (const [k, scale] of SCALES.entries())
    for (const type of [(['i64', 'u64', 'i32'] as const)[k % 3] as IntegerName, 'i64' as const]) {
      const shape = shapeOf(type);
      const [x, y, z] = [valueOf(type, roll), valueOf(type, roll), valueOf(type, roll)];
      const [sum, product] = [wrapTo(shape, x + x), wrapTo(shape, y * z)];
      cases.push({
        values: [x, y, z],
        shape,
        build: (graph, [a, b, c]) =>
          fixedProduct(
            graph,
            shape,
            scale,
            add(graph, shape, a as Secret, a as Secret),
            multiply(graph, shape, b as Secret, c as Secret),
          ),
        expected: plainDot(shape, scale, [[sum, product]]),
      });
      // A result goes on unreduced, and is squared.
      const once = plainDot(shape, scale, [[x, y]]);
      cases.push({
        values: [x, y],
        shape,
        build: (graph, [a, b]) => {
          const first = fixedProduct(graph, shape, scale, a as Secret, b as Secret);
          return fixedProduct(graph, shape, scale, first, first);
        },
        expected: plainDot(shape, scale, [[once, once]]),
      });
    }
  tried({ n: 3, T: 1 }, cases);
});

test('small intervals take one product and one reduction', () => {
  const narrow: Shape = I64;
  const plan = planProtocol({ n: 3, T: 1 }, function* (engine) {
    const graph = emptyGraph();
    const small = (): Secret =>
      made(narrow, { low: -1000n, high: 1000n }, { field: shareSecret(graph, 0n, narrow).field });
    const result = fixedProduct(graph, narrow, 1n << 16n, small(), small()) as Secret;
    return yield* runGraph(engine, graph, [asField(graph, result)], []);
  });
  assert.deepEqual([plan.triples, plan.elements], [1, 3]);
});

for (const of of shapes)
  test(`(${of.n},${of.T}) a sum of products is rounded once`, () => {
    const roll = dice(9);
    const cases: Case[] = [];
    for (const [k, scale] of SCALES.entries()) {
      if (of.n > 3 && k % 4 !== 1) continue;
      for (const [type, count] of [
        ['i64', 3],
        ['u64', 2],
        ['i32', 5],
        ['i64', of.n === 3 ? 9 : 1],
      ] as const) {
        const shape = shapeOf(type);
        const least = wrapTo(shape, 1n << BigInt(shape.bits - 1));
        // The largest products that there are, and others.
        const pairs = Array.from({ length: count }, (_, i): readonly [bigint, bigint] =>
          k % 2 === 0 && i > 0 ? [least, least] : [valueOf(type, roll), valueOf(type, roll)],
        );
        cases.push({
          values: pairs.flat(),
          shape,
          build: (graph, operands) =>
            fixedDot(graph, shape, scale, [
              ...pairs.map((_, i) => [operands[2 * i] as Secret, operands[2 * i + 1] as Secret] as const),
              [least, 7n],
            ]),
          expected: plainDot(shape, scale, [...pairs, [least, 7n]]),
        });
      }
    }
    tried(of, cases);
  });

for (const of of shapes)
  test(`(${of.n},${of.T}) a quotient is the floor of the exact one, zero by zero`, () => {
    const roll = dice(13);
    const cases: Case[] = [];
    const quotient = (type: IntegerName, scale: bigint, x: bigint, y: bigint): void => {
      const shape = shapeOf(type);
      const expected = plainQuotient(shape, scale, x, y);
      const one = (values: readonly bigint[], build: Case['build']): void =>
        void cases.push({ values, shape, build, expected });
      one([x, y], (graph, [a, b]) => fixedQuotient(graph, shape, scale, a as Secret, b as Secret));
      one([x], (graph, [a]) => fixedQuotient(graph, shape, scale, a as Secret, y));
      if (cases.length % 5 === 0) one([y], (graph, [b]) => fixedQuotient(graph, shape, scale, x, b as Secret));
    };
    for (const scale of of.n === 3 ? [1n, 1n << 33n, 10n ** 6n] : [1n << 16n]) {
      const values = edges(I64);
      for (let pair = 0; pair < (of.n === 3 ? 5 : 1); pair++)
        quotient('i64', scale, values[roll(values.length)] as bigint, values[roll(values.length)] as bigint);
      quotient('i64', scale, -(1n << 63n), -1n);
      quotient('i64', scale, -5n, 0n);
      quotient('i64', scale, valueOf('i64', roll), BigInt(roll(1000)) - 500n);
      for (const type of of.n === 3 ? (['u64', 'i32', 'u8'] as const) : (['i16'] as const))
        quotient(type, scale, valueOf(type, roll), valueOf(type, roll));
    }
    tried(of, cases);
  });

test('a scale without factors below 2^32 is refused', () => {
  const graph = emptyGraph();
  assert.throws(() => fixedProduct(graph, I64, (1n << 33n) + 1n, shareSecret(graph, 0n, I64), 3n), RangeError);
});

function planOf(of: { n: number; T: number }, build: (graph: Graph, share: () => Secret) => Operand): Plan {
  return planProtocol(of, function* (engine) {
    const graph = emptyGraph();
    const one = build(graph, () => shareSecret(graph, 0n, I64)) as Secret;
    const nodes = one.halves ? [one.halves.lo.node, one.halves.hi.node] : [asField(graph, one)];
    return yield* runGraph(engine, graph, nodes, []);
  });
}

const dotPlan = (of: { n: number; T: number }, scale: bigint, pairs: number): Plan =>
  planOf(of, (graph, share) =>
    fixedDot(
      graph,
      I64,
      scale,
      Array.from({ length: pairs }, () => [share(), share()] as const),
    ),
  );

const counts = ({ rounds, ands, daBits, triples }: Omit<Plan, 'exact' | 'elements' | 'bits'>): object => ({
  rounds,
  ands,
  daBits,
  triples,
});

test('a product, a sum of them and a quotient take what the formulas say', () => {
  for (const of of shapes) {
    for (const scale of SCALES) {
      for (const pairs of [1, 2, 3, 20]) {
        const table = totalsOf(of, fixedDotCost(of, true, scale, pairs), 1);
        assert.deepEqual(counts(dotPlan(of, scale, pairs)), counts({ ...table }), `${pairs} at ${scale}`);
      }
    }
    for (const [width, signed, scale] of [
      [64, true, 1n << 32n],
      [64, true, 1n],
      [32, true, 1n << 16n],
      [64, false, 1n << 5n],
      [16, true, 1000n],
      [64, true, 10n ** 9n],
    ] as const) {
      const planes = (engine: Engine): Planes =>
        planesOf([0n, 0n], width).map((plane) => constantShared(engine, plane));
      const plan = planProtocol(of, (engine) => divideScaled(engine, planes(engine), planes(engine), scale, signed));
      assert.deepEqual(counts(plan), counts({ ...totalsOf(of, scaledDivisionCost(width, signed, scale), 2) }));
    }
  }
});

test('fixed-point numbers take what the page says', () => {
  const page = readFileSync(new URL('../../../docs/protocols/fixed-point.md', import.meta.url), 'utf8');
  const row = (name: string, costOf: (of: { n: number; T: number }) => Cost): string => {
    const all = shapes.map((of) => totalsOf(of, costOf(of), 1));
    const each = (kind: 'rounds' | 'ands' | 'daBits' | 'triples'): string =>
      [...new Set(all.map((totals) => totals[kind]))].join(', ');
    return `| ${name} | ${each('rounds')} | ${each('ands')} | ${each('daBits')} | ${each('triples')} |`;
  };
  const rows = [
    ...[16, 32, 48].map((f) => row(`product, 2^${f}`, (of) => fixedDotCost(of, true, 1n << BigInt(f), 1))),
    ...[6, 18].map((k) => row(`product, 10^${k}`, (of) => fixedDotCost(of, true, 10n ** BigInt(k), 1))),
    row('sum of 100 products, 2^32', (of) => fixedDotCost(of, true, 1n << 32n, 100)),
    ...[16, 32].map((f) => row(`quotient, 2^${f}`, () => scaledDivisionCost(64, true, 1n << BigInt(f)))),
    row('quotient, 10^6', () => scaledDivisionCost(64, true, 10n ** 6n)),
  ];
  for (const one of rows) assert.ok(page.includes(one), rows.join('\n'));
});

const SMALL = 1n << 20n;
const lied = totalsOf({ n: 4, T: 1 }, fixedDotCost({ n: 4, T: 1 }, true, SMALL, 2), 1);
liesAreFound(
  'a fixed-point sum of products',
  lied,
  (c: Committee) => {
    const shares = sharedField(c, vectorOf([3n << 40n, field.reduce(-5n << 40n), 1n << 50n, 77n]));
    return function* (engine) {
      const graph = emptyGraph();
      const own = shares[engine.context.seat] as FieldVector;
      const [a, b, x, y] = [0, 1, 2, 3].map((k) => shareSecret(graph, elementAt(own, k), I64)) as [
        Secret,
        Secret,
        Secret,
        Secret,
      ];
      const { halves } = fixedDot(graph, I64, SMALL, [
        [a, b],
        [x, y],
      ]) as Secret;
      const nodes = [halves?.lo.node, halves?.hi.node] as [Node, Node];
      return vectorOf((yield* runGraph(engine, graph, nodes, [])) as bigint[]);
    };
  },
  3,
);

const divided = totalsOf({ n: 4, T: 1 }, scaledDivisionCost(8, true, 8n), 1);
const opened = totalsOf({ n: 4, T: 1 }, bitsCost({ n: 4, T: 1 }, 8), 2);
liesAreFound(
  'a fixed-point quotient',
  { ands: divided.ands + opened.ands, daBits: 8 },
  (c: Committee) => {
    const shares = sharedField(c, vectorOf([field.reduce(-100n), 7n]));
    const shape = shapeOf('i8');
    return function* (engine) {
      const graph = emptyGraph();
      const own = shares[engine.context.seat] as FieldVector;
      const [x, y] = [0, 1].map((k) => shareSecret(graph, elementAt(own, k), shape)) as [Secret, Secret];
      const result = fixedQuotient(graph, shape, 8n, x, y);
      return vectorOf((yield* runGraph(engine, graph, [asField(graph, result)], [])) as bigint[]);
    };
  },
  3,
);

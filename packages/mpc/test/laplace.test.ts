// Discrete Laplace noise: the coins' thresholds against e computed another way; the distribution of the coins, exactly, against the one they stand for; what seats draw, by χ²
// and word by word against the plain twin; what a draw takes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type FieldVector, P, type SeatSet, elementAt, vectorOf } from '@enigma/crypto';
import { seatDraws } from '../src/draws.ts';
import { type Engine, createEngine } from '../src/engine.ts';
import { emptyGraph } from '../src/executor/graph.ts';
import { add } from '../src/executor/integers.ts';
import { planProtocol } from '../src/executor/plan.ts';
import { taskDraws } from '../src/executor/random.ts';
import { runGraph } from '../src/executor/schedule.ts';
import { type Secret, fieldOf, reduced, shareSecret } from '../src/executor/secrets.ts';
import { totalsOf } from '../src/integerCosts.ts';
import { type LaplaceLaw, laplaceLaw, laplaceValue, laplaceWords } from '../src/laplace.ts';
import { LAPLACE_DIGITS_MAX } from '../src/limits.ts';
import { laplaceCost } from '../src/noiseCosts.ts';
import type { Protocol } from '../src/round.ts';
import { type Committee, committee, passes, revealField, run, sharedField, shapes } from './committee.ts';
import { liesAreFound } from './lies.ts';

const I64 = { bits: 64, signed: true };

/** Places behind the point of the slow arithmetic here. */
const PLACES = 400n;
const ONE = 1n << PLACES;

/** e^−x, by the series of e^x over a denominator that is never rounded before the end. */
function slowPower(numerator: bigint, denominator: bigint): bigint {
  let [sum, top, bottom] = [ONE, 1n, 1n];
  for (let j = 1n; j < 600n; j++) {
    top *= numerator;
    bottom *= denominator * j;
    const term = (top << PLACES) / bottom;
    if (term === 0n) break;
    sum += term;
  }
  return (ONE * ONE) / sum;
}

const LAWS: readonly (readonly [bigint, bigint])[] = [
  [1n, 1n],
  [1n, 2n],
  [7n, 3n],
  [1n, 10n],
  [3n, 200n],
  [1n, 1000n],
  [47n, 1n],
];

test('a threshold is the nearest to its probability: e computed another way', () => {
  for (const [numerator, denominator] of LAWS) {
    const { thresholds } = laplaceLaw(numerator, denominator);
    for (const [digit, threshold] of thresholds.entries()) {
      const power = slowPower(numerator << BigInt(digit), denominator);
      const probability = (power * ONE) / (ONE + power);
      const error = (threshold << (PLACES - 64n)) - probability;
      // A few units of rounding more than half a threshold.
      assert.ok((error < 0n ? -error : error) <= (ONE >> 65n) + 1000n, `${numerator}/${denominator}, digit ${digit}`);
    }
    assert.ok(2n ** BigInt(thresholds.length) * numerator >= 46n * denominator);
    assert.ok(thresholds.length === 1 || 2n ** BigInt(thresholds.length - 1) * numerator < 46n * denominator);
  }
});

/** Probability of each value from −2^m to 2^m, out of 2^PLACES: what the coins say, rounded down at each digit. */
function distributionOf({ thresholds }: LaplaceLaw): Map<bigint, bigint> {
  let sizes: bigint[] = [ONE];
  for (const threshold of thresholds) {
    const set = threshold << (PLACES - 64n);
    sizes = [...sizes.map((p) => (p * (ONE - set)) >> PLACES), ...sizes.map((p) => (p * set) >> PLACES)];
  }
  const half = (thresholds[0] as bigint) << (PLACES - 64n);
  const all = new Map<bigint, bigint>([[0n, ONE - 2n * half]]);
  for (const [k, p] of sizes.entries())
    for (const sign of [1n, -1n]) all.set(sign * BigInt(k + 1), (p * half) >> PLACES);
  return all;
}

/** (1 − α)/(1 + α)·α^|k| of discrete Laplace noise, by |k|. */
function exactly(numerator: bigint, denominator: bigint, most: number): bigint[] {
  const alpha = slowPower(numerator, denominator);
  const powers = [((ONE - alpha) * ONE) / (ONE + alpha)];
  while (powers.length <= most) powers.push(((powers.at(-1) as bigint) * alpha) >> PLACES);
  return powers;
}

test('the coins together are as near to discrete Laplace as the page says', () => {
  for (const [numerator, denominator] of LAWS) {
    const law = laplaceLaw(numerator, denominator);
    const digits = law.thresholds.length;
    if (digits > 12) continue;
    const most = 2 ** digits;
    const exact = exactly(numerator, denominator, most);
    const drawn = distributionOf(law);
    assert.equal(drawn.size, 2 * most + 1);
    let [distance, within] = [0n, 0n];
    for (const [value, probability] of drawn) {
      const truth = exact[Number(value < 0n ? -value : value)] as bigint;
      within += truth;
      distance += truth > probability ? truth - probability : probability - truth;
    }
    // What lies beyond is missing whole.
    const total = (distance + ONE - within) / 2n;
    assert.ok(
      total <= BigInt(digits + 3) * (ONE >> 65n),
      `${numerator}/${denominator}: 2^${Math.log2(Number(total)) - Number(PLACES)}`,
    );
  }
});

test('a law that is none is refused', () => {
  for (const [numerator, denominator] of [
    [0n, 1n],
    [-1n, 2n],
    [1n, 0n],
    [1n, 2n ** BigInt(LAPLACE_DIGITS_MAX)],
  ] as const)
    assert.throws(() => laplaceLaw(numerator, denominator), RangeError);
  assert.equal(laplaceLaw(46n, 2n ** BigInt(LAPLACE_DIGITS_MAX)).thresholds.length, LAPLACE_DIGITS_MAX);
});

/** Words that the seats of a committee draw for a task, as somebody with all keys sees them. */
function wordsOf(c: Committee): (task: number, draw: number) => bigint {
  const draws = seatDraws(new Map<SeatSet, Uint8Array>(c.contexts.flatMap((context) => [...context.setKeys('draw')])));
  return (task, draw) => [...draws.bits({ task, draw }, 64).values()].reduce((sum, piece) => sum ^ piece, 0n);
}

/** Values that the seats of a seed would draw, one after the other. */
function valuesOf(seed: string, law: LaplaceLaw, count: number): bigint[] {
  const word = wordsOf(committee({ n: 3, T: 1, seed }));
  const each = laplaceWords(law);
  return Array.from({ length: count }, (_, k) =>
    laplaceValue(
      law,
      Array.from({ length: each }, (_x, i) => word(0, k * each + i)),
    ),
  );
}

test('what seats draw is distributed as discrete Laplace, by χ²', () => {
  const COUNT = 2000;
  for (const [numerator, denominator] of [
    [1n, 1n],
    [1n, 4n],
  ] as const) {
    const law = laplaceLaw(numerator, denominator);
    const most = numerator === denominator ? 4 : 12;
    const exact = exactly(numerator, denominator, most);
    const expected = new Map<number, number>();
    for (let k = -most; k <= most; k++) expected.set(k, (COUNT * Number(exact[Math.abs(k)])) / Number(ONE));
    const rest = COUNT - [...expected.values()].reduce((sum, count) => sum + count, 0);
    const counts = new Map<number, number>([...expected.keys()].map((k) => [k, 0]));
    let beyond = 0;
    for (const value of valuesOf(`laplace ${denominator}`, law, COUNT)) {
      const k = Number(value);
      if (counts.has(k)) counts.set(k, (counts.get(k) as number) + 1);
      else beyond++;
    }
    const squared =
      (beyond - rest) ** 2 / rest +
      [...expected].reduce((sum, [k, mean]) => sum + ((counts.get(k) as number) - mean) ** 2 / mean, 0);
    // Above 35.6 with 9 degrees of freedom and 63.2 with 25 in one of twenty thousand.
    const limit = most === 4 ? 35.6 : 63.2;
    assert.ok(rest > 5 && squared < limit, `${numerator}/${denominator}: χ² ${squared}`);
  }
});

test('every value of a small law comes from the words that say it', () => {
  const law = laplaceLaw(7n, 1n);
  const [t0, t1, t2] = law.thresholds as [bigint, bigint, bigint];
  assert.equal(law.thresholds.length, 3);
  const said = (...words: bigint[]): bigint => laplaceValue(law, words);
  assert.equal(said(0n, t0, t1, t2), 1n);
  assert.equal(said(t0 - 1n, t0 - 1n, t1 - 1n, t2 - 1n), 8n);
  assert.equal(said(t0, t0 - 1n, t1, t2), -2n);
  assert.equal(said(2n * t0 - 1n, t0, t1, t2 - 1n), -5n);
  assert.equal(said(2n * t0, 0n, 0n, 0n), 0n);
});

function* drawn(engine: Engine, law: LaplaceLaw, count: number, task = 0): Protocol<FieldVector> {
  const graph = emptyGraph();
  const draws = taskDraws(engine, graph, task);
  const nodes = Array.from({ length: count }, () => fieldOf(graph, draws.laplace(I64, law)));
  return vectorOf((yield* runGraph(engine, graph, nodes, [])) as bigint[]);
}

for (const shape of shapes)
  test(`(${shape.n},${shape.T}) the engine makes of its words what the plain twin says, and takes what the table says`, () => {
    for (const [numerator, denominator, count] of [
      [1n, 3n, 40],
      [1n, 100_000n, 3],
      [50n, 1n, 2],
    ] as const) {
      const law = laplaceLaw(numerator, denominator);
      const { bytes, ...table } = totalsOf(shape, laplaceCost(law), count);
      const plan = planProtocol(shape, (engine) => drawn(engine, law, count));
      const { rounds, ands, daBits, triples } = plan;
      assert.deepEqual({ rounds, ands, daBits, triples }, table);
      const c = committee({ ...shape, ands, daBits, triples });
      const outcome = run(c, (engine) => drawn(engine, law, count, 3));
      const values = revealField(c, passes(outcome)).map((value) => (value > P / 2n ? value - P : value));
      const word = wordsOf(c);
      const each = laplaceWords(law);
      assert.deepEqual(
        values,
        Array.from({ length: count }, (_, k) =>
          laplaceValue(
            law,
            Array.from({ length: each }, (_x, i) => word(3, k * each + i)),
          ),
        ),
      );
      assert.ok(outcome.ok);
      assert.deepEqual({ rounds: outcome.rounds, ...c.used[0]?.() }, table);
      assert.equal(
        [...outcome.bytes.values()].reduce((sum, sent) => sum + sent, 0),
        bytes,
      );
      assert.ok(count < 40 || (values.some((value) => value > 0n) && values.some((value) => value < 0n)));
    }
  });

test('a noised count is the count and the noise, mod 2^w', () => {
  const law = laplaceLaw(1n, 5n);
  const u16 = { bits: 16, signed: false };
  const counts = [0n, 3n, 65_535n, 40_000n, 1n, 65_530n];
  const noised = (own: FieldVector) =>
    function* (engine: Engine): Protocol<FieldVector> {
      const graph = emptyGraph();
      const draws = taskDraws(engine, graph, 0);
      const nodes = counts.map((_, k) => {
        const count = shareSecret(graph, elementAt(own, k), u16);
        return fieldOf(graph, reduced(graph, add(graph, u16, count, draws.laplace(u16, law)) as Secret));
      });
      return vectorOf((yield* runGraph(engine, graph, nodes, [])) as bigint[]);
    };
  const of = { n: 3, T: 1 };
  const c = committee({ ...of, ...planProtocol(of, noised(vectorOf(counts))) });
  const shares = sharedField(c, vectorOf(counts));
  const shown = revealField(c, passes(run(c, (engine) => noised(shares[engine.context.seat] as FieldVector)(engine))));
  const word = wordsOf(c);
  const each = laplaceWords(law);
  assert.deepEqual(
    shown,
    counts.map((count, k) =>
      BigInt.asUintN(
        16,
        count +
          laplaceValue(
            law,
            Array.from({ length: each }, (_, i) => word(0, k * each + i)),
          ),
      ),
    ),
  );
});

test('a holder who draws another piece than the others is found', () => {
  for (const { n, T } of shapes) {
    const law = laplaceLaw(1n, 1n);
    const c = committee({ n, T, ...totalsOf({ n, T }, laplaceCost(law), 4) });
    const cheated = (engine: Engine): Protocol<unknown> => {
      const { context } = engine;
      if (context.seat !== 1) return drawn(engine, law, 4);
      const [first, ...others] = [...context.setKeys('draw')];
      const [set, key] = first as [SeatSet, Uint8Array];
      const keys = new Map([[set, key.map((byte) => byte ^ 1)], ...others]);
      return drawn(createEngine({ ...context, setKeys: (of) => (of === 'draw' ? keys : context.setKeys(of)) }), law, 4);
    };
    const outcome = run(c, cheated, { honest: (2 ** n - 1) & ~2 });
    if (n < 3 * T + 1) assert.equal(outcome.ok ? 'passed' : outcome.code, 'MISMATCH');
    else assert.deepEqual(outcome.ok && outcome.named, [1]);
  }
});

const LIED = laplaceLaw(1n, 1n);
liesAreFound('noise', totalsOf({ n: 4, T: 1 }, laplaceCost(LIED), 2), () => (engine) => drawn(engine, LIED, 2));

test('a draw of noise takes what the page says', () => {
  const page = readFileSync(new URL('../../../docs/protocols/noise.md', import.meta.url), 'utf8');
  for (const denominator of [1n, 10n, 1000n, 1_000_000n]) {
    const law = laplaceLaw(1n, denominator);
    const { rounds, ands, daBits, triples } = totalsOf({ n: 3, T: 1 }, laplaceCost(law), 1);
    const row = `| ${denominator} | ${law.thresholds.length} | ${rounds} | ${ands} | ${daBits} | ${triples} |`;
    assert.ok(page.includes(row), row);
  }
});

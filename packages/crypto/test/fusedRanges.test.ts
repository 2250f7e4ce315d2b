// The fused kernel is exact for all inputs: its sequence of steps (scripts/fused/sequence.ts), which is what the module is made of, runs
// over intervals that hold every input, and each step shows that it cannot round, overflow or go below zero. That the steps compute the
// right number is shown by running the same sequence on numbers, which also lie in the intervals.
//
// The last correction. `finish` ends with T = v + z in two words, v < 2^128, and takes 2^128 mod p = W off unless T reaches 2^128. For
// W ≤ z < 2^63, which is asserted here of every z: if T < 2^128 then 0 ≤ T − W < 2^128 − W = p; else T − 2^128 < 2^63 < p. So the result
// is canonical, and neither the carry nor the borrow of the high word is lost.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { P, KERNEL_CHUNK_ELEMENTS, seededRandom } from '../src/index.ts';
import { COMBINATION_MAX as KERNEL_COMBINATION_MAX } from '../src/internal/kernelModules.ts';
import type { Lanes } from '../scripts/fused/lanes.ts';
import {
  COMBINATION_MAX,
  type Columns,
  DOT_BLOCK,
  type Limbs,
  WRAP,
  addByRows,
  addProduct,
  addToWords,
  differenceOf,
  finish,
  finishDot,
  firstByRows,
  firstProduct,
  floatsOf,
  limbsOf,
  noProducts,
  reduceOne,
  reduceRow,
  reduceRows,
  rowsOf,
} from '../scripts/fused/sequence.ts';
import { type Interval, Intervals } from './support/intervals.ts';
import { Mirror, type Pair } from './support/mirror.ts';

/** Low and high word of an element in each lane. */
type Element<V> = readonly [low: V, high: V];
type Operation = <V>(lanes: Lanes<V>, next: () => Element<V>) => Element<V>;

function read<V>(lanes: Lanes<V>, [low, high]: Element<V>): Limbs<V> {
  return floatsOf(lanes, limbsOf(lanes, low, high));
}

/** What the module does with each pair (scripts/fused/module.ts), and what it should give. */
const operations: Record<string, { run: Operation; expected: (...inputs: bigint[]) => bigint }> = {
  mul: {
    run: (lanes, next) =>
      finish(lanes, reduceOne(lanes, firstProduct(lanes, read(lanes, next()), read(lanes, next())))),
    expected: (a = 0n, b = 0n) => a * b,
  },
  mulAdd: {
    run: (lanes, next) => {
      const r = reduceOne(lanes, firstProduct(lanes, read(lanes, next()), read(lanes, next())));
      const [low, high] = next();
      return finish(lanes, r, limbsOf(lanes, low, high));
    },
    expected: (a = 0n, b = 0n, c = 0n) => a * b + c,
  },
  scale: {
    run: (lanes, next) => {
      const s = rowsOf(lanes, read(lanes, next()));
      return finish(lanes, reduceRow(lanes, firstByRows(lanes, read(lanes, next()), s)));
    },
    expected: (s = 0n, a = 0n) => s * a,
  },
  fold: {
    run: (lanes, next) => {
      const s = rowsOf(lanes, read(lanes, next()));
      const from = limbsOf(lanes, ...next());
      const step = differenceOf(lanes, read(lanes, next()), floatsOf(lanes, from));
      return finish(lanes, reduceRow(lanes, firstByRows(lanes, step, s)), from);
    },
    expected: (s = 0n, low = 0n, high = 0n) => low + s * (high - low),
  },
  combine: { run: combination(COMBINATION_MAX), expected: sumOfProducts },
  'combine of 2': { run: combination(2), expected: sumOfProducts },
  dot: { run: dotOf(1, DOT_BLOCK), expected: sumOfProducts },
};

function combination(count: number): Operation {
  return (lanes, next) => {
    let columns = firstByRows(lanes, read(lanes, next()), rowsOf(lanes, read(lanes, next())));
    for (let k = 1; k < count; k++) {
      columns = addByRows(lanes, columns, read(lanes, next()), rowsOf(lanes, read(lanes, next())));
    }
    return finish(lanes, reduceRows(lanes, columns));
  };
}

function dotOf(blocks: number, size: number): Operation {
  return <V>(lanes: Lanes<V>, next: () => Element<V>) => {
    let words: V[] = Array.from({ length: 5 }, () => lanes.word(0n));
    for (let block = 0; block < blocks; block++) {
      let columns: Columns<V> = noProducts(lanes);
      for (let k = 0; k < size; k++) columns = addProduct(lanes, columns, read(lanes, next()), read(lanes, next()));
      words = addToWords(lanes, words, columns);
    }
    return finishDot(lanes, words);
  };
}

function sumOfProducts(...inputs: bigint[]): bigint {
  return inputs.reduce((sum, a, i) => (i % 2 === 0 ? sum + a * (inputs[i + 1] as bigint) : sum), 0n);
}

const WORD = 2n ** 64n - 1n;

/** The sequence over intervals that hold every element; with what limbs should be too long, where a proof must fail. */
function prove(run: Operation): Intervals {
  const lanes = new Intervals();
  run(lanes, () => [lanes.words(0n, WORD), lanes.words(0n, WORD)] as Element<Interval>);
  assert.ok(lanes.wraps.length > 0);
  for (const { low, high } of lanes.wraps) assert.ok(low >= WRAP && high < 2n ** 63n, `z in ${low} … ${high}`);
  return lanes;
}

describe('every step is exact for every input', () => {
  for (const [name, { run }] of Object.entries(operations)) test(name, () => void prove(run));

  test('dot products as long as a chunk', () => {
    prove(dotOf(Math.ceil(KERNEL_CHUNK_ELEMENTS / 2 / DOT_BLOCK), DOT_BLOCK));
    assert.equal(KERNEL_COMBINATION_MAX, COMBINATION_MAX);
  });

  test('and the proof fails where it should', () => {
    // More products than are allowed in columns
    assert.throws(() => prove(dotOf(1, 2 * DOT_BLOCK)), RangeError);
    assert.throws(() => prove(combination(2 * COMBINATION_MAX)), RangeError);
    // Two products where one is allowed
    const two: Operation = (lanes, next) => {
      const first = firstProduct(lanes, read(lanes, next()), read(lanes, next()));
      return finish(lanes, reduceOne(lanes, addProduct(lanes, first, read(lanes, next()), read(lanes, next()))));
    };
    assert.throws(() => prove(two), /a limb is negative or too large|more than 53 bits/);
    // Limbs that were not cut: 64 bits where there should be 44
    const uncut: Operation = (lanes, next) => {
      const [low, high] = next();
      return finish(
        lanes,
        reduceOne(lanes, firstProduct(lanes, floatsOf(lanes, [low, low, high]), read(lanes, next()))),
      );
    };
    assert.throws(() => prove(uncut), /more than 52 bits/);
    // A quotient that 16 bits do not hold, and words that overlap
    const lanes = new Intervals();
    assert.throws(() => lanes.timesWrap(lanes.words(0n, 2n ** 15n)), RangeError);
    assert.throws(() => lanes.or(lanes.words(0n, 3n), lanes.words(0n, 2n)), RangeError);
    assert.throws(() => lanes.sum(lanes.words(0n, WORD), lanes.words(0n, 1n)), RangeError);
    assert.throws(() => lanes.shiftRight(lanes.difference(lanes.word(0n), lanes.word(1n)), 1), RangeError);
    // A sum of floats that needs a bit too many, and a column next to the end of its binade
    assert.throws(() => lanes.plus(lanes.number(2 ** 53), lanes.words(0n, 1n)), RangeError);
    assert.throws(() => lanes.plus(lanes.number(2 ** 53), lanes.number(1)), RangeError);
    const [x, start] = [lanes.number(2 ** 44), lanes.number(2 ** 97 - 2 ** 46)];
    assert.throws(() => lanes.split(x, x, start, start), /leaves its binade/);
  });
});

describe('the sequence on numbers', () => {
  const random = seededRandom('fused');
  const places = [0n, 1n, 2n ** 43n - 1n, 2n ** 43n, 2n ** 43n + 1n, 2n ** 44n - 2n, 2n ** 44n - 1n];
  const limb = (): bigint => {
    const [kind = 0, ...bytes] = random(8);
    const at = places[kind % 8];
    return at ?? bytes.slice(0, 6).reduce((sum, byte) => 256n * sum + BigInt(byte), 0n) % 2n ** 44n;
  };
  const element = (): bigint => (limb() + (limb() << 44n) + ((limb() % 2n ** 40n) << 88n)) % P;
  const edges = [0n, 1n, 2n, P - 1n, P - 2n, WRAP, WRAP - 1n, P - WRAP, 2n ** 44n - 1n, 2n ** 88n - 1n, P >> 1n];

  for (const [name, { run, expected }] of Object.entries(operations)) {
    test(`${name} is right, each step of it exact and in its interval`, () => {
      const proof = prove(run);
      const heavy = name === 'dot' || name === 'combine';
      const rounds = heavy ? 20 : edges.length ** 2 + 400;
      for (let round = 0; round < rounds; round++) {
        const inputs: [bigint[], bigint[]] = [[], []];
        const mirror = new Mirror();
        const next = (): Element<Pair> => {
          const drawn = [0, 1].map((lane) => {
            const inputsSoFar = (inputs[lane] as bigint[]).length;
            const edge = edges[Math.floor(round / edges.length ** inputsSoFar) % edges.length] as bigint;
            const value = round < edges.length ** 2 ? edge : element();
            (inputs[lane] as bigint[]).push(value);
            return value;
          }) as [bigint, bigint];
          const [low, high] = [drawn.map((value) => value & WORD), drawn.map((value) => value >> 64n)];
          const pairs = [low as unknown as Pair, high as unknown as Pair] as const;
          mirror.trace.push(...pairs);
          return pairs;
        };
        const [low, high] = run(mirror, next) as readonly [readonly bigint[], readonly bigint[]];
        const wanted = inputs.map((values) => ((expected(...values) % P) + P) % P) as [bigint, bigint];
        if (name === 'dot') wanted[0] = wanted[1] = (wanted[0] + wanted[1]) % P;
        for (const lane of [0, 1]) {
          assert.equal((low[lane] as bigint) + ((high[lane] as bigint) << 64n), wanted[lane], String(inputs[lane]));
        }
        contained(mirror.trace, proof.trace);
      }
    });
  }

  test('a value outside its interval is noticed', () => {
    const lanes = new Intervals();
    const [narrow] = [lanes.words(0n, 2n ** 44n)];
    assert.throws(() => contained([[2n ** 44n + 1n, 0n]], [narrow]));
    assert.throws(() => contained([[0.5, 0]], [lanes.float(0n, 1n)]));
  });
});

function contained(values: readonly Pair[], intervals: readonly Interval[]): void {
  assert.equal(values.length, intervals.length);
  values.forEach((pair, i) => {
    const { kind, low, high, step } = intervals[i] as Interval;
    for (const value of pair) {
      assert.equal(typeof value, kind === 'float' ? 'number' : 'bigint');
      const unsigned = BigInt(value);
      const number = kind === 'word' && low < 0n ? BigInt.asIntN(64, unsigned) : unsigned;
      assert.ok(
        number >= low && number <= high && number % step === 0n,
        `step ${i}: ${number} is not in ${low} … ${high}`,
      );
    }
  });
}

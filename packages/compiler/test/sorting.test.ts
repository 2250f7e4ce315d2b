// `sortBy` in source: order, ties and labels; what it cannot sort.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { vector } from '@enigma/bytecode';
import { codes, compiled, contract, run } from './support/run.ts';

const all = (values: readonly bigint[]): never => vector(values) as never;

test('by absolute value, in both directions, ties as they stood', () => {
  const of = compiled(
    `function size(x: Secret<i16>): Secret<i32> { const wide: Secret<i32> = x; return wide < 0 ? 0 - wide : wide; }\n${contract(
      '',
      `  five(a: Secret<i16>, b: Secret<i16>, c: Secret<i16>, d: Secret<i16>, e: Secret<i16>): { up: i16[]; down: i16[] } {
    const xs = [a, b, c, d, e];
    return {
      up: sortBy(xs, (x) => size(x)).map((x) => reveal(x, "in order")),
      down: sortBy(xs, (x) => x, 'descending').map((x) => reveal(x, "the other way")),
    };
  }
  open(xs: i16[]): i16[] { return sortBy(xs, (x) => x < 0 ? -1 - x : x, 'ascending'); }`,
    )}`,
  );
  const five = (...values: bigint[]): unknown => run(of, 'five', { args: values }).results;
  assert.deepEqual(five(4n, -9n, 16n, -25n, 36n), [
    [4n, -9n, 16n, -25n, 36n],
    [36n, 16n, 4n, -9n, -25n],
  ]);
  assert.deepEqual(five(3n, -3n, 1n, 1n, -1n), [
    [1n, 1n, -1n, 3n, -3n],
    [3n, 1n, 1n, -1n, -3n],
  ]);
  assert.deepEqual(run(of, 'open', { args: [all([3n, -4n, 1n, -1n])] }).results, [[-1n, 1n, 3n, -4n]]);
});

test('records by a secret member, and an array whose length its type says', () => {
  const of = compiled(
    `type Offer = { who: u8; price: Secret<u32> };\n${contract(
      '',
      `  best(prices: FixedArray<Secret<u32>, 4>, marks: FixedArray<Secret<bool>, 4>): { who: u8[]; marked: bool[] } {
    const offers: Offer[] = [{ who: 0, price: prices[0] }, { who: 1, price: prices[1] }, { who: 2, price: prices[2] }, { who: 3, price: prices[3] }];
    const sorted = sortBy(offers, (offer) => offer.price, 'descending');
    return {
      who: sorted.map((offer) => reveal(offer.who, "who")),
      marked: sortBy(marks, (mark, at) => prices[at]).map((mark) => reveal(mark, "marked")),
    };
  }`,
    )}`,
  );
  assert.deepEqual(of.warnings, []);
  fc.assert(
    fc.property(fc.array(fc.bigInt(0n, 3n), { minLength: 4, maxLength: 4 }), (prices) => {
      const marks = prices.map((price) => price & 1n);
      const places = prices.map((_, k) => k);
      const down = places.toSorted((i, j) => Number(prices[j]! - prices[i]!) || i - j);
      const up = places.toSorted((i, j) => Number(prices[i]! - prices[j]!) || i - j);
      assert.deepEqual(run(of, 'best', { args: [all(prices), all(marks)] }).results, [
        down.map(BigInt),
        up.map((k) => marks[k]),
      ]);
    }),
    { numRuns: 40, seed: 3 },
  );
});

test('what cannot be sorted, or not so', () => {
  const body = (text: string): readonly string[] =>
    codes(contract('  k: u8[] = [];\n  sum: u32 = 0;', `  run(x: Secret<u8>, s: u8[][], n: u8[]) { ${text} }`));
  assert.deepEqual(body('this.k = sortBy(n, (one) => one);'), []);
  assert.deepEqual(body('this.k = sortBy(n, (one) => one & x);'), ['E-FLOW']);
  assert.deepEqual(body('const t = sortBy(s, (one) => one.length);'), ['E-SHAPE']);
  assert.deepEqual(body('const t = sortBy(n, (one) => one > 5);'), ['E-TYPE']);
  assert.deepEqual(body("const t = sortBy(n, (one) => one, 'sideways');"), ['E-TYPE']);
  assert.deepEqual(body('const t = sortBy(x, (one) => one);'), ['E-TYPE']);
  assert.deepEqual(body('const t = sortBy(n, (one) => { this.sum += 1; return one; });'), ['E-SUBSET']);
});

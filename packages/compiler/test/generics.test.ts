// Functions with open types: compiled for the widths, the labels and the lengths of each call.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codes, compiled, contract, run } from './support/run.ts';

const stats = `export type Pair<T> = { a: T; b: T };
export function mean<T extends number>(xs: T[]) {
  let sum: u64 = 0;
  for (const x of xs) sum = wrapping(sum + x);
  return sum / xs.length;
}
export function most<T extends number>(xs: T[], low: T): T {
  let best: T = max(low, xs[0]);
  for (const x of xs) best = max(best, x);
  return best;
}
export function pick<T extends number>(c: Secret<bool>, pair: Pair<T>) { return c ? pair.a : pair.b; }
`;
const source = `import { mean, most, pick } from './stats.ts';
${contract(
  '',
  `  open(a: u8, b: u8, c: u8): { mean: u64; most: u8 } { return { mean: mean([a, b, c]), most: most([a, b, c], 3) }; }
  run(a: Secret<u8>, b: Secret<u8>, n: FixedArray<Secret<u16>, 4>): { mean: u64; most: u8; wide: u16; p: u8 } {
    return { mean: reveal(mean([a, b]), "mean"), most: reveal(most([a, b], 5), "most"), wide: reveal(most(n, 5), "wide"), p: reveal(pick(a > b, { a, b }), "p") };
  }`,
)}`;

test('one function serves public and secret arguments, each width and each length', () => {
  const of = compiled(source, { 'stats.ts': stats });
  assert.deepEqual(of.warnings, []);
  assert.deepEqual(run(of, 'open', { args: [1n, 9n, 2n] }).results, [4n, 9n]);
  // Nothing of the public call is secret: no site releases it.
  assert.deepEqual(
    of.module.functions.find(({ name }) => name === 'open')?.results.map(({ label }) => label),
    ['p', 'p'],
  );
});

test('a secret stays one, whatever the type is called', () => {
  assert.deepEqual(
    codes(
      `function same<T extends number>(x: T): T { return x; }\n${contract('  k: u8 = 0;', '  run(x: Secret<u8>) { this.k = same(x); }')}`,
    ),
    ['E-FLOW'],
  );
  assert.deepEqual(
    codes(
      `function same<T extends number>(x: T): T { return x; }\n${contract('  k: u8 = 0;', '  run(n: u64) { this.k = same(n); }')}`,
    ),
    ['E-TYPE'],
  );
});

test('what others call, and a class, have one form', () => {
  assert.deepEqual(codes(contract('', '  run<T extends u8>(n: T): u8 { return n; }')), ['E-SUBSET']);
  assert.deepEqual(codes(`class A<T extends u8> { n: T; }\n${contract('', '')}`), ['E-SUBSET']);
});

// Programs over whole arrays, each against the same computation in JavaScript.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { vector } from '@enigma/bytecode';
import { codes, compiled, contract, run } from './support/run.ts';

const words = fc.array(fc.bigInt(0n, 255n), { maxLength: 9 });
const all = (value: bigint[]): never => vector(value) as never;

test('parts of arrays, arrays joined, and arrays spread into others', () => {
  const of = compiled(
    contract(
      '',
      `  parts(xs: u8[], ys: u8[], a: u32, b: u32): { part: u8[]; rest: u8[]; all: u8[]; mixed: u8[]; length: u32 } {
    const part = xs.slice(a, b);
    const mixed = [1, ...xs, 7, ...part, ...ys];
    return { part, rest: xs.slice(a), all: xs.slice().concat(ys, part), mixed, length: mixed.length };
  }
  hidden(x: Secret<u8>, y: Secret<u8>): u8[] {
    const xs = [x, y, 3];
    return [9, ...xs.slice(1)].concat([x]).map((one) => reveal(one, "all of them"));
  }`,
    ),
  );
  assert.deepEqual(of.warnings, []);
  fc.assert(
    fc.property(words, words, fc.nat(10), fc.nat(10), (xs, ys, a, b) => {
      const ran = run(of, 'parts', { args: [all(xs), all(ys), BigInt(a), BigInt(b)] });
      if (a > b || b > xs.length) {
        assert.equal(ran.status, 'revert');
        return;
      }
      const part = xs.slice(a, b);
      const mixed = [1n, ...xs, 7n, ...part, ...ys];
      assert.deepEqual(ran.results, [part, xs.slice(a), [...xs, ...ys, ...part], mixed, BigInt(mixed.length)]);
    }),
    { numRuns: 120, seed: 7 },
  );
  assert.deepEqual(run(of, 'hidden', { args: [4n, 5n] }).results, [[9n, 5n, 3n, 4n]]);
});

test('what cannot be a part, or cannot be joined', () => {
  const body = (text: string, fields = ''): readonly string[] =>
    codes(contract(fields, `  run(x: Secret<u8>, n: u8, s: i8, xs: u8[], ys: u16[]) { ${text} }`));
  assert.deepEqual(body('const p = xs.slice(x);'), ['E-SHAPE']);
  assert.deepEqual(body('const p = xs.slice(0, x);'), ['E-SHAPE']);
  assert.deepEqual(body('const p = xs.slice(s);'), ['E-TYPE']);
  assert.deepEqual(body('const p = ys.concat(xs);'), ['E-TYPE']);
  assert.deepEqual(body('const p = [...ys, ...xs];'), ['E-TYPE']);
  // Both sides of a secret condition run, so neither may end the task.
  assert.deepEqual(body('if (x > 5) this.k = xs.slice(1).length;', '  k: Secret<u32> = 0;'), ['E-ABORT']);
  assert.deepEqual(
    body('const four = zeros<u8>(4); if (x > 5) this.k = four.slice(1, 3)[0];', '  k: Secret<u8> = 0;'),
    [],
  );
});

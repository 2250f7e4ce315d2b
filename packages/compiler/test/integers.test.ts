// Operators on integers of every type, secret and public, each against BigInt.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codes, compiled, contract, run } from './support/run.ts';

const TYPES = ['u8', 'u16', 'u32', 'u64', 'i8', 'i16', 'i32', 'i64'] as const;
type Type = (typeof TYPES)[number];

const widthOf = (type: Type): number => Number(type.slice(1));
const signed = (type: Type): boolean => type.startsWith('i');
const wrap = (type: Type, value: bigint): bigint =>
  signed(type) ? BigInt.asIntN(widthOf(type), value) : BigInt.asUintN(widthOf(type), value);

/** Edges of the type, and any of its values. */
function valuesOf(type: Type): fc.Arbitrary<bigint> {
  const half = 1n << BigInt(widthOf(type) - 1);
  const edges = [-1n, 0n, 1n, 2n, 3n, half - 1n, half, half + 1n].map((value) => wrap(type, value));
  return fc.oneof(
    fc.constantFrom(...edges),
    fc.bigInt(0n, 2n * half - 1n).map((value) => wrap(type, value)),
  );
}

/** A function of two secrets and one of two public values for each expression; `amount` is a u8. */
function both(type: Type, expressions: Readonly<Record<string, string>>): string {
  const functions = Object.entries(expressions).flatMap(([name, text]) => [
    `  s_${name}(a: Secret<${type}>, b: Secret<${type}>, amount: Secret<u8>): ${type} { return reveal(${text}, "the result"); }`,
    `  p_${name}(a: ${type}, b: ${type}, amount: u8): ${type} { return ${text}; }`,
  ]);
  return contract('', functions.join('\n'));
}

test('& | ^ ~ << >> on every type', () => {
  for (const type of TYPES) {
    const width = BigInt(widthOf(type));
    const plain = {
      and: 'a & b',
      or: 'a | b',
      xor: 'a ^ b',
      not: '~a',
      three: 'a << 3',
      low: 'a & ~3',
      down: 'a >> 3',
    };
    const of = compiled(both(type, { ...plain, left: 'a << amount', right: 'a >> amount' }));
    fc.assert(
      fc.property(valuesOf(type), valuesOf(type), fc.bigInt(0n, 255n), (a, b, amount) => {
        const results: Record<string, bigint> = {
          and: a & b,
          or: a | b,
          xor: a ^ b,
          not: wrap(type, ~a),
          three: wrap(type, a << 3n),
          low: a & ~3n,
          down: a >> 3n,
          left: wrap(type, a << amount),
          right: a >> amount,
        };
        for (const [name, expected] of Object.entries(results)) {
          assert.deepEqual(run(of, `s_${name}`, { args: [a, b, amount] }).results, [expected], `${type} ${name}`);
          const { status, results: shown } = run(of, `p_${name}`, { args: [a, b, amount] });
          // A public amount of the width or more stops the task.
          if ((name === 'left' || name === 'right') && amount >= width) assert.equal(status, 'revert');
          else assert.deepEqual(shown, [expected], `public ${type} ${name}`);
        }
      }),
      { numRuns: 40, seed: 17 },
    );
  }
});

test('assignments on bits, numbers alone, >>> of unsigned values', () => {
  const of = compiled(
    contract(
      '',
      `  mixed(x: Secret<u32>, n: u8): u32 { let y: Secret<u32> = x; y &= 0xff00ff; y |= 1; y ^= x; y <<= 4; y >>>= 1; y >>= 1; return reveal(y, "y"); }
  one(n: u8): u32 { return 1 << n; }
  folded(): u64 { return (1 << 40 | 6 & 3 ^ 1) >> 1; }`,
    ),
  );
  for (const x of [0n, 1n, 0xffff_ffffn, 0x1234_5678n]) {
    const y = BigInt.asUintN(32, (((x & 0xff00ffn) | 1n) ^ x) << 4n) >> 2n;
    assert.deepEqual(run(of, 'mixed', { args: [x, 0n] }).results, [y]);
  }
  assert.deepEqual(run(of, 'one', { args: [31n] }).results, [1n << 31n]);
  assert.equal(run(of, 'one', { args: [32n] }).status, 'revert');
  assert.deepEqual(run(of, 'folded').results, [((1n << 40n) | ((6n & 3n) ^ 1n)) >> 1n]);
});

test('what is known of bits proves what follows', () => {
  const body = (text: string): string => contract('', `  run(x: Secret<u64>, n: u8) { ${text} }`);
  assert.deepEqual(codes(body('const k: Secret<u8> = x & 0x7f; const l: Secret<u8> = (x >> 60) + k;')), []);
  assert.deepEqual(codes(body('const k: Secret<u8> = x >> 56 ^ 1;')), []);
  assert.deepEqual(codes(body('const k: Secret<u8> = x & 0x1ff;')), ['E-TYPE']);
  // The amount is a u8, and one that is wider is cut by whoever means that.
  assert.deepEqual(codes(body('const k = x >> x;')), ['E-TYPE']);
  assert.deepEqual(codes(body('const k = x >> u8(x);')), []);
  // A public amount may stop the task, which a secret condition may not decide.
  assert.deepEqual(codes(body('let k: Secret<u64> = 1; if (x > 3) k = k << n;')), ['E-ABORT']);
  assert.deepEqual(codes(body('let k: Secret<u64> = 1; if (x > 3) k = k << (n & 63);')), []);
  assert.deepEqual(codes(body('const k = 1 << n;')), ['E-TYPE']);
});

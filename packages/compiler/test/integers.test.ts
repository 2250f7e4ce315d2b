// Operators on integers of every type, secret and public, each against BigInt.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { vector, type Value } from '@enigma/bytecode';
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

test('/ % mulDiv isqrt abs clamp on every type', () => {
  for (const type of TYPES) {
    const [least, most] = [
      wrap(type, 1n << BigInt(widthOf(type) - 1)),
      wrap(type, (1n << BigInt(widthOf(type) - 1)) - 1n),
    ];
    const expressions = {
      div: 'a / b',
      rem: 'a % b',
      ten: 'a / 10',
      left: '100 % b',
      wide: 'mulDiv(a, b, 7)',
      under: 'mulDiv(a, a, b)',
      size: 'abs(a)',
      inside: 'clamp(a, 3, b)',
      ...(signed(type) ? {} : { root: 'isqrt(a)' }),
    };
    const of = compiled(both(type, expressions));
    const fits = (value: bigint): boolean => wrap(type, value) === value;
    fc.assert(
      fc.property(valuesOf(type), valuesOf(type), (a, b) => {
        // Exact; undefined where it divides by zero.
        const exact: Readonly<Record<string, bigint | undefined>> = {
          div: b === 0n ? undefined : a / b,
          rem: b === 0n ? undefined : a % b,
          ten: a / 10n,
          left: b === 0n ? undefined : 100n % b,
          wide: (a * b) / 7n,
          under: b === 0n ? undefined : (a * a) / b,
          size: a < 0n ? -a : a,
          inside: a < 3n ? (b < 3n ? b : 3n) : a < b ? a : b,
          ...(signed(type) ? {} : { root: BigInt(Math.floor(Math.sqrt(Number(a)))) }),
        };
        for (const [name, value] of Object.entries(exact)) {
          if (name === 'root' && a > 1n << 50n) continue;
          const total = wrap(type, value ?? 0n);
          assert.deepEqual(run(of, `s_${name}`, { args: [a, b, 0n] }).results, [total], `${type} ${name} ${a} ${b}`);
          // MIN % −1 would be 0, and stops the task with MIN / −1.
          const stops =
            value === undefined || !fits(value) || (name === 'rem' && a === least && b === -1n && signed(type));
          const shown = run(of, `p_${name}`, { args: [a, b, 0n] });
          if (stops) assert.equal(shown.status, 'revert', `public ${type} ${name} ${a} ${b}`);
          else assert.deepEqual(shown.results, [value], `public ${type} ${name} ${a} ${b}`);
        }
        assert.ok(a >= (signed(type) ? least : 0n) && (a <= most || !signed(type)));
      }),
      { numRuns: 40, seed: 23 },
    );
  }
  const root = compiled(contract('', '  run(x: Secret<u64>): u64 { return reveal(isqrt(x), "root"); }'));
  for (const x of [10n ** 12n, (1n << 64n) - 1n, (1n << 32n) ** 2n - (1n << 33n) + 1n, (1n << 32n) ** 2n - (1n << 33n)])
    assert.deepEqual(run(root, 'run', { args: [x] }).results, [
      x === 10n ** 12n ? 1_000_000n : x === (1n << 64n) - (1n << 33n) ? (1n << 32n) - 2n : (1n << 32n) - 1n,
    ]);
});

test('a divisor that may be zero is warned of, one that is not is not', () => {
  const body = (text: string): string =>
    contract('', `  run(x: Secret<u8>, y: Secret<u8>, n: u8, z: Secret<i8>) { ${text} }`);
  for (const text of ['x / y', 'x / n', 'x % y', '100 % x', 'mulDiv(x, 2, y)'])
    assert.ok(codes(body(`const k = ${text};`)).includes('W-DIV0'), text);
  for (const text of [
    'x / max(y, 1)',
    'x / 10',
    'x % max(n, 1)',
    'mulDiv(x, 2, max(n, 2))',
    'z / 3',
    'z % 3',
    'x / (n | 1)',
  ])
    assert.deepEqual(codes(body(`const k = ${text};`)), [], text);
  assert.deepEqual(codes(body('const k = x / 0;')), ['E-BOUND']);
  // −128 / −1 is the one quotient that wraps.
  assert.deepEqual(codes(body('const k = z / min(z, -1);')), ['W-WRAP']);
  assert.deepEqual(codes(body('const k = z / min(z, -2);')), []);
  // A public quotient may stop the task, which a secret condition may not decide.
  assert.deepEqual(codes(body('let k: u8 = 1; if (x > 3) k = 100 / n;')), ['W-DIV0', 'E-ABORT']);
  assert.deepEqual(codes(body('let k: Secret<u8> = 1; if (x > 3) k = x / max(n, 1);')), []);
});

test('what is divided has a range that proves what follows', () => {
  const body = (text: string): string => contract('', `  run(x: Secret<u64>, i: Secret<i32>) { ${text} }`);
  assert.deepEqual(codes(body('const k: Secret<u8> = x % 200; const l: Secret<u8> = x / 72057594037927936;')), []);
  assert.deepEqual(
    codes(
      body('const k: Secret<u32> = isqrt(x); const l: Secret<i8> = i % 128; const m: Secret<u8> = clamp(x, 3, 9);'),
    ),
    [],
  );
  assert.deepEqual(codes(body('const k: Secret<u8> = x % 300;')), ['E-TYPE']);
  assert.deepEqual(codes(body('const k: Secret<u64> = mulDiv(x, 200, 400);')), []);
  assert.deepEqual(codes(body('const k: Secret<u64> = mulDiv(x, 400, 200);')), ['W-WRAP']);
  assert.deepEqual(codes(body('const k: Secret<u8> = u8(abs(i % 100));')), []);
});

test('mean, variance and standard deviation with truncating integers; percent; one-time codes', () => {
  const statistics = compiled(
    contract(
      '',
      `  of(x: FixedArray<Secret<u32>, 10>): u32[] {
    let total: Secret<u64> = 0;
    for (const one of x) total += one;
    const mean = i64(total / 10);
    let squares: Secret<u64> = 0;
    for (const one of x) { const d: Secret<i64> = i64(one) - mean; squares = wrapping(squares + u64(wrapping(d * d))); }
    const variance = squares / 10;
    return [reveal(u32(mean), "mean"), reveal(u32(variance), "variance"), reveal(u32(isqrt(variance)), "deviation")];
  }
  percent(votes: FixedArray<Secret<bool>, 4>): u32 { let yes: Secret<u32> = 0; for (const v of votes) yes += u32(v); return reveal(yes * 100 / 4, "percent"); }
  code(key: Secret<u32>, time: u32): u32 { return reveal(wrapping(key * time), "code"); }
  half(x: Secret<u64>): u64 { return reveal(mulDiv(x, 200, 400), "half"); }`,
    ),
  );
  const shown = (name: string, ...args: readonly (bigint | Value<bigint>)[]): readonly unknown[] =>
    run(statistics, name, { args: args as readonly bigint[] }).results;
  const list = (...values: readonly number[]): Value<bigint> => vector(values.map(BigInt));
  assert.deepEqual(shown('of', list(1, 2, 3, 4, 5, 69, 7, 8, 9, 10)), [[11n, 372n, 19n]]);
  assert.deepEqual(shown('of', list(5, 3, 1, 12, 3, 1, 5, 3, 1, 70)), [[10n, 404n, 20n]]);
  assert.deepEqual(shown('percent', list(1, 0, 1, 1)), [75n]);
  assert.deepEqual(shown('code', 65_535n, 99_999n), [2_258_467_169n]);
  assert.deepEqual(shown('half', (1n << 64n) - 1n), [9_223_372_036_854_775_807n]);
});

test('bits of a number, a number of bits, a table at a secret place', () => {
  const of = compiled(
    contract(
      '',
      `  turned(x: Secret<u16>): u16 { const b = bits(x); const t = zeros<bool>(16); for (let i = 0; i < 16; i++) t[15 - i] = b[i]; return reveal(fromBits<u16>(t), "turned"); }
  ones(x: Secret<i32>): u8 { let n: Secret<u8> = 0; for (const bit of bits(x)) n = wrapping(n + u8(bit)); return reveal(n, "ones"); }
  low(x: u64): u8 { return fromBits<u8>(bits(x)); }
  prime(x: Secret<u64>): i8 { return reveal([2, 3, 5, 7, 11, -13][x], "prime"); }
  both(x: Secret<u8>, y: u8): bool { const t = [true, false, true]; const known = t[y]; return reveal(t[x] && known, "both"); }`,
    ),
  );
  for (const x of [0n, 1n, 0x8001n, 0x1234n]) {
    const turned = BigInt(`0b${x.toString(2).padStart(16, '0').split('').toReversed().join('')}`);
    assert.deepEqual(run(of, 'turned', { args: [x] }).results, [turned]);
  }
  for (const x of [0n, -1n, 5n, -(1n << 31n)])
    assert.deepEqual(run(of, 'ones', { args: [x] }).results, [
      BigInt(BigInt.asUintN(32, x).toString(2).replaceAll('0', '').length),
    ]);
  assert.deepEqual(run(of, 'low', { args: [0x1ffn] }).results, [255n]);
  for (const [x, prime] of [
    [0n, 2n],
    [5n, -13n],
    [6n, 0n],
    [1n << 63n, 0n],
  ] as const)
    assert.deepEqual(run(of, 'prime', { args: [x] }).results, [prime]);
  assert.deepEqual(run(of, 'both', { args: [2n, 0n] }).results, [1n]);
  assert.deepEqual(run(of, 'both', { args: [3n, 0n] }).results, [0n]);
  assert.equal(run(of, 'both', { args: [0n, 3n] }).status, 'revert');
  const opcodes = of.module.functions.flatMap(({ body }) => body.instructions.map(({ op }) => op));
  assert.ok(opcodes.includes('lut') && !opcodes.includes('oat'));
  const body = (text: string): string => contract('', `  run(x: Secret<u64>, y: Secret<bool>) { ${text} }`);
  assert.deepEqual(codes(body('const k: Secret<u8> = [1, 2, 200][x];')), []);
  assert.deepEqual(codes(body('const k = bits(y);')), ['E-TYPE']);
  assert.deepEqual(codes(body('const k = fromBits(bits(x));')), ['E-TYPE']);
  assert.deepEqual(codes(body('const k = fromBits<bool>(bits(x));')), ['E-TYPE']);
  assert.deepEqual(codes(body('const k = fromBits<u8>([1, 2]);')), ['E-TYPE']);
});

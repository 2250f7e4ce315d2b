// Programs over whole arrays, each against the same computation in JavaScript.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { vector } from '@enigma/bytecode';
import { codes, compiled, contract, deployed, run } from './support/run.ts';

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

test('a secret index: read, written, of records, under secret conditions, and outside', () => {
  const of = compiled(
    `type Pair = { a: u8; ok: bool };\n${contract(
      '  private cells: Secret<u32>[] = [];\n  private pairs: Secret<Pair>[] = [];',
      `  grow(n: u32) { for (let i = 0; i < n; i++) { this.cells.push(i); this.pairs.push({ a: u8(i), ok: false }); } }
  work(i: Secret<u8>, v: Secret<u32>, c: Secret<bool>): { was: u32; sum: u32; at: u32; pair: u8; ok: bool } {
    const was = this.cells[i];
    this.cells[i] = v;
    if (c) this.cells[i] = wrapping(this.cells[i] + 1);
    this.pairs[i].ok = c;
    const pair = { ...this.pairs[i] };
    this.pairs[i].a = 0;
    let sum: u32 = 0;
    for (const cell of this.cells) sum = wrapping(sum + cell);
    return { was: reveal(was, "was"), sum: reveal(sum, "sum"), at: reveal(this.cells[i], "is"), pair: reveal(pair.a, "a"), ok: reveal(this.pairs[i].ok, "ok") };
  }
  local(i: Secret<u8>, c: Secret<bool>): u8[] {
    const xs = zeros<u8>(4);
    xs[1] = 7;
    if (c) xs[i] = 5; else { xs[2] = 3; xs[i] = 9; }
    return xs.map((one) => reveal(one, "all"));
  }`,
    )}`,
  );
  assert.deepEqual(of.warnings, []);
  fc.assert(
    fc.property(fc.nat(9), fc.oneof(fc.nat(10), fc.constant(255)), fc.nat(1000), fc.boolean(), (n, i, v, c) => {
      const cells = Array.from({ length: n }, (_, k) => k);
      const { state } = run(of, 'grow', { args: [BigInt(n)], state: deployed(of) });
      const inside = i < n;
      const after = inside ? cells.with(i, v + (c ? 1 : 0)) : cells;
      const ran = run(of, 'work', { args: [BigInt(i), BigInt(v), c ? 1n : 0n], state });
      const expected = [
        cells[i] ?? 0,
        after.reduce((sum, cell) => sum + cell, 0),
        after[i] ?? 0,
        inside ? i : 0,
        inside && c ? 1 : 0,
      ];
      assert.deepEqual(ran.results, expected.map(BigInt));
      const local = [0, 7, 0, 0];
      if (!c) local[2] = 3;
      if (i < 4) local[i] = c ? 5 : 9;
      assert.deepEqual(run(of, 'local', { args: [BigInt(i), c ? 1n : 0n] }).results, [local.map(BigInt)]);
    }),
    { numRuns: 80, seed: 9 },
  );
  // Who is where is public: whose place is written would show.
  const mixed = contract(
    '  all: { who: Address; x: Secret<u8> }[] = [];',
    '  run(i: Secret<u8>): u8 { return reveal(this.all[i].x, "it"); }\n  put(i: Secret<u8>) { this.all[i].x = 1; }',
  );
  assert.deepEqual(codes(mixed), ['E-FLOW']);
  assert.deepEqual(codes(mixed.replace('this.all[i].x = 1;', '')), []);
  assert.deepEqual(codes(contract('', '  run(i: Secret<i8>, xs: u8[]) { const x = xs[i]; }')), ['E-TYPE']);
});

test('what a secret index may have read as zero bounds nothing', () => {
  // Outside it is 0 + 1, which is below all that was there: nothing may be proven of a difference with it.
  assert.deepEqual(
    codes(
      contract(
        '',
        '  run(i: Secret<u8>, n: u8) { const xs: u32[] = [7, 8, 9]; for (let k = 0; k < n; k++) { const x = wrapping(xs[i] + 1); xs[0] = x; } const low = xs[0] - 7; }',
      ),
    ),
    ['E-UNDERFLOW'],
  );
});

test('some, every, includes, argmax and dot, public and secret', () => {
  const of = compiled(
    contract(
      '',
      `  run(xs: FixedArray<Secret<u8>, 4>, x: Secret<u8>): { some: bool; every: bool; there: bool; at: u32; dot: u32; wrapped: u8 } {
    const wide = xs.map((one) => u32(one));
    return {
      some: reveal(xs.some((one, i) => one > x && i > 0), "some"), every: reveal(xs.every((one) => one <= x), "every"),
      there: reveal(xs.includes(x), "there"), at: reveal(argmax(xs), "at"),
      dot: reveal(dot(wide, [1, 2, 3, 4].map((k) => u32(k))), "dot"), wrapped: reveal(wrapping(dot(xs, xs)), "dot"),
    };
  }
  open(xs: u8[], x: u8, who: Address): { some: bool; every: bool; there: bool; at: u32; me: bool } {
    return { some: xs.some((one) => one > x), every: xs.every((one) => one > x), there: xs.includes(x), at: argmax(xs), me: [who, NOBODY].includes(this.ctx.sender) };
  }`,
    ),
  );
  assert.deepEqual(of.warnings, []);
  const byte = fc.oneof(fc.bigInt(0n, 255n), fc.bigInt(0n, 3n));
  const truth = (value: boolean): bigint => (value ? 1n : 0n);
  const largest = (xs: readonly bigint[]): bigint =>
    BigInt(Math.max(0, xs.indexOf(xs.reduce((a, b) => (b > a ? b : a), -1n))));
  fc.assert(
    fc.property(fc.array(byte, { minLength: 4, maxLength: 4 }), words, byte, (four, xs, x) => {
      assert.deepEqual(run(of, 'run', { args: [all(four), x] }).results, [
        truth(four.some((one, i) => one > x && i > 0)),
        truth(four.every((one) => one <= x)),
        truth(four.includes(x)),
        largest(four),
        four.reduce((sum, one, k) => sum + one * BigInt(k + 1), 0n),
        four.reduce((sum, one) => (sum + one * one) & 255n, 0n),
      ]);
      assert.deepEqual(run(of, 'open', { args: [all(xs), x, 1n] }).results, [
        truth(xs.some((one) => one > x)),
        truth(xs.every((one) => one > x)),
        truth(xs.includes(x)),
        largest(xs),
        1n,
      ]);
    }),
    { numRuns: 60, seed: 12 },
  );
  const says = (text: string): readonly string[] =>
    codes(contract('', `  run(xs: u8[], ys: u16[], ss: FixedArray<Secret<u8>, 4>) { ${text} }`));
  assert.deepEqual(says('const d = dot(xs, ys);'), ['E-TYPE']);
  assert.deepEqual(says('const d = dot(xs, xs);'), ['E-SUBSET']);
  assert.deepEqual(says('const d = dot(ss, ss);'), ['W-WRAP']);
  assert.deepEqual(says('const d = argmax([true]);'), ['E-TYPE']);
  assert.deepEqual(says('const d = xs.some((x) => { require(x > 1, "no"); return true; });'), []);
});

test('indexOf, fill, running sums, and what is kept in front', () => {
  const of = compiled(
    contract(
      '  private cells: Secret<u8>[] = [];',
      `  reset(n: u32, x: Secret<u8>): u8[] {
    for (let i = 0; i < n; i++) this.cells.push(0);
    this.cells.fill(x);
    return this.cells.map((one) => reveal(one, "all"));
  }
  run(xs: FixedArray<Secret<u8>, 4>, x: Secret<u8>, ys: u8[]): { at: i32; open: i32; sums: u32[]; kept: u8[]; filled: u8[]; fresh: u8[] } {
    const filled = zeros<u8>(3);
    filled.fill(4);
    filled[1] = 9;
    const sums = prefixSums(xs.map((one) => u32(one)));
    const kept = compact(xs, xs.map((one) => one > x));
    return {
      at: reveal(xs.indexOf(x), "at"), open: ys.indexOf(3), sums: sums.map((one) => reveal(one, "sums")),
      kept: kept.map((one) => reveal(one, "kept")), filled, fresh: ys.slice(0, 0).concat(zeros<u8>(2).fill(7)),
    };
  }`,
    ),
  );
  assert.deepEqual(of.warnings, []);
  const byte = fc.oneof(fc.bigInt(0n, 255n), fc.bigInt(0n, 3n));
  fc.assert(
    fc.property(fc.array(byte, { minLength: 4, maxLength: 4 }), words, byte, (xs, ys, x) => {
      const kept = xs.filter((one) => one > x);
      assert.deepEqual(run(of, 'run', { args: [all(xs), x, all(ys)] }).results, [
        BigInt(xs.indexOf(x)),
        BigInt(ys.indexOf(3n)),
        xs.map((_, k) => xs.slice(0, k + 1).reduce((a, b) => a + b)),
        xs.map((_, k) => kept[k] ?? 0n),
        [4n, 9n, 4n],
        [7n, 7n],
      ]);
    }),
    { numRuns: 60, seed: 13 },
  );
  assert.deepEqual(run(of, 'reset', { args: [3n, 5n], state: deployed(of) }).results, [[5n, 5n, 5n]]);
  const says = (text: string): readonly string[] =>
    codes(
      contract(
        '  open: u8[] = [];',
        `  run(xs: u8[], ss: FixedArray<Secret<u8>, 4>, x: Secret<u8>, rows: u8[][]) { ${text} }`,
      ),
    );
  assert.deepEqual(says('this.open.fill(x);'), ['E-FLOW']);
  assert.deepEqual(says('if (x > 5) this.open.fill(1);'), ['E-FLOW']);
  assert.deepEqual(says('const s = prefixSums(ss);'), ['W-WRAP']);
  assert.deepEqual(says('const s = wrapping(prefixSums(ss));'), []);
  assert.deepEqual(says('const s = prefixSums(xs);'), ['E-SUBSET']);
  assert.deepEqual(says('const k = compact(xs, ss);').length, 1);
  assert.deepEqual(says('const k = compact(rows, rows.map((one) => x > 5));'), ['E-SHAPE']);
  // A name that is a second one for an array is not written through.
  assert.deepEqual(says('for (const row of rows) row.fill(1);'), ['E-ALIAS']);
});

test('a product of matrices: secret rows by public columns, and where they do not fit', () => {
  const of = compiled(
    contract(
      '  private rows: Secret<u16>[][] = [];',
      `  add(x: Secret<u16>, y: Secret<u16>) { this.rows.push([x, y]); }
  run(k: u16): u16[] {
    const product = wrapping(matmul(this.rows, this.rows));
    return product[k].map((one) => reveal(one, "a row of the square"));
  }
  fixed(a: FixedArray<FixedArray<Secret<u8>, 2>, 1>, b: FixedArray<FixedArray<Secret<u8>, 1>, 2>): u8 {
    const product = wrapping(matmul(a, b));
    return reveal(product[0][0], "a product");
  }`,
    ),
  );
  // Of rows whose lengths nothing tells, each is paid for as the longest there is.
  assert.deepEqual(
    of.warnings.map(({ code, message }) => `${code} ${message.slice(0, 5)}`),
    ['W-GAS `run`'],
  );
  let state = deployed(of);
  for (const [x, y] of [
    [1n, 2n],
    [3n, 4n],
  ])
    state = run(of, 'add', { args: [x as bigint, y as bigint], state }).state;
  assert.deepEqual(run(of, 'run', { args: [0n], state }).results, [[7n, 10n]]);
  assert.deepEqual(run(of, 'run', { args: [1n], state }).results, [[15n, 22n]]);
  const longer = run(of, 'add', { args: [5n, 6n], state }).state;
  assert.equal(run(of, 'run', { args: [0n], state: longer }).status, 'revert');
  const given = [vector([vector([200n, 3n])]), vector([vector([2n]), vector([5n])])];
  assert.deepEqual(run(of, 'fixed', { args: given as never }).results, [(400n + 15n) & 255n]);
  const says = (text: string): readonly string[] =>
    codes(contract('  private rows: Secret<u16>[][] = [];', `  run(xs: u8[], ys: u16[][]) { ${text} }`));
  assert.deepEqual(says('const p = matmul(this.rows, ys);'), ['W-WRAP']);
  assert.deepEqual(says('const p = matmul(ys, ys);'), ['E-SUBSET']);
  assert.deepEqual(says('const p = matmul(xs, ys);').length, 1);
});

test('no secret condition chooses between arrays of two lengths', () => {
  const f = (body: string): string => contract('', `  f(x: Secret<u8>): u8 { ${body} return reveal(a[0], 'one'); }`);
  assert.deepEqual(codes(f('let a: Secret<u8>[] = [1, 2]; if (x > 3) a = [5];')), ['E-SHAPE']);
  assert.deepEqual(codes(f('const a = x > 3 ? zeros<u8>(3) : zeros<u8>(4);')), ['E-SHAPE']);
  assert.deepEqual(codes(f('const a = x > 3 ? zeros<u8>(3) : zeros<u8>(3);')), []);
});

test('what does not grow: under a secret condition, of a fixed length, under a second name, where a loop counts by it', () => {
  const f = (body: string): string =>
    contract(
      '  rows: u8[][] = [];',
      `  private g(v: u8[]) { v.push(1); }\n  f(x: Secret<u8>, k: Bytes<3>) { let a: u8[] = [1]; ${body} }`,
    );
  assert.deepEqual(codes(f('if (x > 3) a.push(2);')), ['E-SHAPE']);
  assert.deepEqual(codes(f('if (x > 3) a.pop();')), ['E-SHAPE']);
  assert.deepEqual(codes(f('k.push(1);')), ['E-SUBSET']);
  assert.deepEqual(codes(f('a.slice(0).push(1);')), ['E-SUBSET']);
  assert.deepEqual([...new Set(codes(f('this.g(a);')))], ['E-ALIAS']);
  assert.deepEqual(codes(f('for (let i = 0; i < a.length; i++) a.push(i);')), ['E-BOUND']);
  assert.deepEqual(codes(f('for (const y of a) a.push(y);')), ['E-ALIAS']);
});

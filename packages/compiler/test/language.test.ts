// Programs other than voting, each against the same computation in JavaScript.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arithmetic, auction, readings } from './support/programs.ts';
import { codes, compiled, contract, deployed, run } from './support/run.ts';

test('sum, threshold count with && and ?:, majority flag', () => {
  const of = compiled(readings);
  assert.deepEqual(
    of.warnings.map((entry) => entry.code),
    [],
  );
  const entry = fc.record({
    celsius: fc.oneof(fc.bigInt(0n, 65_535n), fc.constantFrom(7n, 100n, 101n, 65_535n)),
    valid: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 12 }), (entries) => {
      const inbox = entries.map(({ celsius, valid }, i) => ({
        sender: 9n,
        index: BigInt(i),
        height: 1n,
        values: [celsius, valid ? 1n : 0n],
      }));
      const { results } = run(of, 'summary', { args: [5n], inbox, state: deployed(of, 0n) });
      const valid = entries.filter((one) => one.valid).map((one) => one.celsius);
      const total = valid.reduce((sum, x) => sum + (x > 40_000n ? 40_000n : x), 0n);
      const high = valid.reduce((sum, x) => sum + (x > 100n && x !== 65_535n ? 1n : x === 7n ? 10n : 0n), 0n);
      assert.deepEqual(results, [total, high, valid.length * 2 > entries.length ? 1n : 0n]);
    }),
    { numRuns: 80, seed: 11 },
  );
  assert.equal(run(of, 'summary', { args: [5n], state: deployed(of, 1n) }).status, 'revert');
});

test('fields under nested secret conditions: a second-price auction', () => {
  const of = compiled(auction);
  fc.assert(
    fc.property(fc.array(fc.bigInt(0n, 0xffff_ffff_ffff_ffffn), { minLength: 2, maxLength: 8 }), (bids) => {
      let state = deployed(of, 5n);
      bids.forEach((amount, i) => {
        state = run(of, 'bid', { args: [amount], state, height: 1n, sender: BigInt(i + 1) }).state;
      });
      const winner = bids.findIndex((bid) => bids.every((other) => other <= bid) && bid > 0n) + 1;
      for (const sender of [1, 2])
        assert.deepEqual(run(of, 'won', { state, sender: BigInt(sender) }).results, [sender === winner ? 1n : 0n]);
      const [, second] = bids.toSorted((a, b) => (a < b ? 1 : -1));
      const settled = run(of, 'settle', { state, height: 5n });
      assert.deepEqual(settled.results, [second, BigInt(bids.length)]);
      assert.equal(run(of, 'settle', { state: settled.state, height: 6n }).status, 'revert');
      assert.equal(run(of, 'bid', { args: [1n], state, height: 5n }).status, 'revert');
    }),
    { numRuns: 40, seed: 3 },
  );
});

test('returns from branches, element writes under conditions, strides, exact literals, differences', () => {
  const of = compiled(arithmetic);
  const byte = fc.bigInt(0n, 255n);
  const word = fc.bigInt(0n, 0xffff_ffffn);
  fc.assert(
    fc.property(byte, fc.bigInt(0n, 9n), fc.bigInt(0n, 12n), word, word, (y, n, limit, a, b) => {
      assert.deepEqual(run(of, 'graded', { args: [y] }).results, [y > 200n ? 3n : y > 100n ? 2n : 1n]);
      const bars = Array.from(
        { length: Number(n) },
        (_, i) => BigInt(i) + (BigInt(i) < limit ? 9n : BigInt(i) === limit || BigInt(i) === limit + 1n ? 100n : 0n),
      );
      assert.deepEqual(run(of, 'bars', { args: [n, limit] }).results, [bars]);
      const d = a > b ? a - b : 0n;
      assert.deepEqual(run(of, 'safe', { args: [a, b] }).results, [d, d, d]);
      assert.deepEqual(run(of, 'narrow', { args: [a] }).results, [a & 255n]);
      let sum = 0n;
      for (let i = y; i < n * 30n; i += 3n) sum += i;
      assert.deepEqual(run(of, 'skips', { args: [y, n * 30n] }).results, [sum]);
      assert.deepEqual(run(of, 'early', { args: [n] }).results, [
        n > 3n ? 1n : n === 2n ? 7n : n / (n + 1n) + (n % 2n),
      ]);
    }),
    { numRuns: 60, seed: 5 },
  );
  assert.deepEqual(run(of, 'exact').results, [0xffff_ffff_ffff_ffffn]);
});

test('public arithmetic stops the task outside its type', () => {
  const of = compiled(
    contract(
      '  n: u8 = 250;',
      '  more(by: u8) { this.n += by; }\n  index(i: u8): u8 { const v = zeros<u8>(4); return v[i]; }',
    ),
  );
  const state = deployed(of);
  assert.equal(run(of, 'more', { args: [5n], state }).status, 'ok');
  assert.equal(run(of, 'more', { args: [6n], state }).status, 'revert');
  assert.equal(run(of, 'index', { args: [3n], state }).status, 'ok');
  assert.equal(run(of, 'index', { args: [4n], state }).status, 'revert');
});

test('a counter in a bounded loop raises no warning, one without a bound does', () => {
  const counting = (type: string, by: string): string =>
    contract(
      '  box = inbox<{ x: Secret<u16> }>();',
      `  run(h: u64) { let n: ${type} = 0; for (const e of this.box.upTo(h)) n += ${by}; return reveal(n, "n"); }`,
    ).replace('run(h: u64)', `run(h: u64): ${type}`);
  assert.deepEqual(codes(counting('u64', 'e.x')), []);
  assert.deepEqual(codes(counting('u32', 'e.x')), ['W-WRAP']);
  assert.deepEqual(codes(counting('u32', 'u32(e.x > 5)')), []);
});

test('what a call pays is read where somebody calls, and nowhere else', () => {
  const reads = 'this.paid = this.ctx.value;';
  assert.deepEqual(codes(contract('  paid: u64 = 0;', `  go() { ${reads} }`)), []);
  const built = (members: string): string =>
    `export class C extends Contract { readonly at: u64; paid: u64 = 0; ${members} }`;
  assert.deepEqual(codes(built(`constructor(at: u64) { super(); this.at = at; ${reads} }`)), ['E-SUBSET']);
  assert.deepEqual(codes(built(`constructor(at: u64) { super(); this.at = at; } @atBlock("at") go() { ${reads} }`)), [
    'E-SUBSET',
  ]);
});

test('results and own arguments: who may read what', () => {
  assert.deepEqual(codes(contract('', '  mine(x: Secret<u64>) { return x; }')), []);
  assert.deepEqual(codes(contract('  private b: Secret<u64> = 0;', '  mine() { return this.b; }')), ['E-READER']);
  assert.deepEqual(
    codes(contract('  private b: Secret<u64> = 0;', '  mine() { sendTo(this.ctx.sender, this.b, "balance"); }')),
    [],
  );
});

test('what is assigned last decides, not what a name was declared with', () => {
  const of = compiled(contract('  pub: u8 = 0;', '  run(x: Secret<u8>) { let t = x; t = 0; this.pub = t; }'));
  assert.deepEqual(of.verified.module.releases, []);
});

test('a difference that a guard proves: what leaves is at most what is there', () => {
  const field = '  private balance: Secret<u64> = 9;';
  const moving = (choice: string): string =>
    contract(
      field,
      `  move(amount: Secret<u64>): u64 { const ok = this.balance >= amount; const moved = ${choice}; this.balance -= moved; return reveal(this.balance, "rest"); }`,
    );
  const of = compiled(moving('ok ? amount : 0'));
  for (const [amount, rest] of [
    [4n, 5n],
    [9n, 0n],
    [10n, 9n],
  ] as const)
    assert.deepEqual(run(of, 'move', { args: [amount], state: deployed(of) }).results, [rest]);
  assert.deepEqual(codes(moving('ok ? 0 : amount')), ['E-UNDERFLOW']);
  // A loop that may run no round proves nothing for what follows it.
  const loop = contract(
    field,
    '  private n: u64 = 0;\n  run(a: u64, b: u64, x: Secret<u64>) { for (let i = 0; i < b; i++) require(a <= b, "order"); this.balance = wrapping(x + b) - wrapping(x + a); }',
  );
  assert.deepEqual(codes(loop), ['E-UNDERFLOW']);
});

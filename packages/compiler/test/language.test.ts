// Programs other than voting, each against the same computation in JavaScript.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codes, compiled, contract, deployed, run } from './support/run.ts';

const readings = `
const LIMIT = 40_000;
type Reading = { celsius: Secret<u16>; valid: Secret<boolean> };
function clamp(x: Secret<u16>, most: u16): Secret<u16> { return x > most ? most : x; }
export class Readings extends Contract {
  readonly least: u32;
  box = inbox<Reading>();
  constructor(least: u32) { super(); this.least = least; }
  summary(height: u64): { total: u64; high: u32; majority: bool } {
    const all = this.box.upTo(height);
    let total: u64 = 0;
    let high: u32 = 0;
    for (const { celsius, valid } of all) {
      if (valid) {
        total += clamp(celsius, LIMIT);
        if (celsius > 100 && celsius !== 65_535) high += 1; else if (celsius === 7) high += 10;
      }
    }
    const valid = all.map((entry) => u32(entry.valid)).reduce((sum, one) => sum + one, 0);
    require(all.length >= this.least, "too few");
    return { total: reveal(total, "sum"), high: reveal(high, "how many are high"), majority: reveal(valid * 2 > all.length, "whether most are valid") };
  }
}`;

test('sum, threshold count with && and ?:, majority flag', () => {
  const of = compiled(readings);
  assert.deepEqual(of.warnings.map((entry) => entry.code), []);
  const entry = fc.record({ celsius: fc.oneof(fc.bigInt(0n, 65_535n), fc.constantFrom(7n, 100n, 101n, 65_535n)), valid: fc.boolean() });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 12 }), (entries) => {
      const inbox = entries.map(({ celsius, valid }, i) => ({ sender: 9n, index: BigInt(i), height: 1n, values: [celsius, valid ? 1n : 0n] }));
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

const auction = contract(
  '  private best: Secret<u64> = 0; private second: Secret<u64> = 0; private bids: u32 = 0; private done = false; private top: Secret<Address> = NOBODY;',
  `  readonly closes: u64;
  constructor(closes: u64) { super(); this.closes = closes; }
  bid(amount: Secret<u64>) {
    require(this.block.height < this.closes, "closed");
    if (amount > this.best) { this.second = this.best; this.best = amount; this.top = this.ctx.sender; }
    else if (amount > this.second) this.second = amount;
    this.bids++;
  }
  won(): bool { return reveal(this.top === this.ctx.sender, "whether the caller won"); }
  settle(): { price: u64; bids: u32 } {
    require(this.block.height >= this.closes && !this.done && this.bids >= 2, "not yet");
    this.done = true;
    return { price: reveal(this.second, "price the winner pays"), bids: this.bids };
  }`,
);

test('fields under nested secret conditions: a second-price auction', () => {
  const of = compiled(auction);
  fc.assert(
    fc.property(fc.array(fc.bigInt(0n, 0xffff_ffff_ffff_ffffn), { minLength: 2, maxLength: 8 }), (bids) => {
      let state = deployed(of, 5n);
      bids.forEach((amount, i) => {
        state = run(of, 'bid', { args: [amount], state, height: 1n, sender: BigInt(i + 1) }).state;
      });
      const winner = bids.findIndex((bid) => bids.every((other) => other <= bid) && bid > 0n) + 1;
      for (const sender of [1, 2]) assert.deepEqual(run(of, 'won', { state, sender: BigInt(sender) }).results, [sender === winner ? 1n : 0n]);
      const [, second] = bids.toSorted((a, b) => (a < b ? 1 : -1));
      const settled = run(of, 'settle', { state, height: 5n });
      assert.deepEqual(settled.results, [second, BigInt(bids.length)]);
      assert.equal(run(of, 'settle', { state: settled.state, height: 6n }).status, 'revert');
      assert.equal(run(of, 'bid', { args: [1n], state, height: 5n }).status, 'revert');
    }),
    { numRuns: 40, seed: 3 },
  );
});

const arithmetic = contract(
  '',
  `  private grade(y: Secret<u8>) { if (y > 200) return 3; if (y > 100) return 2; return 1; }
  graded(y: Secret<u8>): u8 { return reveal(this.grade(y), "grade"); }
  bars(n: u8, limit: Secret<u8>): u32[] {
    const v = zeros<u32>(n);
    for (let i = 0; i < n; i++) {
      for (let k = 1; k <= 3; k++) { if (i < limit) { v[i] += k; v[i]++; } else { if (i === limit || i === limit + 1) v[i] = 100; } }
    }
    return v.map((x, i) => reveal(x + i, "bars"));
  }
  skips(from: u16, to: u16): u64 { let s: u64 = 0; for (let i = from; i < to; i += 3) s += i; return s; }
  exact(): u64 { return 18446744073709551615; }
  safe(a: Secret<u32>, b: Secret<u32>): { d: u32; s: u32; m: u32 } {
    const d = a >= b ? a - b : 0;
    return { d: reveal(d, "d"), s: reveal(satSub(a, b), "s"), m: reveal(a - min(a, b), "m") };
  }
  narrow(x: Secret<u32>): u8 { return reveal(u8(x), "low bits"); }
  early(x: u64): u64 { if (x > 3) return 1; if (x === 2) { return 7; } return x / (x + 1) + x % 2; }`,
);

test('returns from branches, element writes under conditions, strides, exact literals, differences', () => {
  const of = compiled(arithmetic);
  const byte = fc.bigInt(0n, 255n);
  const word = fc.bigInt(0n, 0xffff_ffffn);
  fc.assert(
    fc.property(byte, fc.bigInt(0n, 9n), fc.bigInt(0n, 12n), word, word, (y, n, limit, a, b) => {
      assert.deepEqual(run(of, 'graded', { args: [y] }).results, [y > 200n ? 3n : y > 100n ? 2n : 1n]);
      const bars = Array.from({ length: Number(n) }, (_, i) => BigInt(i) + (BigInt(i) < limit ? 9n : BigInt(i) === limit || BigInt(i) === limit + 1n ? 100n : 0n));
      assert.deepEqual(run(of, 'bars', { args: [n, limit] }).results, [bars]);
      const d = a > b ? a - b : 0n;
      assert.deepEqual(run(of, 'safe', { args: [a, b] }).results, [d, d, d]);
      assert.deepEqual(run(of, 'narrow', { args: [a] }).results, [a & 255n]);
      let sum = 0n;
      for (let i = y; i < n * 30n; i += 3n) sum += i;
      assert.deepEqual(run(of, 'skips', { args: [y, n * 30n] }).results, [sum]);
      assert.deepEqual(run(of, 'early', { args: [n] }).results, [n > 3n ? 1n : n === 2n ? 7n : n / (n + 1n) + (n % 2n)]);
    }),
    { numRuns: 60, seed: 5 },
  );
  assert.deepEqual(run(of, 'exact').results, [0xffff_ffff_ffff_ffffn]);
});

test('public arithmetic stops the task outside its type', () => {
  const of = compiled(contract('  n: u8 = 250;', '  more(by: u8) { this.n += by; }\n  index(i: u8): u8 { const v = zeros<u8>(4); return v[i]; }'));
  const state = deployed(of);
  assert.equal(run(of, 'more', { args: [5n], state }).status, 'ok');
  assert.equal(run(of, 'more', { args: [6n], state }).status, 'revert');
  assert.equal(run(of, 'index', { args: [3n], state }).status, 'ok');
  assert.equal(run(of, 'index', { args: [4n], state }).status, 'revert');
});

test('a counter in a bounded loop raises no warning, one without a bound does', () => {
  const counting = (type: string, by: string): string =>
    contract('  box = inbox<{ x: Secret<u16> }>();', `  run(h: u64) { let n: ${type} = 0; for (const e of this.box.upTo(h)) n += ${by}; return reveal(n, "n"); }`).replace('run(h: u64)', `run(h: u64): ${type}`);
  assert.deepEqual(codes(counting('u64', 'e.x')), []);
  assert.deepEqual(codes(counting('u32', 'e.x')), ['W-WRAP']);
  assert.deepEqual(codes(counting('u32', 'u32(e.x > 5)')), []);
});

test('results and own arguments: who may read what', () => {
  assert.deepEqual(codes(contract('', '  mine(x: Secret<u64>) { return x; }')), []);
  assert.deepEqual(codes(contract('  private b: Secret<u64> = 0;', '  mine() { return this.b; }')), ['E-READER']);
  assert.deepEqual(codes(contract('  private b: Secret<u64> = 0;', '  mine() { sendTo(this.ctx.sender, this.b, "balance"); }')), []);
});

test('what is assigned last decides, not what a name was declared with', () => {
  const of = compiled(contract('  pub: u8 = 0;', '  run(x: Secret<u8>) { let t = x; t = 0; this.pub = t; }'));
  assert.deepEqual(of.verified.module.releases, []);
});

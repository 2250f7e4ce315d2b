// Contracts that compile: the tests run them, the fuzzer breaks them.
import { contract } from './run.ts';

export const readings: string = `
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

export const auction: string = contract(
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

export const arithmetic: string = contract(
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

// What counts as proof that a secret difference stays at or above zero, and what only looks like one. Each program that is refused underflows for some input.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codes, contract } from './support/run.ts';

const OPEN = "  static readonly openMode = 'beforeSettle';";
const TWO = 'a: Secret<u32>, b: Secret<u32>';

const refused: readonly (readonly [why: string, run: string, fields?: string])[] = [
  [
    'the difference that a branch proves is the one made before it, which may have wrapped',
    `run(${TWO}): u32 { let d: Secret<u32> = wrapping(a - b); if (a >= b) d = a - b; return reveal(a - d, 'rest'); }`,
  ],
  [
    'the same where a revealed condition decides',
    `run(${TWO}): u32 {
      let d: Secret<u32> = wrapping(a - b); const ok = reveal(a >= b, 'enough'); if (ok) d = a - b;
      return reveal(a - d, 'rest');
    }`,
  ],
  [
    'less a number below zero is more',
    `run(y: Secret<u8>): u8 { const e = u8(i16(min(y, 10)) - (-50)); return reveal(y - e, 'rest'); }`,
  ],
  [
    'of an array without elements nothing is required',
    `run(${TWO}, n: u32): u32 {
      const ok = reveal(a >= b, 'enough'); const none = zeros<u32>(n).map((x) => { require(ok, 'not enough'); return x; });
      return reveal(a - b, 'rest');
    }`,
    OPEN,
  ],
  [
    'a sum that wrapped in a narrow type has not moved by that much in a wider one',
    `run(): u16 {
      let t: Secret<u16> = 100; let q: Secret<u16> = 20;
      for (let k = 0; k < 2; k++) { t = wrapping(u8(t) + 100) + min(0, q - 10); q = q - 5; }
      return reveal(t - 50, 'rest');
    }`,
  ],
  [
    'a guard of what a name was',
    `run(${TWO}): u32 { let t: Secret<u32> = a; if (t >= b) { t = t - b; t = t - b; } return reveal(t, 'rest'); }`,
  ],
  [
    'a guard turned round',
    `run(${TWO}): u32 { let r: Secret<u32> = 0; if (!(a >= b)) r = a - b; return reveal(r, 'rest'); }`,
  ],
  [
    'one guard or another',
    `run(${TWO}): u32 { let r: Secret<u32> = 0; if (a >= b || a > 3) r = a - b; return reveal(r, 'rest'); }`,
  ],
  [
    'a guard before a loop, of its first round',
    `run(${TWO}): u32 { let t: Secret<u32> = a; if (t >= b) for (let i = 0; i < 3; i++) t = t - b; return reveal(t, 'rest'); }`,
  ],
  [
    'an element that a guard looked at before it was written',
    `run(b: Secret<u32>): u32 { const v: Secret<u32>[] = [5, 6]; if (v[0] >= b) { v[0] = v[0] - b; v[0] = v[0] - b; } return reveal(v[0], 'rest'); }`,
  ],
  [
    'the smaller of what a name was',
    `run(${TWO}): u32 { let x: Secret<u32> = a; const m = min(x, b); x = wrapping(x - 1); return reveal(x - m, 'rest'); }`,
  ],
  [
    'two names that change places',
    `run(): u32 { let a: Secret<u32> = 10; let b: Secret<u32> = 3; for (let i = 0; i < 4; i++) { const t = a - b; a = b; b = t; } return reveal(a, 'rest'); }`,
  ],
  [
    'a running total',
    `run(): u32 { const v: u32[] = [60, 70]; const s: Secret<u32> = 100; return reveal(v.reduce((t, x) => t - x, s), 'rest'); }`,
  ],
  [
    'a loop that ends by a condition',
    `run(n: u32): u32 { let t: Secret<u32> = 100; let m: u32 = 0; for (let k = 0; k < 5 && m < n; k++) { t = t - 30; m++; } return reveal(t, 'rest'); }`,
  ],
];
for (const [why, run, fields = ''] of refused)
  test(`refused: ${why}`, () => assert.deepEqual([...new Set(codes(contract(fields, run)))], ['E-UNDERFLOW']));

const accepted: readonly (readonly [why: string, run: string, fields?: string])[] = [
  ['a difference in the arm where it is proven', `run(${TWO}): u32 { return reveal(a >= b ? a - b : 0, 'rest'); }`],
  [
    'a field that a guard looks at in each round',
    `run(b: Secret<u32>): u32 { for (let i = 0; i < 3; i++) { if (this.left >= b) this.left = this.left - b; } return reveal(this.left, 'rest'); }`,
    '  private left: Secret<u32> = 100;',
  ],
  [
    'the worse of two branches in each round',
    `run(x: Secret<u32>): u32 { let r: Secret<u32> = 25; for (let i = 0; i < 5; i++) { if (x > 3) r = r - 5; else r = r - 4; } return reveal(r, 'rest'); }`,
  ],
  [
    'a loop that ends by a condition, at the latest when nothing is left',
    `run(n: u32): u32 { let t: Secret<u32> = 150; let m: u32 = 0; for (let k = 0; k < 5 && m < n; k++) { t = t - 30; m++; } return reveal(t, 'rest'); }`,
  ],
];
for (const [why, run, fields = ''] of accepted)
  test(`accepted: ${why}`, () => assert.deepEqual(codes(contract(fields, run)), []));

// Programs of which TypeScript says what they mean: each gives what the same text gives as JavaScript. What is evaluated when, what is written where, which of two names is meant.
// One file, though long: a list of small programs, each beside its answers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { opened, program, seeded } from './support/generated.ts';
import { asCompiled, asJavaScript } from './support/twin.ts';
import { contract } from './support/run.ts';

interface Program {
  readonly title: string;
  /** Types and functions of the file. */
  readonly file?: string;
  readonly fields?: string;
  readonly body: string;
  /** Calls of `run`, one behind the other, by their arguments. */
  readonly calls: readonly (readonly bigint[])[];
}

const programs: readonly Program[] = [
  {
    title: 'a helper whose argument calls the same helper',
    file: 'function less(a: u32, b: u32): u32 { return a - b; }',
    body: 'run(x: u32, y: u32, z: u32): u32 { return less(x, less(y, z)); }',
    calls: [[100n, 50n, 20n]],
  },
  {
    title: 'a method whose last argument calls the same method twice',
    body: `private mix(a: u32, b: u32): u32 { return a * 10 + b; }
      run(x: u32): u32 { return this.mix(x, this.mix(x + 1, this.mix(x + 2, x + 3))); }`,
    calls: [[1n], [7n]],
  },
  {
    title: 'arguments from left to right',
    body: `private digits(a: u32, b: u32, c: u32): u32 { return a * 100 + b * 10 + c; }
      run(): u32 { let i: u32 = 1; return this.digits(i++, i++, i); }`,
    calls: [[]],
  },
  {
    title: 'steps before and behind a name in one expression',
    body: 'run(x: u32): u32 { let i: u32 = x; const a = i++ + ++i; const b = i-- - --i; return a * 100 + b * 10 + i; }',
    calls: [[5n]],
  },
  {
    title: 'elements of an array from left to right',
    body: 'run(): u32[] { let i: u32 = 1; return [i++, i, i++, i]; }',
    calls: [[]],
  },
  {
    title: 'an index that moves',
    body: 'run(): u32[] { const a: u32[] = [1, 2, 3]; let i: u32 = 0; a[i++] = 7; a[i++] += 8; return a.concat([i]); }',
    calls: [[]],
  },
  {
    title: 'the place of an assignment before its value',
    body: 'run(): u32[] { const a: u32[] = [1, 2, 3]; let i: u32 = 0; a[i] = i = 2; return a.concat([i]); }',
    calls: [[]],
  },
  {
    title: 'names inside names',
    body: `run(x: u32): u32 {
        let k: u32 = 1; const i: u32 = 100; let s: u32 = 0;
        { let k: u32 = 2; k += x; } if (x > 3) { let k: u32 = 9; k += 1; }
        for (let i = 0; i < 3; i++) { for (let i = 0; i < 2; i++) s += i; s += 10 * i; }
        return s + i + k;
      }`,
    calls: [[5n], [1n]],
  },
  {
    title: 'returns out of branches, with writes around them',
    fields: '  n: u32 = 0;',
    body: `run(x: u32): u32 {
        if (x > 10) { if (x > 20) { this.n += 1; return 1; } this.n += 2; } else if (x === 5) return 3;
        this.n += 4; return this.n;
      }`,
    calls: [[25n], [15n], [5n], [1n]],
  },
  {
    title: 'what secret branches assign, each from the one before',
    body: `run(x: Secret<u32>): u32 {
        let a: Secret<u32> = 0; let b: Secret<u32> = 0;
        if (x > 10) { a = 1; if (x > 20) { b = a; a = 5; } else b = 7; } else a = 9;
        return reveal(wrapping(a * 100 + b), 'both');
      }`,
    calls: [[25n], [15n], [5n]],
  },
  {
    title: 'assignments in either arm of ?:',
    fields: '  n: u32 = 1;',
    body: `private add(k: u32): u32 { this.n += k; return this.n; }
      run(x: u32): u32 {
        let a: u32 = 0; const before = this.n;
        const c = x > 3 ? (a = 4) + this.add(10) : this.add(20);
        return before + c * 100 + this.n + a;
      }`,
    calls: [[5n], [1n]],
  },
  {
    title: 'an assignment on the right of &&',
    body: 'run(x: u32): u32 { let k: u32 = 0; if (x > 3 && (k = 7) === 7) return k + 1; return k; }',
    calls: [[5n], [1n]],
  },
  {
    title: 'a field that the right of || writes',
    fields: '  n: u32 = 0;',
    body: 'private f(): bool { this.n += 1; return true; } run(x: u32): u32 { const a = this.n; const ok = x > 3 || this.f(); return this.n + a * 100; }',
    calls: [[5n], [1n], [9n]],
  },
  {
    title: 'an assignment on the right of && inside a secret branch',
    body: `run(x: Secret<u32>, y: u32): u32 { let a: Secret<u32> = 0; if (x > 10) { const ok = y > 3 && (a = 5) === 5; } return reveal(a, 'a') ; }`,
    calls: [
      [25n, 4n],
      [5n, 4n],
      [25n, 1n],
    ],
  },
  {
    title: 'an assignment that a secret on the left decides',
    body: `run(x: Secret<u32>): u32 { let a: Secret<u32> = 0; const ok = x > 10 && (a = 5) === 5; return reveal(a, 'a') ; }`,
    calls: [[25n], [5n]],
  },
  {
    title: 'assignments in a chain of && and ||',
    body: 'run(x: u32): u32 { let k: u32 = 0; const ok = x > 3 && (k += 2) === 2 && (k += 5) === 7 || (k += 100) > 0; return k + (ok ? 1000 : 0); }',
    calls: [[5n], [1n]],
  },
  {
    title: 'a secret field that the right of || writes inside a secret branch',
    fields: '  private n: Secret<u32> = 0;',
    body: `private f(): bool { this.n = wrapping(this.n + 1); return true; } run(x: Secret<u32>, y: u32): u32 { if (x > 3) { const ok = y > 3 || this.f(); } return reveal(this.n, 'n'); }`,
    calls: [
      [5n, 1n],
      [1n, 1n],
      [5n, 5n],
      [5n, 1n],
    ],
  },
  {
    title: 'an entry of a map that a secret on the left decides',
    fields: '  private m = map<u32, Secret<u32>>();',
    body: `private f(): bool { this.m.set(1, wrapping(this.m.get(1) + 1)); return true; } run(x: Secret<u32>): u32 { const ok = x > 3 && this.f(); return reveal(this.m.get(1), 'n'); }`,
    calls: [[5n], [1n], [5n]],
  },
  {
    title: 'an element on the right of &&',
    body: 'run(x: u32): u32[] { const a: u32[] = [1, 2]; const ok = x > 3 && a[1]++ === 2; return a; }',
    calls: [[5n], [1n]],
  },
  {
    title: 'an array that grows on the right of &&',
    fields: '  a: u32[] = [];',
    body: 'private f(): bool { this.a.push(3); return true; } run(x: u32): u32 { const ok = x > 3 && this.f(); return this.a.length; }',
    calls: [[5n], [1n], [9n]],
  },
  {
    title: 'a member on the right of &&',
    file: 'type R = { x: u32; y: u32 };',
    body: 'run(x: u32): u32 { let r: R = { x: 1, y: 2 }; const ok = x > 3 && (r.x = 9) === 9; return r.x * 10 + r.y; }',
    calls: [[5n], [1n]],
  },
  {
    title: 'assignments in the condition of an if',
    body: 'run(x: u32, y: u32): u32 { let k: u32 = 0; if ((k = x) > 3 && (k = y) > 3) k += 100; else k += 1000; return k; }',
    calls: [
      [5n, 5n],
      [1n, 5n],
      [5n, 1n],
    ],
  },
  {
    title: 'a loop that goes on as what its condition assigns says',
    body: 'run(): u32 { let s: u32 = 0; let t: u32 = 0; for (let k = 0; k < 20 && (s += 2) < 9; k++) t += s; return s * 100 + t; }',
    calls: [[]],
  },
  {
    title: 'what a condition assigns and the body changes',
    body: 'run(n: u32): u32 { let s: u32 = 0; let t: u32 = 0; for (let k = 0; k < 20 && (s = s + n) < 30; k++) { t += s; if (k === 1) s += 1; } return s * 100 + t; }',
    calls: [[3n], [40n], [0n]],
  },
  {
    title: 'a field that the condition of a loop writes',
    fields: '  private n: u32 = 0; m: u32 = 0;',
    body: 'private next(): u32 { this.n += 1; return this.n; } run(n: u32): u32 { const before = this.n; let t: u32 = 0; for (let k = 0; k < 20 && this.next() < n; k++) { t += this.n; if (k === 2) this.n += 1; } return this.n * 1000 + t + before * 100000; }',
    calls: [[3n], [9n], [20n]],
  },
  {
    title: 'a secret field that the condition of a loop writes',
    fields: '  private s: Secret<u32> = 0;',
    body: `private note(x: Secret<u32>): bool { this.s = wrapping(this.s + x); return true; } run(x: Secret<u32>, n: u32): u32 { for (let k = 0; k < 9 && k < n && this.note(x); k++) {} return reveal(this.s, 's'); }`,
    calls: [
      [3n, 2n],
      [9n, 0n],
      [2n, 20n],
    ],
  },
  {
    title: 'a condition behind a number of rounds that is none',
    fields: '  n: u32 = 0;',
    body: 'private f(): bool { this.n += 1; return true; } run(): u32 { for (let k = 3; k < 3 && this.f(); k++) {} return this.n; }',
    calls: [[]],
  },
  {
    title: 'an array that the condition of a loop makes longer',
    fields: '  a: u32[] = [];',
    body: 'private f(): bool { this.a.push(1); return this.a.length < 4; } run(): u32 { const z = this.a.length; for (let k = 0; k < 9 && this.f(); k++) {} return this.a.length * 10 + z; }',
    calls: [[], []],
  },
  {
    title: 'conditions that assign, of a loop in a loop',
    body: 'run(n: u32): u32 { let c: u32 = 0; for (let i = 0; i < 5 && (c += 1) < n; i++) for (let j = 0; j < 5 && (c += 1) < n; j++) c += i; return c; }',
    calls: [[9n], [30n], [100n]],
  },
  {
    title: 'an element beside the one that += writes',
    body: 'run(): u32[] { const a: u32[] = [1, 2, 3]; a[0] += a[1]++; return a; }',
    calls: [[]],
  },
  {
    title: 'an array of the state whose other element the right of += writes',
    fields: '  a: u32[] = [1, 2, 3];',
    body: 'private next(): u32 { this.a[1] += 5; return 10; } run(): u32[] { this.a[0] += this.next(); return this.a; }',
    calls: [[]],
  },
  {
    title: 'a member beside the one that += writes',
    file: 'type R = { x: u32; y: u32 };',
    fields: '  r: R = { x: 1, y: 2 };',
    body: 'private next(): u32 { this.r.y += 5; return 10; } run(): u32 { this.r.x += this.next(); return this.r.x * 100 + this.r.y; }',
    calls: [[]],
  },
  {
    title: 'a member that the right of += writes',
    file: 'type R = { x: u32; y: u32 };',
    body: 'run(): u32 { let r: R = { x: 1, y: 2 }; r.x += (r.y += 3); return r.x * 100 + r.y; }',
    calls: [[]],
  },
  {
    title: 'a name that the right of += writes',
    body: 'run(): u32 { let x: u32 = 3; x += (x = 5) + x; return x; }',
    calls: [[]],
  },
  {
    title: 'an element that the right of += writes',
    body: 'run(): u32[] { const a: u32[] = [1, 2, 3]; a[0] += (a[0] = 5); a[1] += a[2] = 7; return a; }',
    calls: [[]],
  },
  {
    title: 'elements that a method writes while a secret condition adds to one',
    fields: '  private a: Secret<u32>[] = [1, 2, 3]; private c: Secret<u32> = 0;',
    body: `private next(): Secret<u32> { for (let i = 0; i < this.a.length; i++) this.a[i] = wrapping(this.a[i] + 1); this.c = wrapping(this.c + 1); return this.c; } run(x: Secret<u32>): u32 { for (let i = 0; i < this.a.length; i++) { if (x > 3) this.a[i] += wrapping(this.next()); } let t: Secret<u32> = 0; for (let i = 0; i < this.a.length; i++) t = wrapping(t * 100 + this.a[i]); return reveal(t, 't'); }`,
    calls: [[5n], [1n], [9n]],
  },
  {
    title: 'members of a record in a record',
    file: 'type P = { x: u32; y: u32 }; type Q = { p: P; z: u32 };',
    fields: '  q: Q = { p: { x: 1, y: 2 }, z: 3 };',
    body: 'private f(): u32 { this.q.p.y += 10; this.q.z += 100; return 1; } run(): u32 { this.q.p.x += this.f(); return this.q.p.x * 10000 + this.q.p.y * 1000 + this.q.z; }',
    calls: [[], []],
  },
  {
    title: 'a difference of a name that its right side lowers',
    body: 'run(): u32 { let x: u32 = 30; x -= (x -= 4) - 20; return x; }',
    calls: [[]],
  },
  {
    title: 'a shift by what moves beside it',
    body: 'run(): u32[] { const a: u32[] = [1, 2]; a[0] <<= a[1]++; return a; }',
    calls: [[]],
  },
  {
    title: 'a field that the condition of a loop writes and the body reads',
    fields: '  n: u32 = 0;',
    body: 'private next(): u32 { this.n += 1; return this.n; } run(n: u32): u32 { let t: u32 = 0; for (let k = 0; k < 20 && this.next() < n; k++) t += this.n; return t; }',
    calls: [[3n], [9n], [20n]],
  },
  {
    title: 'a start that writes what the bound reads',
    fields: '  n: u32 = 0;',
    body: 'private f(): u32 { this.n += 3; return 1; } run(): u32 { let s: u32 = 0; for (let i = this.f(); i < this.n; i++) s += 1; return s; }',
    calls: [[], []],
  },
  {
    title: 'lengths of arrays whose elements a loop writes',
    fields: '  a: u32[] = [3, 1];',
    body: 'run(): u32 { let s: u32 = 0; const b: u32[] = [4, 5, 6]; for (let i = 0; i < this.a.length; i++) { this.a[i] += 1; s += this.a[i]; } for (let i = 0; i < b.length; i++) { b[i] += 1; s += b[i]; } return s; }',
    calls: [[]],
  },
  {
    title: 'a field of a component that has the name of a bound',
    file: 'class K { n: u32 = 0; bump() { this.n += 1; } }',
    fields: '  n: u32 = 4; k = new K();',
    body: 'run(): u32 { for (let i = 0; i < this.n; i++) { this.k.bump(); } return this.k.n; }',
    calls: [[], []],
  },
  {
    title: 'arrays written out in an array',
    body: 'run(x: u32): u32 { const a: u32[][] = [[1, 2], [3, 4, x]]; a[0][1] += 5; a[1][2] += a[0][1]; return a[1][2] * 100 + a[0].length * 10 + a[1].length; }',
    calls: [[5n]],
  },
  {
    title: 'arrays of arrays whose type is that of the first',
    body: 'run(x: u32): u32 { const a = [zeros<u32>(2), zeros<u32>(3)]; a[0][1] += x; return a[0][1] * 100 + a[0].length * 10 + a[1].length; }',
    calls: [[5n]],
  },
  {
    title: 'an array without elements among arrays',
    body: 'run(x: u32): u32 { const a: u32[][] = [[], [x]]; return a[1][0] * 100 + a[0].length * 10 + a.length; }',
    calls: [[5n]],
  },
  {
    title: 'arrays of secrets written out',
    body: `run(x: Secret<u32>): u32 { const a: Secret<u32>[][] = [[1, 2], [x, 4]]; let s: Secret<u32> = 0; for (const row of a) for (const v of row) s = wrapping(s * 10 + v); return reveal(s, 's'); }`,
    calls: [[5n]],
  },
  {
    title: 'the values of a map alone',
    fields: '  m = map<u32, u32>();',
    body: 'run(): u32 { this.m.set(5, 1); this.m.set(3, 2); let s: u32 = 0; for (const [, v] of this.m) s = s * 10 + v; return s; }',
    calls: [[]],
  },
  {
    title: 'an entry of a map or what stands for it',
    file: 'type R = { x: u32; y: u32 };',
    fields: '  m = map<u32, R>();',
    body: 'run(x: u32): u32 { const r = this.m.has(x) ? this.m.get(x) : { x: 100, y: 200 }; this.m.set(x, { ...r, x: r.x + 1 }); return this.m.get(x).x * 1000 + this.m.get(x).y; }',
    calls: [[5n], [5n], [6n]],
  },
  {
    title: 'elements written at a secret place',
    body: `run(i: Secret<u32>): u32[] { const a: Secret<u32>[] = [1, 2, 3]; a[i] = 9; a[i] = wrapping(a[i] + 1); return a.map((x) => reveal(x, 'x')); }`,
    calls: [[0n], [2n]],
  },
  {
    title: 'elements written at a secret place in a branch',
    body: `run(i: Secret<u32>): u32[] { const a: Secret<u32>[] = [1, 2, 3]; if (i > 0) { a[i] = 9; a[0] = wrapping(a[i] + 1); } else a[2] = 7; return a.map((x) => reveal(x, 'x')); }`,
    calls: [[0n], [2n], [1n]],
  },
  {
    title: 'members of a secret record in branches',
    file: 'type R = { x: u32; y: u32 };',
    fields: '  private r: Secret<R> = { x: 1, y: 2 };',
    body: `run(c: Secret<u32>): u32 { if (c > 3) { this.r.x = 5; if (c > 6) this.r = { x: 8, y: this.r.x }; } else this.r.y = wrapping(this.r.y + 1); return reveal(wrapping(this.r.x * 100 + this.r.y), 'r'); }`,
    calls: [[1n], [5n], [9n], [0n]],
  },
  {
    title: 'two secret fields that change places',
    fields: '  private a: Secret<u32> = 1; private b: Secret<u32> = 2;',
    body: `run(c: Secret<u32>): u32 { if (c > 3) { const t = this.a; this.a = this.b; this.b = t; } return reveal(wrapping(this.a * 100 + this.b), 'r'); }`,
    calls: [[5n], [1n], [9n]],
  },
  {
    title: 'a public branch in a secret one',
    fields: '  private a: Secret<u32> = 1;',
    body: `run(c: Secret<u32>, p: u32): u32 { if (c > 3) { if (p > 1) this.a = 7; else { this.a = 9; if (p === 1) this.a = wrapping(this.a + c); } } return reveal(this.a, 'r'); }`,
    calls: [
      [5n, 2n],
      [1n, 0n],
      [9n, 1n],
      [8n, 0n],
    ],
  },
  {
    title: 'a loop in a secret branch',
    fields: '  private a: Secret<u32> = 1;',
    body: `run(c: Secret<u32>, p: u32): u32 { let t: Secret<u32> = 0; if (c > 2) { for (let i = 0; i < p; i++) { this.a = wrapping(this.a + i); t = wrapping(t + this.a); } } return reveal(wrapping(this.a * 1000 + t), 'r'); }`,
    calls: [
      [2n, 4n],
      [5n, 3n],
      [9n, 2n],
    ],
  },
  {
    title: 'returns of a helper that secrets decide',
    file: 'function g(x: Secret<u32>): Secret<u32> { if (x > 10) { if (x > 20) return 3; return 2; } const y = wrapping(x + 1); if (y === 5) return 9; return y; }',
    body: `run(x: Secret<u32>): u32 { return reveal(wrapping(g(x) * 10 + g(wrapping(x + 10))), 'r'); }`,
    calls: [[2n], [4n], [11n], [25n]],
  },
  {
    title: 'a helper that writes and returns from branches',
    fields: '  n: u32 = 0;',
    body: 'private g(x: u32): u32 { if (x > 10) { this.n += 1; return 3; } this.n += 10; if (x === 5) return 9; this.n += 100; return x; } run(x: u32): u32 { const a = this.g(x) + this.g(x + 6); return a * 10000 + this.n; }',
    calls: [[2n], [5n], [11n]],
  },
  {
    title: 'returns from blocks',
    body: 'run(x: u32): u32 { let k: u32 = 1; { k += 1; if (x > 3) { k += 10; return k; } k += 100; } { if (x === 1) return k + 1; } k += 1000; return k; }',
    calls: [[5n], [1n], [2n]],
  },
  {
    title: 'choices in choices',
    body: 'run(x: u32): u32 { return x > 10 ? x > 20 ? 1 : 2 : x > 5 ? 3 : 4; }',
    calls: [[25n], [15n], [7n], [1n]],
  },
  {
    title: 'a secret choice of records',
    file: 'type R = { x: u32; y: u32 };',
    body: `run(x: Secret<u32>): u32 { const a: R = { x: 1, y: 2 }; const r = x > 3 ? { x: 5, y: 6 } : { y: 8, x: 7 }; return reveal(wrapping(r.x * 10 + r.y), 'r'); }`,
    calls: [[5n], [1n]],
  },
  {
    title: 'a secret choice of arrays',
    body: `run(x: Secret<u32>): u32[] { const a: u32[] = [1, 2]; const b: u32[] = [3, 4]; const c = x > 3 ? [...a] : [...b]; return c.map((v) => reveal(v, 'v')); }`,
    calls: [[5n], [1n]],
  },
  {
    title: 'parts of records in records',
    file: 'type P = { x: u32; list: u32[] }; type Q = { p: P; z: u32 };',
    body: 'run(x: u32): u32 { let q: Q = { p: { x: 1, list: [1, 2] }, z: 3 }; q.p.list[1] = x; q.p.x += q.p.list[1]; q.z = q.p.list.length; return q.p.x * 100 + q.z * 10 + q.p.list[0]; }',
    calls: [[5n]],
  },
  {
    title: 'arrays in records in an array',
    file: 'type P = { x: u32; list: u32[] };',
    fields: '  ps: P[] = [];',
    body: 'run(x: u32): u32 { this.ps.push({ x, list: [1, 2] }); this.ps[this.ps.length - 1].list[0] = x + 1; this.ps[0].x += 10; return this.ps[0].x * 100 + this.ps[this.ps.length - 1].list[0]; }',
    calls: [[5n], [6n]],
  },
  {
    title: 'arrays in an array of the state',
    fields: '  g: u32[][] = [];',
    body: 'run(x: u32): u32 { this.g.push(zeros<u32>(3)); this.g[this.g.length - 1][1] = x; this.g[0][2] += 1; return this.g[0][1] * 100 + this.g[0][2] * 10 + this.g.length; }',
    calls: [[5n], [6n]],
  },
  {
    title: 'an entry that its own new value writes',
    fields: '  m = map<u32, u32>();',
    body: 'private f(): u32 { this.m.set(1, 50); return 2; } run(): u32 { this.m.set(1, this.m.get(1) + this.f()); return this.m.get(1); }',
    calls: [[], []],
  },
  {
    title: 'operators on bools',
    body: 'run(a: u32, b: u32): u32 { const p = a > 1; const q = b > 1; let s: u32 = 0; if (p === q) s += 1; if (p !== q) s += 10; if (!p || q) s += 100; if (!(p && q)) s += 1000; return s; }',
    calls: [
      [0n, 0n],
      [2n, 0n],
      [0n, 2n],
      [2n, 2n],
    ],
  },
  {
    title: 'operators on secret bools',
    body: `run(a: Secret<u32>, b: Secret<u32>): u32 { const p = a > 1; const q = b > 1; let s: Secret<u32> = 0; if (p === q) s = wrapping(s + 1); if (p !== q) s = wrapping(s + 10); if (!p || q) s = wrapping(s + 100); if (!(p && q)) s = wrapping(s + 1000); return reveal(s, 's'); }`,
    calls: [
      [0n, 0n],
      [2n, 0n],
      [0n, 2n],
      [2n, 2n],
    ],
  },
  {
    title: 'operators on bits',
    body: 'run(a: u32, b: u32): u32 { return ((a & b) | (a ^ b)) + (a << 2) + (b >> 1) + (~a & 15); }',
    calls: [
      [5n, 3n],
      [12n, 10n],
    ],
  },
  {
    title: 'members taken out of what a loop goes over',
    file: 'type R = { x: u32; y: u32 };',
    body: 'run(): u32 { const rows: R[] = [{ x: 1, y: 2 }, { x: 3, y: 4 }]; let s: u32 = 0; for (const { x, y } of rows) s = s * 100 + x * 10 + y; return s; }',
    calls: [[]],
  },
  {
    title: 'counters by threes, and from above their bound',
    body: 'run(a: u32, b: u32): u32 { let s: u32 = 0; for (let i = a; i <= b; i += 3) s = s * 10 + i; for (let i = b; i < a; i++) s += 1000; return s; }',
    calls: [
      [1n, 9n],
      [1n, 7n],
      [5n, 2n],
      [3n, 3n],
    ],
  },
  {
    title: 'what an arrow sees of a name that changes',
    body: 'run(n: u32): u32[] { let k: u32 = n; const xs: u32[] = [1, 2]; const a = xs.map((x) => x + k); k = 100; const b = xs.map((x) => x + k); return a.concat(b); }',
    calls: [[5n]],
  },
  {
    title: 'constants of the file from one another',
    file: 'const A = 3; const B = A * 2 + 1; const T: u32[] = [B, A];',
    body: 'run(n: u32): u32 { return T[n] * B; }',
    calls: [[0n], [1n]],
  },
  {
    title: 'a parameter with the name of a constant of the file',
    file: 'const k = 7; function f(k: u32): u32 { let r: u32 = k; { const k: u32 = 2; r += k; } return r + k; }',
    body: 'run(n: u32): u32 { const k2 = f(n) + k; return k2; }',
    calls: [[5n]],
  },
  {
    title: 'the counter in an arrow',
    body: 'run(): u32 { let s: u32 = 0; for (let i = 0; i < 3; i++) { const xs: u32[] = [1, 2]; s += xs.reduce((t, x) => t * 10 + x + i, 0); } return s; }',
    calls: [[]],
  },
  {
    title: 'two components of one class',
    file: 'class K { n: u32 = 2; private m: u32 = 1; constructor(s: u32) { this.m = s; } add(k: u32): u32 { this.n += k * this.m; return this.n; } }',
    fields: '  a = new K(3); b = new K(5);',
    body: 'run(x: u32): u32 { const s = this.a.add(x) + this.b.add(this.a.add(1)); return s * 100 + this.a.n; }',
    calls: [[5n], [1n]],
  },
  {
    title: 'components that a secret branch writes',
    file: 'class K { private v: Secret<u32> = 0; add(k: Secret<u32>) { this.v = wrapping(this.v + k); } get(): Secret<u32> { return this.v; } }',
    fields: '  a = new K(); b = new K();',
    body: `run(x: Secret<u32>): u32 { if (x > 3) this.a.add(x); else { this.b.add(x); this.a.add(1); } return reveal(wrapping(this.a.get() * 100 + this.b.get()), 's'); }`,
    calls: [[5n], [1n], [9n]],
  },
  {
    title: 'public differences that a guard allows, the other way in the other arm',
    body: 'run(x: u32, y: u32): u32 { let w: u32 = 0; if (x >= y) w = x - y; else w = y - x; return w; }',
    calls: [
      [1n, 0n],
      [5n, 3n],
      [0n, 4n],
    ],
  },
  {
    title: 'a public difference in either arm of a choice',
    body: 'run(x: u32, y: u32): u32 { return x >= y ? x - y : y - x; }',
    calls: [
      [5n, 3n],
      [0n, 4n],
    ],
  },
  {
    title: 'a public difference on the right of its guard',
    body: 'run(x: u32, y: u32): u32 { return x >= y && x - y > 3 || y > x && y - x > 3 ? 1 : 0; }',
    calls: [
      [5n, 3n],
      [0n, 4n],
      [9n, 1n],
    ],
  },
  {
    title: 'a public choice of differences in a secret branch',
    body: `run(x: u32, y: u32, c: Secret<u32>): u32 { let w: Secret<u32> = 0; if (c > 3) w = x >= y ? x - y : y - x; return reveal(w, 'w'); }`,
    calls: [
      [5n, 3n, 1n],
      [0n, 4n, 9n],
      [7n, 4n, 9n],
    ],
  },
  {
    title: 'a difference behind a guard that nobody uses',
    body: 'run(x: u32, y: u32): u32 { let w: u32 = 7; if (x >= y) { const d = x - y; w = 8; } return w; }',
    calls: [
      [5n, 3n],
      [0n, 4n],
    ],
  },
  {
    title: 'a difference of a counter behind a guard',
    body: 'run(x: u32, y: u32): u32 { let w: u32 = 0; for (let i = 0; i < 5; i++) w += i >= y ? i - y : 1; return w; }',
    calls: [
      [5n, 3n],
      [0n, 4n],
    ],
  },
  {
    title: 'a difference of an element behind a guard',
    body: 'run(x: u32, y: u32): u32[] { const a: u32[] = [1, 5, 9]; return a.map((v) => v >= y ? v - y : 0); }',
    calls: [
      [5n, 3n],
      [0n, 40n],
    ],
  },
  {
    title: 'differences that end at zero, in either arm',
    body: 'run(x: u32, y: u32): u32 { return x > 3 ? satSub(x, y) : satSub(y, x); }',
    calls: [
      [5n, 3n],
      [0n, 40n],
      [5n, 9n],
    ],
  },
  {
    title: 'a field read on the right of && and written afterwards',
    fields: '  n: u32 = 0; m: u32 = 5;',
    body: 'private f(): u32 { this.n += 1; return this.n; } run(x: u32): u32 { const ok = x > 3 && this.m > this.n; const y = this.f(); return (ok ? 100 : 0) + y + this.n; }',
    calls: [[5n], [1n]],
  },
  {
    title: 'what is known of a field after a branch that wrote it',
    fields: '  n: u32 = 0;',
    body: `run(x: u32): u32 { this.n = x; if (x > 3) { this.n = 1; emit('E', { x }); } const a = this.n; if (x > 4) this.n += 2; return a * 10 + this.n; }`,
    calls: [[5n], [4n], [1n]],
  },
  {
    title: 'members of a field after branches that wrote them',
    file: 'type R = { x: u32; y: u32 };',
    fields: '  r: R = { x: 1, y: 2 };',
    body: `run(x: u32): u32 { this.r.x = x; if (x > 3) { this.r.y = this.r.x + 1; emit('E', { x }); } else this.r = { x: 7, y: 8 }; return this.r.x * 10 + this.r.y; }`,
    calls: [[5n], [1n]],
  },
  {
    title: 'a field that loops in loops write',
    fields: '  n: u32 = 0;',
    body: 'run(x: u32): u32 { for (let i = 0; i < x; i++) { if (this.n > 3) this.n = 0; for (let j = 0; j < 2; j++) this.n += i; } return this.n; }',
    calls: [[5n], [3n]],
  },
  {
    title: 'a field before and after a method that writes it',
    fields: '  n: u32 = 2;',
    body: 'private dbl() { this.n *= 2; } run(): u32 { const a = this.n; this.dbl(); const b = this.n; this.dbl(); return a * 100 + b * 10 + this.n; }',
    calls: [[]],
  },
  {
    title: 'a field and a method that writes it in one expression',
    fields: '  n: u32 = 2;',
    body: 'private dbl(): u32 { this.n *= 2; return this.n; } run(): u32 { return this.n * 1000 + this.dbl() * 100 + this.n * 10 + this.dbl(); }',
    calls: [[]],
  },
  {
    title: 'a name and its assignment in one expression',
    body: 'run(): u32 { let x: u32 = 1; const r = x * 100 + (x = 2) * 10 + x; return r; }',
    calls: [[]],
  },
  {
    title: 'an element and a method that writes it in one expression',
    fields: '  a: u32[] = [1, 2];',
    body: 'private f(): u32 { this.a[0] = 9; return 1; } run(): u32 { return this.a[0] * 100 + this.f() * 10 + this.a[0]; }',
    calls: [[]],
  },
  {
    title: 'a choice as an index',
    body: 'run(x: u32): u32 { const a: u32[] = [5, 6, 7]; let i: u32 = 0; return a[x > 3 ? i++ : 2] * 10 + i; }',
    calls: [[5n], [1n]],
  },
  {
    title: 'arguments of min and max from left to right',
    body: 'run(): u32 { let x: u32 = 1; return min(x++, x) * 100 + max(x++, x) * 10 + x; }',
    calls: [[]],
  },
  {
    title: 'comparisons of a name that moves',
    body: 'run(x: u32): u32 { let k: u32 = x; const a = k++ < k; const b = k < k++; return (a ? 1 : 0) + (b ? 10 : 0) + k * 100; }',
    calls: [[5n]],
  },
  {
    title: 'what a loop finds, returned behind it',
    body: 'private find(xs: u32[], v: u32): u32 { let at: u32 = 99; for (let i = 0; i < xs.length; i++) if (xs[i] === v && at === 99) at = i; if (at === 99) return 50; return at; } run(v: u32): u32 { const xs: u32[] = [4, 5, 5]; return this.find(xs, v); }',
    calls: [[5n], [7n]],
  },
  {
    title: 'one arm of nested choices alone is run',
    fields: '  n: u32 = 0;',
    body: 'private f(x: u32): u32 { this.n += x; return x; } run(x: u32): u32 { const a = x > 3 ? this.f(1) : x > 1 ? this.f(10) : this.f(100); return this.n * 10 + a; }',
    calls: [[5n], [2n], [0n]],
  },
  {
    title: 'what would stop the task is not run where it is not wanted',
    body: 'run(x: u32, y: u32): u32 { const a: u32[] = [1, 2]; const ok = x < 2 && a[x] > 1; const bad = y === 0 || 10 % y === 0; return (ok ? 1 : 0) + (bad ? 10 : 0); }',
    calls: [
      [1n, 0n],
      [5n, 3n],
      [0n, 5n],
    ],
  },
  {
    title: 'an index and a remainder in the arm of a choice',
    body: 'run(x: u32, y: u32): u32 { const a: u32[] = [1, 2]; const v = x < 2 ? a[x] : 9; const w = y === 0 ? 7 : 10 % y; return v * 10 + w; }',
    calls: [
      [1n, 0n],
      [5n, 3n],
      [0n, 4n],
    ],
  },
  {
    title: 'bools of the state',
    fields: '  f: bool = false;',
    body: 'run(x: u32): u32 { this.f = x > 3 || this.f; const was = this.f; this.f = !this.f && x === 2; return (was ? 10 : 0) + (this.f ? 1 : 0); }',
    calls: [[5n], [2n], [0n]],
  },
  {
    title: 'phases',
    file: `type P = 'a' | 'b' | 'c';`,
    fields: `  p: P = 'a';`,
    body: `run(x: u32): u32 { if (this.p === 'a' && x > 3) this.p = 'b'; else if (this.p === 'b') this.p = x > 1 ? 'c' : 'a'; return this.p === 'c' ? 3 : this.p === 'b' ? 2 : 1; }`,
    calls: [[5n], [1n], [5n], [5n]],
  },
  {
    title: 'a difference that ends at zero, by rounds',
    body: 'run(n: u32): u32 { let x: u32 = 100; for (let i = 0; i < n; i++) x = satSub(x, 30); return x; }',
    calls: [[2n], [5n]],
  },
  {
    title: 'generic helpers',
    file: 'function pick<T>(xs: T[], i: u32): T { return xs[i]; } function twice<T extends number>(x: T): T { return x; }',
    body: 'run(i: u32): u32 { const a: u32[] = [3, 4]; const b: u32[] = [7, 8]; return pick(a, i) * 10 + pick(b, twice(i)); }',
    calls: [[0n], [1n]],
  },
  {
    title: 'a helper that writes its own argument',
    file: 'function f(x: u32): u32 { x += 5; return x; }',
    body: 'run(i: u32): u32 { const a = f(i); return a * 100 + i; }',
    calls: [[3n]],
  },
  {
    title: 'a method that reads what it writes, in secret branches',
    fields: '  private a: Secret<u32> = 4; private b: Secret<u32> = 0;',
    body: `private f(): Secret<u32> { this.a = wrapping(this.a + 1); return this.a; } run(c: Secret<u32>): u32 { if (c > 3) { this.b = this.f(); } else { this.f(); this.b = this.a; this.a = 0; } return reveal(wrapping(this.a * 100 + this.b), 'r'); }`,
    calls: [[5n], [1n], [9n]],
  },
  {
    title: 'arrays of two lengths, either in a public branch',
    body: 'run(n: u32): u32 { let a: u32[] = zeros<u32>(2); if (n > 3) a = zeros<u32>(5); const b = n > 4 ? [...a] : zeros<u32>(1); return a.length * 10 + b.length; }',
    calls: [[3n], [4n], [5n]],
  },
  {
    title: 'a part of an array or all of it',
    body: 'run(n: u32): u32 { const a: u32[] = [1, 2]; const b = n > 3 ? a.slice(1) : [...a]; return b.length * 10 + b[0]; }',
    calls: [[3n], [4n]],
  },
  {
    title: 'a secret choice of arrays of one length',
    body: `run(x: Secret<u32>): u32 { let a: Secret<u32>[] = [1, 2]; if (x > 3) a = [5, 6]; return reveal(a[1], 'a'); }`,
    calls: [[3n], [4n]],
  },
  {
    title: 'records whose arrays have two lengths',
    file: 'type Q = { list: u32[]; n: u32 };',
    body: 'run(n: u32): u32 { let q: Q = { list: [1], n: 1 }; if (n > 3) q = { list: [1, 2, 3], n: 2 }; return q.list.length * 10 + q.n; }',
    calls: [[3n], [4n]],
  },
  {
    title: 'an array that each round makes longer',
    body: 'run(n: u32): u32 { let a: u32[] = [1]; for (let i = 0; i < n; i++) a = [...a, i]; return a.length * 10 + a[a.length - 1]; }',
    calls: [[3n], [0n]],
  },
  {
    title: 'an array in a name that grows in a loop',
    body: 'run(n: u32): u32[] { const a: u32[] = [1]; for (let i = 0; i < n; i++) { if (i % 2 === 0) a.push(i * 10); a[0] += 1; } a.push(n); return a; }',
    calls: [[5n], [0n]],
  },
  {
    title: 'the last element of an array in a name, and back',
    body: 'run(n: u32): u32[] { const a: u32[] = [1, 2, 3]; const b = a.pop(); a.push(b * 10); a.push(a.pop() + 1); return a.concat([a.length]); }',
    calls: [[5n]],
  },
  {
    title: 'records that are put into an array',
    file: 'type R = { x: u32; y: u32 };',
    body: 'run(n: u32): u32 { const a: R[] = []; for (let i = 0; i < n; i++) a.push({ x: i, y: n }); let s: u32 = 0; for (const r of a) s = s * 10 + r.x + r.y; return s * 10 + a.length; }',
    calls: [[3n], [0n]],
  },
  {
    title: 'an array in a record of the state that grows',
    file: 'type Q = { list: u32[]; n: u32 };',
    fields: '  q: Q = { list: [], n: 0 };',
    body: 'run(n: u32): u32 { this.q.list.push(n); this.q.n += 1; return this.q.list[this.q.list.length - 1] * 100 + this.q.list.length * 10 + this.q.n; }',
    calls: [[3n], [4n]],
  },
  {
    title: 'arrays in an array of the state that grow',
    fields: '  g: u32[][] = [];',
    body: 'run(n: u32): u32 { this.g.push([]); this.g[0].push(n); this.g[this.g.length - 1].push(n + 1); return this.g[0].length * 100 + this.g.length * 10 + this.g[0][0]; }',
    calls: [[3n], [4n]],
  },
  {
    title: 'secrets that are put into an array',
    body: `run(x: Secret<u32>, n: u32): u32 { const a: Secret<u32>[] = []; for (let i = 0; i < n; i++) a.push(wrapping(x + i)); let s: Secret<u32> = 0; for (const v of a) s = wrapping(s * 10 + v); return reveal(s, 's'); }`,
    calls: [[1n, 3n]],
  },
  {
    title: 'an array that grows in either branch',
    body: 'run(n: u32): u32 { const a: u32[] = [1]; if (n > 3) a.push(n); else { a.push(7); a.push(8); } return a.length * 100 + a[a.length - 1]; }',
    calls: [[3n], [4n]],
  },
  {
    title: 'an array that shrinks on the right of &&',
    body: 'run(n: u32): u32 { const a: u32[] = [1]; const ok = n > 3 && a.pop() === 1; return a.length; }',
    calls: [[3n], [4n]],
  },
  {
    title: 'the length of a field before and after its last element is taken',
    fields: '  a: u32[] = [1, 2, 3];',
    body: 'run(): u32 { const n = this.a.length; const x = this.a.pop(); return n * 100 + this.a.length * 10 + x; }',
    calls: [[], []],
  },
  {
    title: 'a field that is made empty',
    fields: '  a: u32[] = [1, 2, 3];',
    body: 'run(): u32 { const n = this.a.length; this.a = []; this.a.push(5); return n * 100 + this.a.length * 10; }',
    calls: [[], []],
  },
  {
    title: 'an array in a name that is made empty in a branch',
    body: 'run(n: u32): u32 { let a: u32[] = [1, 2]; if (n > 3) a = []; a.push(n); return a.length * 10 + a[0]; }',
    calls: [[3n], [5n]],
  },
  {
    title: 'an element at a secret place, read and written in a loop',
    body: `run(i: Secret<u32>): u32 { const a: Secret<u32>[] = [1, 2, 3]; let t: Secret<u32> = 0; for (let k = 0; k < 3; k++) { a[i] = wrapping(a[i] + k); t = wrapping(t * 10 + a[i]); } return reveal(t, 't'); }`,
    calls: [[0n], [2n]],
  },
  {
    title: 'elements written on top of one another in branches',
    body: `run(c: Secret<u32>): u32 { const a: Secret<u32>[] = [1, 2, 3]; if (c > 3) { a[0] = 7; a[1] = a[0]; } else { a[1] = 9; a[0] = wrapping(a[1] + 1); } let t: Secret<u32> = 0; for (const v of a) t = wrapping(t * 100 + v); return reveal(t, 't'); }`,
    calls: [[0n], [5n]],
  },
  {
    title: 'one element written twice in a branch',
    body: `run(c: Secret<u32>): u32 { const a: Secret<u32>[] = [1, 2, 3]; if (c > 3) { a[0] = 7; a[0] = wrapping(a[0] + a[2]); a[2] = a[0]; } let t: Secret<u32> = 0; for (const v of a) t = wrapping(t * 100 + v); return reveal(t, 't'); }`,
    calls: [[0n], [5n]],
  },
  {
    title: 'elements written in branches in branches',
    body: `run(c: Secret<u32>): u32 { const a: Secret<u32>[] = [1, 2, 3]; if (c > 3) { a[0] = 7; if (c > 6) { a[0] = 8; a[1] = 5; } else a[2] = wrapping(a[0] + 1); } let t: Secret<u32> = 0; for (const v of a) t = wrapping(t * 100 + v); return reveal(t, 't'); }`,
    calls: [[0n], [5n], [9n]],
  },
  {
    title: 'sums and differences that secret branches make',
    body: `run(c: Secret<u32>): u32 { let k: Secret<u32> = 5; if (c > 3) k = wrapping(k + c); if (c > 6) k = wrapping(k - 1); if (c > 2) k = wrapping(c + k); return reveal(k, 'k'); }`,
    calls: [[0n], [5n], [9n], [3n]],
  },
  {
    title: 'a sum doubled in a branch',
    body: `run(c: Secret<u32>): u32 { let k: Secret<u32> = 5; if (c > 3) { k = wrapping(k + 2); k = wrapping(k + k); } return reveal(k, 'k'); }`,
    calls: [[0n], [5n]],
  },
  {
    title: 'another sum in either branch',
    body: `run(c: Secret<u32>): u32 { let k: Secret<u32> = 5; if (c > 3) k = wrapping(k + 2); else k = wrapping(k + 10); return reveal(k, 'k'); }`,
    calls: [[0n], [5n]],
  },
  {
    title: 'a difference from a number in a branch',
    body: `run(c: Secret<u32>): u32 { let k: Secret<u32> = 5; if (c > 3) k = wrapping(100 - k); return reveal(k, 'k'); }`,
    calls: [[0n], [5n]],
  },
  {
    title: 'bools that branches assign',
    body: `run(c: Secret<u32>): u32 { let p: Secret<bool> = c > 1; let q: Secret<bool> = true; if (c > 3) { p = false; q = p; } else if (c > 2) q = c === 3; let r: Secret<bool> = c > 5 ? true : p; if (!r) q = !q; return reveal(wrapping(u32(p) * 100 + u32(q) * 10 + u32(r)), 'b'); }`,
    calls: [[0n], [2n], [3n], [4n], [6n]],
  },
  {
    title: 'returns behind a loop of a helper',
    file: 'function f(xs: Secret<u32>[], t: Secret<u32>): Secret<u32> { let s: Secret<u32> = 0; for (const x of xs) if (x > t) s = wrapping(s + x); if (s > 10) return 1; return wrapping(s + 20); }',
    body: `run(t: Secret<u32>): u32 { const a: Secret<u32>[] = [3, 6, 9]; return reveal(f(a, t), 'f'); }`,
    calls: [[1n], [7n], [10n]],
  },
  {
    title: 'a running total that a secret chooses',
    body: `run(t: Secret<u32>): u32 { const a: u32[] = [3, 6, 9]; return reveal(a.reduce((s, x, i) => (x > t ? wrapping(s + x * (i + 1)) : s), t), 'f'); }`,
    calls: [[1n], [7n], [10n]],
  },
  {
    title: 'what is asked of all elements at once',
    body: `run(t: Secret<u32>): u32 { const a: u32[] = [3, 6, 9]; return reveal(wrapping(u32(a.includes(t)) * 100 + u32(a.some((x) => x > t)) * 10 + u32(a.every((x) => x > t))), 'f'); }`,
    calls: [[1n], [6n], [10n]],
  },
  {
    title: 'a public counter beside a secret condition',
    fields: '  private c: Secret<u32> = 0;',
    body: `run(t: Secret<u32>, n: u32): u32 { let count: u32 = 0; for (let i = 0; i < n; i++) { count++; if (i < t) this.c = wrapping(this.c + count); } return reveal(this.c, 'c'); }`,
    calls: [
      [2n, 4n],
      [9n, 3n],
    ],
  },
  {
    title: 'a secret member in a public record',
    file: 'type P = { a: Secret<u32>; b: u32 };',
    fields: '  private p: P = { a: 1, b: 2 };',
    body: `run(t: Secret<u32>): u32 { if (t > 3) this.p.a = wrapping(this.p.a + t); this.p.b += 1; return reveal(this.p.a, 'a'); }`,
    calls: [[5n], [1n]],
  },
  {
    title: 'returns that a public and a secret condition decide',
    file: 'function g(x: Secret<u32>, n: u32): Secret<u32> { if (n > 3) { if (x > 2) return 1; } else return 2; return 3; }',
    body: `run(x: Secret<u32>, n: u32): u32 { return reveal(g(x, n), 'g'); }`,
    calls: [
      [5n, 5n],
      [1n, 5n],
      [5n, 1n],
    ],
  },
  {
    title: 'a private function over arrays of secrets of any length',
    fields: '  private a: Secret<u32>[] = [3, 4];',
    body: `private total(xs: Secret<u32>[], from: u32): Secret<u32> { let s: Secret<u32> = 0; for (let i = from; i < xs.length; i++) s = wrapping(s * 10 + xs[i]); return s; } run(x: Secret<u32>): u32 { const b: Secret<u32>[] = [x, 7]; return reveal(wrapping(this.total(this.a, 0) * 1000 + this.total(b, 1) * 100 + this.total(b, 0)), 't'); }`,
    calls: [[5n]],
  },
  {
    title: 'a private function of records that are secret in part',
    file: 'type Bid = { who: u32; amount: Secret<u32> };',
    fields: '  private best: Bid = { who: 1, amount: 2 };',
    body: `private worth(bid: Bid): Secret<u32> { return wrapping(bid.amount * 10 + bid.who); } run(x: Secret<u32>): u32 { const bid: Bid = { who: 3, amount: x }; return reveal(wrapping(this.worth(bid) * 100 + this.worth(this.best)), 't'); }`,
    calls: [[5n]],
  },
  {
    title: 'a private function over an array of such records',
    file: 'type Bid = { who: u32; amount: Secret<u32> };',
    fields: '  private bids: Bid[] = [];',
    body: `private sum(bids: Bid[]): Secret<u32> { let s: Secret<u32> = 0; for (const bid of bids) s = wrapping(s * 10 + bid.amount); return s; } run(x: Secret<u32>): u32 { this.bids.push({ who: 3, amount: x }); return reveal(this.sum(this.bids), 't'); }`,
    calls: [[5n], [6n]],
  },
  {
    title: 'a private function that gives an array of secrets',
    body: `private twice(xs: Secret<u32>[]): Secret<u32>[] { return xs.map((x) => wrapping(x * 2)); } run(x: Secret<u32>): u32 { const b: Secret<u32>[] = [x, 7]; const c = this.twice(this.twice(b)); return reveal(wrapping(c[0] * 100 + c[1]), 't'); }`,
    calls: [[5n]],
  },
];

for (const { title, file = '', fields = '', body, calls } of programs)
  test(title, () => {
    const source = `${file}\n${contract(fields, body)}`;
    const list = calls.map((args) => ({ name: 'run', args }));
    assert.deepEqual(asCompiled(source, list), asJavaScript(source, list));
  });

test('programs made up from a seed, secret and public', () => {
  const calls = [
    [5n, 3n],
    [40n, 8n],
    [0n, 0n],
  ].map((args) => ({ name: 'run', args }));
  for (let seed = 1; seed <= 24; seed++) {
    const secret = program(seeded(seed));
    for (const source of [secret, opened(secret)])
      assert.deepEqual(asCompiled(source, calls), asJavaScript(source, calls), `seed ${seed}\n${source}`);
  }
});

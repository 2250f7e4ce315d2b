// Programs of which TypeScript says what they mean: each gives what the same text gives as JavaScript. What is evaluated when, what is written where, which of two names is meant.
import assert from 'node:assert/strict';
import { test } from 'node:test';
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
];

for (const { title, file = '', fields = '', body, calls } of programs)
  test(title, () => {
    const source = `${file}\n${contract(fields, body)}`;
    const list = calls.map((args) => ({ name: 'run', args }));
    assert.deepEqual(asCompiled(source, list), asJavaScript(source, list));
  });

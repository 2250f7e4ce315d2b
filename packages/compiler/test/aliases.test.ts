// Second names for arrays and records: a program in which it shows that values are copied does not compile, and any other gives what JavaScript gives.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asCompiled, asJavaScript } from './support/twin.ts';
import { codes, contract } from './support/run.ts';

/** In JavaScript each of them sees one array or record under two names. */
const refused: readonly (readonly [title: string, file: string, fields: string, body: string])[] = [
  [
    'returned field',
    '',
    '  a: u32[] = [1, 2];',
    'private get(): u32[] { return this.a; } run(): u32 { const xs = this.get(); this.a[0] = 9; return xs[0]; }',
  ],
  [
    'returned field write',
    '',
    '  a: u32[] = [1, 2];',
    'private get(): u32[] { return this.a; } run(): u32 { const xs = this.get(); xs[0] = 9; return this.a[0]; }',
  ],
  [
    'returned param',
    'function id(xs: u32[]): u32[] { return xs; }',
    '',
    'run(): u32 { const a: u32[] = [1, 2]; const b = id(a); a[0] = 9; return b[0]; }',
  ],
  [
    'push then write',
    'type R = { x: u32; y: u32 };',
    '  rows: R[] = [];',
    'run(): u32 { let r: R = { x: 1, y: 2 }; this.rows.push(r); r.x = 9; return this.rows[0].x; }',
  ],
  [
    'push then write owner',
    'type R = { x: u32; y: u32 };',
    '  rows: R[] = [];',
    'run(): u32 { const r: R = { x: 1, y: 2 }; this.rows.push(r); this.rows[0].x = 9; return r.x; }',
  ],
  [
    'push in loop',
    'type R = { x: u32; y: u32 };',
    '  rows: R[] = [];',
    'run(): u32 { let r: R = { x: 1, y: 2 }; for (let i = 0; i < 3; i++) { r.x = i; this.rows.push(r); } return this.rows[0].x; }',
  ],
  [
    'push field',
    'type R = { x: u32; y: u32 };',
    '  rows: R[] = []; best: R = { x: 1, y: 2 };',
    'run(): u32 { this.rows.push(this.best); this.best.x = 7; return this.rows[0].x; }',
  ],
  [
    'literal member',
    '',
    '',
    'run(): u32 { const a: u32[] = [1, 2]; const r = { list: a, n: 1 }; a[0] = 9; return r.list[0]; }',
  ],
  [
    'literal member 2',
    '',
    '',
    'run(): u32 { const a: u32[] = [1, 2]; let r = { list: a, n: 1 }; r.list[0] = 9; return a[0]; }',
  ],
  [
    'literal nested',
    'type R = { x: u32; y: u32 };',
    '',
    'run(): u32 { const p: R = { x: 1, y: 2 }; let q = { p, z: 3 }; q.p.x = 5; return p.x; }',
  ],
  [
    'literal nested 2',
    'type R = { x: u32; y: u32 };',
    '',
    'run(): u32 { let p: R = { x: 1, y: 2 }; const q = { p, z: 3 }; p.x = 5; return q.p.x; }',
  ],
  [
    'array of records',
    'type R = { x: u32; y: u32 };',
    '',
    'run(): u32 { let p: R = { x: 1, y: 2 }; const rows: R[] = [p, { x: 3, y: 4 }]; p.x = 5; return rows[0].x; }',
  ],
  [
    'map set',
    'type R = { x: u32; y: u32 };',
    '  m = map<u32, R>();',
    'run(): u32 { let p: R = { x: 1, y: 2 }; this.m.set(1, p); p.x = 5; return this.m.get(1).x; }',
  ],
  [
    'map get write',
    'type R = { x: u32; y: u32 };',
    '  m = map<u32, R>();',
    'run(): u32 { this.m.set(1, { x: 1, y: 2 }); let p = this.m.get(1); p.x = 5; return this.m.get(1).x; }',
  ],
  [
    'destructure',
    'type Q = { list: u32[]; n: u32 };',
    '',
    'run(): u32 { const a: u32[] = [1, 2]; let q: Q = { list: [...a], n: 1 }; const { list, n } = q; q.list[0] = 9; q.n = 8; return list[0] * 10 + n; }',
  ],
  [
    'destructure write',
    'type Q = { list: u32[]; n: u32 };',
    '',
    'run(): u32 { let q: Q = { list: [1, 2], n: 1 }; const { list } = q; list[0] = 9; return q.list[0]; }',
  ],
  [
    'row alias in for of',
    'type R = { x: u32; y: u32 };',
    '',
    'run(): u32 { const rows: R[] = [{ x: 1, y: 2 }, { x: 3, y: 4 }]; let s: u32 = 0; for (const row of rows) { rows[0].x += 5; s += row.x; } return s; }',
  ],
  [
    'row write in for of',
    'type R = { x: u32; y: u32 };',
    '',
    'run(): u32 { const rows: R[] = [{ x: 1, y: 2 }, { x: 3, y: 4 }]; for (const row of rows) { row.x = 9; } return rows[0].x; }',
  ],
  [
    'param after branch',
    '',
    '  a: u32[] = [1, 2];',
    'private f(xs: u32[], c: u32): u32 { if (c > 3) this.a[0] = 5; return xs[0]; } run(c: u32): u32 { return this.f(this.a, c); }',
  ],
  [
    'param loop across rounds',
    '',
    '  a: u32[] = [1, 2, 3];',
    'private f(xs: u32[]): u32 { let s: u32 = 0; for (let i = 0; i < 2; i++) { s += xs[i + 1]; this.a[i + 1] = 10; this.a[2] = 20; } return s; } run(): u32 { return this.f(this.a); }',
  ],
  [
    'map iteration add',
    '',
    '  m = map<u32, u32>();',
    'run(): u32 { this.m.set(1, 5); this.m.set(2, 6); let s: u32 = 0; for (const [k, v] of this.m) { if (k < 9) this.m.set(k + 2, 1); s += 1; } return s; }',
  ],
  [
    'map iteration del other',
    '',
    '  m = map<u32, u32>();',
    'run(): u32 { this.m.set(1, 5); this.m.set(2, 6); let s: u32 = 0; for (const [k, v] of this.m) { this.m.delete(3 - k); s += v; } return s; }',
  ],
  [
    'fill alias',
    '',
    '  a: u32[] = [1, 2];',
    'private f(xs: u32[]): u32 { this.a.fill(7); return xs[0]; } run(): u32 { return this.f(this.a); }',
  ],
  [
    'pop alias',
    '',
    '  a: u32[] = [1, 2];',
    'private f(xs: u32[]): u32 { this.a.pop(); return xs.length; } run(): u32 { return this.f(this.a); }',
  ],
  [
    'component alias',
    'class K { a: u32[] = [1, 2]; w() { this.a[0] = 9; } }',
    '  k = new K();',
    'private f(xs: u32[]): u32 { this.k.w(); return xs[0]; } run(): u32 { return this.f(this.k.a); }',
  ],
  [
    'conditional param',
    '',
    '  a: u32[] = [1, 2]; b: u32[] = [3, 4];',
    'private f(xs: u32[]): u32 { this.b[0] = 9; return xs[0]; } run(c: u32): u32 { return this.f(c > 3 ? this.a : this.b); }',
  ],
];
for (const [title, file, fields, body] of refused)
  test(`refused: ${title}`, () =>
    assert.deepEqual([...new Set(codes(`${file}\n${contract(fields, body)}`))], ['E-ALIAS']));

interface Program {
  readonly title: string;
  readonly file?: string;
  readonly fields?: string;
  readonly body: string;
  readonly calls: readonly (readonly bigint[])[];
}

const alike: readonly Program[] = [
  {
    title: 'returned field read',
    fields: '  a: u32[] = [1, 2];',
    body: 'private get(): u32[] { return this.a; } run(): u32 { const xs = this.get(); return xs[0] + xs[1] + this.get()[1]; }',
    calls: [[]],
  },
  {
    title: 'returned param copy',
    file: 'function copy(xs: u32[]): u32[] { return [...xs]; }',
    body: 'run(): u32 { const a: u32[] = [1, 2]; const b = copy(a); a[0] = 9; b[1] = 4; return b[0] * 10 + b[1]; }',
    calls: [[]],
  },
  {
    title: 'returned fresh',
    body: 'private make(): u32[] { const out = zeros<u32>(3); out[1] = 5; return out; } run(): u32 { const b = this.make(); b[0] = 9; return b[0] * 10 + b[1]; }',
    calls: [[]],
  },
  {
    title: 'push',
    file: 'type R = { x: u32; y: u32 };',
    fields: '  rows: R[] = [];',
    body: 'run(): u32 { const r: R = { x: 1, y: 2 }; this.rows.push(r); return this.rows[0].x + r.y; }',
    calls: [[]],
  },
  {
    title: 'push in loop',
    file: 'type R = { x: u32; y: u32 };',
    fields: '  rows: R[] = [];',
    body: 'run(): u32 { for (let i = 0; i < 3; i++) { const r: R = { x: 1, y: 2 }; this.rows.push(r); } return this.rows[0].x + this.rows.length; }',
    calls: [[]],
  },
  {
    title: 'push field copy',
    file: 'type R = { x: u32; y: u32 };',
    fields: '  rows: R[] = []; best: R = { x: 1, y: 2 };',
    body: 'run(): u32 { this.rows.push({ ...this.best }); this.best.x = 7; return this.rows[0].x; }',
    calls: [[]],
  },
  {
    title: 'literal nested',
    file: 'type R = { x: u32; y: u32 };',
    body: 'run(): u32 { let p: R = { x: 1, y: 2 }; const q = { p, z: 3 }; return q.p.x + p.y; }',
    calls: [[]],
  },
  {
    title: 'map get set',
    file: 'type R = { x: u32; y: u32 };',
    fields: '  m = map<u32, R>();',
    body: 'run(): u32 { this.m.set(1, { x: 1, y: 2 }); const p = this.m.get(1); this.m.set(1, { ...p, x: 5 }); return this.m.get(1).x * 10 + p.x; }',
    calls: [[]],
  },
  {
    title: 'param in branch',
    fields: '  a: u32[] = [1, 2];',
    body: 'private f(xs: u32[], c: u32): u32 { if (c > 3) this.a[0] = xs[1]; else this.a[1] = xs[0] + 7; return 1; } run(c: u32): u32 { this.f(this.a, c); return this.a[0] * 100 + this.a[1]; }',
    calls: [[5n], [1n]],
  },
  {
    title: 'param other field',
    fields: '  a: u32[] = [1, 2]; b: u32[] = [0, 0];',
    body: 'private f(xs: u32[]): u32 { for (let i = 0; i < 2; i++) this.b[i] = xs[i] * 2; return xs[0] + this.b[1]; } run(): u32 { return this.f(this.a); }',
    calls: [[]],
  },
  {
    title: 'map iteration set own',
    fields: '  m = map<u32, u32>();',
    body: 'run(): u32 { this.m.set(1, 5); this.m.set(2, 6); let s: u32 = 0; for (const [k, v] of this.m) { this.m.set(k, v + 1); s += this.m.get(k); } return s; }',
    calls: [[], []],
  },
  {
    title: 'map iteration del own',
    fields: '  m = map<u32, u32>();',
    body: 'run(): u32 { this.m.set(1, 5); this.m.set(2, 6); let s: u32 = 0; for (const [k, v] of this.m) { if (v > 5) this.m.delete(k); s += v; } return s * 10 + this.m.size; }',
    calls: [[], []],
  },
  {
    title: 'map keys snapshot',
    fields: '  m = map<u32, u32>();',
    body: 'run(): u32 { this.m.set(1, 5); this.m.set(2, 6); let s: u32 = 0; for (const k of this.m.keys()) { this.m.set(k + 2, 1); s += 1; } return s * 10 + this.m.size; }',
    calls: [[]],
  },
  {
    title: 'whole assign keeps',
    fields: '  a: u32[] = [1, 2];',
    body: 'private f(xs: u32[]): u32 { this.a = [8, 9]; return xs[0]; } run(): u32 { return this.f(this.a); }',
    calls: [[]],
  },
];
for (const { title, file = '', fields = '', body, calls } of alike)
  test(`as JavaScript: ${title}`, () => {
    const source = `${file}\n${contract(fields, body)}`;
    const list = calls.map((args) => ({ name: 'run', args }));
    assert.deepEqual(asCompiled(source, list), asJavaScript(source, list));
  });

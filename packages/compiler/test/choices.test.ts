// What a condition or a loop decides: the value of the way taken, member by member by name, or a refusal; never one side for both.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codes, compiled, contract, deployed, run } from './support/run.ts';

const program = (body: string, parameter = 'n: u32'): string =>
  `type Phase = 'open' | 'closed';\ntype Pair = { k: u32; j: u32 };\n${contract(
    '  phase: Phase = "closed";\n  a = map<u32, u32>();\n  b = map<u32, u32>();',
    `  run(${parameter}): u32 { ${body} }`,
  )}`;

/** As JavaScript: the text without its types. */
const twins: readonly (readonly [body: string, of: (n: bigint) => bigint])[] = [
  ['let r = { k: 1 }; if (n > 3) r = { k: 2 }; return r.k;', (n) => (n > 3n ? 2n : 1n)],
  ['let r = { k: 1 }; if (n > 3) { r = { k: 2 }; emit("X", { n }); } return r.k;', (n) => (n > 3n ? 2n : 1n)],
  ['let r = { k: n, j: 3 }; if (n > 3) r = { j: 9, k: 7 }; return r.k;', (n) => (n > 3n ? 7n : n)],
  [
    'let r = { k: n, j: n }; if (n > 3) { r = { j: 9, k: 7 }; emit("X", { n }); } return r.k;',
    (n) => (n > 3n ? 7n : n),
  ],
  [
    'let r: Pair = { k: 1, j: n }; for (let i = 0; i < n; i++) r = { j: 3, k: r.j }; return r.k;',
    (n) => (n < 1n ? 1n : n < 2n ? n : 3n),
  ],
  ['let r = { k: n, j: n }; for (let i = 0; i < n; i++) r = { j: 3, k: 2 }; return r.k;', (n) => (n < 1n ? 0n : 2n)],
  [
    'let p: Phase = "open"; if (n > 3) p = "closed"; this.phase = p; return this.phase === "open" ? 1 : 2;',
    (n) => (n > 3n ? 2n : 1n),
  ],
];

for (const [body, of] of twins)
  test(body, () => {
    const program_ = compiled(program(body));
    for (const n of [0n, 1n, 2n, 5n])
      assert.deepEqual(run(program_, 'run', { args: [n], state: deployed(program_) }).results, [of(n)], String(n));
  });

test('under a secret condition too', () => {
  const of = compiled(
    program('let r = { k: 1, j: n }; if (n > 3) r = { j: 9, k: 2 }; return reveal(r.k, "k");', 'n: Secret<u32>'),
  );
  assert.deepEqual(
    [5n, 3n].map((n) => run(of, 'run', { args: [n] }).results),
    [[2n], [1n]],
  );
});

test('what exists only while compiling is not chosen: texts without a type, maps, numbers of no width in a loop', () => {
  for (const [body, code] of [
    ['const t = n > 3 ? "open" : "closed"; this.phase = t; return 1;', 'E-TYPE'],
    ['const m = n > 3 ? this.a : this.b; m.set(1, 2); return 1;', 'E-SUBSET'],
    ['let m = this.a; if (n > 3) m = this.b; m.set(1, 2); return 1;', 'E-SUBSET'],
    ['let m = this.a; if (n > 3) { m = this.b; emit("X", { n }); } m.set(1, 2); return 1;', 'E-SUBSET'],
    ['let m = this.a; for (let i = 0; i < n; i++) m = this.b; m.set(1, 2); return 1;', 'E-SUBSET'],
    ['let r = { k: 1 }; for (let i = 0; i < n; i++) r = { k: 2 }; return r.k;', 'E-TYPE'],
  ] as const)
    assert.deepEqual(codes(program(body)), [code], body);
});

test('the names of a function end with it: a loop around its next call carries nothing of them', () => {
  const of = compiled(
    contract(
      '',
      `  private twice(x: u32): u32 { let r = { k: 1 }; if (x > 3) r = { k: 2 }; return r.k; }
  run(n: u32): u32 { let sum: u32 = this.twice(n); for (let i = 0; i < n; i++) sum += this.twice(i); return sum; }`,
    ),
  );
  assert.deepEqual(run(of, 'run', { args: [6n] }).results, [10n]);
});

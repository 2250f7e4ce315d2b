// Loops that a public condition ends: each against the same loop in JavaScript.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codes, compiled, contract, deployed, run, said } from './support/run.ts';

test('the steps of a sequence until it meets one, and no more than the loop says', () => {
  const of = compiled(
    contract(
      '',
      `steps(start: u32): u32 {
        let x: u32 = start;
        let count: u32 = 0;
        for (let k = 0; k < 100 && x !== 1; k++) {
          if (x % 2 === 0) x = x / 2;
          else x = 3 * x + 1;
          count++;
        }
        return count;
      }`,
    ),
  );
  for (const start of [1n, 2n, 7n, 27n, 97n]) {
    let [x, count] = [start, 0n];
    for (; count < 100n && x !== 1n; count++) x = x % 2n === 0n ? x / 2n : 3n * x + 1n;
    assert.deepEqual(run(of, 'steps', { args: [start] }).results, [count]);
  }
});

test('the condition may name the counter, fields and helpers; behind its maximum it is not looked at', () => {
  const of = compiled(
    contract(
      '  private going: bool = true; private rounds: u8 = 0;',
      `place(limit: u8): u8 {
        const xs: u8[] = [3, 5, 9, 200, 4];
        let at: u8 = 0;
        for (let k = 0; k < 5 && xs[k] < limit; k++) at = k + 1;
        return at;
      }
      strides(limit: u8): u8 {
        let sum: u8 = 0;
        for (let k = 2; k <= 9 && sum < limit; k += 3) sum += k;
        return sum;
      }
      private below(x: u8): bool { return x < 4; }
      stops(at: u8): u8 {
        this.going = true;
        this.rounds = 0;
        for (let k = 0; k < 200 && this.going && this.below(this.rounds); k++) {
          this.rounds++;
          if (this.rounds === at) this.going = false;
        }
        return this.rounds;
      }
      nested(n: u8): u8 {
        let sum: u8 = 0;
        for (let i = 0; i < 4 && i < n; i++) for (let k = 0; k < 3 && k !== i; k++) sum++;
        return sum;
      }`,
    ),
  );
  assert.deepEqual(
    [0n, 4n, 100n, 255n].map((limit) => run(of, 'place', { args: [limit] }).results[0]),
    [0n, 1n, 3n, 5n],
  );
  assert.deepEqual(
    [0n, 2n, 3n, 7n, 8n, 50n].map((limit) => run(of, 'strides', { args: [limit] }).results[0]),
    [0n, 2n, 7n, 7n, 15n, 15n],
  );
  assert.deepEqual(
    [1n, 3n, 9n].map((at) => run(of, 'stops', { args: [at] }).results[0]),
    [1n, 3n, 4n],
  );
  assert.deepEqual(
    [0n, 1n, 2n, 3n, 4n, 9n].map((n) => run(of, 'nested', { args: [n] }).results[0]),
    [0n, 0n, 1n, 3n, 6n, 6n],
  );
});

test('a bound is read once, so nothing that it reads may change: what it names, what its functions read, maps, parts of records and arrays', () => {
  const bound = (end: string, body: string, fields = '  n: u32 = 3; a: u32[] = [3, 1]; m = map<u32, u32>();'): string =>
    contract(
      fields,
      `  private end(): u32 { return this.n; }
      private deep(): u32 { return this.end() + 1; }
      run() { let r = { n: 3 }; const v: u32[] = [3, 1]; let w: u32[] = [3]; for (let i = 0; i < ${end}; i++) { ${body} } }`,
    );
  const changing: readonly (readonly [end: string, body: string, name: string])[] = [
    ['this.n', 'this.n++;', 'n'],
    ['this.end()', 'this.n++;', 'n'],
    ['this.deep() + 2', 'this.n = 3;', 'n'],
    ['r.n', 'r.n += 1;', 'r'],
    ['v[0]', 'v[0] += 1;', 'v'],
    ['this.a[0]', 'this.a[0] += 1;', 'a'],
    ['this.a.length', 'this.a.push(1);', 'a'],
    ['w.length', 'w = zeros<u32>(5);', 'w'],
    ['this.m.size', 'this.m.set(i, 1);', 'm'],
    ['this.m.get(0)', 'this.m.delete(0);', 'm'],
  ];
  for (const [end, body, name] of changing)
    assert.match(said(bound(end, body)).join(), new RegExp(`E-BOUND The loop changes \`${name}\``), end);
  const component = 'class K { n: u32 = 2; grow() { for (let i = 0; i < this.n; i++) this.n++; } }';
  assert.deepEqual(codes(`${component}\n${contract('  k = new K();', 'run() { this.k.grow(); }')}`), ['E-BOUND']);
  for (const [end, body] of [
    ['this.a.length', 'this.a[i] += 1;'],
    ['v.length', 'v[i] += 1;'],
    ['this.end()', 'this.a[0] += 1;'],
    ['this.m.size', 'this.n += 1;'],
  ] as const)
    assert.deepEqual(codes(bound(end, body)), [], end);
});

test('secrets are carried from round to round, and a revealed value may end the loop', () => {
  const source = contract(
    "  static readonly openMode = 'beforeSettle'; private secret: Secret<u8> = 7; private sum: Secret<u32> = 0;",
    `add(x: Secret<u8>, n: u8) {
      for (let k = 0; k < 20 && k < n; k++) this.sum = wrapping(this.sum + x);
    }
    total(): u32 { return reveal(this.sum, 'the sum'); }
    tries(): u8 {
      let tries: u8 = 0;
      let found: bool = false;
      for (let k = 0; k < 20 && !found; k++) {
        found = reveal(this.secret === k, 'whether it was this one');
        tries++;
      }
      return tries;
    }`,
  );
  const of = compiled(source);
  const { state } = run(of, 'add', { args: [9n, 6n], state: deployed(of) });
  assert.deepEqual(run(of, 'total', { state }).results, [54n]);
  assert.deepEqual(run(of, 'tries', { state }).results, [8n]);
  // Sent before settlement is what ends the loop: so it must say that it opens then.
  assert.ok(codes(source.replace("static readonly openMode = 'beforeSettle';", '')).includes('E-OPENMODE'));
});

test('what such a loop may not be: ended by a secret, without a number, in a branch that a secret decides with effects', () => {
  const f = (body: string): string => contract('', `f(x: Secret<u8>, n: u32) { let s: u8 = 0; ${body} }`);
  assert.deepEqual(codes(f('for (let k = 0; k < 9 && k < x; k++) s++;')), ['E-SHAPE']);
  assert.deepEqual(codes(f('for (let k = 0; k < n && s < 3; k++) s++;')), ['E-BOUND']);
  assert.deepEqual(codes(f('for (let k = 0; k < 9 && s < 3; k++) k = 3;')), ['E-SUBSET']);
  assert.match(said(f('while (s < 3) s++;')).join(), /k < 64 && condition/);
});

test('a range that a loop carries is held against what a round then moves: no secret difference below zero slips through', () => {
  const spent = (fees: string, from: string, least = 'u32'): string =>
    contract(
      '',
      `f(): ${least} { const fees: u32[] = [${fees}]; let t: Secret<u32> = ${from}; for (const fee of fees) t = t - fee; return reveal(t, 'what is left'); }`,
    );
  assert.deepEqual(codes(spent('60, 70, 80', '100')), ['E-UNDERFLOW']);
  assert.deepEqual(codes(spent('30, 31, 40', '100')), ['E-UNDERFLOW']);
  assert.deepEqual(run(compiled(spent('10, 10, 10', '100')), 'f').results, [70n]);
  assert.deepEqual(run(compiled(spent('20, 30, 33', '99')), 'f').results, [16n]);
  // What one value may lose hangs on another that grows, and that one stops growing only where a third says so.
  const chained = (rounds: number): string =>
    contract(
      '',
      `f(): u32 {
        let left: Secret<u32> = 30; let step: Secret<u32> = 0;
        for (let k = 0; k < ${rounds}; k++) { left = left - step; step = step + 5; }
        return reveal(left, 'what is left');
      }`,
    );
  assert.deepEqual(codes(chained(5)), ['E-UNDERFLOW']);
  assert.deepEqual(run(compiled(chained(2)), 'f').results, [25n]);
  // An array, and a loop inside a loop.
  const nested = (fee: number): string =>
    contract(
      '',
      `f(): u32 {
        const a: Secret<u32>[] = [100, 100];
        for (let i = 0; i < 2; i++) for (let k = 0; k < 5; k++) a[i] = a[i] - ${fee};
        return reveal(a[1], 'what is left');
      }`,
    );
  assert.deepEqual(codes(nested(11)), ['E-UNDERFLOW']);
  assert.deepEqual(codes(nested(21)), ['E-UNDERFLOW']);
});

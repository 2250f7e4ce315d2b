// State that lives across calls, signed integers, arguments and results, each against the same computation in JavaScript.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { evaluate, functionNamed, initialState, secret, vector, type Value } from '@enigma/bytecode';
import { codes, compiled, contract, deployed, run } from './support/run.ts';

const word = fc.bigInt(0n, 0xffff_ffff_ffff_ffffn);

test('signed integers: comparisons, wrap in two\u2019s complement, negation, choices between them', () => {
  const of = compiled(
    contract(
      '',
      `  run(x: Secret<i32>, y: Secret<i8>, k: i16): { less: bool; sum: i32; product: i32; most: i32; sign: i8; wide: i64; low: u8 } {
    const sign = x < 0 ? -1 : x === 0 ? 0 : 1;
    return {
      less: reveal(x < y, "less"), sum: reveal(wrapping(x + y - k), "sum"), product: reveal(wrapping(x * y), "product"),
      most: reveal(max(x, min(y, 5)), "most"), sign: reveal(sign, "sign"), wide: reveal(i64(x) * y - 7, "wide"), low: reveal(u8(y), "low bits"),
    };
  }`,
    ),
  );
  const int = (bits: bigint): fc.Arbitrary<bigint> =>
    fc.oneof(fc.bigInt(-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n), fc.bigInt(-3n, 3n));
  fc.assert(
    fc.property(int(32n), int(8n), int(16n), (x, y, k) => {
      const five = y < 5n ? y : 5n;
      assert.deepEqual(run(of, 'run', { args: [x, y, k] }).results, [
        x < y ? 1n : 0n,
        BigInt.asIntN(32, x + y - k),
        BigInt.asIntN(32, x * y),
        x > five ? x : five,
        x < 0n ? -1n : x === 0n ? 0n : 1n,
        x * y - 7n,
        BigInt.asUintN(8, y),
      ]);
    }),
    { numRuns: 200, seed: 1 },
  );
});

test('a map of secrets by address: set under a secret condition, iterate, delete', () => {
  const of = compiled(
    contract(
      '  kept = map<Address, Secret<u64>>();',
      `  set(who: Address, x: Secret<u64>) { this.kept.set(who, x); }
  maybe(who: Address, x: Secret<u64>) { if (x > 100) this.kept.set(who, x); else if (x === 7) this.kept.set(who, wrapping(this.kept.get(who) + 1)); }
  cap(most: Secret<u64>) { for (const [who, x] of this.kept) if (x > most) this.kept.set(who, most); }
  drop(who: Address) { require(this.kept.has(who), "unknown"); this.kept.delete(who); }
  total(): { sum: u64; size: u32 } { let sum: u64 = 0; for (const who of this.kept.keys()) sum = wrapping(sum + this.kept.get(who)); return { sum: reveal(sum, "sum"), size: this.kept.size }; }`,
    ),
  );
  assert.deepEqual(of.warnings, []);
  const step = fc.record({
    op: fc.constantFrom('set', 'maybe', 'cap', 'drop'),
    who: fc.bigInt(0n, 3n),
    x: fc.oneof(fc.bigInt(0n, 200n), fc.constant(7n)),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 16 }), (steps) => {
      const twin = new Map<bigint, bigint>();
      let state: readonly Value<bigint>[] = deployed(of);
      for (const { op, who, x } of steps) {
        const ran = run(of, op, { args: op === 'cap' ? [x] : op === 'drop' ? [who] : [who, x], state });
        assert.equal(ran.status, op === 'drop' && !twin.has(who) ? 'revert' : 'ok');
        state = ran.state;
        if (op === 'set') twin.set(who, x);
        // The key is there either way.
        if (op === 'maybe') twin.set(who, x > 100n ? x : (twin.get(who) ?? 0n) + (x === 7n ? 1n : 0n));
        if (op === 'cap') for (const [key, value] of twin) if (value > x) twin.set(key, x);
        if (op === 'drop') twin.delete(who);
        const sum = [...twin.values()].reduce((a, b) => a + b, 0n);
        assert.deepEqual(run(of, 'total', { state }).results, [sum, BigInt(twin.size)]);
      }
    }),
    { numRuns: 60, seed: 2 },
  );
});

test('growing arrays of records: push, write a member under a secret condition, argmax that carries who', () => {
  const of = compiled(
    `type Row = { who: Address; x: Secret<u64> };
export class C extends Contract {
  rows: Row[] = [];
  add(x: Secret<u64>) { this.rows.push({ who: this.ctx.sender, x }); }
  cap(most: Secret<u64>) { for (let i = 0; i < this.rows.length; i++) if (this.rows[i].x > most) this.rows[i].x = most; }
  undo() { this.rows.pop(); }
  best(): { who: Address; x: u64; at: u32 } {
    let best: Secret<{ who: Address; x: u64; at: u32 }> = { who: NOBODY, x: 0, at: 0 };
    let i: u32 = 0;
    for (const row of this.rows) { if (row.x > best.x) best = { ...row, at: i }; i++; }
    return { who: reveal(best.who, "who"), x: reveal(best.x, "x"), at: reveal(best.at, "where") };
  }
}`,
  );
  assert.deepEqual(of.warnings, []);
  const step = fc.record({
    op: fc.constantFrom('add', 'add', 'cap', 'undo'),
    sender: fc.bigInt(1n, 9n),
    x: fc.bigInt(0n, 20n),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let state: readonly Value<bigint>[] = deployed(of);
      let rows: { who: bigint; x: bigint }[] = [];
      for (const { op, sender, x } of steps) {
        const ran = run(of, op, { args: op === 'undo' ? [] : [x], state, sender });
        if (op === 'undo' && rows.length === 0) {
          assert.equal(ran.status, 'revert');
          continue;
        }
        state = ran.state;
        if (op === 'add') rows.push({ who: sender, x });
        if (op === 'cap') rows = rows.map((row) => ({ ...row, x: row.x > x ? x : row.x }));
        if (op === 'undo') rows.pop();
        const at = rows.findIndex((row) => row.x > 0n && rows.every((other) => other.x <= row.x));
        const found = rows[at] ?? { who: 0n, x: 0n };
        assert.deepEqual(run(of, 'best', { state }).results, [found.who, found.x, at < 0 ? 0n : BigInt(at)]);
      }
    }),
    { numRuns: 60, seed: 3 },
  );
});

test('arguments: records, fixed arrays, narrow ranges that are refused by their index', () => {
  const of = compiled(
    contract(
      '',
      `  run(n: u8, pair: { a: Secret<u8>; b: Secret<Range<0, 9>> }, row: FixedArray<Secret<Range<0, 20>>, 3>, list: u16[]): u64 {
    let sum: u64 = 0;
    for (const x of row) sum += x;
    for (const x of list) sum += x;
    row[0] = pair.b;
    return reveal(sum + pair.a + row[0] + n, "sum");
  }`,
    ),
  );
  const fn = functionNamed(of.verified, 'run');
  const context = { sender: 1n, self: 2n, height: 3n, time: 4n, value: 0n, seats: 4, threshold: 1 };
  const ending = (b: bigint, third: bigint): unknown => {
    const pair: Value<bigint> = { kind: 'record', members: [secret(200n), secret(b)] };
    const row = vector([1n, 2n, third].map((x) => secret(x)));
    const { outcome } = evaluate(of.verified, fn, {
      args: [5n, pair, row, vector([60_000n])],
      state: initialState(of.verified),
      context,
    });
    return outcome.status === 'ok' ? outcome.results[0] : outcome;
  };
  assert.deepEqual(ending(9n, 20n), secret(1n + 2n + 20n + 60_000n + 200n + 9n + 5n));
  assert.deepEqual(ending(10n, 20n), { status: 'badInput', argument: 1 });
  assert.deepEqual(ending(9n, 21n), { status: 'badInput', argument: 2 });
  assert.deepEqual(
    of.abi.functions.find(({ name }) => name === 'run')?.params.map(({ secret: sealed }) => sealed),
    [false, true, true, false],
  );
});

test('choices of texts, time, events, views', () => {
  const of = compiled(
    `type Phase = 'open' | 'closed' | 'done';
export class C extends Contract {
  phase: Phase = 'closed'; since: u64 = 0; by = map<Address, Phase>();
  move(to: Phase) { require(this.phase !== to, "same"); this.phase = to; this.since = this.block.time; this.by.set(this.ctx.sender, to); emit("Moved", { to, when: this.block.time }); }
  @view isOpen(): bool { return this.phase === 'open'; }
}`,
  );
  const state = deployed(of);
  assert.deepEqual(run(of, 'isOpen', { state }).results, [0n]);
  const moved = run(of, 'move', { args: [0n], state });
  assert.deepEqual(run(of, 'isOpen', { state: moved.state }).results, [1n]);
  assert.equal(run(of, 'move', { args: [0n], state: moved.state }).status, 'revert');
  assert.equal(of.abi.functions.find(({ name }) => name === 'isOpen')?.kind, 'view');
});

test('writes behind an early return under a secret condition, in loops and in both branches of another', () => {
  const of = compiled(
    contract(
      '  kept = map<u8, Secret<u64>>(); list: Secret<u64>[] = [];',
      `  start(n: u8) { for (let i = 0; i < n; i++) this.list.push(0); }
  run(x: Secret<u64>, n: u8): Secret<u64> {
    if (x === 0) return x;
    this.kept.set(n, x);
    for (let i = 0; i < this.list.length; i++) {
      if (x > 10) { if (x > 20) this.list[i] = x; else this.list[i] = 1; }
      else if (x > 5 || x === 3) this.list[i] = 2;
    }
    return x;
  }
  all(): { sum: u64; kept: u64 } { let sum: u64 = 0; for (const y of this.list) sum = wrapping(sum + y); return { sum: reveal(sum, "sum"), kept: reveal(this.kept.get(1), "kept") }; }`,
    ),
  );
  for (const x of [0n, 1n, 3n, 5n, 6n, 10n, 11n, 20n, 21n, 1n << 40n]) {
    const started = run(of, 'start', { args: [3n], state: deployed(of) });
    const ran = run(of, 'run', { args: [x, 1n], state: started.state });
    const each = x > 20n ? x : x > 10n ? 1n : x > 5n || x === 3n ? 2n : 0n;
    assert.deepEqual(run(of, 'all', { state: ran.state }).results, [3n * each, x]);
  }
});

const plainMap = '  salary = map<Address, Secret<u64>>();';

test('P02: a condition on a secret balance does not stop the task', () => {
  assert.deepEqual(
    codes(
      contract(
        plainMap,
        '  take(amount: Secret<u64>) { require(this.salary.get(this.ctx.sender) >= amount, "too little"); }',
      ),
    ),
    ['E-ABORT'],
  );
});

test('P04: an entry of a plain map is not given to whoever asks; with a reason it is, and the report says so', () => {
  assert.deepEqual(codes(contract(plainMap, '  salaryOf(w: Address) { return this.salary.get(w); }')), ['E-READER']);
  const of = compiled(
    contract(plainMap, '  mine(): Secret<u64> { return toCaller(this.salary.get(this.ctx.sender), "your salary"); }'),
  );
  assert.deepEqual(of.verified.module.releases, [{ kind: 'return', reason: 'your salary' }]);
});

test('P11: a secret condition may decide a map\u2019s value, and not whether an array grows or a key goes', () => {
  assert.deepEqual(
    codes(contract(plainMap, '  set(x: Secret<u64>, k: Address) { if (x > 5) this.salary.set(k, 1); }')),
    [],
  );
  assert.deepEqual(
    codes(contract(plainMap, '  set(x: Secret<u64>, k: Address) { if (x > 5) this.salary.delete(k); }')),
    ['E-SHAPE'],
  );
  assert.deepEqual(
    codes(contract('  list: Secret<u64>[] = [];', '  add(x: Secret<u64>) { if (x > 5) this.list.push(x); }')),
    ['E-SHAPE'],
  );
  assert.deepEqual(
    codes(contract('  open = map<u64, u64>();', '  set(x: Secret<u64>) { if (x > 5) this.open.set(1, 1); }')),
    ['E-FLOW'],
  );
});

test('a second name for a record of the state is refused, a copy is not', () => {
  const bid = 'type Bid = { who: Address; x: u64 };\n';
  const of = (body: string): readonly string[] =>
    codes(
      bid + contract('  best: Secret<Bid> = { who: NOBODY, x: 0 }; last: Secret<Bid> = { who: NOBODY, x: 0 };', body),
    );
  assert.deepEqual(of('  run() { this.last = this.best; }'), ['E-ALIAS']);
  assert.deepEqual(of('  run() { this.last = { ...this.best }; }'), []);
});

test('a length read once bounds every index until the array may have changed', () => {
  const body = (before: string): string =>
    contract(
      '  list: Secret<u64>[] = []; n: u32 = 0;',
      `  run(x: Secret<u64>) { const n = this.list.length; ${before} for (let i = 0; i < n; i++) if (x > 3) this.list[i] = x; }`,
    );
  assert.deepEqual(codes(body('')), []);
  assert.deepEqual(codes(body('this.list.push(x);')), ['E-ABORT']);
  assert.deepEqual(codes(body('if (this.n > 3) this.list.pop();')), ['E-ABORT']);
  assert.deepEqual(codes(body('for (let k = 0; k < this.n; k++) this.list.pop();')), ['E-ABORT']);
});

test('sums of sixty-four bits wrap as they say', () => {
  const of = compiled(
    contract(
      '  t: Secret<u64> = 0;',
      '  add(x: Secret<u64>): u64 { this.t = wrapping(this.t + x); return reveal(this.t, "t"); }',
    ),
  );
  fc.assert(
    fc.property(word, word, (a, b) => {
      const first = run(of, 'add', { args: [a], state: deployed(of) });
      assert.deepEqual(run(of, 'add', { args: [b], state: first.state }).results, [BigInt.asUintN(64, a + b)]);
    }),
    { numRuns: 50, seed: 9 },
  );
});

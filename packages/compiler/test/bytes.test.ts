// Bytes and other arrays whose length their type says: written out, kept, compared, chosen, joined, opened, and as keys of maps.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secret, vector, type Value } from '@enigma/bytecode';
import { codes, compiled, contract, deployed, run } from './support/run.ts';

const bytes = (...of: readonly number[]): Value<bigint> => vector(of.map(BigInt));
const sealed = (...of: readonly number[]): Value<bigint> => vector(of.map((byte) => secret(BigInt(byte))));
const big = (...of: readonly number[]): readonly bigint[] => of.map(BigInt);

test('they are kept, written in part, given back, and their number is part of the type', () => {
  const of = compiled(
    contract(
      "  code: Bytes<3> = hex('c0FFee'); pair: { word: Bytes<2>; n: u8 } = { word: [1, 2], n: 3 }; rows: Bytes<2>[] = [];",
      `  put(x: Bytes<3>, at: u8, b: u8): Bytes<3> { this.code = [...x]; this.code[at] = b; return this.code; }
      now(): Bytes<3> { return this.code; }
      parts(x: Bytes<4>): Bytes<4> { return [...x.slice(2, 4), ...x.slice(0, 2)]; }
      part(x: Bytes<8>, at: u8): Bytes<3> { return x.slice(at, at + 3); }
      turned(x: Bytes<4>): Bytes<4> { return x.map((b, i) => x[3 - i]); }
      rolled(n: u8): Bytes<3> { let k: Bytes<3> = zeros<u8>(3); for (let i = 0; i < n; i++) k = [k[1], k[2], i + 1]; return k; }
      row(x: Bytes<2>): u8 { this.rows.push(x); this.pair.word[0] = this.rows[0][1]; return this.pair.word[0]; }
      private total(xs: u8[]): u8 { let s: u8 = 0; for (const x of xs) s += x; return s; }
      sum(x: Bytes<3>): u8 { return this.total(x); }`,
    ),
  );
  const state = deployed(of);
  assert.deepEqual(run(of, 'now', { state }).results, [big(0xc0, 0xff, 0xee)]);
  assert.deepEqual(run(of, 'put', { state, args: [bytes(7, 8, 9), 1n, 200n] }).results, [big(7, 200, 9)]);
  assert.equal(run(of, 'put', { state, args: [bytes(7, 8, 9), 3n, 200n] }).status, 'revert');
  assert.deepEqual(run(of, 'parts', { state, args: [bytes(1, 2, 3, 4)] }).results, [big(3, 4, 1, 2)]);
  assert.deepEqual(run(of, 'part', { state, args: [bytes(1, 2, 3, 4, 5, 6, 7, 8), 4n] }).results, [big(5, 6, 7)]);
  assert.equal(run(of, 'part', { state, args: [bytes(1, 2, 3, 4, 5, 6, 7, 8), 6n] }).status, 'revert');
  assert.deepEqual(run(of, 'turned', { state, args: [bytes(1, 2, 3, 4)] }).results, [big(4, 3, 2, 1)]);
  assert.deepEqual(run(of, 'rolled', { state, args: [5n] }).results, [big(3, 4, 5)]);
  assert.deepEqual(run(of, 'row', { state, args: [bytes(9, 6)] }).results, [6n]);
  assert.deepEqual(run(of, 'sum', { state, args: [bytes(9, 6, 5)] }).results, [20n]);
});

test('`===` compares all of them, `equal` any arrays of one length', () => {
  const of = compiled(
    contract(
      "  private code: Secret<Bytes<3>> = hex('c0ffee'); list: u32[] = [1, 2];",
      `  guess(x: Secret<Bytes<3>>): bool { return reveal(x === this.code, 'whether it is the code'); }
      other(x: Secret<Bytes<3>>): bool { return reveal(x !== this.code, 'whether it is not'); }
      open(x: Bytes<2>): bool { return x === hex('0102') || equal(x, [3, 4]); }
      same(x: u32[]): bool { return equal(x, this.list); }`,
    ),
  );
  const state = deployed(of);
  for (const [guess, right] of [
    [[0xc0, 0xff, 0xee], 1n],
    [[0xc0, 0xff, 0xef], 0n],
    [[0x40, 0xff, 0xee], 0n],
    [[0, 0, 0], 0n],
  ] as const) {
    assert.deepEqual(run(of, 'guess', { state, args: [sealed(...guess)] }).results, [right]);
    assert.deepEqual(run(of, 'other', { state, args: [sealed(...guess)] }).results, [1n - right]);
  }
  assert.deepEqual(
    [bytes(1, 2), bytes(3, 4), bytes(1, 4)].map((x) => run(of, 'open', { state, args: [x] }).results[0]),
    [1n, 1n, 0n],
  );
  assert.deepEqual(
    [bytes(1, 2), bytes(2, 2)].map((x) => run(of, 'same', { state, args: [x] }).results[0]),
    [1n, 0n],
  );
  // Lengths are public; arrays of another one are a mistake that ends the task.
  assert.equal(run(of, 'same', { state, args: [bytes(1)] }).status, 'revert');
});

test('a secret condition chooses byte by byte, in a field, a local and an element', () => {
  const of = compiled(
    contract(
      "  private code: Secret<Bytes<3>> = hex('010203');",
      `  move(c: Secret<u8>, x: Secret<Bytes<3>>): { kept: Bytes<3>; chosen: Bytes<3> } {
        let local = [...x];
        if (c > 3) { this.code = [...x]; local[0] = 9; } else { this.code[1] = c; if (c === 2) this.code = hex('0a0b0c'); local = [7, 7, 7]; }
        return { kept: reveal(this.code, 'kept'), chosen: reveal(c > 5 ? [...local] : [...this.code], 'chosen') };
      }`,
    ),
  );
  const state = deployed(of);
  const moved = (c: bigint): readonly unknown[] =>
    run(of, 'move', { state, args: [secret(c), sealed(4, 5, 6)] }).results;
  assert.deepEqual(moved(9n), [big(4, 5, 6), big(9, 5, 6)]);
  assert.deepEqual(moved(4n), [big(4, 5, 6), big(4, 5, 6)]);
  assert.deepEqual(moved(1n), [big(1, 1, 3), big(1, 1, 3)]);
  assert.deepEqual(moved(2n), [big(10, 11, 12), big(10, 11, 12)]);
});

test('public bytes are keys of maps, told apart by all of them', () => {
  const of = compiled(
    contract(
      '  counts = map<Bytes<4>, u32>(); votes = map<Bytes<2>, KeyedMap<Bytes<2>, u32>>();',
      `  count(key: Bytes<4>): u32 { this.counts.set(key, this.counts.get(key) + 1); return this.counts.get(key); }
      drop(key: Bytes<4>): u32 { this.counts.delete(key); return this.counts.size; }
      all(): u32 { let s: u32 = 0; for (const [key, n] of this.counts) s = s * 100 + u32(key[3]) * 10 + n; return s; }
      vote(a: Bytes<2>, b: Bytes<2>): u32 { this.votes.get(a).set(b, this.votes.get(a).get(b) + 1); return this.votes.get(a).get(b); }`,
    ),
  );
  let state = deployed(of);
  const call = (name: string, ...args: readonly Value<bigint>[]): unknown => {
    const ran = run(of, name, { state, args });
    assert.equal(ran.status, 'ok');
    ({ state } = ran);
    return ran.results[0];
  };
  assert.equal(call('count', bytes(1, 2, 3, 4)), 1n);
  assert.equal(call('count', bytes(1, 2, 3, 5)), 1n);
  assert.equal(call('count', bytes(12, 3, 0, 4)), 1n);
  assert.equal(call('count', bytes(1, 2, 3, 4)), 2n);
  assert.equal(call('all'), 425141n);
  assert.equal(call('drop', bytes(1, 2, 3, 5)), 2n);
  assert.equal(call('drop', bytes(9, 9, 9, 9)), 2n);
  assert.equal(call('vote', bytes(1, 11), bytes(1, 1)), 1n);
  assert.equal(call('vote', bytes(1, 1), bytes(11, 1)), 1n);
  assert.equal(call('vote', bytes(1, 11), bytes(1, 1)), 2n);
});

test('what is refused: other numbers of bytes, digits that are none, `===` of other arrays, keys that are secret or too long', () => {
  const f = (body: string, fields = ''): string =>
    contract(fields, `  f(x: Bytes<3>, xs: u8[], s: Secret<Bytes<3>>) { ${body} }`);
  assert.deepEqual(codes(f("const k = x === hex('c0ff');")), ['E-TYPE']);
  assert.deepEqual(codes(f('const k: Bytes<3> = [1, 2];')), ['E-TYPE']);
  assert.deepEqual(codes(f('const k: Bytes<3> = [...xs];')), ['E-TYPE']);
  assert.deepEqual(codes(f('const k = xs === xs;')), ['E-TYPE']);
  assert.deepEqual(codes(f("const k = equal(x, hex('00'));")), ['E-TYPE']);
  assert.deepEqual(codes(f('this.m.set(s, 1);', '  m = map<Bytes<3>, u8>();')), ['E-SHAPE']);
  assert.deepEqual(codes(f('', '  m = map<Bytes<33>, u8>();')), ['E-SHAPE']);
  assert.deepEqual(codes(f('', '  m = map<FixedArray<u16, 3>, u8>();')), ['E-SHAPE']);
  assert.deepEqual(codes(f('this.k = x;', '  k: Bytes<3> = zeros<u8>(3);')), ['E-ALIAS']);
  assert.deepEqual(codes(f('if (s[0] > 3) this.k = [...x];', '  k: Bytes<3> = zeros<u8>(3);')), ['E-FLOW']);
});

// What whole vectors mean in the plain evaluator, on values in the clear: empty ones, of one element and of several, inside and outside.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  moduleBuilder,
  opcodes,
  plainValue,
  record,
  scalarRefs,
  secret,
  trapCodes,
  vector,
  verifyModule,
  type BuiltValue,
  type Label,
  type ModuleBuilder,
  type RegionBuilder,
  type TypeRef,
  type Value,
  type Verified,
} from '@enigma/bytecode';
import { run, verified } from './support/run.ts';

const { bool, u8, u16, u32, i8 } = scalarRefs;

/** A value as arrays and bigints. */
function flat(value: Value<never>): unknown {
  if (typeof value === 'bigint') return value;
  if (value.kind === 'secret') throw new Error('nothing secret is read');
  return value.kind === 'vector' ? value.elements.map(flat) : value.members.map(flat);
}

interface Given {
  readonly type: TypeRef;
  readonly label: Label;
  readonly value: Value<bigint>;
}

const bytes = (values: readonly bigint[]): Value<bigint> => vector(values);
const hidden = (values: readonly bigint[]): Value<bigint> => vector(values.map((value) => secret(value)));

/** What one function gives for these fields, as bigints and arrays, or the code of its end. A secret result is revealed. */
function given(
  build: (m: ModuleBuilder) => {
    readonly fields: readonly Given[];
    readonly result: TypeRef;
    readonly secret: boolean;
  },
  body: (r: RegionBuilder, fields: readonly BuiltValue[], m: ModuleBuilder) => BuiltValue,
): unknown {
  const m = moduleBuilder();
  const { fields, result, secret: isSecret } = build(m);
  const handles = fields.map(({ type, label }, i) => m.field(`f${i}`, 'state', type, label));
  const site = isSecret ? m.release('reveal', 'what came of it') : undefined;
  m.function({ name: 'f', kind: 'call', results: [{ type: result, label: 'p' }] }, (r) => {
    const value = body(
      r,
      handles.map((handle) => r.get(handle)),
      m,
    );
    return [site ? r.reveal(site, value) : value];
  });
  const module: Verified = verified(m.finish());
  const { outcome } = run(module, 'f', { state: fields.map(({ value }) => value) });
  if (outcome.status === 'revert') return outcome.code;
  assert.equal(outcome.status, 'ok');
  return outcome.status === 'ok' ? flat(plainValue(module, result, outcome.results[0]!)) : undefined;
}

test('slice: so many elements from a place on, and the end of the task where one is missing', () => {
  const slice = (values: readonly bigint[], start: bigint, count: bigint, label: Label = 's'): unknown =>
    given(
      (m) => ({
        fields: [
          { type: m.vectorType(u8), label, value: label === 's' ? hidden(values) : bytes(values) },
          { type: u32, label: 'p', value: start },
          { type: u32, label: 'p', value: count },
        ],
        result: m.vectorType(u8),
        secret: label === 's',
      }),
      (r, fields, m) => r.emit('slice', fields, [m.vectorType(u8)]),
    );
  assert.deepEqual(slice([1n, 2n, 3n], 1n, 2n), [2n, 3n]);
  assert.deepEqual(slice([1n, 2n, 3n], 0n, 3n, 'p'), [1n, 2n, 3n]);
  assert.deepEqual(slice([1n, 2n, 3n], 3n, 0n), []);
  assert.deepEqual(slice([], 0n, 0n), []);
  assert.equal(slice([1n, 2n, 3n], 2n, 2n), trapCodes.index);
  assert.equal(slice([1n, 2n, 3n], 4n, 0n), trapCodes.index);
  assert.equal(slice([1n, 2n, 3n], 0xffff_ffffn, 1n), trapCodes.index);
  assert.equal(slice([], 0n, 0xffff_ffffn), trapCodes.length);
});

test('concat: one behind the other, public beside secret, and nothing of nothing', () => {
  const joined = given(
    (m) => ({
      fields: [
        { type: m.vectorType(u8), label: 's', value: hidden([1n, 2n]) },
        { type: m.vectorType(u8), label: 'p', value: bytes([]) },
        { type: m.vectorType(u8), label: 'p', value: bytes([3n]) },
      ],
      result: m.vectorType(u8),
      secret: true,
    }),
    (r, fields, m) => r.emit('concat', [...fields, fields[0]!], [m.vectorType(u8)]),
  );
  assert.deepEqual(joined, [1n, 2n, 3n, 1n, 2n]);
  const none = given(
    (m) => ({ fields: [], result: m.vectorType(u8), secret: false }),
    (r, _, m) => r.emit('concat', [], [m.vectorType(u8)]),
  );
  assert.deepEqual(none, []);
  const long = given(
    () => ({ fields: [], result: u32, secret: false }),
    (r, _, m) => {
      const half = r.fill(m.vectorType(u8), r.constant(u8, 1), r.constant(u32, (1 << 19) + 1));
      return r.emit('len', [r.emit('concat', [half, half], [m.vectorType(u8)])]);
    },
  );
  assert.equal(long, trapCodes.length);
});

test('gather: the elements at public places, as often as they are named', () => {
  const gather = (values: readonly bigint[], places: readonly bigint[]): unknown =>
    given(
      (m) => ({
        fields: [
          { type: m.vectorType(u8), label: 's', value: hidden(values) },
          { type: m.vectorType(u16), label: 'p', value: bytes(places) },
        ],
        result: m.vectorType(u8),
        secret: true,
      }),
      (r, fields, m) => r.emit('gather', fields, [m.vectorType(u8)]),
    );
  assert.deepEqual(gather([5n, 6n, 7n], [2n, 0n, 2n, 1n]), [7n, 5n, 7n, 6n]);
  assert.deepEqual(gather([5n], []), []);
  assert.deepEqual(gather([], []), []);
  assert.equal(gather([5n, 6n], [0n, 2n]), trapCodes.index);
  assert.equal(gather([], [0n]), trapCodes.index);
});

/** A place read and written, and the flags of an index: public and secret alike. */
function byIndex(values: readonly bigint[], index: bigint, label: Label): unknown {
  const indexType = u16;
  return given(
    (m) => ({
      fields: [
        {
          type: m.vectorType(pairOf(m)),
          label: 's',
          value: vector(values.map((value) => record([secret(value), secret(value & 1n)]))),
        },
        { type: indexType, label, value: label === 's' ? secret(index) : index },
      ],
      result: resultOf(m),
      secret: true,
    }),
    (r, [all, at], m) => {
      const written = r.emit('oput', [all!, at!, r.record(pairOf(m), [r.constant(u8, 99), r.constant(bool, 1)])]);
      const flags = r.emit('onehot', [at!, r.emit('len', [all!])], [m.vectorType(bool)]);
      return r.record(resultOf(m), [r.emit('oat', [all!, at!]), written, flags]);
    },
  );
}
const pairOf = (m: ModuleBuilder): TypeRef =>
  m.recordType([
    { name: 'n', type: u8 },
    { name: 'odd', type: bool },
  ]);
const resultOf = (m: ModuleBuilder): TypeRef =>
  m.recordType([
    { name: 'found', type: pairOf(m) },
    { name: 'written', type: m.vectorType(pairOf(m)) },
    { name: 'flags', type: m.vectorType(bool) },
  ]);

test('sort: in ascending order of keys with a sign, equal ones as they stood, whoever knows the keys; the end of the task where one is missing', () => {
  const sort = (values: readonly bigint[], keys: readonly bigint[], [of, by]: readonly [Label, Label]): unknown =>
    given(
      (m) => ({
        fields: [
          { type: m.vectorType(u8), label: of, value: of === 's' ? hidden(values) : bytes(values) },
          { type: m.vectorType(scalarRefs.i16), label: by, value: by === 's' ? hidden(keys) : bytes(keys) },
        ],
        result: m.vectorType(u8),
        secret: of === 's' || by === 's',
      }),
      (r, fields) => r.emit('sort', fields),
    );
  for (const labels of [
    ['s', 's'],
    ['p', 's'],
    ['s', 'p'],
    ['p', 'p'],
  ] as const) {
    assert.deepEqual(sort([1n, 2n, 3n, 4n, 5n], [7n, -1n, 7n, -300n, -1n], labels), [4n, 2n, 5n, 1n, 3n]);
    assert.deepEqual(sort([9n], [0n], labels), [9n]);
    assert.deepEqual(sort([], [], labels), []);
    assert.equal(sort([1n, 2n], [1n], labels), trapCodes.length);
  }
});

test('oat, oput, onehot: outside is the zero of the type, nothing written, no flag; whether everyone knows the index or nobody', () => {
  for (const label of ['s', 'p'] as const)
    for (const length of [0, 1, 3, 8, 9])
      for (const index of [0n, BigInt(length) - 1n, BigInt(length), 255n, 65_535n]) {
        if (index < 0n) continue;
        const values = Array.from({ length }, (_, k) => BigInt(k + 5));
        const pairs = values.map((value) => [value, value & 1n]);
        const inside = index < BigInt(length);
        assert.deepEqual(byIndex(values, index, label), [
          inside ? pairs[Number(index)] : [0n, 0n],
          inside ? pairs.with(Number(index), [99n, 1n]) : pairs,
          values.map((_, k) => (BigInt(k) === index ? 1n : 0n)),
        ]);
      }
});

test('a secret index makes a secret of what is read and of the whole that is written', () => {
  const m = moduleBuilder();
  const site = m.release('reveal', 'what came of it');
  m.function(
    {
      name: 'f',
      kind: 'call',
      params: [{ name: 'i', type: u8, label: 's' }],
      results: [u8, m.vectorType(u8)].map((type) => ({ type, label: 'p' as const })),
    },
    (r, [i]) => {
      const table = r.vector(m.vectorType(u8), [r.constant(u8, 4), r.constant(u8, 7)]);
      const found = r.reveal(site, r.emit('oat', [table, i!]));
      return [found, r.emit('oput', [table, i!, r.constant(u8, 1)])];
    },
  );
  const outcome = verifyModule(m.finish());
  assert.deepEqual(outcome.ok ? 'accepted' : [outcome.code, outcome.facts['what']], ['E-FLOW', 'result 1']);
});

test('argmax: where the largest stands, the first of equals, 0 of nothing', () => {
  const argmax = (type: TypeRef, values: readonly bigint[], label: Label): unknown =>
    given(
      (m) => ({
        fields: [{ type: m.vectorType(type), label, value: label === 's' ? hidden(values) : bytes(values) }],
        result: u32,
        secret: label === 's',
      }),
      (r, fields) => r.emit('argmax', fields),
    );
  for (const label of ['s', 'p'] as const) {
    assert.equal(argmax(u8, [], label), 0n);
    assert.equal(argmax(u8, [0n], label), 0n);
    assert.equal(argmax(u8, [3n, 9n, 9n], label), 1n);
    assert.equal(argmax(u8, [7n, 7n, 7n, 7n, 7n], label), 0n);
    assert.equal(argmax(u8, [0n, 1n, 2n, 3n, 4n, 5n, 6n, 255n, 255n], label), 7n);
    assert.equal(argmax(i8, [-128n, -1n, -1n, -3n], label), 1n);
  }
});

test('dot: the sum of products mod 2^w, 0 of nothing, and the end of the task where lengths differ', () => {
  const dot = (type: TypeRef, a: readonly bigint[], b: readonly bigint[], label: Label): unknown =>
    given(
      (m) => ({
        fields: [
          { type: m.vectorType(type), label, value: label === 's' ? hidden(a) : bytes(a) },
          { type: m.vectorType(type), label: 'p', value: bytes(b) },
        ],
        result: type,
        secret: label === 's',
      }),
      (r, fields) => r.emit('dot', fields),
    );
  for (const label of ['s', 'p'] as const) {
    assert.equal(dot(u8, [], [], label), 0n);
    assert.equal(dot(u8, [255n], [255n], label), 1n);
    assert.equal(dot(u8, [200n, 3n, 9n], [2n, 5n, 0n], label), (400n + 15n) & 255n);
    assert.equal(dot(i8, [-128n, 1n], [-1n, -1n], label), 127n);
    assert.equal(dot(u8, [1n, 2n], [1n], label), trapCodes.length);
  }
});

test('prefix: of each element and all before it what the named opcode gives', () => {
  const prefix = (
    op: 'add' | 'mul' | 'min' | 'max' | 'and' | 'or' | 'xor',
    values: readonly bigint[],
    label: Label,
  ): unknown =>
    given(
      (m) => {
        const type = m.vectorType(op === 'and' || op === 'or' || op === 'xor' ? bool : u8);
        return {
          fields: [{ type, label, value: label === 's' ? hidden(values) : bytes(values) }],
          result: type,
          secret: label === 's',
        };
      },
      (r, fields) => r.emit('prefix', fields, [opcodes[op].number]),
    );
  for (const label of ['s', 'p'] as const) {
    assert.deepEqual(prefix('add', [], label), []);
    assert.deepEqual(prefix('add', [200n, 50n, 6n, 1n], label), [200n, 250n, 0n, 1n]);
    assert.deepEqual(prefix('mul', [3n, 100n, 2n], label), [3n, 44n, 88n]);
    assert.deepEqual(prefix('min', [3n, 5n, 2n, 9n], label), [3n, 3n, 2n, 2n]);
    assert.deepEqual(prefix('and', [1n, 1n, 0n, 1n], label), [1n, 1n, 0n, 0n]);
    assert.deepEqual(prefix('xor', [1n, 1n, 0n, 1n], label), [1n, 0n, 0n, 1n]);
    for (const length of [1, 2, 15, 16, 17, 33, 100]) {
      const values = Array.from({ length }, (_, k) => BigInt((k * 37) % 101));
      const most = values.map((_, k) => values.slice(0, k + 1).reduce((a, b) => (b > a ? b : a)));
      assert.deepEqual(prefix('max', values, label), most, `${length}`);
    }
  }
});

test('compact: what is kept, in order, then zeros; the end of the task where lengths differ', () => {
  const compact = (values: readonly bigint[], keep: readonly bigint[], label: Label): unknown =>
    given(
      (m) => ({
        fields: [
          { type: m.vectorType(u8), label: 's', value: hidden(values) },
          { type: m.vectorType(bool), label, value: label === 's' ? hidden(keep) : bytes(keep) },
        ],
        result: m.vectorType(u8),
        secret: true,
      }),
      (r, fields) => r.emit('compact', fields),
    );
  for (const label of ['s', 'p'] as const) {
    assert.deepEqual(compact([], [], label), []);
    assert.deepEqual(compact([5n], [0n], label), [0n]);
    assert.deepEqual(compact([5n, 6n, 7n, 8n], [0n, 1n, 0n, 1n], label), [6n, 8n, 0n, 0n]);
    assert.deepEqual(compact([5n, 6n, 7n], [1n, 1n, 1n], label), [5n, 6n, 7n]);
    assert.equal(compact([5n, 6n], [1n], label), trapCodes.length);
  }
});

test('matmul: rows by columns, mod 2^w; empty ones; the end of the task where they do not fit', () => {
  const matrix = (rows: readonly (readonly bigint[])[], label: Label): Value<bigint> =>
    vector(rows.map((row) => (label === 's' ? hidden(row) : bytes(row))));
  const product = (a: readonly (readonly bigint[])[], b: readonly (readonly bigint[])[], label: Label): unknown =>
    given(
      (m) => {
        const type = m.vectorType(m.vectorType(u8));
        return {
          fields: [
            { type, label, value: matrix(a, label) },
            { type, label: 'p', value: matrix(b, 'p') },
          ],
          result: type,
          secret: label === 's',
        };
      },
      (r, fields, m) => r.emit('matmul', fields, [m.vectorType(m.vectorType(u8))]),
    );
  for (const label of ['s', 'p'] as const) {
    assert.deepEqual(
      product(
        [[1n, 2n]],
        [
          [3n, 4n, 5n],
          [100n, 127n, 128n],
        ],
        label,
      ),
      [[203n, 2n, 5n]],
    );
    assert.deepEqual(product([[7n], [8n]], [[2n, 3n]], label), [
      [14n, 21n],
      [16n, 24n],
    ]);
    assert.deepEqual(product([], [[1n]], label), []);
    assert.deepEqual(product([[], []], [], label), [[], []]);
    assert.deepEqual(product([[1n]], [[]], label), [[]]);
    assert.equal(product([[1n, 2n]], [[1n]], label), trapCodes.length);
    assert.equal(product([[1n, 2n], [1n]], [[1n], [2n]], label), trapCodes.length);
    assert.equal(product([[1n, 2n]], [[1n], [2n, 3n]], label), trapCodes.length);
  }
});

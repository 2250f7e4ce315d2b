// What whole vectors mean in the plain evaluator, on values in the clear: empty ones, of one element and of several, inside and outside.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  moduleBuilder,
  plainValue,
  scalarRefs,
  secret,
  trapCodes,
  vector,
  type BuiltValue,
  type Label,
  type ModuleBuilder,
  type RegionBuilder,
  type TypeRef,
  type Value,
  type Verified,
} from '@enigma/bytecode';
import { run, verified } from './support/run.ts';

const { u8, u16, u32 } = scalarRefs;

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

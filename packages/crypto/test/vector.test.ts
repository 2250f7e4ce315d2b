import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  P,
  Refusal,
  concatVectors,
  elementAt,
  equalVectors,
  fieldToBytes,
  fromUniform,
  isCanonical,
  isRefusal,
  sliceOf,
  toBigints,
  vectorFromBytes,
  vectorOf,
  vectorToBytes,
} from '../src/index.ts';

const values = [0n, 1n, P - 1n, 1n << 64n, (1n << 64n) - 1n, 12345678901234567890123456789n];

describe('vectors', () => {
  test('hold the bytes of their elements, one after another', () => {
    const vector = vectorOf(values);
    const bytes = vectorToBytes(vector);
    values.forEach((value, i) => assert.deepEqual(bytes.slice(16 * i, 16 * i + 16), fieldToBytes(value)));
    assert.deepEqual(toBigints(vector), values);
    assert.deepEqual(toBigints(sliceOf(vector, 1, 3)), values.slice(1, 3));
    assert.deepEqual(toBigints(concatVectors(vector, sliceOf(vector, 0, 1))), [...values, 0n]);
    assert.ok(equalVectors(vector, vectorOf(values)));
    assert.ok(!equalVectors(vector, vectorOf(values.toReversed())));
  });

  test('are read from bytes at any alignment, as a copy', () => {
    const bytes = vectorToBytes(vectorOf(values));
    const unaligned = new Uint8Array(bytes.length + 3).subarray(3);
    unaligned.set(bytes);
    const vector = vectorFromBytes(unaligned, values.length);
    assert.ok(!isRefusal(vector));
    unaligned.fill(0);
    assert.deepEqual(toBigints(vector), values);
  });

  test('refuse a number ≥ p anywhere, and wrong lengths', () => {
    for (const over of [0n, 1n, 45n * 2n ** 40n - 2n]) {
      for (let place = 0; place < values.length; place++) {
        const bytes = vectorToBytes(vectorOf(values)).slice();
        const raw = P + over;
        for (let i = 0; i < 16; i++) bytes[16 * place + i] = Number((raw >> BigInt(8 * i)) & 0xffn);
        const refused = vectorFromBytes(bytes);
        assert.ok(refused instanceof Refusal);
        assert.deepEqual([refused.code, refused.facts.index], ['NON_CANONICAL', place]);
      }
    }
    for (const bytes of [15, 17, 32]) {
      const refused = vectorFromBytes(new Uint8Array(bytes), 1);
      assert.ok(refused instanceof Refusal && refused.code === 'BAD_LENGTH');
    }
  });

  test('fromUniform is reduction mod p, also at p, 2^128 − 1 and beside them', () => {
    const raws = [0n, P - 1n, P, P + 1n, 2n ** 128n - 1n, 2n ** 128n - 2n ** 64n, 5n];
    const bytes = Uint8Array.from(
      raws.flatMap((raw) => Array.from({ length: 16 }, (_, i) => Number((raw >> BigInt(8 * i)) & 0xffn))),
    );
    const vector = fromUniform(bytes);
    assert.deepEqual(
      toBigints(vector),
      raws.map((raw) => raw % P),
    );
    assert.ok(isCanonical(vector));
    assert.throws(() => fromUniform(new Uint8Array(8)), RangeError);
  });

  test('do not take what is no element', () => {
    assert.throws(() => vectorOf([P]), RangeError);
    assert.throws(() => vectorOf([-1n]), RangeError);
    assert.throws(() => elementAt(vectorOf([1n]), 1), RangeError);
    assert.ok(!isCanonical(BigUint64Array.of(2n ** 64n - 1n, 2n ** 64n - 1n)));
    assert.ok(!isCanonical(BigUint64Array.of(1n)));
  });
});

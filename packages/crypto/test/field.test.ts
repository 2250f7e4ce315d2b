import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ELEMENT_BYTES, P, field, fieldFromBytes, fieldToBytes, randomElement, seededRandom } from '../src/index.ts';

const random = seededRandom('field');
const samples = [
  0n,
  1n,
  2n,
  P - 1n,
  P - 2n,
  1n << 64n,
  (1n << 64n) - 1n,
  ...Array.from({ length: 20 }, () => randomElement(random)),
];

describe('field', () => {
  test('p is the stated prime: 2-adicity 40, and Fermat holds for several bases', () => {
    assert.equal(P, 2n ** 128n - 45n * 2n ** 40n + 1n);
    assert.equal((P - 1n) % (1n << 40n), 0n);
    assert.equal(((P - 1n) >> 40n) & 1n, 1n);
    for (const base of [2n, 3n, 5n, 7n, 11n]) assert.equal(field.pow(base, P - 1n), 1n);
  });

  test('addition, negation and inversion undo each other', () => {
    for (const a of samples) {
      assert.equal(field.add(a, field.neg(a)), 0n);
      for (const b of samples) {
        assert.equal(field.sub(field.add(a, b), b), a);
        assert.equal(field.mul(a, b), field.reduce(a * b));
        if (b !== 0n) assert.equal(field.mul(field.mul(a, b), field.inv(b)), a);
      }
      if (a !== 0n) assert.equal(field.pow(a, -3n), field.inv(field.mul(a, field.mul(a, a))));
    }
    assert.throws(() => field.inv(0n), RangeError);
    assert.equal(field.reduce(-1n), P - 1n);
  });

  test('bytes are 16, little endian, and only canonical ones are read', () => {
    for (const a of samples) assert.equal(fieldFromBytes(fieldToBytes(a)), a);
    assert.deepEqual(fieldToBytes(258n), Uint8Array.of(2, 1, ...new Array(14).fill(0)));
    const shifted = new Uint8Array(20);
    shifted.set(fieldToBytes(77n), 3);
    assert.equal(fieldFromBytes(shifted, 3), 77n);
    for (let value = P; value < P + 3n; value++) assert.equal(fieldFromBytes(rawBytes(value)), undefined);
    assert.equal(fieldFromBytes(rawBytes(2n ** 128n - 1n)), undefined);
    assert.equal(fieldFromBytes(new Uint8Array(ELEMENT_BYTES - 1)), undefined);
    assert.equal(fieldFromBytes(new Uint8Array(ELEMENT_BYTES), 1), undefined);
    assert.equal(fieldFromBytes(new Uint8Array(ELEMENT_BYTES), -1), undefined);
    assert.throws(() => fieldToBytes(P), RangeError);
  });
});

function rawBytes(value: bigint): Uint8Array {
  return Uint8Array.from({ length: 16 }, (_, i) => Number((value >> BigInt(8 * i)) & 0xffn));
}

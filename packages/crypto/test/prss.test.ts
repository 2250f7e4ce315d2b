import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  type FieldVector,
  Refusal,
  checkVectors,
  equalVectors,
  field,
  holdersOf,
  inSet,
  isCanonical,
  pointOf,
  plainKernel,
  prf,
  prfBits,
  prfField,
  prssShares,
  seatSetOf,
  seatsIn,
  seededRandom,
  setsHeldBy,
  shareCoefficient,
  thresholdSets,
  toHex,
  utf8,
  wasmKernel,
} from '../src/index.ts';

const random = seededRandom('prss');

describe('threshold sets', () => {
  test('come in lexicographic order of their seat lists', () => {
    assert.deepEqual(thresholdSets(4, 1).map(seatsIn), [[0], [1], [2], [3]]);
    assert.deepEqual(thresholdSets(4, 2).map(seatsIn), [
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
      [2, 3],
    ]);
    assert.equal(thresholdSets(7, 3).length, 35);
    assert.deepEqual(thresholdSets(3, 0), [0]);
    assert.throws(() => thresholdSets(31, 15), RangeError);
  });

  test('a seat holds the sets it is outside of, and each set has n − T holders', () => {
    for (const seat of [0, 1, 2, 3, 4]) assert.ok(setsHeldBy(5, 2, seat).every((set) => !inSet(set, seat)));
    assert.equal(setsHeldBy(5, 2, 3).length, 6);
    for (const set of thresholdSets(5, 2))
      assert.deepEqual(
        holdersOf(set, 5),
        [0, 1, 2, 3, 4].filter((seat) => !seatsIn(set).includes(seat)),
      );
    assert.equal(seatSetOf([1, 3, 30]), 2 + 8 + 2 ** 30);
  });

  test('f_A is 1 at zero, 0 at the seats of A, and of degree |A|', () => {
    const set = seatSetOf([1, 2]);
    assert.equal(shareCoefficient(set, 1), 0n);
    assert.equal(shareCoefficient(set, 2), 0n);
    // f(x) = (2 − x)(3 − x)/6
    assert.equal(shareCoefficient(set, 4), field.reduce(6n * field.inv(6n)));
    assert.equal(pointOf(4), 5n);
  });
});

describe('pseudo-random secret sharing', () => {
  for (const [n, T] of [
    [3, 1],
    [4, 1],
    [5, 2],
    [7, 2],
    [7, 3],
  ] as const) {
    test(`(${n},${T}): the shares are of degree T and give Σ_A F(k_A)`, () => {
      const keys = new Map(thresholdSets(n, T).map((set) => [set, random(16)]));
      const label = utf8('slot 1');
      const shares = new Map(
        Array.from({ length: n }, (_, seat) => {
          const held = new Map([...keys].filter(([set]) => !inSet(set, seat)));
          return [seat, prssShares(held, seat, label, 50, wasmKernel)] as const;
        }),
      );
      const values = checkVectors(shares, T, wasmKernel);
      const sum = [...keys.values()].map((key) => prfField(key, label, 50)).reduce((a, b) => plainKernel.add(a, b));
      assert.ok(!(values instanceof Refusal) && equalVectors(values, sum));

      // A seat with one key of its own making is off the polynomial.
      const forged = new Map([...keys].filter(([set]) => !inSet(set, 0)));
      forged.set([...forged.keys()][0] as number, random(16));
      shares.set(0, prssShares(forged, 0, label, 50, wasmKernel));
      assert.ok(checkVectors(shares, T, wasmKernel) instanceof Refusal);
    });
  }
});

describe('F', () => {
  const key = new Uint8Array(16).fill(7);

  test('has fixed bytes: a change of F is a change of format', () => {
    assert.equal(
      toHex(prf(key, utf8('label'), 32)),
      '0x12c3099da877c7326e113291d9ae95a086f3fc6b05ca289bb9b63693a498d3c1',
    );
  });

  test('a longer answer starts with the shorter; other labels and keys give other streams', () => {
    const long = prf(key, utf8('a'), 1000);
    assert.deepEqual(prf(key, utf8('a'), 33), long.slice(0, 33));
    assert.notDeepEqual(prf(key, utf8('b'), 33), long.slice(0, 33));
    assert.notDeepEqual(prf(new Uint8Array(16), utf8('a'), 33), long.slice(0, 33));
    assert.equal(prf(key, utf8('a'), 0).length, 0);
    assert.throws(() => prf(new Uint8Array(15), utf8('a'), 1), RangeError);
  });

  test('field elements are canonical, bits beyond the count are zero', () => {
    const elements: FieldVector = prfField(key, utf8('a'), 1000);
    assert.ok(isCanonical(elements));
    assert.equal(elements.length, 2000);
    for (const count of [1, 7, 8, 9, 15, 64]) {
      const bits = prfBits(key, utf8('a'), count);
      assert.equal(bits.length, Math.ceil(count / 8));
      if (count % 8) assert.equal((bits.at(-1) as number) >> (count % 8), 0);
    }
    const ones = prfBits(key, utf8('many'), 1 << 16).reduce(
      (sum, byte) => sum + byte.toString(2).replaceAll('0', '').length,
      0,
    );
    assert.ok(Math.abs(ones - (1 << 15)) < 1000);
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  P,
  Refusal,
  type Seat,
  checkVectors,
  correctable,
  decode,
  decodeVectors,
  elementAt,
  equalVectors,
  field,
  inconsistentPlace,
  isConsistent,
  lagrangeAt,
  lagrangeAtZero,
  plainKernel,
  pointOf,
  prfField,
  randomBelow,
  randomElement,
  reconstruct,
  reconstructVectors,
  seededRandom,
  setElement,
  share,
  shareVectors,
  utf8,
  wasmKernel,
} from '../src/index.ts';

const random = seededRandom('shamir');
const committees = [
  [3, 1],
  [4, 1],
  [5, 2],
  [7, 2],
  [13, 4],
  [31, 10],
] as const;

/** `count` distinct seats. */
function someSeats(n: number, count: number): Seat[] {
  const seats = Array.from({ length: n }, (_, seat) => seat);
  return Array.from(
    { length: count },
    () => seats.splice(Number(randomBelow(BigInt(seats.length), random)), 1)[0] as Seat,
  );
}

function sharesOf(secret: bigint, n: number, T: number): Map<Seat, bigint> {
  return new Map(share(secret, n, T, random).map((value, seat) => [seat, value]));
}

describe('Shamir, one value', () => {
  test('Lagrange coefficients evaluate any polynomial of lower degree', () => {
    const points = [1n, 2n, 5n, 9n];
    const f = [7n, 11n, P - 3n, 5n];
    const at = (x: bigint): bigint => f.reduceRight((sum, c) => field.add(field.mul(sum, x), c), 0n);
    for (const x of [0n, 3n, 5n, P - 1n]) {
      const value = lagrangeAt(points, x).reduce(
        (sum, weight, k) => field.add(sum, field.mul(weight, at(points[k] as bigint))),
        0n,
      );
      assert.equal(value, at(x));
    }
    assert.deepEqual(lagrangeAtZero([1n, 2n]), [2n, P - 1n]);
  });

  for (const [n, T] of committees) {
    test(`(${n},${T}): any T + 1 shares give the secret; T do not suffice`, () => {
      const secret = randomElement(random);
      const shares = sharesOf(secret, n, T);
      assert.ok(isConsistent(shares, T));
      const some = new Map(someSeats(n, T + 1).map((seat) => [seat, shares.get(seat) as bigint]));
      assert.equal(reconstruct(some, T), secret);
      some.delete([...some.keys()][0] as Seat);
      const refused = reconstruct(some, T);
      assert.ok(refused instanceof Refusal && refused.code === 'TOO_FEW_SHARES');
    });

    test(`(${n},${T}): detects a wrong share, corrects and locates up to the radius`, () => {
      const radius = correctable(n, T);
      for (let errors = 0; errors <= radius; errors++) {
        for (let run = 0; run < (n > 20 ? 2 : 20); run++) {
          const secret = randomElement(random);
          const shares = sharesOf(secret, n, T);
          const wrong = someSeats(n, errors).sort((a, b) => a - b);
          for (const seat of wrong)
            shares.set(seat, field.add(shares.get(seat) as bigint, 1n + randomBelow(P - 1n, random)));
          assert.equal(isConsistent(shares, T), errors === 0);
          const decoded = decode(shares, T);
          assert.ok(!(decoded instanceof Refusal));
          assert.equal(decoded.value, secret);
          assert.deepEqual(decoded.wrong, wrong);
          assert.ok(decoded.polynomial.length <= T + 1);
        }
      }
    });

    test(`(${n},${T}): beyond the radius it refuses, and never names more seats than it can correct`, () => {
      const radius = correctable(n, T);
      const shares = sharesOf(5n, n, T);
      for (const seat of someSeats(n, radius + 1)) shares.set(seat, randomElement(random));
      const decoded = decode(shares, T);
      assert.ok(decoded instanceof Refusal && decoded.code === 'UNDECODABLE');
    });
  }

  test('a colluding lie beyond the radius is still never a silent one: (3,1) detects, and cannot correct', () => {
    const shares = sharesOf(5n, 3, 1);
    shares.set(1, field.add(shares.get(1) as bigint, 1n));
    assert.ok(!isConsistent(shares, 1));
    assert.ok(decode(shares, 1) instanceof Refusal);
  });

  test('the zero polynomial, missing seats and degree 2T decode too', () => {
    const zero = new Map([0, 1, 2, 3].map((seat) => [seat, 0n]));
    zero.set(2, 9n);
    assert.deepEqual(decode(zero, 1), { value: 0n, polynomial: [], wrong: [2] });
    const shares = sharesOf(77n, 7, 4);
    shares.delete(3);
    const decoded = decode(shares, 4);
    assert.ok(!(decoded instanceof Refusal));
    assert.deepEqual([decoded.value, decoded.wrong], [77n, []]);
  });

  test('our own mistakes throw', () => {
    assert.throws(() => share(1n, 3, 3, random), RangeError);
    assert.throws(() => share(1n, 32, 3, random), RangeError);
    assert.throws(() => pointOf(31), RangeError);
    assert.throws(() => pointOf(-1), RangeError);
  });
});

describe('Shamir, vectors', () => {
  const count = 300;
  for (const kernel of [wasmKernel, plainKernel]) {
    test(`share and reconstruct (${kernel.name})`, () => {
      for (const [n, T] of [...committees, [31, 30] as const]) {
        const secrets = prfField(random(16), utf8('secrets'), count);
        const shares = new Map(shareVectors(secrets, n, T, random, kernel).map((vector, seat) => [seat, vector]));
        assert.equal(inconsistentPlace(shares, T, kernel), undefined);
        const checked = checkVectors(shares, T, kernel);
        assert.ok(!(checked instanceof Refusal) && equalVectors(checked, secrets));
        const some = new Map(
          someSeats(n, T + 1).map((seat) => [seat, shares.get(seat) as BigUint64Array<ArrayBuffer>]),
        );
        const values = reconstructVectors(some, T, kernel);
        assert.ok(!(values instanceof Refusal) && equalVectors(values, secrets));
        const atSeat = reconstructVectors(some, T, kernel, pointOf(n - 1));
        assert.ok(
          !(atSeat instanceof Refusal) && equalVectors(atSeat, shares.get(n - 1) as BigUint64Array<ArrayBuffer>),
        );
      }
    });
  }

  for (const [n, T] of committees.slice(0, 5)) {
    test(`(${n},${T}): one changed share anywhere is found; up to the radius a place, all is corrected and every liar named`, () => {
      const secrets = prfField(random(16), utf8('secrets'), count);
      const radius = correctable(n, T);
      for (const spread of ['everywhere', 'other seats in every place'] as const) {
        const shares = new Map(shareVectors(secrets, n, T, random, wasmKernel).map((vector, seat) => [seat, vector]));
        const fixed = someSeats(n, radius);
        const liars = new Set<Seat>();
        for (let place = 0; place < count; place++) {
          for (const seat of spread === 'everywhere' ? fixed : someSeats(n, place % 3 === 0 ? radius : 0)) {
            const vector = shares.get(seat) as BigUint64Array<ArrayBuffer>;
            setElement(vector, place, field.add(elementAt(vector, place), 1n + BigInt(place)));
            liars.add(seat);
          }
        }
        const checked = checkVectors(shares, T, wasmKernel);
        assert.equal(checked instanceof Refusal, radius > 0);
        const decoded = decodeVectors(shares, T, wasmKernel);
        assert.ok(!(decoded instanceof Refusal));
        assert.ok(equalVectors(decoded.values, secrets));
        assert.deepEqual(
          decoded.wrong,
          [...liars].sort((a, b) => a - b),
        );
      }
      const shares = new Map(shareVectors(secrets, n, T, random, wasmKernel).map((vector, seat) => [seat, vector]));
      for (const seat of someSeats(n, radius + 1))
        setElement(shares.get(seat) as BigUint64Array<ArrayBuffer>, 123, randomElement(random));
      assert.equal(inconsistentPlace(shares, T, wasmKernel), 123);
      const decoded = decodeVectors(shares, T, wasmKernel);
      assert.ok(decoded instanceof Refusal && decoded.code === 'UNDECODABLE' && decoded.facts.place === 123);
    });
  }

  test('more liars in all than any place has: each place is still decoded, and every liar named', () => {
    const secrets = prfField(random(16), utf8('secrets'), count);
    const shares = new Map(shareVectors(secrets, 13, 4, random, wasmKernel).map((vector, seat) => [seat, vector]));
    for (let place = 0; place < count; place++) {
      for (const seat of [0, 1, 2, 3].map((k) => (place + 3 * k) % 13)) {
        setElement(shares.get(seat) as BigUint64Array<ArrayBuffer>, place, randomElement(random));
      }
    }
    const decoded = decodeVectors(shares, 4, wasmKernel);
    assert.ok(!(decoded instanceof Refusal) && equalVectors(decoded.values, secrets));
    assert.equal(decoded.wrong.length, 13);
  });

  test('vectors of different lengths and too few seats are refused', () => {
    const shares = new Map(
      shareVectors(prfField(random(16), utf8('s'), 4), 4, 1, random, wasmKernel).map((vector, seat) => [seat, vector]),
    );
    shares.set(2, prfField(random(16), utf8('s'), 5));
    for (const refused of [
      checkVectors(shares, 1, wasmKernel),
      decodeVectors(shares, 1, wasmKernel),
      reconstructVectors(shares, 1, wasmKernel),
    ]) {
      assert.ok(refused instanceof Refusal && refused.code === 'BAD_LENGTH');
    }
    const few = decodeVectors(new Map([[0, prfField(random(16), utf8('s'), 5)]]), 1, wasmKernel);
    assert.ok(few instanceof Refusal && few.code === 'TOO_FEW_SHARES');
  });
});

// How far what a loop carries grows: bounds from one trip in markers, against the trips themselves, one after another.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meter } from '../src/refusal.ts';
import { atMost, constant, logarithm, plus, sizesIn, symbol, times, valueOf, type Bound } from '../src/bound.ts';
import { grownThrough, type Growth } from '../src/costGrowth.ts';
import { dice, type Dice } from './support/random.ts';

const LIMIT = 1_000_000n;
const free = (): ReturnType<typeof meter> => meter(10_000);

function growth(marker: string, start: number, next: Bound): Growth {
  return { marker, start: constant(start), limit: constant(LIMIT), next };
}

function texts(growths: readonly Growth[], trips: Bound, sizes: Record<string, bigint> = {}): readonly bigint[] {
  const bounds = grownThrough(growths, trips, free());
  return growths.map(({ marker }) => valueOf(bounds.get(marker) as Bound, sizes));
}

test('what stays, grows by so much a trip, is fixed, or comes from another has the bound that it reaches', () => {
  const [x, y, z] = ['x', 'y', 'z'].map(symbol) as [Bound, Bound, Bound];
  const n = symbol('n');
  assert.deepEqual(texts([growth('x', 3, x)], n, { n: 9n }), [3n]);
  assert.deepEqual(texts([growth('x', 3, plus(x, constant(2)))], n, { n: 9n }), [21n]);
  assert.deepEqual(texts([growth('x', 3, plus(x, n))], n, { n: 9n }), [84n]);
  assert.deepEqual(texts([growth('x', 3, constant(7))], n, { n: 9n }), [7n]);
  assert.deepEqual(texts([growth('x', 3, atMost(x, constant(7)))], n, { n: 9n }), [7n]);
  // Two that change places, one of which grows; one that follows another; a sum of two that are known by then.
  assert.deepEqual(texts([growth('x', 3, y), growth('y', 5, x)], n, { n: 9n }), [5n, 5n]);
  assert.deepEqual(texts([growth('x', 3, y), growth('y', 5, plus(x, constant(1)))], n, { n: 9n }), [14n, 14n]);
  assert.deepEqual(texts([growth('x', 3, y), growth('y', 5, plus(y, constant(1)))], n, { n: 9n }), [14n, 14n]);
  assert.deepEqual(
    texts([growth('z', 0, plus(z, plus(x, y))), growth('x', 3, constant(4)), growth('y', 1, y)], n, { n: 9n }),
    [45n, 4n, 1n],
  );
});

test('what grows in any other way has the bound of its type, and only that', () => {
  const [x, y] = ['x', 'y'].map(symbol) as [Bound, Bound];
  for (const next of [plus(x, x), times(x, x), plus(x, logarithm(x)), plus(x, times(x, y))])
    assert.deepEqual(texts([growth('x', 3, next), growth('y', 1, plus(y, constant(1)))], constant(9)), [LIMIT, 10n]);
  assert.deepEqual(texts([growth('x', 3, plus(x, y)), growth('y', 1, plus(x, y))], constant(9))[1], LIMIT);
});

test('no trip of random systems is above its bound', () => {
  const random = dice(77);
  const names = ['a', 'b', 'c', 'd'];
  let below = 0;
  for (let k = 0; k < 3000; k++) {
    const growths = names.slice(0, 1 + random.below(4)).map((marker, _, own) => {
      const next = Array.from({ length: 1 + random.below(3) }, () => alternative(own, random)).reduce(atMost);
      return growth(marker, random.below(9), next);
    });
    const trips = random.below(6);
    const bounds = grownThrough(growths, constant(trips), free());
    let now: Record<string, bigint> = Object.fromEntries(
      growths.map(({ marker, start }) => [marker, valueOf(start, {})]),
    );
    for (let trip = 0; trip <= trips; trip++) {
      for (const { marker } of growths) {
        const bound = bounds.get(marker) as Bound;
        assert.deepEqual(sizesIn(bound), []);
        assert.ok((now[marker] as bigint) <= valueOf(bound, {}), `system ${k}: ${marker} after ${trip} trips`);
        if (valueOf(bound, {}) < LIMIT) below++;
      }
      now = Object.fromEntries(
        growths.map(({ marker, next }) => {
          const value = valueOf(next, now);
          return [marker, value < LIMIT ? value : LIMIT];
        }),
      );
    }
  }
  assert.ok(below > 10_000, `${below}`);
});

function alternative(names: readonly string[], random: Dice): Bound {
  const any = (): Bound => symbol(names[random.below(names.length)] as string);
  const more = constant(random.below(4));
  switch (random.below(8)) {
    case 0:
    case 1:
      return constant(random.below(20));
    case 2:
      return plus(plus(any(), any()), more);
    case 3:
      return random.below(3) === 0 ? times(any(), any()) : more;
    default:
      return plus(any(), more);
  }
}

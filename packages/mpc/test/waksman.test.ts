// The network of switches: every order of up to seven places, and random ones of all counts to 130.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settingsFor, switchCount, throughNetwork } from '../src/executor/waksman.ts';
import { permutationOf } from '../src/shuffle.ts';

/** What the network makes of 0 … n − 1, and its depth. */
function passed(order: ArrayLike<number>): { places: readonly number[]; depth: number } {
  const settings = settingsFor(order);
  let used = 0;
  const items = Array.from({ length: order.length }, (_, place) => ({ place, depth: 0 }));
  const out = throughNetwork(items, (x, y, k) => {
    assert.equal(k, used++);
    const depth = 1 + Math.max(x.depth, y.depth);
    const [a, b] = settings[k] === 1 ? [y, x] : [x, y];
    return [
      { place: a.place, depth },
      { place: b.place, depth },
    ];
  });
  assert.equal(used, settings.length);
  return { places: out.map(({ place }) => place), depth: Math.max(0, ...out.map(({ depth }) => depth)) };
}

function* ordersOf(rest: readonly number[]): Generator<readonly number[]> {
  if (rest.length === 0) yield [];
  for (const first of rest)
    for (const others of ordersOf(rest.filter((one) => one !== first))) yield [first, ...others];
}

test('any order of up to seven places can be set', () => {
  for (let count = 0; count <= 7; count++)
    for (const order of ordersOf(Array.from({ length: count }, (_, k) => k)))
      assert.deepEqual(passed(order).places, order);
});

test('of every count: Σ ⌈log₂ i⌉ switches, 2⌈log₂ n⌉ − 1 deep', () => {
  let switches = 0;
  for (let count = 1; count <= 130; count++) {
    const levels = Math.ceil(Math.log2(count));
    switches += levels;
    assert.equal(switchCount(count), switches);
    const order = permutationOf(count, new Uint8Array(16).fill(count));
    const { places, depth } = passed(order);
    assert.deepEqual(places, [...order]);
    assert.ok(depth <= Math.max(0, 2 * levels - 1));
  }
});

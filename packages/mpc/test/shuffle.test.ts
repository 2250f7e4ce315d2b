// The permutation of triples: the same for every vector, whatever their number, and uniform.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashOf, u32le } from '@enigma/crypto';
import { type SharedBits, bitAt, bitsFrom } from '../src/bits.ts';
import { shuffleBlocks, shuffled } from '../src/shuffle.ts';

const seedOf = (k: number): Uint8Array => hashOf('test shuffle', u32le(k)).subarray(0, 16);

/** Vectors whose bits spell the place an entry came from, one T-set each. */
function places(length: number, sets: number): SharedBits[] {
  return Array.from({ length: Math.ceil(20 / sets) }, (_, v) => ({
    length,
    pieces: new Map(
      Array.from({ length: sets }, (_unused, s) => [
        s,
        bitsFrom(Array.from({ length }, (_none, j) => (j >>> (v * sets + s)) & 1)).words,
      ]),
    ),
  }));
}

function orderOf(vectors: readonly SharedBits[], length: number): number[] {
  const planes = vectors.flatMap(({ pieces }) => [...pieces.values()]);
  return Array.from({ length }, (_, j) =>
    planes.reduce((place, words, k) => place + bitAt({ length, words }, j) * 2 ** k, 0),
  );
}

test('all vectors move alike, and no entry is lost, below and above the size that is dealt into bins', () => {
  for (const length of [1, 31, 1000, 40_001]) {
    const order = orderOf(shuffled(places(length, 4), seedOf(length)), length);
    assert.deepEqual(
      order.toSorted((a, b) => a - b),
      Array.from({ length }, (_, j) => j),
    );
    if (length > 31)
      assert.notDeepEqual(
        order,
        order.toSorted((a, b) => a - b),
      );
    // Packed in a byte, in two and in four: the permutation is the seed's alone.
    const few = shuffled(places(length, 4).slice(0, 2), seedOf(length));
    const low = orderOf(few, length);
    assert.deepEqual(
      low,
      order.map((place) => place % 256),
    );
    const middle = orderOf(shuffled(places(length, 4).slice(0, 3), seedOf(length)), length);
    assert.deepEqual(
      middle,
      order.map((place) => place % 4096),
    );
  }
});

test('more planes than an entry has bits move by one permutation', () => {
  for (const length of [1000, 40_001]) {
    const once = orderOf(shuffled(places(length, 4), seedOf(length)), length);
    const many = [...places(length, 4), ...places(length, 4), ...places(length, 4), ...places(length, 4)];
    const moved = shuffled(many, seedOf(length));
    for (let part = 0; part < 4; part++) assert.deepEqual(orderOf(moved.slice(5 * part, 5 * part + 5), length), once);
  }
});

test('each order of four comes as often as any other', () => {
  const runs = 4800;
  const seen = new Map<string, number>();
  for (let k = 0; k < runs; k++) {
    const order = orderOf(shuffled(places(4, 1).slice(0, 2), seedOf(k)), 4).join('');
    seen.set(order, (seen.get(order) ?? 0) + 1);
  }
  assert.equal(seen.size, 24);
  const expected = runs / 24;
  const chi = [...seen.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  assert.ok(chi < 49.7, `χ² of 23 degrees: ${chi}`); // 0.1 % of uniform permutations are above
});

test('in bins an entry ends in every eighth of the places equally often', () => {
  const length = 40_000;
  const counts = new Array<number>(8).fill(0);
  for (let k = 0; k < 8; k++) {
    const order = orderOf(shuffled(places(length, 4), seedOf(k)), length);
    // Where the first hundred entries went.
    order.forEach(
      (place, at) =>
        place < 100 && (counts[Math.floor((8 * at) / length)] = (counts[Math.floor((8 * at) / length)] ?? 0) + 1),
    );
  }
  const expected = (8 * 100) / 8;
  const chi = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  assert.ok(chi < 24.3, `χ² of 7 degrees: ${chi}`);
});

test('blocks of words move whole, all vectors alike, in any order of the blocks', () => {
  const seen = new Map<string, number>();
  for (let k = 0; k < 1200; k++) {
    const words = Uint32Array.of(10, 11, 20, 21, 30, 31);
    const vectors = [words, words.map((word) => word + 1)].map((piece): SharedBits => ({
      length: 192,
      pieces: new Map([[4, piece]]),
    }));
    shuffleBlocks(vectors, 64, seedOf(k));
    const [a, b] = vectors.map(({ pieces }) => pieces.get(4) as Uint32Array);
    assert.deepEqual(
      b,
      a?.map((word) => word + 1),
    );
    seen.set(String(a), (seen.get(String(a)) ?? 0) + 1);
  }
  assert.equal(seen.size, 6);
  const chi = [...seen.values()].reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0);
  assert.ok(chi < 20.5, `χ² of 5 degrees: ${chi}`); // 0.1 % of uniform permutations are above
});

// What the fuzzer found here, input by input.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concat } from '@enigma/crypto';
import { SEED_KINDS, decodeSeeds, encodeSeeds } from '../src/session/keyring.ts';
import { Reader } from '../src/session/wire.ts';

test('seeds name each set and each seat once: of two for one set the last was taken, and written otherwise', () => {
  const seeds = {
    sets: new Map([[2, Array.from({ length: SEED_KINDS.length }, (_, k) => new Uint8Array(16).fill(k))]]),
    pairs: new Map([[1, new Uint8Array(16)]]),
  };
  const bytes = encodeSeeds(seeds);
  assert.deepEqual(decodeSeeds(bytes), seeds);
  const set = bytes.subarray(2, 2 + 4 + SEED_KINDS.length * 16);
  const pair = bytes.subarray(-17);
  const [one, two] = [Uint8Array.of(0, 1), Uint8Array.of(0, 2)];
  assert.equal(decodeSeeds(concat(two, set, set, one, pair)), undefined);
  assert.equal(decodeSeeds(concat(one, set, two, pair, pair)), undefined);
});

test('of what is counted no more is made than there are bytes for: a record whose bytes had ended went on, a round a byte', () => {
  const reader = new Reader(new Uint8Array(20));
  let made = 0;
  reader.many(1 << 20, (each) => (made++, each.uint(1), each.bytes(100)));
  assert.equal(made, 5);
  assert.ok(!reader.done());
});

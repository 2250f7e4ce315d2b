// What the fuzzer found here, input by input.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concat } from '@enigma/crypto';
import { decodeSeeds, encodeSeeds } from '../src/session/keyring.ts';

test('seeds name each set and each seat once: of two for one set the last was taken, and written otherwise', () => {
  const seeds = {
    sets: new Map([[2, Array.from({ length: 7 }, (_, k) => new Uint8Array(16).fill(k))]]),
    pairs: new Map([[1, new Uint8Array(16)]]),
  };
  const bytes = encodeSeeds(seeds);
  assert.deepEqual(decodeSeeds(bytes), seeds);
  const set = bytes.subarray(2, 2 + 4 + 7 * 16);
  const pair = bytes.subarray(-17);
  const [one, two] = [Uint8Array.of(0, 1), Uint8Array.of(0, 2)];
  assert.equal(decodeSeeds(concat(two, set, set, one, pair)), undefined);
  assert.equal(decodeSeeds(concat(one, set, two, pair, pair)), undefined);
});

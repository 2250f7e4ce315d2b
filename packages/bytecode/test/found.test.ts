// What the fuzzer found here, input by input.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromHex } from '@enigma/crypto';
import { resultsFromBytes, secret, stateFromBytes } from '@enigma/bytecode';
import { richModule } from '../fuzz/rich.ts';

test('a vector of secrets, which are not there, is no longer than its reader bears: a length of four bytes made a million rows', () => {
  const module = richModule();
  const bytes = fromHex(
    '0x020000000000000000000000b71010ca7697b3c3bfaadbfa60fffffffffffffffffffffffffffffffffffffffd800300000002000400',
  ) as Uint8Array;
  const asked = { results: 0, state: 0 };
  const results = resultsFromBytes(module, 1, ['public', 'caller', 'everyone', 'caller'], bytes, () => {
    asked.results++;
    return 1n;
  });
  assert.ok(!results.ok && results.code === 'E-LIMIT');
  assert.equal(asked.results, 512);
  const leaf = fromHex('0x00000f00') as Uint8Array;
  const empty = new Uint8Array(4);
  const state = stateFromBytes(
    module,
    [empty, empty, empty, leaf, new Uint8Array(), Uint8Array.of(1)],
    () => {
      asked.state++;
      return secret(0);
    },
    1000,
  );
  assert.ok(!state.ok && state.code === 'E-LIMIT');
  assert.equal(asked.state, 1000);
});

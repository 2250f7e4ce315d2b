// Soundness that can be counted: over F_251 the best cheats against openings, coins, products and AND triples succeed at the rate of the bound. `npm run soak:field` plays 10^5 of each.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { overSmallField } from './smallField.ts';

overSmallField(251);
const { GAMES } = await import('./fieldGames.ts');
const { P, plainKernel, prfField, toBigints, vectorFromBytes, vectorOf, vectorToBytes, wasmKernel } =
  await import('@enigma/crypto');

const GAMES_PLAYED = 250;

test('the whole engine computes in the small field', () => {
  assert.equal(P, 251n);
  assert.equal(wasmKernel, plainKernel);
  const drawn = toBigints(prfField(new Uint8Array(16), new Uint8Array(4), 4000));
  assert.ok(drawn.every((value) => value < 251n) && new Set(drawn).size === 251);
  assert.ok('code' in vectorFromBytes(vectorToBytes(BigUint64Array.of(251n, 0n))), 'canonical is below 251');
  assert.deepEqual(toBigints(plainKernel.mul(vectorOf([250n]), vectorOf([250n]))), [1n]);
});

for (const game of GAMES) {
  test(`${game.name}: succeeds at its rate, ${game.rate.toFixed(4)}`, () => {
    let won = 0;
    for (let seed = 0; seed < GAMES_PLAYED; seed++) if (game.play(seed)) won++;
    const slack = 3 * Math.sqrt(GAMES_PLAYED * game.rate * (1 - game.rate));
    assert.ok(Math.abs(won - GAMES_PLAYED * game.rate) <= slack, `${won} of ${GAMES_PLAYED}`);
    assert.ok(game.rate <= game.bound + 1e-12, 'the bound that the documents state');
  });
}

test('without the check of products the cheater always wins', () => {
  const unchecked = { products: false, andTriples: true, bucketSize: true };
  const products = GAMES.filter(({ name }) => name.includes('wrong products'));
  assert.ok(products.length > 0);
  for (const game of products) for (let seed = 0; seed < 5; seed++) assert.ok(game.play(seed, unchecked), game.name);
});

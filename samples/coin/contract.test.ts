// A coin falls as the draw says, and heads as often as tails.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { local } from '@enigma/testing';
import type { Coin } from './contract.ts';

const contract = new URL('./contract.ts', import.meta.url);
const alice = `0x${'a1'.repeat(20)}` as const;

// The same on plain values and by four parties on shares.
for (const engine of ['evaluator', 'mpc'] as const)
  test(`${engine}: as the draw says, and nothing else leaves`, async () => {
    const c = await local<typeof Coin>(contract, [], { engine, tape: [1n, 0n] });
    assert.deepEqual([await c.as(alice).toss(), await c.as(alice).toss()], [{ heads: true }, { heads: false }]);
    assert.deepEqual(
      c.releases.map(({ reason, to, value }) => [reason, to, value]),
      [
        ['whether it fell heads up', 'everyone', true],
        ['whether it fell heads up', 'everyone', false],
      ],
    );
    assert.equal(c.fields['tosses'], 2);
  });

test('heads as often as tails', async () => {
  const c = await local<typeof Coin>(contract, []);
  let heads = 0;
  for (let toss = 0; toss < 1000; toss++) if ((await c.as(alice).toss()).heads) heads++;
  // 500 expected; five standard deviations are 79.
  assert.ok(Math.abs(heads - 500) < 80, String(heads));
});

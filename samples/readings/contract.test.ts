// The sum and the count, who sends twice, and the block from which it is computed.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { local } from '@enigma/testing';
import type { Readings } from './contract.ts';

const contract = new URL('./contract.ts', import.meta.url);
const [alice, bob, carol] = [`0x${'a1'.repeat(20)}`, `0x${'b0'.repeat(20)}`, `0x${'ca'.repeat(20)}`] as const;

// The same on plain values and by four parties on shares.
for (const engine of ['evaluator', 'mpc'] as const)
  describe(engine, () => {
    test('the sum of all readings, and how many are high', async () => {
      const c = await local<typeof Readings>(contract, [10n], { engine });
      c.append(alice, { watts: 1200 });
      c.append(bob, { watts: 3500 });
      c.append(carol, { watts: 40_000 });
      await assert.rejects(c.as(alice).total(), /block 10/);
      assert.deepEqual(await c.at({ height: 10n }).as(alice).total(), { sum: 44_700n, high: 2 });
      assert.deepEqual(
        c.releases.map(({ reason }) => reason),
        ['the sum of all readings', 'how many are above 3000 watts'],
      );
    });

    test('of one sender the last reading counts', async () => {
      const c = await local<typeof Readings>(contract, [10n], { engine });
      c.append(alice, { watts: 5000 });
      c.append(alice, { watts: 7 });
      assert.deepEqual(await c.at({ height: 10n }).as(bob).total(), { sum: 7n, high: 0 });
    });

    test('without readings both are zero', async () => {
      const c = await local<typeof Readings>(contract, [10n], { engine });
      assert.deepEqual(await c.at({ height: 10n }).as(bob).total(), { sum: 0n, high: 0 });
    });
  });

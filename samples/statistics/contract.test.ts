// Mean, variance, deviation and spread of answers that nobody sees, and who answers twice.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { local } from '@enigma/testing';
import type { Statistics } from './contract.ts';

const contract = new URL('./contract.ts', import.meta.url);
const person = (k: number) => `0x${(k + 1).toString(16).padStart(2, '0').repeat(20)}` as const;

// The same on plain values and by four parties on shares.
for (const engine of ['evaluator', 'mpc'] as const)
  describe(engine, () => {
    test('what ten answers come to, rounded down as integers are', async () => {
      const c = await local<typeof Statistics>(contract, [10n], { engine });
      for (const [k, minutes] of [1, 2, 3, 4, 5, 69, 7, 8, 9, 10].entries()) c.append(person(k), { minutes });
      await assert.rejects(c.as(person(0)).publish(), /block 10/);
      assert.deepEqual(await c.at({ height: 10n }).as(person(0)).publish(), {
        mean: 11,
        variance: 372n,
        deviation: 19n,
        hours: [9, 1, 0, 0],
      });
    });

    test('of one person the last answer counts, and two people are too few', async () => {
      const c = await local<typeof Statistics>(contract, [10n], { engine });
      c.append(person(0), { minutes: 239 });
      c.append(person(0), { minutes: 60 });
      c.append(person(1), { minutes: 90 });
      await assert.rejects(c.at({ height: 10n }).as(person(2)).publish(), /fewer than three/);
      c.append(person(2), { minutes: 120 });
      assert.deepEqual(await c.as(person(2)).publish(), {
        mean: 90,
        variance: 600n,
        deviation: 24n,
        hours: [0, 2, 1, 0],
      });
    });
  });

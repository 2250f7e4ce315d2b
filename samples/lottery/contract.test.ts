// A winner that nobody chose: every ticket wins as often as any other, once, and not before sales are over.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { local } from '@enigma/testing';
import type { Lottery } from './contract.ts';

const contract = new URL('./contract.ts', import.meta.url);
const person = (k: number) => `0x${(k + 1).toString(16).padStart(2, '0').repeat(20)}` as const;

async function sold(engine: 'evaluator' | 'mpc', buyers: readonly number[], seed = 'tickets') {
  const c = await local<typeof Lottery>(contract, [10n], { engine, seed });
  for (const buyer of buyers) await c.as(person(buyer)).buy();
  return c;
}

// The same on plain values and by four parties on shares.
for (const engine of ['evaluator', 'mpc'] as const)
  describe(engine, () => {
    test('one of those who bought wins, once', async () => {
      const c = await sold(engine, [0, 1, 2]);
      await assert.rejects(c.as(person(0)).draw(), /sales go on/);
      const { winner } = await c.at({ height: 10n }).as(person(5)).draw();
      assert.ok([0, 1, 2].map(person).includes(winner as `0x${string}`));
      await assert.rejects(c.as(person(5)).draw(), /a winner was drawn/);
      await assert.rejects(c.as(person(5)).buy(), /sales are over/);
    });

    test('without tickets nobody wins', async () => {
      const c = await sold(engine, []);
      await assert.rejects(c.at({ height: 10n }).as(person(0)).draw(), /nobody bought/);
    });
  });

test('who buys twice as many wins twice as often', async () => {
  let wins = 0;
  const draws = 900;
  for (let k = 0; k < draws; k++) {
    const c = await sold('evaluator', [0, 1, 0], `draw ${k}`);
    const { winner } = await c.at({ height: 10n }).as(person(5)).draw();
    if (winner === person(0)) wins++;
  }
  // 600 expected; five standard deviations are 71.
  assert.ok(Math.abs(wins - 600) < 71, String(wins));
});

// Bands against the same score in the clear; and who may ask for whose.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { local, type LocalContract } from '@enigma/testing';
import type { CreditScore } from './contract.ts';

const contract = new URL('./contract.ts', import.meta.url);
const person = (k: number) => `0x${(k + 1).toString(16).padStart(2, '0').repeat(20)}` as const;
const [bank, alice, bob, landlord] = [person(0xb9), person(0xa0), person(0xaf), person(0x1a)];
const model = { income: 10, years: 15, burden: 6, missed: 120, good: 700, fair: 300 };

interface Figures {
  readonly income: number;
  readonly debt: number;
  readonly years: number;
  readonly missed: number;
}

function bandInClear(of: typeof model, { income, debt, years, missed }: Figures): number {
  const percent = Math.min(Math.floor((debt * 100) / Math.max(income, 1)), 500);
  const plus = Math.min(Math.floor(income / 1000), 200) * of.income + years * of.years;
  const score = Math.max(plus - percent * of.burden - missed * of.missed, 0);
  return score >= of.good ? 1 : score >= of.fair ? 2 : 3;
}

async function opened(engine: 'evaluator' | 'mpc', of = model): Promise<LocalContract<typeof CreditScore>> {
  const c = await local<typeof CreditScore>(contract, [bank], { engine });
  await c.as(bank).setModel(of);
  return c;
}

// The same on plain values and by four parties on shares.
for (const engine of ['evaluator', 'mpc'] as const)
  describe(engine, () => {
    test('random borrowers have the band that the score in the clear says', async () => {
      let seed = 17;
      const below = (bound: number): number => (seed = (seed * 48_271) % 2_147_483_647) % bound;
      const seen = new Set<number>();
      for (let round = 0; round < (engine === 'mpc' ? 1 : 40); round++) {
        const of = { ...model, income: below(20), years: below(40), burden: below(9), missed: below(200) };
        const c = await opened(engine, of);
        for (let k = 0; k < (engine === 'mpc' ? 1 : 5); k++) {
          const income = below(8) === 0 ? 0 : below(250_000);
          const figures = { income, debt: below(below(2) * income + 1000), years: below(61), missed: below(4) };
          await c.as(person(k)).apply(figures);
          const band = await c.as(person(k)).band();
          assert.equal(band, bandInClear(of, figures), JSON.stringify({ of, figures }));
          seen.add(band);
        }
      }
      if (engine === 'evaluator') assert.equal(seen.size, 3);
    });

    test('the greatest figures and weights fit', async () => {
      const most = { income: 1000, years: 1000, burden: 1000, missed: 1000, good: 260_000, fair: 1 };
      const c = await opened(engine, most);
      await c.as(alice).apply({ income: 1_000_000, debt: 0, years: 60, missed: 0 });
      await c.as(bob).apply({ income: 0, debt: 10_000_000, years: 0, missed: 60 });
      assert.deepEqual([await c.as(alice).band(), await c.as(bob).band()], [1, 3]);
    });
  });

test('a band goes to the borrower and to whom he names, as long as he does', async () => {
  const c = await opened('evaluator');
  await c.as(alice).apply({ income: 60_000, debt: 3_000, years: 10, missed: 0 });
  await assert.rejects(c.as(landlord).bandOf(alice), /has not named you/);
  await assert.rejects(c.as(bank).bandOf(alice), /has not named you/);
  await c.as(alice).allow(landlord);
  assert.equal(await c.as(landlord).bandOf(alice), 1);
  assert.equal(await c.as(alice).band(), 1);
  await c.as(alice).forbid(landlord);
  await assert.rejects(c.as(landlord).bandOf(alice), /has not named you/);
  assert.deepEqual(c.releases, [
    {
      function: 'bandOf',
      kind: 'return',
      reason: 'the band of a borrower who named you',
      to: landlord,
      value: 1,
    },
    { function: 'band', kind: 'return', reason: 'your band', to: alice, value: 1 },
  ]);
});

test('the model is set once, by the bank; a borrower applies once, and after that', async () => {
  const c = await local<typeof CreditScore>(contract, [bank]);
  const figures = { income: 1, debt: 1, years: 1, missed: 1 };
  await assert.rejects(c.as(alice).apply(figures), /set no model/);
  await assert.rejects(c.as(alice).setModel(model), /not the bank/);
  await c.as(bank).setModel(model);
  await assert.rejects(c.as(bank).setModel(model), /the model is set/);
  await assert.rejects(c.as(alice).band(), /apply first/);
  await c.as(alice).apply(figures);
  await assert.rejects(c.as(alice).apply(figures), /has a band/);
});

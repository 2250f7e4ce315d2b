// Allele counts of two groups against counts in the clear, and the gate: zeros, and one bit, where a group is too small.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { local, type LocalContract } from '@enigma/testing';
import type { AlleleCounts } from './contract.ts';

const contract = new URL('./contract.ts', import.meta.url);
const person = (k: number) => `0x${(k + 1).toString(16).padStart(2, '0').repeat(20)}` as const;
const closes = 10n;
const none = Array.from({ length: 8 }, () => 0);

interface Person {
  readonly affected: boolean;
  readonly alleles: readonly number[];
}

function countsInClear(people: readonly Person[], least: number): Record<string, unknown> {
  const [group, rest] = [true, false].map((affected) => people.filter((one) => one.affected === affected));
  const enough = group!.length >= least && rest!.length >= least;
  const counts = (of: readonly Person[]): readonly number[] =>
    none.map((_, place) => (enough ? of.reduce((sum, { alleles }) => sum + alleles[place]!, 0) : 0));
  return { people: people.length, enough, affected: counts(group!), others: counts(rest!) };
}

let seed = 11;
const below = (bound: number): number => (seed = (seed * 48_271) % 2_147_483_647) % bound;
const somebody = (affected: boolean): Person => ({ affected, alleles: none.map(() => below(3)) });

// The same on plain values and by four parties on shares.
for (const engine of ['evaluator', 'mpc'] as const)
  describe(engine, () => {
    async function closed(people: readonly Person[], least: number): Promise<LocalContract<typeof AlleleCounts>> {
      const c = await local<typeof AlleleCounts>(contract, [closes, least], { engine });
      for (const [k, one] of people.entries()) c.append(person(k), one);
      return c.at({ height: closes });
    }

    test('random people as counted in the clear; too small a group, of either kind, is told as zeros', async () => {
      let [shown, withheld] = [0, 0];
      for (let round = 0; round < (engine === 'mpc' ? 2 : 60); round++) {
        const people = Array.from({ length: 4 + below(4) }, (_, k) => somebody(round === 0 ? k < 2 : below(2) === 0));
        const counts = await (await closed(people, 2)).as(person(0)).publish();
        assert.deepEqual(counts, countsInClear(people, 2), JSON.stringify(people));
        if (counts.enough) shown++;
        else withheld++;
      }
      assert.ok(engine === 'mpc' || (shown > 0 && withheld > 0));
    });

    test('one too few of one group: nobody learns a count, nor how many they are', async () => {
      for (const few of [true, false]) {
        const people = [few, !few, !few, !few].map(somebody);
        assert.deepEqual(await (await closed(people, 2)).as(person(0)).publish(), {
          people: 4,
          enough: false,
          affected: none,
          others: none,
        });
      }
    });
  });

test('of one person the last entry counts; too few people stop it, before the block nothing is told', async () => {
  const c = await local<typeof AlleleCounts>(contract, [closes, 2]);
  const all = (affected: boolean, count: number): Person => ({ affected, alleles: none.map(() => count) });
  c.append(person(0), all(false, 2));
  await assert.rejects(c.as(person(0)).publish(), /block 10/);
  await assert.rejects(c.at({ height: closes }).as(person(0)).publish(), /too few people/);
  c.append(person(0), all(true, 1));
  c.append(person(1), all(true, 2));
  c.append(person(2), all(false, 0));
  c.append(person(3), all(false, 1));
  const three = none.map(() => 3);
  const one = none.map(() => 1);
  assert.deepEqual(await c.as(person(0)).publish(), { people: 4, enough: true, affected: three, others: one });
  assert.deepEqual(
    c.releases.map(({ reason, to, value }) => [reason, to, value]),
    [
      ['whether both groups are large enough', 'everyone', true],
      ['rare alleles of all who are affected, or zeros', 'everyone', three],
      ['rare alleles of all others, or zeros', 'everyone', one],
    ],
  );
  await assert.rejects(local<typeof AlleleCounts>(contract, [closes, 1]), /a group of one/);
});

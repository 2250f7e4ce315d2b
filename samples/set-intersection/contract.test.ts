// How many ids two lists share, against sets in the clear; who may take part, and who is told.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { local, type LocalContract } from '@enigma/testing';
import type { SetIntersection } from './contract.ts';

const contract = new URL('./contract.ts', import.meta.url);
const [first, second, other] = [`0x${'a1'.repeat(20)}`, `0x${'b0'.repeat(20)}`, `0x${'ca'.repeat(20)}`] as const;
const PLACES = 16;

const filled = (ids: readonly bigint[]): readonly bigint[] => [
  ...ids,
  ...Array.from({ length: PLACES - ids.length }, () => 0n),
];

// The same on plain values and by four parties on shares.
for (const engine of ['evaluator', 'mpc'] as const)
  describe(engine, () => {
    async function handedIn(
      ours: readonly bigint[],
      theirs: readonly bigint[],
    ): Promise<LocalContract<typeof SetIntersection>> {
      const c = await local<typeof SetIntersection>(contract, [first, second], { engine });
      await c.as(second).submit(filled(theirs));
      await c.as(first).submit(filled(ours));
      return c;
    }

    test('random lists as sets in the clear say, with ids twice and places that are not used', async () => {
      let seed = 5;
      const below = (bound: number): number => (seed = (seed * 48_271) % 2_147_483_647) % bound;
      const list = (): readonly bigint[] => Array.from({ length: below(PLACES + 1) }, () => BigInt(below(20)) << 55n);
      for (let round = 0; round < (engine === 'mpc' ? 1 : 60); round++) {
        const [ours, theirs] = [list(), list()];
        const c = await handedIn(ours, theirs);
        const wanted = [...new Set(ours)].filter((id) => id !== 0n && theirs.includes(id)).length;
        assert.equal(await c.as(first).common(), wanted);
        assert.equal(await c.as(second).common(), wanted);
      }
    });
  });

test('nothing leaves but the number, to each of the two alone', async () => {
  const c = await local<typeof SetIntersection>(contract, [first, second]);
  await c.as(first).submit(filled([7n, 8n, 9n]));
  await assert.rejects(c.as(first).common(), /a list is missing/);
  await assert.rejects(c.as(first).submit(filled([7n])), /handed in once/);
  await assert.rejects(c.as(other).submit(filled([7n])), /not one of the two/);
  await c.as(second).submit(filled([9n, 7n, 9n, 1n]));
  await assert.rejects(c.as(other).common(), /not one of the two/);
  assert.equal(await c.as(second).common(), 2);
  assert.deepEqual(c.releases, [
    { function: 'common', kind: 'return', reason: 'how many ids both lists have', to: second, value: 2 },
  ]);
  const { lists } = c.fields as { lists: readonly { readonly key: string }[] };
  assert.deepEqual(
    lists.map(({ key }) => key),
    [first, second],
  );
});

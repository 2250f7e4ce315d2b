// Both prices, ties, no bid, one bid, a bid again, the block at which it closes; and that losers keep their bids to themselves.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { local, type LocalContract } from '@enigma/testing';
import type { Auction } from './contract.ts';

const contract = new URL('./contract.ts', import.meta.url);
const nobody = `0x${'00'.repeat(20)}` as const;
const [alice, bob, carol, dora] = [
  `0x${'a1'.repeat(20)}`,
  `0x${'b0'.repeat(20)}`,
  `0x${'ca'.repeat(20)}`,
  `0x${'d0'.repeat(20)}`,
] as const;
const closes = 10n;

// The same on plain values and by four parties on shares.
for (const engine of ['evaluator', 'mpc'] as const)
  describe(engine, () => {
    async function auction(
      secondPrice: boolean,
      ...bids: readonly (readonly [`0x${string}`, bigint])[]
    ): Promise<LocalContract<typeof Auction>> {
      const c = await local<typeof Auction>(contract, [closes, secondPrice], { engine });
      for (const [bidder, amount] of bids) c.append(bidder, { amount });
      return c.at({ height: closes + 1n });
    }

    test('the highest bid wins and pays the second, or its own', async () => {
      const bids = [
        [alice, 50n],
        [bob, 80n],
        [carol, 80n],
        [dora, 70n],
      ] as const;
      // The second of two equal bids is as high as the first.
      for (const secondPrice of [true, false])
        assert.deepEqual(await (await auction(secondPrice, ...bids)).as(nobody).settle(), {
          winner: bob,
          price: 80n,
          bidders: 4,
        });
      const apart = [
        [alice, 50n],
        [bob, 90n],
        [dora, 70n],
      ] as const;
      assert.deepEqual(await (await auction(true, ...apart)).as(dora).settle(), {
        winner: bob,
        price: 70n,
        bidders: 3,
      });
      assert.deepEqual(await (await auction(false, ...apart)).as(dora).settle(), {
        winner: bob,
        price: 90n,
        bidders: 3,
      });
    });

    test('of equal bids the earlier wins, whichever comes between', async () => {
      const c = await auction(true, [dora, 60n], [alice, 80n], [carol, 10n], [bob, 80n]);
      assert.deepEqual(await c.as(carol).settle(), { winner: alice, price: 80n, bidders: 4 });
    });

    test('no bid: nobody wins for nothing; one bid: it wins, and there is no second price', async () => {
      assert.deepEqual(await (await auction(true)).as(alice).settle(), { winner: nobody, price: 0n, bidders: 0 });
      assert.deepEqual(await (await auction(true, [bob, 7n])).as(alice).settle(), {
        winner: bob,
        price: 0n,
        bidders: 1,
      });
      assert.deepEqual(await (await auction(false, [bob, 7n])).as(alice).settle(), {
        winner: bob,
        price: 7n,
        bidders: 1,
      });
    });

    test('of one bidder the last bid counts, be it higher or lower', async () => {
      const c = await auction(true, [bob, 40n], [dora, 95n], [bob, 90n], [alice, 60n], [dora, 20n]);
      assert.deepEqual(await c.as(alice).settle(), { winner: bob, price: 60n, bidders: 3 });
    });

    test('bids up to the block, settlement after it, and once', async () => {
      const c = await auction(true, [bob, 7n]);
      c.at({ height: closes }).append(alice, { amount: 9n });
      await assert.rejects(c.as(alice).settle(), /still open/);
      c.at({ height: closes + 1n }).append(carol, { amount: 10n });
      assert.deepEqual(await c.as(alice).settle(), { winner: alice, price: 7n, bidders: 2 });
      await assert.rejects(c.as(alice).settle(), /settled already/);
      assert.equal(c.fields['phase'], 'settled');
    });

    test('nothing leaves but the winner and the price, both at settlement', async () => {
      const c = await auction(true, [alice, 50n], [bob, 90n], [dora, 70n]);
      assert.deepEqual(c.releases, []);
      await c.as(alice).settle();
      assert.deepEqual(
        c.releases.map(({ reason, to, value }) => [reason, to, value]),
        [
          ['the winner', 'everyone', bob],
          ['the price the winner pays', 'everyone', 70n],
        ],
      );
    });

    test('random auctions as a list that is sorted says', async () => {
      let seed = 1;
      const below = (bound: number): number => (seed = (seed * 48_271) % 2_147_483_647) % bound;
      for (let round = 0; round < (engine === 'mpc' ? 2 : 40); round++) {
        const bids = Array.from(
          { length: below(8) },
          () => [[alice, bob, carol, dora][below(4)]!, BigInt(below(6))] as const,
        );
        const last = bids.filter(([bidder], i) => !bids.slice(i + 1).some(([later]) => later === bidder));
        const [first, second] = last.toSorted(([, a], [, b]) => Number(b - a));
        const won = first !== undefined && first[1] > 0n;
        assert.deepEqual(await (await auction(true, ...bids)).as(dora).settle(), {
          winner: won ? first[0] : nobody,
          price: second?.[1] ?? 0n,
          bidders: last.length,
        });
      }
    });
  });

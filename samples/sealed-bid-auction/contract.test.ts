// Both prices, ties, no bid, one bid, the block at which it settles; and that losers keep their bids to themselves.
import assert from 'node:assert/strict';
import { test } from 'node:test';
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

async function auction(
  secondPrice: boolean,
  ...bids: readonly (readonly [`0x${string}`, bigint])[]
): Promise<LocalContract<typeof Auction>> {
  const c = await local<typeof Auction>(contract, [closes, secondPrice]);
  for (const [bidder, amount] of bids) await c.as(bidder).bid(amount);
  return c.at({ height: closes });
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
      bids: 4,
    });
  const apart = [
    [alice, 50n],
    [bob, 90n],
    [dora, 70n],
  ] as const;
  assert.deepEqual(await (await auction(true, ...apart)).as(dora).settle(), { winner: bob, price: 70n, bids: 3 });
  assert.deepEqual(await (await auction(false, ...apart)).as(dora).settle(), { winner: bob, price: 90n, bids: 3 });
});

test('of equal bids the earlier wins, whichever comes between', async () => {
  const c = await auction(true, [dora, 60n], [alice, 80n], [carol, 10n], [bob, 80n]);
  assert.deepEqual(await c.as(carol).settle(), { winner: alice, price: 80n, bids: 4 });
});

test('no bid: nobody wins for nothing; one bid: it wins, and there is no second price', async () => {
  assert.deepEqual(await (await auction(true)).as(alice).settle(), { winner: nobody, price: 0n, bids: 0 });
  assert.deepEqual(await (await auction(true, [bob, 7n])).as(alice).settle(), { winner: bob, price: 0n, bids: 1 });
  assert.deepEqual(await (await auction(false, [bob, 7n])).as(alice).settle(), { winner: bob, price: 7n, bids: 1 });
});

test('a bidder who bids again replaces nothing: all his bids stand', async () => {
  const c = await auction(true, [bob, 40n], [bob, 90n], [alice, 60n]);
  assert.deepEqual(await c.as(alice).settle(), { winner: bob, price: 60n, bids: 3 });
});

test('bids until the block, settlement from it on, and once', async () => {
  const c = await auction(true, [bob, 7n]);
  c.at({ height: closes - 1n });
  await assert.rejects(c.as(alice).settle(), /still open/);
  await c.as(alice).bid(9n);
  c.at({ height: closes });
  await assert.rejects(c.as(alice).bid(10n), /closed/);
  assert.deepEqual(await c.as(alice).settle(), { winner: alice, price: 7n, bids: 2 });
  await assert.rejects(c.as(alice).settle(), /settled already/);
  assert.deepEqual([c.fields['phase'], c.fields['bids']], ['settled', 2]);
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
  assert.deepEqual(c.events, [{ name: 'Settled', facts: { bids: 3 } }]);
});

test('random auctions as a list that is sorted says', async () => {
  let seed = 1;
  const below = (bound: number): number => (seed = (seed * 48_271) % 2_147_483_647) % bound;
  for (let round = 0; round < 40; round++) {
    const bids = Array.from(
      { length: below(8) },
      () => [[alice, bob, carol, dora][below(4)]!, BigInt(below(6))] as const,
    );
    const [first, second] = bids.toSorted(([, a], [, b]) => Number(b - a));
    const won = first !== undefined && first[1] > 0n;
    assert.deepEqual(await (await auction(true, ...bids)).as(dora).settle(), {
      winner: won ? first[0] : nobody,
      price: second?.[1] ?? 0n,
      bids: bids.length,
    });
  }
});

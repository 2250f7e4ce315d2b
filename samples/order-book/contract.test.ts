// One price for all, against a search over every price in the clear; nobody trades beyond his limit, and as much is bought as sold.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { local, type LocalContract } from '@enigma/testing';
import type { OrderBook } from './contract.ts';

const contract = new URL('./contract.ts', import.meta.url);
const person = (k: number) => `0x${(k + 1).toString(16).padStart(2, '0').repeat(20)}` as const;
const closes = 10n;

interface Order {
  readonly buy: boolean;
  readonly limit: number;
  readonly quantity: number;
}
const buy = (limit: number, quantity: number): Order => ({ buy: true, limit, quantity });
const sell = (limit: number, quantity: number): Order => ({ buy: false, limit, quantity });
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** How much changes hands at a price: what is offered at it or asked for, whichever is less. */
function tradedAt(orders: readonly Order[], price: number): number {
  const supply = sum(orders.map((one) => (!one.buy && one.limit <= price ? one.quantity : 0)));
  const demand = sum(orders.map((one) => (one.buy && one.limit >= price ? one.quantity : 0)));
  return Math.min(supply, demand);
}

/** Best limits first; between equal ones an order that a draw gave. */
function fillsInClear(orders: readonly Order[], volume: number, drawn: readonly number[]): readonly number[] {
  const fills = orders.map(() => 0);
  for (const side of [true, false]) {
    let left = volume;
    const places = drawn.filter((place) => orders[place]!.buy === side);
    // The contract goes through buyers from the end of its book, so that the draw's last comes first.
    if (side) places.reverse();
    places.sort((a, b) => (orders[a]!.limit - orders[b]!.limit) * (side ? -1 : 1));
    for (const place of places) {
      fills[place] = Math.min(orders[place]!.quantity, left);
      left -= fills[place];
    }
  }
  return fills;
}

// The same on plain values and by four parties on shares.
for (const engine of ['evaluator', 'mpc'] as const)
  describe(engine, () => {
    async function placed(
      orders: readonly Order[],
      drawn: readonly number[],
    ): Promise<LocalContract<typeof OrderBook>> {
      const c = await local<typeof OrderBook>(contract, [closes], { engine, tape: [drawn] });
      for (const [k, order] of orders.entries()) c.append(person(k), order);
      return c.at({ height: closes });
    }
    const fillsOf = async (c: LocalContract<typeof OrderBook>, count: number): Promise<readonly number[]> => {
      const fills: number[] = [];
      for (let k = 0; k < count; k++) fills.push(await c.as(person(k)).fill());
      return fills;
    };

    test('random books: price, volume and each fill as in the clear', async () => {
      let seed = 3;
      const below = (bound: number): number => (seed = (seed * 48_271) % 2_147_483_647) % bound;
      for (let round = 0; round < (engine === 'mpc' ? 1 : 80); round++) {
        const count = engine === 'mpc' ? 5 : 2 + below(9);
        const orders = Array.from({ length: count }, () =>
          (below(2) === 0 ? buy : sell)(below(round % 2 === 0 ? 8 : 20_001), below(10)),
        );
        const drawn = orders.map((_, place) => place).toSorted(() => below(3) - 1);
        const traded = orders.map(({ limit }) => tradedAt(orders, limit));
        const volume = Math.max(...traded);
        const price =
          volume === 0 ? 0 : Math.min(...orders.map(({ limit }) => limit).filter((_, i) => traded[i] === volume));
        const c = await placed(orders, drawn);
        const said = JSON.stringify({ orders, drawn });
        assert.deepEqual(await c.as(person(0)).clear(), { price, volume: BigInt(volume) }, said);
        const fills = await fillsOf(c, count);
        assert.deepEqual(fills, fillsInClear(orders, volume, drawn), said);
        const filled = (side: boolean): number => sum(fills.filter((_, k) => orders[k]!.buy === side));
        assert.deepEqual([filled(true), filled(false)], [volume, volume], said);
        for (const [k, { buy: buys, limit }] of orders.entries())
          if (fills[k]! > 0) assert.ok(buys ? limit >= price : limit <= price, said);
      }
    });
  });

test('two who meet trade at the limit of the seller; two who do not trade nothing at 0', async () => {
  for (const [limit, wanted] of [
    [40, { price: 40, volume: 5n }],
    [60, { price: 0, volume: 0n }],
  ] as const) {
    const c = await local<typeof OrderBook>(contract, [closes]);
    c.append(person(0), buy(50, 8));
    c.append(person(1), sell(limit, 5));
    await assert.rejects(c.as(person(0)).clear(), /block 10/);
    assert.deepEqual(await c.at({ height: closes }).as(person(2)).clear(), wanted);
    assert.equal(await c.as(person(0)).fill(), Number(wanted.volume));
    assert.equal(await c.as(person(2)).fill(), 0);
    assert.deepEqual(
      c.releases.map(({ reason, to, value }) => [reason, to, value]),
      [
        ['the price of all trades', 'everyone', wanted.price],
        ['how much is traded', 'everyone', wanted.volume],
        ['how much of your order was filled', person(0), Number(wanted.volume)],
        ['how much of your order was filled', person(2), 0],
      ],
    );
  }
});

test('of one trader the last order counts, and one order alone is not executed', async () => {
  const c = await local<typeof OrderBook>(contract, [closes]);
  c.append(person(0), buy(50, 8));
  c.append(person(0), buy(30, 8));
  c.at({ height: closes });
  await assert.rejects(c.as(person(0)).clear(), /fewer than two orders/);
  c.append(person(1), sell(40, 8));
  assert.deepEqual(await c.as(person(0)).clear(), { price: 0, volume: 0n });
});

// Minting, transfers, operators until a time; that what cannot be done moves nothing, and who is told what.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { local, type LocalContract } from '@enigma/testing';
import type { Bank } from './contract.ts';

const contract = new URL('./contract.ts', import.meta.url);
const [issuer, alice, bob, operator] = [
  `0x${'15'.repeat(20)}`,
  `0x${'a1'.repeat(20)}`,
  `0x${'b0'.repeat(20)}`,
  `0x${'0e'.repeat(20)}`,
] as const;

// The same on plain values and by four parties on shares.
for (const engine of ['evaluator', 'mpc'] as const)
  describe(engine, () => {
    /** Alice has 100. */
    async function bank(): Promise<LocalContract<typeof Bank>> {
      const c = await local<typeof Bank>(contract, [issuer], { engine });
      assert.equal(await c.as(issuer).mint(alice, 100n), 100n);
      return c;
    }
    const balances = async (c: LocalContract<typeof Bank>): Promise<readonly bigint[]> => [
      await c.as(alice).balance(),
      await c.as(bob).balance(),
    ];

    test('a transfer moves what is there, or nothing, and says so to its sender alone', async () => {
      const c = await bank();
      assert.equal(await c.as(alice).transfer(bob, 40n), 40n);
      assert.deepEqual(await balances(c), [60n, 40n]);
      assert.equal(await c.as(alice).transfer(bob, 100n), 0n);
      assert.equal(await c.as(alice).transfer(alice, 60n), 60n);
      assert.deepEqual(await balances(c), [60n, 40n]);
      assert.ok(c.releases.every(({ to }) => to !== 'everyone'));
    });

    test('the issuer alone mints, and never more than a u64 holds', async () => {
      const c = await bank();
      await assert.rejects(c.as(alice).mint(alice, 1n), /not the issuer/);
      assert.equal(await c.as(issuer).mint(bob, (1n << 64n) - 1n), 0n);
      assert.equal(await c.as(bob).supply(), 100n);
    });

    test('an operator moves until his time, and is told nothing', async () => {
      const c = await bank();
      await c.as(alice).allow(operator, 1000n);
      assert.equal(await c.at({ time: 1000n }).as(operator).transferFrom(alice, bob, 10n), undefined);
      assert.equal(await c.as(operator).transferFrom(alice, bob, 500n), undefined);
      await assert.rejects(c.as(bob).transferFrom(alice, bob, 10n), /not allowed/);
      await assert.rejects(c.at({ time: 1001n }).as(operator).transferFrom(alice, bob, 10n), /not allowed/);
      assert.deepEqual(await balances(c), [90n, 10n]);
    });
  });

test('anybody sees the issuer, who has a balance and who may move whose; no amount', async () => {
  const c = await local<typeof Bank>(contract, [issuer]);
  await c.as(issuer).mint(alice, 5n);
  await c.as(alice).allow(operator, 9n);
  assert.deepEqual(c.fields, {
    issuer,
    'token.balances': [{ key: alice }],
    'token.operators': [{ key: { key1: alice, key2: operator }, value: 9n }],
  });
});

// Who offered most, ties, what each learns of his own; and that an offer leaves to nobody else.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { local } from '@enigma/testing';
import type { Offers } from './contract.ts';

const contract = new URL('./contract.ts', import.meta.url);
const [alice, bob, carol] = [`0x${'a1'.repeat(20)}`, `0x${'b0'.repeat(20)}`, `0x${'ca'.repeat(20)}`] as const;

// The same on plain values and by four parties on shares.
for (const engine of ['evaluator', 'mpc'] as const)
  describe(engine, () => {
    test('the highest offer wins, of equals the first', async () => {
      const c = await local<typeof Offers>(contract, [], { engine });
      await c.as(alice).offer(5n);
      await c.as(bob).offer(7n);
      await c.as(carol).offer(7n);
      assert.equal(await c.as(alice).winner(), bob);
    });

    test('each learns what he offered last', async () => {
      const c = await local<typeof Offers>(contract, [], { engine });
      await c.as(alice).offer(5n);
      await c.as(alice).offer(3n);
      assert.deepEqual([await c.as(alice).mine(), await c.as(bob).mine()], [3n, 0n]);
    });

    test('the winner is told once there are two offers, and nothing else ever', async () => {
      const c = await local<typeof Offers>(contract, [], { engine });
      await c.as(alice).offer(5n);
      await assert.rejects(c.as(alice).winner(), /fewer than two/);
      await c.as(bob).offer(3n);
      await c.as(bob).winner();
      assert.deepEqual(
        c.releases.map(({ reason, to, value }) => [reason, to, value]),
        [['who offered most', 'everyone', alice]],
      );
      assert.equal(c.fields['offers'], 2);
    });
  });

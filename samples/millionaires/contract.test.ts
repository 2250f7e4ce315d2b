// Who is worth most: ties, nobody, one who comes twice; and that nothing but the name leaves.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { local } from '@enigma/testing';
import type { Millionaires } from './contract.ts';

const contract = new URL('./contract.ts', import.meta.url);
const nobody = `0x${'00'.repeat(20)}` as const;
const [alice, bob, carol] = [`0x${'a1'.repeat(20)}`, `0x${'b0'.repeat(20)}`, `0x${'ca'.repeat(20)}`] as const;

// The same on plain values and by four parties on shares.
for (const engine of ['evaluator', 'mpc'] as const)
  describe(engine, () => {
    const richestOf = async (...worths: readonly (readonly [`0x${string}`, bigint])[]): Promise<string> => {
      const c = await local<typeof Millionaires>(contract, [], { engine });
      for (const [who, worth] of worths) await c.as(who).join(worth);
      const { who } = await c.as(carol).richest();
      assert.deepEqual(c.releases, [
        { function: 'richest', kind: 'reveal', reason: 'who is worth most', to: 'everyone', value: who },
      ]);
      return who;
    };

    test('the one who is worth most', async () => {
      assert.equal(await richestOf([alice, 1_000_000n], [bob, 2_000_000n]), bob);
      assert.equal(await richestOf([alice, 2_000_000n], [bob, 1_000_000n], [carol, 18446744073709551615n]), carol);
    });

    test('of equals the one who came first', async () => {
      assert.equal(await richestOf([alice, 5n], [bob, 5n]), alice);
      assert.equal(await richestOf([bob, 1n], [alice, 5n], [bob, 5n]), alice);
    });

    test('nobody, where nobody came or nobody is worth anything', async () => {
      assert.equal(await richestOf(), nobody);
      assert.equal(await richestOf([alice, 0n]), nobody);
    });

    test('who takes part is public, what he is worth is not', async () => {
      const c = await local<typeof Millionaires>(contract, [], { engine });
      await c.as(alice).join(7n);
      assert.equal(c.compiled.abi.functions.find(({ name }) => name === 'join')?.params[0]?.secret, true);
      assert.deepEqual(
        c.compiled.verified.module.fields.map(({ name }) => name),
        ['members'],
      );
      assert.deepEqual(c.releases, []);
    });
  });

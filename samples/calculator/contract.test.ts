// Four operations on signed numbers against those of JavaScript; and that the caller alone is told.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { local } from '@enigma/testing';
import type { Calculator } from './contract.ts';

const contract = new URL('./contract.ts', import.meta.url);
const alice = `0x${'a1'.repeat(20)}` as const;
const operations = [
  (a: bigint, b: bigint) => a + b,
  (a: bigint, b: bigint) => a - b,
  (a: bigint, b: bigint) => a * b,
  (a: bigint, b: bigint) => (b === 0n ? 0n : a / b),
] as const;
const [least, most] = [-(2 ** 31), 2 ** 31 - 1];

// The same on plain values and by four parties on shares.
for (const engine of ['evaluator', 'mpc'] as const)
  describe(engine, () => {
    test('as JavaScript computes, random numbers and the ends of the type', async () => {
      let seed = 9;
      const below = (bound: number): number => (seed = (seed * 48_271) % 2_147_483_647) % bound;
      const ends = [least, most, -1, 0, 1, -7, 2];
      const number = (): number => (below(2) === 0 ? ends[below(ends.length)]! : below(2_000_001) - 1_000_000);
      const c = await local<typeof Calculator>(contract, [], { engine });
      for (let round = 0; round < (engine === 'mpc' ? 2 : 400); round++) {
        const [a, operation, b] = [number(), below(4), number()];
        const wanted = operations[operation]!(BigInt(a), BigInt(b));
        assert.equal(await c.as(alice).calculate(a, operation, b), wanted, `${a} ${operation} ${b}`);
      }
      assert.equal(await c.as(alice).calculate(least, 3, -1), 2n ** 31n);
      assert.ok(c.releases.every(({ to, kind }) => to === alice && kind === 'return'));
    });
  });

test('an operation that there is none of is no argument', async () => {
  const c = await local<typeof Calculator>(contract, []);
  await assert.rejects(c.as(alice).calculate(1, 4, 1));
});

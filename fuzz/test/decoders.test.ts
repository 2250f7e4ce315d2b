// Every decoder of every room against broken inputs: no throw, no hang, no memory that follows a number in the input, one encoding. More inputs: npm run fuzz.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { findDecoders } from '../src/find.ts';
import { createHunter } from '../src/hunt.ts';
import { hexOf } from '../src/judge.ts';
import { SEED, TEST_INPUTS } from '../src/limits.ts';

const found = await findDecoders();
const hunter = createHunter();

describe('broken inputs', () => {
  after(() => hunter.close());
  for (const one of found) {
    const { name, every = 1, takesAll = false, takesNone = false } = one.decoder;
    const inputs = Math.ceil(TEST_INPUTS / every);
    it(`${name}, ${inputs} of them`, async () => {
      const { fault, taken, refused } = await hunter.hunt(one, { seed: SEED, from: 0, to: inputs });
      assert.equal(
        fault,
        undefined,
        `${fault?.kind}, ${fault?.what}: npm run fuzz -- --decoder ${name} --input 0x${fault && hexOf(fault.input)}`,
      );
      // A decoder that takes nothing has nothing to break.
      assert.ok((takesNone || taken > 0) && (takesAll || refused > 0), `${taken} taken, ${refused} refused`);
    });
  }
});

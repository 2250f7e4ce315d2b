// The decoders of some rooms against broken inputs: no throw, no hang, no memory that follows a number in the input, one encoding. More inputs: npm run fuzz.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { findDecoders } from '../src/find.ts';
import { createHunter } from '../src/hunt.ts';
import { hexOf } from '../src/judge.ts';
import { SEED, TEST_INPUTS } from '../src/limits.ts';

/** Rooms by the test file that has their decoders: together they would take longer than one file may. */
export const ROOMS = {
  formats: ['bytecode', 'compiler', 'crypto', 'protocol'],
  peers: ['mpc', 'node'],
  outside: ['cli', 'client', 'contracts', 'web'],
} as const;

export function roomOf(decoder: string): string {
  return decoder.split('/', 1)[0] ?? '';
}

export async function describeRooms(rooms: readonly string[]): Promise<void> {
  const found = (await findDecoders()).filter(({ decoder }) => rooms.includes(roomOf(decoder.name)));
  const hunter = createHunter();
  describe(`broken inputs for ${rooms.join(', ')}`, () => {
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
}

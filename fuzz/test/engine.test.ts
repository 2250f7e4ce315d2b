// The fuzzer finds each way in which a decoder can be wrong, makes the input short, and makes the same inputs again from the same seed.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createHunter } from '../src/hunt.ts';
import { inputsOf } from '../src/inputs.ts';
import type { FaultKind } from '../src/judge.ts';
import { shrink } from '../src/shrink.ts';
import { decoders } from './planted.ts';

const file = fileURLToPath(new URL('./planted.ts', import.meta.url));
const hunter = createHunter({ heapMb: 64 });
/** Quick to give up, for what never ends anyway. */
const impatient = createHunter({ hangMs: 1_500 });
after(() => Promise.all([hunter.close(), impatient.close()]));

const EXPECTED: readonly (readonly [name: string, kind: FaultKind | undefined])[] = [
  ['planted/right', undefined],
  ['planted/throws', 'throws'],
  ['planted/rejects', 'throws'],
  ['planted/hangs', 'hangs'],
  ['planted/slow', 'hangs'],
  ['planted/allocates', 'allocates'],
  ['planted/collects', 'allocates'],
  ['planted/dies', 'dies'],
  ['planted/twoEncodings', 'twoEncodings'],
];

for (const [name, kind] of EXPECTED)
  test(`${name}: ${kind ?? 'no fault'}`, async () => {
    const decoder = decoders.find((one) => one.name === name);
    assert.ok(decoder);
    const one = kind === 'hangs' ? impatient : hunter;
    const { fault, taken, refused } = await one.hunt({ file, decoder }, { seed: 'planted', from: 0, to: 3_000 });
    assert.equal(fault?.kind, kind, `${fault?.what}`);
    if (fault === undefined) {
      assert.equal(taken + refused, 3_000);
      assert.ok(taken > 100 && refused > 100, `${taken} taken, ${refused} refused`);
      return;
    }
    // The same input shows it again, alone, and so does its number.
    assert.deepEqual(inputsOf(decoder, 'planted').at(fault.index), fault.input);
    assert.equal((await one.try({ file, decoder }, fault.input))?.kind, kind);
  });

test('a failing input is made short', async () => {
  const decoder = decoders.find((one) => one.name === 'planted/throws');
  assert.ok(decoder);
  const input = new Uint8Array(3_000).fill(9);
  const { input: short } = await shrink(
    input,
    async (smaller) => (await hunter.try({ file, decoder }, smaller))?.kind === 'throws',
    400,
  );
  // Four bytes of a length, and nothing behind them.
  assert.equal(short.length, 4);
});

test('inputs follow from seed and number, and from nothing else', () => {
  for (const decoder of decoders.slice(0, 2)) {
    const [one, again, other] = [inputsOf(decoder, 'a'), inputsOf(decoder, 'a'), inputsOf(decoder, 'b')];
    const numbers = Array.from({ length: 300 }, (_, i) => i);
    assert.deepEqual(
      numbers.map((i) => one.at(i)),
      numbers
        .toReversed()
        .map((i) => again.at(i))
        .toReversed(),
    );
    assert.notDeepEqual(
      numbers.map((i) => one.at(i)),
      numbers.map((i) => other.at(i)),
    );
  }
});

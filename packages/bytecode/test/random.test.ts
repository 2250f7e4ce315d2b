// Random draws in the plain evaluator: what the tape says, in the order of the program, and who a released draw is said to come from.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  drawnTape,
  evaluate,
  loadModule,
  encodeModule,
  moduleBuilder,
  plainLeaves,
  policyOf,
  policyText,
  scalarRefs,
  trapCodes,
  writtenTape,
  type RegionBuilder,
  type BuiltValue,
  type Tape,
  type Verified,
} from '@enigma/bytecode';
import { seededRandom } from '@enigma/crypto';

const { bool, u8, u32, u64, i8 } = scalarRefs;
const context = { sender: 1n, self: 2n, height: 1n, time: 0n, value: 0n, seats: 4, threshold: 1 };

/** f(n) reveals what `build` makes, all of one type. */
function shown(type: number, build: (r: RegionBuilder, n: BuiltValue) => readonly BuiltValue[]): Verified {
  const m = moduleBuilder();
  const list = m.vectorType(type);
  const why = m.release('reveal', 'the draws');
  m.function(
    { name: 'f', kind: 'call', params: [{ name: 'n', type: u32, label: 'p' }], results: [{ type: list, label: 'p' }] },
    (r, [n]) => [r.reveal(why, r.vector(list, build(r, n!)))],
  );
  const loaded = loadModule(encodeModule(m.finish()));
  if (!loaded.ok) assert.fail(loaded.code);
  return loaded.value;
}

function valuesOf(module: Verified, n: bigint, tape: Tape): readonly bigint[] {
  const { outcome } = evaluate(module, 0, { args: [n], context, tape });
  if (outcome.status !== 'ok') return [BigInt(-(outcome.status === 'revert' ? outcome.code : 0))];
  return plainLeaves(module, module.module.functions[0]!.results[0]!.type, outcome.results[0]!);
}

test('draws take the entries of the tape one after another', () => {
  const module = shown(u32, (r, n) => [
    r.cast(u32, r.emit('rand.bits', [], [u8])),
    r.emit('rand.below', [n]),
    r.cast(u32, r.emit('rand.bits', [], [bool])),
    r.cast(u32, r.emit('rand.bits', [], [i8])),
  ]);
  const tape = writtenTape([200n, 4n, 1n, 0xffn]);
  assert.deepEqual(valuesOf(module, 6n, tape), [200n, 4n, 1n, 0xffff_ffffn]);
  assert.throws(() => valuesOf(module, 6n, tape), /the tape has 4 entries, and one more is drawn/);
  assert.throws(() => valuesOf(module, 4n, writtenTape([0n, 4n])), /entry 1 of the tape is 4, not below 4/);
  assert.throws(() => evaluate(module, 0, { args: [6n], context }), /nobody gave it a tape/);
});

test('a number below n is ⌊R·n / 2^96⌋, for every n a tape can be written, and below none the task ends', () => {
  const module = shown(u32, (r, n) => [r.emit('rand.below', [n])]);
  const from = (R: bigint): Tape => ({ ...writtenTape([]), below: () => R });
  for (const n of [1n, 2n, 3n, 1000n, (1n << 32n) - 1n]) {
    for (const R of [0n, 1n, 1n << 95n, (1n << 96n) - 1n])
      assert.deepEqual(valuesOf(module, n, from(R)), [(R * n) >> 96n]);
    for (const value of [0n, n >> 1n, n - 1n]) assert.deepEqual(valuesOf(module, n, writtenTape([value])), [value]);
  }
  assert.deepEqual(valuesOf(module, 0n, writtenTape([0n])), [BigInt(-trapCodes.divisionByZero)]);
});

test('thirty thousand draws below three are a third each, within one in a hundred', () => {
  const module = shown(u32, (r, n) => Array.from({ length: 100 }, () => r.emit('rand.below', [n])));
  const tape = drawnTape(seededRandom('thirds'));
  const counts = [0, 0, 0];
  for (let run = 0; run < 300; run++) for (const value of valuesOf(module, 3n, tape)) counts[Number(value)]!++;
  for (const count of counts) assert.ok(Math.abs(count - 10_000) < 300, counts.join());
});

test('drawn bits are uniform: every byte comes, and half of the bits of 64 are set', () => {
  const bytes = shown(u8, (r) => Array.from({ length: 256 }, () => r.emit('rand.bits', [], [u8])));
  const tape = drawnTape(seededRandom('bytes'));
  const counts = Array.from({ length: 256 }, () => 0);
  for (let run = 0; run < 100; run++) for (const value of valuesOf(bytes, 0n, tape)) counts[Number(value)]!++;
  const squared = counts.reduce((sum, count) => sum + (count - 100) ** 2 / 100, 0);
  // Above 347 with 255 degrees of freedom in one of ten thousand.
  assert.ok(squared < 347, `χ² ${squared}`);
  const words = shown(u64, (r) => Array.from({ length: 100 }, () => r.emit('rand.bits', [], [u64])));
  const ones = valuesOf(words, 0n, tape).reduce((sum, word) => sum + word.toString(2).replaceAll('0', '').length, 0);
  assert.ok(Math.abs(ones - 3200) < 200, `${ones}`);
});

test('the report says that a value comes from random draws of nobody, and where seats may have it drawn again', () => {
  const module = shown(u32, (r, n) => [r.emit('rand.below', [n])]);
  assert.match(policyText(policyOf(module)), /computed from random draws, which nobody knows/);
  // What is opened is computed with here, so who sees it may prefer another draw.
  const m = moduleBuilder();
  const why = m.release('reveal', 'a die');
  m.function({ name: 'f', kind: 'call', results: [{ type: u32, label: 'p' }] }, (r) => [
    r.emit('add.t', [r.reveal(why, r.emit('rand.below', [r.constant(u32, 6)])), r.constant(u32, 1)]),
  ]);
  const loaded = loadModule(encodeModule(m.finish()));
  assert.ok(loaded.ok);
  assert.match(
    policyText(policyOf(loaded.value)),
    /what is released opens while the task runs, before it is settled\n.*\n {2}and have what was drawn at random drawn again/,
  );
  assert.doesNotMatch(policyText(policyOf(module)), /drawn again/);
  const none = shown(u32, (r, n) => [r.emit('classify', [n])]);
  assert.doesNotMatch(policyText(policyOf(none)), /random/);
});

test('a permutation puts elements in its order; of other lengths than theirs the task ends', () => {
  const of = (length: number): Verified =>
    shown(u32, (r, n) => {
      const list = r.emit('rand.perm', [n], [32]);
      const moved = r.emit('permute', [
        r.vector(
          32,
          Array.from({ length }, (_, k) => r.constant(u32, 10 * k)),
        ),
        list,
      ]);
      return Array.from({ length }, (_, k) => r.emit('at', [moved, r.constant(u32, k)]));
    });
  assert.deepEqual(valuesOf(of(4), 4n, writtenTape([[3, 0, 2, 1]])), [30n, 0n, 20n, 10n]);
  assert.deepEqual(valuesOf(of(1), 1n, writtenTape([[0]])), [0n]);
  assert.deepEqual(valuesOf(of(3), 4n, writtenTape([[3, 0, 2, 1]])), [BigInt(-trapCodes.length)]);
  assert.deepEqual(valuesOf(of(3), 1n << 21n, writtenTape([])), [BigInt(-trapCodes.length)]);
});

test('every order of four places is drawn alike', () => {
  const tape = drawnTape(seededRandom('orders'));
  const counts = new Map<string, number>();
  for (let k = 0; k < 4800; k++) {
    const order = tape.permutation(4).join();
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  assert.equal(counts.size, 24);
  // Above 58 with 23 degrees of freedom in one of ten thousand.
  assert.ok([...counts.values()].reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0) < 58);
});

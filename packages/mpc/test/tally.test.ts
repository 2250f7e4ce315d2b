import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FieldVector, newVector, toBigints } from '@enigma/crypto';
import { checkpoint } from '../src/checkpoint.ts';
import { concatShared, type SharedBits } from '../src/bits.ts';
import { bitsToField } from '../src/convert.ts';
import { equalPublic } from '../src/circuits/compare.ts';
import { planesOf } from '../src/circuits/planes.ts';
import type { Engine } from '../src/engine.ts';
import { maskedBits, maskedBoth, type MaskedInput } from '../src/masks.ts';
import { maskOutput, opensCommitment, unmask } from '../src/outputs.ts';
import { parallel, type Protocol } from '../src/round.ts';
import { all, committee, maskFor, revealBits, revealField, run, passes, shapes } from './committee.ts';

function* tally(engine: Engine, ballots: readonly MaskedInput[], candidates: number) {
  const bits = yield* maskedBits(engine, ballots, 5);
  const hits = yield* parallel(
    Array.from({ length: candidates }, (_, c): Protocol<SharedBits> =>
      equalPublic(
        engine,
        bits,
        planesOf(
          ballots.map(() => BigInt(c + 1)),
          5,
        ),
      ),
    ),
  );
  const field = yield* bitsToField(engine, concatShared(hits));
  const ones = newVector(ballots.length).map((_, k) => (k % 2 === 0 ? 1n : 0n));
  const counts = hits.map((_, c) =>
    engine.context.kernel.dot(
      field.subarray(2 * c * ballots.length, 2 * (c + 1) * ballots.length),
      ones as FieldVector,
    ),
  );
  const vector = newVector(candidates);
  counts.forEach((count, c) => vector.set([count & (2n ** 64n - 1n), count >> 64n], 2 * c));
  const output = yield* maskOutput(engine, { task: 0, block: 0 }, vector);
  const released = yield* checkpoint(output.masked, { commitments: output.commitments });
  return { output, released };
}

for (const { n, T } of shapes) {
  test(`(${n},${T}) counts ballots that nobody sees`, () => {
    const c = committee({ n, T, ands: 60_000, daBits: 400 });
    const choices = Array.from({ length: 100 }, (_, k) => BigInt((k * 7) % 5));
    const ballots = choices.map((choice, k) => maskFor(c, choice, `ballot ${k}`, 0, 5));
    const outcome = run(c, (engine) => tally(engine, ballots, 4));
    const results = all(outcome);
    const { values, commitments } = results[0]?.released.value ?? assert.fail();
    const masks = commitments.map((commitment, k) => {
      const piece = results
        .flatMap(({ output }) => output.pieces)
        .find((p) => opensCommitment(new Uint8Array(34).fill(7), { task: 0, block: 0 }, p, commitment));
      return piece?.mask ?? assert.fail(`nobody opens set ${k}`);
    });
    const counts = toBigints(unmask(c.kernel, values, masks));
    assert.deepEqual(
      counts,
      [1, 2, 3, 4].map((v) => BigInt(choices.filter((choice) => choice === BigInt(v)).length)),
    );
    assert.notDeepEqual(toBigints(values), counts);
  });

  test(`masks of (${n},${T}) carry any width into both domains`, () => {
    const c = committee({ n, T, ands: 30_000, daBits: 1000 });
    for (const width of [1, 2, 7, 33, 64]) {
      const values = [0n, 1n, 2n ** BigInt(width) - 1n, (0x123456789abcdefn >> 3n) & (2n ** BigInt(width) - 1n)];
      const inputs = values.map((value, k) => maskFor(c, value, `${width}/${k}`, k, width));
      const results = passes(run(c, (engine) => maskedBoth(engine, inputs, width)));
      assert.deepEqual(revealField(c, new Map([...results].map(([s, r]) => [s, r.field]))), values);
      for (let k = 0; k < width; k++) {
        const plane = revealBits(c, new Map([...results].map(([s, r]) => [s, r.bits[k] as SharedBits])));
        assert.deepEqual(
          plane,
          values.map((value) => Number((value >> BigInt(k)) & 1n)),
        );
      }
    }
  });
}

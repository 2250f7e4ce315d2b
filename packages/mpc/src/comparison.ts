// Order and equality of values in F_p (docs/protocols/comparison.md). One masked opening each; then the bit in question is a carry, or a run
// of ones, of the opened value and the bits of the mask. Other bits of z are not made.
import type { FieldVector } from '@enigma/crypto';
import { type SharedBits, xorShared } from './bits.ts';
import { carryOut, compress, sumOf } from './circuits/columns.ts';
import { allOf } from './circuits/compare.ts';
import { not } from './circuits/planes.ts';
import { openMasked, withOpened } from './edaBits.ts';
import type { Engine } from './engine.ts';
import { WALL_BITS } from './limits.ts';
import type { Protocol } from './round.ts';

/** [d < 0] for −2^width ≤ d < 2^width: place `width` of d + 2^width is not set. */
export function* isNegative(engine: Engine, d: FieldVector, width: number): Protocol<SharedBits> {
  assertWall(width + 1);
  const z = engine.context.kernel.addScalar(d, 1n << BigInt(width));
  return not(engine, yield* bitOfField(engine, z, width));
}

/** Bit `place` of 0 ≤ z < 2^65. */
export function* bitOfField(engine: Engine, z: FieldVector, place: number): Protocol<SharedBits> {
  assertWall(place + 1);
  const value = yield* openMasked(engine, z, place + 1, place + 1);
  const columns = yield* compress(engine, withOpened(engine, value, place + 1, BigInt(engine.sets.length)));
  const carry = yield* carryOut(engine, columns.slice(0, place));
  const top = sumOf(columns[place] as readonly SharedBits[]);
  return carry === null ? top : xorShared(top, carry);
}

/**
 * [z ≡ 0 mod 2^width] for 0 ≤ z < 2^65. z − 1 ≡ 2^width − 1 is what is tested: two summands have that sum where each bit of one is the
 * complement of the other's, so no carry has to run (Cortadella, Llabería, IEEE Trans. Computers 41, 1992).
 */
export function* isZero(engine: Engine, z: FieldVector, width: number): Protocol<SharedBits> {
  assertWall(width);
  const value = yield* openMasked(engine, z, width, width);
  const columns = yield* compress(engine, withOpened(engine, value, width, BigInt(engine.sets.length) - 1n));
  return yield* allOf(engine, columns.map(sumOf));
}

function assertWall(bits: number): void {
  if (bits < 1 || bits > WALL_BITS) throw new RangeError('a value past the wall is reduced by limbs');
}

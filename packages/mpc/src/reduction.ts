// Values in F_p mod 2^w (docs/protocols/reduction.md), exactly: as bits, or as a field element whose multiple of 2^w is told by a few bits.
import type { FieldVector } from '@enigma/crypto';
import { type SharedBits, xorShared } from './bits.ts';
import { type Columns, carryOut, compress, lengthOf, sumColumns, sumOf } from './circuits/columns.ts';
import { type Planes, zeroShared } from './circuits/planes.ts';
import { weighted } from './convert.ts';
import { lowShares, masked, openMasked, withOpened } from './edaBits.ts';
import type { Engine } from './engine.ts';
import { WALL_BITS } from './limits.ts';
import { andAll } from './online.ts';
import type { Protocol } from './round.ts';

/** Bits of z mod 2^width for 0 ≤ z < 2^65. */
export function* bitsOfField(engine: Engine, z: FieldVector, width: number): Protocol<Planes> {
  assertWall(width);
  const value = yield* openMasked(engine, z, width, width);
  return yield* sumColumns(engine, withOpened(engine, value, width, BigInt(engine.sets.length)));
}

/**
 * z mod 2^width in F_p for 0 ≤ z < 2^65, the signed residue where `signed`. Over the integers c mod 2^w + K·2^w − Σ_A (r_A mod 2^w) =
 * z mod 2^w + u·2^w with 0 ≤ u ≤ K: the carry u is made in bits and brought back by its ⌈log₂(K + 1)⌉ daBits, the sign by one more.
 */
export function* reduce(engine: Engine, z: FieldVector, width: number, signed = false): Protocol<FieldVector> {
  assertWall(width);
  const { kernel } = engine.context;
  const K = engine.sets.length;
  const value = yield* openMasked(engine, z, width, width + carryBits(K));
  const columns = withOpened(engine, value, width, BigInt(K));
  const above = yield* carriesAbove(engine, columns, signed ? width - 1 : width);
  // The sign bit counts one 2^width like the lowest bit of the carry.
  const places = above.map((_, k) => (signed ? 1n << BigInt(Math.max(0, k - 1)) : 1n << BigInt(k)));
  const u = yield* weighted(engine, above, places);
  const difference = kernel.sub(masked(value.opened, width), lowShares(engine, value, width));
  const shifted = kernel.addScalar(difference, BigInt(K) << BigInt(width));
  return kernel.sub(shifted, kernel.scale(u, 1n << BigInt(width), u), shifted);
}

/** Bits of a carry 0 … K. */
export function carryBits(K: number): number {
  return Math.ceil(Math.log2(K + 1));
}

/** The bits of a sum from place `width` on. */
export function* carriesAbove(engine: Engine, columns: Columns, width: number): Protocol<Planes> {
  const rest = yield* compress(engine, columns);
  let carry = yield* carryOut(engine, rest.slice(0, width));
  const planes: SharedBits[] = [];
  for (let k = width; k < rest.length; k++) {
    const column = rest[k] as readonly SharedBits[];
    const bits = carry === null ? column : [...column, carry];
    planes.push(bits.length === 0 ? zeroShared(engine, lengthOf(rest)) : sumOf(bits));
    if (k + 1 === rest.length || bits.length < 2) carry = null;
    else {
      const [x, y, z] = bits as [SharedBits, SharedBits, SharedBits | undefined];
      const pair = z ? ([xorShared(x, y), xorShared(x, z)] as const) : ([x, y] as const);
      const [product] = (yield* andAll(engine, [pair])) as [SharedBits];
      carry = z ? xorShared(x, product) : product;
    }
  }
  return planes;
}

function assertWall(bits: number): void {
  if (bits < 1 || bits > WALL_BITS) throw new RangeError('a value past the wall is reduced by limbs');
}

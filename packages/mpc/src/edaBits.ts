// Masks known in both domains (docs/protocols/edabits.md; edaBits of Escudero, Ghosh, Keller, Rachuri, Scholl, CRYPTO 2020, without
// cut-and-choose): r = Σ_A r_A, each r_A known to the holders of A, so correctly shared in F_p and in Z₂ without a message. What is opened is
// c = z + r, a bounded opening; bits and residues of z follow from c and the low bits of the r_A by binary adders.
import { type FieldVector, type SeatSet, lengthOf, newVector, shareCoefficient } from '@enigma/crypto';
import type { SharedBits } from './bits.ts';
import { type Columns, columnsOf, compressOnce } from './circuits/columns.ts';
import { type Planes, constantShared } from './circuits/planes.ts';
import { planesOfVector } from './circuits/transpose.ts';
import { type Engine, randomPieces } from './engine.ts';
import { wordsOf } from './internal/words.ts';
import { WALL_BITS } from './limits.ts';
import { type Protocol, openField, parallel } from './round.ts';

/** Bits of each r_A. K of them stay below 2^127, so z + r never passes p. */
export function maskBits(sets: number): number {
  return 127 - Math.ceil(Math.log2(sets));
}

/** σ: what the opened c still hides of a value of so many bits; at the wall that is 60 for (3,1) and (4,1), 58 for (5,2). */
export function slackBits(sets: number, valueBits: number = WALL_BITS): number {
  return maskBits(sets) - valueBits;
}

/** z + r, opened, and what is left to add: z ≡ c + Σ_A ¬r_A + K mod 2^w, where ¬ complements the low w bits. */
export interface MaskedValue {
  /** z + r. */
  readonly opened: FieldVector;
  /** r_A of the sets that this seat holds. */
  readonly pieces: ReadonlyMap<SeatSet, FieldVector>;
  /** Bits of Σ_A ¬r_A, one level of full adders taken off in the round of the opening. */
  readonly columns: Columns;
}

export interface Mask {
  /** r_A of the sets that this seat holds. */
  readonly pieces: ReadonlyMap<SeatSet, FieldVector>;
  /** Shares of r = Σ_A r_A. */
  readonly shares: FieldVector;
}

/** One mask for each of `count` values below the wall. */
export function drawMask(engine: Engine, count: number): Mask {
  const { kernel, seat } = engine.context;
  const pieces = randomPieces(engine, 'random', count);
  const bits = engine.checks.slack === false ? WALL_BITS : maskBits(engine.sets.length);
  for (const piece of pieces.values()) cut(piece, bits);
  const held = [...pieces.keys()];
  const shares = kernel.combine(
    held.map((set) => shareCoefficient(set, seat)),
    held.map((set) => pieces.get(set) as FieldVector),
  );
  return { pieces, shares };
}

/**
 * Opens z + r for 0 ≤ z < 2^65. `low` is how many bits of the r_A are added up, `width` to how many bits: carries above are dropped. Everything
 * that z depends on has been verified (docs/protocols/openings.md).
 */
export function* openMasked(engine: Engine, z: FieldVector, low: number, width: number): Protocol<MaskedValue> {
  const { kernel } = engine.context;
  const count = lengthOf(z);
  const { pieces, shares } = drawMask(engine, count);
  const known = engine.sets.map((set) => complementPlanes(engine, set, pieces.get(set), count, low));
  const [opened, columns] = (yield* parallel<unknown>([
    openField('bounded', kernel.add(shares, z, shares)),
    compressOnce(engine, columnsOf(known, width)),
  ])) as [FieldVector, Columns];
  return { opened, pieces, columns };
}

/** Columns of c + k + Σ_A ¬r_A: what the opened value adds, as public bits, to those of the masks. */
export function withOpened(engine: Engine, { opened, columns }: MaskedValue, low: number, k: bigint): Columns {
  const { kernel } = engine.context;
  const width = columns.length;
  const residue = low < width ? kernel.addScalar(masked(opened, low), k) : kernel.addScalar(opened, k);
  const bits = planesOfVector(residue, width).map((plane) => constantShared(engine, plane));
  return columns.map((column, place) => [...column, bits[place] as SharedBits]);
}

/** Elements mod 2^bits, in a new vector. */
export function masked(vector: FieldVector, bits: number): FieldVector {
  return cut(vector.slice() as FieldVector, bits);
}

/** Takes away all bits from place `bits` on, in place. */
export function cut(vector: FieldVector, bits: number): FieldVector {
  const words = new Uint32Array(vector.buffer, vector.byteOffset, 2 * vector.length);
  const masks = [0, 1, 2, 3].map((word) => {
    const kept = Math.min(32, Math.max(0, bits - 32 * word));
    return kept === 32 ? 0xffffffff : (1 << kept) - 1;
  });
  for (let word = 0; word < 4; word++) {
    const mask = masks[word] as number;
    if (mask === 0xffffffff) continue;
    for (let k = word; k < words.length; k += 4) words[k] = (words[k] as number) & mask;
  }
  return vector;
}

/** ¬r_A mod 2^width as a sharing: the piece for A is the value, every other piece zero. */
function complementPlanes(
  engine: Engine,
  set: SeatSet,
  piece: FieldVector | undefined,
  count: number,
  width: number,
): Planes {
  const zero = new Uint32Array(wordsOf(count));
  const own = piece && planesOfVector(piece, width, true);
  return Array.from({ length: width }, (_, k) => ({
    length: count,
    pieces: new Map(engine.held.map((held) => [held, (held === set && own?.[k]?.words) || zero])),
  }));
}

/** Shares of Σ_A (r_A mod 2^bits). */
export function lowShares(engine: Engine, { pieces, opened }: MaskedValue, bits: number): FieldVector {
  const { kernel, seat } = engine.context;
  if (pieces.size === 0) return newVector(lengthOf(opened));
  const held = [...pieces.keys()];
  return kernel.combine(
    held.map((set) => shareCoefficient(set, seat)),
    held.map((set) => masked(pieces.get(set) as FieldVector, bits)),
  );
}

// Random values of tasks (docs/protocols/randomness.md). For each T-set A its holders derive a piece from the session's seed of kind `draw`, under the draw's place in
// the session; the value is what all pieces give together, so T seats, who lack one piece, know nothing of it, and nobody sends a message.
import { type SeatSet, concat, prf, u32le } from '@enigma/crypto';
import { LIMB_BITS, LIMBS } from './limits.ts';
import { permutationOf } from './shuffle.ts';

/** Which task of the session, and which of its draws in the order of the program. */
export interface DrawPlace {
  readonly task: number;
  readonly draw: number;
}

/** Pieces by T-set, of the sets that this seat holds. */
export interface Draws {
  /** Words of `width` ≤ 64 uniform bits: the value is their XOR. */
  bits(place: DrawPlace, width: number): ReadonlyMap<SeatSet, bigint>;
  /** Limbs of 32 uniform bits, lowest first, for a number below the bound: each limb of R is the sum of theirs mod 2^32. */
  below(place: DrawPlace, bound: bigint): ReadonlyMap<SeatSet, readonly bigint[]>;
  /** Uniform orders of 0 … count − 1: the order is that of the first set, taken at the places of the second's, taken at those of the third's, and so on over all sets in ascending order. */
  permutation(place: DrawPlace, count: number): ReadonlyMap<SeatSet, ArrayLike<number>>;
}

const WORD_BYTES = 8;
const SEED_BYTES = 16;
const LIMB_BYTES: number = LIMB_BITS / 8;

/** From the seeds, which are bound to session, attempt and proposal. No two places share a label. */
export function seatDraws(seeds: ReadonlyMap<SeatSet, Uint8Array>): Draws {
  const pieces = <Piece>(
    { task, draw }: DrawPlace,
    bytes: number,
    piece: (bytes: Uint8Array) => Piece,
  ): ReadonlyMap<SeatSet, Piece> => {
    const label = concat(u32le(task), u32le(draw));
    return new Map([...seeds].map(([set, seed]) => [set, piece(prf(seed, label, bytes))]));
  };
  return {
    bits: (place, width) => pieces(place, WORD_BYTES, (bytes) => BigInt.asUintN(width, readLE(bytes))),
    permutation: (place, count) => pieces(place, SEED_BYTES, (seed) => permutationOf(count, seed)),
    below: (place) =>
      pieces(place, LIMBS * LIMB_BYTES, (bytes) =>
        Array.from({ length: LIMBS }, (_, k) => readLE(bytes.subarray(k * LIMB_BYTES, (k + 1) * LIMB_BYTES))),
      ),
  };
}

function readLE(bytes: Uint8Array): bigint {
  return bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

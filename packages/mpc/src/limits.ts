// Every limit of the engine, with the relations between them.
import { BELOW_BITS } from '@enigma/bytecode';

/** Elements of one chunk of a sum: chunk c belongs to king c mod 2T+1 of D. */
export const SUM_CHUNK_ELEMENTS: number = 1 << 13;

/** Bits of one chunk of a sum of bits: as many bytes as a chunk of elements. */
export const SUM_CHUNK_BITS: number = SUM_CHUNK_ELEMENTS * 128;

/** A value wider than this is reduced before it is compared, truncated or output. */
export const WALL_BITS: number = 65;

/** Products of one verified batch: its error is (m + 2⌈log₂(m + 1)⌉)/p. */
export const BATCH_PRODUCTS_MAX: number = 1 << 20;

/** Buckets of AND triples: fewer than this make the bound of the cut-and-choose void. */
export const AND_BUCKETS_MIN: number = 1 << 14;

/** (B − 1)·log₂N must reach this. */
export const AND_SECURITY_BITS: number = 60;

/** Exchanges in one round, and rounds in one attempt: an executor that asks more has a fault of ours. */
export const ROUND_EXCHANGES_MAX: number = 1 << 16;

if (SUM_CHUNK_BITS % 32 !== 0) throw new Error('a chunk of bits ends at a word');
if (BATCH_PRODUCTS_MAX > 2 ** 40) throw new Error('m/p must stay below 2^-80');

/** Bits of one masked value: a `u64`, with room for one more limb. */
export const MASK_WIDTH_MAX: number = 64;

/** A number below a bound of up to 32 bits is drawn from so many limbs of this width. */
export const LIMB_BITS: number = 32;
export const LIMBS: number = Number(BELOW_BITS) / LIMB_BITS;

/** Digits of Laplace noise: a standard deviation of 2^36 at most, and a value far below the wall. */
export const LAPLACE_DIGITS_MAX: number = 40;

if (!Number.isInteger(LIMBS)) throw new Error('a draw below a bound has whole limbs');
if (2 * LIMB_BITS > WALL_BITS) throw new Error('a limb times a bound, and what is carried, stay below the wall');
if (LAPLACE_DIGITS_MAX + 1 >= WALL_BITS) throw new Error('noise stays below the wall');

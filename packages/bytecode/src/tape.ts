// The tape: where random values come from, entry by entry in the order in which a task draws them. What a program means is defined given the tape: the evaluator reads
// one, an engine shares one that nobody knows, and a test writes one. A draw's place on the tape depends on public values alone.
import { randomBelow, readBE, type Random } from '@enigma/crypto';

/** Bits behind one number below a bound. */
export const BELOW_BITS = 96n;

export interface Tape {
  /** Uniform below 2^width; width 1 … 64. */
  bits(width: number): bigint;
  /** R below 2^96, uniform: the number drawn is ⌊R·bound / 2^96⌋. Each has a probability within 2^−96 of 1/bound, so all together are biased by less than 2^−64. */
  below(bound: bigint): bigint;
  /** 0 … count − 1 in a uniform order. */
  permutation(count: number): readonly number[];
}

/** Of a run that is not to draw. */
export const noTape: Tape = { bits: missing, below: missing, permutation: missing };

function missing(): never {
  throw new Error('this run draws random values, and nobody gave it a tape');
}

/** A tape of fresh values. */
export function drawnTape(random: Random): Tape {
  const bits = (width: bigint): bigint => BigInt.asUintN(Number(width), readBE(random(Math.ceil(Number(width) / 8))));
  return {
    bits: (width) => bits(BigInt(width)),
    below: () => bits(BELOW_BITS),
    permutation(count) {
      const places = Array.from({ length: count }, (_, k) => k);
      for (let k = count - 1; k > 0; k--) {
        const other = Number(randomBelow(BigInt(k + 1), random));
        [places[k], places[other]] = [places[other] as number, places[k] as number];
      }
      return places;
    },
  };
}

/** What a draw gives: a pattern of the type's bits, a number below the bound, or an order of places. */
export type TapeEntry = bigint | readonly number[];

/** A tape that says what each draw gives, in order. */
export function writtenTape(entries: readonly TapeEntry[]): Tape {
  let next = 0;
  const take = (end: bigint): bigint => {
    const entry = entries[next];
    if (entry === undefined) throw new RangeError(`the tape has ${entries.length} entries, and one more is drawn`);
    if (typeof entry !== 'bigint' || entry < 0n || entry >= end)
      throw new RangeError(`entry ${next} of the tape is ${String(entry)}, not below ${end}`);
    next++;
    return entry;
  };
  return {
    bits: (width) => take(1n << BigInt(width)),
    // The least R that gives the number.
    below: (bound) => ((take(bound) << BELOW_BITS) + bound - 1n) / bound,
    permutation(count) {
      const entry = entries[next];
      if (entry === undefined) throw new RangeError(`the tape has ${entries.length} entries, and one more is drawn`);
      const whole = typeof entry !== 'bigint' && entry.length === count && new Set(entry).size === count;
      if (!whole || entry.some((place) => !Number.isInteger(place) || place < 0 || place >= count))
        throw new RangeError(`entry ${next} of the tape is no order of ${count} places`);
      next++;
      return entry;
    },
  };
}

/**
 * What each opcode costs, gas version 2. Units do not know the committee: an opened field element, an AND gate, a round and a local step are counted alike for
 * every (n, T); what a unit is worth to a seat of a larger committee is the price class's business. So gas is a function of bytecode and public sizes alone.
 * Rows are upper bounds on what the engine of this version does per scalar of width w, not a record of it.
 */
import type { OpName } from './opcodes.ts';

export interface Work {
  /** Field elements opened, the two of a multiplication and the one of a daBit included. */
  readonly opened: number;
  /** AND gates on shared bits. */
  readonly ands: number;
  readonly rounds: number;
}

/** Gas per unit. A step is one instruction or one element made, charged by 64 like ANDs, so that public loops are not free. */
export const gasPrices: {
  readonly base: 1000n;
  readonly opened: 4n;
  readonly andWord: 16n;
  readonly round: 50n;
  readonly stepWord: 1n;
} = {
  base: 1000n,
  opened: 4n,
  andWord: 16n,
  round: 50n,
  stepWord: 1n,
};

const free: Work = { opened: 0, ands: 0, rounds: 0 };

function levels(width: number): number {
  return Math.ceil(Math.log2(Math.max(2, width)));
}

/** Bits of a value held in the field: one masked opening and a subtraction of the mask in bits, wide enough for sums not yet reduced (so `add` is free). */
function compared(width: number, andsPerBit: number): Work {
  return { opened: 1, ands: andsPerBit * width, rounds: levels(width) + 2 };
}

/** Two integers of this width have a product below the wall of 65 bits, so it is one product of field elements. */
const PRODUCT_WIDTH_MAX = 32;

/** Wider ones are multiplied in bits: partial products, carry-save sums of about as many gates, one adder. */
function productInBits(width: number): Work {
  const partial = (width * (width + 1)) / 2;
  return { opened: 2, ands: 4 * width + 2 * partial + 4 * width, rounds: 3 * levels(width) + 4 };
}

/** Rows of opcodes on secret scalars of width w; `local` operands make the free case. */
export function workOf(op: OpName, width: number): Work {
  switch (op) {
    case 'mul':
      return width <= PRODUCT_WIDTH_MAX ? { opened: 2, ands: 0, rounds: 1 } : productInBits(width);
    case 'eq':
      return compared(width, 2);
    case 'addr.eq': {
      // Three limbs side by side, and two ANDs that join them.
      const [wide, narrow] = [compared(64, 2), compared(32, 2)];
      return { opened: 3, ands: 2 * wide.ands + narrow.ands + 2, rounds: wide.rounds + 2 };
    }
    case 'lt':
      return compared(width, 4);
    case 'min':
    case 'max': {
      const comparison = compared(width, 4);
      return { ...comparison, opened: comparison.opened + 2, rounds: comparison.rounds + 1 };
    }
    case 'and':
    case 'or':
      return { opened: 0, ands: 1, rounds: 1 };
    case 'select':
      // A bit is chosen among bits by one AND; a field element by one product with the bit brought into the field.
      return width === 1 ? { opened: 0, ands: 1, rounds: 1 } : { opened: 3, ands: 0, rounds: 2 };
    default:
      return free;
  }
}

/** Between two public values: the bit times their difference, so only the bit has to come into the field. */
export function knownSelectWork(width: number): Work {
  return width === 1 ? free : { opened: 1, ands: 0, rounds: 1 };
}

/** A bit into the field by a daBit; a wider integer into a narrower type by its bits. */
export function castWork(fromWidth: number, toWidth: number): Work {
  if (fromWidth === 1) return { opened: 1, ands: 0, rounds: 1 };
  return toWidth < fromWidth ? compared(fromWidth, 2) : free;
}

/** A client's masked value: adders over the mask's parts; a range narrower than its width is compared once more. */
export function inputWork(width: number, narrow: boolean): Work {
  return {
    opened: 1,
    ands: (narrow ? 8 : 4) * width,
    rounds: 2 * levels(width) + 3 + (narrow ? levels(width) + 1 : 0),
  };
}

/** A released scalar: reduced to its width, masked, opened. */
export function outputWork(width: number): Work {
  return { opened: 2, ands: 2 * width, rounds: levels(width) + 3 };
}

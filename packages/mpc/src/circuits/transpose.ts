// Field elements to bit planes without a BigInt each: 32 values are a square of 32 × 32 bits, turned by five rounds of swaps (Warren,
// Hacker's Delight, §7-3).
import type { FieldVector } from '@enigma/crypto';
import type { Bits } from '../bits.ts';
import { wordsOf } from '../internal/words.ts';

const WORDS_AN_ELEMENT = 4;

/** The low `width` bits of every element, bit 0 first. `complement` gives the bits of 2^width − 1 − x instead. */
export function planesOfVector(vector: FieldVector, width: number, complement = false): Bits[] {
  const words = new Uint32Array(vector.buffer, vector.byteOffset, 2 * vector.length);
  const length = vector.length / 2;
  const planes = Array.from({ length: width }, (): Bits => ({ length, words: new Uint32Array(wordsOf(length)) }));
  const square = new Uint32Array(32);
  const flip = complement ? 0xffffffff : 0;
  for (let block = 0; block < wordsOf(length); block++) {
    const rows = Math.min(32, length - 32 * block);
    // Values that are not there stay zero, so that the unused bits of the last word do.
    const used = rows === 32 ? 0xffffffff : (1 << rows) - 1;
    for (let low = 0; low < width; low += 32) {
      const at = 32 * block * WORDS_AN_ELEMENT + (low >>> 5);
      for (let j = 0; j < 32; j++) square[j] = j < rows ? (words[at + j * WORDS_AN_ELEMENT] as number) : 0;
      transpose(square);
      for (let k = low; k < Math.min(width, low + 32); k++) {
        (planes[k] as Bits).words[block] = ((square[k - low] as number) ^ flip) & used;
      }
    }
  }
  return planes;
}

/** Bit j of word k becomes bit k of word j. */
function transpose(square: Uint32Array): void {
  for (let size = 16, mask = 0xffff; size > 0; size >>>= 1, mask ^= mask << size) {
    for (let k = 0; k < 32; k = (k + size + 1) & ~size) {
      const upper = square[k] as number;
      const lower = square[k + size] as number;
      const swap = ((upper >>> size) ^ lower) & mask;
      square[k] = upper ^ (swap << size);
      square[k + size] = lower ^ swap;
    }
  }
}

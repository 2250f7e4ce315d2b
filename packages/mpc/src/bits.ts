// Bits in two forms: public (Bits) and shared (SharedBits). Both are bit-sliced: 32 values a word, least significant bit first, the
// unused high bits of the last word zero, so that equal values have equal bytes.
//
// A shared bit is replicated: x = ⊕_A x_A over all T-sets A (bitmasks, bit i = seat i is in A), and a seat holds x_A for each A it is
// not in. XOR and public constants are local; everything else is a protocol.
import { wordsOf } from './internal/words.ts';

/** Public bits. `words.length` = ⌈length/32⌉. */
export interface Bits {
  readonly length: number;
  readonly words: Uint32Array;
}

/** One seat's pieces of a vector of shared bits: the words of x_A for each T-set A without the seat. */
export interface SharedBits {
  readonly length: number;
  readonly pieces: ReadonlyMap<number, Uint32Array>;
}

export function zeroBits(length: number): Bits {
  return { length, words: new Uint32Array(wordsOf(length)) };
}

export function constantBits(length: number, value: boolean): Bits {
  const words = new Uint32Array(wordsOf(length));
  if (value) words.fill(0xffffffff);
  return { length, words: clearTail(words, length) };
}

export function bitsFrom(values: ArrayLike<number | boolean>): Bits {
  const bits = zeroBits(values.length);
  for (let k = 0; k < values.length; k++) {
    if (values[k]) bits.words[k >>> 5] = (bits.words[k >>> 5] as number) | (1 << (k & 31));
  }
  return bits;
}

export function bitAt(bits: Bits, index: number): 0 | 1 {
  return (((bits.words[index >>> 5] as number) >>> (index & 31)) & 1) as 0 | 1;
}

export function xorBits(a: Bits, b: Bits): Bits {
  return { length: a.length, words: xorWords(a.words, b.words) };
}

export function andBits(a: Bits, b: Bits): Bits {
  return { length: a.length, words: andWords(a.words, b.words) };
}

export function anyBit(bits: Bits): boolean {
  let any = 0;
  for (const word of bits.words) any |= word;
  return any !== 0;
}

/** Canonical bytes: the words little endian, a view of the same memory. The length is known to both sides and is part of the frame, not of the value. */
export function bitsToBytes(words: Uint32Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}

/** The words of a peer's bytes, or undefined if the size is wrong or an unused bit is set. In the bytes' own memory where they lie on a word. */
export function bitsFromBytes(bytes: Uint8Array, length: number): Uint32Array | undefined {
  if (bytes.length !== wordsOf(length) * 4) return undefined;
  const words = wordsIn(bytes);
  const unused = length & 31;
  if (unused !== 0 && (words.at(-1) as number) >>> unused !== 0) return undefined;
  return words;
}

/** Whole words, in the bytes' own memory where they lie on a word. */
export function wordsIn(bytes: Uint8Array): Uint32Array {
  const { buffer, byteOffset, length } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  return new Uint32Array(buffer, byteOffset, length / 4);
}

export function xorWords(a: Uint32Array, b: Uint32Array): Uint32Array {
  const out = new Uint32Array(a.length);
  for (let k = 0; k < out.length; k++) out[k] = (a[k] as number) ^ (b[k] as number);
  return out;
}

/** target = a ⊕ b */
export function xorTo(target: Uint32Array, a: Uint32Array, b: Uint32Array): void {
  for (let k = 0; k < target.length; k++) target[k] = (a[k] as number) ^ (b[k] as number);
}

export function xorInto(target: Uint32Array, words: Uint32Array): void {
  for (let k = 0; k < target.length; k++) target[k] = (target[k] as number) ^ (words[k] as number);
}

/** target ⊕= a ∧ b */
export function xorAndInto(target: Uint32Array, a: Uint32Array, b: Uint32Array): void {
  for (let k = 0; k < target.length; k++) target[k] = (target[k] as number) ^ ((a[k] as number) & (b[k] as number));
}

export function andWords(a: Uint32Array, b: Uint32Array): Uint32Array {
  const out = new Uint32Array(a.length);
  for (let k = 0; k < out.length; k++) out[k] = (a[k] as number) & (b[k] as number);
  return out;
}

export function clearTail(words: Uint32Array, length: number): Uint32Array {
  if ((length & 31) !== 0) {
    const last = words.length - 1;
    words[last] = (words[last] as number) & ((1 << (length & 31)) - 1);
  }
  return words;
}

/** The vectors one after another, without gaps between them. */
export function concatWords(parts: readonly { readonly length: number; readonly words: Uint32Array }[]): Uint32Array {
  const total = parts.reduce((sum, part) => sum + part.length, 0);
  const out = new Uint32Array(wordsOf(total));
  let at = 0;
  for (const part of parts) {
    writeWords(out, at, part.words);
    at += part.length;
  }
  return out;
}

function writeWords(out: Uint32Array, at: number, words: Uint32Array): void {
  const shift = at & 31;
  const start = at >>> 5;
  if (shift === 0) {
    out.set(words.subarray(0, Math.min(words.length, out.length - start)), start);
    return;
  }
  const last = Math.min(words.length, out.length - start - 1);
  let carried = out[start] as number;
  for (let k = 0; k < last; k++) {
    const word = words[k] as number;
    out[start + k] = carried | (word << shift);
    carried = word >>> (32 - shift);
  }
  out[start + last] = carried | (last < words.length ? (words[last] as number) << shift : 0);
}

/** `length` bits from bit `start` on: a view of the same memory where both ends are whole words. */
export function sliceWords(words: Uint32Array, start: number, length: number): Uint32Array {
  const shift = start & 31;
  const first = start >>> 5;
  const count = wordsOf(length);
  if (shift === 0) {
    if ((length & 31) === 0) return words.subarray(first, first + count);
    return clearTail(words.slice(first, first + count), length);
  }
  const out = new Uint32Array(count);
  if (count === 0) return out;
  let low = words[first] as number;
  const whole = Math.min(count, words.length - first - 1);
  for (let k = 0; k < whole; k++) {
    const high = words[first + k + 1] as number;
    out[k] = (low >>> shift) | (high << (32 - shift));
    low = high;
  }
  if (whole < count) out[whole] = low >>> shift;
  return clearTail(out, length);
}

export function concatBits(parts: readonly Bits[]): Bits {
  return { length: parts.reduce((sum, part) => sum + part.length, 0), words: concatWords(parts) };
}

export function sliceBits(bits: Bits, start: number, length: number): Bits {
  return { length, words: sliceWords(bits.words, start, length) };
}

/** Applies a map to every piece. */
export function mapPieces(
  bits: SharedBits,
  length: number,
  map: (words: Uint32Array, set: number) => Uint32Array,
): SharedBits {
  const pieces = new Map<number, Uint32Array>();
  bits.pieces.forEach((words, set) => void pieces.set(set, map(words, set)));
  return { length, pieces };
}

export function xorShared(a: SharedBits, b: SharedBits): SharedBits {
  const pieces = new Map<number, Uint32Array>();
  a.pieces.forEach((words, set) => void pieces.set(set, xorWords(words, b.pieces.get(set) as Uint32Array)));
  return { length: a.length, pieces };
}

/** Adds public bits to the piece of the first T-set A₀, in lexicographic order the seats {0 … T−1}; a seat in A₀ changes nothing. */
export function xorPublic(a: SharedBits, b: Bits, firstSet: number): SharedBits {
  return mapPieces(a, a.length, (words, set) => (set === firstSet ? xorWords(words, b.words) : words));
}

export function andPublic(a: SharedBits, b: Bits): SharedBits {
  return mapPieces(a, a.length, (words) => andWords(words, b.words));
}

export function concatShared(parts: readonly SharedBits[]): SharedBits {
  const first = parts[0] as SharedBits;
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return mapPieces(first, length, (_, set) =>
    concatWords(parts.map((part) => ({ length: part.length, words: part.pieces.get(set) as Uint32Array }))),
  );
}

export function sliceShared(bits: SharedBits, start: number, length: number): SharedBits {
  return mapPieces(bits, length, (words) => sliceWords(words, start, length));
}

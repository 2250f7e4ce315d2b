// One uniform permutation of many triples of bits. The bits of one triple are packed into a number first, so that a triple moves once and not a bit
// at a time; then the triples are dealt into bins by one random byte each and every bin is shuffled by itself, in the cache. The bytes are
// independent, so the outcome is uniform over all permutations (Rao, Sankhyā 23, 1961; Sandelius, J. Royal Stat. Soc. B 24, 1962).
import { prf, u32le } from '@enigma/crypto';
import type { SharedBits } from './bits.ts';
import { wordsOf } from './internal/words.ts';

/** Below this one shuffle of all is in the cache anyway. */
const BINS_FROM: number = 1 << 15;
const BINS = 256;
const BLOCK_BYTES: number = 1 << 16;
/** Bits of an entry. */
const PLANES_MAX = 32;

type Packed = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** The same permutation, which follows from the seed, of vectors of one length. */
export function shuffled(vectors: readonly SharedBits[], seed: Uint8Array): SharedBits[] {
  const length = (vectors[0] as SharedBits).length;
  const planes = vectors.flatMap(({ pieces }) => [...pieces.values()]);
  const out: Uint32Array[] = [];
  // An entry has a bit of at most 32 planes; where a seat holds more, they move by the same permutation, which rests on seed and length alone.
  for (let from = 0; from < planes.length; from += PLANES_MAX) {
    const together = planes.slice(from, from + PLANES_MAX);
    out.push(...unpack(shuffle(pack(together, length), length, seed), together.length, length));
  }
  let at = 0;
  return vectors.map(({ pieces }) => ({
    length,
    pieces: new Map([...pieces.keys()].map((set) => [set, out[at++] as Uint32Array])),
  }));
}

/** The same for blocks of whole words, whose entries move as one, in the vectors' own memory: new memory costs more than the moves. */
export function shuffleBlocks(vectors: readonly SharedBits[], block: number, seed: Uint8Array): void {
  const { length } = vectors[0] as SharedBits;
  if ((block !== 32 && block % 64 !== 0) || length % block !== 0)
    throw new RangeError('whole blocks of one word or of pairs of words');
  const count = length / block;
  const places = new Uint32Array(count);
  for (let k = 0; k < count; k++) places[k] = k;
  const order = shuffle(places, count, seed) as Uint32Array;
  const before = new Uint32Array(length / 32);
  for (const { pieces } of vectors) {
    for (const words of pieces.values()) {
      before.set(words);
      gather(words, before, order, block / 32);
    }
  }
}

/** 0 … count − 1 in a uniform order. */
export function permutationOf(count: number, seed: Uint8Array): Uint32Array {
  return shuffle(
    Uint32Array.from({ length: count }, (_, k) => k),
    count,
    seed,
  ) as Uint32Array;
}

/** Two words of every block at a time: a loop of its own for each block takes twice as long. */
function gather(words: Uint32Array, before: Uint32Array, order: Uint32Array, size: number): void {
  if (size === 1) {
    for (let k = 0; k < order.length; k++) words[k] = before[order[k] as number] as number;
    return;
  }
  for (let j = 0; j < size; j += 2) {
    for (let k = 0, at = j; k < order.length; k++, at += size) {
      const start = size * (order[k] as number) + j;
      words[at] = before[start] as number;
      words[at + 1] = before[start + 1] as number;
    }
  }
}

/** Entry j has bit j of every plane, plane 0 lowest. */
function pack(planes: readonly Uint32Array[], length: number): Packed {
  const size = 32 * wordsOf(length);
  const packed = empty(planes.length <= 8 ? 1 : planes.length <= 16 ? 2 : 4, size);
  const words = new Uint32Array(packed.buffer);
  const width = 8 * packed.BYTES_PER_ELEMENT;
  const together = 32 / width;
  const spread = spreadTable(width);
  const few = spread.length - 1;
  const row = new Uint32Array(planes.length);
  for (let block = 0, at = 0; block < size / 32; block++) {
    for (let k = 0; k < row.length; k++) row[k] = (planes[k] as Uint32Array)[block] as number;
    for (let shift = 0; shift < 32; shift += together) {
      let word = 0;
      for (let k = 0; k < row.length; k++) word |= (spread[((row[k] as number) >>> shift) & few] as number) << k;
      words[at++] = word;
    }
  }
  return packed;
}

function empty(bytes: number, size: number): Packed {
  return bytes === 1 ? new Uint8Array(size) : bytes === 2 ? new Uint16Array(size) : new Uint32Array(size);
}

/** The few bits that share a word, each moved to the lowest place of its entry. */
function spreadTable(width: number): Uint32Array {
  const together = 32 / width;
  // A word of one entry still takes its bits one by one.
  return Uint32Array.from({ length: 2 ** together }, (_, bits) => {
    let word = 0;
    for (let k = 0; k < together; k++) word |= ((bits >>> k) & 1) << (k * width);
    return word;
  });
}

function unpack(packed: Packed, planes: number, length: number): Uint32Array[] {
  const words = new Uint32Array(packed.buffer);
  const width = 8 * packed.BYTES_PER_ELEMENT;
  const lowest = { 8: lowestOfFour, 16: lowestOfTwo, 32: lowestOfOne }[width] as typeof lowestOfFour;
  return Array.from({ length: planes }, (_, k) => lowest(words, k, wordsOf(length)));
}

/** Plane k of entries that stand four in a word: one product brings their bits together, its other terms fall elsewhere. */
function lowestOfFour(words: Uint32Array, k: number, count: number): Uint32Array {
  const out = new Uint32Array(count);
  for (let block = 0, at = 0; block < count; block++) {
    let bits = 0;
    for (let shift = 0; shift < 32; shift += 4) {
      bits |= (Math.imul(((words[at++] as number) >>> k) & 0x0101_0101, 0x0102_0408) >>> 24) << shift;
    }
    out[block] = bits;
  }
  return out;
}

function lowestOfTwo(words: Uint32Array, k: number, count: number): Uint32Array {
  const out = new Uint32Array(count);
  for (let block = 0, at = 0; block < count; block++) {
    let bits = 0;
    for (let shift = 0; shift < 32; shift += 2) {
      const word = (words[at++] as number) >>> k;
      bits |= ((word & 1) | ((word >>> 15) & 2)) << shift;
    }
    out[block] = bits;
  }
  return out;
}

function lowestOfOne(words: Uint32Array, k: number, count: number): Uint32Array {
  const out = new Uint32Array(count);
  for (let block = 0, at = 0; block < count; block++) {
    let bits = 0;
    for (let shift = 0; shift < 32; shift++) bits |= (((words[at++] as number) >>> k) & 1) << shift;
    out[block] = bits;
  }
  return out;
}

function shuffle(entries: Packed, length: number, seed: Uint8Array): Packed {
  const random = stream(seed);
  if (length < BINS_FROM) {
    shuffleBin(entries, 0, length, random);
    return entries;
  }
  const digits = random.bytes(length);
  const counts = new Uint32Array(BINS);
  for (let k = 0; k < length; k++) {
    const digit = digits[k] as number;
    counts[digit] = (counts[digit] as number) + 1;
  }
  const next = new Uint32Array(BINS);
  for (let bin = 1; bin < BINS; bin++) next[bin] = (next[bin - 1] as number) + (counts[bin - 1] as number);
  const dealt = empty(entries.BYTES_PER_ELEMENT, entries.length);
  for (let k = 0; k < length; k++) {
    const digit = digits[k] as number;
    const place = next[digit] as number;
    dealt[place] = entries[k] as number;
    next[digit] = place + 1;
  }
  for (let bin = 0, start = 0; bin < BINS; bin++) {
    const end = next[bin] as number;
    shuffleBin(dealt, start, end, random);
    start = end;
  }
  return dealt;
}

/** Fisher–Yates. A number below `bound` is the upper half of draw · bound; draws that would favour some are taken again (Lemire, ACM TOMACS 29, 2019). */
function shuffleBin(entries: Packed, start: number, end: number, random: Stream): void {
  let { words, at } = random;
  for (let k = end - start - 1; k > 0; k--) {
    const bound = k + 1;
    let place: number;
    for (;;) {
      if (at === words.length) {
        words = random.refill();
        at = 0;
      }
      const product = (words[at++] as number) * bound;
      place = Math.floor(product / 2 ** 32);
      const rest = product - place * 2 ** 32;
      if (rest >= bound || rest >= 2 ** 32 % bound) break;
    }
    const moved = entries[start + k] as number;
    entries[start + k] = entries[start + place] as number;
    entries[start + place] = moved;
  }
  random.at = at;
}

interface Stream {
  words: Uint32Array;
  at: number;
  refill(): Uint32Array;
  bytes(count: number): Uint8Array;
}

function stream(seed: Uint8Array): Stream {
  let block = 0;
  const next = (): Uint8Array<ArrayBuffer> => prf(seed, u32le(block++), BLOCK_BYTES);
  return {
    words: new Uint32Array(0),
    at: 0,
    refill() {
      const bytes = next();
      this.words = new Uint32Array(bytes.buffer, bytes.byteOffset, BLOCK_BYTES / 4);
      return this.words;
    },
    bytes(count) {
      const out = new Uint8Array(count);
      for (let at = 0; at < count; at += BLOCK_BYTES) out.set(next().subarray(0, count - at), at);
      return out;
    },
  };
}

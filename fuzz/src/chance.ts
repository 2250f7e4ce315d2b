// Numbers from a seed. An input is a function of seed, decoder and its number alone, so that any one of a million can be made again without the others.

export interface Chance {
  /** 0 … 2^32 − 1. */
  word(): number;
  /** 0 … bound − 1. */
  below(bound: number): number;
  /** True once in `n`. */
  once(n: number): boolean;
  pick<T>(list: readonly T[]): T;
  bytes(length: number): Uint8Array;
  /** A number of up to so many bits, the small and the extreme ones often. */
  uint(bits: number): bigint;
}

/** sfc32 (Doty-Humphrey, PractRand): small, fast, and good enough to break bytes with. */
export function chanceOf(seed: string): Chance {
  let [a, b, c] = hash(seed);
  let counter = 1;
  const word = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i++) word();
  const below = (bound: number): number => Math.floor((word() / 2 ** 32) * bound);
  return {
    word,
    below,
    once: (n) => below(n) === 0,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
    bytes(length) {
      const bytes = new Uint8Array(length);
      for (let i = 0; i < length; i++) bytes[i] = word() >>> 24;
      return bytes;
    },
    uint(bits) {
      const most = (1n << BigInt(bits)) - 1n;
      const kind = below(6);
      if (kind === 0) return most;
      if (kind === 1) return BigInt(below(3)) & most;
      if (kind === 2) return most - (BigInt(below(3)) & most);
      let value = 0n;
      for (let left = bits; left > 0; left -= 32) value = (value << 32n) | BigInt(word());
      return value & most;
    },
  };
}

/** FNV-1a, thrice from different starts. */
function hash(text: string): [number, number, number] {
  let [a, b, c] = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x01000193) + 0x7f4a7c15;
    c = Math.imul(c ^ (code + i), 0x01000193);
  }
  return [a | 0, b | 0, c | 0];
}

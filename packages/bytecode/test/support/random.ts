// A small deterministic generator for tests: xorshift32.
export interface Dice {
  below(bound: number): number;
}

export function dice(seed: number): Dice {
  let state = seed | 1;
  return {
    below(bound) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return (state >>> 0) % bound;
    },
  };
}

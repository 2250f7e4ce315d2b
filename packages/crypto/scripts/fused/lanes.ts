// What the sequence of the fused kernel is made of: steps on two 64-bit lanes, each a float64 or a 64-bit word. The same sequence
// (sequence.ts) runs over three kinds of V: the assembler's values give WebAssembly, intervals give the proof that every step is exact,
// pairs of numbers give an exact mirror of what the machine computes.

export interface Lanes<V> {
  /** The same float in both lanes. */
  number(value: number): V;
  /** The same word in both lanes. */
  word(value: bigint): V;

  // Floats that hold integers; each result must be exact.
  plus(a: V, b: V): V;
  minus(a: V, b: V): V;
  /** c + factor·b */
  plusTimes(c: V, factor: number, b: V): V;
  /** One product x·y of integers |x·y| < 2^95, rounded to a multiple of 2^44 and its rest. `before` lies in [2^96, 2^97), where floats
   * are the multiples of 2^44; high = fma(x, y, before) = before + rounded, low = fma(x, y, base − high) = base − before + rest with
   * |rest| ≤ 2^43. `base` is `before`, or both are constants. */
  split(x: V, y: V, before: V, base: V): readonly [high: V, low: V];
  /** high·2^-44 + low for a `high` that `split` made */
  gather(high: V, low: V): V;
  /** An integer to the nearest multiple of 2^44, and what is left of it (at most 2^43 to either side). */
  round(a: V): readonly [multiple: V, rest: V];

  // Words and floats.
  /** A word below 2^52 as a float. */
  toFloat(a: V): V;
  /** A float in [2^52, 2^53): its bits, which are 0x433·2^52 + (a − 2^52). */
  bits(a: V): V;

  // Words. None may leave 64 bits, below or above, but where a carry or borrow is handed out.
  and(a: V, mask: bigint): V;
  /** For words without a common bit. */
  or(a: V, b: V): V;
  /** What leaves at the top is dropped. */
  shiftLeft(a: V, places: number): V;
  shiftRight(a: V, places: number): V;
  sum(a: V, b: V): V;
  /** a + b mod 2^64 */
  sumModulo(a: V, b: V): V;
  /** May be negative, as two's complement, until a sum makes it positive again. */
  difference(a: V, b: V): V;
  /** a − b mod 2^64 */
  differenceModulo(a: V, b: V): V;
  /** 45·2^40·(q mod 2^16) − q, for q mod 2^16 < 2^15 */
  timesWrap(q: V): V;
  /** a + b mod 2^64 and the carry, for b < 2^63: there is one exactly if the top bit goes from 1 to 0. */
  addCarry(a: V, b: V): readonly [sum: V, carry: V];
  /** a − b mod 2^64 and the borrow, for b < 2^63: there is one exactly if the top bit goes from 0 to 1. */
  subtractBorrow(a: V, b: V): readonly [difference: V, borrow: V];
  /** `value` where a + b had no carry in `addCarry(a, b)` that gave `sum`, else 0. */
  unlessCarry(a: V, sum: V, value: bigint): V;

  /** The lanes in the other order. */
  swapped(a: V): V;
}

// Lanes as intervals: the sequence of the fused kernel runs once over all inputs at the same time, and each step either shows that it is
// exact for every one of them or throws. Both lanes have the same bounds.
//
// What it takes for granted is arithmetic of float64 alone: a number is a float if it is m·2^k with |m| ≤ 2^53 (k within range, which
// 2^-44 … 2^97 is), a fused multiply-add rounds once, to nearest, and between 2^96 and 2^97 floats are the multiples of 2^44.
import type { Lanes } from '../../scripts/fused/lanes.ts';

/** A float that is an integer and a multiple of `step`, a power of two; or a word. */
export interface Interval {
  readonly kind: 'float' | 'word';
  readonly low: bigint;
  readonly high: bigint;
  readonly step: bigint;
  /** Bits of a word that may be set. */
  readonly mask: bigint;
}

const PLACE = 2n ** 44n;
const EXPONENT = 0x433n << 52n;
const WORD_END = 2n ** 64n;
const least = (...values: bigint[]): bigint => values.reduce((a, b) => (a < b ? a : b));
const most = (...values: bigint[]): bigint => values.reduce((a, b) => (a > b ? a : b));
const size = ({ low, high }: { low: bigint; high: bigint }): bigint => most(-low, high);

function need(condition: boolean, what: string): asserts condition {
  if (!condition) throw new RangeError(what);
}

/** To the nearest multiple of 2^44; where two are as near the direction does not matter for a bound of both. */
export function rounded(value: bigint, ties: 'up' | 'down'): bigint {
  const half = PLACE / 2n - (ties === 'up' ? 0n : 1n);
  const moved = value + half;
  return moved - (((moved % PLACE) + PLACE) % PLACE);
}

export class Intervals implements Lanes<Interval> {
  /** Every value in the order of its making. */
  readonly trace: Interval[] = [];
  /** What `timesWrap` gave. */
  readonly wraps: Interval[] = [];

  #kept(value: Interval): Interval {
    this.trace.push(value);
    return value;
  }

  /** An exact float, if all in the interval are. */
  float(low: bigint, high: bigint, step = 1n): Interval {
    need(size({ low, high }) <= 2n ** 53n * step, `a float needs more than 53 bits: ${low} … ${high}, step ${step}`);
    return this.#kept({ kind: 'float', low, high, step, mask: 0n });
  }

  words(low: bigint, high: bigint, mask = (1n << BigInt(most(high, 0n).toString(2).length)) - 1n): Interval {
    need(low >= -(2n ** 63n) && high < (low < 0n ? 2n ** 63n : WORD_END), `a word overflows: ${low} … ${high}`);
    return this.#kept({ kind: 'word', low, high, step: 1n, mask });
  }

  #floats(...values: readonly Interval[]): void {
    for (const { kind } of values) need(kind === 'float', 'a word is used as a float');
  }

  #unsigned(...values: readonly Interval[]): void {
    for (const { kind, low } of values) need(kind === 'word' && low >= 0n, 'no word, or a negative one');
  }

  number(value: number): Interval {
    const whole = BigInt(value);
    return this.float(whole, whole, whole === 0n ? 2n ** 97n : whole & -whole);
  }
  word(value: bigint): Interval {
    return this.words(value, value, value);
  }
  plus(a: Interval, b: Interval): Interval {
    this.#floats(a, b);
    return this.float(a.low + b.low, a.high + b.high, least(a.step, b.step));
  }
  minus(a: Interval, b: Interval): Interval {
    this.#floats(a, b);
    return this.float(a.low - b.high, a.high - b.low, least(a.step, b.step));
  }
  plusTimes(c: Interval, factor: number, b: Interval): Interval {
    this.#floats(c, b);
    need(Number.isSafeInteger(factor), 'a factor that is no integer');
    const ends = [BigInt(factor) * b.low, BigInt(factor) * b.high];
    return this.float(c.low + least(...ends), c.high + most(...ends), least(c.step, b.step));
  }
  split(x: Interval, y: Interval, before: Interval, base: Interval): readonly [Interval, Interval] {
    this.#floats(x, y, before, base);
    need(base === before || (base.low === base.high && before.low === before.high), 'a base that is no constant');
    need(before.step >= PLACE && base.step >= PLACE, 'a column that is no multiple of 2^44');
    const ends = [x.low * y.low, x.low * y.high, x.high * y.low, x.high * y.high];
    const [low, high] = [rounded(before.low + least(...ends), 'down'), rounded(before.high + most(...ends), 'up')];
    need(before.low >= 2n ** 96n && before.high <= 2n ** 97n, 'a column leaves its binade before');
    need(low >= 2n ** 96n && high <= 2n ** 97n, `a column leaves its binade: ${low} … ${high}`);
    const column = this.float(low, high, PLACE);
    // base − high: multiples of 2^44; then the product is taken in whole and what is left is base − before + x·y − rounded.
    const shift = base.low - before.low;
    const [nearest, farthest] = [rounded(least(...ends), 'down'), rounded(most(...ends), 'up')];
    need(size({ low: shift - farthest, high: shift - nearest }) <= 2n ** 53n * PLACE, 'base − high is rounded');
    return [column, this.float(shift - PLACE / 2n, shift + PLACE / 2n)];
  }
  gather(high: Interval, low: Interval): Interval {
    this.#floats(high, low);
    need(high.step >= PLACE, 'a column that is no multiple of 2^44');
    return this.float(high.low / PLACE + low.low, high.high / PLACE + low.high);
  }
  round(a: Interval): readonly [Interval, Interval] {
    this.#floats(a);
    need(size(a) < 2n ** 95n, 'too large to be rounded');
    return [this.float(rounded(a.low, 'down'), rounded(a.high, 'up'), PLACE), this.float(-PLACE / 2n, PLACE / 2n)];
  }
  toFloat(a: Interval): Interval {
    this.#unsigned(a);
    need(a.high < 2n ** 52n, 'a word of more than 52 bits becomes a float');
    return this.float(a.low, a.high);
  }
  bits(a: Interval): Interval {
    this.#floats(a);
    need(a.low >= 2n ** 52n && a.high < 2n ** 53n, `a limb is negative or too large: ${a.low - 2n ** 52n} … ${a.high}`);
    return this.words(EXPONENT + a.low - 2n ** 52n, EXPONENT + a.high - 2n ** 52n, WORD_END - 1n);
  }
  and(a: Interval, mask: bigint): Interval {
    this.#unsigned(a);
    return this.words(0n, least(a.high, mask), a.mask & mask);
  }
  or(a: Interval, b: Interval): Interval {
    this.#unsigned(a, b);
    need((a.mask & b.mask) === 0n, 'words with common bits');
    return this.words(a.low + b.low, a.high + b.high, a.mask | b.mask);
  }
  shiftLeft(a: Interval, places: number): Interval {
    this.#unsigned(a);
    const [by, end] = [BigInt(places), WORD_END - 1n];
    const mask = (a.mask << by) & end;
    return a.high << by <= end ? this.words(a.low << by, a.high << by, mask) : this.words(0n, mask, mask);
  }
  shiftRight(a: Interval, places: number): Interval {
    this.#unsigned(a);
    return this.words(a.low >> BigInt(places), a.high >> BigInt(places), a.mask >> BigInt(places));
  }
  sum(a: Interval, b: Interval): Interval {
    need(a.kind === 'word' && b.kind === 'word', 'a float is used as a word');
    return this.words(a.low + b.low, a.high + b.high);
  }
  sumModulo(a: Interval, b: Interval): Interval {
    this.#unsigned(a, b);
    return this.words(0n, WORD_END - 1n);
  }
  difference(a: Interval, b: Interval): Interval {
    need(a.kind === 'word' && b.kind === 'word', 'a float is used as a word');
    return this.words(a.low - b.high, a.high - b.low);
  }
  differenceModulo(a: Interval, b: Interval): Interval {
    return this.sumModulo(a, b);
  }
  timesWrap(q: Interval): Interval {
    this.#unsigned(q);
    const upper = q.low >> 16n;
    need(
      q.high >> 16n === upper && q.high % 2n ** 16n < 2n ** 15n,
      `a quotient of too many bits: ${q.low} … ${q.high}`,
    );
    const times = (value: bigint): bigint => 45n * 2n ** 40n * (value % 2n ** 16n) - value;
    const wrap = this.words(times(q.low), times(q.high));
    this.wraps.push(wrap);
    return wrap;
  }
  addCarry(a: Interval, b: Interval): readonly [Interval, Interval] {
    this.#unsigned(a, b);
    need(b.high < 2n ** 63n, 'a carry cannot be seen');
    return [this.words(0n, WORD_END - 1n), this.words(0n, 1n)];
  }
  subtractBorrow(a: Interval, b: Interval): readonly [Interval, Interval] {
    this.#unsigned(a, b);
    need(b.high < 2n ** 63n, 'a borrow cannot be seen');
    return [this.words(0n, WORD_END - 1n), this.words(0n, 1n)];
  }
  unlessCarry(a: Interval, sum: Interval, value: bigint): Interval {
    this.#unsigned(a, sum);
    return this.words(0n, value);
  }
  swapped(a: Interval): Interval {
    return this.#kept(a);
  }
}

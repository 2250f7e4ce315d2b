// Discrete Laplace noise as coins of stated bias (docs/protocols/noise.md): which coins, computed with integers alone, and what they say together. A draw of
// it reads uniform words; the value is a public function of them, so that whoever knows the words (a dealer, a test) knows it.
import { LAPLACE_DIGITS_MAX } from './limits.ts';

/** Bits of a word, one coin each. */
export const COIN_BITS = 64;

/** Beyond 2^digits · decay ≥ this nothing is drawn: e^−46 < 2^−66. */
const TAIL = 46n;

/** P(k) ∝ e^(−decay·|k|), decay = numerator/denominator: ε over the sensitivity. */
export interface LaplaceLaw {
  /** The i-th digit of a geometric value is set with probability thresholds[i] / 2^64: the nearest to 1/(1 + e^(2^i · decay)). */
  readonly thresholds: readonly bigint[];
}

/** Throws a RangeError where the decay is not positive, or so small that more than LAPLACE_DIGITS_MAX digits would be drawn. */
export function laplaceLaw(numerator: bigint, denominator: bigint): LaplaceLaw {
  if (numerator <= 0n || denominator <= 0n) throw new RangeError('a decay is positive');
  let digits = 1;
  while (numerator << BigInt(digits) < TAIL * denominator) digits++;
  if (digits > LAPLACE_DIGITS_MAX) throw new RangeError(`noise of more than ${LAPLACE_DIGITS_MAX} digits`);
  // Ends that round alike are the rounded value; 1/(1 + e^x) of a rational x is never half-way between two (Lindemann), so that some precision is enough.
  for (let precision = 2n * BigInt(COIN_BITS + digits); ; precision *= 2n) {
    let power = exponential(numerator, denominator, precision);
    const thresholds: bigint[] = [];
    while (thresholds.length < digits) {
      const [low, high] = [power.low, power.high].map((end) => logistic(end, precision)) as [bigint, bigint];
      if (low !== high) break;
      thresholds.push(low);
      power = { low: (power.low * power.low) >> precision, high: ((power.high * power.high) >> precision) + 1n };
    }
    if (thresholds.length === digits) return { thresholds };
  }
}

/** Words that a draw reads: the first decides about zero and the sign, the others are digits, lowest first. */
export function laplaceWords({ thresholds }: LaplaceLaw): number {
  return thresholds.length + 1;
}

/** What these words say. */
export function laplaceValue({ thresholds }: LaplaceLaw, words: readonly bigint[]): bigint {
  const [first, ...digits] = words as [bigint, ...bigint[]];
  const half = thresholds[0] as bigint;
  const sign = first < half ? 1n : first < 2n * half ? -1n : 0n;
  const size = thresholds.reduce(
    (sum, threshold, k) => sum + ((digits[k] as bigint) < threshold ? 1n << BigInt(k) : 0n),
    1n,
  );
  return sign * size;
}

interface Enclosed {
  readonly low: bigint;
  readonly high: bigint;
}

/** e^(−numerator/denominator)·2^precision between two integers. */
function exponential(numerator: bigint, denominator: bigint, precision: bigint): Enclosed {
  let halvings = 0n;
  while (numerator > denominator << halvings) halvings++;
  const divisor = denominator << halvings;
  // Σ (−y)^j/j! with 0 < y ≤ 1: terms fall and alternate, so what is left is between zero and the next one.
  const one = 1n << precision;
  let term: Enclosed = { low: one, high: one };
  let sum: Enclosed = term;
  for (let j = 1n; term.high > 1n; j++) {
    term = {
      low: (term.low * numerator) / (divisor * j),
      high: (term.high * numerator + divisor * j - 1n) / (divisor * j),
    };
    sum =
      j % 2n === 1n
        ? { low: sum.low - term.high, high: sum.high - term.low }
        : { low: sum.low + term.low, high: sum.high + term.high };
  }
  let { low, high } = { low: sum.low - term.high, high: sum.high + term.high };
  for (; halvings > 0n; halvings--) [low, high] = [(low * low) >> precision, ((high * high) >> precision) + 1n];
  return { low, high };
}

/** The integer nearest to 2^64·a/(1 + a), a = power/2^precision. */
function logistic(power: bigint, precision: bigint): bigint {
  const twice = (power << BigInt(COIN_BITS + 1)) / ((1n << precision) + power);
  return (twice + 1n) >> 1n;
}

// Integer intervals, both ends included: what the compiler knows of a value without seeing it.

export interface Interval {
  readonly low: bigint;
  readonly high: bigint;
}

export function interval(low: bigint, high: bigint): Interval {
  return { low, high };
}

export function exactly(value: bigint): Interval {
  return { low: value, high: value };
}

export function add(a: Interval, b: Interval): Interval {
  return { low: a.low + b.low, high: a.high + b.high };
}

export function subtract(a: Interval, b: Interval): Interval {
  return { low: a.low - b.high, high: a.high - b.low };
}

export function multiply(a: Interval, b: Interval): Interval {
  const corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  return { low: least(corners), high: greatest(corners) };
}

/** Toward zero; 0 where the divisor may be. */
export function quotients(a: Interval, b: Interval): Interval {
  // What is farthest out is divided by what is nearest to zero, and what is nearest by what is farthest.
  const divisors = [b.low, b.high, ...[-1n, 1n].filter((one) => b.low <= one && one <= b.high)];
  const corners = divisors.flatMap((divisor) => (divisor === 0n ? [0n] : [a.low / divisor, a.high / divisor]));
  const through = b.low <= 0n && b.high >= 0n ? [0n] : [];
  return { low: least([...corners, ...through]), high: greatest([...corners, ...through]) };
}

/** With the sign of the dividend, nearer to zero than the divisor; 0 where that may be. */
export function remainders(a: Interval, b: Interval): Interval {
  const most = greatest([b.high, -b.low, 1n]) - 1n;
  return { low: a.low < 0n ? greatest([a.low, -most]) : 0n, high: a.high > 0n ? least([a.high, most]) : 0n };
}

export function union(a: Interval, b: Interval): Interval {
  return { low: least([a.low, b.low]), high: greatest([a.high, b.high]) };
}

/** The part of `a` inside `b`; `b` itself if they do not meet (then the value cannot exist). */
export function clip(a: Interval, b: Interval): Interval {
  const low = greatest([a.low, b.low]);
  const high = least([a.high, b.high]);
  return low <= high ? { low, high } : b;
}

export function inside(a: Interval, b: Interval): boolean {
  return a.low >= b.low && a.high <= b.high;
}

export function least(values: readonly bigint[]): bigint {
  return values.reduce((a, b) => (b < a ? b : a));
}

export function greatest(values: readonly bigint[]): bigint {
  return values.reduce((a, b) => (b > a ? b : a));
}

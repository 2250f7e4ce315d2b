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

// How many seats of (n, T) are enough. No false receipt needs T+1; two receipts of one head cannot both gather qHi
// without a seat outside the T corrupt signing twice.

/** ⌈(n+T+1)/2⌉: at any time. */
export function quorumHigh(n: number, T: number): number {
  return Math.ceil((n + T + 1) / 2);
}

/** T+1: after the grace, and then the contract is degraded. Also what an opening or an abort needs. */
export function quorumLow(T: number): number {
  return T + 1;
}

/** Fewest live seats of a session: max(2T+1, qHi). */
export function liveMin(n: number, T: number): number {
  return Math.max(2 * T + 1, quorumHigh(n, T));
}

/** How many sets of T seats there are, each with a key of its own: above SETS_MAX a committee cannot be served. */
export function setCount(n: number, T: number): number {
  let count = 1;
  for (let taken = 1; taken <= T; taken++) count = (count * (n - T + taken)) / taken;
  return count;
}

export function seatsOf(bitmap: number): readonly number[] {
  return Array.from({ length: 32 }, (_, seat) => seat).filter((seat) => ((bitmap >>> seat) & 1) === 1);
}

export function bitmapOf(seats: readonly number[]): number {
  return seats.reduce((bitmap, seat) => (bitmap | (1 << seat)) >>> 0, 0);
}

// Orders of places.

/** Places in ascending order of their keys, those of equal keys in their own order. */
export function sortedOrder(keys: readonly bigint[]): readonly number[] {
  return keys
    .map((_, k) => k)
    .toSorted((i, j) => {
      const [a, b] = [keys[i] as bigint, keys[j] as bigint];
      return a < b ? -1 : a > b ? 1 : i - j;
    });
}

/** Steps of a sort: what a network of exchanges takes, four times over. */
export function sortSteps(count: number): number {
  const levels = Math.ceil(Math.log2(Math.max(1, count)));
  return count * levels * (levels + 1);
}

/** Steps of a shuffle: as many as its network has switches, or more. */
export function switchSteps(count: number): number {
  return count * Math.ceil(Math.log2(Math.max(1, count)));
}

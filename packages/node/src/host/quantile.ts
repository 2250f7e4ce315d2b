// The last so many durations, and the one that 99 of 100 stay under.
import assert from 'node:assert/strict';

const keptMax = 1_024;

export interface Durations {
  add(ms: number): void;
  /** 0 before the first. */
  p99(): number;
}

export function createDurations(): Durations {
  const kept: number[] = [];
  let at = 0;
  return {
    add(ms) {
      kept[at] = ms;
      at = (at + 1) % keptMax;
    },
    p99: () => quantile(kept, 0.99),
  };
}

export function quantile(values: readonly number[], share: number): number {
  assert(share > 0 && share <= 1);
  return values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? 0;
}

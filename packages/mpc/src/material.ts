// Verified material of one attempt, handed out in order: the ranges that SessionOpen burnt, cut to what the plan asks.
import type { AndTriples, DaBits, Material, Triples } from './context.ts';
import { takeAnds } from './andTriples.ts';
import { takeDaBits, takeTriples } from './batches.ts';

export interface MaterialRanges {
  readonly triples?: Triples;
  readonly ands?: AndTriples;
  readonly daBits?: DaBits;
}

export interface MaterialUse {
  readonly triples: number;
  readonly ands: number;
  readonly daBits: number;
}

/** Never gives an item twice. Asking for more than there is means that plan and run differ: a fault of ours, so it throws. */
export function createMaterial(ranges: MaterialRanges): Material & { used(): MaterialUse } {
  const used = { triples: 0, ands: 0, daBits: 0 };
  const claim = (kind: keyof MaterialUse, count: number, available: number): number => {
    const start = used[kind];
    if (start + count > available) throw new Error(`${kind}: ${start + count} asked of ${available}`);
    used[kind] = start + count;
    return start;
  };
  return {
    triples: (count) =>
      takeTriples(ranges.triples as Triples, claim('triples', count, (ranges.triples?.a.length ?? 0) / 2), count),
    ands: (count) => takeAnds(ranges.ands as AndTriples, claim('ands', count, ranges.ands?.a.length ?? 0), count),
    daBits: (count) =>
      takeDaBits(ranges.daBits as DaBits, claim('daBits', count, ranges.daBits?.bits.length ?? 0), count),
    used: () => ({ ...used }),
  };
}

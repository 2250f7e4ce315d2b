// Costs of operations whose steps overlap: which round each step begins in.
import type { Cost, Round } from './integerCosts.ts';

/** Rounds by when they come. */
export interface Timeline {
  readonly rounds: { opened: number; ands: number; daBits: number }[];
  /** Steps from a round on, so many side by side; the round after them. */
  add(from: number, steps: readonly Round[], count?: number): number;
}

export function timeline(): Timeline {
  const rounds: { opened: number; ands: number; daBits: number }[] = [];
  return {
    rounds,
    add(from, steps, count = 1) {
      for (const [k, { opened, ands, daBits }] of steps.entries()) {
        const round = (rounds[from + k] ??= { opened: 0, ands: 0, daBits: 0 });
        round.opened += count * opened;
        round.ands += count * ands;
        round.daBits += count * daBits;
      }
      return from + steps.length;
    },
  };
}

export function costOf({ rounds }: Timeline, triples: number): Cost {
  return {
    rounds: Array.from({ length: rounds.length }, (_, k) => rounds[k] ?? { opened: 0, ands: 0, daBits: 0 }),
    triples,
  };
}

// When a fault strikes: so long after a phase of the election began. A moment that stands by a phase stays where it is when a scenario shrinks.
import type { Chance } from '../ballots.ts';
import type { Schedule } from '../schedule.ts';

/** Nodes are up; the committee serves; the tally is on chain. */
export type Phase = 'start' | 'served' | 'triggered';

export interface When {
  readonly phase: Phase;
  readonly ms: number;
}

/** Mostly while something is at stake. */
export function drawWhen(chance: Chance): When {
  const kind = chance.below(8);
  const phase: Phase = kind === 0 ? 'start' : kind < 3 ? 'served' : 'triggered';
  return { phase, ms: chance.below(phase === 'triggered' ? 15_000 : 10_000) };
}

export interface Phases {
  reached(phase: Phase): void;
  at(when: When, run: () => void): void;
}

export function createPhases(schedule: Schedule): Phases {
  const reached = new Set<Phase>();
  const waiting: { readonly when: When; readonly run: () => void }[] = [];
  return {
    reached(phase) {
      if (reached.has(phase)) return;
      reached.add(phase);
      for (const { when, run } of waiting) if (when.phase === phase) schedule.after(when.ms, run);
    },
    at(when, run) {
      if (reached.has(when.phase)) schedule.after(when.ms, run);
      else waiting.push({ when, run });
    },
  };
}

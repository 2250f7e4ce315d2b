// What the cost pass adds up: work times the trips of all open loops, and the longest path.
import { atMost, constant, plus, termsOf, times, zero, type Bound } from './bound.ts';
import { later, type Depth, type Known } from './known.ts';
import type { Work } from './price.ts';

export class Counters {
  opened: Bound = zero;
  ands: Bound = zero;
  steps: Bound = zero;
  rounds: Bound = zero;
  /** How often the present region runs, all loops around it multiplied. */
  trips: Bound = constant(1);
  /** By open loop: the longest path from its carried values, whether or not it comes back to them. */
  readonly tails: Bound[] = [];

  charge(work: Work, count: Bound): void {
    const all = times(this.trips, count);
    if (work.opened > 0) this.opened = plus(this.opened, times(all, constant(work.opened)));
    if (work.ands > 0) this.ands = plus(this.ands, times(all, constant(work.ands)));
  }

  step(count: Bound): void {
    this.steps = plus(this.steps, times(this.trips, count));
  }

  /** Steps that are taken once, whatever loops are open. */
  stepOnce(count: Bound): void {
    this.steps = plus(this.steps, count);
  }

  /** The value once that work is done. */
  worked(value: Known, work: Work, count: Bound): Known {
    this.charge(work, count);
    const depth = later(value.depth, constant(work.rounds));
    this.note(depth);
    return { ...value, depth };
  }

  /** The longest path seen, as far as it starts at the beginning; loops add their multiple when they close. */
  note(depth: Depth): void {
    if (depth[0]) this.rounds = atMost(this.rounds, depth[0]);
    depth.forEach((bound, level) => {
      if (bound && level > 0) this.tails[level] = atMost(this.tails[level] ?? zero, bound);
    });
  }

  /** Of all that is added up, and so the work of adding once more. */
  terms(): number {
    return [this.trips, ...this.snapshot()].reduce((sum, bound) => sum + termsOf(bound), 0);
  }

  snapshot(): readonly Bound[] {
    return [this.opened, this.ands, this.steps, this.rounds];
  }

  restore([opened, ands, steps, rounds]: readonly Bound[]): void {
    this.opened = opened as Bound;
    this.ands = ands as Bound;
    this.steps = steps as Bound;
    this.rounds = rounds as Bound;
  }
}

// What a run may take: steps, and scalars alive in one value. Both end the task, so that anybody's module ends.
import * as limits from './limits.ts';
import { trap } from './trap.ts';
import type { Value } from './value.ts';

export class Budget {
  /** Scalars in each vector and record made or met, so that shared parts are counted without walking them again. */
  readonly #sizes = new WeakMap<object, number>();
  readonly #stepsMax: number;
  #steps = 0;

  constructor(stepsMax: number = limits.STEPS_MAX) {
    this.#stepsMax = stepsMax;
  }

  /** Steps taken so far. */
  get steps(): number {
    return this.#steps;
  }

  step(count: number): void {
    this.#steps += count;
    if (this.#steps > this.#stepsMax) trap('steps');
  }

  /** A vector of one vector many times is small in memory and huge in scalars: bounded where it is made, before anybody lists it. */
  bounded<S>(value: Value<S>): Value<S> {
    if (this.size(value) > limits.LIVE_ELEMENTS_MAX) trap('length');
    return value;
  }

  size(value: Value<unknown>): number {
    if (typeof value === 'bigint' || value.kind === 'secret') return 1;
    const known = this.#sizes.get(value);
    if (known !== undefined) return known;
    const parts = value.kind === 'vector' ? value.elements : value.members;
    // An empty vector takes room too, or a tree of nothing would cost nothing.
    const size = parts.reduce((sum, part) => sum + this.size(part), 1);
    this.#sizes.set(value, size);
    return size;
  }
}

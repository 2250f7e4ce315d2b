/**
 * Cost of a function before it runs: one pass over the bytecode with upper bounds in place of public values. Work adds up; rounds are the longest path, where a
 * `for` multiplies only what passes through its carried values and `each` nothing. Decided before the first instruction: public sizes alone enter.
 */
import { boundText, sizesIn, valueOf, type Bound, type Sizes } from './bound.ts';
import { CostPass } from './costPass.ts';
import { gasPrices } from './price.ts';
import * as limits from './limits.ts';
import { meter, outcomeOf, type Outcome } from './refusal.ts';
import type { Inputs } from './run.ts';
import type { Value } from './value.ts';
import type { Verified } from './verify.ts';

export interface Cost {
  readonly rounds: Bound;
  readonly opened: Bound;
  readonly ands: Bound;
  readonly steps: Bound;
  /** Names of the public sizes it depends on: fields, arguments, the inbox (its taken entries), `height`, `seats`, `threshold`. */
  readonly sizes: readonly string[];
}

/** Symbolic cost of a function from the outside. Refused only where a tangle of calls exceeds the pass's own bound. */
export function costOf(verified: Verified, fn: number): Outcome<Cost> {
  return outcomeOf(() => {
    const cost = new CostPass(verified, meter(limits.VERIFY_STEPS_MAX)).function(fn);
    return { ...cost, sizes: [...new Set(Object.values(cost).flatMap(sizesIn))].toSorted() };
  });
}

/** Gas of a run: the same for every node, because all its sizes are public. */
export function gasOf(cost: Cost, sizes: Sizes): bigint {
  const words = (bound: Bound): bigint => (valueOf(bound, sizes) + 63n) / 64n;
  return (
    gasPrices.base +
    gasPrices.opened * valueOf(cost.opened, sizes) +
    gasPrices.andWord * words(cost.ands) +
    gasPrices.round * valueOf(cost.rounds, sizes) +
    gasPrices.stepWord * words(cost.steps)
  );
}

/** The sizes of a run as its inputs have them: public numbers, lengths, sizes of maps, entries that wait. */
export function sizesOf<S>(verified: Verified, fn: number, inputs: Omit<Inputs<S>, 'openMode'>): Sizes {
  const { height, seats, threshold } = inputs.context;
  const sizes: Record<string, bigint> = { height, seats: BigInt(seats), threshold: BigInt(threshold) };
  const name = (place: string, kind: string, value: Value<S> | undefined): void => {
    if (typeof value === 'bigint') sizes[place] = value;
    else if (value?.kind === 'vector') sizes[sizeName(place, kind)] = BigInt(value.elements.length);
  };
  verified.module.fields.forEach((field, i) => {
    if (field.kind === 'inbox') sizes[field.name] = BigInt(inputs.inbox.length);
    else name(field.name, field.kind, inputs.state[i]);
  });
  verified.module.functions[fn]?.params.forEach((param, i) => name(param.name, 'argument', inputs.args[i]));
  return sizes;
}

/** What the length of a vector, or the size of a map, is called. */
export function sizeName(name: string, kind: string): string {
  return `${kind === 'map' ? 'size' : 'length'} of ${name}`;
}

export function costText(cost: Cost): string {
  const rows: readonly [string, Bound][] = [
    ['rounds', cost.rounds],
    ['opened elements', cost.opened],
    ['AND gates', cost.ands],
    ['local steps', cost.steps],
  ];
  return rows.map(([name, bound]) => `${name.padEnd(16)} ≤ ${boundText(bound)}\n`).join('');
}

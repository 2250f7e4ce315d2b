// The waist of the engine: what a program over secrets is made of. Openings give `Opened`, which only `checkpoint` turns into `Released`.
import type { FieldVector } from '@enigma/crypto';
import { type Engine, randomShares } from './engine.ts';
import { Opened } from './internal/opened.ts';
import { type Protocol, openField } from './round.ts';

export { checkpoint } from './checkpoint.ts';
export { equal, less as compare, select } from './circuits/compare.ts';
export { and, dot, multiply } from './online.ts';
export { maskOutput as mask } from './outputs.ts';

/** Opens values whose mask covers F_p: good for further work, says nothing. */
export function* openUniform(shares: FieldVector): Protocol<Opened<FieldVector>> {
  return new Opened(yield* openField('uniform', shares));
}

/** Opens values that tell something: what they depend on has been verified, because every earlier opening was checked and all material was. */
export function* openBounded(shares: FieldVector): Protocol<Opened<FieldVector>> {
  return new Opened(yield* openField('bounded', shares));
}

/** Elements that nobody knows. */
export function random(engine: Engine, count: number): FieldVector {
  return randomShares(engine, 'random', count);
}

// Fresh shares of the same values (docs/protocols/repair.md): x − r is opened, and (x − r) + [r] stays. The keys behind r may be others than those behind x: so a committee moves its state
// from one set of keys to the next, and a seat that has no share of x gets one of the new sharing from what was opened alone.
import type { FieldVector } from '@enigma/crypto';
import { type Engine, randomShares } from './engine.ts';
import { type Protocol, openField } from './round.ts';

/** `shares` of a seat that follows by the record are any, of the right number: they go nowhere. */
export function* refresh(engine: Engine, shares: FieldVector): Protocol<FieldVector> {
  const { kernel } = engine.context;
  const fresh = randomShares(engine, 'random', shares.length / 2);
  const opened = yield* openField('uniform', kernel.sub(shares, fresh));
  return kernel.add(opened, fresh);
}

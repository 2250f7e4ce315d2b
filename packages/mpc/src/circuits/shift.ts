// Shifts of secret integers, bit-sliced. By a public amount planes change places. By a secret one each bit of the amount decides whether they do, by its power of
// two (a barrel shifter): w ANDs and a round for each of the ⌈log₂w⌉ low bits, and one more for an amount of w or more, told by the bits above.
import type { SharedBits } from '../bits.ts';
import type { Engine } from '../engine.ts';
import type { Protocol } from '../round.ts';
import { together } from '../together.ts';
import { allOf, select } from './compare.ts';
import { type Planes, not, zeroShared } from './planes.ts';

export interface Shift {
  /** Towards higher places. */
  readonly up: boolean;
  /** What comes in at the top of a value that goes down: its sign, else zeros. */
  readonly signed: boolean;
}

export function shiftPlanes(engine: Engine, x: Planes, by: number, { up, signed }: Shift): Planes {
  const top = x.at(-1) as SharedBits;
  const fill = signed && !up ? top : zeroShared(engine, top.length);
  return x.map((_, k) => x[up ? k - by : k + by] ?? fill);
}

/** By an amount of more than ⌈log₂w⌉ bits; w or more moves everything out. */
export function* shiftBySecret(engine: Engine, x: Planes, amount: Planes, shift: Shift): Protocol<Planes> {
  const width = x.length;
  const stages = Math.ceil(Math.log2(width));
  const [moved, near] = (yield* together<unknown>([
    barrel(engine, x, amount.slice(0, stages), shift),
    allOf(
      engine,
      amount.slice(stages).map((plane) => not(engine, plane)),
    ),
  ])) as [Planes, SharedBits];
  return yield* select(engine, near, moved, shiftPlanes(engine, x, width, shift));
}

function* barrel(engine: Engine, x: Planes, amount: Planes, shift: Shift): Protocol<Planes> {
  let planes = x;
  for (const [stage, bit] of amount.entries())
    planes = yield* select(engine, bit, shiftPlanes(engine, planes, 2 ** stage, shift), planes);
  return planes;
}

// At what moment of the walk each named point is to be met.
import { failpointNames } from '../src/index.ts';

/**
 * start: while a killed node comes back; setUp: while a committee agrees on keys; firstTask: in the first task of a committee, which has no material yet; abort: in an attempt that
 * another node's death has ended; task: from the call to the opened result.
 */
export type Moment = 'start' | 'setUp' | 'firstTask' | 'abort' | 'task';

export interface Point {
  readonly name: string;
  readonly moment: Moment;
}

const moments: Readonly<Record<string, Moment>> = {
  'boot.sign': 'start',
  'keys.contribute': 'setUp',
  'keys.check': 'setUp',
  'pool.make': 'firstTask',
  'check.coin': 'firstTask',
  'abort.sign': 'abort',
  'evidence.sign': 'abort',
};

/** All points of the table but those of a repair (simulator/test/repair.test.ts has them) and of a rotation (rotation.test.ts), or those that are named; an unknown name is told. */
export function pointsNamed(names: readonly string[] | undefined): readonly Point[] | { readonly unknown: string } {
  const known = failpointNames();
  const unknown = names?.find((name) => !known.includes(name));
  if (unknown !== undefined) return { unknown };
  return (names ?? known.filter((name) => !/^(key|repair)\./.test(name))).map((name) => ({
    name,
    moment: moments[name.replace(/\.[a-d]$/, '')] ?? 'task',
  }));
}

// The order in which functions first mention releases and errors: the order of those tables.
import type { ModuleFunction, Region } from '../module.ts';
import { opcodes } from '../opcodes.ts';

export function effectsOrderOf(functions: readonly ModuleFunction[]): {
  readonly releases: readonly number[];
  readonly errors: readonly number[];
} {
  const releases = new Set<number>();
  const errors = new Set<number>();
  const walk = (region: Region): void => {
    for (const { op, immediates, regions } of region.instructions) {
      opcodes[op].immediates.forEach((kind, i) => {
        if (kind === 'release') releases.add(immediates[i] as number);
        if (kind === 'error') errors.add(immediates[i] as number);
      });
      regions?.forEach(walk);
    }
  };
  for (const fn of functions) {
    walk(fn.body);
    for (const result of fn.results) if (result.release !== undefined) releases.add(result.release);
  }
  return { releases: [...releases], errors: [...errors] };
}

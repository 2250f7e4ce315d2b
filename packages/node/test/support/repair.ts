// A node that comes back with nothing but its keys, and the wait until its seats serve again.
import { createMemoryStore } from '../../src/index.ts';
import type { World } from './world.ts';

export function loseDisk(world: World, at: number): void {
  world.crash(at);
  const one = world.nodes[at];
  if (one === undefined) throw new Error(`no node ${at}`);
  one.store = createMemoryStore();
  world.start(at);
}

/** Whether within the time every node serves under keys of a repair. */
export function repaired(world: World, limitMs = 120_000): Promise<boolean> {
  return world.until(
    () =>
      world.nodes.every(({ node }) => {
        const seats = node?.seats() ?? [];
        return (
          seats.length > 0 &&
          seats.every(
            (seat) => node?.stateOf(seat) === 'Serving' && seat.host.keysId !== seat.host.committee.committeeId,
          )
        );
      }),
    limitMs,
  );
}

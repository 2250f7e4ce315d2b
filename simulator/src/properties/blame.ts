// The honest are never blamed: whatever the adversary and the weather do, no honest node names another honest one.
import type { Property } from './property.ts';

export const honestNeverBlamed: Property = {
  name: 'honest never blamed',
  watch:
    ({ world, cheaters }) =>
    () =>
      world.logs
        .filter(({ node, code }) => code === 'seat.blamed' && !cheaters.has(node))
        .flatMap(({ node, facts }) => {
          const seats = world.chain.state().committees.get(facts['committee'] as `0x${string}`)?.seats ?? [];
          const named = seats[facts['seat'] as number] ?? -1;
          return cheaters.has(named)
            ? []
            : [
                `node ${node} names honest node ${named} (reason ${String(facts['reason'])}, round ${String(facts['round'])})`,
              ];
        }),
};

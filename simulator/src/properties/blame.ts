// The honest are never blamed: whatever the adversary and the weather do, no honest node names another honest one, and what it holds shows to a stranger that a cheater lied.
import { judgeEvidence, StoreError } from '@enigma/node';
import type { Property } from './property.ts';
import type { World } from '../world.ts';

export const honestNeverBlamed: Property = {
  name: 'honest never blamed',
  watch:
    ({ world, cheaters }) =>
    () => [...named(world, cheaters), ...held(world, cheaters)],
};

function seatsOf(world: World, committee: `0x${string}`): readonly number[] {
  return world.chain.state().committees.get(committee)?.seats ?? [];
}

function named(world: World, cheaters: ReadonlySet<number>): readonly string[] {
  return world.logs
    .filter(({ node, code }) => code === 'seat.blamed' && !cheaters.has(node))
    .flatMap(({ node, facts }) => {
      const seat = seatsOf(world, facts['committee'] as `0x${string}`)[facts['seat'] as number] ?? -1;
      const says = `node ${node} names ${cheaters.has(seat) ? 'cheater' : 'honest node'} ${seat} (reason ${String(facts['reason'])}, round ${String(facts['round'])})`;
      if (!cheaters.has(seat)) return [says];
      return facts['evidence'] === 'not kept' ? [`${says} and keeps nothing that shows it`] : [];
    });
}

function readable(read: () => string | undefined): string | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof StoreError) return undefined;
    throw error;
  }
}

function held(world: World, cheaters: ReadonlySet<number>): readonly string[] {
  return world.nodes.flatMap(({ node, index }) => {
    if (node === undefined || cheaters.has(index)) return [];
    return node.evidence.names().flatMap((name) => {
      const text = readable(() => node.evidence.get(name));
      // A bit of it was flipped on the disk: refused, as all that is damaged.
      if (text === undefined) return [];
      const judged = judgeEvidence(text);
      if (judged?.verdict.ok !== true) return [`node ${index} holds ${name}, which shows nothing`];
      const { accused, committeeId } = judged.file;
      const shown = seatsOf(world, committeeId)[accused.seat] ?? -1;
      return cheaters.has(shown) ? [] : [`node ${index} holds what shows that honest node ${shown} lied`];
    });
  });
}

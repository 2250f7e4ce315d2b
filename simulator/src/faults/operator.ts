// What an operator does who reads why a node ended: of a store that cannot be believed, or that is an old one, the message says to move the folder away and start with none.
import { RefusesToServe, StoreError } from '@enigma/node';
import { createDisk } from '../disk.ts';
import type { SimulatedNode, World } from '../world.ts';

export function beginsAnew(world: World, node: SimulatedNode, everyMs: number): void {
  const look = (): void => {
    const { ended } = node;
    const lost = ended instanceof RefusesToServe || (ended instanceof StoreError && ended.code === 'STORE_DAMAGED');
    if (lost && node.node === undefined) {
      node.store = createDisk();
      world.schedule.note('anew', node.index);
      world.start(node);
    }
    world.schedule.after(everyMs, look);
  };
  world.schedule.after(everyMs, look);
}

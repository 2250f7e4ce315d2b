// Nobody signs on what the chain does not hold: a receipt that an honest node signs stands on a block that was final when it signed, and that holds a task of that contract and place, or of one shortly
// behind it with which it may share the receipt. A node whose endpoint lies to it is honest.
import { BATCH_MAX } from '@enigma/protocol';
import type { Property } from './property.ts';

const TASKS = '1';

export const signsOnFinalBlocks: Property = {
  name: 'signs on final blocks alone',
  watch: ({ world, cheaters }) => {
    /** By contract, place and block. */
    const tasks = new Set<string>();
    const broken: string[] = [];
    world.finals.push((logs) => {
      for (const { event, blockHash } of logs)
        if (event.name === 'TaskCreated') tasks.add(`${event.contractId}/${event.seq}/${blockHash}`);
    });
    world.signatures.push((node, slot) => {
      // receipt / committee / generation / contract / kind / first seq / attempt / anchor / previous root
      const [what, , , contractId, kind, firstSeq, , anchor] = slot.split('/');
      if (what !== 'receipt' || kind !== TASKS || cheaters.has(node)) return;
      const places = Array.from({ length: BATCH_MAX }, (_, at) => BigInt(firstSeq ?? 0) + BigInt(at));
      if (!places.some((seq) => tasks.has(`${contractId}/${seq}/${anchor}`)))
        broken.push(`node ${node} signs task ${firstSeq} of block ${anchor?.slice(0, 10)}`);
    });
    return () => broken.slice(0, 5);
  },
};

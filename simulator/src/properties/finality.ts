// Nothing unmasked leaves before the receipt is final: when an honest node sends a piece of an output mask, or a signature over an output, the chain's finalized block holds that
// receipt; and an output comes on chain only after that.
import { GOSSIP, readPayload } from '../wiretap.ts';
import type { Property } from './property.ts';

export const openAfterFinal: Property = {
  name: 'nothing unmasked before finality',
  watch: ({ world, cheaters }) => {
    const final = new Set<string>();
    const receiptOf = new Map<string, string>();
    const broken: string[] = [];
    const isFinal = (receiptDigest: string | undefined): boolean =>
      receiptDigest !== undefined && final.has(receiptDigest);
    world.finals.push((logs) => {
      for (const { event } of logs)
        if (event.name === 'Settled') {
          final.add(event.receiptDigest);
          for (const { taskId } of event.results) receiptOf.set(taskId, event.receiptDigest);
        }
    });
    world.blocks.push((logs) => {
      for (const { event, blockNumber } of logs)
        if (event.name === 'Opened' && !isFinal(receiptOf.get(event.taskId)))
          broken.push(`task ${event.taskId.slice(0, 10)} was opened on chain in block ${blockNumber}`);
    });
    world.network.taps.push((from, _to, payload) => {
      if (cheaters.has(from)) return;
      const message = readPayload(payload);
      if (message?.channel !== 'gossip' || (message.kind !== GOSSIP.piece && message.kind !== GOSSIP.opening)) return;
      if (!isFinal(message.receiptDigest))
        broken.push(
          `node ${from} shows a piece of ${message.receiptDigest.slice(0, 10)}… at block ${world.chain.latest().number}`,
        );
    });
    return () => broken.slice(0, 5);
  },
};

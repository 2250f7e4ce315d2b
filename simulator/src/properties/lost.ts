// A contract is lost where its committee could not begin, and nowhere else: behind the last block in which it might, without a first receipt on the chain, nor one that qHi honest seats have signed, which somebody then kept from it.
import { RECEIPT_KIND, type ChainEvent, type EventOf } from '@enigma/protocol';
import type { Property } from './property.ts';

interface Drawn {
  readonly event: EventOf<'CommitteeOpened'>;
  readonly block: bigint;
}

export const lostWhereVoid: Property = {
  name: 'lost only where void',
  watch: ({ world, cheaters }) => {
    const { genesisBlocks } = world.chain.state().config.times;
    const drawn = new Map<string, Drawn>();
    const begun = new Set<string>();
    const returned = new Set<string>();
    /** By committee: nodes that signed its first receipt. */
    const signed = new Map<string, Set<number>>();
    const lost: { readonly event: EventOf<'Lost'>; readonly block: bigint }[] = [];
    const broken: string[] = [];
    world.signatures.push((node, slot) => {
      // receipt / committee / generation / contract / kind / …
      const [what, committeeId = '', , , kind] = slot.split('/');
      if (what !== 'receipt' || kind !== String(RECEIPT_KIND.GENESIS) || cheaters.has(node)) return;
      signed.set(committeeId, (signed.get(committeeId) ?? new Set()).add(node));
    });
    const see = (event: ChainEvent, block: bigint): void => {
      if (event.name === 'CommitteeOpened') drawn.set(event.contractId, { event, block });
      if (event.name === 'Settled') begun.add(event.contractId);
      if (event.name === 'DepositsReturned') returned.add(event.contractId);
      if (event.name === 'Lost') lost.push({ event, block });
    };
    world.finals.push((logs) => {
      for (const { event, blockNumber } of logs) see(event, blockNumber);
    });
    return () => {
      for (const { event, block } of lost) {
        const { contractId, committeeId } = event;
        const committee = drawn.get(contractId);
        if (committee === undefined || block <= committee.block + BigInt(genesisBlocks))
          broken.push(`lost in block ${block}, in which it could begin`);
        if (begun.has(contractId)) broken.push('lost, though it had begun');
        const seats = signed.get(committeeId)?.size ?? 0;
        if (committee !== undefined && seats >= committee.event.qHi)
          broken.push(`lost, though ${seats} honest seats had signed its first receipt`);
        if (!returned.has(contractId)) broken.push('lost, and its deposits did not go back');
      }
      return broken;
    };
  },
};

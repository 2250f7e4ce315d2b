// The inbox as the chain has it, refolded from its events: what is missing, altered or out of place does not meet the head.
import type { Hex } from '@enigma/crypto';
import { foldInbox, inboxLeafOf, ZERO_HASH, type PostedEntry } from '@enigma/protocol';
import { checksOf } from './defences.ts';
import { LyingRpc } from './errors.ts';
import type { Ports } from './ports.ts';
import { bytesOf, eventsOf, guarded, type Deployed } from './reading.ts';

export interface InboxRecord extends PostedEntry {
  /** InputID. */
  readonly leaf: Hex;
  readonly txHash: Hex;
}

/** Every entry up to a block. */
export async function readInbox(ports: Ports, deployed: Deployed, toBlock: bigint): Promise<readonly InboxRecord[]> {
  const { chain } = ports;
  const { contractId } = deployed;
  const logs = await eventsOf(chain, 'InputsAppended', deployed.blockNumber, toBlock);
  const whole = checksOf(ports).inbox;
  const entries: InboxRecord[] = [];
  let head: Hex = ZERO_HASH;
  for (const { event, blockNumber, txHash } of logs) {
    if (event.contractId !== contractId) continue;
    if (whole && event.first !== BigInt(entries.length)) throw new LyingRpc('inbox entries are missing or doubled');
    if (whole && (event.height !== blockNumber || event.count !== event.bodies.length))
      throw new LyingRpc('an append event contradicts itself');
    for (const hex of event.bodies) {
      const body = bytesOf(hex);
      const index = BigInt(entries.length);
      const leaf = inboxLeafOf({ contractId, index, height: event.height, body });
      head = foldInbox(head, leaf);
      entries.push({ index, height: event.height, body, leaf, txHash });
    }
    if (whole && head !== event.head) throw new LyingRpc('inbox entries do not fold to their event’s head');
  }
  for (const port of whole ? [chain, ...(ports.witnesses ?? [])] : []) {
    const inbox = await guarded(() => port.inboxOf(contractId, toBlock));
    if (inbox.count !== BigInt(entries.length)) throw new LyingRpc('inbox entries are withheld');
    if (inbox.head !== head) throw new LyingRpc('inbox entries do not fold to the chain’s head');
  }
  return entries;
}

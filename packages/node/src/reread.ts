// A contract with an event that fitted nothing, read again from its first block, some blocks in each step: whether the endpoint misled us then or does so now, its whole history must fit, and agree with the chain's own
// heads, before anything is done for the contract again. Nothing of what was held of it is taken over.
import type { ChainLog, Domain } from '@enigma/protocol';
import type { Hex } from '@enigma/crypto';
import { checkLog } from './checks.ts';
import type { NodeChecks } from './defences.ts';
import { applyLog, emptyView, lapseReads, type ChainView, type ContractView } from './view.ts';

export interface Rereading {
  readonly contractId: Hex;
  /** First block that is not read yet. */
  next(): bigint;
  /** Takes the events of the blocks up to `to`, in order, and the time of the last. Returns the first that fits nothing. */
  take(logs: readonly ChainLog[], times: ReadonlyMap<bigint, number>, to: bigint, time: number): string | undefined;
  /** The contract as it was read; undefined while its deployment was not. */
  contract(): ContractView | undefined;
  /** Puts it in the place of what was held. */
  replace(view: ChainView): void;
}

/** `view` = what is held; its nodes are taken as they are. */
export function rereadingOf(
  domain: Domain,
  view: ChainView,
  { contractId, blockNumber }: ContractView,
  checks: NodeChecks,
): Rereading {
  const read: ChainView = { ...emptyView(), nodes: view.nodes };
  let next = blockNumber;
  return {
    contractId,
    next: () => next,
    take(logs, times, to, time) {
      for (const log of logs) {
        if (!mayConcern(log, contractId)) continue;
        const wrong = checkLog(domain, read, log, checks);
        if (wrong === undefined) applyLog(read, log, times.get(log.blockNumber) ?? 0);
        // A task of another contract is unknown here.
        else if (wrong.contractId !== undefined) return `${wrong.event}.${wrong.what}`;
      }
      lapseReads(read, time);
      next = to + 1n;
      return undefined;
    },
    contract: () => read.contracts.get(contractId),
    replace(held) {
      const fresh = read.contracts.get(contractId);
      if (fresh === undefined) return;
      for (const [id, { header }] of held.tasks) if (header.contractId === contractId) held.tasks.delete(id);
      for (const [id, { receipt }] of held.receipts) if (receipt.contractId === contractId) held.receipts.delete(id);
      for (const [id, task] of read.tasks) held.tasks.set(id, task);
      for (const [id, settlement] of read.receipts) held.receipts.set(id, settlement);
      held.contracts.set(contractId, fresh);
    },
  };
}

/** What names a contract names this one; of what names a task or a receipt alone, this view knows which are its own. */
function mayConcern({ event }: ChainLog, contractId: Hex): boolean {
  if ('contractId' in event) return event.contractId === contractId;
  return 'taskId' in event || 'receiptDigest' in event;
}

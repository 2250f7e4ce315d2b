// Contracts that never began: what was deposited for one goes back to its owner once somebody has declared it lost. Anybody may, and may only where its committee had its time; the contracts decide that.
import type { Hex } from '@enigma/crypto';
import { CONTRACT_STATUS, RECEIPT_KIND, ZERO_HASH, type ChainCall, type Receipt } from '@enigma/protocol';
import { refused } from './chainRefusal.ts';
import { ClientError, LyingRpc } from './errors.ts';
import type { Ports } from './ports.ts';
import { guarded, latestOf } from './reading.ts';

export interface GivenUp {
  readonly contractId: Hex;
  /** Whoever owns the contract, and what went back to his account by this call, in the token's smallest unit. */
  readonly owner: Hex;
  readonly returned: bigint;
  /** It had been declared lost before: what was deposited since went back. */
  readonly wasLost: boolean;
}

/** The last block in which the contract's committee might have begun, where that is past and it did not; it serves, may yet begin, was not drawn or is lost already where undefined. */
export async function endedAt({ chain }: Ports, contractId: Hex): Promise<bigint | undefined> {
  const until = await guarded(() => chain.newUntilOf(contractId));
  if ((await latestOf(chain)).number <= until) return undefined;
  // Asked after that block: it may have begun in it.
  const head = await guarded(() => chain.headOf(contractId));
  return head?.status === CONTRACT_STATUS.NEW && head.committeeId !== ZERO_HASH ? until : undefined;
}

/** CHAIN_REFUSED with GenesisOpen while its committee may still begin, with NotServing where it serves. */
export async function giveUpContract({ chain }: Ports, contractId: Hex): Promise<GivenUp> {
  const head = await guarded(() => chain.headOf(contractId));
  if (head === undefined)
    throw new ClientError(
      'NO_CONTRACT',
      `No contract ${contractId} on chain ${chain.chainId}.`,
      { contractId },
      'Check the id and the network.',
    );
  const wasLost = head.status === CONTRACT_STATUS.LOST;
  const call: ChainCall = wasLost
    ? { name: 'returnDeposits', contractId }
    : // Nobody's signature: all seats are said to be missing.
      { name: 'declareLost', receipt: noGenesis(contractId, head.committeeId), bitmap: 0, sigs: '0x' };
  const submitted = await guarded(() => chain.submit(call));
  if (!submitted.ok) throw refused(call.name, submitted.refusal);
  const event = submitted.events.find((one) => one.name === 'DepositsReturned' && one.contractId === contractId);
  if (event?.name !== 'DepositsReturned') throw new LyingRpc('a contract given up without its event');
  return { contractId, owner: event.to, returned: event.amount, wasLost };
}

function noGenesis(contractId: Hex, committeeId: Hex): Receipt {
  return {
    contractId,
    generation: 0,
    kind: RECEIPT_KIND.GENESIS,
    firstSeq: 0n,
    count: 0,
    committeeId,
    attempt: 0,
    abortsHash: ZERO_HASH,
    anchor: ZERO_HASH,
    prevRoot: ZERO_HASH,
    newRoot: ZERO_HASH,
    resultsRoot: ZERO_HASH,
  };
}

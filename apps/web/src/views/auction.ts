// Which contracts are auctions as the sample has them, and where one stands. Pure.
import { callablesOf, deployedWith, type ContractRecord, type TaskRecord } from '@enigma/client';
import { RESULT_STATUS } from '@enigma/protocol';

export interface AuctionTerms {
  readonly contractId: `0x${string}`;
  /** The last block in which a bid counts. */
  readonly closes: bigint;
  readonly secondPrice: boolean;
}

/** By its shape: another code may have it too, so the page shows beside it what the code releases. */
export function auctionOf({ contractId, program }: ContractRecord): AuctionTerms | undefined {
  if (!program.ok) return undefined;
  const { deployed } = program;
  const [settle, ...others] = callablesOf(deployed);
  if (settle?.name !== 'settle' || settle.params.length > 0 || others.length > 0) return undefined;
  const inbox = deployed.verified.module.fields.find(({ kind }) => kind === 'inbox');
  const { closes, secondPrice } = deployedWith(deployed) ?? {};
  if (inbox?.name !== 'bids' || typeof closes !== 'bigint' || typeof secondPrice !== 'boolean') return undefined;
  return { contractId, closes, secondPrice };
}

export type AuctionStage = 'open' | 'closed' | 'settling' | 'settled';

/** The task that settled it, or else one that is under way: a settlement that failed changed nothing. */
export function settlementOf(tasks: Iterable<TaskRecord>, contractId: string): TaskRecord | undefined {
  const ours = [...tasks].filter((task) => task.contractId === contractId && task.fn === 'settle');
  return (
    ours.find(({ settled }) => settled?.result.status === RESULT_STATUS.OK) ??
    ours.findLast(({ settled, expired }) => settled === undefined && expired === undefined)
  );
}

export function auctionStage(
  { closes }: AuctionTerms,
  latest: bigint,
  settlement: TaskRecord | undefined,
): AuctionStage {
  if (settlement !== undefined) return settlement.settled === undefined ? 'settling' : 'settled';
  return latest <= closes ? 'open' : 'closed';
}

export interface AuctionResult {
  readonly winner: string;
  readonly price: bigint;
  readonly bidders: number;
}

/** What settle() gave; undefined where it is nothing of an auction. */
export function resultOf(value: unknown): AuctionResult | undefined {
  if (!Array.isArray(value)) return undefined;
  const [winner, price, bidders] = value as readonly unknown[];
  if (typeof winner !== 'string' || typeof price !== 'bigint' || typeof bidders !== 'number') return undefined;
  return { winner, price, bidders };
}

export function sameResult(one: AuctionResult, other: AuctionResult): boolean {
  return one.winner === other.winner && one.price === other.price && one.bidders === other.bidders;
}

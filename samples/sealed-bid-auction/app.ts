// A sealed-bid auction, as an application holds it: seal each bid on its bidder's machine, let a relayer append them, let anyone settle, and let an EVM contract be told who won.
import type {
  CallbackState,
  ContractHandle,
  CreatedTask,
  Inclusion,
  Journal,
  OpenedOutput,
  Ports,
  SealedEntry,
  SettledTask,
} from '@enigma/client';

/** The contract in TypeScript. Without its ABI results come in their order: winner, price, bidders. */
export interface AuctionContract {
  readonly functions: {
    readonly settle: { readonly args: readonly []; readonly result: readonly [Address, bigint, number] };
  };
  readonly entry: { readonly amount: bigint };
}

type Address = `0x${string}`;
export type Auction = ContractHandle<AuctionContract>;
type Chain = Ports['chain'];
type Key = Parameters<Auction['admit']>[1];

/** What happens on a bidder's machine: nobody but he ever holds the amount. Once it is on chain he is needed no more. */
export async function sealBid(auction: Auction, bidder: Key, amount: bigint, journal: Journal): Promise<SealedEntry> {
  return auction.sealEntry({ values: { amount }, sender: bidder, nonce: 0n, journal });
}

/** What a relayer does, with its own account. Where a bid stands on chain decides between equal ones. */
export async function postBids(
  auction: Auction,
  relayer: Chain,
  bids: readonly SealedEntry[],
): Promise<readonly Inclusion[]> {
  return (await auction.append(bids, { relayer })).inclusions;
}

export interface SettlementTerms {
  readonly gasLimit: bigint;
  readonly gasPrice: bigint;
  readonly tip: bigint;
  readonly windowSeconds: number;
  /** The EVM contract that is to be told, and the gas that it needs. */
  readonly record: { readonly target: Address; readonly gas: number };
  /** Tells the record which task to expect, before the task exists: its id is the hash of its header. */
  readonly expect: (header: CreatedTask['header']) => Promise<void>;
}

export interface Outcome {
  readonly winner: Address;
  readonly price: bigint;
  readonly bidders: number;
}

export interface Settlement {
  readonly settled: SettledTask<'settle'>;
  readonly opened: OpenedOutput<readonly [Address, bigint, number]>;
  readonly outcome: Outcome;
  readonly callback: CallbackState;
}

/** Anyone settles once block `closes` has passed, pays for it, opens and verifies; then the chain tells the record. */
export async function settleAuction(
  auction: Auction,
  { record, expect, ...terms }: SettlementTerms,
  onProgress?: (stage: string) => void,
): Promise<Settlement> {
  const call = await auction.sealCall('settle', { ...terms, callback: record });
  await expect(call.header);
  const task = await auction.sendCall(call);
  const progress = { onProgress: ({ stage }: { readonly stage: string }) => onProgress?.(stage) };
  const settled = await auction.waitForTask(task, progress);
  const opened = await auction.openOutput(settled);
  // Whoever reads the result needs no transaction; the record does.
  await auction.waitForTask(settled, { until: 'opened' });
  const [winner, price, bidders] = opened.value;
  return { settled, opened, outcome: { winner, price, bidders }, callback: await auction.callback(settled) };
}

/** The same from amounts that everybody may see: bids as they stand on chain, of each bidder the last. */
export function settleInClear(bids: readonly { readonly bidder: Address; readonly amount: bigint }[]): Outcome {
  const last = bids.filter(({ bidder }, i) => !bids.slice(i + 1).some((later) => later.bidder === bidder));
  // Sorting is stable: of equal bids the earlier stays ahead.
  const [first, second] = last.toSorted((a, b) => (a.amount < b.amount ? 1 : a.amount > b.amount ? -1 : 0));
  const won = first !== undefined && first.amount > 0n;
  return { winner: won ? first.bidder : `0x${'00'.repeat(20)}`, price: second?.amount ?? 0n, bidders: last.length };
}

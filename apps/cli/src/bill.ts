// What a contract's life cost, read back from the chain: gas of each kind of transaction, and where the task's escrow went.
import type { SettledTask } from '@enigma/client';
import { type ChainEvent, type ChainPort, type Hex, RECEIPT_KIND, seatsOf, settledSplit } from '@enigma/protocol';
import { rpc } from './network/rpc.ts';

export const GAS_KINDS = ['deploy', 'openCommittee', 'genesis', 'append', 'trigger', 'settle', 'open'] as const;
export type GasKind = (typeof GAS_KINDS)[number];

export interface GasOfKind {
  readonly transactions: number;
  readonly gas: number;
}

export type GasBill = Readonly<Record<GasKind, GasOfKind>> & { readonly total: number };

/** Gas of the transactions that moved this contract, in the blocks given. */
export async function gasBill(rpcUrl: string, chain: ChainPort, contractId: Hex, fromBlock: bigint): Promise<GasBill> {
  const { number: latest } = await chain.latest();
  const logs = await chain.events(fromBlock, latest);
  const tasks = new Set(
    logs.flatMap(({ event }) =>
      event.name === 'TaskCreated' && event.contractId === contractId ? [event.taskId] : [],
    ),
  );
  const found = new Map<Hex, GasKind>();
  for (const { event, txHash } of logs) {
    const kind = kindOf(event, contractId, tasks);
    if (kind !== undefined) found.set(txHash, kind);
  }
  const spent = await Promise.all(
    [...found].map(async ([txHash, kind]) => ({ kind, gas: await gasUsed(rpcUrl, txHash) })),
  );
  const rows = GAS_KINDS.map((kind) => {
    const own = spent.filter((one) => one.kind === kind);
    return [kind, { transactions: own.length, gas: own.reduce((sum, { gas }) => sum + gas, 0) }] as const;
  });
  return {
    ...(Object.fromEntries(rows) as Record<GasKind, GasOfKind>),
    total: spent.reduce((sum, { gas }) => sum + gas, 0),
  };
}

function kindOf(event: ChainEvent, contractId: Hex, tasks: ReadonlySet<Hex>): GasKind | undefined {
  if (event.name === 'Opened') return tasks.has(event.taskId) ? 'open' : undefined;
  if (!('contractId' in event) || event.contractId !== contractId) return undefined;
  switch (event.name) {
    case 'ContractDeployed':
      return 'deploy';
    case 'CommitteeOpened':
      return 'openCommittee';
    case 'InputsAppended':
      return 'append';
    case 'TaskCreated':
      return 'trigger';
    case 'Settled':
      return event.receipt.kind === RECEIPT_KIND.GENESIS ? 'genesis' : 'settle';
    default:
      return undefined;
  }
}

async function gasUsed(rpcUrl: string, txHash: Hex): Promise<number> {
  const receipt = (await rpc(rpcUrl, 'eth_getTransactionReceipt', [txHash])) as { gasUsed?: string } | null;
  return Number(receipt?.gasUsed ?? 0);
}

export interface Money {
  readonly escrow: bigint;
  readonly gasUsed: bigint;
  readonly gasPrice: bigint;
  readonly perSeat: bigint;
  /** Seats that signed and so were paid. */
  readonly paidSeats: readonly number[];
  readonly tipToSubmitter: bigint;
  readonly tipToOpener: bigint;
  /** Shares of seats that did not sign: theirs for a day, then the pot's. */
  readonly reserved: bigint;
  /** What does not divide. */
  readonly toPot: bigint;
  readonly refund: bigint;
}

export function moneyOf(task: SettledTask, n: number): Money {
  const { header, result, bitmap } = task;
  const paidSeats = seatsOf(bitmap);
  const split = settledSplit(header, result.status, result.gasUsed, n, paidSeats.length);
  return {
    escrow: header.gasLimit * header.gasPrice + header.tip,
    gasUsed: result.gasUsed,
    gasPrice: header.gasPrice,
    perSeat: split.perSeat,
    paidSeats,
    tipToSubmitter: split.toSubmitter,
    tipToOpener: split.held,
    reserved: split.reserved,
    toPot: split.toPot,
    refund: split.refund,
  };
}

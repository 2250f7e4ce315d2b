// The sample's callee: an EVM contract that keeps what one secret auction came to. Deployed, told which task to expect, and read.
import type { ChainRefusal, Hex, Task } from '@enigma/protocol';
import { decodeErrorResult, encodeDeployData, encodeFunctionData } from 'viem';
import { DeploymentError } from './deploy.ts';
import { auctionRecordAbi, auctionRecordBytecode } from './generated/auctionRecord.ts';
import { lowerHex } from './lowerHex.ts';
import { revertDataOf } from './refusals.ts';
import { rpcClient } from './rpc.ts';
import { createSender, type Transaction } from './sender.ts';

export interface AuctionRecordOptions {
  readonly rpcUrl: string;
  readonly chainId: number;
  /** The account that sends and pays gas. */
  readonly privateKey: Hex;
}

/** What Tasks told it. */
export interface RecordedAuction {
  readonly taskId: Hex;
  readonly winner: Hex;
  readonly price: bigint;
  readonly bidders: number;
}

/** Gas that it needs to be told: four words, an event, and room. */
export const AUCTION_RECORD_GAS = 150_000;

/** One record for one auction. `tasks` is the only account that it believes. */
export async function deployAuctionRecord(
  options: AuctionRecordOptions,
  { tasks, auction }: { readonly tasks: Hex; readonly auction: Hex },
): Promise<Hex> {
  const data = encodeDeployData({ abi: auctionRecordAbi, bytecode: auctionRecordBytecode, args: [tasks, auction] });
  const { contractAddress } = await send(options, { data, repeatable: false });
  if (contractAddress === undefined) throw new DeploymentError('AuctionRecord', 'the chain refused it');
  return contractAddress;
}

/** Says which task will tell the result: it accepts none but a settlement of its own auction that calls back there. */
export async function expectSettlement(
  options: AuctionRecordOptions,
  record: Hex,
  header: Task,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly refusal: ChainRefusal }> {
  const data = encodeFunctionData({ abi: auctionRecordAbi, functionName: 'expect', args: [header] });
  try {
    await send(options, { to: record, data, repeatable: true });
    return { ok: true };
  } catch (error) {
    const revert = revertDataOf(error);
    if (revert === undefined) throw error;
    const { errorName, args } = decodeErrorResult({ abi: auctionRecordAbi, data: revert });
    return { ok: false, refusal: { name: errorName, args: lowerHex(args as ChainRefusal['args']) } };
  }
}

/** Undefined while it was told nothing. What stands at the address is taken at its word: whoever did not deploy it compares. */
export async function readAuctionRecord(rpcUrl: string, record: Hex): Promise<RecordedAuction | undefined> {
  const client = rpcClient(rpcUrl);
  const blockNumber = await client.getBlockNumber();
  const at = { address: record, abi: auctionRecordAbi, blockNumber } as const;
  const [taskId, winner, price, bidders] = await Promise.all([
    client.readContract({ ...at, functionName: 'taskId' }),
    client.readContract({ ...at, functionName: 'winner' }),
    client.readContract({ ...at, functionName: 'price' }),
    client.readContract({ ...at, functionName: 'bidders' }),
  ]);
  return BigInt(taskId) === 0n ? undefined : lowerHex({ taskId, winner, price, bidders });
}

async function send(
  { rpcUrl, chainId, privateKey }: AuctionRecordOptions,
  transaction: Omit<Transaction, 'gas'>,
): Promise<{ readonly contractAddress: Hex | undefined }> {
  const client = rpcClient(rpcUrl);
  const sender = createSender(client, privateKey, chainId);
  const gas = await client.estimateGas({ account: sender.address, ...transaction });
  const { contractAddress } = await sender.receiptOf(await sender.send({ ...transaction, gas: (gas * 5n) / 4n }));
  return { contractAddress: contractAddress?.toLowerCase() as Hex | undefined };
}

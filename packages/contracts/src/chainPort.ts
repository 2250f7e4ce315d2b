// The protocol's ChainPort over a chain's RPC: what node, client and cli read and write through.
import type { ChainCall, ChainLog, ChainPort, Hex, Submitted } from '@enigma/protocol';
import { BlockNotFoundError, type PublicClient, type TransactionReceipt } from 'viem';
import type { AddressBook } from './addressBook.ts';
import { blockOf, placed } from './answers.ts';
import { encodeCall } from './calls.ts';
import { decodeEvent } from './events.ts';
import { createReads } from './reads.ts';
import { decodeRefusal, revertDataOf } from './refusals.ts';
import { REPEATABLE } from './repeatable.ts';
import { rpcClient } from './rpc.ts';
import { createSender } from './sender.ts';

export interface ChainPortOptions {
  readonly rpcUrl: string;
  readonly book: AddressBook;
  /** The account that sends and pays gas. */
  readonly privateKey: Hex;
  /** Most that is ever offered for a unit of gas, in wei, where not the default. */
  readonly feeCeilingWei?: bigint;
  /** Other endpoints of the same chain, asked what became of a transaction that the first one does not show. */
  readonly witnessUrls?: readonly string[];
}

/** Blocks of one log request. */
const LOG_BLOCKS_MAX = 2000n;
const GAS_MAX = 16_777_216n;

export function openChainPort({
  rpcUrl,
  book,
  privateKey,
  feeCeilingWei,
  witnessUrls = [],
}: ChainPortOptions): ChainPort {
  const client = rpcClient(rpcUrl);
  const sender = createSender(client, privateKey, book.chainId, {
    ...(feeCeilingWei === undefined ? {} : { feeCeilingWei }),
    witnesses: witnessUrls.map((url) => rpcClient(url)),
  });
  const addresses = [book.bank, book.stake, book.randomness, book.registry, book.committees, book.tasks, book.remedies];

  const submit = async (call: ChainCall): Promise<Submitted> => {
    const { to, data } = encodeCall(book, call);
    let gas: bigint;
    try {
      gas = await client.estimateGas({ account: sender.address, to, data });
    } catch (error) {
      const revert = revertDataOf(error);
      if (revert === undefined) throw error;
      return { ok: false, refusal: decodeRefusal(revert) };
    }
    // Another transaction may come first and make this one dearer, by a cold slot or two.
    const enough = (gas * 5n) / 4n + 50_000n;
    const repeatable = REPEATABLE[call.name];
    const sent = await sender.send({ to, data, gas: enough < GAS_MAX ? enough : GAS_MAX, repeatable });
    const receipt = await sender.receiptOf(sent);
    const txHash = receipt.transactionHash;
    if (receipt.status !== 'success')
      return { ok: false, refusal: await refusalOf(client, sender.address, to, data, receipt) };
    const events = receipt.logs
      .filter((log) => addresses.includes(log.address.toLowerCase() as Hex))
      .map((log) => decodeEvent(log))
      .filter((event) => event !== undefined);
    return { ok: true, txHash, blockNumber: receipt.blockNumber, gasUsed: receipt.gasUsed, events };
  };

  return {
    ...createReads(client, book),
    account: sender.address,
    chainId: BigInt(book.chainId),
    tasks: book.tasks,
    latest: async () => blockOf(await client.getBlock({ blockTag: 'latest' })),
    finalized: async () => blockOf(await client.getBlock({ blockTag: 'finalized' })),
    block: async (number) => {
      try {
        return blockOf(await client.getBlock({ blockNumber: number }));
      } catch (error) {
        if (error instanceof BlockNotFoundError) return undefined;
        throw error;
      }
    },
    events: async (fromBlock, toBlock) => {
      const logs: ChainLog[] = [];
      for (let first = fromBlock; first <= toBlock; first += LOG_BLOCKS_MAX) {
        const end = first + LOG_BLOCKS_MAX - 1n;
        const raw = await client.getLogs({
          address: addresses,
          fromBlock: first,
          toBlock: end < toBlock ? end : toBlock,
        });
        for (const log of raw) {
          const event = decodeEvent(log);
          if (event !== undefined) logs.push(placed(event, log));
        }
      }
      return logs;
    },
    submit,
  };
}

/** Why a transaction failed that had looked good: asked again on the state after its block. */
async function refusalOf(
  client: PublicClient,
  account: Hex,
  to: Hex,
  data: Hex,
  receipt: TransactionReceipt,
): Promise<{ name: string; args: readonly (bigint | number | string | boolean)[] }> {
  try {
    await client.call({ account, to, data, blockNumber: receipt.blockNumber });
  } catch (error) {
    const revert = revertDataOf(error);
    if (revert !== undefined) return decodeRefusal(revert);
    throw error;
  }
  return { name: 'Unknown', args: [receipt.transactionHash] };
}

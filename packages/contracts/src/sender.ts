// Sends transactions of one key, in the order of the calls, and waits for their blocks.
import type { Hex } from '@enigma/protocol';
import type { PublicClient, TransactionReceipt } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';

export interface Transaction {
  /** Absent where a contract is created. */
  readonly to?: Hex;
  readonly data: Hex;
  readonly gas: bigint;
}

export interface Sender {
  readonly address: Hex;
  send(transaction: Transaction): Promise<Hex>;
  receiptOf(txHash: Hex): Promise<TransactionReceipt>;
}

const PRIORITY_WEI = 1_000_000_000n;
const RECEIPT_TIMEOUT_MS = 120_000;
/** So many others may take a number before us, one after the other. */
const NONCE_TRIES = 20;
/** Another process with this key was first: the transaction is in no pool and may be signed again under the next number. */
const NONCE_TAKEN = /nonce too low|replacement transaction underpriced|nonce .*lower than the current nonce/i;

export function createSender(client: PublicClient, privateKey: Hex, chainId: number): Sender {
  const account = privateKeyToAccount(privateKey);
  // Numbers are given out one at a time: two calls at once would sign the same one.
  let last: Promise<unknown> = Promise.resolve();
  const sendNow = async ({ to, data, gas }: Transaction): Promise<Hex> => {
    const [nonce, block] = await Promise.all([
      client.getTransactionCount({ address: account.address, blockTag: 'pending' }),
      client.getBlock({ blockTag: 'latest' }),
    ]);
    const serializedTransaction = await account.signTransaction({
      type: 'eip1559',
      chainId,
      nonce,
      ...(to === undefined ? {} : { to }),
      data,
      gas,
      maxFeePerGas: 2n * (block.baseFeePerGas ?? 0n) + PRIORITY_WEI,
      maxPriorityFeePerGas: PRIORITY_WEI,
    });
    return client.sendRawTransaction({ serializedTransaction });
  };
  const sendUnderFreeNumber = async (transaction: Transaction): Promise<Hex> => {
    for (let tries = 1; ; tries++)
      try {
        return await sendNow(transaction);
      } catch (error) {
        if (tries === NONCE_TRIES || !(error instanceof Error && NONCE_TAKEN.test(error.message))) throw error;
      }
  };
  return {
    address: account.address.toLowerCase() as Hex,
    send: (transaction) => {
      const sent = last.then(() => sendUnderFreeNumber(transaction));
      last = sent.catch(() => undefined);
      return sent;
    },
    receiptOf: (hash) =>
      client.waitForTransactionReceipt({ hash, timeout: RECEIPT_TIMEOUT_MS, retryCount: 10, checkReplacement: false }),
  };
}

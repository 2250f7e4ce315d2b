// What became of an account's number once the chain has counted past it. An endpoint that lags or hides receipts shows no receipt of ours and proves nothing by that; what proves that a call never ran is another
// transaction with that number and our own signature in a block, which no endpoint can make up, shown by every endpoint that is asked.
import type { Hex } from '@enigma/protocol';
import {
  keccak256,
  type PublicClient,
  recoverTransactionAddress,
  serializeTransaction,
  type TransactionReceipt,
  TransactionReceiptNotFoundError,
} from 'viem';

/** A number, and every transaction that was signed for one call under it. */
export interface Offers {
  readonly address: Hex;
  readonly nonce: bigint;
  readonly hashes: readonly Hex[];
  /** Block at which the first was signed, as far as its endpoint knew. */
  readonly firstAt: bigint;
}

export type Fate =
  /** One of ours came into a block. */
  | { readonly kind: 'ran'; readonly receipt: TransactionReceipt }
  /** One of ours stands in a block, and nobody shows its receipt. */
  | { readonly kind: 'hidden'; readonly hash: Hex }
  /** At every endpoint that transaction, signed by the account and none of ours, has the number. */
  | { readonly kind: 'other'; readonly hash: Hex }
  | { readonly kind: 'unknown' };

const UNKNOWN: Fate = { kind: 'unknown' };

/** Of whichever of them came into a block, by any of the endpoints. Rejects where none of them answers. */
export async function receiptAmong(
  clients: readonly PublicClient[],
  { hashes }: Pick<Offers, 'hashes'>,
): Promise<TransactionReceipt | undefined> {
  const asked = await Promise.allSettled(clients.map((client) => receiptAt(client, hashes)));
  const found = asked.find((answer) => answer.status === 'fulfilled' && answer.value !== undefined);
  if (found?.status === 'fulfilled') return found.value;
  const [first] = asked;
  if (first?.status === 'rejected' && asked.every(({ status }) => status === 'rejected')) throw first.reason;
  return undefined;
}

async function receiptAt(client: PublicClient, hashes: readonly Hex[]): Promise<TransactionReceipt | undefined> {
  for (const hash of hashes.toReversed())
    try {
      return await client.getTransactionReceipt({ hash });
    } catch (error) {
      if (!(error instanceof TransactionReceiptNotFoundError)) throw error;
    }
  return undefined;
}

/** Judged by the chain up to that block. An endpoint that does not answer, or has not come so far, leaves it unknown. */
export async function fateOf(
  clients: readonly PublicClient[],
  offers: Offers,
  upTo: 'latest' | 'finalized',
): Promise<Fate> {
  const takers = await Promise.all(clients.map((client) => takerAt(client, offers, upTo).catch(() => undefined)));
  // After the blocks: what came in meanwhile is found.
  const receipt = await receiptAmong(clients, offers);
  if (receipt !== undefined) return { kind: 'ran', receipt };
  const ours = takers.find((taker) => taker !== undefined && offers.hashes.includes(taker));
  if (ours !== undefined) return { kind: 'hidden', hash: ours };
  const [hash] = takers;
  return hash !== undefined && takers.every((taker) => taker === hash) ? { kind: 'other', hash } : UNKNOWN;
}

/** The transaction with that number in a block up to that one, with the account's own signature; undefined while there is none. */
async function takerAt(
  client: PublicClient,
  { address, nonce, firstAt }: Offers,
  upTo: 'latest' | 'finalized',
): Promise<Hex | undefined> {
  const isPast = async (blockNumber: bigint): Promise<boolean> =>
    BigInt(await client.getTransactionCount({ address, blockNumber })) > nonce;
  const { number } = await client.getBlock({ blockTag: upTo });
  let past = number;
  if (past === null || past === 0n || !(await isPast(past))) return undefined;
  // Usually after the block of the first offer; before it where the endpoint that gave the number lagged.
  let step = 1n;
  let before = firstAt < past ? firstAt : past - 1n;
  while (before > 0n && (await isPast(before))) {
    past = before;
    before = before > step ? before - step : 0n;
    step *= 2n;
  }
  while (past - before > 1n) {
    const middle = (past + before) / 2n;
    if (await isPast(middle)) past = middle;
    else before = middle;
  }
  const { transactions } = await client.getBlock({ blockNumber: past, includeTransactions: true });
  const found = transactions.find(
    (one) => BigInt(one.nonce) === nonce && one.from.toLowerCase() === address.toLowerCase(),
  );
  if (found === undefined || found.v === undefined) return undefined;
  const { r, s, v, yParity, input, blockHash: _block, ...fields } = found;
  const serialized = serializeTransaction({ ...fields, data: input } as Parameters<typeof serializeTransaction>[0], {
    r,
    s,
    v,
    ...(yParity === undefined ? {} : { yParity }),
  });
  if (keccak256(serialized) !== found.hash) return undefined;
  const signer = await recoverTransactionAddress({
    serializedTransaction: serialized as Parameters<typeof recoverTransactionAddress>[0]['serializedTransaction'],
  });
  return signer.toLowerCase() === address.toLowerCase() ? found.hash : undefined;
}

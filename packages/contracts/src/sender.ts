// Sends transactions of one key, in the order of the calls, and sees each into a block: one that waits there while fees rise is signed again under its number with more of both, up to a ceiling, and one that blocks
// the account's next number and is of nobody here (an earlier process sent it, or lost it) is put aside by an empty one.
import type { Hex } from '@enigma/protocol';
import { keccak256, type PublicClient, type TransactionReceipt, TransactionReceiptNotFoundError } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';

export interface Transaction {
  /** Absent where a contract is created. */
  readonly to?: Hex;
  readonly data: Hex;
  readonly gas: bigint;
}

export interface Sender {
  readonly address: Hex;
  /** The hash of the first transaction that carries the call; a later one may take its place. */
  send(transaction: Transaction): Promise<Hex>;
  /** Of whichever transaction of that number came into a block. Rejects where none does in time. */
  receiptOf(txHash: Hex): Promise<TransactionReceipt>;
}

export interface SenderOptions {
  /** Most that is ever offered for a unit of gas, in wei; above it a transaction waits. */
  readonly feeCeilingWei?: bigint;
  readonly receiptTimeoutMs?: number;
}

const PRIORITY_WEI = 1_000_000_000n;
const FEE_CEILING_WEI = 500_000_000_000n;
const RECEIPT_TIMEOUT_MS = 120_000;
/** So many others may take a number before us, one after the other. */
const NONCE_TRIES = 20;
/** Blocks in which the lowest number of the account may wait before more is offered for it; of one that is not of this process. */
const STUCK_BLOCKS = 3n;
const FOREIGN_BLOCKS = 10n;
/** Offers in a row that a pool may call too low. */
const RAISES_MAX = 12;
const NONCE_LOW = /nonce too low|nonce .*lower than the current nonce/i;
const UNDERPRICED = /underpriced|replacement fee too low/i;
/** Pools take nothing that the next block cannot. */
const OUT_OF_REACH = /less than block base fee|fee cap less than/i;
const KNOWN = /already known|already imported|known transaction/i;

interface Fees {
  readonly tip: bigint;
  readonly cap: bigint;
}

interface Flight {
  readonly nonce: bigint;
  readonly transaction: Transaction;
  readonly hashes: Hex[];
  fees: Fees;
  /** Block in which it was last sent. */
  sentAt: bigint;
}

/** An eighth more: pools ask for a tenth at least. */
function raised(wei: bigint): bigint {
  return (wei * 9n + 7n) / 8n;
}

/** The next offer for a number, or undefined where the ceiling leaves no room for one that a pool takes. */
export function nextFees({ tip, cap }: Fees, baseFee: bigint, ceiling: bigint): Fees | undefined {
  const [least, wanted] = [raised(cap), 2n * baseFee + raised(tip)];
  const next = wanted > least ? wanted : least;
  const bounded = next < ceiling ? next : ceiling;
  if (bounded < least) return undefined;
  return { tip: raised(tip) < bounded ? raised(tip) : bounded, cap: bounded };
}

function says(error: unknown, pattern: RegExp): boolean {
  return error instanceof Error && pattern.test(error.message);
}

export function createSender(
  client: PublicClient,
  privateKey: Hex,
  chainId: number,
  { feeCeilingWei: ceiling = FEE_CEILING_WEI, receiptTimeoutMs = RECEIPT_TIMEOUT_MS }: SenderOptions = {},
): Sender {
  const account = privateKeyToAccount(privateKey);
  const { address } = account;
  const flights = new Map<bigint, Flight>();
  /** The account's lowest number that is in no block, and the block in which it was first seen so. */
  let lowest = { nonce: -1n, since: 0n };
  // Numbers are given out one at a time: two calls at once would sign the same one.
  let last: Promise<unknown> = Promise.resolve();

  async function put(
    { nonce, transaction: { to, data, gas } }: Pick<Flight, 'nonce' | 'transaction'>,
    { tip, cap }: Fees,
  ) {
    const serializedTransaction = await account.signTransaction({
      type: 'eip1559',
      chainId,
      nonce: Number(nonce),
      ...(to === undefined ? {} : { to }),
      data,
      gas,
      maxFeePerGas: cap,
      maxPriorityFeePerGas: tip,
    });
    try {
      await client.sendRawTransaction({ serializedTransaction });
    } catch (error) {
      // It is in the pool: an answer of ours was lost, or another process has sent the very same.
      if (!says(error, KNOWN)) throw error;
    }
    return keccak256(serializedTransaction);
  }

  const head = async (): Promise<{ readonly number: bigint; readonly baseFee: bigint }> => {
    const { number, baseFeePerGas } = await client.getBlock({ blockTag: 'latest' });
    return { number: number ?? 0n, baseFee: baseFeePerGas ?? 0n };
  };
  const numberAt = async (blockTag: 'latest' | 'pending'): Promise<bigint> =>
    BigInt(await client.getTransactionCount({ address, blockTag }));

  async function sendNow(transaction: Transaction): Promise<Flight> {
    // The pool's own count: what a gap cuts off does not count, so the gap is what is filled.
    const [nonce, { number, baseFee }] = await Promise.all([numberAt('pending'), head()]);
    const wanted = 2n * baseFee + PRIORITY_WEI;
    const cap = wanted < ceiling ? wanted : ceiling;
    const fees = { tip: PRIORITY_WEI < cap ? PRIORITY_WEI : cap, cap };
    const hash = await put({ nonce, transaction }, fees);
    const flight: Flight = { nonce, transaction, hashes: [hash], fees, sentAt: number };
    flights.set(nonce, flight);
    return flight;
  }

  async function sendUnderFreeNumber(transaction: Transaction): Promise<Flight> {
    for (let tries = 1; ; tries++)
      try {
        return await sendNow(transaction);
      } catch (error) {
        // Another process with this key was first: it is in no pool and may be signed again under the next number.
        if (tries === NONCE_TRIES || !(says(error, NONCE_LOW) || says(error, UNDERPRICED))) throw error;
      }
  }

  function inOrder<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  }

  /** Offers more for the lowest number, where it has waited; whose it is does not matter to those behind it. */
  async function pushOn(now: { readonly number: bigint; readonly baseFee: bigint }): Promise<void> {
    const nonce = await numberAt('latest');
    if (lowest.nonce !== nonce) lowest = { nonce, since: now.number };
    const flight = flights.get(nonce);
    if (flight === undefined) {
      const isBehind = [...flights.keys()].some((other) => other > nonce);
      if (!isBehind || now.number - lowest.since < FOREIGN_BLOCKS) return;
      const fees = { tip: PRIORITY_WEI, cap: PRIORITY_WEI };
      const empty = { nonce, transaction: { to: address, data: '0x', gas: 21_000n } } as const;
      await offer({ ...empty, hashes: [], fees, sentAt: now.number }, now);
      return;
    }
    const isTooLow = flight.fees.cap < now.baseFee + flight.fees.tip;
    if (now.number - flight.sentAt >= (isTooLow ? 1n : STUCK_BLOCKS)) await offer(flight, now);
  }

  async function offer(
    flight: Flight,
    { number, baseFee }: { readonly number: bigint; readonly baseFee: bigint },
  ): Promise<void> {
    let fees = nextFees(flight.fees, baseFee, ceiling);
    for (let raises = 0; fees !== undefined && raises < RAISES_MAX; raises++)
      try {
        flight.hashes.push(await put(flight, fees));
        Object.assign(flight, { fees, sentAt: number });
        flights.set(flight.nonce, flight);
        return;
      } catch (error) {
        // It came into a block meanwhile: its receipt says which of them.
        if (says(error, NONCE_LOW)) return;
        if (says(error, OUT_OF_REACH)) break;
        if (!says(error, UNDERPRICED)) throw error;
        fees = nextFees(fees, baseFee, ceiling);
      }
    // No more is to be offered: it waits until fees fall.
    flight.sentAt = number;
  }

  async function receiptIn({ hashes }: Flight): Promise<TransactionReceipt | undefined> {
    for (const hash of hashes.toReversed())
      try {
        return await client.getTransactionReceipt({ hash });
      } catch (error) {
        if (!(error instanceof TransactionReceiptNotFoundError)) throw error;
      }
    return undefined;
  }

  /** The number is used up, and by none of ours: another process with this key took it. Then the call is sent anew, for it has never run. */
  async function isTaken(flight: Flight): Promise<boolean> {
    if ((await numberAt('latest')) <= flight.nonce) return false;
    return (await receiptIn(flight)) === undefined;
  }

  async function receiptOf(txHash: Hex): Promise<TransactionReceipt> {
    const found = [...flights.values()].find(({ hashes }) => hashes.includes(txHash));
    if (found === undefined)
      return client.waitForTransactionReceipt({ hash: txHash, timeout: receiptTimeoutMs, checkReplacement: false });
    let flight: Flight = found;
    const deadline = performance.now() + receiptTimeoutMs;
    let seen = -1n;
    let taken = 0;
    while (performance.now() < deadline) {
      const now = await head();
      if (now.number !== seen) {
        seen = now.number;
        const receipt = await receiptIn(flight);
        if (receipt !== undefined) {
          flights.delete(flight.nonce);
          return receipt;
        }
        // Twice in a row, in two blocks: an endpoint may know the count before the receipt.
        taken = (await isTaken(flight)) ? taken + 1 : 0;
        if (taken > 1) {
          const { nonce, transaction } = flight;
          flights.delete(nonce);
          flight = await inOrder(() => sendUnderFreeNumber(transaction));
          taken = 0;
        }
        await inOrder(() => pushOn(now));
      }
      await new Promise((resolve) => setTimeout(resolve, client.pollingInterval));
    }
    throw new Error(
      `Transaction ${txHash} is in no block after ${receiptTimeoutMs / 1000} s, at ${flight.fees.cap} wei a unit of gas.`,
    );
  }

  return {
    address: address.toLowerCase() as Hex,
    send: async (transaction) => (await inOrder(() => sendUnderFreeNumber(transaction))).hashes[0] as Hex,
    receiptOf,
  };
}

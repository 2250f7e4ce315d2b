// Sends transactions of one key, in the order of the calls, and sees each into a block: one that waits there while fees rise is signed again under its number with more of both, up to a ceiling, and one that blocks
// the account's next number and is of nobody here (an earlier process sent it, or lost it) is put aside by an empty one. A call is signed under a second number only where it is proved that another transaction
// took its first (numberFate.ts); else it could run twice.
import type { Hex } from '@enigma/protocol';
import { keccak256, type PublicClient, type TransactionReceipt } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { fateOf, type Offers, receiptAmong } from './numberFate.ts';

export interface Transaction {
  /** Absent where a contract is created. */
  readonly to?: Hex;
  readonly data: Hex;
  readonly gas: bigint;
  /** A second run would change nothing, or be refused. What pays, or makes a contract, is not: it is signed again only when the block with the other transaction is final. */
  readonly repeatable: boolean;
}

export interface Sender {
  readonly address: Hex;
  /** The hash of the first transaction that carries the call; a later one may take its place. */
  send(transaction: Transaction): Promise<Hex>;
  /** Of whichever transaction of the call came into a block. Rejects with CallUncertainError where none is seen in time. */
  receiptOf(txHash: Hex): Promise<TransactionReceipt>;
}

export interface SenderOptions {
  /** Most that is ever offered for a unit of gas, in wei; above it a transaction waits. */
  readonly feeCeilingWei?: bigint;
  readonly receiptTimeoutMs?: number;
  /** How much longer one waits for a final block, where the number of a call that must not run twice is used and no receipt is seen. */
  readonly finalityTimeoutMs?: number;
  /** Other endpoints of the same chain. A receipt is looked for at each, and nothing is signed again before all agree. */
  readonly witnesses?: readonly PublicClient[];
}

/** A call was signed and sent, and whether it ran is not known: to send it again could run it twice. */
export class CallUncertainError extends Error {
  readonly code = 'CallUncertain';
  readonly next: string;
  readonly address: Hex;
  readonly nonce: bigint;
  /** All that was signed for the call; at most one of them can ever run. */
  readonly hashes: readonly Hex[];
  constructor(why: string, { address, nonce, hashes }: Pick<Offers, 'address' | 'nonce' | 'hashes'>, cause?: unknown) {
    super(`Whether the call ran is not known: ${why}`, { cause });
    this.next = `Do not send it again yet. Ask another endpoint for ${hashes.join(' or ')}: where one of them is in a block it has run; where another transaction of ${address} has number ${nonce} in a final block, it never will.`;
    [this.address, this.nonce, this.hashes] = [address, nonce, hashes];
  }
}

const PRIORITY_WEI = 1_000_000_000n;
const FEE_CEILING_WEI = 500_000_000_000n;
const RECEIPT_TIMEOUT_MS = 120_000;
/** Ethereum's blocks are final after about a quarter of an hour. */
const FINALITY_TIMEOUT_MS = 1_500_000;
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
/** No answer, so it may have arrived all the same. */
const UNANSWERED = /^(HttpRequestError|TimeoutError|SocketClosedError)$/;

interface Fees {
  readonly tip: bigint;
  readonly cap: bigint;
}

interface Flight extends Offers {
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

const isRaced = (error: unknown): boolean => says(error, NONCE_LOW) || says(error, UNDERPRICED);
const isUnanswered = (error: unknown): boolean => error instanceof Error && UNANSWERED.test(error.name);

export function createSender(
  client: PublicClient,
  privateKey: Hex,
  chainId: number,
  {
    feeCeilingWei: ceiling = FEE_CEILING_WEI,
    receiptTimeoutMs = RECEIPT_TIMEOUT_MS,
    finalityTimeoutMs = FINALITY_TIMEOUT_MS,
    witnesses = [],
  }: SenderOptions = {},
): Sender {
  const endpoints = [client, ...witnesses];
  const account = privateKeyToAccount(privateKey);
  const { address } = account;
  const flights = new Map<bigint, Flight>();
  /** The account's lowest number that is in no block, and the block in which it was first seen so. */
  let lowest = { nonce: -1n, since: 0n };
  // Numbers are given out one at a time: two calls at once would sign the same one.
  let last: Promise<unknown> = Promise.resolve();

  const sign = (
    { nonce, transaction: { to, data, gas } }: Pick<Flight, 'nonce' | 'transaction'>,
    { tip, cap }: Fees,
  ): Promise<Hex> =>
    account.signTransaction({
      type: 'eip1559',
      chainId,
      nonce: Number(nonce),
      ...(to === undefined ? {} : { to }),
      data,
      gas,
      maxFeePerGas: cap,
      maxPriorityFeePerGas: tip,
    });

  async function put(serializedTransaction: Hex): Promise<void> {
    try {
      await client.sendRawTransaction({ serializedTransaction });
    } catch (error) {
      // It is in the pool: an answer of ours was lost, or another process has sent the very same.
      if (!says(error, KNOWN)) throw error;
    }
  }

  const head = async (): Promise<{ readonly number: bigint; readonly baseFee: bigint }> => {
    const { number, baseFeePerGas } = await client.getBlock({ blockTag: 'latest' });
    return { number: number ?? 0n, baseFee: baseFeePerGas ?? 0n };
  };
  const numberAt = async (blockTag: 'latest' | 'pending'): Promise<bigint> =>
    BigInt(await client.getTransactionCount({ address, blockTag }));

  async function sendNow(transaction: Transaction): Promise<Flight> {
    // The pool's own count: what a gap cuts off does not count, so the gap is what is filled.
    const [counted, { number, baseFee }] = await Promise.all([numberAt('pending'), head()]);
    // An endpoint that lags counts ours not yet.
    let nonce = counted;
    while (flights.has(nonce)) nonce++;
    const wanted = 2n * baseFee + PRIORITY_WEI;
    const cap = wanted < ceiling ? wanted : ceiling;
    const fees = { tip: PRIORITY_WEI < cap ? PRIORITY_WEI : cap, cap };
    const signed = await sign({ nonce, transaction }, fees);
    const at = { firstAt: number, sentAt: number };
    const flight: Flight = { address, nonce, transaction, hashes: [keccak256(signed)], fees, ...at };
    try {
      await put(signed);
    } catch (error) {
      // It has left this process: whatever the endpoint says of it, one that must not run twice is followed until its number's fate is known.
      if (transaction.repeatable || !(isRaced(error) || isUnanswered(error))) throw error;
    }
    flights.set(nonce, flight);
    return flight;
  }

  async function sendUnderFreeNumber(transaction: Transaction): Promise<Flight> {
    for (let tries = 1; ; tries++)
      try {
        return await sendNow(transaction);
      } catch (error) {
        // Another process with this key was first, or so the endpoint says: a second run does no harm.
        if (tries === NONCE_TRIES || !isRaced(error)) throw error;
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
      const transaction = { to: address, data: '0x', gas: 21_000n, repeatable: true } as const;
      const at = { firstAt: now.number, sentAt: now.number };
      await offer({ address, nonce, transaction, hashes: [], fees, ...at }, now);
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
        const signed = await sign(flight, fees);
        // Before it leaves: its receipt may be the only one.
        flight.hashes.push(keccak256(signed));
        await put(signed);
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

  /** The receipt; or the flight anew, under another number; or nothing yet. */
  async function settle(flight: Flight): Promise<TransactionReceipt | 'anew' | 'used' | 'hidden' | undefined> {
    const { nonce, transaction } = flight;
    const receipt = await receiptAmong(endpoints, flight);
    if (receipt !== undefined) return receipt;
    if ((await numberAt('latest')) <= nonce) return undefined;
    const fate = await fateOf(endpoints, flight, transaction.repeatable ? 'latest' : 'finalized');
    if (fate.kind === 'ran') return fate.receipt;
    if (fate.kind === 'other') return 'anew';
    return fate.kind === 'hidden' ? 'hidden' : 'used';
  }

  async function receiptOf(txHash: Hex): Promise<TransactionReceipt> {
    const found = [...flights.values()].find(({ hashes }) => hashes.includes(txHash));
    if (found === undefined)
      return client.waitForTransactionReceipt({ hash: txHash, timeout: receiptTimeoutMs, checkReplacement: false });
    let flight: Flight = found;
    try {
      return await followed();
    } catch (error) {
      // What is asked for its fate may fail; the call may run for all that.
      if (error instanceof CallUncertainError || flight.transaction.repeatable) throw error;
      const why = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
      throw new CallUncertainError(`its endpoint fails. ${why}`, flight, error);
    }

    async function followed(): Promise<TransactionReceipt> {
      let deadline = performance.now() + receiptTimeoutMs;
      let [seen, isUsed, isHidden] = [-1n, false, false];
      while (performance.now() < deadline) {
        const now = await head();
        if (now.number !== seen) {
          seen = now.number;
          const settled = await settle(flight);
          if (typeof settled === 'object') {
            flights.delete(flight.nonce);
            return settled;
          }
          isHidden = settled === 'hidden';
          if (settled === 'anew') {
            const { nonce, transaction } = flight;
            flights.delete(nonce);
            flight = await inOrder(() => sendUnderFreeNumber(transaction));
          } else if (settled !== undefined && !isUsed && !flight.transaction.repeatable)
            deadline = performance.now() + finalityTimeoutMs;
          isUsed = settled === 'used' || isHidden;
          await inOrder(() => pushOn(now));
        }
        await new Promise((resolve) => setTimeout(resolve, client.pollingInterval));
      }
      if (isUsed) flights.delete(flight.nonce);
      const { nonce, hashes, fees } = flight;
      throw new CallUncertainError(
        isHidden
          ? `one of its ${hashes.length} transactions stands in a block, and no endpoint shows its receipt.`
          : isUsed
            ? `number ${nonce} of ${address} is used, and no endpoint shows by what.`
            : `transaction ${hashes.at(-1)} is in no block after ${receiptTimeoutMs / 1000} s, at ${fees.cap} wei a unit of gas.`,
        flight,
      );
    }
  }

  return {
    address: address.toLowerCase() as Hex,
    send: async (transaction) => (await inOrder(() => sendUnderFreeNumber(transaction))).hashes[0] as Hex,
    receiptOf,
  };
}

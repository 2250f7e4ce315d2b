// A development chain that does as it is told: no block but when asked, at the time that is said, with these transactions of these accounts in this order; and back to any earlier block.
import { startAnvil } from '@enigma/contracts/anvil';
import { decodeEvent, decodeRefusal, deployAll, encodeCall, type AddressBook } from '@enigma/contracts';
import type { Hex } from '@enigma/crypto';
import type { ChainEvent, ChainRefusal, PendingCall } from '@enigma/protocol';

/** The first account of the well-known phrase of development chains: it deploys, and has all tokens. */
const DEPLOYER_KEY: Hex = '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80';
export const DEPLOYER: Hex = '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266';
const RICH: Hex = '0xd3c21bcecceda1000000';
/** EIP-7825's limit of one transaction; the chain of these runs takes many of them into a block. */
const GAS = 16_777_216;
const BLOCK_GAS = 100_000_000_000;
const FIRST_PRICE = 10n ** 12n;
const PRICE_STEP = 10n ** 6n;

export interface EvmOutcome {
  readonly call: PendingCall;
  /** Undefined where the contracts refused it. */
  readonly events: readonly ChainEvent[] | undefined;
  readonly refusal: ChainRefusal | undefined;
}

export interface EvmBlock {
  readonly number: bigint;
  readonly hash: Hex;
  readonly timestamp: number;
  readonly prevrandao: Hex;
}

export interface Evm {
  readonly url: string;
  readonly book: AddressBook;
  block(number?: bigint): Promise<EvmBlock>;
  mine(
    calls: readonly PendingCall[],
    timestamp: number,
  ): Promise<{ readonly block: EvmBlock; readonly outcomes: readonly EvmOutcome[] }>;
  /** Drops the last blocks. */
  back(depth: number): Promise<void>;
  setCode(account: Hex, code: Hex): Promise<void>;
  stop(): Promise<void>;
}

type Raw = Readonly<Record<string, unknown>>;

export async function startEvm(): Promise<Evm> {
  const anvil = await startAnvil({ accounts: 1 });
  const rpc = async (method: string, ...params: readonly unknown[]): Promise<unknown> => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
    const answer = await fetch(anvil.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const { result, error } = (await answer.json()) as { readonly result?: unknown; readonly error?: unknown };
    if (error !== undefined) throw new Error(`${method}: ${JSON.stringify(error)}`);
    return result;
  };
  try {
    const book = await deployAll({ rpcUrl: anvil.url, privateKey: DEPLOYER_KEY });
    await rpc('evm_setAutomine', false);
    await rpc('anvil_autoImpersonateAccount', true);
    await rpc('evm_setBlockGasLimit', quantity(BLOCK_GAS));
    return evmOn(anvil.url, book, rpc, () => anvil.stop());
  } catch (error) {
    await anvil.stop();
    throw error;
  }
}

function evmOn(
  url: string,
  book: AddressBook,
  rpc: (method: string, ...params: readonly unknown[]) => Promise<unknown>,
  stop: () => Promise<void>,
): Evm {
  const ours = [book.bank, book.stake, book.randomness, book.registry, book.committees, book.tasks, book.remedies];
  const rich = new Set<Hex>();
  /** What leads back to before each block, latest last. */
  const snapshots: unknown[] = [];

  async function send({ from, call }: PendingCall, place: number): Promise<Hex> {
    if (!rich.has(from)) await rpc('anvil_setBalance', from, RICH);
    rich.add(from);
    const { to, data } = encodeCall(book, call);
    // Dearer ones come first: so the block has the order of its proposer.
    const gasPrice = quantity(FIRST_PRICE - BigInt(place) * PRICE_STEP);
    return (await rpc('eth_sendTransaction', { from, to, data, gas: quantity(GAS), gasPrice })) as Hex;
  }

  async function outcomeOf(call: PendingCall, hash: Hex): Promise<EvmOutcome> {
    const receipt = (await rpc('eth_getTransactionReceipt', hash)) as Raw | null;
    if (receipt === null) throw new Error(`${call.call.name} is in no block`);
    if (receipt['status'] !== '0x1') {
      const trace = (await rpc('debug_traceTransaction', hash, { tracer: 'callTracer' })) as Raw;
      return { call, events: undefined, refusal: decodeRefusal((trace['output'] as Hex | undefined) ?? '0x') };
    }
    const logs = receipt['logs'] as readonly {
      readonly address: Hex;
      readonly topics: readonly Hex[];
      readonly data: Hex;
    }[];
    const events = logs.filter(({ address }) => ours.includes(address.toLowerCase() as Hex)).map(decodeEvent);
    return { call, events: events.filter((event) => event !== undefined), refusal: undefined };
  }

  const block = async (number?: bigint): Promise<EvmBlock> => {
    const found = (await rpc('eth_getBlockByNumber', number === undefined ? 'latest' : quantity(number), false)) as Raw;
    return {
      number: BigInt(found['number'] as Hex),
      hash: found['hash'] as Hex,
      timestamp: Number(found['timestamp']),
      prevrandao: found['mixHash'] as Hex,
    };
  };

  return {
    url,
    book,
    block,
    async mine(calls, timestamp) {
      snapshots.push(await rpc('evm_snapshot'));
      const hashes: Hex[] = [];
      for (const [place, call] of calls.entries()) hashes.push(await send(call, place));
      await rpc('evm_setNextBlockTimestamp', timestamp);
      await rpc('evm_mine');
      const outcomes: EvmOutcome[] = [];
      for (const [place, call] of calls.entries()) outcomes.push(await outcomeOf(call, hashes[place] as Hex));
      return { block: await block(), outcomes };
    },
    async back(depth) {
      const [snapshot] = snapshots.splice(snapshots.length - depth);
      if ((await rpc('evm_revert', snapshot)) !== true) throw new Error('the chain does not go back');
      // Balances of whoever became rich since went with it.
      rich.clear();
    },
    setCode: async (account, code) => void (await rpc('anvil_setCode', account, code)),
    stop,
  };
}

const quantity = (value: number | bigint): Hex => `0x${value.toString(16)}`;

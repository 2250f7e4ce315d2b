// A chain in one process: the pure rules behind the port that node and client use, with blocks, a finality lag, and
// reorganisations on demand. Time comes from the caller; the same calls in the same order give the same chain.
import type { Hex } from '@enigma/crypto';
import { keccakWords, ZERO_HASH } from './abi.ts';
import type { Block, ChainCall, ChainEvent, ChainLog, ChainPort, Submitted } from './chain.ts';
import { apply } from './rules/apply.ts';
import { statusOf } from './rules/settlement.ts';
import { nonceKey } from './rules/tasks.ts';
import {
  type BlockContext,
  type ChainConfig,
  type ChainState,
  DEVELOPMENT_CONFIG,
  genesisState,
} from './rules/state.ts';

export interface SimulatedGenesis {
  readonly config?: ChainConfig;
  /** Who holds the tokens at the start. */
  readonly balances: ReadonlyMap<Hex, bigint>;
  readonly timestamp: number;
  /** Blocks that `finalized` stays behind `latest`. */
  readonly finalityBlocks: number;
  /** Whether each submitted call gets a block of its own at once; otherwise `mine` takes what waits. */
  readonly autoMine: boolean;
  /** Makes the randomness of the blocks. */
  readonly seed: Hex;
}

/** Seconds since 1970. */
export interface Clock {
  nowSeconds(): number;
}

export interface PendingCall {
  readonly from: Hex;
  readonly call: ChainCall;
}

export interface SimulatedChain {
  /** The chain as one account sees it. */
  port(account: Hex): ChainPort;
  /** One more block, with everything that waits. */
  mine(): Block;
  /**
   * Drops the last `depth` blocks. Their calls wait again, unless `keep` returns others in their place; whoever awaited
   * one has its answer already, as on a real chain.
   */
  reorganise(depth: number, keep?: (calls: readonly PendingCall[]) => readonly PendingCall[]): void;
  state(at?: bigint): ChainState;
  latest(): Block;
}

interface Mined {
  readonly block: Block;
  readonly state: ChainState;
  readonly logs: readonly ChainLog[];
  readonly calls: readonly PendingCall[];
}

interface Waiting extends PendingCall {
  readonly answer: ((submitted: Submitted) => void) | undefined;
}

export function createSimulatedChain(genesis: SimulatedGenesis, clock: Clock): SimulatedChain {
  const config = genesis.config ?? DEVELOPMENT_CONFIG;
  const first: Block = {
    number: 0n,
    hash: hashOf(genesis.seed, 0n, ZERO_HASH, 0),
    parentHash: ZERO_HASH,
    timestamp: genesis.timestamp,
  };
  const mined: Mined[] = [{ block: first, state: genesisState(config, genesis.balances), logs: [], calls: [] }];
  let waiting: Waiting[] = [];
  let forks = 0;
  let transactions = 0;

  const last = (): Mined => mined.at(-1) as Mined;
  const at = (number: bigint | undefined): Mined => {
    const found = number === undefined ? last() : mined[Number(number)];
    if (found === undefined) throw new RangeError('no such block');
    return found;
  };

  function mine(): Block {
    const parent = last();
    const number = parent.block.number + 1n;
    const hash = hashOf(genesis.seed, number, parent.block.hash, forks);
    const timestamp = Math.max(parent.block.timestamp + 1, clock.nowSeconds());
    const context: BlockContext = {
      number,
      timestamp,
      prevrandao: keccakWords(['bytes32', genesis.seed], ['bytes32', hash]),
      hashOf: (of) => (of < number ? mined[Number(of)]?.block.hash : undefined),
    };
    const taken = waiting;
    waiting = [];
    let state = parent.state;
    const logs: ChainLog[] = [];
    const answers: (() => void)[] = [];
    for (const { from, call, answer } of taken) {
      const txHash = keccakWords(['bytes32', hash], ['uint256', BigInt(transactions++)]);
      const applied = apply(state, { from, block: context }, call);
      if (!applied.ok) {
        answers.push(() => answer?.(applied));
        continue;
      }
      state = applied.state;
      for (const event of applied.events) logs.push(logOf(event, number, hash, txHash, logs.length));
      const { events } = applied;
      answers.push(() => answer?.({ ok: true, txHash, blockNumber: number, gasUsed: 0n, events }));
    }
    const block = { number, hash, parentHash: parent.block.hash, timestamp };
    mined.push({ block, state, logs, calls: taken.map(({ from, call }) => ({ from, call })) });
    for (const answer of answers) answer();
    return block;
  }

  function reorganise(
    depth: number,
    keep: (calls: readonly PendingCall[]) => readonly PendingCall[] = (calls) => calls,
  ): void {
    if (!(Number.isInteger(depth) && depth >= 1 && depth < mined.length)) throw new RangeError('no such depth');
    const dropped = mined.splice(mined.length - depth);
    forks++;
    const again = keep(dropped.flatMap((block) => block.calls));
    waiting = [...again.map(({ from, call }) => ({ from, call, answer: undefined })), ...waiting];
  }

  function port(account: Hex): ChainPort {
    return {
      account,
      chainId: config.chainId,
      tasks: config.tasks,
      latest: async () => last().block,
      finalized: async () => (mined[Math.max(0, mined.length - 1 - genesis.finalityBlocks)] as Mined).block,
      block: async (number) => mined[Number(number)]?.block,
      events: async (from, to) => mined.slice(Number(from), Number(to) + 1).flatMap((block) => block.logs),
      headOf: async (id, number) => at(number).state.heads.get(id),
      contractOf: async (id, number) => at(number).state.contracts.get(id),
      committeeOf: async (id, number) => at(number).state.committees.get(id),
      nodeOf: async (index, number) => at(number).state.nodes[index],
      inboxOf: async (id, number) => {
        const inbox = at(number).state.inboxes.get(id);
        return { head: inbox?.head ?? ZERO_HASH, count: inbox?.count ?? 0n, lastBlock: inbox?.lastBlock ?? 0n };
      },
      availableOf: async (of, number) => at(number).state.available.get(of) ?? 0n,
      creditOf: async (node, number) => at(number).state.credit.get(node) ?? 0n,
      taskStatusOf: async (id, number) => statusOf(at(number).state.tasks.get(id)),
      noncesOf: async (sender, word, number) => at(number).state.nonces.get(nonceKey(sender, word)) ?? 0n,
      owedCallbackOf: async (id, number) => at(number).state.owed.get(id),
      epoch: async (number) => at(number).state.epoch,
      submit: (call) =>
        new Promise<Submitted>((answer) => {
          waiting.push({ from: account, call, answer });
          if (genesis.autoMine) mine();
        }),
    };
  }

  return { port, mine, reorganise, state: (number) => at(number).state, latest: () => last().block };
}

function hashOf(seed: Hex, number: bigint, parentHash: Hex, forks: number): Hex {
  return keccakWords(['bytes32', seed], ['uint64', number], ['bytes32', parentHash], ['uint32', forks]);
}

function logOf(event: ChainEvent, blockNumber: bigint, blockHash: Hex, txHash: Hex, logIndex: number): ChainLog {
  return { event, blockNumber, blockHash, txHash, logIndex };
}

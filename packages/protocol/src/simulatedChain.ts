// A chain in one process: the pure rules behind the port that node and client use, with blocks, a finality lag, and
// reorganisations on demand. Time comes from the caller; the same calls in the same order give the same chain.
import type { Hex } from '@enigma/crypto';
import { keccakWords, ZERO_ADDRESS, ZERO_HASH } from './abi.ts';
import type { Block, ChainCall, ChainEvent, ChainLog, ChainPort, Submitted } from './chain.ts';
import { apply } from './rules/apply.ts';
import { statusOf } from './rules/settlement.ts';
import { signerAt } from './rules/stake.ts';
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

/** What a block takes, where its proposer does not take all that waits. */
export interface Proposal {
  /** In the order of the block: calls that wait, or others of the proposer's own. What waits and is not here waits on. */
  readonly calls: readonly PendingCall[];
  /** Of them, those that run out of gas: they are in the block and change nothing. */
  readonly starved?: ReadonlySet<PendingCall>;
  /** Seconds since 1970; later than the parent's all the same. */
  readonly timestamp?: number;
  /** Hash and chance of a block that another chain made of the same calls. */
  readonly sealed?: { readonly hash: Hex; readonly prevrandao: Hex };
  /** Told what came of each call. */
  told?(call: PendingCall, submitted: Submitted): void;
}

export interface SimulatedChain {
  /** The chain as one account sees it. */
  port(account: Hex): ChainPort;
  /** One more block, with everything that waits or with what its proposer chose. */
  mine(proposal?: Proposal): Block;
  /** What waits for a block, in the order in which it came. */
  waiting(): readonly PendingCall[];
  /** Takes waiting calls out of every pool: nobody will ever answer them. */
  lose(calls: readonly PendingCall[]): void;
  /**
   * Drops the last `depth` blocks. Their calls wait again, unless `keep` returns others in their place; whoever awaited
   * one has its answer already, as on a real chain. What was final before stays the number of a final block.
   */
  reorganise(depth: number, keep?: (calls: readonly PendingCall[]) => readonly PendingCall[]): void;
  state(at?: bigint): ChainState;
  latest(): Block;
  finalized(): Block;
  blockAt(number: bigint): Block | undefined;
  /** Whoever sent a transaction, also of a block that was dropped. */
  senderOf(txHash: Hex): Hex;
  /** Of its clock. */
  nowSeconds(): number;
  /** Events of the canonical chain, both ends included, in order. */
  events(from: bigint, to: bigint): readonly ChainLog[];
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
  /** Number of the block that is final: it never falls, though `reorganise` may put another block under it. */
  let finalNumber = 0;
  let forks = 0;
  let transactions = 0;
  const senders = new Map<Hex, Hex>();

  const last = (): Mined => mined.at(-1) as Mined;
  const final = (): Block => (mined[Math.min(finalNumber, mined.length - 1)] as Mined).block;
  const at = (number: bigint | undefined): Mined => {
    const found = number === undefined ? last() : mined[Number(number)];
    if (found === undefined) throw new RangeError('no such block');
    return found;
  };

  function mine(proposal?: Proposal): Block {
    const parent = last();
    const number = parent.block.number + 1n;
    const hash = proposal?.sealed?.hash ?? hashOf(genesis.seed, number, parent.block.hash, forks);
    const timestamp = Math.max(parent.block.timestamp + 1, proposal?.timestamp ?? clock.nowSeconds());
    const context: BlockContext = {
      number,
      timestamp,
      prevrandao: proposal?.sealed?.prevrandao ?? keccakWords(['bytes32', genesis.seed], ['bytes32', hash]),
      hashOf: (of) => (of < number ? mined[Number(of)]?.block.hash : undefined),
    };
    const taken: readonly (PendingCall & Partial<Waiting>)[] = proposal?.calls ?? waiting;
    waiting = proposal === undefined ? [] : waiting.filter((one) => !taken.includes(one));
    let state = parent.state;
    const logs: ChainLog[] = [];
    const answers: (() => void)[] = [];
    for (const one of taken) {
      const { from, call, answer } = one;
      const txHash = keccakWords(['bytes32', hash], ['uint256', BigInt(transactions++)]);
      senders.set(txHash, from);
      if (proposal?.starved?.has(one) === true) {
        answers.push(() => answer?.({ ok: false, refusal: { name: 'Unknown', args: [txHash] } }));
        continue;
      }
      const applied = apply(state, { from, block: context }, call);
      if (!applied.ok) {
        answers.push(() => answer?.(applied));
        proposal?.told?.(one, applied);
        continue;
      }
      state = applied.state;
      for (const event of applied.events) logs.push(logOf(event, number, hash, txHash, logs.length));
      const { events } = applied;
      const included = { ok: true, txHash, blockNumber: number, gasUsed: 0n, events } as const;
      answers.push(() => answer?.(included));
      proposal?.told?.(one, included);
    }
    const block = { number, hash, parentHash: parent.block.hash, timestamp };
    mined.push({ block, state, logs, calls: taken.map(({ from, call }) => ({ from, call })) });
    finalNumber = Math.max(finalNumber, mined.length - 1 - genesis.finalityBlocks);
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
      finalized: async () => final(),
      block: async (number) => mined[Number(number)]?.block,
      events: async (from, to) => events(from, to),
      headOf: async (id, number) => at(number).state.heads.get(id),
      contractOf: async (id, number) => at(number).state.contracts.get(id),
      committeeOf: async (id, number) => at(number).state.committees.get(id),
      nodeOf: async (index, number) => at(number).state.nodes[index],
      signerAt: async (node, epoch, number) => signerAt(at(number).state, node, epoch),
      inboxOf: async (id, number) => {
        const inbox = at(number).state.inboxes.get(id);
        return { head: inbox?.head ?? ZERO_HASH, count: inbox?.count ?? 0n, lastBlock: inbox?.lastBlock ?? 0n };
      },
      newUntilOf: async (id, number) => at(number).state.inboxes.get(id)?.newUntilBlock ?? 0n,
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

  const events = (from: bigint, to: bigint): readonly ChainLog[] =>
    mined.slice(Number(from), Number(to) + 1).flatMap((block) => block.logs);

  return {
    port,
    mine,
    waiting: () => waiting,
    lose: (calls) => void (waiting = waiting.filter((one) => !calls.includes(one))),
    reorganise,
    state: (number) => at(number).state,
    latest: () => last().block,
    finalized: final,
    blockAt: (number) => mined[Number(number)]?.block,
    nowSeconds: () => clock.nowSeconds(),
    senderOf: (txHash) => senders.get(txHash) ?? ZERO_ADDRESS,
    events,
  };
}

function hashOf(seed: Hex, number: bigint, parentHash: Hex, forks: number): Hex {
  return keccakWords(['bytes32', seed], ['uint64', number], ['bytes32', parentHash], ['uint32', forks]);
}

function logOf(event: ChainEvent, blockNumber: bigint, blockHash: Hex, txHash: Hex, logIndex: number): ChainLog {
  return { event, blockNumber, blockHash, txHash, logIndex };
}

// The chain's whole state as a value: every step makes a new one and shares what it did not touch.
import type { Hex } from '@enigma/crypto';
import { ZERO_ADDRESS } from '../abi.ts';
import type { ChainCall, ChainEvent, Committee, DeployedContract, Head, InboxHead, NodeRecord } from '../chain.ts';
import { EMPTY_TREE, type SumTree } from '../sumTree.ts';
import { DEVELOPMENT_TIMES, type Times, timesHold } from '../times.ts';

/** What the constructors fix. */
export interface ChainConfig {
  readonly chainId: bigint;
  /** Verifying contract of the one domain. */
  readonly tasks: Hex;
  /** Spender of deposits. */
  readonly bank: Hex;
  /** Tokens of one unit of stake. */
  readonly unitTokens: bigint;
  readonly unitsMax: number;
  /** Epochs after a tenure's end before anyone may break its committee up. */
  readonly graceEpochs: number;
  readonly times: Times;
  /** The token whose permits the bank takes; none where absent. */
  readonly token?: Hex;
  /** The contracts' own addresses beside tasks and bank: nobody's callback. */
  readonly siblings?: readonly Hex[];
  /** What an account's code answers to ERC-1271; without it no account has code. */
  readonly walletAccepts?: (account: Hex, digest: Hex, signature: Hex) => boolean;
  /** Whether a callee takes what it is told, with the gas that the caller has set; without it nobody is there to be told. */
  readonly calleeTakes?: (target: Hex, taskId: Hex, output: Hex, gas: number) => boolean;
}

export interface InboxState extends InboxHead {
  /** Floor of a task's gasPrice. */
  readonly price: bigint;
  /** The last block in which GENESIS, or before it a committee, may come. */
  readonly newUntilBlock: bigint;
}

/** A task's one word. */
export type TaskWord =
  | {
      readonly status: 'created';
      readonly contractId: Hex;
      readonly seq: bigint;
      readonly escrow: bigint;
      readonly deadline: number;
      readonly createdAt: number;
      /** The body is on chain. */
      readonly liable: boolean;
      /** The seats that said they hold it. */
      readonly acked: number;
    }
  | (SettledWord & { readonly status: 'settled'; readonly held: bigint })
  | { readonly status: 'expired' }
  | (SettledWord & { readonly status: 'opened' });

interface SettledWord {
  readonly receiptDigest: Hex;
  readonly settledAt: number;
  /** The seats that have had their share of the receipt; meant of its first task alone. */
  readonly paid: number;
}

/** A signing key, and the epoch from which committees are drawn with it. */
export interface SignerFrom {
  readonly signer: Hex;
  readonly from: number;
}

export interface ChainState {
  readonly config: ChainConfig;
  readonly token: ReadonlyMap<Hex, bigint>;
  /** owner → what the bank may take. */
  readonly allowances: ReadonlyMap<Hex, bigint>;
  readonly available: ReadonlyMap<Hex, bigint>;
  readonly credit: ReadonlyMap<number, bigint>;
  /** What open tasks have locked, what waits for openers, and the shares that wait for seats. */
  readonly escrow: bigint;
  /** Of it, the shares of seats that did not sign. */
  readonly reserved: bigint;
  readonly stake: bigint;
  readonly pending: bigint;
  readonly pot: bigint;
  readonly nodes: readonly NodeRecord[];
  readonly byOwner: ReadonlyMap<Hex, number>;
  readonly bySigner: ReadonlyMap<Hex, number>;
  /** Every key that a node has signed with, and the epoch from which on; the last is the present one. */
  readonly signers: ReadonlyMap<number, readonly SignerFrom[]>;
  readonly tree: SumTree;
  readonly epoch: number;
  readonly advancedAt: bigint;
  readonly seeds: ReadonlyMap<number, { readonly seed: Hex; readonly block: bigint }>;
  readonly contracts: ReadonlyMap<Hex, DeployedContract>;
  readonly committees: ReadonlyMap<Hex, Committee>;
  readonly heads: ReadonlyMap<Hex, Head>;
  readonly inboxes: ReadonlyMap<Hex, InboxState>;
  readonly tasks: ReadonlyMap<Hex, TaskWord>;
  /** `sender:word` → bitmap of used nonces. */
  readonly nonces: ReadonlyMap<string, bigint>;
  /** Task → keccak of the output that its callback has still to be told. */
  readonly owed: ReadonlyMap<Hex, Hex>;
  /** Of the token. */
  readonly permitNonces: ReadonlyMap<Hex, bigint>;
}

/** The block a call lands in. */
export interface BlockContext {
  readonly number: bigint;
  readonly timestamp: number;
  readonly prevrandao: Hex;
  /** Hash of an earlier block, while the chain still knows it. */
  hashOf(number: bigint): Hex | undefined;
}

/** Who calls, and in which block. */
export interface CallContext {
  readonly from: Hex;
  readonly block: BlockContext;
}

export interface Step {
  readonly state: ChainState;
  readonly events: readonly ChainEvent[];
}

/** One rule: a call of one name. */
export type Rule<N extends ChainCall['name']> = (
  state: ChainState,
  context: CallContext,
  call: Extract<ChainCall, { readonly name: N }>,
) => Step;

/** The first state: all tokens with the given holders. */
export function genesisState(config: ChainConfig, balances: ReadonlyMap<Hex, bigint>): ChainState {
  if (!timesHold(config.times)) throw new RangeError('the periods do not form a chain');
  return {
    config,
    token: balances,
    allowances: new Map(),
    available: new Map(),
    credit: new Map(),
    escrow: 0n,
    reserved: 0n,
    stake: 0n,
    pending: 0n,
    pot: 0n,
    nodes: [],
    byOwner: new Map(),
    bySigner: new Map(),
    signers: new Map(),
    tree: EMPTY_TREE,
    epoch: 1,
    advancedAt: -1n,
    seeds: new Map(),
    contracts: new Map(),
    committees: new Map(),
    heads: new Map(),
    inboxes: new Map(),
    tasks: new Map(),
    nonces: new Map(),
    owed: new Map(),
    permitNonces: new Map(),
  };
}

export const DEVELOPMENT_CONFIG: ChainConfig = {
  chainId: 31337n,
  tasks: `0x${'7a'.repeat(20)}`,
  bank: `0x${'ba'.repeat(20)}`,
  unitTokens: 1000n,
  unitsMax: 1000,
  graceEpochs: 4,
  times: DEVELOPMENT_TIMES,
};

/** A map with one entry set. */
export function withEntry<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
  return new Map(map).set(key, value);
}

export function payerOf(task: { readonly payer: Hex; readonly sender: Hex }): Hex {
  return task.payer === ZERO_ADDRESS ? task.sender : task.payer;
}

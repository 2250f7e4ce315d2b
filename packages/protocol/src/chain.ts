// What a chain looks like from this room: blocks, events, typed calls, typed refusals, and the port that node and
// client read and write through. The Solidity contracts and the pure rules (rules/) both stand behind it.
import type { Hex } from '@enigma/crypto';
import type { Contract, NodeKeys, Result } from './chainRecords.ts';
import type { Receipt, Task } from './records.ts';

export interface Block {
  readonly number: bigint;
  readonly hash: Hex;
  readonly parentHash: Hex;
  /** Seconds since 1970. */
  readonly timestamp: number;
}

// ---- events ------------------------------------------------------------------------------------------------------

/** Everything that the contracts of the walk emit, by name, with all facts a node needs to act without further reads. */
export interface EventFacts {
  readonly Deposited: { readonly from: Hex; readonly to: Hex; readonly amount: bigint };
  readonly Withdrawn: { readonly from: Hex; readonly to: Hex; readonly amount: bigint };
  readonly CreditClaimed: { readonly node: number; readonly to: Hex; readonly amount: bigint };
  readonly NodeRegistered: {
    readonly node: number;
    readonly owner: Hex;
    readonly keys: NodeKeys;
    readonly units: number;
    readonly effectiveEpoch: number;
  };
  readonly KeysRotated: {
    readonly node: number;
    readonly signer: Hex;
    readonly sealingKey: Hex;
    readonly tlsSpkiHash: Hex;
    readonly effectiveEpoch: number;
  };
  readonly UrlsChanged: { readonly node: number; readonly peerUrl: string; readonly apiUrl: string };
  readonly StakeChanged: { readonly node: number; readonly units: number; readonly effectiveEpoch: number };
  readonly ExitRequested: { readonly node: number; readonly units: number; readonly withdrawableAt: number };
  readonly Exited: { readonly node: number; readonly units: number };
  readonly EpochAdvanced: { readonly epoch: number; readonly seed: Hex };
  readonly ContractDeployed: {
    readonly contractId: Hex;
    readonly deployer: Hex;
    readonly salt: Hex;
    readonly registeredEpoch: number;
    readonly contract: Contract;
    readonly code: Hex;
    readonly initArgs: Hex;
  };
  readonly CommitteeOpened: {
    readonly contractId: Hex;
    readonly committeeId: Hex;
    readonly generation: number;
    readonly epochDrawn: number;
    readonly replacements: number;
    readonly seedBlockHash: Hex;
    readonly n: number;
    readonly T: number;
    readonly qHi: number;
    readonly qLo: number;
    readonly tenureEnd: number;
    /** Node indices by seat. */
    readonly seats: readonly number[];
    /** Node indices in the order in which they would enter. */
    readonly standbys: readonly number[];
  };
  readonly CommitteeReleased: { readonly contractId: Hex; readonly committeeId: Hex };
  /** Settled by T+1 after the grace: no further task until the missing seats are repaired. */
  readonly DegradedSet: { readonly contractId: Hex; readonly firstSeq: bigint; readonly bitmap: number };
  /** `signed` and `missing` = the seats, as bitmaps, that did and did not sign the GENESIS receipt shown. */
  readonly Lost: {
    readonly contractId: Hex;
    readonly committeeId: Hex;
    readonly signed: number;
    readonly missing: number;
  };
  readonly DepositsReturned: { readonly contractId: Hex; readonly to: Hex; readonly amount: bigint };
  readonly TaskCreated: {
    readonly contractId: Hex;
    readonly taskId: Hex;
    readonly seq: bigint;
    readonly header: Task;
    /** Empty where the body stays off chain. */
    readonly body: Hex;
  };
  /** An order of `createMany` that was wrong; `code` is one of ORDER_CODE. */
  readonly OrderSkipped: { readonly index: number; readonly code: number };
  /** Bit i = seat i signed that it holds the body. */
  readonly BodyAcked: { readonly taskId: Hex; readonly bitmap: number };
  readonly BodyPosted: { readonly taskId: Hex; readonly body: Hex };
  readonly InputsAppended: {
    readonly contractId: Hex;
    readonly first: bigint;
    readonly count: number;
    readonly head: Hex;
    readonly height: bigint;
    readonly bodies: readonly Hex[];
  };
  readonly Settled: {
    readonly contractId: Hex;
    readonly firstSeq: bigint;
    readonly count: number;
    readonly receiptDigest: Hex;
    readonly newRoot: Hex;
    readonly resultsRoot: Hex;
    /** Bit i = seat i signed. */
    readonly bitmap: number;
    readonly receipt: Receipt;
    readonly results: readonly Result[];
    readonly masked: readonly Hex[];
  };
  readonly Opened: { readonly taskId: Hex; readonly index: number; readonly output: Hex };
  /** Whether the task's callback was told; where not, anyone may try again. */
  readonly CallbackDone: { readonly taskId: Hex; readonly ok: boolean };
  /** A seat that the settlement left out has its share. */
  readonly LateClaimed: {
    readonly receiptDigest: Hex;
    readonly seat: number;
    readonly node: number;
    readonly amount: bigint;
  };
  readonly LateSwept: { readonly receiptDigest: Hex; readonly amount: bigint };
  readonly Expired: {
    readonly contractId: Hex;
    readonly taskId: Hex;
    readonly seq: bigint;
    /** Whether any seat should have computed it. */
    readonly liability: boolean;
    /** The seats that should have, as a bitmap; 0xffffffff where the body was on chain, so all. */
    readonly liable: number;
    readonly refund: bigint;
  };
  readonly NoncesCancelled: { readonly sender: Hex; readonly word: bigint; readonly mask: bigint };
}

export type EventName = keyof EventFacts;
export type EventOf<N extends EventName> = { readonly name: N } & EventFacts[N];
export type ChainEvent = { [N in EventName]: EventOf<N> }[EventName];

/** An event and where the chain has it. */
export interface ChainLog {
  readonly event: ChainEvent;
  readonly blockNumber: bigint;
  readonly blockHash: Hex;
  readonly txHash: Hex;
  readonly logIndex: number;
}

// ---- calls -------------------------------------------------------------------------------------------------------

/** A task to create. Signatures are empty where the caller is that party; the body is empty where it stays off chain. */
export interface Order {
  readonly header: Task;
  readonly body: Hex;
  readonly senderSig: Hex;
  readonly payerSig: Hex;
}

/** A settled receipt with the headers and results of all its tasks: what a share is worth follows from them. */
export interface LateReceipt {
  readonly receipt: Receipt;
  readonly headers: readonly Task[];
  readonly results: readonly Result[];
}

/** Why an order was skipped, and the refusal that `create` would have given. */
export const ORDER_CODE = {
  NotYet: 1,
  DeadlineOutOfRange: 2,
  GasLimitOutOfRange: 3,
  UnknownContract: 4,
  Degraded: 5,
  NotServing: 6,
  PriceTooLow: 7,
  EscrowOverflow: 8,
  NonceUsed: 9,
  BadCallback: 10,
  BodyTooLong: 11,
  WrongBody: 12,
  BadSenderSignature: 13,
  BadPayerSignature: 14,
  InsufficientBalance: 15,
} as const;

/** The state-changing calls of the walk, by name. */
export interface CallArguments {
  readonly transferToken: { readonly to: Hex; readonly amount: bigint };
  readonly approve: { readonly spender: Hex; readonly amount: bigint };
  readonly deposit: { readonly to: Hex; readonly amount: bigint };
  /** `permitSig` = 64 bytes (EIP-2098) over the token's Permit for `amount`, by the caller; a failing one is no failure. */
  readonly depositWithPermit: {
    readonly to: Hex;
    readonly amount: bigint;
    readonly deadline: bigint;
    readonly permitSig: Hex;
  };
  readonly withdraw: { readonly to: Hex; readonly amount: bigint };
  /** `proof` = the signer's signature over digest(NodeProof). Stake comes from the caller's available balance. */
  readonly register: { readonly keys: NodeKeys; readonly units: number; readonly proof: Hex };
  readonly addStake: { readonly units: number };
  readonly requestExit: { readonly units: number };
  readonly completeExit: Record<never, never>;
  readonly setUrls: { readonly peerUrl: string; readonly apiUrl: string };
  /** As `register`: the new signer counts from the next epoch; committees drawn until then keep the one before. Sent by the node's owner. */
  readonly rotateKeys: { readonly keys: NodeKeys; readonly proof: Hex };
  readonly claimCredit: { readonly node: number };
  readonly advance: Record<never, never>;
  readonly deploy: { readonly contract: Contract; readonly salt: Hex; readonly code: Hex; readonly initArgs: Hex };
  readonly openCommittee: { readonly contractId: Hex };
  readonly forceLeave: { readonly contractId: Hex };
  /** `receipt`: a GENESIS receipt of this contract, with the signatures that are known (bitmap 0 and sigs 0x for none). */
  readonly declareLost: { readonly receipt: Receipt; readonly bitmap: number; readonly sigs: Hex };
  readonly returnDeposits: { readonly contractId: Hex };
  /** `acks` (encodeAcks) shows who holds a body that stays off chain. */
  readonly create: Order & { readonly acks?: Hex };
  /** A wrong one is skipped and says why. */
  readonly createMany: { readonly orders: readonly Order[] };
  /** `acks`: one for each header (encodeAcks). */
  readonly ackBodies: { readonly headers: readonly Task[]; readonly acks: readonly Hex[] };
  readonly postBody: { readonly header: Task; readonly body: Hex };
  readonly append: { readonly contractId: Hex; readonly bodies: readonly Hex[] };
  readonly trigger: { readonly contractId: Hex; readonly fn: Hex; readonly height: bigint };
  readonly settle: {
    readonly receipt: Receipt;
    readonly headers: readonly Task[];
    readonly results: readonly Result[];
    readonly masked: readonly Hex[];
    readonly bitmap: number;
    /** 64 bytes per set bit, lowest seat first. */
    readonly sigs: Hex;
  };
  readonly open: {
    readonly header: Task;
    readonly index: number;
    readonly output: Hex;
    readonly receipt: Receipt;
    readonly results: readonly Result[];
    readonly bitmap: number;
    readonly sigs: Hex;
  };
  /** `sig` = the seat's own, over the receipt. */
  readonly claimLate: LateReceipt & { readonly seat: number; readonly sig: Hex };
  /** After the time for claims: the rest goes to the pot. */
  readonly sweepLate: LateReceipt;
  readonly retryCallback: { readonly header: Task; readonly output: Hex };
  readonly expire: { readonly headers: readonly Task[] };
  readonly cancelNonces: { readonly word: bigint; readonly mask: bigint };
}

export type CallName = keyof CallArguments;
export type CallOf<N extends CallName> = { readonly name: N } & CallArguments[N];
export type ChainCall = { [N in CallName]: CallOf<N> }[CallName];

/** A typed refusal of the contracts: the Solidity error's name and its arguments in order. */
export interface ChainRefusal {
  readonly name: string;
  readonly args: readonly (bigint | number | string | boolean)[];
}

export interface Included {
  readonly ok: true;
  readonly txHash: Hex;
  readonly blockNumber: bigint;
  readonly gasUsed: bigint;
  readonly events: readonly ChainEvent[];
}

export type Submitted = Included | { readonly ok: false; readonly refusal: ChainRefusal };

// ---- reads -------------------------------------------------------------------------------------------------------

export const CONTRACT_STATUS = { NONE: 0, NEW: 1, SERVING: 2, DEGRADED: 3, LOST: 4 } as const;
export const TASK_STATUS = { NONE: 0, CREATED: 1, SETTLED: 2, EXPIRED: 3, OPENED: 4 } as const;
export const COMMITTEE_STATE = { SERVING: 1, RELEASED: 2 } as const;

export interface Head {
  readonly stateRoot: Hex;
  readonly nextSeq: bigint;
  readonly doneSeq: bigint;
  /** The seq that the next read gets. */
  readonly nextRead: bigint;
  readonly version: bigint;
  readonly generation: number;
  readonly attempt: number;
  readonly aborts: number;
  readonly status: number;
  readonly receiptHead: Hex;
  readonly committeeId: Hex;
}

export interface DeployedContract extends Contract {
  readonly deployer: Hex;
  readonly registeredEpoch: number;
}

/** Whose it is, the contract's head and the event of the draw say. */
export interface Committee {
  readonly committeeId: Hex;
  readonly generation: number;
  readonly n: number;
  readonly T: number;
  readonly qHi: number;
  readonly qLo: number;
  /** One of COMMITTEE_STATE. */
  readonly state: number;
  readonly openedEpoch: number;
  readonly tenureEnd: number;
  readonly replacements: number;
  readonly seats: readonly number[];
  readonly standbys: readonly number[];
}

export interface NodeRecord extends NodeKeys {
  readonly index: number;
  readonly owner: Hex;
  readonly units: number;
  readonly pendingUnits: number;
  readonly withdrawableAt: number;
  readonly seatsHeld: number;
}

export interface InboxHead {
  readonly head: Hex;
  readonly count: bigint;
  /** The last block in which something was appended; 0 before the first. */
  readonly lastBlock: bigint;
}

/** Reads take the block at which they hold; without one, the latest. */
export interface ChainReads {
  headOf(contractId: Hex, at?: bigint): Promise<Head | undefined>;
  contractOf(contractId: Hex, at?: bigint): Promise<DeployedContract | undefined>;
  committeeOf(committeeId: Hex, at?: bigint): Promise<Committee | undefined>;
  nodeOf(index: number, at?: bigint): Promise<NodeRecord | undefined>;
  /** The key that a node signs with in committees drawn in `epoch`; the zero address before it had one. */
  signerAt(node: number, epoch: number, at?: bigint): Promise<Hex>;
  inboxOf(contractId: Hex, at?: bigint): Promise<InboxHead>;
  /** The last block in which a contract that is new may have its committee drawn, or once it is drawn settle its first state: after it anybody may declare it lost. */
  newUntilOf(contractId: Hex, at?: bigint): Promise<bigint>;
  availableOf(account: Hex, at?: bigint): Promise<bigint>;
  /** What a node has earned and not yet collected. */
  creditOf(node: number, at?: bigint): Promise<bigint>;
  taskStatusOf(taskId: Hex, at?: bigint): Promise<number>;
  /** 256 nonces of a sender as a bitmap: those of `word` · 256 and up. A set bit is used or cancelled. */
  noncesOf(sender: Hex, word: bigint, at?: bigint): Promise<bigint>;
  /** keccak of the output that a task's callback has still to be told; undefined for none. */
  owedCallbackOf(taskId: Hex, at?: bigint): Promise<Hex | undefined>;
  epoch(at?: bigint): Promise<number>;
}

/** The chain as one account sees it: `submit` signs with the account the port was made for and awaits inclusion. */
export interface ChainPort extends ChainReads {
  readonly account: Hex;
  readonly chainId: bigint;
  readonly tasks: Hex;
  latest(): Promise<Block>;
  finalized(): Promise<Block>;
  block(number: bigint): Promise<Block | undefined>;
  /** Of the canonical chain, both ends included, in order. */
  events(fromBlock: bigint, toBlock: bigint): Promise<readonly ChainLog[]>;
  submit(call: ChainCall): Promise<Submitted>;
}

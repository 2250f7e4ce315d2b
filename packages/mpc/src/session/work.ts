// What a committee is asked to do, and what it tells the host.
import type { Evidence } from './evidence.ts';
import type { Hex } from '@enigma/crypto';
import type { EngineContext } from '../context.ts';
import type { Protocol } from '../round.ts';
import type { MaterialKind } from './ports.ts';

/** Who sits where; public, from the chain. */
export interface CommitteeFacts {
  readonly chainId: bigint;
  /** Address of the Tasks contract: the verifying contract of the one signing domain. */
  readonly tasksAddress: Hex;
  readonly committeeId: Hex;
  /** What this machine's keys and sessions stand under, where a repair has put other keys in place of the committee's first. */
  readonly keysId?: Hex;
  readonly generation: number;
  readonly n: number;
  readonly T: number;
  readonly qHi: number;
  /** This seat, 0-based. */
  readonly seat: number;
  /** Start counter of this node, from the host; echoed in Hello. */
  readonly boot: bigint;
  /** This seat may have contributed to these keys and not know it: its disk was lost. It then contributes to an attempt that began after that alone. */
  readonly forgets?: boolean;
}

export type PoolKind = 'triple' | 'and' | 'daBit';

/** How many items of each pool a session takes; public, a function of the plan alone. */
export type Demand = Readonly<Partial<Record<PoolKind, number>>>;

export interface KeysWork {
  readonly kind: 'keys';
}

/** One batch of one pool. `batch` counts within the kind, from 0; its items stand at batch · 2^32 … + count. */
export interface PoolWork {
  readonly kind: 'pool';
  readonly pool: PoolKind;
  readonly batch: number;
  readonly count: number;
}

/** A batch of tasks of one contract; with count 0 the GENESIS of a contract, or a repair of its state. The host fixes the anchor. */
export interface TasksWork {
  readonly kind: 'tasks';
  readonly contractId: Hex;
  readonly firstSeq: bigint;
  readonly count: number;
  readonly anchor: Hex;
  readonly demand: Demand;
  /** Must yield a checkpoint as its last exchange: its leafRoot and commitments are what the receipt stands on. */
  readonly protocol: (context: EngineContext) => Protocol<unknown>;
  /** This seat cannot take part, for it lacks what the protocol starts from: it never says hello, and follows by the record that others have. */
  readonly follows?: boolean;
}

export type Work = KeysWork | PoolWork | TasksWork;

/** AbortRecord.reason, u8. */
export const ABORT_REASON = {
  silent: 1,
  timeout: 2,
  mismatch: 3,
  view: 4,
  ownFailure: 5,
  restart: 6,
  malformed: 7,
} as const;
export type AbortReason = (typeof ABORT_REASON)[keyof typeof ABORT_REASON];

/** Blame.reason, u8. */
export const BLAME_REASON = { wrongOpening: 1, equivocation: 2 } as const;
export type BlameReason = (typeof BLAME_REASON)[keyof typeof BLAME_REASON];

/** Position of a message: Slot of docs/formats.md. */
export interface SlotFacts {
  readonly sessionId: Hex;
  readonly attempt: number;
  readonly phase: number;
  readonly round: number;
  readonly position: number;
}

export interface AbortFacts {
  readonly sessionId: Hex;
  readonly attempt: number;
  readonly reason: number;
  /** 0xff where nobody is named. */
  readonly seatA: number;
  readonly seatB: number;
  readonly viewHash: Hex;
}

export interface SeatSignature {
  readonly seat: number;
  readonly signature: Uint8Array;
}

export type SessionEvent =
  | { readonly type: 'keysReady'; readonly attempt: number }
  /** Three attempts failed: the committee is void. */
  | { readonly type: 'keysVoid' }
  | {
      readonly type: 'opened';
      readonly sessionId: Hex;
      readonly attempt: number;
      readonly proposal: number;
      readonly live: number;
    }
  | FinishedEvent
  | {
      readonly type: 'aborted';
      readonly sessionId: Hex;
      readonly attempt: number;
      readonly record: AbortFacts;
      readonly signatures: readonly SeatSignature[];
      /** The host calls `proceed(sessionId)` after its back-off; null after the last attempt. */
      readonly nextAttempt: number | null;
    }
  /** The host may close the session: its seeds are needed no more. */
  | {
      readonly type: 'batchReady';
      readonly sessionId: Hex;
      readonly pool: PoolKind;
      readonly batch: number;
      readonly count: number;
    }
  | {
      readonly type: 'batchFailed';
      readonly sessionId: Hex;
      readonly pool: PoolKind;
      readonly batch: number;
      readonly suspects: readonly number[];
    }
  | {
      readonly type: 'blame';
      readonly seat: number;
      readonly reason: BlameReason;
      readonly slot: SlotFacts;
      /** What shows it to anybody. */
      readonly evidence: Evidence;
    }
  | {
      readonly type: 'dispute';
      readonly accuser: number;
      readonly accused: number;
      readonly slot: SlotFacts;
      readonly signature: Uint8Array;
    }
  /** We did not sign a proposal; most reasons are nobody's fault. */
  | {
      readonly type: 'refused';
      readonly sessionId: Hex;
      readonly attempt: number;
      readonly proposal: number;
      readonly why: Refusal;
    }
  | { readonly type: 'peerFault'; readonly seat: number; readonly code: PeerFaultCode }
  /** Our own sign-once store holds another digest: this seat must stop serving. */
  | { readonly type: 'slotTaken'; readonly slotKey: string };

export interface FinishedEvent {
  readonly type: 'finished';
  readonly sessionId: Hex;
  readonly work: 'pool' | 'tasks';
  readonly attempt: number;
  readonly proposal: number;
  readonly abortsHash: Hex;
  readonly live: number;
  /** By seat; zero for a seat outside live. */
  readonly leafRoots: readonly Hex[];
  readonly viewHash: Hex;
  /** False where this seat followed by the recorded public values. */
  readonly tookPart: boolean;
  readonly result: unknown;
}

/** Why a seat does not sign a proposal, and what makes it pass: docs/protocols/session-opening.md. */
export type Refusal =
  | 'TOO_FEW'
  | 'OTHER_ABORTS'
  | 'NO_HELLO'
  | 'EXCLUDED'
  | 'LEFT_OUT'
  | 'RANGES'
  | 'MATERIAL'
  | 'STEP';

/** What a peer did that the protocol does not allow; counted by the host, never an assertion. */
export type PeerFaultCode =
  | 'MALFORMED'
  | 'OVERSIZE'
  | 'BAD_SIGNATURE'
  | 'WRONG_PLACE'
  | 'REPLAY'
  | 'TOO_MANY'
  | 'BAD_PROPOSAL'
  | 'BAD_RECORD';

export interface Outgoing {
  readonly to: number;
  readonly bytes: Uint8Array;
}

export interface PoolStatus {
  readonly pool: PoolKind;
  /** Usable and not burnt. */
  readonly available: number;
  /** Number of the next batch of this kind. */
  readonly nextBatch: number;
}

/** How far this seat has come, in anything that only grows and that all its tasks bear, as blocks do. */
export interface Horizon {
  /** No session that anybody has opened so far is of a task after this. */
  readonly now: bigint;
  /** This seat has the outcome of every task up to here that the contract's state depends on. */
  readonly done: bigint;
}

export interface SessionMachine {
  /** Starts (or joins) the session of this work; idempotent. Returns its id. */
  request(work: Work, nowMs: number): Hex;
  /** The bytes stay as they are: nobody changes them afterwards. */
  receive(from: number, bytes: Uint8Array, nowMs: number): void;
  tick(nowMs: number): void;
  /** Drains what must be sent, in order. */
  outgoing(): readonly Outgoing[];
  /** Drains what happened, in order. */
  events(): readonly SessionEvent[];
  /** Begins the next attempt after an abort; the host waits its back-off first. */
  proceed(sessionId: Hex, nowMs: number): void;
  /** The chain has decided: nothing more of this session is needed here but its record, kept for seats that were away. */
  close(sessionId: Hex): void;
  /** Erases what nobody can ask for any more of pool batches that are used up: their items, and later their records. A bounded number at a time. */
  sweep(horizon: Horizon): void;
  /** Every seat has caught up: erases the record. */
  forget(sessionId: Hex): void;
  keysReady(): boolean;
  /** Whether the session still opens. A proposal that failed has burnt its ranges, so the host sees to it meanwhile that the pools hold the demand. */
  waiting(sessionId: Hex): boolean;
  /** Batches that this seat has missed and still needs, to sign what others propose or to follow what they ran. The host requests them, and waits for none. */
  lacking(): readonly PoolWork[];
  /** Mask keys by T-set (this period's), for the sets without this seat. */
  maskKeys(): ReadonlyMap<number, Uint8Array>;
  /** Puts the mask keys of an earlier set-up in place of those of this one: clients have masks of them. Only once keys are ready. */
  keepMaskKeys(keys: ReadonlyMap<number, Uint8Array>): void;
  pools(): readonly PoolStatus[];
  /** The next batch to make so that the pools hold `demand`, or undefined. */
  wanted(demand: Demand): PoolWork | undefined;
}

export const MATERIAL_OF: Readonly<Record<PoolKind, MaterialKind>> = { triple: 1, and: 2, daBit: 3 };

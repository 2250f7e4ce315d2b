// The records that are signed, as tables. The order of the fields is part of the format: it is the EIP-712 type, the
// order of the canonical bytes and the order of the Solidity structs. docs/formats.md states them in words.
import type { Hex } from '@enigma/crypto';
import { RANGES_MAX } from './limits.ts';
import type { AnyStruct, Struct } from './struct.ts';

export const SESSION_KIND = { KEYS: 1, POOL: 2, TASKS: 3, HANDOVER: 4 } as const;
export const RECEIPT_KIND = { GENESIS: 0, TASKS: 1, REPAIR: 2, HANDOVER: 3, READS: 4 } as const;
export const RESULT_STATUS = { OK: 1, REVERT: 2, OUT_OF_GAS: 3, BAD_INPUT: 4, NO_GRANT: 5 } as const;
export const RANGE_KIND = { TRIPLE: 1, AND: 2, DABIT: 3, OUTPUT: 4, POOL: 5 } as const;
export const MASK_KIND = { CALL: 1, INBOX: 2 } as const;
export const OPEN_MODE = { AFTER_SETTLE: 0, BEFORE_SETTLE: 1 } as const;
export const MODE = { MPC: 0, TEE: 1 } as const;
export const VERDICT = { OK: 1, FAIL: 2 } as const;
/** A seat field that names nobody. */
export const NO_SEAT = 0xff;

/** What computes. Its id is its EIP-712 digest, computed by the chain. */
export interface Task {
  readonly contractId: Hex;
  readonly fn: Hex;
  readonly bodyHash: Hex;
  readonly sender: Hex;
  readonly payer: Hex;
  readonly nonce: bigint;
  readonly value: bigint;
  readonly grantsHash: Hex;
  readonly gasLimit: bigint;
  readonly gasPrice: bigint;
  readonly tip: bigint;
  readonly deadline: number;
  readonly callback: Hex;
  readonly callbackGas: number;
}
export const TASK: Struct<Task> = {
  name: 'Task',
  fields: [
    ['contractId', 'bytes32'],
    ['fn', 'bytes4'],
    ['bodyHash', 'bytes32'],
    ['sender', 'address'],
    ['payer', 'address'],
    ['nonce', 'uint64'],
    ['value', 'uint128'],
    ['grantsHash', 'bytes32'],
    ['gasLimit', 'uint64'],
    ['gasPrice', 'uint96'],
    ['tip', 'uint96'],
    ['deadline', 'uint40'],
    ['callback', 'address'],
    ['callbackGas', 'uint32'],
  ],
};

/** A batch of results, or the first state of a contract (GENESIS). */
export interface Receipt {
  readonly contractId: Hex;
  readonly generation: number;
  readonly kind: number;
  readonly firstSeq: bigint;
  readonly count: number;
  readonly committeeId: Hex;
  readonly attempt: number;
  readonly abortsHash: Hex;
  readonly anchor: Hex;
  readonly prevRoot: Hex;
  readonly newRoot: Hex;
  readonly resultsRoot: Hex;
}
export const RECEIPT: Struct<Receipt> = {
  name: 'Receipt',
  fields: [
    ['contractId', 'bytes32'],
    ['generation', 'uint16'],
    ['kind', 'uint8'],
    ['firstSeq', 'uint56'],
    ['count', 'uint16'],
    ['committeeId', 'bytes32'],
    ['attempt', 'uint16'],
    ['abortsHash', 'bytes32'],
    ['anchor', 'bytes32'],
    ['prevRoot', 'bytes32'],
    ['newRoot', 'bytes32'],
    ['resultsRoot', 'bytes32'],
  ],
};

/** Why an attempt ended without a receipt. Seats are named only with a signed dispute over contents. */
export interface AbortRecord {
  readonly sessionId: Hex;
  readonly attempt: number;
  readonly reason: number;
  readonly seatA: number;
  readonly seatB: number;
  readonly viewHash: Hex;
}
export const ABORT_RECORD: Struct<AbortRecord> = {
  name: 'AbortRecord',
  fields: [
    ['sessionId', 'bytes32'],
    ['attempt', 'uint16'],
    ['reason', 'uint8'],
    ['seatA', 'uint8'],
    ['seatB', 'uint8'],
    ['viewHash', 'bytes32'],
  ],
};

/** One receipt digest per state version has its output opened; sign-once on (contractId, generation, firstSeq). */
export interface Final {
  readonly contractId: Hex;
  readonly generation: number;
  readonly firstSeq: bigint;
  readonly receiptDigest: Hex;
}
export const FINAL: Struct<Final> = {
  name: 'Final',
  fields: [
    ['contractId', 'bytes32'],
    ['generation', 'uint16'],
    ['firstSeq', 'uint56'],
    ['receiptDigest', 'bytes32'],
  ],
};

/** One task's output in clear: index = the task's place in its receipt. */
export interface Opening {
  readonly receiptDigest: Hex;
  readonly index: number;
  readonly outputHash: Hex;
}
export const OPENING: Struct<Opening> = {
  name: 'Opening',
  fields: [
    ['receiptDigest', 'bytes32'],
    ['index', 'uint32'],
    ['outputHash', 'bytes32'],
  ],
};

/** A seat says that it holds a task's body, and answers for the task from then on. */
export interface Ack {
  readonly taskId: Hex;
  readonly bodyHash: Hex;
}
export const ACK: Struct<Ack> = {
  name: 'Ack',
  fields: [
    ['taskId', 'bytes32'],
    ['bodyHash', 'bytes32'],
  ],
};

export interface InboxEntry {
  readonly contractId: Hex;
  readonly committeeId: Hex;
  readonly period: number;
  readonly policyHash: Hex;
  readonly sender: Hex;
  readonly nonce: bigint;
  readonly valuesHash: Hex;
}
export const INBOX_ENTRY: Struct<InboxEntry> = {
  name: 'InboxEntry',
  fields: [
    ['contractId', 'bytes32'],
    ['committeeId', 'bytes32'],
    ['period', 'uint32'],
    ['policyHash', 'bytes32'],
    ['sender', 'address'],
    ['nonce', 'uint64'],
    ['valuesHash', 'bytes32'],
  ],
};

/** Admission's leave for one sender to post into one contract's inbox. */
export interface Voucher {
  readonly contractId: Hex;
  readonly sender: Hex;
}
export const VOUCHER: Struct<Voucher> = {
  name: 'Voucher',
  fields: [
    ['contractId', 'bytes32'],
    ['sender', 'address'],
  ],
};

export interface MaskRequest {
  readonly committeeId: Hex;
  readonly period: number;
  readonly contractId: Hex;
  readonly sender: Hex;
  readonly kind: number;
  readonly nonce: bigint;
  readonly widthsHash: Hex;
  readonly requestKey: Hex;
}
export const MASK_REQUEST: Struct<MaskRequest> = {
  name: 'MaskRequest',
  fields: [
    ['committeeId', 'bytes32'],
    ['period', 'uint32'],
    ['contractId', 'bytes32'],
    ['sender', 'address'],
    ['kind', 'uint8'],
    ['nonce', 'uint64'],
    ['widthsHash', 'bytes32'],
    ['requestKey', 'bytes32'],
  ],
};

export interface MaskAnswer {
  readonly requestDigest: Hex;
  readonly seat: number;
  readonly sealedHash: Hex;
}
export const MASK_ANSWER: Struct<MaskAnswer> = {
  name: 'MaskAnswer',
  fields: [
    ['requestDigest', 'bytes32'],
    ['seat', 'uint8'],
    ['sealedHash', 'bytes32'],
  ],
};

export interface KeyContribution {
  readonly committeeId: Hex;
  readonly attempt: number;
  readonly set: number;
  readonly seat: number;
  readonly contributionHash: Hex;
}
export const KEY_CONTRIBUTION: Struct<KeyContribution> = {
  name: 'KeyContribution',
  fields: [
    ['committeeId', 'bytes32'],
    ['attempt', 'uint16'],
    ['set', 'uint32'],
    ['seat', 'uint8'],
    ['contributionHash', 'bytes32'],
  ],
};

export interface KeyCheck {
  readonly committeeId: Hex;
  readonly attempt: number;
  readonly set: number;
  readonly keyHash: Hex;
}
export const KEY_CHECK: Struct<KeyCheck> = {
  name: 'KeyCheck',
  fields: [
    ['committeeId', 'bytes32'],
    ['attempt', 'uint16'],
    ['set', 'uint32'],
    ['keyHash', 'bytes32'],
  ],
};

export interface Hello {
  readonly sessionId: Hex;
  readonly attempt: number;
  readonly proposal: number;
  readonly seat: number;
  readonly boot: bigint;
  readonly marksHash: Hex;
}
export const HELLO: Struct<Hello> = {
  name: 'Hello',
  fields: [
    ['sessionId', 'bytes32'],
    ['attempt', 'uint16'],
    ['proposal', 'uint16'],
    ['seat', 'uint8'],
    ['boot', 'uint64'],
    ['marksHash', 'bytes32'],
  ],
};

export interface Range {
  readonly kind: number;
  readonly start: bigint;
  readonly length: bigint;
}
export const RANGE: Struct<Range> = {
  name: 'Range',
  fields: [
    ['kind', 'uint8'],
    ['start', 'uint64'],
    ['length', 'uint64'],
  ],
};

export interface SessionOpen {
  readonly sessionId: Hex;
  readonly attempt: number;
  readonly proposal: number;
  readonly abortsHash: Hex;
  readonly live: number;
  readonly ranges: readonly Range[];
}
export const SESSION_OPEN: Struct<SessionOpen> = {
  name: 'SessionOpen',
  fields: [
    ['sessionId', 'bytes32'],
    ['attempt', 'uint16'],
    ['proposal', 'uint16'],
    ['abortsHash', 'bytes32'],
    ['live', 'uint32'],
    ['ranges', { array: RANGE, max: RANGES_MAX }],
  ],
};

export interface Checkpoint {
  readonly sessionId: Hex;
  readonly attempt: number;
  readonly index: number;
  readonly phase: number;
  readonly live: number;
  readonly viewHash: Hex;
  readonly sentRoot: Hex;
  readonly leafRoot: Hex;
  readonly batchCommitment: Hex;
}
export const CHECKPOINT: Struct<Checkpoint> = {
  name: 'Checkpoint',
  fields: [
    ['sessionId', 'bytes32'],
    ['attempt', 'uint16'],
    ['index', 'uint16'],
    ['phase', 'uint8'],
    ['live', 'uint32'],
    ['viewHash', 'bytes32'],
    ['sentRoot', 'bytes32'],
    ['leafRoot', 'bytes32'],
    ['batchCommitment', 'bytes32'],
  ],
};

export interface SeedCommit {
  readonly sessionId: Hex;
  readonly attempt: number;
  readonly set: number;
  readonly seedHash: Hex;
}
export const SEED_COMMIT: Struct<SeedCommit> = {
  name: 'SeedCommit',
  fields: [
    ['sessionId', 'bytes32'],
    ['attempt', 'uint16'],
    ['set', 'uint32'],
    ['seedHash', 'bytes32'],
  ],
};

export interface BatchVerdict {
  readonly sessionId: Hex;
  readonly attempt: number;
  readonly verdict: number;
  readonly viewHash: Hex;
}
export const BATCH_VERDICT: Struct<BatchVerdict> = {
  name: 'BatchVerdict',
  fields: [
    ['sessionId', 'bytes32'],
    ['attempt', 'uint16'],
    ['verdict', 'uint8'],
    ['viewHash', 'bytes32'],
  ],
};

/** The one place a message can have: two digests in one slot are equivocation. */
export interface Slot {
  readonly sessionId: Hex;
  readonly attempt: number;
  readonly phase: number;
  readonly round: number;
  readonly position: number;
}
export const SLOT: Struct<Slot> = {
  name: 'Slot',
  fields: [
    ['sessionId', 'bytes32'],
    ['attempt', 'uint16'],
    ['phase', 'uint8'],
    ['round', 'uint32'],
    ['position', 'uint32'],
  ],
};

export interface Complain {
  readonly accuser: number;
  readonly slot: Slot;
}
export const COMPLAIN: Struct<Complain> = {
  name: 'Complain',
  fields: [
    ['accuser', 'uint8'],
    ['slot', SLOT],
  ],
};

export interface Dispute {
  readonly accuser: number;
  readonly accused: number;
  readonly slot: Slot;
}
export const DISPUTE: Struct<Dispute> = {
  name: 'Dispute',
  fields: [
    ['accuser', 'uint8'],
    ['accused', 'uint8'],
    ['slot', SLOT],
  ],
};

export interface Blame {
  readonly seat: number;
  readonly reason: number;
  readonly sessionId: Hex;
  readonly attempt: number;
  readonly slot: Slot;
}
export const BLAME: Struct<Blame> = {
  name: 'Blame',
  fields: [
    ['seat', 'uint8'],
    ['reason', 'uint8'],
    ['sessionId', 'bytes32'],
    ['attempt', 'uint16'],
    ['slot', SLOT],
  ],
};

export interface SignedVector {
  readonly slot: Slot;
  readonly viewHash: Hex;
  readonly vectorHash: Hex;
}
export const SIGNED_VECTOR: Struct<SignedVector> = {
  name: 'SignedVector',
  fields: [
    ['slot', SLOT],
    ['viewHash', 'bytes32'],
    ['vectorHash', 'bytes32'],
  ],
};

/** What `vectorHash` is the struct hash of: whose vector it is, of which sharing, how it is cut, and the root over its chunks. */
export interface VectorContent {
  readonly n: number;
  readonly T: number;
  readonly seat: number;
  /** Elements opened in the round. */
  readonly fieldLength: number;
  /** Bytes of one T-set's piece. */
  readonly pieceBytes: number;
  readonly root: Hex;
}
export const VECTOR_CONTENT: Struct<VectorContent> = {
  name: 'VectorContent',
  fields: [
    ['n', 'uint8'],
    ['T', 'uint8'],
    ['seat', 'uint8'],
    ['fieldLength', 'uint32'],
    ['pieceBytes', 'uint32'],
    ['root', 'bytes32'],
  ],
};

/** A registering node's signer shows that it has its key and that these are the keys it stands beside. */
export interface NodeProof {
  readonly owner: Hex;
  readonly sealingKey: Hex;
  readonly tlsSpkiHash: Hex;
  readonly payout: Hex;
  readonly operator: Hex;
}
export const NODE_PROOF: Struct<NodeProof> = {
  name: 'NodeProof',
  fields: [
    ['owner', 'address'],
    ['sealingKey', 'bytes32'],
    ['tlsSpkiHash', 'bytes32'],
    ['payout', 'address'],
    ['operator', 'address'],
  ],
};

/** Everything that is signed under the one domain; no two of them share a digest. */
export const SIGNED_RECORDS: readonly AnyStruct[] = [
  TASK,
  RECEIPT,
  ABORT_RECORD,
  FINAL,
  OPENING,
  ACK,
  INBOX_ENTRY,
  VOUCHER,
  MASK_REQUEST,
  MASK_ANSWER,
  KEY_CONTRIBUTION,
  KEY_CHECK,
  HELLO,
  SESSION_OPEN,
  CHECKPOINT,
  SEED_COMMIT,
  BATCH_VERDICT,
  COMPLAIN,
  DISPUTE,
  BLAME,
  SIGNED_VECTOR,
  NODE_PROOF,
] as readonly AnyStruct[];

// What a client asks a node over HTTP, and what it gets: paths, JSON bodies, and the record under which a node signs an answer. The transport is not trusted: an answer
// counts when it is signed by the signer key that the chain gives for that seat, over the very request that was made.
import { keccakOf, toHex, utf8, type Hex } from '@enigma/crypto';
import type { Struct } from './struct.ts';

/** Signed over every answer but masks, which have a record of their own (MaskAnswer). */
export interface ApiAnswerRecord {
  readonly requestHash: Hex;
  readonly status: number;
  readonly bodyHash: Hex;
}
export const API_ANSWER: Struct<ApiAnswerRecord> = {
  name: 'ApiAnswer',
  fields: [
    ['requestHash', 'bytes32'],
    ['status', 'uint16'],
    ['bodyHash', 'bytes32'],
  ],
};

/** Binds an answer to the request it answers. */
export function apiRequestHash(method: string, path: string, body: Uint8Array): Hex {
  return toHex(keccakOf('enigma.api.request.v1', utf8(method), utf8(path), body));
}

/** Over the JSON text as it travels. */
export function apiBodyHash(bodyText: string): Hex {
  return toHex(keccakOf('enigma.api.body.v1', utf8(bodyText)));
}

export const API_PATH = {
  health: '/health',
  ready: '/ready',
  node: '/node',
  mask: '/mask',
  body: '/body',
  /** /open/<receiptDigest>/<index> */
  open: '/open',
  /** /opening/<receiptDigest>/<index> */
  opening: '/opening',
  /** /receipt/<receiptDigest> */
  receipt: '/receipt',
  /** /state/<contractId> */
  state: '/state',
  /** /task/<taskId> */
  task: '/task',
  /** /evidence, and /evidence/<name> */
  evidence: '/evidence',
} as const;

/** Error answers of every path. `code` is stable; `message` says what to do. */
export interface ApiError {
  readonly code:
    | 'BAD_REQUEST'
    | 'NOT_FOUND'
    | 'NOT_YET'
    | 'BAD_SIGNATURE'
    | 'WRONG_COMMITTEE'
    | 'BUSY'
    | 'TOO_LARGE'
    | 'INTERNAL';
  readonly message: string;
  readonly retryAfterMs?: number;
}

/** Where a seat stands. Superseded: the chain has a state of which it has no share; Repairing: it is on its way to one; Failed: an error of the node's own ended its work until the next start. */
export type SeatState = 'Starting' | 'Serving' | 'Repairing' | 'Superseded' | 'Failed';

/** GET /evidence: names of what the node holds against seats of its committees. */
export interface EvidenceListBody {
  readonly evidence: readonly Hex[];
}

/** GET /evidence/<name>: the text of an evidence file (docs/protocols/evidence.md). */
export interface EvidenceBody {
  readonly text: string;
}

/** GET /health: the process lives; degraded: a seat of it waits for a repair, or stands still after an error. */
export interface HealthBody {
  readonly live: true;
  readonly degraded: boolean;
}

/** GET /node: who answers and what it serves. */
export interface NodeInfo {
  readonly index: number;
  /** Of the program; older ones did not say. */
  readonly version?: string;
  readonly signer: Hex;
  readonly chainId: number;
  readonly tasksAddress: Hex;
  readonly committees: readonly {
    readonly committeeId: Hex;
    readonly contractId: Hex;
    readonly seat: number;
    readonly serving: boolean;
    readonly state: SeatState;
  }[];
  readonly bytesIn: number;
  readonly bytesOut: number;
}

/** POST /mask. Bigints travel as decimal text. `signature` is the sender's over the MaskRequest: a mask is told to nobody but the one whose input it hides. */
export interface MaskRequestBody {
  readonly committeeId: Hex;
  readonly period: number;
  readonly contractId: Hex;
  readonly sender: Hex;
  readonly kind: number;
  readonly nonce: string;
  /** Bit width of each value, in order; `widthsHash` of the record is the hash of these bytes. */
  readonly widths: readonly number[];
  readonly requestKey: Hex;
  readonly signature: Hex;
}

/** POST /body: a body that stays off chain, for the seat to keep and acknowledge. `header` = canonical bytes of the Task; `senderSig` is its sender's over it. */
export interface BodyRequestBody {
  readonly header: Hex;
  readonly body: Hex;
  readonly senderSig: Hex;
}

/** `signature` is over Ack. */
export interface BodyAnswerBody {
  readonly seat: number;
  readonly signature: Hex;
}

/** `sealed` opens to maskPieces bytes under HPKE with info = "enigma.mask" and aad = digest of the request ‖ seat. `signature` is over MaskAnswer. */
export interface MaskAnswerBody {
  readonly seat: number;
  readonly sealed: Hex;
  readonly signature: Hex;
}

export const MASK_SEAL_INFO: Uint8Array = utf8('enigma.mask');

/** GET /open/…: what this seat knows of the output masks of one task, for each block one piece per T-set that the seat is not in. */
export interface OpenBody {
  readonly seat: number;
  /** Public part of the task's results, the preimage of its publicHash. */
  readonly publicBytes: Hex;
  /** What the task told besides, the preimage of its effectsHash. */
  readonly events: Hex;
  readonly pieces: readonly {
    readonly block: number;
    readonly set: number;
    readonly salt: Hex;
    readonly values: Hex;
  }[];
  /** Of blocks for the caller, the same pieces under a seal that his reply key opens (sealedPieces.ts). */
  readonly sealed: readonly { readonly block: number; readonly sealed: Hex }[];
}

/** GET /opening/…: this seat's statement of the output in clear. */
export interface OpeningBody {
  readonly seat: number;
  readonly output: Hex;
  readonly signature: Hex;
}

/** GET /receipt/…: the seats' signatures over a receipt as far as this node knows them. The chain checked them and keeps a bitmap alone. */
export interface ReceiptBody {
  readonly signatures: readonly { readonly seat: number; readonly signature: Hex }[];
}

/** GET /state/…: canonical bytes of the public fields in declared order, the inbox cursor last; they hash to publicRoot, which `stateRoot` on chain commits to. */
export interface StateBody {
  readonly version: string;
  readonly fields: readonly Hex[];
  readonly publicRoot: Hex;
  readonly secretRoot: Hex;
  readonly ledgerRoot: Hex;
}

/** Where a task stands at this node. */
export type TaskStage =
  | 'Seen'
  | 'Final'
  | 'Checked'
  | 'Queued'
  | 'Reserved'
  | 'Running'
  | 'Staged'
  | 'Signed'
  | 'Quorum'
  | 'Submitted'
  | 'Settled'
  | 'SettledFinal'
  | 'Opened'
  | 'Closed'
  | 'Expired'
  | 'Aborted'
  | 'Superseded';

/** GET /task/…. `openings` and `maskedEntries` count elements, never values. */
export interface TaskBody {
  readonly stage: TaskStage;
  readonly attempt: number;
  readonly openings: number;
  readonly rounds: number;
  readonly maskedEntries: number;
  readonly receiptDigest: Hex | null;
}

/** One seat's mask words for one request: for each T-set without the seat, in lexicographic order, u32 big-endian set ‖ each value's low word, ⌈w/8⌉ bytes little endian. */
export function maskPiecesBytes(widths: readonly number[], sets: number): number {
  return sets * (4 + widths.reduce((sum, width) => sum + Math.ceil(width / 8), 0));
}

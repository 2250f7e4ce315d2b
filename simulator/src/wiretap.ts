// Reads what is on the links with eyes of its own: the layouts of docs/formats.md restated, none of the node's decoders. Properties and attacks stand on it.
import { toHex, type Hex } from '@enigma/crypto';

export const MESSAGE = {
  hello: 1,
  proposal: 2,
  openSignature: 3,
  frame: 4,
  want: 5,
  checkpoint: 6,
  abort: 7,
  vector: 9,
  keyContribution: 12,
  keyCheck: 13,
  keyShow: 14,
  verdict: 15,
  seeds: 17,
  recordPart: 19,
  keyReady: 21,
} as const;
export const GOSSIP = { receipt: 1, final: 2, piece: 3, opening: 4, ask: 5 } as const;

const committeeBytes = 32;
/** Committee and channel stand before every message. */
export const PRELUDE_BYTES: number = committeeBytes + 1;
/** type ‖ session ‖ attempt ‖ proposal ‖ round ‖ live ‖ pattern ‖ digest kind ‖ domain ‖ view. */
export const FRAME_BODY_AT: number = PRELUDE_BYTES + 1 + 32 + 2 + 2 + 4 + 4 + 3 + 32;

export interface SessionMessage {
  readonly channel: 'session';
  readonly type: number;
  readonly sessionId: Hex;
  readonly attempt: number;
  readonly proposal: number;
  /** Of frames, checkpoints and complaints; undefined elsewhere. */
  readonly round: number | undefined;
}

export interface GossipMessage {
  readonly channel: 'gossip';
  readonly kind: number;
  readonly receiptDigest: Hex;
}

export function readPayload(payload: Uint8Array): SessionMessage | GossipMessage | undefined {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.length);
  const channel = payload[committeeBytes];
  if (channel === 1 && payload.length >= PRELUDE_BYTES + 33) {
    return {
      channel: 'gossip',
      kind: payload[PRELUDE_BYTES] as number,
      receiptDigest: toHex(payload.subarray(PRELUDE_BYTES + 1, PRELUDE_BYTES + 33)),
    };
  }
  if (channel !== 0 || payload.length < PRELUDE_BYTES + 37) return undefined;
  const type = payload[PRELUDE_BYTES] as number;
  const at = PRELUDE_BYTES + 33;
  // A proposal begins with its SessionOpen, which names the session again.
  const attemptAt = type === MESSAGE.proposal ? at + 32 : at;
  if (payload.length < attemptAt + 4) return undefined;
  return {
    channel: 'session',
    type,
    sessionId: toHex(payload.subarray(PRELUDE_BYTES + 1, at)),
    attempt: view.getUint16(attemptAt),
    proposal: view.getUint16(attemptAt + 2),
    round:
      [MESSAGE.frame, MESSAGE.want, MESSAGE.checkpoint, MESSAGE.vector].includes(type as never) &&
      payload.length >= at + 8
        ? view.getUint32(at + 4)
        : undefined,
  };
}

/** What a node says of a start: node u32 ‖ number u64 ‖ start ‖ signature, where a committee's id would stand nothing but zeros. */
export function readBoot(payload: Uint8Array): { readonly node: number; readonly number: number } | undefined {
  if (payload.length < committeeBytes + 12 || payload.subarray(0, committeeBytes).some((byte) => byte !== 0))
    return undefined;
  const view = new DataView(payload.buffer, payload.byteOffset + committeeBytes, payload.length - committeeBytes);
  return { node: view.getUint32(0), number: Number(view.getBigUint64(4)) };
}

export interface RangeFacts {
  readonly kind: number;
  readonly start: bigint;
  readonly length: bigint;
}

/** The ranges of a proposal's SessionOpen: sessionId ‖ attempt ‖ proposal ‖ abortsHash ‖ live ‖ count u16 ‖ count × (kind, start, length). */
export function rangesOfProposal(
  payload: Uint8Array,
): { readonly live: number; readonly ranges: readonly RangeFacts[]; readonly bytes: Uint8Array } | undefined {
  const start = PRELUDE_BYTES + 33;
  const liveAt = start + 32 + 2 + 2 + 32;
  const view = new DataView(payload.buffer, payload.byteOffset, payload.length);
  if (payload.length < liveAt + 6) return undefined;
  const count = view.getUint16(liveAt + 4);
  const end = liveAt + 6 + 17 * count;
  if (payload.length < end) return undefined;
  const ranges = Array.from({ length: count }, (_, k) => {
    const at = liveAt + 6 + 17 * k;
    return { kind: payload[at] as number, start: view.getBigUint64(at + 1), length: view.getBigUint64(at + 9) };
  });
  return { live: view.getUint32(liveAt), ranges, bytes: payload.slice(start, end) };
}

// A frame: what one seat sends another in one round. Header, then sections whose sizes both sides know from the public plan.
import { concat, hashOf } from '@enigma/crypto';
import { MESSAGE, Reader, Writer } from './wire.ts';

/** Openers pattern: 0 a fixed set, 1 a ring by distance (the one in use: every seat sends alike). */
export const PATTERN_RING = 1;
/** 0: SHA-256. */
export const DIGEST_SHA256 = 0;
/** Share domains of a frame: F_p and replicated bits side by side. */
export const DOMAIN_FIELD_AND_BITS = 0;

export interface FrameHeader {
  readonly sessionId: Uint8Array;
  readonly attempt: number;
  readonly proposal: number;
  readonly round: number;
  /** Openers: the live seats and the pattern. */
  readonly live: number;
  readonly pattern: number;
  readonly digestKind: number;
  readonly domain: number;
}

export const VIEW_BYTES = 32;

/** Everything of the header but the view hash: the same bytes at every sender. */
export function headerBytes(header: FrameHeader): Uint8Array {
  return new Writer()
    .uint(MESSAGE.frame, 1)
    .raw(header.sessionId)
    .uint(header.attempt, 2)
    .uint(header.proposal, 2)
    .uint(header.round, 4)
    .uint(header.live, 4)
    .uint(header.pattern, 1)
    .uint(header.digestKind, 1)
    .uint(header.domain, 1)
    .done();
}

export const HEADER_BYTES: number = 1 + 32 + 2 + 2 + 4 + 4 + 1 + 1 + 1;

/** Parts of a message, as views of its memory. */
export interface ReceivedFrame {
  readonly header: Uint8Array;
  readonly view: Uint8Array;
  readonly body: Uint8Array;
}

export function splitFrame(bytes: Uint8Array): ReceivedFrame | undefined {
  if (bytes.length < HEADER_BYTES + VIEW_BYTES) return undefined;
  return {
    header: bytes.subarray(0, HEADER_BYTES),
    view: bytes.subarray(HEADER_BYTES, HEADER_BYTES + VIEW_BYTES),
    body: bytes.subarray(HEADER_BYTES + VIEW_BYTES),
  };
}

/** Where a frame or checkpoint belongs: the four fields that follow the session's id in both. */
export interface Place {
  readonly attempt: number;
  readonly proposal: number;
  readonly round: number;
}

export function placeOf(bytes: Uint8Array): Place | undefined {
  if (bytes.length < 41) return undefined;
  const r = new Reader(bytes.subarray(33, 41));
  return { attempt: r.uint(2), proposal: r.uint(2), round: r.uint(4) };
}

export function hashOfMessage(bytes: Uint8Array): Uint8Array {
  return hashOf('enigma.session.message.v1', bytes);
}

/** h_t = H(h_{t−1} ‖ header without h ‖ canonical opened values). */
export function nextView(view: Uint8Array, header: Uint8Array, opened: Uint8Array): Uint8Array {
  return hashOf('enigma.session.view.v1', view, header, opened);
}

/** The view that a checkpoint signs: with the public commitments that stand on it. */
export function committedView(view: Uint8Array, commitments: readonly Uint8Array[]): Uint8Array {
  return commitments.length === 0 ? view : hashOf('enigma.session.commitments.v1', view, ...commitments);
}

/** What one sender sent one receiver since the last checkpoint, in order of rounds. */
export function sentHash(frames: readonly Uint8Array[]): Uint8Array {
  return hashOf('enigma.session.sent.v1', concat(...frames));
}

/** Two levels: the receiver knows its own leaf from what it received and takes the other leaves from the sender. */
export function sentRoot(leaves: readonly Uint8Array[]): Uint8Array {
  return hashOf('enigma.session.sent-root.v1', ...leaves);
}

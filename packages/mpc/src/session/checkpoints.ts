// Signed checkpoints as messages. Sent by the signer they carry the leaves of its sentRoot; passed on by another seat they do not.
import { toHex } from '@enigma/crypto';
import { CHECKPOINT, type Checkpoint } from '@enigma/protocol';
import { type Seat, bytesOf, verifyRecord } from './seat.ts';
import { MESSAGE, Reader, Writer } from './wire.ts';

export interface SignedCheckpoint {
  readonly by: number;
  readonly proposal: number;
  readonly round: number;
  readonly record: Checkpoint;
  readonly signature: Uint8Array;
  /** What the signer sent each seat since the checkpoint before: leaves of record.sentRoot. Empty where passed on. */
  readonly leaves: readonly Uint8Array[];
}

export function encodeSignedCheckpoint(id: Uint8Array, one: SignedCheckpoint, relayed = false): Uint8Array {
  const { record } = one;
  return new Writer()
    .uint(MESSAGE.checkpoint, 1)
    .raw(id)
    .uint(record.attempt, 2)
    .uint(one.proposal, 2)
    .uint(one.round, 4)
    .uint(one.by, 1)
    .uint(record.index, 2)
    .uint(record.phase, 1)
    .uint(record.live, 4)
    .raw(bytesOf(record.viewHash))
    .raw(bytesOf(record.sentRoot))
    .raw(bytesOf(record.leafRoot))
    .raw(bytesOf(record.batchCommitment))
    .raw(one.signature)
    .list(relayed ? [] : one.leaves, (w, leaf) => w.raw(leaf))
    .done();
}

/** Undefined unless it is well formed and signed by the seat it names. */
export function decodeCheckpoint(seat: Seat, bytes: Uint8Array): SignedCheckpoint | undefined {
  const r = new Reader(bytes);
  if (r.uint(1) !== MESSAGE.checkpoint) return undefined;
  const sessionId = toHex(r.raw(32));
  const attempt = r.uint(2);
  const proposal = r.uint(2);
  const round = r.uint(4);
  const by = r.uint(1);
  const record: Checkpoint = {
    sessionId,
    attempt,
    index: r.uint(2),
    phase: r.uint(1),
    live: r.uint(4),
    viewHash: toHex(r.raw(32)),
    sentRoot: toHex(r.raw(32)),
    leafRoot: toHex(r.raw(32)),
    batchCommitment: toHex(r.raw(32)),
  };
  const signature = r.raw(64);
  const leaves = r.list(seat.facts.n, (each) => each.raw(32));
  if (!r.done() || !verifyRecord(seat, by, CHECKPOINT, record, signature)) return undefined;
  return { by, proposal, round, record, signature, leaves };
}

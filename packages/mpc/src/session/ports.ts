// What the host lends to the session machine. All ports are synchronous: when a port returns, its effect is on disk, so that the machine
// can promise "durable before sent" by the order of its own statements. No port may call back into the machine.
import type { FieldKernel, Random } from '@enigma/crypto';
import type { SignedKind } from './wire.ts';

/** A stretch of one kind of one-time material: [start, start + length). Pool positions: batch number · 2^32 + index in the batch. */
export interface MaterialRange {
  readonly kind: MaterialKind;
  readonly start: bigint;
  readonly length: bigint;
}

/** Codes of docs/formats.md: triples, AND triples and daBits are taken by position, the last two are steps of a key chain. */
export const MATERIAL = { triple: 1, and: 2, daBit: 3, output: 4, pool: 5 } as const;
export type MaterialKind = (typeof MATERIAL)[keyof typeof MATERIAL];

/** First position of each kind that this seat has never burnt. A kind that is absent stands at 0. */
export type Marks = ReadonlyMap<MaterialKind, bigint>;

/** The slot holds a signature over another digest: nothing was signed, and the host raises the alarm. */
export interface SignRefused {
  readonly code: 'SLOT_TAKEN';
}

export interface SessionPorts {
  /**
   * Signs once per slot: the same digest gives the same 64 bytes again, another digest is refused. The row is durable before the
   * signature is returned.
   */
  sign(kind: SignedKind, slotKey: string, digest: Uint8Array): Uint8Array | SignRefused;
  /** Whether `signature` (64 bytes, low s) is the seat's signer's over the digest. */
  verify(seat: number, digest: Uint8Array, signature: Uint8Array): boolean;
  /** Raises the marks to the ends of the ranges, durably; a mark never goes down. */
  burn(ranges: readonly MaterialRange[]): void;
  marks(): Marks;
  /** Replaces the named blob durably; null erases it (overwrite or drop the key: FORMATS of the host). */
  store(name: string, bytes: Uint8Array | null): void;
  load(name: string): Uint8Array | undefined;
  /** Of the blobs that are stored. */
  names(prefix: string): readonly string[];
  readonly random: Random;
  readonly kernel: FieldKernel;
  /** Named crash points, for the simulator and test builds; does nothing elsewhere. */
  failpoint(name: string): void;
}

// State and results as roots: what a receipt commits to, and the proofs under it.
import { concat, hashOf, type Hex, toHex, u8, u64be } from '@enigma/crypto';
import { domainTag, hexBytes, keccakHex, word, ZERO_HASH } from './abi.ts';
import { RESULT, type Result } from './chainRecords.ts';
import { CHUNK_ELEMENTS } from './limits.ts';
import { checkMerkleProof, leafHash, merkleProof, merkleRoot } from './merkle.ts';
import type { Outcome } from './refusal.ts';
import type { AnyStruct, ScalarType } from './struct.ts';

const STATE_TAG: Hex = domainTag('enigma.state.v1');

export interface StateRoots {
  readonly publicRoot: Hex;
  readonly secretRoot: Hex;
  readonly ledgerRoot: Hex;
}

/** newRoot of a receipt. */
export function stateRootOf(roots: StateRoots): Hex {
  return keccakHex(
    hexBytes(STATE_TAG),
    hexBytes(roots.publicRoot),
    hexBytes(roots.secretRoot),
    hexBytes(roots.ledgerRoot),
  );
}

// ---- public state

/** Where a contract has read its inbox to: the next index and the fold up to it. */
export interface InboxCursor {
  readonly next: bigint;
  readonly head: Hex;
}

export const START_CURSOR: InboxCursor = { next: 0n, head: ZERO_HASH };

export function encodeCursor(cursor: InboxCursor): Uint8Array {
  return concat(u64be(cursor.next), hexBytes(cursor.head));
}

/** Fields' canonical bytes in declared order; the cursor is the last leaf. */
export function publicRootOf(fields: readonly Uint8Array[], cursor: InboxCursor): Hex {
  return toHex(merkleRoot(publicLeaves(fields, cursor)));
}

/** Proof of field `index`; index = fields.length proves the cursor. */
export function publicProof(fields: readonly Uint8Array[], cursor: InboxCursor, index: number): readonly Hex[] {
  return merkleProof(publicLeaves(fields, cursor), index).map(toHex);
}

/** Takes a peer's proof. `count` = number of fields plus one. */
export function checkPublicProof(
  root: Hex,
  value: Uint8Array,
  index: number,
  count: number,
  proof: readonly Uint8Array[],
): Outcome<true> {
  return checkMerkleProof(hexBytes(root), leafHash(value), index, count, proof);
}

function publicLeaves(fields: readonly Uint8Array[], cursor: InboxCursor): Uint8Array[] {
  return [...fields, encodeCursor(cursor)].map(leafHash);
}

// ---- secret state

export interface ChunkLeaf {
  readonly committeeId: Hex;
  readonly seat: number;
  readonly version: bigint;
  /** 32 secret bytes, one per leaf: without them a leaf would betray a guessable share. */
  readonly salt: Uint8Array;
  /** At most 256 elements of 16 bytes, little endian; empty for a seat without secret state. */
  readonly chunk: Uint8Array;
}

/** SHA-256 over length-prefixed parts, because the engine makes it and the chain never opens it. */
export function chunkLeafHash(leaf: ChunkLeaf): Uint8Array {
  if (leaf.salt.length !== 32) throw new RangeError('a salt has 32 bytes');
  if (leaf.chunk.length > CHUNK_ELEMENTS * 16) throw new RangeError('a chunk has at most 256 elements');
  return hashOf(
    'enigma.state.chunk.v1',
    hexBytes(leaf.committeeId),
    u8(leaf.seat),
    u64be(leaf.version),
    leaf.salt,
    leaf.chunk,
  );
}

/** leafRoot of one seat, over its chunks' leaves. */
export function seatRootOf(leaves: readonly Uint8Array[]): Hex {
  return toHex(merkleRoot(leaves.map(leafHash)));
}

/** Over seats 0 … n−1 in order; an absent seat stands as zero, so that a root exists without it. */
export function secretRootOf(seatRoots: readonly (Hex | undefined)[]): Hex {
  return toHex(merkleRoot(seatRoots.map((root) => leafHash(hexBytes(root ?? ZERO_HASH)))));
}

export function secretProof(seatRoots: readonly (Hex | undefined)[], seat: number): readonly Hex[] {
  return merkleProof(
    seatRoots.map((root) => leafHash(hexBytes(root ?? ZERO_HASH))),
    seat,
  ).map(toHex);
}

// ---- release ledger

/** Zero until releases carry budgets; ordered as the public fields are. */
export function ledgerRootOf(entries: readonly Uint8Array[]): Hex {
  return toHex(merkleRoot(entries.map(leafHash)));
}

// ---- results

/** 0x00 ‖ abi.encode(result), hashed. */
export function resultLeaf(result: Result): Uint8Array {
  const values = result as unknown as Readonly<Record<string, number | bigint | string>>;
  const fields = (RESULT as unknown as AnyStruct).fields as readonly (readonly [string, ScalarType])[];
  return leafHash(concat(...fields.map(([name, type]) => word(type, values[name] as number | bigint | string))));
}

export function resultsRootOf(results: readonly Result[]): Hex {
  return toHex(merkleRoot(results.map(resultLeaf)));
}

export function resultProof(results: readonly Result[], index: number): readonly Hex[] {
  return merkleProof(results.map(resultLeaf), index).map(toHex);
}

/** What an opening passes instead of all results. */
export interface ResultPlace {
  readonly index: number;
  /** The taskId of the receipt's first result; zero where that is this one. */
  readonly first: Hex;
  readonly result: Result;
  readonly proof: readonly Hex[];
}

const NO_RESULT: Result = {
  taskId: ZERO_HASH,
  status: 0,
  code: 0,
  gasUsed: 0n,
  publicHash: ZERO_HASH,
  maskedHash: ZERO_HASH,
  effectsHash: ZERO_HASH,
};

/** Beyond the end nothing is proved, and the chain says so. */
export function resultPlace(results: readonly Result[], index: number): ResultPlace {
  const result = results[index];
  const first = index === 0 ? ZERO_HASH : (results[0]?.taskId ?? ZERO_HASH);
  if (result === undefined) return { index, first, result: NO_RESULT, proof: [] };
  return { index, first, result, proof: resultProof(results, index) };
}

/** Takes a peer's proof. */
export function checkResultProof(
  root: Hex,
  result: Result,
  index: number,
  count: number,
  proof: readonly Uint8Array[],
): Outcome<true> {
  return checkMerkleProof(hexBytes(root), resultLeaf(result), index, count, proof);
}

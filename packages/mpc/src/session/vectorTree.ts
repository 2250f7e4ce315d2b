// A full vector as the leaves of a tree (docs/protocols/evidence.md): chunks of the seat's shares, then of its piece of each T-set that it holds, so
// that a stranger is shown the one chunk that is off, with its path to what the seat signed, and not the whole round.
import { ELEMENT_BYTES, type SeatSet, assertCommittee, fromHex, inSet, thresholdSets, toHex } from '@enigma/crypto';
import { VECTOR_CONTENT, type VectorContent, leafHash, merkleProof, merkleRoot, structHash } from '@enigma/protocol';

/** Elements of one chunk of shares, and bytes of any chunk; the last one of a part may be shorter. */
export const CHUNK_ELEMENTS = 64;
export const CHUNK_BYTES: number = CHUNK_ELEMENTS * ELEMENT_BYTES;

/** The set that stands for the shares. */
export const SHARES: SeatSet = 0;

/** Elements opened in the round, and bytes of one T-set's blob of bits and published pieces. */
export interface RoundSizes {
  readonly fieldLength: number;
  readonly pieceBytes: number;
}

/** Whose full vector it is, of which committee's sharing, and how it is cut. */
export interface VectorPlace extends RoundSizes {
  readonly n: number;
  readonly T: number;
  readonly seat: number;
}

/** Where a chunk stands in the vector, and among the leaves. */
export interface ChunkPlace {
  readonly offset: number;
  readonly bytes: number;
  readonly index: number;
  /** Leaves of the whole vector. */
  readonly count: number;
}

/** What a seat signs of its full vector (`vectorHash`). With its place: read as another seat's, under another threshold or cut elsewhere, the same bytes are other shares and pieces, and an honest seat could seem to be off. */
export function hashOfVector(place: VectorPlace, body: Uint8Array): Uint8Array {
  return hashOfRoot(place, merkleRoot(leavesOf(place, body)));
}

/** The same from the root that a chunk and its path lead to. */
export function hashOfRoot({ n, T, seat, fieldLength, pieceBytes }: VectorPlace, root: Uint8Array): Uint8Array {
  const content: VectorContent = { n, T, seat, fieldLength, pieceBytes, root: toHex(root) };
  return fromHex(structHash(VECTOR_CONTENT, content)) as Uint8Array;
}

/** The chunk `chunk` of the shares or of one T-set's piece; undefined where the vector has none there. */
export function chunkPlace(place: VectorPlace, set: SeatSet, chunk: number): ChunkPlace | undefined {
  const { n, T, seat, fieldLength, pieceBytes } = place;
  assertCommittee(n, T);
  const shareBytes = ELEMENT_BYTES * fieldLength;
  const held = thresholdSets(n, T).filter((one) => !inSet(one, seat));
  const rank = held.indexOf(set);
  if (set !== SHARES && rank < 0) return undefined;
  const [start, size] = set === SHARES ? [0, shareBytes] : [shareBytes + rank * pieceBytes, pieceBytes];
  const at = chunk * CHUNK_BYTES;
  if (!(Number.isInteger(chunk) && chunk >= 0 && at < size)) return undefined;
  const before = set === SHARES ? 0 : chunksOf(shareBytes) + rank * chunksOf(pieceBytes);
  return {
    offset: start + at,
    bytes: Math.min(CHUNK_BYTES, size - at),
    index: before + chunk,
    count: chunksOf(shareBytes) + held.length * chunksOf(pieceBytes),
  };
}

/** The path of that leaf to the root. */
export function chunkProof(place: VectorPlace, body: Uint8Array, { index }: ChunkPlace): readonly Uint8Array[] {
  return merkleProof(leavesOf(place, body), index);
}

function chunksOf(bytes: number): number {
  return Math.ceil(bytes / CHUNK_BYTES);
}

/** Of a body of any length, for a seat may sign what it likes: where it is not as long as it should be, its leaves are not those of one that is. */
function leavesOf({ fieldLength, pieceBytes }: VectorPlace, body: Uint8Array): readonly Uint8Array[] {
  const leaves: Uint8Array[] = [];
  const shareBytes = Math.min(ELEMENT_BYTES * fieldLength, body.length);
  const part = (from: number, to: number): void => {
    for (let at = from; at < to; at += CHUNK_BYTES)
      leaves.push(leafHash(body.subarray(at, Math.min(at + CHUNK_BYTES, to))));
  };
  part(0, shareBytes);
  const size = pieceBytes || body.length;
  for (let at = shareBytes; at < body.length; at += size) part(at, Math.min(at + size, body.length));
  return leaves;
}

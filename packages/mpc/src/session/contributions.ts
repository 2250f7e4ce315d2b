// What a seat puts into a round of openings, and what it reads from the others': sections whose sizes follow from the public plan.
import { type FieldVector, Refusal, vectorFromBytes, vectorToBytes } from '@enigma/crypto';
import { fieldPlan, hashOfPieces, hashOfShares, piecePlan, witnessedSets } from '../openings.ts';
import { type ChunkPart, chunkByteSize, chunkFromBytes } from './kingSums.ts';
import { bytesOfStretches, stretchesOf } from './plan.ts';
import { NO_BITS, type Run } from './runState.ts';

/** The body, in pieces that the frame joins once. */
export function partsTo(run: Run, to: number): readonly Uint8Array[] {
  if (run.kind === 'sums') return [run.kingSums];
  if (run.kind !== 'openings') return [];
  const { n, T, seat: self } = run.seat.facts;
  const parts: Uint8Array[] = [];
  if (run.plan.fieldLength > 0) {
    const plan = fieldPlan(to, n, T, run.live, 'ring');
    if (plan.sharers.includes(self)) parts.push(vectorToBytes(run.own.shares));
    else if (plan.hashers.includes(self)) parts.push(hashOfShares(run.own.shares));
  }
  if (run.plan.pieceBytes > 0) {
    const plan = piecePlan(to, n, T, run.live);
    for (const piece of plan) if (piece.sender === self) parts.push(run.own.pieces.get(piece.set) as Uint8Array);
    const sets = witnessedSets(plan, self);
    if (sets.length > 0) parts.push(hashOfPieces(sets.map((set) => run.own.pieces.get(set) as Uint8Array)));
  }
  const king = run.kings.indexOf(to);
  if (run.plan.sums && king >= 0 && run.own.terms)
    parts.push(
      ...bytesOfStretches(stretchesOf(run.plan, run.own.terms, run.own.termBits ?? NO_BITS, king, run.kings.length)),
    );
  return parts;
}

export interface Sections {
  readonly share: FieldVector | null;
  readonly shareHash: Uint8Array | null;
  readonly pieces: ReadonlyMap<number, Uint8Array>;
  readonly pieceHash: Uint8Array | null;
  readonly chunk: ChunkPart | null;
}

/** Cuts a body by the sizes of the plan; undefined if the size is another or an element is not canonical. */
export function sectionsOf(run: Run, from: number, body: Uint8Array): Sections | undefined {
  let at = 0;
  const take = (size: number): Uint8Array => body.subarray(at, (at += size));
  let share: FieldVector | null | undefined = null;
  let shareHash: Uint8Array | null = null;
  let pieceHash: Uint8Array | null = null;
  let chunk: ChunkPart | null = null;
  const pieces = new Map<number, Uint8Array>();
  if (run.plan.fieldLength > 0) {
    if (run.fields.sharers.includes(from)) {
      share = canonicalVector(run, take(16 * run.plan.fieldLength), run.plan.fieldLength);
      if (!share) return undefined;
    } else if (run.fields.hashers.includes(from)) shareHash = take(32);
  }
  if (run.plan.pieceBytes > 0) {
    for (const piece of run.pieces) if (piece.sender === from) pieces.set(piece.set, take(run.plan.pieceBytes));
    if (witnessedSets(run.pieces, from).length > 0) pieceHash = take(32);
  }
  const king = run.kings.indexOf(run.seat.facts.seat);
  if (run.plan.sums && king >= 0 && run.kings.includes(from)) {
    const size = chunkByteSize(run.plan, king, run.kings.length);
    const part = chunkFromBytes(run.plan, take(size), king, run.kings.length);
    if (!part) return undefined;
    chunk = part;
  }
  return at === body.length ? { share, shareHash, pieces, pieceHash, chunk } : undefined;
}

/** In the frame's own memory where it lies on a word: nobody writes to a frame. */
function canonicalVector(run: Run, bytes: Uint8Array, count: number): FieldVector | undefined {
  if (bytes.byteOffset % 8 !== 0 || bytes.length !== 16 * count) {
    const copied = vectorFromBytes(bytes, count);
    return copied instanceof Refusal ? undefined : copied;
  }
  const vector = new BigUint64Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, 2 * count);
  return run.seat.ports.kernel.isCanonical(vector) ? vector : undefined;
}

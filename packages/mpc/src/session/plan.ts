// From the exchanges of one step to the bytes of its rounds. All openings of a step share one vector (field) and one blob per T-set
// (bits and published pieces), so that a witness hashes once however many protocols run side by side.
//
// Hop A: openings, and the terms of sums to their kings. Hop B, only where the step has sums: kings to all. A barrier, if there is
// one, is a round of its own after them.
import {
  type FieldVector,
  concat,
  concatVectors,
  newVector,
  sliceOf,
  thresholdSets,
  vectorToBytes,
} from '@enigma/crypto';
import { type Bits, bitsFromBytes, bitsToBytes, concatBits, sliceBits, wordsIn, xorInto } from '../bits.ts';
import { wordsOf } from '../internal/words.ts';
import { SUM_CHUNK_BITS, SUM_CHUNK_ELEMENTS } from '../limits.ts';
import type { Checkpoint, Echo, Exchange, ExchangeResult } from '../round.ts';

export interface StepPlan {
  readonly exchanges: readonly Exchange[];
  /** Elements opened. */
  readonly fieldLength: number;
  /** Bytes of one T-set's blob: the words of each openBits, then the bytes of each publish, in the order asked. */
  readonly pieceBytes: number;
  /** Elements and bits summed. */
  readonly sumLength: number;
  readonly sumBitLength: number;
  readonly opens: boolean;
  readonly sums: boolean;
  readonly barrier: Barrier | null;
}

export interface Barrier {
  readonly signed: boolean;
  readonly phase: number;
  readonly leafRoot: Uint8Array;
  readonly batchCommitment: Uint8Array;
  readonly commitments: readonly Uint8Array[];
}

const ZERO_32 = new Uint8Array(32);

export function planStep(exchanges: readonly Exchange[]): StepPlan {
  let fieldLength = 0;
  let pieceBytes = 0;
  let sumLength = 0;
  let sumBitLength = 0;
  const barriers: (Echo | Checkpoint)[] = [];
  for (const one of exchanges) {
    if (one.kind === 'openField') fieldLength += one.shares.length / 2;
    else if (one.kind === 'openBits') pieceBytes += 4 * wordsOf(one.bits.length);
    else if (one.kind === 'publish') pieceBytes += one.byteLength;
    else if (one.kind === 'sumField') sumLength += one.length;
    else if (one.kind === 'sumBits') sumBitLength += one.length;
    else barriers.push(one);
  }
  const sums = sumLength + sumBitLength > 0;
  const opens = fieldLength + pieceBytes > 0 || sums;
  return { exchanges, fieldLength, pieceBytes, sumLength, sumBitLength, opens, sums, barrier: mergedBarrier(barriers) };
}

/** Several barriers of one step are one: signed if any is; at most one of them carries a root. */
function mergedBarrier(barriers: readonly (Echo | Checkpoint)[]): Barrier | null {
  if (barriers.length === 0) return null;
  const signed = barriers.filter((one) => one.kind === 'checkpoint');
  const carrying = (pick: (one: Checkpoint) => Uint8Array): Uint8Array => {
    const set = signed.map(pick).filter((bytes) => bytes.some((byte) => byte !== 0));
    if (set.length > 1) throw new RangeError('two roots at one checkpoint');
    return set[0] ?? ZERO_32;
  };
  return {
    signed: signed.length > 0,
    phase: Math.max(...barriers.map((one) => one.phase)),
    leafRoot: carrying((one) => one.leafRoot),
    batchCommitment: carrying((one) => one.batchCommitment),
    commitments: signed.flatMap((one) => one.commitments),
  };
}

/** This seat's own part in a step: what frames and full vectors are cut from. */
export interface OwnStep {
  readonly shares: FieldVector;
  /** By T-set without this seat. */
  readonly pieces: ReadonlyMap<number, Uint8Array>;
  /** Null outside D. */
  readonly terms: FieldVector | null;
  readonly termBits: Bits | null;
}

export function ownStep(plan: StepPlan, held: readonly number[], sends: boolean): OwnStep {
  const opened = plan.exchanges.flatMap((one) => (one.kind === 'openField' ? [one.shares] : []));
  // What a protocol gave to be opened it does not change afterwards.
  const shares = opened.length === 1 ? (opened[0] as FieldVector) : concatVectors(...opened);
  const pieces = new Map(held.map((set) => [set, joined(plan.exchanges.flatMap((one) => pieceOf(one, set)))]));
  if (!sends) return { shares, pieces, terms: null, termBits: null };
  const summed = plan.exchanges.flatMap((one) => (one.kind === 'sumField' ? [one.terms ?? newVector(one.length)] : []));
  const terms = summed.length === 1 ? (summed[0] as FieldVector) : concatVectors(...summed);
  const summedBits = plan.exchanges.flatMap((one) => (one.kind === 'sumBits' && one.terms ? [one.terms] : []));
  const termBits = summedBits.length === 1 ? (summedBits[0] as Bits) : concatBits(summedBits);
  return { shares, pieces, terms, termBits };
}

/** One after another, without a copy where there is one alone. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const filled = parts.filter((part) => part.length > 0);
  return filled.length === 1 ? (filled[0] as Uint8Array) : concat(...filled);
}

function pieceOf(one: Exchange, set: number): Uint8Array[] {
  if (one.kind === 'openBits') return [bitsToBytes(one.bits.pieces.get(set) as Uint32Array)];
  if (one.kind === 'publish') return [one.pieces.get(set) as Uint8Array];
  return [];
}

/** The stretches [start, end) of a sum that seat D[king] adds. */
export function chunksOf(
  length: number,
  chunk: number,
  king: number,
  kings: number,
): { readonly start: number; readonly end: number }[] {
  const out: { start: number; end: number }[] = [];
  for (let c = king; c * chunk < length; c += kings)
    out.push({ start: c * chunk, end: Math.min(length, (c + 1) * chunk) });
  return out;
}

/** One seat's stretches of a vector of terms or sums. */
export interface Stretches {
  readonly elements: readonly FieldVector[];
  readonly bits: readonly Bits[];
}

export function stretchesOf(plan: StepPlan, field: FieldVector, bits: Bits, king: number, kings: number): Stretches {
  return {
    elements: chunksOf(plan.sumLength, SUM_CHUNK_ELEMENTS, king, kings).map(({ start, end }) =>
      sliceOf(field, start, end),
    ),
    bits: chunksOf(plan.sumBitLength, SUM_CHUNK_BITS, king, kings).map(({ start, end }) =>
      sliceBits(bits, start, end - start),
    ),
  };
}

/** Their canonical bytes, in parts: elements, then bits padded to words per stretch. */
export function bytesOfStretches({ elements, bits }: Stretches): Uint8Array[] {
  return [...elements.map((part) => vectorToBytes(part)), ...bits.map(({ words }) => bitsToBytes(words))];
}

export function chunkSizes(
  plan: StepPlan,
  king: number,
  kings: number,
): { readonly elements: number; readonly bitLengths: readonly number[] } {
  const elements = chunksOf(plan.sumLength, SUM_CHUNK_ELEMENTS, king, kings).reduce(
    (sum, { start, end }) => sum + end - start,
    0,
  );
  return {
    elements,
    bitLengths: chunksOf(plan.sumBitLength, SUM_CHUNK_BITS, king, kings).map(({ start, end }) => end - start),
  };
}

/** Puts the kings' stretches back in order. */
export function joinChunks(
  plan: StepPlan,
  parts: readonly { readonly field: FieldVector; readonly bits: readonly Bits[] }[],
): { field: FieldVector; bits: Bits } {
  const field = newVector(plan.sumLength);
  const ordered: Bits[] = [];
  for (const [king, part] of parts.entries()) {
    let at = 0;
    for (const { start, end } of chunksOf(plan.sumLength, SUM_CHUNK_ELEMENTS, king, parts.length)) {
      field.set(sliceOf(part.field, at, at + end - start), 2 * start);
      at += end - start;
    }
    for (const [k, bits] of part.bits.entries()) ordered[king + k * parts.length] = bits;
  }
  return { field, bits: concatBits(ordered) };
}

/** What hop A makes public: elements, then for each openBits its words, then all pieces of each publish in order of T-sets. */
export interface OpenedA {
  readonly field: FieldVector;
  /** All T-sets' blobs. */
  readonly pieces: ReadonlyMap<number, Uint8Array>;
}

/** Canonical bytes of hop A, for the view and the record. Bits enter as values, not as pieces. */
export function bytesOfHopA(plan: StepPlan, n: number, T: number, opened: OpenedA): Uint8Array | undefined {
  const parts: Uint8Array[] = [vectorToBytes(opened.field)];
  let at = 0;
  for (const one of plan.exchanges) {
    if (one.kind === 'openBits') {
      const size = 4 * wordsOf(one.bits.length);
      const sum = new Uint32Array(size / 4);
      for (const blob of opened.pieces.values()) {
        const words = bitsFromBytes(blob.subarray(at, at + size), one.bits.length);
        if (!words) return undefined;
        xorInto(sum, words);
      }
      parts.push(bitsToBytes(sum));
      at += size;
    } else if (one.kind === 'publish') {
      for (const set of thresholdSets(n, T))
        parts.push((opened.pieces.get(set) as Uint8Array).slice(at, at + one.byteLength));
      at += one.byteLength;
    }
  }
  return joined(parts);
}

export function sizeOfHopA(plan: StepPlan, setCount: number): number {
  let size = 16 * plan.fieldLength;
  for (const one of plan.exchanges) {
    if (one.kind === 'openBits') size += 4 * wordsOf(one.bits.length);
    else if (one.kind === 'publish') size += setCount * one.byteLength;
  }
  return size;
}

export function bytesOfHopB(field: FieldVector, bits: Bits): Uint8Array {
  return joined([vectorToBytes(field), bitsToBytes(bits.words)]);
}

export function sizeOfHopB(plan: StepPlan): number {
  return 16 * plan.sumLength + 4 * wordsOf(plan.sumBitLength);
}

/** The results of a step from the public bytes of its hops: the same for who took part and for who reads the record. */
export function resultsOf(plan: StepPlan, n: number, T: number, hopA: Uint8Array, hopB: Uint8Array): ExchangeResult[] {
  let fieldAt = 0;
  let pieceAt = 16 * plan.fieldLength;
  let sumAt = 0;
  let sumBitAt = 0;
  const field = rawVector(hopA.subarray(0, pieceAt));
  const sums = rawVector(hopB.subarray(0, 16 * plan.sumLength));
  const sumBits: Bits = { length: plan.sumBitLength, words: wordsIn(hopB.subarray(16 * plan.sumLength)) };
  return plan.exchanges.map((one): ExchangeResult => {
    if (one.kind === 'openField') {
      const length = one.shares.length / 2;
      fieldAt += length;
      return { kind: 'field', values: sliceOf(field, fieldAt - length, fieldAt) };
    }
    if (one.kind === 'openBits') {
      const size = 4 * wordsOf(one.bits.length);
      pieceAt += size;
      return {
        kind: 'bits',
        bits: { length: one.bits.length, words: wordsIn(hopA.subarray(pieceAt - size, pieceAt)) },
      };
    }
    if (one.kind === 'publish') {
      const pieces = new Map<number, Uint8Array>();
      for (const set of thresholdSets(n, T)) {
        pieces.set(set, hopA.slice(pieceAt, pieceAt + one.byteLength));
        pieceAt += one.byteLength;
      }
      return { kind: 'published', pieces };
    }
    if (one.kind === 'sumField') {
      sumAt += one.length;
      return { kind: 'field', values: sliceOf(sums, sumAt - one.length, sumAt) };
    }
    if (one.kind === 'sumBits') {
      sumBitAt += one.length;
      return { kind: 'bits', bits: sliceBits(sumBits, sumBitAt - one.length, one.length) };
    }
    return { kind: 'passed' };
  });
}

/** A view where the bytes lie on a word: the record keeps the same memory, and protocols only read what they are given. */
function rawVector(bytes: Uint8Array): FieldVector {
  if (bytes.byteOffset % 8 === 0)
    return new BigUint64Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length / 8);
  const vector = newVector(bytes.length / 16);
  vectorToBytes(vector).set(bytes);
  return vector;
}

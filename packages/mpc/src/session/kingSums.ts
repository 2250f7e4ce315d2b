// Sums over the openers: terms to the king of each chunk, and the king's sum to all.
import { type FieldVector, Refusal, concat, vectorFromBytes } from '@enigma/crypto';
import { type Bits, bitsFromBytes, xorInto } from '../bits.ts';
import { wordsOf } from '../internal/words.ts';
import { type Sections } from './contributions.ts';
import { type ReceivedFrame } from './frame.ts';
import { type StepPlan, bytesOfHopB, bytesOfStretches, chunkSizes, joinChunks, stretchesOf } from './plan.ts';
import { closeRound, stepDone } from './run.ts';
import { type KeptRound, NO_BITS, type Run, abortRun } from './runState.ts';
import { fault } from './seat.ts';
import { ABORT_REASON } from './work.ts';

export interface ChunkPart {
  readonly field: FieldVector;
  readonly bits: readonly Bits[];
}

export function chunkByteSize(plan: StepPlan, king: number, kings: number): number {
  const { elements, bitLengths } = chunkSizes(plan, king, kings);
  return 16 * elements + bitLengths.reduce((sum, bits) => sum + 4 * wordsOf(bits), 0);
}

export function chunkFromBytes(plan: StepPlan, bytes: Uint8Array, king: number, kings: number): ChunkPart | undefined {
  const { elements, bitLengths } = chunkSizes(plan, king, kings);
  if (bytes.length !== chunkByteSize(plan, king, kings)) return undefined;
  const field = vectorFromBytes(bytes.subarray(0, 16 * elements), elements);
  if (field instanceof Refusal) return undefined;
  const bits: Bits[] = [];
  let at = 16 * elements;
  for (const length of bitLengths) {
    const words = bitsFromBytes(bytes.subarray(at, at + 4 * wordsOf(length)), length);
    if (!words) return undefined;
    bits.push({ length, words });
    at += 4 * wordsOf(length);
  }
  return { field, bits };
}

/** As a king: the sums of our chunks over D. */
export function addTerms(run: Run, sections: ReadonlyMap<number, Sections>): Uint8Array {
  const king = run.kings.indexOf(run.seat.facts.seat);
  if (!run.plan.sums || king < 0 || !run.own.terms) return new Uint8Array(0);
  const kings = run.kings.length;
  const own = stretchesOf(run.plan, run.own.terms, run.own.termBits ?? NO_BITS, king, kings);
  const sums = concat(...bytesOfStretches(own));
  const { elements } = chunkSizes(run.plan, king, kings);
  const field: FieldVector = new BigUint64Array(sums.buffer as ArrayBuffer, 0, 2 * elements);
  for (const { chunk } of sections.values()) {
    if (!chunk) continue;
    run.seat.ports.kernel.add(field, chunk.field, field);
    let at = field.byteLength;
    for (const { words } of chunk.bits) {
      xorInto(new Uint32Array(sums.buffer, at, words.length), words);
      at += words.byteLength;
    }
  }
  return sums;
}

export function finishSums(run: Run, frames: ReadonlyMap<number, ReceivedFrame>): void {
  const { seat: self } = run.seat.facts;
  const parts: ChunkPart[] = [];
  const bodies = new Map<number, Uint8Array>();
  for (const [from, frame] of frames) {
    if (!run.kings.includes(from) && frame.body.length > 0) {
      fault(run.seat, from, 'MALFORMED');
      return abortRun(run, ABORT_REASON.malformed);
    }
  }
  for (const [k, king] of run.kings.entries()) {
    const body = king === self ? run.kingSums : (frames.get(king) as ReceivedFrame).body;
    const part = chunkFromBytes(run.plan, body, k, run.kings.length);
    if (!part) {
      fault(run.seat, king, 'MALFORMED');
      return abortRun(run, ABORT_REASON.malformed);
    }
    bodies.set(king, body);
    parts.push(part);
  }
  const kept = run.kept.get(run.round) as KeptRound;
  run.kept.set(run.round, { ...kept, kings: bodies });
  const { field, bits } = joinChunks(run.plan, parts);
  const opened = bytesOfHopB(field, bits);
  closeRound(run, opened);
  stepDone(run, opened);
}

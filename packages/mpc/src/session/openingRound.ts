// A round of openings that is complete: every value is checked before it is used.
import { type FieldVector, newVector } from '@enigma/crypto';
import { checkFieldOpening, checkPieceOpening, fieldPlan, interpolateUnchecked, isMismatch } from '../openings.ts';
import { complainAbout } from './complaint.ts';
import { type Sections, sectionsOf } from './contributions.ts';
import { HEADER_BYTES, type ReceivedFrame, VIEW_BYTES } from './frame.ts';
import { addTerms } from './kingSums.ts';
import { bytesOfHopA } from './plan.ts';
import { closeRound, enterRound, stepDone } from './run.ts';
import { type Run, abortRun } from './runState.ts';
import { fault } from './seat.ts';
import { ABORT_REASON } from './work.ts';

/**
 * Our shares as they stand in a frame that carries them, which is kept to be sent again: the protocol may write over its own vector when it
 * goes on. The shares come first in a body, which begins on a word.
 */
export function sharesIn(run: Run, frames: ReadonlyMap<number, Uint8Array>): FieldVector {
  const { n, T, seat: self } = run.seat.facts;
  const { shares } = run.own;
  for (const [to, { buffer, byteOffset }] of frames) {
    if (!fieldPlan(to, n, T, run.live, 'ring').sharers.includes(self)) continue;
    return new BigUint64Array(buffer as ArrayBuffer, byteOffset + HEADER_BYTES + VIEW_BYTES, shares.length);
  }
  return shares.slice();
}

export function finishOpenings(run: Run, frames: ReadonlyMap<number, ReceivedFrame>): void {
  const { T, seat: self } = run.seat.facts;
  const sections = new Map<number, Sections>();
  for (const [from, frame] of frames) {
    const cut = sectionsOf(run, from, frame.body);
    if (!cut) {
      fault(run.seat, from, 'MALFORMED');
      return abortRun(run, ABORT_REASON.malformed);
    }
    sections.set(from, cut);
  }
  run.kingSums = addTerms(run, sections);
  const shares = new Map<number, FieldVector>();
  const hashes = new Map<number, Uint8Array>();
  const pieces = new Map<number, Uint8Array>(run.own.pieces);
  const pieceHashes = new Map<number, Uint8Array>();
  for (const [from, cut] of sections) {
    if (cut.share) shares.set(from, cut.share);
    if (cut.shareHash) hashes.set(from, cut.shareHash);
    for (const [set, bytes] of cut.pieces) pieces.set(set, bytes);
    if (cut.pieceHash) pieceHashes.set(from, cut.pieceHash);
  }
  let field: FieldVector = newVector(0);
  let wrong = false;
  if (run.plan.fieldLength > 0) {
    const opening = { T, kernel: run.seat.ports.kernel, seat: self, own: run.own.shares, shares, hashes };
    const opened = run.seat.checks.openings ? checkFieldOpening(opening) : interpolateUnchecked(opening);
    if (isMismatch(opened)) wrong = true;
    else field = opened;
  }
  if (
    run.plan.pieceBytes > 0 &&
    run.seat.checks.openings &&
    checkPieceOpening({ plan: run.pieces, pieces, hashes: pieceHashes })
  )
    wrong = true;
  if (wrong) {
    run.stuck = true;
    return complainAbout(run, run.round);
  }
  resolveOpenings(run, field, pieces);
}

/** The values of this round are known and checked, at once or by correction. */
export function resolveOpenings(run: Run, field: FieldVector, pieces: ReadonlyMap<number, Uint8Array>): void {
  const { n, T } = run.seat.facts;
  const ordered = run.plan.pieceBytes > 0 ? pieces : new Map<number, Uint8Array>();
  const opened = bytesOfHopA(run.plan, n, T, { field, pieces: ordered });
  if (!opened) return abortRun(run, ABORT_REASON.mismatch);
  run.stuck = false;
  run.hopA = opened;
  closeRound(run, opened);
  if (run.end) return;
  if (run.plan.sums) enterRound(run, 'sums');
  else stepDone(run, new Uint8Array(0));
}

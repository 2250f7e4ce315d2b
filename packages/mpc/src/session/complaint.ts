// A mismatch (docs/protocols/session.md, "Mismatch"): Complain(slot), every live seat's signed full vector of that round, an echo of the
// signatures, and one decision that is the same at every honest seat because it follows from signed bytes alone.
//
// A seat shows its vector of a round only after it has seen every live seat's equal view before that round, so nobody has computed with
// a wrong value, and the vectors say no more than the opened values (openings), or what was sent to all already (sums).
import { concat, equalBytes, toHex, vectorToBytes } from '@enigma/crypto';
import { BLAME, COMPLAIN, DISPUTE, SIGNED_VECTOR, type SignedVector } from '@enigma/protocol';
import type { Equivocation, Evidence, ShownChunk, SignedOnce, WrongOpening } from './evidence.ts';
import { COMPLAINTS_MAX } from './limits.ts';
import { resolveOpenings } from './openingRound.ts';
import { type KeptRound, type Run, abortRun, slotOf } from './runState.ts';
import { allSeats, emit, emitBlame, fault, has, sendAll, signRecord, verifyRecord } from './seat.ts';
import {
  CHUNK_ELEMENTS,
  type ChunkPlace,
  type RoundSizes,
  SHARES,
  type VectorPlace,
  chunkPlace,
  chunkProof,
  hashOfVector,
} from './vectorTree.ts';
import { type Contradiction, contradictionOf, judgeVectors } from './vectors.ts';
import { MESSAGE, type Reader, Writer } from './wire.ts';
import { ABORT_REASON, BLAME_REASON, type BlameReason } from './work.ts';

interface Shown {
  readonly view: Uint8Array;
  readonly vectorHash: Uint8Array;
  readonly signature: Uint8Array;
  readonly body: Uint8Array;
}

interface Echoed {
  readonly by: number;
  readonly view: Uint8Array;
  readonly vectorHash: Uint8Array;
  readonly signature: Uint8Array;
}

export interface Complaint {
  readonly round: number;
  readonly vectors: Map<number, Shown>;
  readonly echoes: Map<number, readonly Echoed[]>;
  /** Our own messages about it, for seats that lost them. */
  readonly messages: Uint8Array[];
  decided: boolean;
  resend(): readonly Uint8Array[];
}

function complaintAt(run: Run, round: number): Complaint | undefined {
  const known = run.complaints.get(round);
  if (known) return known;
  if (run.complaints.size >= COMPLAINTS_MAX) return undefined;
  const complaint: Complaint = {
    round,
    vectors: new Map(),
    echoes: new Map(),
    messages: [],
    decided: false,
    resend: () => complaint.messages,
  };
  run.complaints.set(round, complaint);
  return complaint;
}

function tell(run: Run, complaint: Complaint, bytes: Uint8Array): void {
  complaint.messages.push(bytes);
  sendAll(run.seat, run.live, bytes);
}

function prelude(run: Run, type: number, round: number): Writer {
  return new Writer().uint(type, 1).raw(run.id).uint(run.attempt, 2).uint(run.proposal, 2).uint(round, 4);
}

export function complainAbout(run: Run, round: number): void {
  const complaint = complaintAt(run, round);
  const kept = run.kept.get(round);
  if (!complaint || !kept) return abortRun(run, ABORT_REASON.mismatch);
  const slot = slotOf(run, round, kept.kind);
  const accuser = run.seat.facts.seat;
  const signature = signRecord(run.seat, 'complain', slotKey(run, round, kept), COMPLAIN, { accuser, slot });
  if (!signature) return abortRun(run, ABORT_REASON.ownFailure);
  tell(run, complaint, prelude(run, MESSAGE.complain, round).uint(slot.phase, 1).raw(signature).done());
  serveComplaints(run);
}

function slotKey(run: Run, round: number, kept: KeptRound): string {
  return `${run.sessionId}/${run.attempt}/${kept.kind === 'sums' ? 1 : 0}/${round}`;
}

/** Complain, vector or echo of signatures: read after the prelude that the session has matched to this run. */
export function receiveComplaint(run: Run, from: number, type: number, round: number, r: Reader): void {
  if (run.end || !has(run.live, from)) return;
  // A seat that is a round ahead of us may complain about the round we are in; kept rounds reach back to the last checkpoint.
  if (round > run.round || (round < run.round && !run.kept.has(round))) return;
  const complaint = complaintAt(run, round);
  if (!complaint) return abortRun(run, ABORT_REASON.mismatch);
  if (type === MESSAGE.complain) receiveComplain(run, from, round, r);
  else if (type === MESSAGE.vector) receiveVector(run, complaint, from, r);
  else receiveEcho(run, complaint, from, r);
  serveComplaints(run);
}

function receiveComplain(run: Run, from: number, round: number, r: Reader): void {
  const phase = r.uint(1);
  const signature = r.raw(64);
  const slot = { ...slotOf(run, round, 'openings'), phase };
  if (!r.done() || !verifyRecord(run.seat, from, COMPLAIN, { accuser: from, slot }, signature)) {
    fault(run.seat, from, 'BAD_SIGNATURE');
    if (run.complaints.get(round)?.vectors.size === 0) run.complaints.delete(round);
  }
}

function vectorRecord(
  run: Run,
  kept: KeptRound,
  round: number,
  view: Uint8Array,
  vectorHash: Uint8Array,
): SignedVector {
  return { slot: slotOf(run, round, kept.kind), viewHash: toHex(view), vectorHash: toHex(vectorHash) };
}

/** Does what has become possible: shows our vector, echoes signatures, decides. */
export function serveComplaints(run: Run): void {
  for (const complaint of run.complaints.values()) {
    if (run.end || complaint.decided) continue;
    const kept = run.kept.get(complaint.round);
    // Before all frames of the round are here we have not seen all views before it.
    if (!kept || (complaint.round === run.round && !run.stuck)) continue;
    const self = run.seat.facts.seat;
    if (!complaint.vectors.has(self)) showVector(run, complaint, kept);
    if (run.end) return;
    if (foundTwoVectors(run, complaint, kept)) return;
    if (complaint.vectors.size === run.others.length + 1 && !complaint.echoes.has(self)) echoSignatures(run, complaint);
    if (complaint.echoes.size === run.others.length + 1) decide(run, complaint, kept);
  }
}

/** Of a round of sums the sizes are in the plan alone: nobody is named by what kings sign. */
function placeOf(run: Run, { kind, plan }: KeptRound, seat: number): VectorPlace {
  const { n, T } = run.seat.facts;
  const { fieldLength, pieceBytes }: RoundSizes = kind === 'sums' ? { fieldLength: 0, pieceBytes: 0 } : plan;
  return { n, T, seat, fieldLength, pieceBytes };
}

function vectorBody(run: Run, kept: KeptRound): Uint8Array {
  if (kept.kind === 'sums') return kept.kings.get(run.seat.facts.seat) ?? kept.kingSums;
  return concat(vectorToBytes(kept.own.shares), ...run.held.map((set) => kept.own.pieces.get(set) as Uint8Array));
}

function showVector(run: Run, complaint: Complaint, kept: KeptRound): void {
  const body = vectorBody(run, kept);
  const vectorHash = hashOfVector(placeOf(run, kept, run.seat.facts.seat), body);
  const record = vectorRecord(run, kept, complaint.round, kept.view, vectorHash);
  const signature = signRecord(run.seat, 'vector', slotKey(run, complaint.round, kept), SIGNED_VECTOR, record);
  if (!signature) return abortRun(run, ABORT_REASON.ownFailure);
  complaint.vectors.set(run.seat.facts.seat, { view: kept.view, vectorHash, signature, body });
  tell(run, complaint, prelude(run, MESSAGE.vector, complaint.round).raw(kept.view).raw(signature).bytes(body).done());
}

function receiveVector(run: Run, complaint: Complaint, from: number, r: Reader): void {
  const view = r.raw(32);
  const signature = r.raw(64);
  const body = r.bytes(vectorBytesMax(run, complaint.round));
  const kept = run.kept.get(complaint.round);
  if (!kept) return;
  if (!r.done()) return fault(run.seat, from, 'OVERSIZE');
  const before = complaint.vectors.get(from);
  // Said again: nothing new, and not hashed again.
  if (before && equalBytes(before.view, view) && equalBytes(before.body, body)) return;
  const vectorHash = hashOfVector(placeOf(run, kept, from), body);
  if (
    !verifyRecord(run.seat, from, SIGNED_VECTOR, vectorRecord(run, kept, complaint.round, view, vectorHash), signature)
  ) {
    return fault(run.seat, from, 'BAD_SIGNATURE');
  }
  if (before) {
    if (!equalBytes(before.vectorHash, vectorHash) || !equalBytes(before.view, view))
      twoVectors(run, complaint, from, before, { by: from, view, vectorHash, signature });
    return;
  }
  complaint.vectors.set(from, { view, vectorHash, signature, body });
}

function vectorBytesMax(run: Run, round: number): number {
  const kept = run.kept.get(round);
  if (!kept) return 0;
  if (kept.kind === 'sums') return 16 * kept.plan.sumLength + kept.plan.sumBitLength / 8 + 4096;
  return 16 * kept.plan.fieldLength + run.held.length * kept.plan.pieceBytes;
}

function echoSignatures(run: Run, complaint: Complaint): void {
  const list: Echoed[] = [...complaint.vectors].map(([by, { view, vectorHash, signature }]) => ({
    by,
    view,
    vectorHash,
    signature,
  }));
  complaint.echoes.set(run.seat.facts.seat, list);
  const w = prelude(run, MESSAGE.vectorSignatures, complaint.round);
  tell(
    run,
    complaint,
    w.list(list, (each, one) => each.uint(one.by, 1).raw(one.view).raw(one.vectorHash).raw(one.signature)).done(),
  );
}

function receiveEcho(run: Run, complaint: Complaint, from: number, r: Reader): void {
  const list = r.list(run.seat.facts.n, (each): Echoed => ({
    by: each.uint(1),
    view: each.raw(32),
    vectorHash: each.raw(32),
    signature: each.raw(64),
  }));
  if (!r.done() || new Set(list.map((one) => one.by)).size !== run.others.length + 1)
    return fault(run.seat, from, 'MALFORMED');
  if (!complaint.echoes.has(from)) complaint.echoes.set(from, list);
}

/** Two signed vectors of one seat in one slot. */
function twoVectors(run: Run, complaint: Complaint, by: number, first: Shown, second: Echoed): void {
  const kept = run.kept.get(complaint.round) as KeptRound;
  const signed = (one: Pick<Echoed, 'view' | 'vectorHash' | 'signature'>): SignedOnce<SignedVector> => ({
    record: vectorRecord(run, kept, complaint.round, one.view, one.vectorHash),
    signature: toHex(one.signature),
  });
  const evidence: Equivocation = {
    kind: 'equivocation',
    name: 'SignedVector',
    records: [signed(first), signed(second)],
  };
  blame(run, complaint.round, kept, by, BLAME_REASON.equivocation, evidence);
  abortRun(run, ABORT_REASON.mismatch);
}

function blame(run: Run, round: number, kept: KeptRound, by: number, reason: BlameReason, evidence: Evidence): void {
  const slot = slotOf(run, round, kept.kind);
  const record = { seat: by, reason, sessionId: run.sessionId, attempt: run.attempt, slot };
  signRecord(run.seat, 'blame', `${slotKey(run, round, kept)}/${by}`, BLAME, record);
  emitBlame(run.seat, { type: 'blame', seat: by, reason, slot, evidence });
}

/** Looked for whenever one more message is there: an attempt may end before all of them are. */
function foundTwoVectors(run: Run, complaint: Complaint, kept: KeptRound): boolean {
  for (const list of complaint.echoes.values()) {
    for (const one of list) {
      const held = complaint.vectors.get(one.by);
      if (!held || (equalBytes(held.vectorHash, one.vectorHash) && equalBytes(held.view, one.view))) continue;
      const record = vectorRecord(run, kept, complaint.round, one.view, one.vectorHash);
      if (!verifyRecord(run.seat, one.by, SIGNED_VECTOR, record, one.signature)) continue;
      twoVectors(run, complaint, one.by, held, one);
      return true;
    }
  }
  return false;
}

function decide(run: Run, complaint: Complaint, kept: KeptRound): void {
  complaint.decided = true;
  // Off-polynomial bytes count only if all carry the same view (MPC H2b: else an honest seat could be framed).
  if (run.seat.checks.views && [...complaint.vectors.values()].some((one) => !equalBytes(one.view, kept.view)))
    return abortRun(run, ABORT_REASON.view);
  if (kept.kind === 'sums') decideSums(run, complaint, kept);
  else decideOpenings(run, complaint, kept);
  if (run.viewSeat !== null) abortRun(run, ABORT_REASON.view);
}

/** A king that told us another sum than the one it signs: it is us against it. */
function decideSums(run: Run, complaint: Complaint, kept: KeptRound): void {
  for (const king of run.kings) {
    const told = kept.kings.get(king);
    const signed = complaint.vectors.get(king)?.body;
    if (!told || !signed || equalBytes(told, signed)) continue;
    dispute(run, complaint.round, kept, king);
    return abortRun(run, ABORT_REASON.view, { seat: king, slot: slotOf(run, complaint.round, kept.kind) });
  }
}

export function dispute(run: Run, round: number, kept: KeptRound, accused: number): void {
  const slot = slotOf(run, round, kept.kind);
  const accuser = run.seat.facts.seat;
  const signature = signRecord(run.seat, 'dispute', `${slotKey(run, round, kept)}/${accused}`, DISPUTE, {
    accuser,
    accused,
    slot,
  });
  if (signature) emit(run.seat, { type: 'dispute', accuser, accused, slot, signature });
}

function decideOpenings(run: Run, complaint: Complaint, kept: KeptRound): void {
  const { n, T } = run.seat.facts;
  const { fieldLength, pieceBytes } = kept.plan;
  // Naming needs all n answers and n ≥ 3T + 1; with fewer a mismatch only ends the attempt.
  const corrects = n >= 3 * T + 1 && run.live === allSeats(run.seat.facts);
  const bodies = new Map([...complaint.vectors].map(([by, shown]) => [by, shown.body]));
  const facts = { n, T, kernel: run.seat.ports.kernel, corrects, fieldLength, pieceBytes };
  const judged = judgeVectors(facts, bodies);
  if (judged.kind !== 'values') return abortRun(run, ABORT_REASON[judged.kind]);
  for (const by of judged.wrong) {
    const off = contradictionOf(facts, bodies, judged, by);
    if (off) blame(run, complaint.round, kept, by, BLAME_REASON.wrongOpening, shownAt(run, complaint, kept, by, off));
  }
  if (run.stuck && run.round === complaint.round) resolveOpenings(run, judged.field, judged.pieces);
}

function shownAt(
  run: Run,
  complaint: Complaint,
  kept: KeptRound,
  accused: number,
  { set, index, others }: Contradiction,
): WrongOpening {
  const { fieldLength, pieceBytes } = kept.plan;
  const shown = [accused, ...others]
    .sort((a, b) => a - b)
    .map((seat): ShownChunk => {
      const { body, signature } = complaint.vectors.get(seat) as Shown;
      const place = placeOf(run, kept, seat);
      const at = chunkPlace(place, set, set === SHARES ? Math.floor(index / CHUNK_ELEMENTS) : index) as ChunkPlace;
      const chunk = body.slice(at.offset, at.offset + at.bytes);
      return { seat, chunk, proof: chunkProof(place, body, at).map(toHex), signature: toHex(signature) };
    });
  const slot = slotOf(run, complaint.round, kept.kind);
  return { kind: 'wrongOpening', slot, viewHash: toHex(kept.view), fieldLength, pieceBytes, set, index, shown };
}

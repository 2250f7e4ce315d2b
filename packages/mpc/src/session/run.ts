// One proposal that runs: an engine generator at this seat, carried round by round over frames.
//
// Every round waits for the frame of every live seat, and every frame carries the sender's view. So all seats are at most one round
// apart, and a difference of views shows in the next round, at the first frame of it.
import {
  type FieldVector,
  Refusal,
  concat,
  equalBytes,
  hashOf,
  newVector,
  seatsIn,
  setsHeldBy,
  toHex,
  vectorFromBytes,
  vectorToBytes,
} from '@enigma/crypto';
import { CHECKPOINT, type Checkpoint } from '@enigma/protocol';
import { type Bits, bitsFromBytes, xorWords } from '../bits.ts';
import {
  checkFieldOpening,
  checkPieceOpening,
  fieldPlan,
  hashOfPieces,
  hashOfShares,
  interpolateUnchecked,
  isMismatch,
  piecePlan,
  witnessedSets,
  type FieldPlan,
  type PiecePlan,
} from '../openings.ts';
import type { ExchangeResult, Protocol } from '../round.ts';
import { wordsOf } from '../internal/words.ts';
import { decodeCheckpoint, encodeSignedCheckpoint, type SignedCheckpoint } from './checkpoints.ts';
import { type Complaint, complainAbout } from './complaint.ts';
import {
  DIGEST_SHA256,
  DOMAIN_FIELD_AND_BITS,
  HEADER_BYTES,
  PATTERN_RING,
  type ReceivedFrame,
  VIEW_BYTES,
  committedView,
  hashOfMessage,
  headerBytes,
  nextView,
  placeOf,
  sentHash,
  sentRoot,
  splitFrame,
} from './frame.ts';
import { ROUNDS_MAX } from './limits.ts';
import {
  type OwnStep,
  type StepPlan,
  bytesOfHopA,
  bytesOfHopB,
  chunkBytes,
  chunkSizes,
  joinChunks,
  ownStep,
  planStep,
  resultsOf,
  sizeOfHopA,
} from './plan.ts';
import { type Seat, digestOf, emitBlame, fault, has, send, signRecord } from './seat.ts';
import { MESSAGE, Writer } from './wire.ts';
import { ABORT_REASON, BLAME_REASON, type AbortReason, type SlotFacts } from './work.ts';
import type { Hex } from '@enigma/crypto';

/** openings and terms; sums of kings; unsigned barrier; signed barrier; echo of the signatures. */
export type RoundKind = 'openings' | 'sums' | 'echo' | 'checkpoint' | 'confirm';

export interface RecordedRound {
  readonly kind: RoundKind;
  /** Opened values, or the signed checkpoints of all live seats. */
  readonly bytes: Uint8Array;
}

/** What is kept of a round until the next checkpoint. */
export interface KeptRound {
  readonly kind: RoundKind;
  readonly plan: StepPlan;
  readonly own: OwnStep;
  /** h_{t−1}, as in the header. */
  readonly view: Uint8Array;
  /** Our sums as a king. */
  readonly kingSums: Uint8Array;
  /** What each king sent us. */
  readonly kings: ReadonlyMap<number, Uint8Array>;
}

export type RunEnd =
  | { readonly kind: 'done'; readonly result: unknown }
  | {
      readonly kind: 'abort';
      readonly reason: AbortReason;
      readonly accused: { readonly seat: number; readonly slot: SlotFacts } | null;
    };

export interface Run {
  readonly seat: Seat;
  readonly sessionId: Hex;
  readonly id: Uint8Array;
  readonly attempt: number;
  readonly proposal: number;
  readonly live: number;
  /** Live seats but ourselves. */
  readonly others: readonly number[];
  /** D. */
  readonly kings: readonly number[];
  readonly held: readonly number[];
  readonly pieces: readonly PiecePlan[];
  readonly fields: FieldPlan;
  readonly protocol: Protocol<unknown>;
  /** Bodies received, kept for a replay. */
  readonly trace?: Map<number, Map<number, Uint8Array>>;
  plan: StepPlan;
  own: OwnStep;
  kind: RoundKind;
  round: number;
  /** Of this round; null until it is asked for. */
  header: { readonly round: number; readonly bytes: Uint8Array } | null;
  view: Uint8Array;
  hopA: Uint8Array;
  kingSums: Uint8Array;
  /** Frames of this round and the next, by round, then sender. */
  readonly inbox: Map<number, Map<number, Uint8Array>>;
  /** Ours, by round, then receiver; since the last checkpoint. */
  readonly sent: Map<number, Map<number, Uint8Array>>;
  readonly sentHashes: Map<number, Uint8Array[]>;
  readonly receivedHashes: Map<number, Uint8Array[]>;
  readonly kept: Map<number, KeptRound>;
  readonly record: RecordedRound[];
  readonly complaints: Map<number, Complaint>;
  /** Signed checkpoints of the last barrier, by seat. */
  checkpoints: Map<number, SignedCheckpoint>;
  /** Passed on by others, of seats whose own we do not hold: one each. */
  readonly relayed: Map<number, SignedCheckpoint>;
  checkpointIndex: number;
  /** The view that the last checkpoint signed. */
  checkedView: Uint8Array;
  /** Waits for the full vectors of this round. */
  stuck: boolean;
  /** A difference of views was seen: the attempt ends when the complaint about the round before is settled. */
  viewSeat: number | null;
  /** The first step was taken; frames that come before it wait. */
  begun: boolean;
  waitingSince: number | null;
  askedAt: number;
  end: RunEnd | null;
}

export interface RunStart {
  readonly sessionId: Hex;
  readonly id: Uint8Array;
  readonly attempt: number;
  readonly proposal: number;
  readonly live: number;
  readonly openDigest: Uint8Array;
  readonly protocol: Protocol<unknown>;
  readonly trace?: Map<number, Map<number, Uint8Array>>;
}

const NO_STEP: StepPlan = planStep([]);
const NO_BITS: Bits = { length: 0, words: new Uint32Array(0) };

export function openersOf(live: number, T: number): readonly number[] {
  return seatsIn(live).slice(0, 2 * T + 1);
}

export function startRun(seat: Seat, start: RunStart): Run {
  const { n, T, seat: self } = seat.facts;
  const live = seatsIn(start.live);
  const run: Run = {
    seat,
    ...start,
    others: live.filter((other) => other !== self),
    kings: openersOf(start.live, T),
    held: setsHeldBy(n, T, self),
    pieces: piecePlan(self, n, T, start.live),
    fields: fieldPlan(self, n, T, start.live, 'ring'),
    plan: NO_STEP,
    own: { shares: newVector(0), pieces: new Map(), terms: null, termBits: null },
    kind: 'openings',
    round: 0,
    header: null,
    view: start.openDigest,
    hopA: new Uint8Array(0),
    kingSums: new Uint8Array(0),
    inbox: new Map(),
    sent: new Map(),
    sentHashes: new Map(live.map((other) => [other, []])),
    receivedHashes: new Map(live.map((other) => [other, []])),
    kept: new Map(),
    record: [],
    complaints: new Map(),
    checkpoints: new Map(),
    relayed: new Map(),
    checkpointIndex: 0,
    checkedView: start.openDigest,
    stuck: false,
    viewSeat: null,
    begun: false,
    waitingSince: null,
    askedAt: 0,
    end: null,
  };
  return run;
}

/** The first step; afterwards frames drive. */
export function beginRun(run: Run): void {
  run.begun = true;
  nextStep(run, []);
  advance(run);
}

export function abortRun(
  run: Run,
  reason: AbortReason,
  accused: { readonly seat: number; readonly slot: SlotFacts } | null = null,
): void {
  run.end ??= { kind: 'abort', reason, accused };
}

export function slotOf(run: Run, round: number, kind: RoundKind): SlotFacts {
  return { sessionId: run.sessionId, attempt: run.attempt, phase: kind === 'sums' ? 1 : 0, round, position: 0 };
}

/** A frame or checkpoint of this attempt and proposal. */
export function receiveRound(run: Run, from: number, bytes: Uint8Array): void {
  const place = placeOf(bytes);
  if (!place || !has(run.live, from)) return fault(run.seat, from, 'MALFORMED');
  // Frames of a round that is over are duplicates; a seat cannot be two rounds ahead of us.
  if (run.end || place.round < run.round) return;
  if (place.round > run.round + 1) return fault(run.seat, from, 'WRONG_PLACE');
  const frames = run.inbox.get(place.round) ?? new Map<number, Uint8Array>();
  run.inbox.set(place.round, frames);
  const before = frames.get(from);
  if (before) {
    if (!equalBytes(before, bytes)) twoMessages(run, from, before, bytes);
    return;
  }
  frames.set(from, bytes);
  advance(run);
}

/** Two different messages of one seat for one round: only signed ones name it. */
function twoMessages(run: Run, from: number, first: Uint8Array, second: Uint8Array): void {
  fault(run.seat, from, 'REPLAY');
  const a = decodeCheckpoint(run.seat, first);
  const b = decodeCheckpoint(run.seat, second);
  if (a && b) compareCheckpoints(run, a, b);
}

/** Whether the two signed records of one seat contradict each other: then it is named, from signed bytes alone. */
export function compareCheckpoints(run: Run, a: SignedCheckpoint, b: SignedCheckpoint): boolean {
  if (a.by !== b.by || a.record.index !== b.record.index || a.record.attempt !== b.record.attempt) return false;
  if (equalBytes(digestOf(run.seat, CHECKPOINT, a.record), digestOf(run.seat, CHECKPOINT, b.record))) return false;
  const slot = {
    sessionId: run.sessionId,
    attempt: run.attempt,
    phase: a.record.phase,
    round: a.record.index,
    position: 0,
  };
  const isNew = emitBlame(run.seat, {
    type: 'blame',
    seat: a.by,
    reason: BLAME_REASON.equivocation,
    slot,
    evidence: [encodeSignedCheckpoint(run.id, a), encodeSignedCheckpoint(run.id, b)],
  });
  // Every honest seat is to name it: whoever ended the attempt before it saw both is shown both.
  if (isNew)
    for (const to of run.others)
      for (const one of [a, b]) if (to !== a.by) send(run.seat, to, encodeSignedCheckpoint(run.id, one, true));
  abortRun(run, ABORT_REASON.mismatch);
  return true;
}

/** Goes on while rounds are complete. */
export function advance(run: Run): void {
  while (run.begun && !run.end && !run.stuck && run.viewSeat === null) {
    const frames = run.inbox.get(run.round) ?? new Map<number, Uint8Array>();
    const parsed = new Map<number, ReceivedFrame>();
    if (run.kind !== 'checkpoint') {
      for (const [from, bytes] of frames) {
        const frame = checkHeader(run, from, bytes);
        if (!frame) return;
        parsed.set(from, frame);
      }
    }
    const skips = !run.seat.checks.barriers && run.kind === 'echo';
    if (frames.size < run.others.length && !skips) return;
    for (const [from, bytes] of frames) run.receivedHashes.get(from)?.push(hashOfMessage(bytes));
    if (parsed.size > 0) run.trace?.set(run.round, new Map([...parsed].map(([from, frame]) => [from, frame.body])));
    if (run.kind === 'openings') finishOpenings(run, parsed);
    else if (run.kind === 'sums') finishSums(run, parsed);
    else if (run.kind === 'checkpoint') finishCheckpoint(run, frames);
    else finishBarrier(run);
  }
}

/** The header must be ours, byte for byte; the view too. */
function checkHeader(run: Run, from: number, bytes: Uint8Array): ReceivedFrame | undefined {
  const frame = splitFrame(bytes);
  if (!frame || !equalBytes(frame.header, headerOf(run))) {
    fault(run.seat, from, 'MALFORMED');
    abortRun(run, ABORT_REASON.malformed);
    return undefined;
  }
  if (run.seat.checks.views && !equalBytes(frame.view, run.view)) {
    viewsDiffer(run, from);
    return undefined;
  }
  return frame;
}

function headerOf(run: Run): Uint8Array {
  if (run.header?.round === run.round) return run.header.bytes;
  const bytes = headerBytes({
    sessionId: run.id,
    attempt: run.attempt,
    proposal: run.proposal,
    round: run.round,
    live: run.live,
    pattern: PATTERN_RING,
    digestKind: DIGEST_SHA256,
    domain: DOMAIN_FIELD_AND_BITS,
  });
  run.header = { round: run.round, bytes };
  return bytes;
}

/** R4: the views were equal one round ago, so the first divergent round is the one before this. Only its messages are shown. */
function viewsDiffer(run: Run, from: number): void {
  run.viewSeat = from;
  const before = run.round - 1;
  if (run.checkpoints.size > 0 && run.kind === 'confirm') return relayCheckpoints(run);
  if (!run.kept.has(before)) return abortRun(run, ABORT_REASON.view);
  complainAbout(run, before);
}

/** Signatures differ somewhere: everybody sees everybody's, and who signed two is named. */
function relayCheckpoints(run: Run): void {
  for (const [by, one] of run.checkpoints) {
    for (const to of run.others) if (to !== by) send(run.seat, to, encodeSignedCheckpoint(run.id, one, true));
  }
  abortRun(run, ABORT_REASON.view);
}

function finishBarrier(run: Run): void {
  if (run.kind === 'confirm') {
    run.kept.clear();
    for (const round of run.sent.keys()) if (round < run.round - 1) run.sent.delete(round);
    for (const hashes of run.sentHashes.values()) hashes.length = 0;
    for (const hashes of run.receivedHashes.values()) hashes.length = 0;
    run.complaints.clear();
  }
  const results = resultsOf(run.plan, run.seat.facts.n, run.seat.facts.T, run.hopA, run.kingSums);
  closeRound(run, new Uint8Array(0));
  nextStep(run, results);
}

/** Moves the view and the record over a round that is complete. */
function closeRound(run: Run, opened: Uint8Array): void {
  run.view = nextView(run.view, headerOf(run), opened);
  run.record.push({ kind: run.kind, bytes: opened });
  run.inbox.delete(run.round);
  run.round++;
  if (run.round > ROUNDS_MAX) abortRun(run, ABORT_REASON.ownFailure);
}

function nextStep(run: Run, results: readonly ExchangeResult[]): void {
  if (run.end) return;
  for (let answers = results; ;) {
    const state = run.protocol.next(answers);
    if (state.done) {
      run.end = { kind: 'done', result: state.value };
      return;
    }
    run.plan = planStep(state.value);
    run.own = ownStep(run.plan, run.held, run.kings.includes(run.seat.facts.seat));
    run.hopA = new Uint8Array(0);
    run.kingSums = new Uint8Array(0);
    if (run.plan.opens) return enterRound(run, 'openings');
    if (run.plan.barrier) return enterBarrier(run);
    answers = resultsOf(run.plan, run.seat.facts.n, run.seat.facts.T, emptyHopA(run), new Uint8Array(0));
  }
}

/** Openings of length zero cost no round. */
function emptyHopA(run: Run): Uint8Array {
  return new Uint8Array(sizeOfHopA(run.plan, 0));
}

function enterRound(run: Run, kind: RoundKind): void {
  run.kind = kind;
  run.waitingSince = null;
  const header = headerOf(run);
  const frames = new Map<number, Uint8Array>();
  for (const to of run.others) frames.set(to, concat(header, run.view, ...partsTo(run, to)));
  post(run, frames);
  if (kind === 'openings' || kind === 'sums') {
    run.kept.set(run.round, {
      kind,
      plan: run.plan,
      own: kind === 'openings' ? { ...run.own, shares: sharesIn(run, frames) } : run.own,
      view: run.view,
      kingSums: run.kingSums,
      kings: new Map(),
    });
  }
}

/**
 * Our shares as they stand in a frame that carries them, which is kept to be sent again: the protocol may write over its own vector when it
 * goes on. The shares come first in a body, which begins on a word.
 */
function sharesIn(run: Run, frames: ReadonlyMap<number, Uint8Array>): FieldVector {
  const { n, T, seat: self } = run.seat.facts;
  const { shares } = run.own;
  for (const [to, { buffer, byteOffset }] of frames) {
    if (!fieldPlan(to, n, T, run.live, 'ring').sharers.includes(self)) continue;
    return new BigUint64Array(buffer as ArrayBuffer, byteOffset + HEADER_BYTES + VIEW_BYTES, shares.length);
  }
  return shares.slice();
}

function post(run: Run, frames: Map<number, Uint8Array>): void {
  run.sent.set(run.round, frames);
  run.seat.ports.failpoint('round.send.c');
  for (const [to, bytes] of frames) {
    run.sentHashes.get(to)?.push(hashOfMessage(bytes));
    send(run.seat, to, bytes);
  }
}

/** The body, in pieces that the frame joins once. */
function partsTo(run: Run, to: number): readonly Uint8Array[] {
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
    parts.push(chunkBytes(run.plan, run.own.terms, run.own.termBits ?? NO_BITS, king, run.kings.length));
  return parts;
}

interface Sections {
  readonly share: FieldVector | null;
  readonly shareHash: Uint8Array | null;
  readonly pieces: ReadonlyMap<number, Uint8Array>;
  readonly pieceHash: Uint8Array | null;
  readonly chunk: ChunkPart | null;
}

export interface ChunkPart {
  readonly field: FieldVector;
  readonly bits: readonly Bits[];
}

/** Cuts a body by the sizes of the plan; undefined if the size is another or an element is not canonical. */
function sectionsOf(run: Run, from: number, body: Uint8Array): Sections | undefined {
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

function chunkByteSize(plan: StepPlan, king: number, kings: number): number {
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

function finishOpenings(run: Run, frames: ReadonlyMap<number, ReceivedFrame>): void {
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

/** As a king: the sums of our chunks over D. */
function addTerms(run: Run, sections: ReadonlyMap<number, Sections>): Uint8Array {
  const king = run.kings.indexOf(run.seat.facts.seat);
  if (!run.plan.sums || king < 0 || !run.own.terms) return new Uint8Array(0);
  const kings = run.kings.length;
  const own = chunkFromBytes(
    run.plan,
    chunkBytes(run.plan, run.own.terms, run.own.termBits ?? NO_BITS, king, kings),
    king,
    kings,
  ) as ChunkPart;
  let field = own.field;
  let bits = own.bits;
  for (const { chunk } of sections.values()) {
    if (!chunk) continue;
    field = run.seat.ports.kernel.add(field, chunk.field);
    bits = bits.map((one, k) => ({ length: one.length, words: xorWords(one.words, (chunk.bits[k] as Bits).words) }));
  }
  return concat(
    vectorToBytes(field),
    ...bits.map((one) => new Uint8Array(one.words.buffer, one.words.byteOffset, one.words.byteLength)),
  );
}

function finishSums(run: Run, frames: ReadonlyMap<number, ReceivedFrame>): void {
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

/** Openings and sums of the step are there: its barrier, or its results. */
function stepDone(run: Run, sums: Uint8Array): void {
  if (run.end) return;
  run.kingSums = sums;
  if (run.plan.barrier) return enterBarrier(run);
  nextStep(run, resultsOf(run.plan, run.seat.facts.n, run.seat.facts.T, run.hopA, sums));
}

function enterBarrier(run: Run): void {
  const barrier = run.plan.barrier;
  if (!barrier?.signed) return enterRound(run, 'echo');
  run.kind = 'checkpoint';
  run.waitingSince = null;
  run.view = committedView(run.view, barrier.commitments);
  const leaves = Array.from({ length: run.seat.facts.n }, (_, to) => sentHash(run.sentHashes.get(to) ?? []));
  const record: Checkpoint = {
    sessionId: run.sessionId,
    attempt: run.attempt,
    index: run.checkpointIndex,
    phase: barrier.phase,
    live: run.live,
    viewHash: toHex(run.view),
    sentRoot: toHex(sentRoot(leaves)),
    leafRoot: toHex(barrier.leafRoot),
    batchCommitment: toHex(barrier.batchCommitment),
  };
  run.seat.ports.failpoint('checkpoint.sign.a');
  const signature = signRecord(
    run.seat,
    'checkpoint',
    `${run.sessionId}/${run.attempt}/${run.checkpointIndex}`,
    CHECKPOINT,
    record,
  );
  if (!signature) return abortRun(run, ABORT_REASON.ownFailure);
  const own: SignedCheckpoint = {
    by: run.seat.facts.seat,
    proposal: run.proposal,
    round: run.round,
    record,
    signature,
    leaves,
  };
  run.checkpoints = new Map([[own.by, own]]);
  post(run, new Map(run.others.map((to) => [to, encodeSignedCheckpoint(run.id, own)])));
}

function finishCheckpoint(run: Run, frames: ReadonlyMap<number, Uint8Array>): void {
  for (const [from, bytes] of frames) {
    const signed = decodeCheckpoint(run.seat, bytes);
    if (!signed || signed.by !== from) {
      fault(run.seat, from, signed ? 'BAD_RECORD' : 'BAD_SIGNATURE');
      return abortRun(run, ABORT_REASON.malformed);
    }
    const verdict = judgeCheckpoint(run, from, signed);
    if (verdict === 'disputed')
      return abortRun(run, ABORT_REASON.mismatch, { seat: from, slot: slotOf(run, run.round, 'checkpoint') });
    if (verdict === 'other view') return otherView(run, signed);
    if (verdict === 'bad') {
      fault(run.seat, from, 'BAD_RECORD');
      return abortRun(run, ABORT_REASON.malformed);
    }
    run.checkpoints.set(from, signed);
  }
  run.checkedView = run.view;
  run.checkpointIndex++;
  const all = encodeCheckpointList(run);
  // The digests of all signatures enter the view, and the echo that follows compares them: nobody has signed two unseen.
  const digests = [...run.checkpoints.keys()]
    .sort((a, b) => a - b)
    .map((by) => digestOf(run.seat, CHECKPOINT, (run.checkpoints.get(by) as SignedCheckpoint).record));
  run.view = hashOf('enigma.session.checkpoints.v1', run.view, ...digests);
  run.record.push({ kind: 'checkpoint', bytes: all });
  run.inbox.delete(run.round);
  run.round++;
  enterRound(run, 'confirm');
}

function encodeCheckpointList(run: Run): Uint8Array {
  const seats = [...run.checkpoints.keys()].sort((a, b) => a - b);
  return new Writer()
    .list(seats, (w, by) => w.bytes(encodeSignedCheckpoint(run.id, run.checkpoints.get(by) as SignedCheckpoint, true)))
    .done();
}

function judgeCheckpoint(
  run: Run,
  from: number,
  { record, round, proposal, leaves }: SignedCheckpoint,
): 'good' | 'bad' | 'other view' | 'disputed' {
  const own = (run.checkpoints.get(run.seat.facts.seat) as SignedCheckpoint).record;
  const same =
    record.sessionId === own.sessionId &&
    record.attempt === own.attempt &&
    record.index === own.index &&
    record.phase === own.phase;
  if (!same || record.live !== own.live || round !== run.round || proposal !== run.proposal) return 'bad';
  if (run.seat.checks.views && record.viewHash !== own.viewHash) return 'other view';
  if (leaves.length !== run.seat.facts.n || toHex(sentRoot(leaves)) !== record.sentRoot) return 'bad';
  // Its own message of this round is not yet in the root that it carries.
  const received = (run.receivedHashes.get(from) ?? []).slice(0, -1);
  return equalBytes(leaves[run.seat.facts.seat] as Uint8Array, sentHash(received)) ? 'good' : 'disputed';
}

function otherView(run: Run, signed: SignedCheckpoint): void {
  for (const to of run.others) if (to !== signed.by) send(run.seat, to, encodeSignedCheckpoint(run.id, signed, true));
  viewsDiffer(run, signed.by);
}

/** A signature of another seat that somebody passed on: evidence if it contradicts what its signer told us. */
export function receiveRelayed(run: Run, signed: SignedCheckpoint): void {
  const known = run.checkpoints.get(signed.by);
  const direct = run.kind === 'checkpoint' ? run.inbox.get(run.round)?.get(signed.by) : undefined;
  const held = known ?? (direct && decodeCheckpoint(run.seat, direct)) ?? run.relayed.get(signed.by);
  if (held) compareCheckpoints(run, held, signed);
  else if (has(run.live, signed.by)) run.relayed.set(signed.by, signed);
}

/** Asks again for what is missing; ends the attempt when the round is overdue. */
export function tickRun(run: Run, nowMs: number): void {
  if (run.end) return;
  run.waitingSince ??= nowMs;
  const waited = nowMs - run.waitingSince;
  if (waited > run.seat.timings.roundMs) return abortRun(run, ABORT_REASON.timeout);
  if (waited < run.seat.timings.resendMs || nowMs - run.askedAt < run.seat.timings.resendMs) return;
  run.askedAt = nowMs;
  const have = run.inbox.get(run.round);
  for (const other of run.others) if (!have?.has(other)) send(run.seat, other, wantBytes(run));
  for (const complaint of run.complaints.values())
    for (const one of complaint.resend()) for (const to of run.others) send(run.seat, to, one);
}

function wantBytes(run: Run): Uint8Array {
  return new Writer()
    .uint(MESSAGE.want, 1)
    .raw(run.id)
    .uint(run.attempt, 2)
    .uint(run.proposal, 2)
    .uint(run.round, 4)
    .done();
}

/** A peer asks for our message of a round again: the stored bytes. */
export function resendRound(run: Run, from: number, round: number): void {
  const bytes = run.sent.get(round)?.get(from);
  if (bytes) send(run.seat, from, bytes);
}

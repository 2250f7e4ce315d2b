// One proposal that runs: an engine generator at this seat, carried round by round over frames.
//
// Every round waits for the frame of every live seat, and every frame carries the sender's view. So all seats are at most one round
// apart, and a difference of views shows in the next round, at the first frame of it.
import { concat, equalBytes } from '@enigma/crypto';
import { type ExchangeResult } from '../round.ts';
import { compareCheckpoints, enterBarrier, finishCheckpoint, relayCheckpoints } from './checkpointRounds.ts';
import { decodeCheckpoint } from './checkpoints.ts';
import { complainAbout } from './complaint.ts';
import { partsTo } from './contributions.ts';
import {
  DIGEST_SHA256,
  DOMAIN_FIELD_AND_BITS,
  PATTERN_RING,
  type ReceivedFrame,
  hashOfMessage,
  headerBytes,
  nextView,
  placeOf,
  splitFrame,
} from './frame.ts';
import { finishSums } from './kingSums.ts';
import { ROUNDS_MAX } from './limits.ts';
import { finishOpenings, sharesIn } from './openingRound.ts';
import { ownStep, planStep, resultsOf, sizeOfHopA } from './plan.ts';
import { type RoundKind, type Run, abortRun } from './runState.ts';
import { fault, has, send } from './seat.ts';
import { MESSAGE, Writer } from './wire.ts';
import { ABORT_REASON } from './work.ts';

/** The first step; afterwards frames drive. */
export function beginRun(run: Run): void {
  run.begun = true;
  nextStep(run, []);
  advance(run);
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
export function viewsDiffer(run: Run, from: number): void {
  run.viewSeat = from;
  const before = run.round - 1;
  if (run.checkpoints.size > 0 && run.kind === 'confirm') return relayCheckpoints(run);
  if (!run.kept.has(before)) return abortRun(run, ABORT_REASON.view);
  // The vectors of that round were shown, and decided nothing else for us than for the others: there is nothing left to wait for.
  if (run.complaints.get(before)?.decided === true) return abortRun(run, ABORT_REASON.view);
  complainAbout(run, before);
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
export function closeRound(run: Run, opened: Uint8Array): void {
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

export function enterRound(run: Run, kind: RoundKind): void {
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

export function post(run: Run, frames: Map<number, Uint8Array>): void {
  run.sent.set(run.round, frames);
  run.seat.ports.failpoint('round.send.c');
  for (const [to, bytes] of frames) {
    run.sentHashes.get(to)?.push(hashOfMessage(bytes));
    send(run.seat, to, bytes);
  }
}

/** Openings and sums of the step are there: its barrier, or its results. */
export function stepDone(run: Run, sums: Uint8Array): void {
  if (run.end) return;
  run.kingSums = sums;
  if (run.plan.barrier) return enterBarrier(run);
  nextStep(run, resultsOf(run.plan, run.seat.facts.n, run.seat.facts.T, run.hopA, sums));
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

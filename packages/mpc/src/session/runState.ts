// What a run knows: one proposal that is computed at this seat, and where it stands. How it goes on: run.ts.
import { type Hex, newVector, seatsIn, setsHeldBy } from '@enigma/crypto';
import { type Bits } from '../bits.ts';
import { type FieldPlan, type PiecePlan, fieldPlan, piecePlan } from '../openings.ts';
import { type Protocol } from '../round.ts';
import { type SignedCheckpoint } from './checkpoints.ts';
import { type Complaint } from './complaint.ts';
import { type OwnStep, type StepPlan, planStep } from './plan.ts';
import { type Seat } from './seat.ts';
import { type AbortReason, type SlotFacts } from './work.ts';

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

export const NO_BITS: Bits = { length: 0, words: new Uint32Array(0) };

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

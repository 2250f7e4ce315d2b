// A task's way in five steps, from what the chain has and what the seats say. Pure.
import type { NodeReport, TaskRecord } from '@enigma/client';
import { RESULT_STATUS } from '@enigma/protocol';

export const STEPS = ['created', 'computed', 'settled', 'final', 'opened'] as const;
export type StepName = (typeof STEPS)[number];

/** never: the task ended before. */
export type StepState = 'done' | 'now' | 'ahead' | 'never';

export interface Step {
  readonly name: StepName;
  readonly state: StepState;
  /** Where the chain has it. */
  readonly block: bigint | undefined;
}

/** Where a task stands by the chain alone. */
export type TaskState = 'created' | 'settled' | 'final' | 'opened' | 'failed' | 'expired';

export function stateOf(task: TaskRecord, finalized: bigint): TaskState {
  if (task.expired !== undefined) return 'expired';
  if (task.settled === undefined) return 'created';
  if (task.settled.result.status !== RESULT_STATUS.OK) return 'failed';
  if (task.opened !== undefined) return 'opened';
  return task.settled.block <= finalized ? 'final' : 'settled';
}

/** Stages in which a seat has computed and signs, or has signed. */
const COMPUTED = ['Staged', 'Signed', 'Quorum', 'Submitted', 'Settled', 'SettledFinal', 'Opened', 'Closed'];

/** Seats that say, each over its own signature, that they hold a computed result. */
export function computedSeats(reports: readonly NodeReport[]): readonly number[] {
  return reports.filter(({ task }) => task !== undefined && COMPUTED.includes(task.stage)).map(({ seat }) => seat);
}

/** `computed` = T + 1 seats say so, of which one at least is honest. */
export function walkOf(task: TaskRecord, finalized: bigint, computed: boolean): readonly Step[] {
  const { settled, opened, expired } = task;
  const isFinal = settled !== undefined && settled.block <= finalized;
  const failed = settled !== undefined && settled.result.status !== RESULT_STATUS.OK;
  const done: Readonly<Record<StepName, boolean>> = {
    created: true,
    computed: computed || settled !== undefined,
    settled: settled !== undefined,
    final: isFinal,
    opened: opened !== undefined,
  };
  const block: Partial<Record<StepName, bigint | undefined>> = {
    created: task.created.block,
    settled: settled?.block,
    // Finality has no event of its own: what becomes final is the receipt's block.
    final: isFinal ? settled.block : undefined,
    opened: opened?.block,
  };
  const next = STEPS.find((name) => !done[name]);
  return STEPS.map((name) => ({
    name,
    state: done[name] ? 'done' : never(name, expired !== undefined, failed) ? 'never' : name === next ? 'now' : 'ahead',
    block: block[name],
  }));
}

function never(name: StepName, expired: boolean, failed: boolean): boolean {
  return expired || (failed && name === 'opened');
}

/** How one says of a callee whether it took what it was told. */
export function toldKey(ok: boolean): 'told.taken' | 'told.refused' {
  return ok ? 'told.taken' : 'told.refused';
}

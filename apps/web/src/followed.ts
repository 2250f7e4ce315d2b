// A task on its way: its steps by the chain and by what the seats say, and its result once it can be opened.
import type { CommitteeRecord, NetworkView, TaskRecord } from '@enigma/client';
import { useCheck, useReports, type Check } from './check.ts';
import type { Connection } from './network.ts';
import { computedSeats, walkOf, type Step } from './views/walk.ts';

export interface Followed {
  readonly steps: readonly Step[];
  /** Those that say that they hold a result, while it is under way. */
  readonly seats: readonly number[];
  readonly check: Check;
  readonly committee: CommitteeRecord | undefined;
}

/** `again`: changes when somebody asks for another check. */
export function useFollowed(task: TaskRecord, view: NetworkView, again: number, connection: Connection): Followed {
  const finalized = view.finalized.number;
  // Seats know a task once its block is final.
  const under = task.settled === undefined && task.expired === undefined && task.created.block <= finalized;
  const seats = computedSeats(useReports(task, under, connection));
  const checked = useCheck(task, (task.settled?.block ?? finalized + 1n) <= finalized, again, connection);
  const check = withChain(checked, task);
  const committee = view.contracts.get(task.contractId)?.committee;
  const steps = walkOf(task, finalized, committee !== undefined && seats.length > committee.T);
  return { steps, seats, check, committee };
}

/** A result that was checked before the chain had it is on chain once the same bytes stand there. */
function withChain(check: Check, { opened }: TaskRecord): Check {
  if (check.kind !== 'done' || check.opened.onChain || check.opened.output !== opened?.output) return check;
  return { ...check, opened: { ...check.opened, onChain: true } };
}

// What a node owes, and until when: what an operator looks at before he takes it down.
import type { Hex } from '@enigma/crypto';
import type { SeatState, TaskStage } from '@enigma/protocol';
import type { Node } from './node.ts';

export interface Duty {
  readonly contractId: Hex;
  readonly taskId: Hex;
  readonly seq: string;
  readonly stage: TaskStage;
  readonly attempt: number;
  /** compute: a result under enough signatures, on chain; open: the output of a settled task; follow: the share of a state that the chain has. */
  readonly owes: 'compute' | 'open' | 'follow';
  /** Seconds since 1970 until which the chain takes a receipt; null where nothing ends it. */
  readonly until: number | null;
}

export interface SeatDuties {
  readonly contractId: Hex;
  readonly committeeId: Hex;
  readonly seat: number;
  readonly state: SeatState;
  /** Epoch up to which the committee was drawn. */
  readonly tenureEnd: number;
  /** Tasks behind those that are listed. */
  readonly queued: number;
  readonly duties: readonly Duty[];
}

export interface DutiesBody {
  readonly node: number;
  readonly draining: boolean;
  /** Sessions that run and transactions on their way: with none, a stop costs nobody an attempt. */
  readonly inHand: number;
  readonly seats: readonly SeatDuties[];
  /** Contracts that stand still after an error of ours, also those for which no seat could be taken. */
  readonly failed: readonly { readonly contractId: Hex; readonly committeeId: Hex }[];
}

export function dutiesOf(node: Node): DutiesBody {
  const seats = node.seats().map((seat): SeatDuties => {
    const { contract, committee } = seat.host;
    const duties = seat.stages.open().map(({ task, stage, attempt }): Duty => {
      const settled = stage === 'SettledFinal' || stage === 'Superseded';
      return {
        contractId: contract.contractId,
        taskId: task.taskId,
        seq: String(task.seq),
        stage,
        attempt,
        owes: stage === 'Superseded' ? 'follow' : settled ? 'open' : 'compute',
        until: settled ? null : task.header.deadline,
      };
    });
    return {
      contractId: contract.contractId,
      committeeId: committee.committeeId,
      seat: seat.host.seat,
      state: node.stateOf(seat),
      tenureEnd: contract.committee?.tenureEnd ?? 0,
      queued: seat.stages.queued(),
      duties,
    };
  });
  const failed = node.failures().map(({ contractId, committeeId }) => ({ contractId, committeeId }));
  return { node: node.index, draining: node.draining(), inHand: node.inHand(), seats, failed };
}

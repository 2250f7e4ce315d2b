// Where each task of a contract stands at this seat: a line whenever that changes, and the counts. Of those that wait behind others only their number is known, for a contract's tasks go in order, and so do its reads beside them.
import { isReadSeq, READ_SEQ, RESULT_STATUS, type TaskStage } from '@enigma/protocol';
import { batchTasksMax, stagesWatchedMax } from './limits.ts';
import type { Log } from './log.ts';
import type { Tally } from './tally.ts';
import { taskAt, type ContractView, type Settlement, type TaskView } from './view.ts';

export interface StageFacts {
  readonly stage: TaskStage;
  readonly attempt: number;
}

/** A task that this seat still owes something for. */
export interface OpenTask extends StageFacts {
  readonly task: TaskView;
}

export interface Stages {
  step(): void;
  open(): readonly OpenTask[];
  /** Those behind the ones that are looked at. */
  queued(): number;
}

const CODES = new Map<number, string>(Object.entries(RESULT_STATUS).map(([name, status]) => [status, name]));

export function createStages(host: {
  readonly contract: ContractView;
  readonly log: Log;
  readonly tally: Tally;
  readonly look: (task: TaskView) => StageFacts;
}): Stages {
  const { contract, log, tally, look } = host;
  const watched = new Map<bigint, { readonly task: TaskView; facts: StageFacts | undefined; ended: boolean }>();
  let next = 0n;
  let nextRead = READ_SEQ;

  /** Watches what follows in one order; returns where that ends. Neither order takes the other's places. */
  function take(from: bigint): bigint {
    let seq = from;
    let room = stagesWatchedMax - [...watched.keys()].filter((one) => isReadSeq(one) === isReadSeq(from)).length;
    for (let task = taskAt(contract, seq); task && room > 0; task = taskAt(contract, ++seq), room--)
      watched.set(seq, { task, facts: undefined, ended: false });
    return seq;
  }

  /** A receipt settles the task that it names first and those behind it. */
  function settlementOf({ seq }: TaskView): Settlement | undefined {
    for (let back = 0n; back < BigInt(batchTasksMax); back++) {
      const settlement = contract.settlements.get(seq - back);
      if (settlement !== undefined) return settlement.receipt.count > Number(back) ? settlement : undefined;
    }
    return undefined;
  }

  /** With what it ended; undefined while it has not. */
  function codeOf(task: TaskView, { stage }: StageFacts): string | undefined {
    if (stage === 'Expired') return 'EXPIRED';
    if (stage !== 'SettledFinal' && stage !== 'Opened' && stage !== 'Closed') return undefined;
    const result = settlementOf(task)?.results.find(({ taskId }) => taskId === task.taskId);
    return CODES.get(result?.status ?? -1) ?? 'OK';
  }

  function ended(task: TaskView, code: string): void {
    tally.add('enigma_tasks_ended_total', 1, { code });
    const settlement = settlementOf(task);
    if (settlement === undefined) return;
    tally.observe('enigma_task_attempts', settlement.receipt.attempt + 1);
    tally.observe('enigma_settle_lag_blocks', Number(settlement.blockNumber - task.blockNumber));
  }

  return {
    step() {
      nextRead = take(nextRead);
      next = take(next);
      for (const [seq, one] of watched) {
        const { task, facts: before } = one;
        const facts = look(task);
        if (before?.stage === facts.stage && before.attempt === facts.attempt) continue;
        one.facts = facts;
        const code = codeOf(task, facts);
        const isOver = facts.stage !== 'SettledFinal' ? code !== undefined : code !== 'OK';
        // What had ended before this process began is nothing that happened in it.
        if (before !== undefined || !isOver) {
          const { contractId } = contract;
          const facts_ = { task: task.taskId, seq, attempt: facts.attempt, code: facts.stage };
          log('task.stage', { ...facts_, ...(code === undefined ? {} : { ended: code }), contract: contractId });
          if (code !== undefined && !one.ended) ended(task, code);
          one.ended ||= code !== undefined;
        }
        if (isOver) watched.delete(seq);
      }
    },
    open: () => [...watched.values()].flatMap(({ task, facts }) => (facts === undefined ? [] : [{ task, ...facts }])),
    queued: () => contract.tasks.size - Number(next) + contract.reads.size - Number(nextRead - READ_SEQ),
  };
}

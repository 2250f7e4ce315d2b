// Which tasks share a session and a receipt: neighbours in the contract's order that one block holds. A function of the chain alone, so that every seat begins the same session. A receipt of
// fifteen costs a sixth of fifteen receipts, and their rounds are paid once.
import { opensArguments, type Module } from '@enigma/bytecode';
import { isReadSeq } from '@enigma/protocol';
import type { Site } from './execute.ts';
import { batchGasMax, batchSecondsMin, batchTasksMax } from './limits.ts';
import { taskAt, type TaskView } from './view.ts';

/** The tasks of the receipt that begins with this one; of a settled receipt those that it settled. Everything of the task's block is known. */
export function batchFrom(
  { contract, program, checks }: Pick<Site, 'contract' | 'program' | 'checks'>,
  first: TaskView,
): readonly TaskView[] {
  const settled = contract.settlements.get(first.seq);
  const { module } = program.verified;
  const tasks = [first];
  const isOver = (): boolean =>
    settled === undefined
      ? tasks.length === batchTasksMax || !mayGoOn(module, tasks.at(-1) as TaskView)
      : tasks.length === settled.receipt.count;
  const shares = (task: TaskView): boolean => !checks['batch.alone'] || mayShare(first, task);
  const alone = settled === undefined && (program.openMode !== 'afterSettle' || !shares(first));
  let gas = first.header.gasLimit;
  for (let seq = first.seq + 1n; !alone && !isOver(); seq++) {
    const task = taskAt(contract, seq);
    if (task === undefined) break;
    gas += task.header.gasLimit;
    const beside = task.blockNumber === first.blockNumber && (!isReadSeq(seq) || isBeside(contract, first, task));
    const fits = beside && shares(task) && gas <= batchGasMax;
    if (settled === undefined && !fits) break;
    tasks.push(task);
  }
  return tasks;
}

/** Reads are answered from one state, and none waits for another: one that is over leaves the rest. */
function isBeside({ openReads }: Site['contract'], first: TaskView, read: TaskView): boolean {
  return read.version === first.version && openReads.has(read.seq);
}

/**
 * Its body is there from the start, and its deadline is neither near nor far before that of the first: the chain takes a receipt whole or not at all, so one that is late holds up all, until the
 * first expires.
 */
function mayShare(first: TaskView, { logged, blockNumber, blockTime, header }: TaskView): boolean {
  const isLate =
    header.deadline < blockTime + batchSecondsMin || header.deadline + batchSecondsMin < first.header.deadline;
  return logged?.blockNumber === blockNumber && !isLate;
}

/** What the task leaves in public is known beforehand: not where a secret argument may be refused while it runs. */
function mayGoOn(module: Module, { header }: TaskView): boolean {
  const fn = module.functions.findIndex((one) => one.selector === header.fn);
  return fn < 0 || !opensArguments(module, fn);
}

// Which tasks share a session and a receipt: neighbours in the contract's order, of all that waited when the receipt before them was settled; where none waited, of one block. A function of the chain alone,
// so that every seat begins the same session. A receipt of fifteen costs a sixth of fifteen receipts, and their rounds are paid once: the longer the queue, the more tasks a second.
import { opensArguments, type Module } from '@enigma/bytecode';
import { isReadSeq } from '@enigma/protocol';
import type { Site } from './execute.ts';
import { batchGasMax, batchSecondsMin, batchTasksMax } from './limits.ts';
import { taskAt, type TaskView } from './view.ts';

/** The block of the last event that decides which tasks share a receipt with this one: everything up to it must be known. */
export function decidedAt(site: Pick<Site, 'contract' | 'program' | 'checks'>, first: TaskView): bigint {
  if (isReadSeq(first.seq)) return first.blockNumber;
  if (site.contract.settlements.has(first.seq)) return batchFrom(site, first).at(-1)?.blockNumber ?? first.blockNumber;
  const { blockNumber } = site.contract.moved;
  return blockNumber > first.blockNumber ? blockNumber : first.blockNumber;
}

/** The tasks of the receipt that begins with this one; of a settled receipt those that it settled. Everything up to `decidedAt` is known. */
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
  const dueTime = Math.max(first.blockTime, isReadSeq(first.seq) ? 0 : contract.moved.time);
  const shares = (task: TaskView): boolean => !checks['batch.alone'] || mayShare(first, task, dueTime);
  const alone = settled === undefined && (program.openMode !== 'afterSettle' || !shares(first));
  const decided = settled === undefined ? decidedAt({ contract, program, checks }, first) : first.blockNumber;
  let gas = first.header.gasLimit;
  for (let seq = first.seq + 1n; !alone && !isOver(); seq++) {
    const task = taskAt(contract, seq);
    if (task === undefined) break;
    gas += task.header.gasLimit;
    const beside = isReadSeq(seq)
      ? task.blockNumber === first.blockNumber && isBeside(contract, first, task)
      : task.blockNumber <= decided;
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
 * first expires. One that has waited until its deadline is near may still share with those whose own is no later. `dueTime` = that of the block with which the first became due.
 */
function mayShare(first: TaskView, { logged, blockNumber, blockTime, header }: TaskView, dueTime: number): boolean {
  const { deadline } = header;
  const before = first.header.deadline - deadline;
  const isNear = before > 0 && deadline < dueTime + batchSecondsMin;
  const isLate = deadline < blockTime + batchSecondsMin || before > batchSecondsMin || isNear;
  return logged?.blockNumber === blockNumber && !isLate;
}

/** What the task leaves in public is known beforehand: not where a secret argument may be refused while it runs. */
function mayGoOn(module: Module, { header }: TaskView): boolean {
  const fn = module.functions.findIndex((one) => one.selector === header.fn);
  return fn < 0 || !opensArguments(module, fn);
}

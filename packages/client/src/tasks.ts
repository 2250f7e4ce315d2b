// Tasks: how they come to be, and where they stand. Every event is checked against the task's id, which is the hash of its header.
import type { Hex } from '@enigma/crypto';
import {
  digest,
  TASK,
  TASK_STATUS,
  type ChainPort,
  type EventOf,
  type Receipt,
  type Result,
  type Task,
} from '@enigma/protocol';
import { sendCall, type SealedCall } from './calls.ts';
import { refused } from './chainRefusal.ts';
import { checksOf, type ClientChecks } from './defences.ts';
import { ClientError, LyingRpc } from './errors.ts';
import { WITHHELD_POLLS_MAX } from './limits.ts';
import { domainOf, until, type Ports, type WaitOptions } from './ports.ts';
import { checkSettled } from './receipt.ts';
import {
  crossCheck,
  eventsOf,
  guarded,
  isNamed,
  latestOf,
  logsOf,
  type CommitteeFacts,
  type Deployed,
} from './reading.ts';
import { functionOf } from './values.ts';

/** N = the function's name, where it is known when the program is written. */
export interface CreatedTask<N extends string = string> {
  readonly taskId: Hex;
  readonly fn: N;
  readonly seq: bigint;
  readonly header: Task;
  readonly blockNumber: bigint;
  /** Of the block that holds it, when it was last read. */
  readonly blockHash: Hex;
}

export interface SettledTask<N extends string = string> extends CreatedTask<N> {
  /** Place in its receipt. */
  readonly index: number;
  readonly result: Result;
  readonly receipt: Receipt;
  readonly receiptDigest: Hex;
  readonly results: readonly Result[];
  readonly masked: Hex;
  /** Seats that the chain paid for signing, as a bitmap. */
  readonly bitmap: number;
  readonly settledBlock: bigint;
  readonly settledTx: Hex;
}

export type TaskStage = 'created' | 'settled' | 'final' | 'opened';

export interface TaskWait extends WaitOptions {
  /** Default: final. */
  readonly until?: TaskStage;
  readonly onProgress?: (progress: { readonly stage: TaskStage; readonly blockNumber: bigint }) => void;
}

/** Makes a scheduled task due, or finds it if somebody else did. Waits for the height. */
export async function triggerTask<N extends string>(
  ports: Ports,
  deployed: Deployed,
  name: N,
  options: WaitOptions = {},
): Promise<CreatedTask<N>> {
  const fn = deployed.verified.module.functions[functionOf(deployed.verified, name, ['scheduled'])];
  const schedule = deployed.contract.schedules.find((one) => one.fn === fn?.selector);
  if (fn === undefined || schedule === undefined)
    throw new ClientError(
      'NO_FUNCTION',
      `The contract has no schedule of ${name}.`,
      { name },
      'Use a function of the contract’s schedule.',
    );
  const { contractId } = deployed;
  const { height } = schedule;
  return until(ports, options, `block ${height}`, async () => {
    const latest = await latestOf(ports.chain);
    if (latest.number < height) return undefined;
    const submitted = await guarded(() => ports.chain.submit({ name: 'trigger', contractId, fn: schedule.fn, height }));
    if (submitted.ok || submitted.refusal.name === 'NonceUsed') {
      const after = submitted.ok ? submitted.blockNumber : height;
      const found = await findTask(ports, deployed, (task) => task.fn === schedule.fn && task.nonce === height, after);
      return found as CreatedTask<N> | undefined;
    }
    if (submitted.refusal.name === 'NotDue') return undefined;
    throw refused('trigger', submitted.refusal);
  });
}

/** Sends a sealed call with the port's account, and finds the task that it became. */
export async function callTask<N extends string>(
  ports: Ports,
  deployed: Deployed,
  call: SealedCall<N>,
): Promise<CreatedTask<N>> {
  const blockNumber = await sendCall(ports.chain, call);
  const found = await findTask(ports, deployed, (_, id) => id === call.taskId, blockNumber);
  if (found === undefined) throw new LyingRpc('a created task without its event');
  return found as CreatedTask<N>;
}

/** A task by its id. */
export async function readTask(ports: Ports, deployed: Deployed, taskId: Hex): Promise<CreatedTask> {
  const found = await findTask(ports, deployed, (_, id) => id === taskId, deployed.blockNumber);
  if (found !== undefined) return found;
  if ((await guarded(() => ports.chain.taskStatusOf(taskId))) !== TASK_STATUS.NONE) {
    throw new LyingRpc('the event of a task that exists is missing');
  }
  throw new ClientError(
    'NO_TASK',
    `The contract has no task ${taskId}.`,
    { taskId, contractId: deployed.contractId },
    'Check the task id and the contract.',
  );
}

async function findTask(
  ports: Ports,
  deployed: Deployed,
  wanted: (header: Task, taskId: Hex) => boolean,
  fromBlock: bigint,
): Promise<CreatedTask | undefined> {
  const checks = checksOf(ports);
  const latest = await latestOf(ports.chain);
  for (const { event, blockNumber, blockHash } of await eventsOf(
    ports.chain,
    'TaskCreated',
    fromBlock,
    latest.number,
  )) {
    if (event.contractId !== deployed.contractId || !wanted(event.header, event.taskId)) continue;
    return createdOf(ports.chain, deployed, { event, blockNumber, blockHash }, checks);
  }
  return undefined;
}

/** What an event says of a task, held against the task's id. */
export function createdOf(
  chain: ChainPort,
  { verified, contractId }: Deployed,
  {
    event,
    blockNumber,
    blockHash,
  }: { readonly event: EventOf<'TaskCreated'>; readonly blockNumber: bigint; readonly blockHash: Hex },
  checks: ClientChecks,
): CreatedTask {
  const { taskId, seq, header } = event;
  if (checks['task.id'] && digest(domainOf(chain), TASK, header) !== taskId)
    throw new LyingRpc('a task’s header does not hash to its id');
  if (checks['task.contract'] && header.contractId !== contractId) throw new LyingRpc('a task of another contract');
  const fn = verified.module.functions.find((one) => one.selector === header.fn)?.name ?? header.fn;
  return { taskId, fn, seq, header, blockNumber, blockHash };
}

/** Waits until the task's receipt is settled, then until its block is final, then, if asked, until its output is open on chain. */
export async function waitForTask<N extends string>(
  ports: Ports,
  deployed: Deployed,
  committee: CommitteeFacts,
  task: CreatedTask<N>,
  options: TaskWait = {},
): Promise<SettledTask<N>> {
  const target = options.until ?? 'final';
  options.onProgress?.({ stage: 'created', blockNumber: task.blockNumber });
  let from = task.blockNumber;
  let withheld = 0;
  let settled: SettledTask<N> | undefined;
  let stage: TaskStage = 'created';
  const checks = checksOf(ports);
  const reach = (next: TaskStage, blockNumber: bigint): void => {
    if (stage === next) return;
    stage = next;
    options.onProgress?.({ stage, blockNumber });
  };
  return until(ports, options, `${target} receipt of the task`, async () => {
    if (settled === undefined) {
      const latest = await latestOf(ports.chain);
      settled = await settledIn(ports, committee, task, from, latest.number);
      if (latest.number >= from) from = latest.number + 1n;
      if (settled === undefined) {
        const status = await guarded(() => ports.chain.taskStatusOf(task.taskId));
        withheld = status === TASK_STATUS.CREATED || status === TASK_STATUS.NONE ? 0 : withheld + 1;
        if (withheld > WITHHELD_POLLS_MAX) throw new LyingRpc('a task has ended and its event is withheld');
        return undefined;
      }
      if (checks['settled.anchor']) await checkAnchor(ports, deployed, settled);
      reach('settled', settled.settledBlock);
    }
    if (target === 'settled') return settled;
    const finalized = await guarded(() => ports.chain.finalized());
    if (finalized.number < settled.settledBlock) return undefined;
    if (stage === 'settled') {
      // A reorganisation may have taken the block that was seen.
      const still = await settledIn(ports, committee, task, settled.settledBlock, settled.settledBlock);
      if (still?.receiptDigest !== settled.receiptDigest) {
        settled = undefined;
        stage = 'created';
        from = task.blockNumber;
        return undefined;
      }
      await crossCheck(ports, settled.settledBlock);
      reach('final', settled.settledBlock);
    }
    if (target === 'final') return settled;
    if ((await guarded(() => ports.chain.taskStatusOf(task.taskId))) !== TASK_STATUS.OPENED) return undefined;
    reach('opened', finalized.number);
    return settled;
  });
}

/**
 * A receipt is computed on the history up to the block of its last task: one of another history is of other inputs. That task may be another than ours, and a reorganisation may have moved ours since it was
 * seen, so it is read again.
 */
async function checkAnchor(ports: Ports, deployed: Deployed, settled: SettledTask): Promise<void> {
  const { anchor } = settled.receipt;
  if (anchor === settled.blockHash) return;
  const isLast = (_: Task, id: Hex): boolean => id === settled.results.at(-1)?.taskId;
  const last =
    (await findTask(ports, deployed, isLast, settled.blockNumber)) ??
    (await findTask(ports, deployed, isLast, deployed.blockNumber));
  if (anchor !== last?.blockHash) throw new LyingRpc('a receipt is not of the block that holds its last task');
}

async function settledIn<N extends string>(
  ports: Ports,
  committee: CommitteeFacts,
  task: CreatedTask<N>,
  from: bigint,
  to: bigint,
): Promise<SettledTask<N> | undefined> {
  const checks = checksOf(ports);
  for (const { event, blockNumber, txHash } of await logsOf(ports.chain, from, to)) {
    if (isNamed(event, 'Expired') && event.taskId === task.taskId) {
      throw new ClientError(
        'TASK_EXPIRED',
        `The task expired at ${task.header.deadline}.`,
        { taskId: task.taskId, deadline: task.header.deadline, refund: event.refund },
        'Its escrow is refunded; create a new task with a longer window.',
      );
    }
    if (!isNamed(event, 'Settled') || event.contractId !== task.header.contractId) continue;
    const index = event.results.findIndex((result) => result.taskId === task.taskId);
    if (index < 0) continue;
    const receiptDigest = checkSettled(domainOf(ports.chain), committee, event, checks);
    if (checks['settled.place'] && event.firstSeq + BigInt(index) !== task.seq)
      throw new LyingRpc('a task is settled out of its place');
    const { receipt, results, bitmap } = event;
    return {
      ...task,
      index,
      result: results[index] as Result,
      receipt,
      receiptDigest,
      results,
      masked: event.masked[index] as Hex,
      bitmap,
      settledBlock: blockNumber,
      settledTx: txHash,
    };
  }
  return undefined;
}

/** Ends an overdue task at the head of its contract's order. */
export async function expireTask(ports: Ports, task: Pick<CreatedTask, 'header'>): Promise<void> {
  const submitted = await guarded(() => ports.chain.submit({ name: 'expire', headers: [task.header] }));
  if (!submitted.ok) throw refused('expire', submitted.refusal);
}

// `enigma trigger` and `enigma task`: make a scheduled function due, and see what became of a task.
import { type ContractHandle, isClientError, NODE_REFUSALS, type SettledTask } from '@enigma/client';
import { type Hex, TASK_STATUS } from '@enigma/protocol';
import { moneyOf } from '../bill.ts';
import type { CommandContext } from '../command.ts';
import { CliError } from '../errors.ts';
import { toJson } from '../output.ts';
import { tokens } from '../money.ts';
import { eventText } from './view.ts';
import { reaching } from '../network/submit.ts';
import { callbackAfterOpening, callbackText } from './callback.ts';
import { contractOf, findCreated, openSession, STATUS_NAMES, type SessionOptions } from '../session.ts';

export interface TriggerOptions extends SessionOptions {
  readonly wait: boolean;
}

export async function trigger(
  contractId: Hex,
  fn: string,
  options: TriggerOptions,
  { output, signal }: CommandContext,
): Promise<void> {
  const session = await openSession(options, 'keeper');
  const { chain, network } = session;
  const handle = await contractOf(session, contractId, signal);
  const selector = handle.deployed.verified.module.functions.find(
    (one) => one.name === fn && one.kind === 'scheduled',
  )?.selector;
  const height = handle.deployed.contract.schedules.find((one) => one.fn === selector)?.height;
  const { number } = await reaching(() => chain.latest(), network.rpcUrl);
  if (height !== undefined && number < height && !options.wait) {
    throw new CliError(
      'NOT_DUE',
      `${fn} is due once block ${height} has passed; the chain is at ${number}.`,
      `Try again in ${height - number + 1n} blocks, or let --wait do so.`,
      { height: String(height), latest: String(number) },
    );
  }
  const created = await handle.trigger(fn, { signal });
  output.result(
    { contractId, ...created },
    `task ${created.taskId}\n  created in block ${created.blockNumber}\nNext: npm run enigma -- task ${created.taskId} --wait`,
  );
}

export interface TaskOptions extends SessionOptions {
  readonly wait: boolean;
  readonly expire: boolean;
  readonly retryCallback: boolean;
}

export async function task(taskId: Hex, options: TaskOptions, context: CommandContext): Promise<void> {
  const { output, signal } = context;
  const session = await openSession(options, 'keeper');
  const created = await findCreated(session, taskId);
  const { contractId, header } = created;
  const handle = await contractOf(session, contractId, signal);
  const status = await reaching(() => session.chain.taskStatusOf(taskId), session.network.rpcUrl);
  if (status === TASK_STATUS.CREATED) {
    const { timestamp } = await session.chain.latest();
    if (options.expire) {
      await handle.expire({ header });
      output.result(
        { taskId, contractId, status: 'expired' },
        `task ${taskId}: ended without a result; its escrow is back`,
      );
      return;
    }
    if (timestamp > header.deadline) {
      const late = timestamp - header.deadline;
      throw new CliError(
        'TASK_EXPIRED',
        `The task's deadline passed ${late} s ago and no receipt came.`,
        `End it with "enigma task ${taskId} --expire": its escrow goes back to ${header.payer}.`,
        { taskId, deadline: header.deadline },
      );
    }
  }
  if (options.retryCallback) return retry(handle, taskId, context);
  const reports = await handle.nodes(taskId, signal);
  const nodes = reports.map(({ seat, node, task: told, refusal }) => ({ seat, node, ...told, refusal }));
  if (status === TASK_STATUS.CREATED && !options.wait) {
    const stages = nodes.map(({ node, stage, refusal }) => {
      const said = refusal === undefined ? 'no answer' : `${refusal}: ${NODE_REFUSALS[refusal].says}`;
      return `  node ${node}  ${stage ?? said}`;
    });
    output.result(
      { taskId, contractId, status: STATUS_NAMES[status], nodes },
      [`task ${taskId}: created, not settled yet`, ...stages, 'With --wait the command waits for the result.'].join(
        '\n',
      ),
    );
    return;
  }
  const settled = await settledOf(handle, taskId, context);
  const opened = await handle.openOutput(settled, { signal });
  const callback = options.wait ? await callbackAfterOpening(handle, settled, signal) : await handle.callback(settled);
  const money = moneyOf(settled, handle.committee.n);
  const text = [
    `task ${taskId}: ${STATUS_NAMES[await session.chain.taskStatusOf(taskId)] ?? status}`,
    `  function  ${settled.fn}`,
    `  result    ${toJson(opened.value).replaceAll(/\s+/g, ' ')}`,
    `  receipt   ${settled.receiptDigest}, block ${settled.settledBlock}, signed by seats ${opened.proof.signers.join(', ')}`,
    `  pay       ${tokens(money.perSeat)} per seat; ${tokens(money.refund)} back; tip ${tokens(money.tipToSubmitter + money.tipToOpener)}`,
    ...eventText(opened.events),
    ...callbackText(taskId, callback).map((line) => `  callback  ${line}`),
  ].join('\n');
  const { receipt, receiptDigest, settledBlock, settledTx, result } = settled;
  output.result(
    {
      taskId,
      contractId,
      status: 'settled',
      fn: settled.fn,
      value: opened.value,
      events: opened.events,
      receipt: {
        digest: receiptDigest,
        ...receipt,
        block: settledBlock,
        transaction: settledTx,
        signers: opened.proof.signers,
      },
      result,
      money,
      callback,
      nodes,
    },
    text,
  );
}

async function retry(handle: ContractHandle, taskId: Hex, { output }: CommandContext): Promise<void> {
  const callback = await handle.retryCallback(taskId);
  if (callback.status === 'done')
    return output.result({ taskId, callback }, `task ${taskId}: ${callbackText(taskId, callback).join('; ')}`);
  throw new CliError(
    'CALLBACK_OWED',
    `The callee of task ${taskId} was told again and did not take it: it reverted, ran out of its gas, or has no code.`,
    'Mend the callee and try again; the gas is the header’s and cannot be changed.',
    { taskId },
  );
}

async function settledOf(
  handle: ContractHandle,
  taskId: Hex,
  { output, signal }: CommandContext,
): Promise<SettledTask> {
  try {
    return await handle.waitForTask(taskId, { signal, onProgress: ({ stage }) => output.progress(`task ${stage}`) });
  } catch (error) {
    if (isClientError(error, 'TASK_EXPIRED'))
      throw new CliError('TASK_EXPIRED', error.message.replace(error.next, '').trimEnd(), error.next, {
        taskId,
        ...error.facts,
      });
    throw error;
  }
}

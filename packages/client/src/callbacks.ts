// The contract that a call names to be told its result: whether it was told, and telling it again.
import type { Hex } from '@enigma/crypto';
import { ZERO_ADDRESS, type ChainPort } from '@enigma/protocol';
import type { Callback } from './calls.ts';
import { refused } from './chainRefusal.ts';
import { checksOf } from './defences.ts';
import { ClientError, LyingRpc } from './errors.ts';
import type { Ports } from './ports.ts';
import { guarded, latestOf, logsOf } from './reading.ts';
import type { CreatedTask } from './tasks.ts';

/**
 * none: the call names nobody. waiting: its output is not open on chain yet; a task that did not end OK has none, and tells nobody. done: the callee took it. owed: it did not, and can be told again.
 */
export type CallbackState =
  | { readonly status: 'none' }
  | (Callback & { readonly status: 'waiting' })
  | (Callback & {
      readonly status: 'done' | 'owed';
      /** Of the last attempt. */
      readonly blockNumber: bigint;
      readonly txHash: Hex;
    });

type Told = Pick<CreatedTask, 'taskId' | 'header' | 'blockNumber'>;

interface Followed {
  readonly state: CallbackState;
  /** As the chain shows it. */
  readonly output: Hex | undefined;
}

export async function callbackOf(ports: Ports, task: Told): Promise<CallbackState> {
  return (await follow(ports, task)).state;
}

async function follow(ports: Ports, { taskId, header, blockNumber: from }: Told): Promise<Followed> {
  if (header.callback === ZERO_ADDRESS) return { state: { status: 'none' }, output: undefined };
  const { number } = await latestOf(ports.chain);
  const callback = { target: header.callback, gas: header.callbackGas };
  let state: CallbackState = { ...callback, status: 'waiting' };
  let output: Hex | undefined;
  for (const { event, blockNumber, txHash } of await logsOf(ports.chain, from, number)) {
    if (event.name === 'Opened' && event.taskId === taskId) ({ output } = event);
    if (event.name === 'CallbackDone' && event.taskId === taskId)
      state = { ...callback, status: event.ok ? 'done' : 'owed', blockNumber, txHash };
  }
  const owed = (await guarded(() => ports.chain.owedCallbackOf(taskId, number))) !== undefined;
  if (checksOf(ports)['callback.owed'] && owed !== (state.status === 'owed'))
    throw new LyingRpc('events of a callback are not what the chain holds of it');
  return { state, output };
}

/** Tells the callee again, as the account of `by`, which pays the gas. Answers with how it stands then. */
export async function retryCallback(ports: Ports, task: Told, by: ChainPort = ports.chain): Promise<CallbackState> {
  const { state, output } = await follow(ports, task);
  if (state.status !== 'owed')
    throw new ClientError(
      'NO_CALLBACK',
      `No callback of the task is owed: ${state.status}.`,
      { taskId: task.taskId, status: state.status },
      NEXT[state.status],
    );
  if (output === undefined) throw new LyingRpc('an output is open and its event is withheld');
  const submitted = await guarded(() => by.submit({ name: 'retryCallback', header: task.header, output }));
  if (!submitted.ok) throw refused('retryCallback', submitted.refusal);
  return callbackOf(ports, task);
}

const NEXT: Readonly<Record<Exclude<CallbackState['status'], 'owed'>, string>> = {
  none: 'Name a callee when you create the task; a header cannot be changed afterwards.',
  waiting: 'Wait until the output is open on chain.',
  done: 'There is nothing to do: a callee is told once.',
};

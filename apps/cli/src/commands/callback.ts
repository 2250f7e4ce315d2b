// What became of the contract that a call names to be told its result.
import { type CallbackState, type ContractHandle, isClientError, type SettledTask } from '@enigma/client';
import type { Hex } from '@enigma/protocol';
import { publicOpeningTimeoutMs } from '../limits.ts';

/** Waits for the output on chain, with which the callee is told; without a callee it waits for nothing. */
export async function callbackAfterOpening(
  handle: ContractHandle,
  task: SettledTask,
  signal: AbortSignal,
): Promise<CallbackState> {
  const state = await handle.callback(task);
  if (state.status !== 'waiting') return state;
  try {
    await handle.waitForTask(task, { until: 'opened', signal, timeoutMs: publicOpeningTimeoutMs });
  } catch (error) {
    if (!isClientError(error, 'TIMED_OUT')) throw error;
  }
  return handle.callback(task);
}

export function callbackText(taskId: Hex, state: CallbackState): readonly string[] {
  switch (state.status) {
    case 'none':
      return [];
    case 'waiting':
      return [`${state.target} is told once the output is open on chain`];
    case 'done':
      return [`${state.target} was told, block ${state.blockNumber}`];
    case 'owed':
      return [
        `${state.target} did not take it, block ${state.blockNumber}`,
        `tell it again: npm run enigma -- task ${taskId} --retry-callback`,
      ];
  }
}

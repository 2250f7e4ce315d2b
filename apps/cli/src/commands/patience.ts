// How long a task may take before we say that it is stuck, and what each node then says of itself: nobody waits for ever on a word that does not come.
import { type ContractHandle, isClientError, type NodeReport, type SettledTask } from '@enigma/client';
import { API_PATH } from '@enigma/protocol';
import { CliError } from '../errors.ts';
import { requestTimeoutMs, tallyPatienceMs } from '../limits.ts';

export interface Patience {
  /** Voters times alternatives: what the computation grows with. */
  readonly comparisons: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: { readonly stage: string }) => void;
  /** Tests alone: less patience. */
  readonly patienceMs?: number;
}

type Created = Awaited<ReturnType<ContractHandle['trigger']>>;

/** Waits for the receipt, but not for ever. */
export async function waitPatiently(
  handle: Pick<ContractHandle, 'waitForTask' | 'nodes'>,
  created: Created,
  { comparisons, signal, onProgress, patienceMs = tallyPatienceMs(comparisons) }: Patience,
): Promise<SettledTask> {
  try {
    return await handle.waitForTask(created, { signal, onProgress, timeoutMs: patienceMs });
  } catch (error) {
    if (!isClientError(error, 'TIMED_OUT')) throw error;
    const reports = await handle.nodes(created.taskId, signal).catch((): readonly NodeReport[] => []);
    const lines = await Promise.all(reports.map(async (report) => lineOf(report, await healthOf(report.apiUrl))));
    throw new CliError(
      'TASK_STUCK',
      `The task ${created.taskId} has no receipt after ${Math.round(patienceMs / 1000)} seconds.\n${lines.join('\n')}`,
      'Run it again with --keep on a machine with less to do; if it stops again, the last lines of each node.log ("session.refused", "session.aborted") say what the seats wait for.',
      { taskId: created.taskId, nodes: reports.map(({ node, task }) => ({ node, stage: task?.stage ?? null })) },
    );
  }
}

function lineOf({ node, seat, task }: NodeReport, health: string): string {
  const work = task === undefined ? 'does not say where the task is' : `task ${task.stage}, attempt ${task.attempt}`;
  return `  node ${node}, seat ${seat}: ${API_PATH.health} ${health}; ${work}`;
}

async function healthOf(apiUrl: string): Promise<string> {
  try {
    const response = await fetch(`${apiUrl}${API_PATH.health}`, { signal: AbortSignal.timeout(requestTimeoutMs) });
    return `${response.status} ${(await response.text()).slice(0, 200)}`;
  } catch {
    return 'gives no answer';
  }
}

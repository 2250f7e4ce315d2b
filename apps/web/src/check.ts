// One task checked by the client's own code, in this browser: code, committee, task, receipt, signatures, and the opening of the result from the seats' pieces.
import {
  connect,
  isClientError,
  type CommitteeFacts,
  type NodeReport,
  type OpenedOutput,
  type SettledTask,
  type TaskRecord,
} from '@enigma/client';
import { useEffect, useState } from 'react';
import type { Connection } from './network.ts';

export type Check =
  /** Not final yet: there is nothing to open. */
  | { readonly kind: 'early' }
  | { readonly kind: 'running' }
  | {
      readonly kind: 'done';
      readonly settled: SettledTask;
      readonly opened: OpenedOutput;
      readonly committee: CommitteeFacts;
    }
  /** `ended`: the task has no result, which the receipt proves; nothing is wrong with the check. */
  | { readonly kind: 'failed'; readonly error: unknown; readonly ended: boolean };

const CHECK_TIMEOUT_MS = 60_000;
const REPORTS_PAUSE_MS = 1500;

/** `ready`: the receipt is final. `again`: changes when somebody asks for another check. */
export function useCheck(task: TaskRecord, ready: boolean, again: number, connection: Connection): Check {
  const [found, setFound] = useState<{ readonly run: string; readonly check: Check }>();
  const { taskId, contractId } = task;
  const run = `${taskId} ${again}`;
  const isMine = task.header.sender === connection.caller.address;
  useEffect(() => {
    if (!ready) return undefined;
    const leaving = new AbortController();
    const { signal } = leaving;
    runCheck(connection, contractId, taskId, isMine, signal)
      .catch((error: unknown): Check => ({ kind: 'failed', error, ended: isEnding(error) }))
      .then((check) => !signal.aborted && setFound({ run, check }))
      .catch(() => undefined);
    return () => leaving.abort();
  }, [taskId, contractId, isMine, ready, run, connection]);
  if (!ready) return { kind: 'early' };
  return found?.run === run ? found.check : { kind: 'running' };
}

async function runCheck(
  { ports, facts, caller }: Connection,
  contractId: TaskRecord['contractId'],
  taskId: TaskRecord['taskId'],
  isMine: boolean,
  signal: AbortSignal,
): Promise<Check> {
  const options = { signal, timeoutMs: CHECK_TIMEOUT_MS };
  const handle = await connect(ports).contract(contractId, { ...options, fromBlock: BigInt(facts.book.deployedBlock) });
  const settled = await handle.waitForTask(taskId, options);
  const opened = await handle.openOutput(settled, isMine ? { ...options, sender: caller } : options);
  return { kind: 'done', settled, opened, committee: handle.committee };
}

function isEnding(error: unknown): boolean {
  return isClientError(error) && error.code.startsWith('TASK_');
}

/** What the seats say of a task that is under way. */
export function useReports(task: TaskRecord, asking: boolean, { ports, facts }: Connection): readonly NodeReport[] {
  const [reports, setReports] = useState<readonly NodeReport[]>([]);
  const { taskId, contractId } = task;
  useEffect(() => {
    if (!asking) return undefined;
    const leaving = new AbortController();
    const { signal } = leaving;
    const ask = async (): Promise<void> => {
      const handle = await connect(ports).contract(contractId, {
        signal,
        timeoutMs: CHECK_TIMEOUT_MS,
        fromBlock: BigInt(facts.book.deployedBlock),
      });
      while (!signal.aborted) {
        const told = await handle.nodes(taskId, signal);
        if (!signal.aborted) setReports(told);
        await ports.sleep(REPORTS_PAUSE_MS);
      }
    };
    // Without reports the page shows what the chain has.
    ask().catch(() => undefined);
    return () => leaving.abort();
  }, [taskId, contractId, asking, ports, facts]);
  return reports;
}

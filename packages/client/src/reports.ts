// What the nodes say of themselves: for progress and bills, never for results. Signed, but nobody checks that it is true.
import type { Hex } from '@enigma/crypto';
import { API_PATH, type ApiError, type NodeInfo, type TaskBody } from '@enigma/protocol';
import { askSeat, isRecord } from './asking.ts';
import { domainOf, type Ports } from './ports.ts';
import type { CommitteeFacts } from './reading.ts';
import { nodeCode } from './refusals.ts';

export interface NodeReport {
  readonly seat: number;
  readonly node: number;
  readonly apiUrl: string;
  /** Undefined where the node gave no answer in its form. */
  readonly info: NodeInfo | undefined;
  readonly task: TaskBody | undefined;
  /** What it said instead of where the task is. */
  readonly refusal?: ApiError['code'];
}

export async function readReports(
  ports: Ports,
  committee: CommitteeFacts,
  taskId: Hex | undefined,
  signal?: AbortSignal,
): Promise<readonly NodeReport[]> {
  const domain = domainOf(ports.chain);
  return Promise.all(
    committee.seats.map(async (seat): Promise<NodeReport> => {
      const [info, task] = await Promise.all([
        askSeat(ports, domain, seat, API_PATH.node, signal),
        taskId === undefined ? undefined : askSeat(ports, domain, seat, `${API_PATH.task}/${taskId}`, signal),
      ]);
      return {
        seat: seat.seat,
        node: seat.node,
        apiUrl: seat.apiUrl,
        info:
          info.kind === 'body' && isRecord(info.body) && hasNumbers(info.body, ['index', 'bytesIn', 'bytesOut'])
            ? (info.body as unknown as NodeInfo)
            : undefined,
        task:
          task?.kind === 'body' &&
          isRecord(task.body) &&
          hasNumbers(task.body, ['attempt', 'openings', 'rounds', 'maskedEntries'])
            ? (task.body as unknown as TaskBody)
            : undefined,
        ...(task?.kind === 'refused' ? { refusal: nodeCode(task.code) } : {}),
      };
    }),
  );
}

function hasNumbers(body: Readonly<Record<string, unknown>>, names: readonly string[]): boolean {
  return names.every((name) => typeof body[name] === 'number');
}

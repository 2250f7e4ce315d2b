// What the nodes say of themselves: for progress and bills, never for results. Signed, but nobody checks that it is true.
import type { Hex } from '@enigma/crypto';
import { API_PATH, type ApiError, type NodeInfo, type SeatState, type TaskBody } from '@enigma/protocol';
import { askSeat, isHex, isRecord } from './asking.ts';
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
        info: info.kind === 'body' && isInfo(info.body) ? info.body : undefined,
        task: task?.kind === 'body' && isTask(task.body) ? task.body : undefined,
        ...(task?.kind === 'refused' ? { refusal: nodeCode(task.code) } : {}),
      };
    }),
  );
}

const SEAT_STATES: readonly unknown[] = [
  'Starting',
  'Serving',
  'Repairing',
  'Superseded',
  'Failed',
] satisfies readonly SeatState[];

function isInfo(body: unknown): body is NodeInfo {
  if (!isRecord(body) || !hasCounts(body, ['index', 'chainId', 'bytesIn', 'bytesOut'])) return false;
  const { signer, tasksAddress, committees } = body;
  return isHex(signer, 20) && isHex(tasksAddress, 20) && Array.isArray(committees) && committees.every(isCommittee);
}

function isCommittee(one: unknown): boolean {
  return (
    isRecord(one) &&
    isHex(one['committeeId'], 32) &&
    isHex(one['contractId'], 32) &&
    hasCounts(one, ['seat']) &&
    typeof one['serving'] === 'boolean' &&
    SEAT_STATES.includes(one['state'])
  );
}

function isTask(body: unknown): body is TaskBody {
  return (
    isRecord(body) &&
    typeof body['stage'] === 'string' &&
    hasCounts(body, ['attempt', 'openings', 'rounds', 'maskedEntries']) &&
    (body['receiptDigest'] === null || isHex(body['receiptDigest'], 32))
  );
}

function hasCounts(body: Readonly<Record<string, unknown>>, names: readonly string[]): boolean {
  return names.every((name) => Number.isSafeInteger(body[name]) && (body[name] as number) >= 0);
}

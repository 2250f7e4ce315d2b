// What a node says in numbers, as one table: every name with its kind, its words and the labels that it may have. Whoever adds one finds a test that asks for it in the docs, the dashboard or an alert, and
// an alert on a name that is not here fails. Labels have few values, all known before a peer or a client says anything; none is a secret, a share or a body.
import { ABORT_REASON } from '@enigma/mpc/session';
import { RESULT_STATUS } from '@enigma/protocol';
import type { TaskStage } from '@enigma/protocol';

export interface Metric {
  readonly kind: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  /** By name, the values that it may have; `count` bounds those that are numbers of nodes. Others become `other`. */
  readonly labels?: Readonly<Record<string, readonly string[] | { readonly count: number }>>;
  /** Upper ends of a histogram's classes. */
  readonly buckets?: readonly number[];
}

/** In which a task can be found that has not ended. */
export const OPEN_STAGES: readonly TaskStage[] = [
  'Final',
  'Queued',
  'Reserved',
  'Running',
  'Aborted',
  'Staged',
  'Signed',
  'Quorum',
  'Submitted',
  'SettledFinal',
  'Superseded',
];
export const ENDED_CODES: readonly string[] = [...Object.keys(RESULT_STATUS), 'EXPIRED'];
export const SEAT_STATES: readonly string[] = ['Starting', 'Serving', 'Repairing', 'Superseded', 'Failed'];
const POOL_KINDS = ['triple', 'and', 'daBit'];
const NODES = { count: 32 };

export const METRICS: Readonly<Record<string, Metric>> = {
  enigma_ready: { kind: 'gauge', help: '1 while GET /ready answers 200' },
  enigma_draining: { kind: 'gauge', help: '1 while the node begins nothing new' },
  enigma_start_number: { kind: 'gauge', help: 'number of this start, which peers remember' },
  enigma_seats: { kind: 'gauge', help: 'seats by state', labels: { state: SEAT_STATES } },
  enigma_contracts_failed: { kind: 'gauge', help: 'contracts that stand still after an error of ours' },
  enigma_contracts_stalled: { kind: 'gauge', help: 'contracts whose events contradict each other' },
  enigma_tasks: { kind: 'gauge', help: 'tasks that have not ended, by stage', labels: { stage: OPEN_STAGES } },
  enigma_tasks_ended_total: { kind: 'counter', help: 'tasks that ended, by code', labels: { code: ENDED_CODES } },
  enigma_task_attempts: {
    kind: 'histogram',
    help: 'attempts that a settled task took',
    buckets: [1, 2, 3, 4, 5],
  },
  enigma_settle_lag_blocks: {
    kind: 'histogram',
    help: 'blocks from a task to its settlement',
    buckets: [2, 4, 8, 16, 32, 64, 128, 256],
  },
  enigma_participation_ratio: {
    kind: 'gauge',
    help: 'share of the last receipts of its committees on chain that carry this node’s signature, or were claimed since; 1 without any',
  },
  enigma_participation_receipts: { kind: 'gauge', help: 'receipts that enigma_participation_ratio is over' },
  enigma_sessions_aborted_total: {
    kind: 'counter',
    help: 'attempts that ended without a result, by reason',
    labels: { reason: Object.keys(ABORT_REASON) },
  },
  enigma_abort_pairs_total: {
    kind: 'counter',
    help: 'attempts that ended between two nodes, by their numbers',
    labels: { a: NODES, b: NODES },
  },
  enigma_nodes_blamed_total: { kind: 'counter', help: 'lies shown, by node', labels: { node: NODES } },
  enigma_rounds_total: { kind: 'counter', help: 'rounds of finished tasks' },
  enigma_opened_values_total: { kind: 'counter', help: 'masked values opened in finished tasks' },
  enigma_opening_bytes_total: { kind: 'counter', help: 'bytes of those openings to and from one seat, by the plan' },
  enigma_pool_items: { kind: 'gauge', help: 'material that is ready, by kind', labels: { kind: POOL_KINDS } },
  enigma_pool_used_total: {
    kind: 'counter',
    help: 'material that finished tasks have used',
    labels: { kind: POOL_KINDS },
  },
  enigma_batches_failed_total: { kind: 'counter', help: 'batches of material that were burnt' },
  enigma_sign_refusals_total: { kind: 'counter', help: 'signatures refused because a slot holds another digest' },
  enigma_fork_locks_total: { kind: 'counter', help: 'openings refused because the version was opened already' },
  enigma_peer_faults_total: { kind: 'counter', help: 'what peers did that the protocol does not allow' },
  enigma_links: { kind: 'gauge', help: 'links that are up' },
  enigma_links_needed: { kind: 'gauge', help: 'links that the largest committee needs' },
  enigma_link_bytes_total: { kind: 'counter', help: 'bytes on links', labels: { direction: ['in', 'out'] } },
  enigma_cursor_lag_blocks: { kind: 'gauge', help: 'final blocks of the chain that are not read yet' },
  enigma_chain_age_seconds: { kind: 'gauge', help: 'this machine’s clock less the time of the latest block' },
  enigma_chain_reachable: { kind: 'gauge', help: '1 while the endpoint answers' },
  enigma_reorgs_total: { kind: 'counter', help: 'replacements of blocks that were not final' },
  enigma_reorg_depth_blocks: { kind: 'gauge', help: 'the deepest of them since the start, at least' },
  enigma_event_loop_lag_p99_seconds: { kind: 'gauge', help: 'how late the process gets to its work' },
  enigma_fsync_p99_seconds: { kind: 'gauge', help: 'what a synced write of the last ones took' },
  enigma_resident_bytes: { kind: 'gauge', help: 'memory of the process' },
  enigma_requests_refused_total: {
    kind: 'counter',
    help: 'API requests refused, by code',
    labels: { code: ['BUSY', 'TOO_LARGE', 'INTERNAL'] },
  },
  enigma_gas_balance_ether: { kind: 'gauge', help: 'what the operator’s account holds for gas' },
  enigma_gas_days_left: { kind: 'gauge', help: 'how long that lasts at the rate since the start, at most 3650' },
  enigma_credit_tokens: { kind: 'gauge', help: 'what the node has earned and not collected' },
  enigma_stake_units: { kind: 'gauge', help: 'units staked, which are at risk' },
};

export interface Sample {
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

/** The text that Prometheus reads. Names without a sample are left out; a sample without a name is a fault of ours. */
export function exposition(samples: readonly Sample[]): string {
  const byName = Map.groupBy(samples, ({ name }) =>
    name.replace(/_(bucket|sum|count)$/, (end) => (METRICS[name] ? end : '')),
  );
  for (const name of byName.keys()) if (METRICS[name] === undefined) throw new Error(`${name} is in no table`);
  return Object.entries(METRICS)
    .flatMap(([name, { kind, help }]) => {
      const lines = (byName.get(name) ?? []).map(line);
      return lines.length === 0 ? [] : [`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`, ...lines];
    })
    .concat('')
    .join('\n');
}

function line({ name, labels = {}, value }: Sample): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${text.replaceAll(/["\\\n]/g, '_')}"`);
  return `${name}${pairs.length === 0 ? '' : `{${pairs.join()}}`} ${Number.isNaN(value) ? 'NaN' : value}`;
}

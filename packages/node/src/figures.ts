// A node in numbers: what its log lines count, and what can be read off it whenever somebody asks.
import { ABORT_REASON } from '@enigma/mpc/session';
import type { Log, LogCode, LogFacts } from './log.ts';
import { participationReceipts } from './limits.ts';
import { OPEN_STAGES, SEAT_STATES, type Sample } from './metrics.ts';
import type { Node } from './node.ts';
import type { Tally } from './tally.ts';

const REASONS = new Map<number, string>(Object.entries(ABORT_REASON).map(([name, reason]) => [reason, name]));

const COUNTED: Partial<Record<LogCode, (tally: Tally, facts: LogFacts) => void>> = {
  'sign.refused': (tally) => tally.add('enigma_sign_refusals_total'),
  'fork.locked': (tally) => tally.add('enigma_fork_locks_total'),
  'session.batchFailed': (tally) => tally.add('enigma_batches_failed_total'),
  'seat.blamed': (tally, { node }) => tally.add('enigma_nodes_blamed_total', 1, { node: String(node) }),
  'session.aborted'(tally, { reason, a, b }) {
    tally.add('enigma_sessions_aborted_total', 1, { reason: REASONS.get(Number(reason)) ?? 'other' });
    if (a !== undefined && b !== undefined) tally.add('enigma_abort_pairs_total', 1, { a: String(a), b: String(b) });
  },
};

/** The same log, whose lines are counted. */
export function counted(log: Log, tally: Tally): Log {
  return (code, facts = {}) => {
    COUNTED[code]?.(tally, facts);
    log(code, facts);
  };
}

/** Everything about a node that its own core knows. */
export function figuresOf(node: Node, nowMs: number): readonly Sample[] {
  const { view, ...watch } = node.watch();
  const ready = node.ready();
  const stats = node.linkStats();
  const one = (name: string, value: number | bigint | boolean): Sample => ({ name, value: Number(value) });
  const { signed, receipts } = participation(node);
  return [
    one('enigma_ready', ready.ready),
    one('enigma_draining', node.draining()),
    one('enigma_start_number', node.boot()),
    ...seats(node),
    one('enigma_contracts_failed', node.failures().length),
    one('enigma_contracts_stalled', [...view.contracts.values()].filter(({ stalled }) => stalled !== undefined).length),
    ...tasks(node),
    one('enigma_participation_ratio', receipts === 0 ? 1 : signed / receipts),
    one('enigma_participation_receipts', receipts),
    ...pools(node),
    one('enigma_links', ready.peers),
    one('enigma_links_needed', ready.peersNeeded),
    { name: 'enigma_link_bytes_total', labels: { direction: 'in' }, value: stats.bytesIn },
    { name: 'enigma_link_bytes_total', labels: { direction: 'out' }, value: stats.bytesOut },
    one('enigma_cursor_lag_blocks', watch.chainFinalized - watch.finalizedNumber),
    one('enigma_chain_age_seconds', watch.latestTime === 0 ? NaN : nowMs / 1000 - watch.latestTime),
    one('enigma_reorg_depth_blocks', watch.reorgDepth),
    ...node.tally.samples().filter(({ name }) => !READ_OFF.includes(name)),
    one('enigma_reorgs_total', watch.reorgs),
  ];
}

/** Counters that somebody else keeps. */
const READ_OFF = ['enigma_reorgs_total', 'enigma_link_bytes_total'];

function seats(node: Node): readonly Sample[] {
  const states = node.seats().map((seat) => node.stateOf(seat));
  return SEAT_STATES.map((state) => ({
    name: 'enigma_seats',
    labels: { state },
    value: states.filter((found) => found === state).length,
  }));
}

function tasks(node: Node): readonly Sample[] {
  const counts = new Map<string, number>(OPEN_STAGES.map((stage) => [stage, 0]));
  const more = (stage: string, by: number): void => void counts.set(stage, (counts.get(stage) ?? 0) + by);
  for (const { stages } of node.seats()) {
    for (const { stage } of stages.open()) more(stage, 1);
    more('Queued', stages.queued());
  }
  return [...counts].map(([stage, value]) => ({ name: 'enigma_tasks', labels: { stage }, value }));
}

function pools(node: Node): readonly Sample[] {
  const kinds = new Map<string, number>([
    ['triple', 0],
    ['and', 0],
    ['daBit', 0],
  ]);
  for (const { pool, available } of node.seats().flatMap((seat) => seat.pools()))
    kinds.set(pool, (kinds.get(pool) ?? 0) + available);
  return [...kinds].map(([kind, value]) => ({ name: 'enigma_pool_items', labels: { kind }, value }));
}

/** Of the last receipts of this node's committees, which ones it has signed or claimed since. */
function participation(node: Node): { readonly signed: number; readonly receipts: number } {
  const all = node.seats().flatMap(({ host: { contract, committee, seat } }) =>
    [...contract.settlements.values()]
      .slice(-participationReceipts)
      .filter(({ receipt }) => receipt.committeeId === committee.committeeId && receipt.count > 0)
      .map(({ blockNumber, bitmap, claimed }) => ({
        blockNumber,
        mine: ((bitmap >>> seat) & 1) === 1 || claimed.has(seat),
      })),
  );
  const last = all.toSorted((a, b) => Number(b.blockNumber - a.blockNumber)).slice(0, participationReceipts);
  return { signed: last.filter(({ mine }) => mine).length, receipts: last.length };
}

// `enigma node status --folder FOLDER`: what the node of a folder serves, owes and has.
import type { CommandContext } from '../command.ts';
import { runningProcess } from '../operator/process.ts';

export async function folderStatus(folder: string, { output }: CommandContext): Promise<void> {
  const node = await runningProcess(folder);
  const [duties, ready, metrics] = await Promise.all([node.duties(), node.ready(), node.metrics()]);
  const value = (name: string): number | null => {
    const found = metrics.get(name);
    return found === undefined || Number.isNaN(found) ? null : found;
  };
  const byLabel = (name: string, label: string): Record<string, number> =>
    Object.fromEntries(
      [...metrics].flatMap(([key, count]) => {
        const found = new RegExp(`^${name}\\{${label}="(\\w+)"\\}$`).exec(key)?.[1];
        return found === undefined || count === 0 ? [] : [[found, count]];
      }),
    );
  const document = {
    node: node.index,
    pid: node.pid,
    ...ready,
    draining: duties.draining,
    inHand: duties.inHand,
    start: value('enigma_start_number'),
    seats: duties.seats,
    failed: duties.failed,
    tasks: byLabel('enigma_tasks', 'stage'),
    ended: byLabel('enigma_tasks_ended_total', 'code'),
    pools: byLabel('enigma_pool_items', 'kind'),
    participation: value('enigma_participation_ratio'),
    creditTokens: value('enigma_credit_tokens'),
    stakeUnits: value('enigma_stake_units'),
    gasEther: value('enigma_gas_balance_ether'),
    gasDaysLeft: value('enigma_gas_days_left'),
  };
  output.result(document, text(document));
}

type Document = Parameters<typeof text>[0];

function text(status: {
  readonly node: number;
  readonly pid: number;
  readonly ready: boolean;
  readonly draining: boolean;
  readonly start: number | null;
  readonly seats: Awaited<ReturnType<Awaited<ReturnType<typeof runningProcess>>['duties']>>['seats'];
  readonly failed: readonly { readonly contractId: string }[];
  readonly tasks: Readonly<Record<string, number>>;
  readonly ended: Readonly<Record<string, number>>;
  readonly pools: Readonly<Record<string, number>>;
  readonly participation: number | null;
  readonly creditTokens: number | null;
  readonly stakeUnits: number | null;
  readonly gasEther: number | null;
  readonly gasDaysLeft: number | null;
}): string {
  const said = (value: number | null, unit: string): string =>
    value === null ? `not known yet` : `${Number(value.toPrecision(6))}${unit}`;
  const counts = (of: Readonly<Record<string, number>>): string =>
    Object.entries(of)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ') || 'none';
  const owed = status.seats.flatMap(({ duties }) => duties);
  return [
    `node ${status.node}, process ${status.pid}, start ${status.start ?? '?'}: ${status.draining ? 'draining' : status.ready ? 'ready' : 'not ready'}`,
    ...status.seats.map(
      ({ seat, contractId, state, tenureEnd, queued }) =>
        `  seat ${seat} of ${contractId.slice(0, 10)}…: ${state}, until epoch ${tenureEnd}${queued > 0 ? `, ${queued} tasks wait` : ''}`,
    ),
    ...status.failed.map(
      ({ contractId }) =>
        `  ${contractId.slice(0, 10)}… stands still after an error of the node: docs/runbook/ContractFailed.md`,
    ),
    `  tasks: ${counts(status.tasks)}; ended since the start: ${counts(status.ended)}`,
    ...owed.map(
      ({ taskId, stage, attempt, owes, until }) =>
        `  owes ${taskId.slice(0, 10)}…: ${owes} (${stage}, attempt ${attempt})${until === null ? '' : ` until ${new Date(until * 1_000).toISOString()}`}`,
    ),
    `  material: ${counts(status.pools)}`,
    `  signed ${said(status.participation === null ? null : 100 * status.participation, ' %')} of the last receipts`,
    `  credit ${said(status.creditTokens, ' tokens')}, stake ${said(status.stakeUnits, ' units')}`,
    `  gas ${said(status.gasEther, ' ether')}, for ${status.gasDaysLeft !== null && status.gasDaysLeft >= 3_650 ? 'years' : said(status.gasDaysLeft, ' days')} at the rate since the start`,
  ].join('\n');
}

export type StatusDocument = Document;

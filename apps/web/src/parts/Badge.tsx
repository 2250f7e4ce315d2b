import type { ContractRecord, NodeHealth, TaskRecord } from '@enigma/client';
import type { ReactNode } from 'react';
import { useLanguage } from '../locale.tsx';
import type { AuctionStage } from '../views/auction.ts';
import { stateOf, type TaskState } from '../views/walk.ts';

/** plain: nothing to do. good: as it should be. busy: under way. bad: somebody should look. */
export type Tone = 'plain' | 'good' | 'busy' | 'bad';

export function Badge({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }): ReactNode {
  return <span className={`badge ${tone}`}>{children}</span>;
}

const TASK_TONES: Readonly<Record<TaskState, Tone>> = {
  created: 'busy',
  settled: 'busy',
  final: 'good',
  opened: 'good',
  failed: 'bad',
  expired: 'bad',
};

export function TaskBadge(props: { readonly task: TaskRecord; readonly finalized: bigint }): ReactNode {
  const { t } = useLanguage();
  const state = stateOf(props.task, props.finalized);
  return <Badge tone={TASK_TONES[state]}>{t(`task.state.${state}`)}</Badge>;
}

const AUCTION_TONES: Readonly<Record<AuctionStage, Tone>> = {
  open: 'good',
  closed: 'plain',
  settling: 'busy',
  settled: 'good',
};

export function AuctionBadge({ stage }: { readonly stage: AuctionStage }): ReactNode {
  const { t } = useLanguage();
  return <Badge tone={AUCTION_TONES[stage]}>{t(`auction.stage.${stage}`)}</Badge>;
}

const STAGE_TONES: Readonly<Record<ContractRecord['stage'], Tone>> = {
  new: 'busy',
  drawn: 'busy',
  serving: 'good',
  degraded: 'bad',
  lost: 'bad',
};

export function ContractBadge({ record }: { readonly record: ContractRecord }): ReactNode {
  const { t } = useLanguage();
  if (!record.program.ok) return <Badge tone="bad">{t('contract.refused')}</Badge>;
  return <Badge tone={STAGE_TONES[record.stage]}>{t(`contract.stage.${record.stage}`)}</Badge>;
}

export type ShownHealth = NodeHealth | 'asking' | 'notAsked';

const HEALTH_TONES: Readonly<Record<ShownHealth, Tone>> = {
  asking: 'plain',
  notAsked: 'plain',
  ready: 'good',
  notReady: 'busy',
  silent: 'bad',
  unsigned: 'bad',
};

export function HealthBadge({ health }: { readonly health: ShownHealth }): ReactNode {
  const { t } = useLanguage();
  return <Badge tone={HEALTH_TONES[health]}>{t(`node.health.${health}`)}</Badge>;
}

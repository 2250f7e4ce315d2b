import type { NetworkView, TaskRecord } from '@enigma/client';
import type { ReactNode } from 'react';
import { useLanguage } from '../locale.tsx';
import { TaskBadge } from '../parts/Badge.tsx';
import { Title } from '../parts/Frame.tsx';
import { HashLink } from '../parts/Hash.tsx';
import { Command, Notice } from '../parts/Notice.tsx';
import { Table, type Column } from '../parts/Table.tsx';
import { number } from '../views/format.ts';

export interface TaskTableProps {
  /** As they are to be shown. */
  readonly tasks: readonly TaskRecord[];
  readonly view: NetworkView;
  /** Left out where all are of one contract. */
  readonly withContract?: boolean;
}

export function TaskTable({ tasks, view, withContract = true }: TaskTableProps): ReactNode {
  const { t, locale } = useLanguage();
  if (tasks.length === 0) {
    return (
      <Notice tone="plain" title={t('tasks.empty')}>
        <p>{t('tasks.empty.next')}</p>
        <Command text="npm run enigma -- trigger 0x… tally --wait" />
      </Notice>
    );
  }
  const contract: Column<TaskRecord> = {
    head: t('col.contract'),
    cell: ({ contractId }) => <HashLink to={{ page: 'contract', id: contractId }} />,
  };
  return (
    <Table
      caption={t('tasks.title')}
      rows={tasks}
      keyOf={({ taskId }) => taskId}
      columns={[
        { head: t('col.task'), cell: ({ taskId }) => <HashLink to={{ page: 'task', id: taskId }} /> },
        { head: t('col.function'), cell: ({ fn }) => <code>{fn}</code> },
        ...(withContract ? [contract] : []),
        { head: t('col.state'), cell: (task) => <TaskBadge task={task} finalized={view.finalized.number} /> },
        { head: t('col.block'), cell: ({ created }) => number(created.block, locale), numeric: true },
      ]}
    />
  );
}

export function TasksPage({ view }: { readonly view: NetworkView }): ReactNode {
  const { t } = useLanguage();
  return (
    <>
      <Title>{t('tasks.title')}</Title>
      <p className="lead">{t('tasks.lead')}</p>
      <TaskTable tasks={[...view.tasks.values()].reverse()} view={view} />
    </>
  );
}

import type { NetworkView } from '@enigma/client';
import type { ReactNode } from 'react';
import { useLanguage } from '../locale.tsx';
import { Title } from '../parts/Frame.tsx';
import { hrefOf, type Section } from '../routes.ts';
import { number } from '../views/format.ts';
import { TaskTable } from './Tasks.tsx';

const LATEST = 5;

export function OverviewPage({ view }: { readonly view: NetworkView }): ReactNode {
  const { t, locale } = useLanguage();
  const counts: readonly (readonly [section: Section, count: number])[] = [
    ['contracts', view.contracts.size],
    ['tasks', view.tasks.size],
    ['receipts', view.receipts.size],
    ['nodes', view.nodes.length],
  ];
  const latest = [...view.tasks.values()].reverse().slice(0, LATEST);
  return (
    <>
      <Title>{t('overview.title')}</Title>
      <p className="lead">{t('overview.lead')}</p>
      <ul className="counts">
        {counts.map(([page, count]) => (
          <li key={page}>
            <a href={hrefOf({ page })}>
              <span className="count">{number(count, locale)}</span> {t(`nav.${page}`)}
            </a>
          </li>
        ))}
        <li>
          <span className="count">{number(view.epoch, locale)}</span> {t('overview.epoch')}
        </li>
        <li>
          <span className="count">{number(view.finalized.number, locale)}</span> {t('overview.final')}
        </li>
      </ul>
      <section aria-labelledby="latest">
        <div className="section-head">
          <h2 id="latest">{t('overview.latestTasks')}</h2>
          <a href={hrefOf({ page: 'tasks' })}>{t('overview.all')}</a>
        </div>
        <TaskTable tasks={latest} view={view} />
      </section>
    </>
  );
}

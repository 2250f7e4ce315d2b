import type { CommitteeRecord, ContractRecord, NetworkView, Policy, PolicySite } from '@enigma/client';
import type { ReactNode } from 'react';
import { useLanguage } from '../locale.tsx';
import type { Connection } from '../network.ts';
import { ContractBadge } from '../parts/Badge.tsx';
import { Calls } from '../parts/Calls.tsx';
import { Facts } from '../parts/Facts.tsx';
import { Title } from '../parts/Frame.tsx';
import { WholeHash } from '../parts/Hash.tsx';
import { Notice } from '../parts/Notice.tsx';
import { PublicState } from '../parts/PublicState.tsx';
import { number, tokens } from '../views/format.ts';
import { TaskTable } from './Tasks.tsx';

export interface ContractPageProps {
  readonly record: ContractRecord;
  readonly view: NetworkView;
  readonly connection: Connection;
}

export function ContractPage({ record, view, connection }: ContractPageProps): ReactNode {
  const { t } = useLanguage();
  const { contractId, program } = record;
  const tasks = [...view.tasks.values()].filter((task) => task.contractId === contractId).reverse();
  return (
    <>
      <Title>{t('contract.title')}</Title>
      <p className="subject">
        <WholeHash hash={contractId} /> <ContractBadge record={record} />
      </p>
      {program.ok ? (
        <Releases policy={program.policy} />
      ) : (
        <Notice tone="bad" title={t('contract.refused')}>
          <p>{t('contract.refused.text', { why: String(program.error.facts['why'] ?? program.error.code) })}</p>
        </Notice>
      )}
      {program.ok && record.stage === 'serving' && <Calls deployed={program.deployed} connection={connection} />}
      {program.ok && record.stage === 'serving' && (
        <PublicState
          record={record}
          settled={tasks.filter((task) => task.settled !== undefined).length}
          connection={connection}
        />
      )}
      <ContractFacts record={record} />
      <section aria-labelledby="tasks">
        <h2 id="tasks">{t('contract.tasks')}</h2>
        <TaskTable tasks={tasks} view={view} withContract={false} />
      </section>
    </>
  );
}

function Releases({ policy }: { readonly policy: Policy }): ReactNode {
  const { t } = useLanguage();
  return (
    <section aria-labelledby="releases">
      <h2 id="releases">{t('contract.releases')}</h2>
      {policy.sites.length === 0 ? (
        <p>{t('contract.releases.none')}</p>
      ) : (
        <>
          <p>{t('contract.releases.lead')}</p>
          <ul className="releases">
            {policy.sites.map((site) => (
              <Release key={`${site.function} ${site.index}`} site={site} />
            ))}
          </ul>
        </>
      )}
      {policy.publicShape.length > 0 && (
        <>
          <h3>{t('contract.public')}</h3>
          <ul className="small" lang="en">
            {policy.publicShape.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Release({ site }: { readonly site: PolicySite }): ReactNode {
  const { t } = useLanguage();
  const sources = site.sources.map(({ name, owner }) => t(ownerKey(owner), { name }));
  return (
    <li>
      <p className="reason">
        <q>{site.reason}</q>
      </p>
      <Facts
        facts={[
          { name: t('release.to'), value: t(`release.to.${site.recipient}`) },
          { name: t('release.what'), value: <code>{site.types.join(', ')}</code> },
          { name: t('release.from'), value: sources.length === 0 ? t('release.from.none') : sources.join('; ') },
          {
            name: t('release.when'),
            value: site.reachedBy
              .map(({ name, kind }) =>
                t(kind === 'scheduled' ? 'release.when.scheduled' : 'release.when.call', { name }),
              )
              .join('; '),
          },
          { name: t('release.opened'), value: t(`release.opened.${site.openMode}`) },
        ]}
      />
    </li>
  );
}

function ownerKey(owner: string): 'release.owner.sender' | 'release.owner.each sender' | 'release.owner.contract' {
  if (owner === 'sender' || owner === 'each sender') return `release.owner.${owner}`;
  return 'release.owner.contract';
}

function ContractFacts({ record }: { readonly record: ContractRecord }): ReactNode {
  const { t, locale } = useLanguage();
  const { contract, program, committee } = record;
  const functions = program.ok ? program.deployed.verified.module.functions : [];
  const own = program.ok ? <span className="mark-good">{t('contract.recomputed')}</span> : undefined;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t('contract.facts')}</h2>
      <Facts
        facts={[
          {
            name: t('contract.codeHash'),
            value: (
              <>
                <WholeHash hash={contract.codeHash} /> {own}
              </>
            ),
          },
          {
            name: t('contract.policyHash'),
            value: (
              <>
                <WholeHash hash={contract.policyHash} /> {own}
              </>
            ),
          },
          {
            name: t('contract.sourceHash'),
            value: (
              <>
                <WholeHash hash={contract.sourceHash} /> <span className="small">{t('contract.claimed')}</span>
              </>
            ),
          },
          { name: t('col.committee'), value: t('contract.shape', { n: contract.n, t: contract.T }) },
          { name: t('committee.seats'), value: <Seats committee={committee} /> },
          { name: t('col.inputs'), value: number(record.inputs, locale) },
          {
            name: t('contract.price'),
            value: t('unit.tokens', { amount: tokens(contract.price, locale) }),
          },
          ...contract.schedules.map(({ fn, height }) => ({
            key: `${fn} ${height}`,
            name: t('contract.schedule'),
            value: t('contract.schedule.due', {
              name: functions.find(({ selector }) => selector === fn)?.name ?? fn,
              block: number(height, locale),
            }),
          })),
          { name: t('contract.deployer'), value: <WholeHash hash={record.deployer} /> },
          { name: t('contract.deployed'), value: number(record.deployed.block, locale) },
        ]}
      />
    </section>
  );
}

function Seats({ committee }: { readonly committee: CommitteeRecord | undefined }): ReactNode {
  const { t } = useLanguage();
  if (committee === undefined) return t('committee.none');
  return committee.seats.map((node, seat) => t('committee.seat', { seat, node })).join(' · ');
}

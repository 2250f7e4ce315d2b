import type { NetworkView } from '@enigma/client';
import type { ReactNode } from 'react';
import { useLanguage } from '../locale.tsx';
import { ContractBadge } from '../parts/Badge.tsx';
import { Title } from '../parts/Frame.tsx';
import { HashLink } from '../parts/Hash.tsx';
import { Command, Notice } from '../parts/Notice.tsx';
import { Table } from '../parts/Table.tsx';
import { number } from '../views/format.ts';

export function ContractsPage({ view }: { readonly view: NetworkView }): ReactNode {
  const { t, locale } = useLanguage();
  const rows = [...view.contracts.values()].reverse();
  return (
    <>
      <Title>{t('contracts.title')}</Title>
      <p className="lead">{t('contracts.lead')}</p>
      {rows.length === 0 ? (
        <Notice tone="plain" title={t('contracts.empty')}>
          <p>{t('contracts.empty.next')}</p>
          <Command text="npm run enigma -- deploy samples/voting/contract.ts 4 +60" />
        </Notice>
      ) : (
        <Table
          caption={t('contracts.title')}
          rows={rows}
          keyOf={({ contractId }) => contractId}
          columns={[
            {
              head: t('col.contract'),
              cell: ({ contractId }) => <HashLink to={{ page: 'contract', id: contractId }} />,
            },
            { head: t('col.state'), cell: (record) => <ContractBadge record={record} /> },
            {
              head: t('col.releases'),
              cell: ({ program }) =>
                program.ok && program.policy.sites.length > 0 ? (
                  <span className="reasons">
                    {program.policy.sites.map(({ reason, functionName, index }) => (
                      <q key={`${functionName} ${index}`}>{reason}</q>
                    ))}
                  </span>
                ) : (
                  t('list.none')
                ),
            },
            {
              head: t('col.committee'),
              cell: ({ contract }) => (
                <span className="numeric">
                  ({contract.n}, {contract.T})
                </span>
              ),
            },
            { head: t('col.inputs'), cell: ({ inputs }) => number(inputs, locale), numeric: true },
          ]}
        />
      )}
    </>
  );
}

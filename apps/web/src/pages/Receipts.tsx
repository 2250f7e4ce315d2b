import type { NetworkView, ReceiptRecord } from '@enigma/client';
import { RECEIPT_KIND } from '@enigma/protocol';
import type { ReactNode } from 'react';
import { useLanguage } from '../locale.tsx';
import { Title } from '../parts/Frame.tsx';
import { HashLink } from '../parts/Hash.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Table } from '../parts/Table.tsx';
import { number, tokens } from '../views/format.ts';
import { payOf } from '../views/pay.ts';

export type ReceiptKindKey = `receipt.kind.${'genesis' | 'tasks' | 'repair' | 'handover' | 'reads'}`;

const KINDS: Readonly<Record<number, ReceiptKindKey>> = {
  [RECEIPT_KIND.GENESIS]: 'receipt.kind.genesis',
  [RECEIPT_KIND.TASKS]: 'receipt.kind.tasks',
  [RECEIPT_KIND.REPAIR]: 'receipt.kind.repair',
  [RECEIPT_KIND.HANDOVER]: 'receipt.kind.handover',
  [RECEIPT_KIND.READS]: 'receipt.kind.reads',
};

export function kindKey({ receipt }: ReceiptRecord): ReceiptKindKey {
  return KINDS[receipt.kind] ?? 'receipt.kind.tasks';
}

export function ReceiptsPage({ view }: { readonly view: NetworkView }): ReactNode {
  const { t, locale } = useLanguage();
  const rows = [...view.receipts.values()].reverse();
  return (
    <>
      <Title>{t('receipts.title')}</Title>
      <p className="lead">{t('receipts.lead')}</p>
      {rows.length === 0 ? (
        <Notice tone="plain" title={t('receipts.empty')}>
          <p>{t('receipts.empty.next')}</p>
        </Notice>
      ) : (
        <Table
          caption={t('receipts.title')}
          rows={rows}
          keyOf={({ receiptDigest }) => receiptDigest}
          columns={[
            {
              head: t('col.receipt'),
              cell: ({ receiptDigest }) => <HashLink to={{ page: 'receipt', id: receiptDigest }} />,
            },
            { head: t('receipt.kind'), cell: (record) => t(kindKey(record)) },
            {
              head: t('col.contract'),
              cell: ({ receipt }) => <HashLink to={{ page: 'contract', id: receipt.contractId }} />,
            },
            {
              head: t('col.signers'),
              cell: ({ signers, committee }) => (
                <span className="numeric">
                  {signers.length} / {committee.n}
                </span>
              ),
            },
            {
              head: t('col.pay'),
              cell: (record) => {
                const pay = payOf(record);
                return pay === undefined ? t('list.none') : tokens(pay.perSeat, locale);
              },
              numeric: true,
            },
            { head: t('col.block'), cell: ({ settled }) => number(settled.block, locale), numeric: true },
          ]}
        />
      )}
    </>
  );
}

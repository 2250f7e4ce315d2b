import type { NetworkView } from '@enigma/client';
import type { ReactNode } from 'react';
import { useLanguage } from '../locale.tsx';
import { AuctionBadge } from '../parts/Badge.tsx';
import { Title } from '../parts/Frame.tsx';
import { HashLink } from '../parts/Hash.tsx';
import { Command, Notice } from '../parts/Notice.tsx';
import { Table } from '../parts/Table.tsx';
import { auctionOf, auctionStage, settlementOf } from '../views/auction.ts';
import { number } from '../views/format.ts';

export function AuctionsPage({ view }: { readonly view: NetworkView }): ReactNode {
  const { t, locale } = useLanguage();
  const rows = [...view.contracts.values()].reverse().flatMap((record) => {
    const terms = auctionOf(record);
    if (terms === undefined) return [];
    const settlement = settlementOf(view.tasks.values(), record.contractId);
    return [{ ...terms, bids: record.inputs, stage: auctionStage(terms, view.latest.number, settlement) }];
  });
  return (
    <>
      <Title>{t('auctions.title')}</Title>
      <p className="lead">{t('auctions.lead')}</p>
      {rows.length === 0 ? (
        <Notice tone="plain" title={t('auctions.empty')}>
          <p>{t('auctions.empty.next')}</p>
          <Command text="npm run enigma -- deploy samples/sealed-bid-auction/contract.ts +240 true" />
        </Notice>
      ) : (
        <Table
          caption={t('auctions.title')}
          rows={rows}
          keyOf={({ contractId }) => contractId}
          columns={[
            { head: t('col.auction'), cell: ({ contractId }) => <HashLink to={{ page: 'auction', id: contractId }} /> },
            { head: t('col.state'), cell: ({ stage }) => <AuctionBadge stage={stage} /> },
            { head: t('col.bids'), cell: ({ bids }) => number(bids, locale), numeric: true },
            { head: t('col.closes'), cell: ({ closes }) => number(closes, locale), numeric: true },
          ]}
        />
      )}
    </>
  );
}

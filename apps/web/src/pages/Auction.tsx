// One auction: what it is, a bid of one's own, and how it ended.
import type { ContractRecord, NetworkView } from '@enigma/client';
import type { ReactNode } from 'react';
import type { Connection } from '../network.ts';
import { useLanguage } from '../locale.tsx';
import { AuctionBadge } from '../parts/Badge.tsx';
import { Bidding } from '../parts/Bidding.tsx';
import { Facts } from '../parts/Facts.tsx';
import { Title } from '../parts/Frame.tsx';
import { HashLink, WholeHash } from '../parts/Hash.tsx';
import { Settlement, Settling } from '../parts/Settlement.tsx';
import { auctionStage, settlementOf, type AuctionTerms } from '../views/auction.ts';
import { number } from '../views/format.ts';

export interface AuctionPageProps {
  readonly record: ContractRecord;
  readonly terms: AuctionTerms;
  readonly view: NetworkView;
  readonly connection: Connection;
}

export function AuctionPage({ record, terms, view, connection }: AuctionPageProps): ReactNode {
  const { t, locale } = useLanguage();
  const { contractId, closes, secondPrice } = terms;
  const latest = view.latest.number;
  const settlement = settlementOf(view.tasks.values(), contractId);
  const stage = auctionStage(terms, latest, settlement);
  const block = number(closes, locale);
  return (
    <>
      <Title>{t('auction.title')}</Title>
      <p className="subject">
        <WholeHash hash={contractId} /> <AuctionBadge stage={stage} />
      </p>
      <section aria-labelledby="how">
        <h2 id="how">{t('auction.how')}</h2>
        <ul className="checks">
          <li>{t('auction.how.seal')}</li>
          <li>{t(secondPrice ? 'auction.how.second' : 'auction.how.first')}</li>
          <li>{t('auction.how.last')}</li>
          <li>{t('auction.how.settle')}</li>
          <li>{t('auction.how.public')}</li>
        </ul>
        <Facts
          facts={[
            {
              name: t('auction.closes'),
              value:
                latest <= closes
                  ? t('auction.closes.left', { block, left: closes - latest })
                  : t('auction.closes.over', { block }),
            },
            { name: t('auction.bids'), value: <span data-bids>{number(record.inputs, locale)}</span> },
            { name: t('auction.code'), value: <HashLink to={{ page: 'contract', id: contractId }} /> },
          ]}
        />
      </section>
      <Bidding
        contractId={contractId}
        open={stage === 'open' && record.stage === 'serving'}
        finalized={view.finalized.number}
        connection={connection}
      />
      {settlement === undefined ? (
        <Settling terms={terms} closed={stage === 'closed'} connection={connection} />
      ) : (
        <Settlement task={settlement} view={view} connection={connection} />
      )}
    </>
  );
}

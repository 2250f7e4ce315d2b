import type { NetworkView, ReceiptRecord } from '@enigma/client';
import { RECEIPT_KIND } from '@enigma/protocol';
import type { ReactNode } from 'react';
import { useLanguage } from '../locale.tsx';
import { Badge } from '../parts/Badge.tsx';
import { Facts } from '../parts/Facts.tsx';
import { Title } from '../parts/Frame.tsx';
import { HashLink, WholeHash } from '../parts/Hash.tsx';
import { number, tokens, tokensExact } from '../views/format.ts';
import { payOf } from '../views/pay.ts';
import { kindKey } from './Receipts.tsx';
import { TaskTable } from './Tasks.tsx';

export function ReceiptPage({
  record,
  view,
}: {
  readonly record: ReceiptRecord;
  readonly view: NetworkView;
}): ReactNode {
  const { t, locale } = useLanguage();
  const { receipt, committee, signers, settled } = record;
  const tasks = record.tasks.flatMap(({ taskId }) => view.tasks.get(taskId) ?? []);
  return (
    <>
      <Title>{t('receipt.title')}</Title>
      <p className="subject">
        <WholeHash hash={record.receiptDigest} />
      </p>
      <section aria-labelledby="signers">
        <h2 id="signers">{t('col.signers')}</h2>
        <p>{t('receipt.quorum', { have: signers.length, n: committee.n, need: committee.qHi })}</p>
        <ul className="signers">
          {committee.seats.map((node, seat) => (
            <li key={node}>
              <span>{t('committee.seat', { seat, node })}</span>
              <Badge tone={signers.includes(seat) ? 'good' : 'plain'}>
                {t(signers.includes(seat) ? 'receipt.signed' : 'receipt.unsigned')}
              </Badge>
            </li>
          ))}
        </ul>
      </section>
      <Payments record={record} />
      {tasks.length > 0 && (
        <section aria-labelledby="tasks">
          <h2 id="tasks">{t('col.tasks')}</h2>
          <TaskTable tasks={tasks} view={view} />
        </section>
      )}
      <section aria-labelledby="facts">
        <h2 id="facts">{t('receipt.facts')}</h2>
        <Facts
          facts={[
            { name: t('receipt.kind'), value: t(kindKey(record)) },
            { name: t('col.contract'), value: <HashLink to={{ page: 'contract', id: receipt.contractId }} /> },
            { name: t('col.block'), value: number(settled.block, locale) },
            { name: t('receipt.attempt'), value: number(receipt.attempt, locale) },
            { name: t('receipt.stateBefore'), value: <WholeHash hash={receipt.prevRoot} /> },
            { name: t('receipt.stateAfter'), value: <WholeHash hash={receipt.newRoot} /> },
          ]}
        />
      </section>
    </>
  );
}

function Payments({ record }: { readonly record: ReceiptRecord }): ReactNode {
  const { t, locale } = useLanguage();
  const pay = payOf(record);
  if (pay === undefined) return undefined;
  const amount = (value: bigint): ReactNode => (
    <span title={tokensExact(value)}>{t('unit.tokens', { amount: tokens(value, locale) })}</span>
  );
  return (
    <section aria-labelledby="pay">
      <h2 id="pay">{t('receipt.pay')}</h2>
      {record.receipt.kind === RECEIPT_KIND.GENESIS ? (
        <p>{t('receipt.pay.none')}</p>
      ) : (
        <Facts
          facts={[
            { name: t('receipt.pay.seat'), value: amount(pay.perSeat) },
            { name: t('receipt.pay.tips'), value: amount(pay.tips) },
            { name: t('receipt.pay.refund'), value: amount(pay.refund) },
            { name: t('receipt.pay.pot'), value: amount(pay.pot) },
          ]}
        />
      )}
    </section>
  );
}

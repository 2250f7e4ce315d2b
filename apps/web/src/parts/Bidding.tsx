// A bid of one's own: sealed here, brought to the chain, and then out of one's hands.
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import type { CallableParameter } from '@enigma/client';
import { ownBids, placeBid } from '../auction.ts';
import { useLanguage } from '../locale.tsx';
import type { Connection } from '../network.ts';
import { parseArguments } from '../views/arguments.ts';
import { number } from '../views/format.ts';
import { Badge } from './Badge.tsx';
import { ErrorText, Notice } from './Notice.tsx';

const MOST = 2n ** 64n - 1n;
const AMOUNT: CallableParameter = { name: 'amount', type: 'u64', kind: 'integer', secret: true, bounds: [0n, MOST] };

export interface BiddingProps {
  readonly contractId: `0x${string}`;
  /** Whether a bid that is sent now may still count. */
  readonly open: boolean;
  readonly finalized: bigint;
  readonly connection: Connection;
}

export function Bidding({ contractId, open, finalized, connection }: BiddingProps): ReactNode {
  const { t } = useLanguage();
  const id = useId();
  const [sending, setSending] = useState(false);
  const [isWrong, setWrong] = useState(false);
  const [error, setError] = useState<unknown>();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form).get(AMOUNT.name);
    const parsed = parseArguments([AMOUNT], { [AMOUNT.name]: typeof given === 'string' ? given : '' });
    setWrong(!parsed.ok);
    setError(undefined);
    if (!parsed.ok) return;
    setSending(true);
    placeBid(connection, contractId, parsed.args[0] as bigint)
      .then(() => form.reset())
      .catch((cause: unknown) => setError(cause))
      .finally(() => setSending(false));
  };
  return (
    <section aria-labelledby="bid">
      <h2 id="bid">{t('auction.bid')}</h2>
      {open ? (
        <form className="call" onSubmit={submit} noValidate autoComplete="off">
          <div className="field">
            <label htmlFor={id}>
              {t('auction.bid.amount')} <Badge tone="good">{t('call.secret')}</Badge>
            </label>
            <input
              id={id}
              name={AMOUNT.name}
              type="text"
              inputMode="numeric"
              autoComplete="off"
              spellCheck={false}
              aria-invalid={isWrong}
            />
          </div>
          <div>
            <button type="submit" disabled={sending}>
              {t('auction.bid.send')}
            </button>
          </div>
          {sending && <p role="status">{t('call.sealing')}</p>}
          {isWrong && (
            <p role="alert" className="wrong">
              {t('auction.bid.bad', { most: MOST })}
            </p>
          )}
          {error !== undefined && (
            <Notice tone="bad" title={t('auction.bid.failed')}>
              <ErrorText error={error} />
            </Notice>
          )}
        </form>
      ) : (
        <p>{t('auction.bid.over')}</p>
      )}
      <OwnBids contractId={contractId} finalized={finalized} />
    </section>
  );
}

function OwnBids({ contractId, finalized }: Pick<BiddingProps, 'contractId' | 'finalized'>): ReactNode {
  const { t, locale } = useLanguage();
  const bids = ownBids(contractId);
  if (bids.length === 0) return undefined;
  return (
    <>
      <h3>{t('auction.own')}</h3>
      <ul>
        {bids.map(({ nonce, index, height }, i) => (
          <li key={String(nonce)} data-own-bid>
            {t('auction.own.place', { place: number(index + 1n, locale), block: number(height, locale) })}{' '}
            <Badge tone={height <= finalized ? 'good' : 'busy'}>
              {t(height <= finalized ? 'task.state.final' : 'auction.own.sent')}
            </Badge>{' '}
            {i < bids.length - 1 && <Badge tone="plain">{t('auction.own.replaced')}</Badge>}
          </li>
        ))}
      </ul>
      <p className="small">{t('auction.own.note')}</p>
    </>
  );
}

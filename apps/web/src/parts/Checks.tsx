// What this browser checked of a task's result, and whose word it took for what.
import type { CommitteeFacts } from '@enigma/client';
import type { ReactNode } from 'react';
import type { Check } from '../check.ts';
import { useLanguage } from '../locale.tsx';

export function Checks({
  check,
  n,
}: {
  readonly check: Extract<Check, { readonly kind: 'done' }>;
  readonly n: number;
}): ReactNode {
  const { t } = useLanguage();
  const { proof, openedBy, liars, onChain } = check.opened;
  const seats = (which: readonly number[]): string =>
    which.map((seat) => seatName(t, check.committee, seat)).join(', ');
  return (
    <>
      <ul className="checks">
        <li>{t('check.code')}</li>
        <li>{t('check.committee', { n })}</li>
        <li>{t('check.task')}</li>
        <li>{t('check.receipt')}</li>
        <li>{t('check.signatures', { seats: seats(proof.signers) })}</li>
        {openedBy.length > 0 && <li>{t('check.opened', { seats: seats(openedBy) })}</li>}
        {onChain && <li>{t('check.onChain')}</li>}
      </ul>
      {!onChain && <p className="small">{t('check.notOnChain')}</p>}
      {proof.degraded && <p className="small">{t('check.degraded')}</p>}
      {liars.map(({ seat, what }) => (
        <p key={`${seat} ${what}`} className="small">
          {t('check.liar', { seat: seatName(t, check.committee, seat), what })}
        </p>
      ))}
    </>
  );
}

function seatName(t: ReturnType<typeof useLanguage>['t'], committee: CommitteeFacts, seat: number): string {
  return t('check.seat', { seat, node: committee.seats[seat]?.node ?? seat });
}

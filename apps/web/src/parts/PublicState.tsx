import type { ContractRecord } from '@enigma/client';
import type { ReactNode } from 'react';
import { useLanguage } from '../locale.tsx';
import type { Connection } from '../network.ts';
import { usePublicState } from '../publicState.ts';
import { number, valueText } from '../views/format.ts';
import { Facts } from './Facts.tsx';

export interface PublicStateProps {
  readonly record: ContractRecord;
  /** Settlements so far. */
  readonly settled: number;
  readonly connection: Connection;
}

/** Public fields and what the contract's views say of them; nothing where it has neither. */
export function PublicState({ record, settled, connection }: PublicStateProps): ReactNode {
  const { t, locale } = useLanguage();
  const said = usePublicState(record.contractId, settled, connection);
  if (said === undefined || said.fields.length + said.views.length === 0) return null;
  return (
    <section aria-labelledby="state">
      <h2 id="state">{t('contract.state')}</h2>
      <p className="small">{t('contract.state.lead', { version: number(said.version, locale) })}</p>
      <Facts
        facts={[
          ...said.fields.map(([name, value]) => ({ name, value: <code>{valueText(value)}</code> })),
          ...said.views.map(([name, value]) => ({
            name: `${name}()`,
            value: <code>{valueText(value)}</code>,
          })),
        ]}
      />
    </section>
  );
}

import { readHealth, readStanding, type NetworkView, type NodeStanding } from '@enigma/client';
import { useEffect, useState, type ReactNode } from 'react';
import { useLanguage } from '../locale.tsx';
import { mayAsk, type Connection } from '../network.ts';
import { HealthBadge, type ShownHealth } from '../parts/Badge.tsx';
import { Title } from '../parts/Frame.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Table } from '../parts/Table.tsx';
import { number, shortHash, tokens, tokensExact } from '../views/format.ts';

const ASK_EVERY_MS = 5000;

interface Seen {
  readonly standing: NodeStanding;
  readonly health: ShownHealth;
}

export function NodesPage({
  view,
  connection,
}: {
  readonly view: NetworkView;
  readonly connection: Connection;
}): ReactNode {
  const { t, locale } = useLanguage();
  const seen = useNodes(view.nodes.length, connection);
  return (
    <>
      <Title>{t('nodes.title')}</Title>
      <p className="lead">{t('nodes.lead')}</p>
      {view.nodes.length === 0 ? (
        <Notice tone="plain" title={t('nodes.empty')} />
      ) : (
        <Table
          caption={t('nodes.title')}
          rows={view.nodes}
          keyOf={String}
          columns={[
            { head: t('col.node'), cell: (index) => t('node.name', { index }) },
            { head: t('col.health'), cell: (index) => <HealthBadge health={seen.get(index)?.health ?? 'asking'} /> },
            {
              head: t('col.stake'),
              cell: (index) => {
                const units = seen.get(index)?.standing.record.units;
                return units === undefined ? '…' : t('unit.units', { units: number(units, locale) });
              },
              numeric: true,
            },
            {
              head: t('col.seats'),
              cell: (index) => seen.get(index)?.standing.record.seatsHeld ?? '…',
              numeric: true,
            },
            {
              head: t('col.earned'),
              cell: (index) => {
                const credit = seen.get(index)?.standing.credit;
                return credit === undefined ? '…' : <span title={tokensExact(credit)}>{tokens(credit, locale)}</span>;
              },
              numeric: true,
            },
            {
              head: t('node.signer'),
              cell: (index) => {
                const signer = seen.get(index)?.standing.record.signer;
                return signer === undefined ? '…' : <code title={signer}>{shortHash(signer)}</code>;
              },
            },
          ]}
        />
      )}
    </>
  );
}

/** Asks every node now and then: each by itself, so that a silent one keeps nobody waiting. */
function useNodes(count: number, { facts, ports }: Connection): ReadonlyMap<number, Seen> {
  const [seen, setSeen] = useState<ReadonlyMap<number, Seen>>(new Map());
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const show = (index: number, standing: NodeStanding, health: ShownHealth | undefined): void => {
      if (signal.aborted) return;
      setSeen((before) =>
        new Map(before).set(index, { standing, health: health ?? before.get(index)?.health ?? 'asking' }),
      );
    };
    const ask = async (index: number): Promise<void> => {
      const standing = await readStanding(ports, index);
      show(index, standing, undefined);
      const asked = mayAsk(facts, standing.record.apiUrl);
      show(index, standing, asked ? await readHealth(ports, { ...standing.record, index }, signal) : 'notAsked');
    };
    const again = async (index: number): Promise<void> => {
      while (!signal.aborted) {
        // The frame says already when the chain does not answer.
        await ask(index).catch(() => undefined);
        await ports.sleep(ASK_EVERY_MS);
      }
    };
    for (let index = 0; index < count; index++) void again(index);
    return () => leaving.abort();
  }, [count, facts, ports]);
  return seen;
}

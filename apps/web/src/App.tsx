// From what is known of the network to the page that the address names.
import { isClientError, type NetworkView } from '@enigma/client';
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { Live, LiveNetwork } from './live.ts';
import { useLanguage } from './locale.tsx';
import type { Connection } from './network.ts';
import { AuctionPage } from './pages/Auction.tsx';
import { AuctionsPage } from './pages/Auctions.tsx';
import { ContractPage } from './pages/Contract.tsx';
import { ContractsPage } from './pages/Contracts.tsx';
import { NodesPage } from './pages/Nodes.tsx';
import { OverviewPage } from './pages/Overview.tsx';
import { ReceiptPage } from './pages/Receipt.tsx';
import { ReceiptsPage } from './pages/Receipts.tsx';
import { TaskPage } from './pages/Task.tsx';
import { TasksPage } from './pages/Tasks.tsx';
import { Frame, Title } from './parts/Frame.tsx';
import { Notice } from './parts/Notice.tsx';
import { hrefOf, routeOf, type Route } from './routes.ts';
import { auctionOf } from './views/auction.ts';
import { number } from './views/format.ts';

export interface AppProps {
  readonly connection: Connection;
  readonly network: LiveNetwork;
}

export function App({ connection, network }: AppProps): ReactNode {
  const live = useSyncExternalStore(network.subscribe, network.get);
  const route = useRoute();
  const { rpcUrl } = connection.facts;
  return (
    <Frame route={route} live={live} rpcUrl={rpcUrl}>
      <State live={live} rpcUrl={rpcUrl} />
      {'view' in live && live.view !== undefined && (
        <Page key={location.hash} route={route} view={live.view} connection={connection} />
      )}
    </Frame>
  );
}

function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    const change = (): void => {
      setRoute(routeOf(location.hash));
      scrollTo(0, 0);
    };
    addEventListener('hashchange', change);
    return () => removeEventListener('hashchange', change);
  }, []);
  return route;
}

/** What there is to say before the page, or instead of it. */
function State({ live, rpcUrl }: { readonly live: Live; readonly rpcUrl: string }): ReactNode {
  const { t, locale } = useLanguage();
  switch (live.kind) {
    case 'ready':
      return undefined;
    case 'loading':
      return <p role="status">{t('state.loading')}</p>;
    case 'unreachable':
      return (
        <Notice
          tone="bad"
          title={
            live.view === undefined
              ? t('state.unreachable')
              : t('state.stale', { block: number(live.view.latest.number, locale) })
          }
        >
          <p>{t('state.unreachable.next', { rpc: rpcUrl })}</p>
        </Notice>
      );
    case 'lying':
      return (
        <Notice tone="bad" title={t('state.lying')}>
          <p>{t('state.lying.next')}</p>
          <p className="small">
            {t('state.what')}: <span lang="en">{lieOf(live.error)}</span>
          </p>
        </Notice>
      );
  }
}

function lieOf(error: unknown): string {
  if (isClientError(error, 'LYING_RPC')) return String(error.facts['what']);
  return error instanceof Error ? error.message : String(error);
}

interface PageProps {
  readonly route: Route;
  readonly view: NetworkView;
  readonly connection: Connection;
}

function Page({ route, view, connection }: PageProps): ReactNode {
  switch (route.page) {
    case 'overview':
      return <OverviewPage view={view} />;
    case 'auctions':
      return <AuctionsPage view={view} />;
    case 'contracts':
      return <ContractsPage view={view} />;
    case 'tasks':
      return <TasksPage view={view} />;
    case 'receipts':
      return <ReceiptsPage view={view} />;
    case 'nodes':
      return <NodesPage view={view} connection={connection} />;
    case 'auction': {
      const record = view.contracts.get(route.id);
      const terms = record === undefined ? undefined : auctionOf(record);
      return record === undefined || terms === undefined ? (
        <Unknown />
      ) : (
        <AuctionPage record={record} terms={terms} view={view} connection={connection} />
      );
    }
    case 'contract': {
      const record = view.contracts.get(route.id);
      return record === undefined ? <Unknown /> : <ContractPage record={record} view={view} connection={connection} />;
    }
    case 'task': {
      const task = view.tasks.get(route.id);
      return task === undefined ? <Unknown /> : <TaskPage task={task} view={view} connection={connection} />;
    }
    case 'receipt': {
      const record = view.receipts.get(route.id);
      return record === undefined ? <Unknown /> : <ReceiptPage record={record} view={view} />;
    }
    case 'unknown':
      return <Unknown />;
  }
}

function Unknown(): ReactNode {
  const { t } = useLanguage();
  return (
    <>
      <Title>{t('unknown.title')}</Title>
      <p>{t('unknown.text')}</p>
      <p>
        <a href={hrefOf({ page: 'overview' })}>{t('unknown.back')}</a>
      </p>
    </>
  );
}

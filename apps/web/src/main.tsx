// @enigma/web: the explorer of one network, in a browser. Contracts, what they release and forms to call them, tasks and their way, receipts with signers and pay, nodes with stake and health.
//
// Trusts: the server on loopback that gave it these scripts and the network's addresses, and the chain's endpoint for what no hash binds. What an id binds it recomputes, by the
// client's code; of a node it believes what the node's registered key signed.
//
// Deliberately does not: keep a key (who calls is a key of the visit; a development account pays, whose key everybody knows), keep anything but the chosen language, or load
// anything from elsewhere.
import { explore } from '@enigma/client';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { liveNetwork } from './live.ts';
import { LanguageProvider, useLanguage } from './locale.tsx';
import { connectTo, loadNetwork } from './network.ts';
import { ErrorText, Notice } from './parts/Notice.tsx';

const place = document.getElementById('root');
if (place === null) throw new Error('the page has a place for the application');
const root = createRoot(place);

function show(content: ReactNode): void {
  root.render(
    <StrictMode>
      <LanguageProvider>{content}</LanguageProvider>
    </StrictMode>,
  );
}

function Broken({ error }: { readonly error: unknown }): ReactNode {
  const { t } = useLanguage();
  return (
    <main>
      <Notice tone="bad" title={t('state.broken')}>
        <p>{t('state.broken.next')}</p>
        <ErrorText error={error} />
      </Notice>
    </main>
  );
}

function seen(): Promise<void> {
  if (!document.hidden) return Promise.resolve();
  return new Promise((resolve) => document.addEventListener('visibilitychange', () => resolve(), { once: true }));
}

try {
  const connection = connectTo(await loadNetwork());
  const { ports, facts } = connection;
  const network = liveNetwork({
    explorer: () => explore(ports, BigInt(facts.book.deployedBlock)),
    sleep: ports.sleep,
    seen,
  });
  show(<App connection={connection} network={network} />);
} catch (error) {
  show(<Broken error={error} />);
}

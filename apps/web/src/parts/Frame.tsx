// What every page has around it: name, sections, language, and whether the chain answers.
import { useEffect, useRef, type ReactNode } from 'react';
import type { Live } from '../live.ts';
import { useLanguage } from '../locale.tsx';
import { LOCALES, type Locale } from '../messages.ts';
import { hrefOf, SECTIONS, sectionOf, type Route } from '../routes.ts';
import { number } from '../views/format.ts';

const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = { en: 'English', ja: '日本語' };

export interface FrameProps {
  readonly route: Route;
  readonly live: Live;
  readonly rpcUrl: string;
  readonly children: ReactNode;
}

export function Frame({ route, live, rpcUrl, children }: FrameProps): ReactNode {
  const { t } = useLanguage();
  const section = sectionOf(route);
  return (
    <>
      <a className="skip" href="#content" onClick={toContent}>
        {t('app.skip')}
      </a>
      <header className="top">
        <div className="bar-inner">
          <a className="brand" href={hrefOf({ page: 'overview' })}>
            <Mark />
            <span>
              {t('app.name')} <span className="brand-part">{t('app.explorer')}</span>
            </span>
          </a>
          <Status live={live} />
          <LanguageSwitch />
        </div>
        <nav className="bar-inner" aria-label={t('app.sections')}>
          <ul>
            {SECTIONS.map((page) => (
              <li key={page}>
                <a href={hrefOf({ page })} aria-current={page === section ? 'page' : undefined}>
                  {t(`nav.${page}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer>
        <p>{t('foot.checks')}</p>
        <p>{t('foot.trusts', { rpc: rpcUrl })}</p>
      </footer>
    </>
  );
}

/** Its address would be taken for a route. */
function toContent(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

function Mark(): ReactNode {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" />
      <path d="M22 9H11.5A2.5 2.5 0 0 0 9 11.5v9a2.5 2.5 0 0 0 2.5 2.5H22M9 16h9" />
      <circle cx="22.5" cy="16" r="1.9" />
    </svg>
  );
}

function Status({ live }: { readonly live: Live }): ReactNode {
  const { t, locale } = useLanguage();
  const text =
    live.kind === 'ready'
      ? t('live.block', { block: number(live.view.latest.number, locale) })
      : t(`live.${live.kind}`);
  return (
    // Blocks come every second: only a change of kind is worth reading out.
    <p className={`status ${live.kind}`} aria-live={live.kind === 'ready' ? 'off' : 'polite'}>
      <span className="dot" aria-hidden="true" />
      {text}
    </p>
  );
}

function LanguageSwitch(): ReactNode {
  const { t, locale, choose } = useLanguage();
  return (
    <div className="languages" role="group" aria-label={t('app.language')}>
      {LOCALES.map((one) => (
        <button key={one} type="button" lang={one} aria-pressed={one === locale} onClick={() => choose(one)}>
          {LANGUAGE_NAMES[one]}
        </button>
      ))}
    </div>
  );
}

/** The title of a page: named in the window too, and where focus goes when one comes here by a link. */
export function Title({ children }: { readonly children: string }): ReactNode {
  const { t } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${children} · ${t('app.name')}`;
  }, [children, t]);
  useEffect(() => {
    if (location.hash !== '') heading.current?.focus();
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}

// The language of the page: as chosen here before, else the browser's, else English.
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { LOCALES, translate, type Filling, type Locale, type MessageKey } from './messages.ts';

export type Translate = <K extends MessageKey>(key: K, ...filling: Filling<K>) => string;

interface Language {
  readonly locale: Locale;
  readonly t: Translate;
  readonly choose: (locale: Locale) => void;
}

const LanguageContext = createContext<Language | undefined>(undefined);
const STORED = 'enigma.language';

export function preferred(stored: string | null, languages: readonly string[]): Locale {
  const chosen = LOCALES.find((locale) => locale === stored);
  if (chosen !== undefined) return chosen;
  for (const language of languages) {
    const known = LOCALES.find((locale) => language === locale || language.startsWith(`${locale}-`));
    if (known !== undefined) return known;
  }
  return 'en';
}

export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [locale, setLocale] = useState(() => preferred(read(), navigator.languages));
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const language = useMemo<Language>(
    () => ({
      locale,
      t: (key, ...filling) => translate(locale, key, ...filling),
      choose: (next) => {
        setLocale(next);
        write(next);
      },
    }),
    [locale],
  );
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (language === undefined) throw new Error('no language around this');
  return language;
}

// A browser may refuse storage; then the choice lasts as long as the page.
function read(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

function write(locale: Locale): void {
  try {
    localStorage.setItem(STORED, locale);
  } catch {
    // See above.
  }
}

// What stands where there is nothing to show, or where something is wrong.
import { isClientError } from '@enigma/client';
import type { ReactNode } from 'react';
import { useLanguage } from '../locale.tsx';
import { isMessageKey, type MessageKey } from '../messages.ts';

export interface NoticeProps {
  readonly tone: 'plain' | 'bad';
  readonly title: string;
  readonly children?: ReactNode;
}

/** A bad one is read out as soon as it comes. */
export function Notice({ tone, title, children }: NoticeProps): ReactNode {
  return (
    <div className={`notice ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <p className="notice-title">{title}</p>
      {children}
    </div>
  );
}

/** An error of the client: what happened in the reader's language, and the client's own words for whoever reports it. */
export function ErrorText({ error }: { readonly error: unknown }): ReactNode {
  const { t } = useLanguage();
  const key = isClientError(error) ? `error.${error.code}` : '';
  return (
    <>
      <p>{t(isErrorKey(key) ? key : 'error.other')}</p>
      <p className="small" lang="en">
        {isClientError(error) && <code>{error.code}</code>} {error instanceof Error ? error.message : String(error)}
      </p>
    </>
  );
}

type ErrorKey = Extract<MessageKey, `error.${string}`>;

/** Codes that this page never meets have no text of their own. */
function isErrorKey(key: string): key is ErrorKey {
  return key.startsWith('error.') && isMessageKey(key);
}

export function Command({ text }: { readonly text: string }): ReactNode {
  return (
    <pre className="command">
      <code>{text}</code>
    </pre>
  );
}

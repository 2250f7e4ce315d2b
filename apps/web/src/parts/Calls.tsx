// A form for each function that people call. What is typed goes to the client, which seals it, and nowhere else.
import { callablesOf, type CallableFunction, type CallableParameter } from '@enigma/client';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { callFunction } from '../call.ts';
import { useLanguage, type Translate } from '../locale.tsx';
import type { Connection } from '../network.ts';
import { hrefOf } from '../routes.ts';
import { parseArguments } from '../views/arguments.ts';
import { Badge } from './Badge.tsx';
import { ErrorText, Notice } from './Notice.tsx';

type Deployed = Parameters<typeof callablesOf>[0];

export function Calls({
  deployed,
  connection,
}: {
  readonly deployed: Deployed;
  readonly connection: Connection;
}): ReactNode {
  const { t } = useLanguage();
  const functions = callablesOf(deployed);
  if (functions.length === 0) return undefined;
  return (
    <section aria-labelledby="calls">
      <h2 id="calls">{t('call.title')}</h2>
      <p>{t('call.lead')}</p>
      {functions.map((fn) => (
        <CallForm key={fn.name} fn={fn} contractId={deployed.contractId} connection={connection} />
      ))}
    </section>
  );
}

interface CallFormProps {
  readonly fn: CallableFunction;
  readonly contractId: Deployed['contractId'];
  readonly connection: Connection;
}

function CallForm({ fn, contractId, connection }: CallFormProps): ReactNode {
  const { t } = useLanguage();
  const [sending, setSending] = useState(false);
  const [wrong, setWrong] = useState<CallableParameter>();
  const [error, setError] = useState<unknown>();
  const { name, params } = fn;
  if (params.some(({ kind }) => kind === 'other')) {
    return (
      <p className="small">
        <code>{name}</code>: {t('call.other')}
      </p>
    );
  }
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = Object.fromEntries(
      [...new FormData(event.currentTarget)].map(([key, value]) => [key, typeof value === 'string' ? value : '']),
    );
    const parsed = parseArguments(params, given);
    setWrong(parsed.ok ? undefined : parsed.param);
    setError(undefined);
    if (!parsed.ok) return;
    setSending(true);
    callFunction(connection, contractId, name, parsed.args)
      .then((id) => location.assign(hrefOf({ page: 'task', id })))
      .catch((cause: unknown) => setError(cause))
      .finally(() => setSending(false));
  };
  return (
    <form className="call" onSubmit={submit} noValidate autoComplete="off">
      {params.map((param) => (
        <Field key={param.name} param={param} isWrong={wrong?.name === param.name} />
      ))}
      {fn.isRead && <p className="small">{t('call.read')}</p>}
      <div>
        <button type="submit" disabled={sending}>
          {t('call.send', { name })}
        </button>
      </div>
      {sending && <p role="status">{t('call.sealing')}</p>}
      {wrong !== undefined && (
        <p role="alert" className="wrong">
          {complaint(t, wrong)}
        </p>
      )}
      {error !== undefined && (
        <Notice tone="bad" title={t('call.failed')}>
          <ErrorText error={error} />
        </Notice>
      )}
    </form>
  );
}

function Field({ param, isWrong }: { readonly param: CallableParameter; readonly isWrong: boolean }): ReactNode {
  const { t } = useLanguage();
  const id = useId();
  const { name, type, kind, secret } = param;
  return (
    <div className="field">
      <label htmlFor={id}>
        <code>{name}</code> <span className="small">{type}</span>{' '}
        <Badge tone={secret ? 'good' : 'plain'}>{t(secret ? 'call.secret' : 'call.public')}</Badge>
      </label>
      {kind === 'bool' ? (
        <input id={id} name={name} type="checkbox" value="true" />
      ) : (
        <input
          id={id}
          name={name}
          type="text"
          inputMode={kind === 'integer' ? 'numeric' : 'text'}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={isWrong}
        />
      )}
    </div>
  );
}

function complaint(t: Translate, { name, kind, bounds }: CallableParameter): string {
  if (kind === 'integer' && bounds !== undefined)
    return t('call.bad.integer', { name, least: bounds[0], most: bounds[1] });
  return t('call.bad.address', { name });
}

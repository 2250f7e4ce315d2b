import type { CommitteeRecord, NetworkView, TaskRecord, ToldEvent } from '@enigma/client';
import { isReadSeq, READ_SEQ } from '@enigma/protocol';
import { useState, type ReactNode } from 'react';
import type { Check } from '../check.ts';
import { useFollowed } from '../followed.ts';
import { useLanguage } from '../locale.tsx';
import type { Connection } from '../network.ts';
import { TaskBadge } from '../parts/Badge.tsx';
import { Bars } from '../parts/Bars.tsx';
import { Checks } from '../parts/Checks.tsx';
import { Facts } from '../parts/Facts.tsx';
import { Title } from '../parts/Frame.tsx';
import { HashLink, WholeHash } from '../parts/Hash.tsx';
import { ErrorText, Notice } from '../parts/Notice.tsx';
import { Walk } from '../parts/Walk.tsx';
import { number, numbersOf, time, tokens, valueText } from '../views/format.ts';
import { toldKey } from '../views/walk.ts';

export interface TaskPageProps {
  readonly task: TaskRecord;
  readonly view: NetworkView;
  readonly connection: Connection;
}

export function TaskPage({ task, view, connection }: TaskPageProps): ReactNode {
  const { t, locale } = useLanguage();
  const [again, setAgain] = useState(0);
  const { steps, seats, check, committee } = useFollowed(task, view, again, connection);
  return (
    <>
      <Title>{`${t('task.title')} ${task.fn}`}</Title>
      <p className="subject">
        <WholeHash hash={task.taskId} /> <TaskBadge task={task} finalized={view.finalized.number} />
      </p>
      <section aria-labelledby="walk">
        <h2 id="walk">{t('task.walk')}</h2>
        <Walk steps={steps} seats={seats} />
        {task.expired !== undefined && (
          <Notice tone="bad" title={t('task.state.expired')}>
            <p>{t('task.expired.text', { refund: tokens(task.expired.refund, locale) })}</p>
          </Notice>
        )}
      </section>
      {task.expired === undefined && (
        <section aria-labelledby="result" aria-busy={check.kind === 'running'}>
          <h2 id="result">{t('task.result')}</h2>
          <Outcome check={check} committee={committee} />
          {(check.kind === 'done' || check.kind === 'failed') && (
            <button type="button" onClick={() => setAgain(again + 1)}>
              {t('task.check.again')}
            </button>
          )}
        </section>
      )}
      <TaskFacts task={task} />
    </>
  );
}

function Outcome({
  check,
  committee,
}: {
  readonly check: Check;
  readonly committee: CommitteeRecord | undefined;
}): ReactNode {
  const { t } = useLanguage();
  switch (check.kind) {
    case 'early':
      return <p>{t('task.result.wait')}</p>;
    case 'running':
      return <p role="status">{t('task.check.running')}</p>;
    case 'failed':
      return (
        <Notice tone="bad" title={t(check.ended ? 'task.state.failed' : 'task.check.failed')}>
          <ErrorText error={check.error} />
        </Notice>
      );
    case 'done':
      return (
        <>
          <Value value={check.opened.value} />
          <Events events={check.opened.events} />
          <h3>{t('task.check')}</h3>
          <Checks check={check} n={committee?.n ?? check.committee.n} />
        </>
      );
  }
}

function Value({ value }: { readonly value: unknown }): ReactNode {
  const { t } = useLanguage();
  const numbers = numbersOf(value);
  if (numbers !== undefined) return <Bars values={numbers} />;
  if (Array.isArray(value)) {
    return (
      <ol className="values">
        {value.map((one: unknown, i) => (
          // A place in the list is what names it.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={i} className="value">
            {valueText(one)}
          </li>
        ))}
      </ol>
    );
  }
  const text = valueText(value);
  return text === '' ? <p>{t('task.result.nothing')}</p> : <p className="value">{text}</p>;
}

/** What the run told everyone besides its result. */
function Events({ events }: { readonly events: readonly ToldEvent[] }): ReactNode {
  const { t } = useLanguage();
  if (events.length === 0) return null;
  return (
    <>
      <h3>{t('task.events')}</h3>
      <ol className="values">
        {events.map(({ name, facts }, i) => (
          // Its place is what tells one from another.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={i}>
            {name} <span className="value">{valueText(facts)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function TaskFacts({ task }: { readonly task: TaskRecord }): ReactNode {
  const { t, locale } = useLanguage();
  const { header, settled } = task;
  const limit = number(header.gasLimit, locale);
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t('task.facts')}</h2>
      <Facts
        facts={[
          { name: t('col.contract'), value: <HashLink to={{ page: 'contract', id: task.contractId }} /> },
          { name: t('col.function'), value: <code>{task.fn}</code> },
          ...(settled === undefined
            ? []
            : [{ name: t('col.receipt'), value: <HashLink to={{ page: 'receipt', id: settled.receiptDigest }} /> }]),
          isReadSeq(task.seq)
            ? { name: t('task.read'), value: number(task.seq - READ_SEQ, locale) }
            : { name: t('task.place'), value: number(task.seq, locale) },
          {
            name: t('task.gas'),
            value:
              settled === undefined
                ? t('task.gas.limit', { limit })
                : t('task.gas.used', { used: number(settled.result.gasUsed, locale), limit }),
          },
          { name: t('task.gasPrice'), value: t('unit.tokens', { amount: tokens(header.gasPrice, locale) }) },
          { name: t('task.tip'), value: t('unit.tokens', { amount: tokens(header.tip, locale) }) },
          ...(header.value === 0n
            ? []
            : [{ name: t('task.value'), value: t('unit.tokens', { amount: tokens(header.value, locale) }) }]),
          ...(header.callbackGas === 0 ? [] : [{ name: t('task.callback'), value: <Callee task={task} /> }]),
          { name: t('task.deadline'), value: time(header.deadline, locale) },
          { name: t('task.sender'), value: <WholeHash hash={header.sender} /> },
          { name: t('task.payer'), value: <WholeHash hash={header.payer} /> },
        ]}
      />
    </section>
  );
}

/** Whom the task tells its result, and whether he took it. */
function Callee({ task: { header, told } }: { readonly task: TaskRecord }): ReactNode {
  const { t, locale } = useLanguage();
  return (
    <>
      <WholeHash hash={header.callback} />{' '}
      <span className="small">
        {t('task.callback.gas', { gas: number(header.callbackGas, locale) })}
        {told !== undefined && ` ${t(toldKey(told.ok), { block: number(told.block, locale) })}`}
      </span>
    </>
  );
}

import type { CommitteeFacts, CommitteeRecord, NetworkView, TaskRecord } from '@enigma/client';
import { useState, type ReactNode } from 'react';
import { useCheck, useReports, type Check } from '../check.ts';
import { useLanguage } from '../locale.tsx';
import type { Connection } from '../network.ts';
import { TaskBadge } from '../parts/Badge.tsx';
import { Bars } from '../parts/Bars.tsx';
import { Facts } from '../parts/Facts.tsx';
import { Title } from '../parts/Frame.tsx';
import { HashLink, WholeHash } from '../parts/Hash.tsx';
import { ErrorText, Notice } from '../parts/Notice.tsx';
import { Walk } from '../parts/Walk.tsx';
import { number, numbersOf, time, tokens, valueText } from '../views/format.ts';
import { computedSeats, walkOf } from '../views/walk.ts';

export interface TaskPageProps {
  readonly task: TaskRecord;
  readonly view: NetworkView;
  readonly connection: Connection;
}

export function TaskPage({ task, view, connection }: TaskPageProps): ReactNode {
  const { t, locale } = useLanguage();
  const [again, setAgain] = useState(0);
  const finalized = view.finalized.number;
  // Seats know a task once its block is final.
  const under = task.settled === undefined && task.expired === undefined && task.created.block <= finalized;
  const seats = computedSeats(useReports(task, under, connection));
  const check = useCheck(task, (task.settled?.block ?? finalized + 1n) <= finalized, again, connection);
  const committee = view.contracts.get(task.contractId)?.committee;
  const steps = walkOf(task, finalized, committee !== undefined && seats.length > committee.T);
  return (
    <>
      <Title>{`${t('task.title')} ${task.fn}`}</Title>
      <p className="subject">
        <WholeHash hash={task.taskId} /> <TaskBadge task={task} finalized={finalized} />
      </p>
      <section aria-labelledby="walk">
        <h2 id="walk">{t('task.walk')}</h2>
        <Walk
          steps={steps}
          notes={seats.length === 0 ? {} : { computed: t('step.computed.seats', { seats: seats.join(', ') }) }}
        />
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

function Checks({
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
          { name: t('task.place'), value: number(task.seq, locale) },
          {
            name: t('task.gas'),
            value:
              settled === undefined
                ? t('task.gas.limit', { limit })
                : t('task.gas.used', { used: number(settled.result.gasUsed, locale), limit }),
          },
          { name: t('task.gasPrice'), value: t('unit.tokens', { amount: tokens(header.gasPrice, locale) }) },
          { name: t('task.tip'), value: t('unit.tokens', { amount: tokens(header.tip, locale) }) },
          { name: t('task.deadline'), value: time(header.deadline, locale) },
          { name: t('task.sender'), value: <WholeHash hash={header.sender} /> },
          { name: t('task.payer'), value: <WholeHash hash={header.payer} /> },
        ]}
      />
    </section>
  );
}

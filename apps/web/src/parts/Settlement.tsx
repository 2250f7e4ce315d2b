// How an auction ends: somebody settles, the task walks its way, the result opens, and a record on chain is told.
import type { NetworkView, TaskRecord } from '@enigma/client';
import { useState, type ReactNode } from 'react';
import { settle, tellAgain, useRecord, type RecordState } from '../auction.ts';
import type { Check } from '../check.ts';
import { useFollowed } from '../followed.ts';
import { useLanguage } from '../locale.tsx';
import type { Connection } from '../network.ts';
import { resultOf, sameResult, type AuctionResult, type AuctionTerms } from '../views/auction.ts';
import { number } from '../views/format.ts';
import { toldKey } from '../views/walk.ts';
import { Checks } from './Checks.tsx';
import { Facts, type Fact } from './Facts.tsx';
import { HashLink, WholeHash } from './Hash.tsx';
import { ErrorText, Notice } from './Notice.tsx';
import { Walk } from './Walk.tsx';

export interface SettlingProps {
  readonly terms: AuctionTerms;
  readonly closed: boolean;
  readonly connection: Connection;
}

/** Before anybody has settled. */
export function Settling({ terms: { contractId, closes }, closed, connection }: SettlingProps): ReactNode {
  const { t, locale } = useLanguage();
  return (
    <section aria-labelledby="settlement">
      <h2 id="settlement">{t('auction.settle')}</h2>
      {closed ? (
        <>
          <p>{t('auction.settle.lead')}</p>
          <Action
            name={t('auction.settle.send')}
            under={t('auction.settle.sending')}
            failed={t('auction.settle.failed')}
            act={() => settle(connection, contractId)}
          />
        </>
      ) : (
        <p>{t('auction.settle.wait', { block: number(closes, locale) })}</p>
      )}
    </section>
  );
}

export interface SettlementProps {
  readonly task: TaskRecord;
  readonly view: NetworkView;
  readonly connection: Connection;
}

export function Settlement({ task, view, connection }: SettlementProps): ReactNode {
  const { t } = useLanguage();
  const { steps, seats, check, committee } = useFollowed(task, view, 0, connection);
  const opened = check.kind === 'done' ? resultOf(check.opened.value) : undefined;
  return (
    <>
      <section aria-labelledby="settlement">
        <h2 id="settlement">{t('auction.settle')}</h2>
        <p className="subject">
          {t('col.task')} <HashLink to={{ page: 'task', id: task.taskId }} />
        </p>
        <Walk steps={steps} seats={seats} />
      </section>
      <section aria-labelledby="result" aria-busy={check.kind === 'running'}>
        <h2 id="result">{t('task.result')}</h2>
        <Outcome check={check} opened={opened} caller={connection.caller.address} />
        {check.kind === 'done' && (
          <>
            <h3>{t('task.check')}</h3>
            <Checks check={check} n={committee?.n ?? check.committee.n} />
          </>
        )}
      </section>
      <Record task={task} opened={opened} connection={connection} />
    </>
  );
}

function Outcome({
  check,
  opened,
  caller,
}: {
  readonly check: Check;
  readonly opened: AuctionResult | undefined;
  readonly caller: string;
}): ReactNode {
  const { t } = useLanguage();
  if (check.kind === 'early') return <p>{t('task.result.wait')}</p>;
  if (check.kind === 'running') return <p role="status">{t('task.check.running')}</p>;
  if (check.kind === 'done' && opened !== undefined) return <Result result={opened} caller={caller} />;
  return (
    <Notice tone="bad" title={t('task.check.failed')}>
      {check.kind === 'failed' && <ErrorText error={check.error} />}
    </Notice>
  );
}

function Result({ result, caller }: { readonly result: AuctionResult; readonly caller: string }): ReactNode {
  const facts = useResultFacts(result, caller);
  return (
    <div data-result>
      <Facts facts={facts} />
    </div>
  );
}

function useResultFacts({ winner, price, bidders }: AuctionResult, caller: string): readonly Fact[] {
  const { t, locale } = useLanguage();
  const isNobody = /^0x0+$/.test(winner);
  return [
    {
      name: t('auction.winner'),
      value: isNobody ? (
        t('auction.winner.nobody')
      ) : (
        <>
          <WholeHash hash={winner} /> {winner === caller && <strong>{t('auction.winner.you')}</strong>}
        </>
      ),
    },
    { name: t('auction.price'), value: <strong>{number(price, locale)}</strong> },
    { name: t('auction.bidders'), value: number(bidders, locale) },
  ];
}

/** What the EVM contract holds that the settlement tells. */
function Record({
  task,
  opened,
  connection,
}: {
  readonly task: TaskRecord;
  readonly opened: AuctionResult | undefined;
  readonly connection: Connection;
}): ReactNode {
  const { t, locale } = useLanguage();
  const state = useRecord(task, connection);
  const { header, told } = task;
  if (header.callbackGas === 0) return undefined;
  return (
    <section aria-labelledby="record" data-record={state.kind}>
      <h2 id="record">{t('auction.record')}</h2>
      <p>{t('auction.record.lead')}</p>
      <p className="subject">
        <WholeHash hash={header.callback} />{' '}
        {told !== undefined && (
          <span className="small">{t(toldKey(told.ok), { block: number(told.block, locale) })}</span>
        )}
      </p>
      <Recorded state={state} opened={opened} task={task} caller={connection.caller.address} />
      {told?.ok === false && (
        <Action
          name={t('auction.record.again')}
          under={t('auction.record.telling')}
          failed={t('auction.record.failed')}
          act={() => tellAgain(connection, task)}
        />
      )}
    </section>
  );
}

function Recorded({
  state,
  opened,
  task,
  caller,
}: {
  readonly state: RecordState;
  readonly opened: AuctionResult | undefined;
  readonly task: TaskRecord;
  readonly caller: string;
}): ReactNode {
  const { t } = useLanguage();
  if (state.kind === 'unreadable') return <p>{t('auction.record.unreadable')}</p>;
  if (state.kind !== 'told') return <p role="status">{t('auction.record.wait')}</p>;
  const { recorded } = state;
  const agrees = opened !== undefined && sameResult(opened, recorded) && recorded.taskId === task.taskId;
  return (
    <>
      <Result result={recorded} caller={caller} />
      {opened !== undefined &&
        (agrees ? <p>{t('auction.record.same')}</p> : <Notice tone="bad" title={t('auction.record.differs')} />)}
    </>
  );
}

/** A button for something that takes a while. */
function Action({
  name,
  under,
  failed,
  act,
}: {
  readonly name: string;
  readonly under: string;
  readonly failed: string;
  readonly act: () => Promise<void>;
}): ReactNode {
  const [acting, setActing] = useState(false);
  const [error, setError] = useState<unknown>();
  const start = (): void => {
    setActing(true);
    setError(undefined);
    act()
      .catch((cause: unknown) => setError(cause))
      .finally(() => setActing(false));
  };
  return (
    <>
      <button type="button" disabled={acting} onClick={start}>
        {name}
      </button>
      {acting && <p role="status">{under}</p>}
      {error !== undefined && (
        <Notice tone="bad" title={failed}>
          <ErrorText error={error} />
        </Notice>
      )}
    </>
  );
}

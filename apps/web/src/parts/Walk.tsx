// A task's five steps, as a list in their order.
import type { ReactNode } from 'react';
import { useLanguage } from '../locale.tsx';
import { number } from '../views/format.ts';
import type { Step } from '../views/walk.ts';

export interface WalkProps {
  readonly steps: readonly Step[];
  /** That say they hold a result. */
  readonly seats: readonly number[];
}

export function Walk({ steps, seats }: WalkProps): ReactNode {
  const { t, locale } = useLanguage();
  return (
    <ol className="walk">
      {steps.map(({ name, state, block }) => (
        <li key={name} className={state} aria-current={state === 'now' ? 'step' : undefined} data-step={name}>
          <h3>
            {t(`step.${name}`)} <span className="step-state">{t(`step.${state}`)}</span>
          </h3>
          <p>{t(`step.${name}.text`)}</p>
          {name === 'computed' && seats.length > 0 && (
            <p className="small">{t('step.computed.seats', { seats: seats.join(', ') })}</p>
          )}
          {block !== undefined && <p className="small">{t('step.block', { block: number(block, locale) })}</p>}
        </li>
      ))}
    </ol>
  );
}

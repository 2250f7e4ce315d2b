// A list of numbers with a bar each. Widths are attributes of a drawing: the content policy forbids styles in the page.
import type { ReactNode } from 'react';
import { useLanguage } from '../locale.tsx';
import { number } from '../views/format.ts';

const WIDTH = 1000;

export function Bars({ values }: { readonly values: readonly number[] }): ReactNode {
  const { locale } = useLanguage();
  const most = Math.max(1, ...values);
  return (
    <ol className="bars">
      {values.map((value, i) => (
        // A place in the list is what names it.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={i}>
          <span className="bar-name">{i + 1}</span>
          <svg viewBox={`0 0 ${WIDTH} 16`} preserveAspectRatio="none" aria-hidden="true">
            <rect className="bar-track" width={WIDTH} height="16" />
            <rect className="bar" width={(value / most) * WIDTH} height="16" />
          </svg>
          <span className="bar-value">{number(value, locale)}</span>
        </li>
      ))}
    </ol>
  );
}

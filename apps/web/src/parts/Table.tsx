// A table that becomes a list of cards where there is no room for columns. Roles are said aloud, since a display that is no table's takes them away.
import { useState, type ReactNode } from 'react';
import { useLanguage } from '../locale.tsx';

export interface Column<T> {
  readonly head: string;
  readonly cell: (row: T) => ReactNode;
  readonly numeric?: boolean;
}

export interface TableProps<T> {
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
}

const ROWS_AT_ONCE = 25;

export function Table<T>({ caption, columns, rows, keyOf }: TableProps<T>): ReactNode {
  const { t } = useLanguage();
  const [shown, setShown] = useState(ROWS_AT_ONCE);
  return (
    <>
      <table role="table" aria-label={caption}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ head, numeric }) => (
              <th key={head} role="columnheader" scope="col" className={numeric === true ? 'numeric' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.slice(0, shown).map((row) => (
            <tr key={keyOf(row)} role="row">
              {columns.map(({ head, cell, numeric }) => (
                <td key={head} role="cell" data-head={head} className={numeric === true ? 'numeric' : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown && (
        <button type="button" className="more" onClick={() => setShown(shown + 4 * ROWS_AT_ONCE)}>
          {t('list.more')}
        </button>
      )}
    </>
  );
}

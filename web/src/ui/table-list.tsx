import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from './failure.tsx';
import classes from './table-list.module.css';

interface TableListProps<Row> {
  label: string;
  /** Fits the columns of the rows; hidden on a phone. */
  columns: readonly string[];
  /** The widths of the columns on a desk, as `grid-template-columns`. */
  layout: 'contacts' | 'pets' | 'vaccinations' | 'imports' | 'runs' | 'payments';
  query: Pick<
    UseInfiniteQueryResult<{ pages: { items: Row[] }[] }>,
    'data' | 'error' | 'refetch' | 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage' | 'isPlaceholderData'
  >;
  keyOf: (row: Row) => string;
  /** The cells of a row, each with `role="cell"`. */
  children: (row: Row) => ReactNode;
  empty: ReactNode;
}

/** Rows in columns, read page by page. Rows outside of the screen are not laid out. */
export function TableList<Row>({ label, columns, layout, query, keyOf, children, empty }: TableListProps<Row>) {
  const { t } = useTranslation();
  const rows = query.data?.pages.flatMap(({ items }) => items);
  if (!rows) return query.error ? <Failure error={query.error} onRetry={() => void query.refetch()} /> : null;
  if (rows.length === 0 && !query.hasNextPage) return <div className={classes.empty}>{empty}</div>;
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={label}>
      <div
        className={classes.table}
        data-layout={layout}
        role="table"
        aria-label={label}
        aria-busy={query.isPlaceholderData}
      >
        <div className={classes.columns} role="row">
          {columns.map((column) => (
            <span key={column} role="columnheader">
              {column}
            </span>
          ))}
        </div>
        {rows.map((row) => (
          <div key={keyOf(row)} className={classes.row} role="row">
            {children(row)}
          </div>
        ))}
      </div>
      {query.hasNextPage && (
        <button
          type="button"
          className={classes.more}
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('loadMore')}
        </button>
      )}
    </div>
  );
}

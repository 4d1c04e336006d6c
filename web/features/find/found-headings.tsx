/** Column headings that order the list: a click orders by the column, another one turns the order around. */
import {
  type RegisterQuery,
  type SortKey,
  usualDirection,
} from '../../projection/register-query.ts';
import { useWords } from '../environment.ts';
import { type Column, columnSorts } from './columns.ts';

type FoundHeadingsProps = {
  readonly columns: readonly Column[];
  readonly isSelecting: boolean;
  readonly style: Readonly<Record<string, string>> | undefined;
  readonly query: RegisterQuery;
  readonly onQuery: (query: RegisterQuery) => void;
};

export function FoundHeadings({ columns, isSelecting, style, query, onQuery }: FoundHeadingsProps) {
  const { t } = useWords();
  return (
    <div role="rowgroup">
      <div
        class="register-row register-row--table register-row--headings"
        role="row"
        aria-rowindex={1}
        style={style}
      >
        {isSelecting && (
          <span role="columnheader">
            <span class="visually-hidden">{t('find.select')}</span>
          </span>
        )}
        {columns.map((column) => {
          const sort = columnSorts[column];
          const isSorted = sort !== undefined && query.sort === sort;
          return (
            <span
              key={column}
              role="columnheader"
              aria-sort={isSorted ? (isAscending(query) ? 'ascending' : 'descending') : undefined}
            >
              {sort === undefined ? (
                t(`find.column.${column}`)
              ) : (
                <button
                  type="button"
                  class="found-headings__sort"
                  onClick={() => onQuery(sortedBy(query, sort))}
                >
                  {t(`find.column.${column}`)}
                  <span class="found-headings__arrow" aria-hidden="true">
                    {isSorted && (isAscending(query) ? '↑' : '↓')}
                  </span>
                </button>
              )}
            </span>
          );
        })}
      </div>
    </div>
  );
}

/** As the column's own values run; the greatest age is the smallest date. */
const isAscending = ({ sort, direction }: RegisterQuery): boolean =>
  sort === 'age' ? direction === 'desc' : direction === 'asc';

const sortedBy = (query: RegisterQuery, sort: SortKey): RegisterQuery => ({
  ...query,
  sort,
  direction:
    query.sort !== sort ? usualDirection[sort] : query.direction === 'asc' ? 'desc' : 'asc',
});

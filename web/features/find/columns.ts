/** The columns of the table at a desk: which there are, what they order by, and which this device shows. */
import type { SortKey } from '../../projection/register-query.ts';
import { createWritable, type Readable } from '../../readable.ts';

export const allColumns = [
  'number',
  'name',
  'stage',
  'owner',
  'urgency',
  'cost',
  'votes',
  'tags',
  'affectedItems',
  'stored',
  'updated',
  'kept',
] as const;
export type Column = (typeof allColumns)[number];

/** Those of the plain program. */
const usualColumns: readonly Column[] = ['number', 'name', 'stage', 'owner', 'stored', 'kept'];
/** Without them a row would lead nowhere. */
export const fixedColumns: readonly Column[] = ['number', 'name'];

export const columnSorts: { readonly [C in Column]?: SortKey } = {
  number: 'newest',
  name: 'title',
  stage: 'stage',
  urgency: 'urgency',
  votes: 'votes',
  updated: 'updated',
  kept: 'age',
};

const columnWidths: { readonly [C in Column]: string } = {
  number: '84px',
  name: 'minmax(160px, 1fr)',
  stage: '128px',
  owner: 'minmax(72px, 160px)',
  urgency: '84px',
  cost: '84px',
  votes: '72px',
  tags: 'minmax(72px, 160px)',
  affectedItems: 'minmax(72px, 160px)',
  stored: '148px',
  updated: '112px',
  kept: '112px',
};

export const gridOf = (columns: readonly Column[], isSelecting: boolean): string =>
  [...(isSelecting ? ['20px'] : []), ...columns.map((column) => columnWidths[column])].join(' ');

const storageKey = 'gemba.columns';

export type ColumnChoice = {
  readonly columns: Readable<readonly Column[]>;
  readonly choose: (columns: readonly Column[]) => void;
};

/** What is stored and no column is passed over: another version may have had it. */
export function openColumnChoice(storage: Pick<Storage, 'getItem' | 'setItem'>): ColumnChoice {
  const stored = storage.getItem(storageKey)?.split(',');
  const chosen = createWritable(stored === undefined ? usualColumns : inOrder(stored));
  return {
    columns: chosen,
    choose: (columns) => {
      storage.setItem(storageKey, columns.join());
      chosen.set(inOrder(columns));
    },
  };
}

const inOrder = (names: readonly string[]): readonly Column[] =>
  allColumns.filter((column) => fixedColumns.includes(column) || names.includes(column));

export const isUsual = (columns: readonly Column[]): boolean =>
  columns.join() === usualColumns.join();

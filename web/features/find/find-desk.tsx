/** The tools to find with, above the list: views, filters, what is active; and what they add to the list. */
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { formatQuery, searchOf } from '../../projection/query-address.ts';
import { activeFilters, type RegisterQuery } from '../../projection/register-query.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { DemoBanner } from '../demo/demo-banner.tsx';
import { BoardDoor } from '../board/board-door.tsx';
import type { ListExtras } from '../register/list-extras.ts';
import type { RowLook } from '../register/register-row.tsx';
import { isTyping } from '../shell/shortcuts.ts';
import { useReadable } from '../use-readable.ts';
import { ActiveFilters } from './active-filters.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { ColumnSheet } from './column-sheet.tsx';
import { openColumnChoice } from './columns.ts';
import { FilterSheet } from './filter-sheet.tsx';
import { RefusedParameters } from './refused-parameters.tsx';
import { useAsker, useParsed } from './use-ask.ts';
import { createSelection } from './selection.ts';
import { useListExtras } from './use-list-extras.tsx';
import { useSelectionKeys } from './use-selection-keys.ts';
import { useViewCounts, useViews } from './use-views.ts';
import { ViewChips } from './view-chips.tsx';

export type FindDeskProps = {
  readonly text: string;
  readonly search: string;
  readonly look: RowLook;
  readonly total: number | undefined;
  readonly onAsk: (asked: { readonly text?: string; readonly search: string }) => void;
  readonly onExtras: (extras: ListExtras) => void;
};

export function FindDesk({ text, search, look, total, onAsk, onExtras }: FindDeskProps) {
  const { t } = useWords();
  const asker = useAsker();
  const { query, refused } = useParsed(search, text);
  const { views, service } = useViews();
  const counts = useViewCounts(views, asker);
  const [choice] = useState(() => openColumnChoice(localStorage));
  const [selection] = useState(createSelection);
  const isSelecting = useReadable(selection.isOn);
  const [sheet, setSheet] = useState<'filters' | 'columns'>();
  useFilterKey(() => setSheet('filters'));
  useSelectionKeys(selection);
  // Another question: what was chosen in the last one may not even be on the screen.
  useEffect(() => selection.end(), [search, text]);

  const askFor = (next: RegisterQuery) =>
    onAsk({ text: next.text, search: formatQuery({ ...next, text: '' }) });
  // Read off the storage, records know their own votes alone, not those of their duplicates.
  const showsVotes = useReadable(choice.columns).includes('votes');
  const ask = useMemo(
    () => (search === '' && !showsVotes ? undefined : asker(query)),
    [search, query, asker, showsVotes],
  );
  const extras = useListExtras({
    query,
    ask,
    asker,
    look,
    choice,
    selection,
    onQuery: askFor,
  });
  useLayoutEffect(() => onExtras(extras), [extras]);

  const active = activeFilters(query).filter((name) => name !== 'text').length;
  return (
    <div class="find-desk">
      <DemoBanner />
      <div class="find-desk__bar">
        <button
          type="button"
          class="find-desk__filters"
          aria-keyshortcuts="f"
          onClick={() => setSheet('filters')}
        >
          <Icon name="filter" />
          {t('find.filters')}
          {active > 0 && <span class="find-desk__active figures">{active}</span>}
        </button>
        <ViewChips views={views} counts={counts} query={query} onQuery={askFor} />
        <div class="find-desk__tools">
          <BoardDoor search={searchOf(query)} />
          <IconButton
            icon="check"
            label={t(isSelecting ? 'find.selectEnd' : 'find.selectSome')}
            onClick={isSelecting ? selection.end : selection.begin}
          />
          {look === 'table' && (
            <IconButton
              icon="columns"
              label={t('find.columns')}
              onClick={() => setSheet('columns')}
            />
          )}
        </div>
      </div>
      <ActiveFilters query={query} onQuery={askFor} />
      <RefusedParameters refused={refused} onRead={() => askFor(query)} />
      <BulkBar selection={selection} shown={ask ?? text} total={total} />
      {sheet === 'columns' && <ColumnSheet choice={choice} onClose={() => setSheet(undefined)} />}
      {sheet === 'filters' && (
        <FilterSheet
          query={query}
          total={total}
          views={views}
          service={service}
          onQuery={askFor}
          onClose={() => setSheet(undefined)}
        />
      )}
    </div>
  );
}

function useFilterKey(open: () => void): void {
  const { preferences } = useEnvironment();
  const letterKeys = useReadable(preferences.letterKeys);
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      if (event.key !== 'f' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!letterKeys || isTyping(event.target) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, [letterKeys]);
}

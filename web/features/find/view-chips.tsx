/** The views in a row that scrolls: one tap shows another one. */
import { useEffect, useRef } from 'preact/hooks';
import { isSameQuery } from '../../projection/query-address.ts';
import type { RegisterQuery } from '../../projection/register-query.ts';
import { useWords } from '../environment.ts';
import type { View } from './use-views.ts';

type ViewChipsProps = {
  readonly views: readonly View[];
  readonly counts: readonly number[] | undefined;
  readonly query: RegisterQuery;
  readonly onQuery: (query: RegisterQuery) => void;
};

export function ViewChips({ views, counts, query, onQuery }: ViewChipsProps) {
  const { t, format } = useWords();
  const list = useRef<HTMLUListElement>(null);
  const chosen = views.find((view) => isSameQuery(view.query, query))?.id;
  useEffect(() => {
    const chip = list.current?.querySelector<HTMLElement>('[aria-pressed="true"]');
    if (chosen !== 'all') chip?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [chosen]);
  return (
    <ul class="view-chips" ref={list} aria-label={t('find.views')}>
      {views.map((view, i) => {
        const count = counts?.[i];
        // Nothing waits there: the chip only takes room, unless it is the one that is shown.
        if (count === 0 && view.own === undefined && view.id !== 'all' && view.id !== chosen) {
          return null;
        }
        return (
          <li key={view.id}>
            <button
              type="button"
              class="view-chips__chip"
              aria-pressed={view.id === chosen}
              onClick={() => onQuery(view.query)}
            >
              {view.name}
              {count !== undefined && (
                <span class="view-chips__count figures">{format.number(count)}</span>
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

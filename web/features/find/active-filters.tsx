/** What leaves rows out at the moment, each with a way to take it off, and one for all. */
import {
  activeFilters,
  type RegisterQuery,
  unfiltered,
  withoutFilter,
} from '../../projection/register-query.ts';
import { Icon } from '../../ui/icon.tsx';
import { filterText } from './query-words.ts';
import { useSpeaker } from './use-speaker.ts';

type ActiveFiltersProps = {
  readonly query: RegisterQuery;
  readonly onQuery: (query: RegisterQuery) => void;
};

export function ActiveFilters({ query, onQuery }: ActiveFiltersProps) {
  const speaker = useSpeaker();
  const { t } = speaker;
  // Words stand in the search box already.
  const names = activeFilters(query).filter((name) => name !== 'text');
  if (names.length === 0) return null;
  return (
    <ul class="active-filters" aria-label={t('find.active')} data-testid="active-filters">
      {names.map((name) => {
        const text = filterText(name, query, speaker);
        return (
          <li key={name}>
            <button
              type="button"
              class="active-filters__chip"
              aria-label={t('find.takeOff', { filter: text })}
              onClick={() => onQuery(withoutFilter(query, name))}
            >
              <span class="active-filters__text">{text}</span>
              <Icon name="close" />
            </button>
          </li>
        );
      })}
      {names.length > 1 && (
        <li>
          <button
            type="button"
            class="active-filters__clear"
            onClick={() => onQuery({ ...unfiltered(query), text: query.text })}
          >
            {t('find.clearAll')}
          </button>
        </li>
      )}
    </ul>
  );
}

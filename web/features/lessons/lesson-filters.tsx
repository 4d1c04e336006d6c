/** Words, kind, and what the records of the lessons are about. */
import { useRef } from 'preact/hooks';
import type { ListedImprovement } from '../../services/register.ts';
import { Icon } from '../../ui/icon.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useWords } from '../environment.ts';
import { PlainSelect } from '../improvement/plain-select.tsx';
import { lessonKinds } from './lesson-kind.tsx';
import type { LessonQuery } from './lesson-query.ts';
import '../register/search-field.css';
import './lesson-filters.css';

type LessonFiltersProps = {
  readonly query: LessonQuery;
  /** What they say can be filtered by. */
  readonly rows: readonly ListedImprovement[];
  readonly onQuery: (query: LessonQuery) => void;
};

export function LessonFilters({ query, rows, onQuery }: LessonFiltersProps) {
  const { t } = useWords();
  const items = useSeen(rows.flatMap(({ affectedItems }) => affectedItems));
  const tags = useSeen(rows.flatMap((row) => row.tags));
  const teams = useSeen(rows.flatMap(({ team = '' }) => (team === '' ? [] : [team])));
  const facets = [
    { name: 'item', label: t('field.affectedItems'), values: items },
    { name: 'tag', label: t('field.tags'), values: tags },
    { name: 'team', label: t('field.team'), values: teams },
  ] as const;
  return (
    <div class="lesson-filters list-page__tools">
      <div class="search-field lesson-filters__search" role="search">
        <Icon name="search" />
        <input
          class="search-field__input"
          type="search"
          aria-label={t('lessons.search')}
          placeholder={t('lessons.search')}
          autocomplete="off"
          value={query.text}
          onInput={(event) => onQuery({ ...query, text: event.currentTarget.value })}
        />
      </div>
      <Segments
        label={t('lessons.kind')}
        labelHidden
        options={[
          { value: 'all', label: t('lessons.allKinds') },
          ...lessonKinds.map((value) => ({ value, label: t(`choice.${value}`) })),
        ]}
        value={query.kind === '' ? 'all' : query.kind}
        onChoose={(value) =>
          onQuery({ ...query, kind: lessonKinds.find((kind) => kind === value) ?? '' })
        }
      />
      <div class="lesson-filters__facets">
        {facets.map(
          ({ name, label, values }) =>
            (values.length > 0 || query[name] !== '') && (
              <PlainSelect
                key={name}
                label={label}
                options={[
                  { value: '', label: `${label}: ${t('find.any')}` },
                  ...withChosen(values, query[name]).map((value) => ({ value, label: value })),
                ]}
                value={query[name]}
                onChoose={(value) => onQuery({ ...query, [name]: value })}
              />
            ),
        )}
      </div>
    </div>
  );
}

/** Everything that was ever there to choose: choosing one thing must not take the others away. */
function useSeen(values: readonly string[]): readonly string[] {
  const seen = useRef(new Set<string>());
  for (const value of values) seen.current.add(value);
  return [...seen.current].sort((a, b) => a.localeCompare(b));
}

const withChosen = (values: readonly string[], chosen: string): readonly string[] =>
  chosen === '' || values.includes(chosen) ? values : [chosen, ...values];

/** What is asked of the library of lessons, as it stands in its address. */
import type { RowLesson } from '../../../shared/domain/row-outcome.ts';
import { matches, queryTermsOf, termsOf } from '../../projection/search-terms.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { type LessonKind, lessonKinds } from './lesson-kind.tsx';
import type { ShownLesson } from './lesson-list.tsx';

export type LessonQuery = {
  readonly text: string;
  /** '' = of every kind; so is each of the others. */
  readonly kind: LessonKind | '';
  readonly item: string;
  readonly tag: string;
  readonly team: string;
};

const names = ['kind', 'item', 'tag', 'team'] as const;

export function parseLessonQuery(search: string): LessonQuery {
  const parameters = new URLSearchParams(search);
  const read = (name: string) => parameters.get(name) ?? '';
  return {
    text: read('q'),
    kind: lessonKinds.find((kind) => kind === read('kind')) ?? '',
    item: read('item'),
    tag: read('tag'),
    team: read('team'),
  };
}

/** What goes behind `?`; '' for every lesson. */
export function formatLessonQuery(query: LessonQuery): string {
  const parameters = new URLSearchParams();
  if (query.text !== '') parameters.set('q', query.text);
  for (const name of names) if (query[name] !== '') parameters.set(name, query[name]);
  return parameters.toString();
}

export const isFiltered = (query: LessonQuery): boolean => formatLessonQuery(query) !== '';

/** Those of the records that fit, newest first. `text`: found in the records; left out where no words were asked for. */
export function lessonsIn(
  rows: readonly ListedImprovement[],
  { kind, team, text = '' }: Pick<LessonQuery, 'kind' | 'team'> & { readonly text?: string },
): readonly ShownLesson[] {
  const asked = queryTermsOf(text);
  return rows
    .filter((row) => team === '' || row.team === team)
    .flatMap((record) =>
      withWords(record.lessons?.kept ?? [], asked).map((lesson) => ({ ...lesson, record })),
    )
    .filter((lesson) => kind === '' || lesson.kind === kind)
    .sort((a, b) => compare(b.on ?? '', a.on ?? '') || compare(b.id, a.id));
}

/** Those that say the words; all of them where the words stand elsewhere in their record. */
function withWords(lessons: readonly RowLesson[], asked: readonly string[]): readonly RowLesson[] {
  const found = lessons.filter(({ planned, happened, why, nextTime }) =>
    matches(termsOf([planned, happened, why, nextTime].join('\n')), asked),
  );
  return found.length === 0 ? lessons : found;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

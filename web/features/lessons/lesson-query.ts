/** What is asked of the library of lessons, as it stands in its address. */
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

/** Those of the records that fit, newest first. */
export function lessonsIn(
  rows: readonly ListedImprovement[],
  { kind, team }: Pick<LessonQuery, 'kind' | 'team'>,
): readonly ShownLesson[] {
  return rows
    .filter((row) => team === '' || row.team === team)
    .flatMap((record) => (record.lessons?.kept ?? []).map((lesson) => ({ ...lesson, record })))
    .filter((lesson) => kind === '' || lesson.kind === kind)
    .sort((a, b) => compare(b.on ?? '', a.on ?? '') || compare(b.id, a.id));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

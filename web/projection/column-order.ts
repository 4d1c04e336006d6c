/** The orders of `compareBy` over columns: the same answers without making a row of every number. */
import { levels } from '../../shared/domain/improvement.ts';
import type { ColumnArrays } from './column-store.ts';
import { compareScores } from './query-match.ts';
import type { SortKey } from './register-query.ts';

type Texts = { readonly ids: readonly string[]; readonly titles: readonly string[] };

/** `columns` is asked for anew each time, because arrays grow. */
export function compareNumbersBy(
  key: SortKey,
  { ids, titles }: Texts,
  columns: () => ColumnArrays,
  compareTitles: (a: string, b: string) => number,
  scoreOf: (number: number) => number,
): (a: number, b: number) => number {
  const older = (a: number, b: number) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1);
  const by = (column: keyof ColumnArrays) => (a: number, b: number) => {
    const array = columns()[column];
    return (array[a] ?? 0) - (array[b] ?? 0);
  };
  switch (key) {
    case 'newest':
      return older;
    case 'updated':
      return then(by('updatedAt'), older);
    case 'title':
      return then(
        (a, b) => compareTitles(titles[a] ?? '', titles[b] ?? ''),
        (a, b) => older(b, a),
      );
    case 'urgency': {
      // The column counts from high, with what is not set behind low.
      const compare = by('urgency');
      return then((a, b) => compare(b, a), older);
    }
    case 'stage':
      return then(by('stage'), (a, b) => older(b, a));
    case 'votes':
      return then(by('supporters'), older);
    case 'age': {
      const compare = by('createdAt');
      return then(
        (a, b) => compare(b, a),
        (a, b) => older(b, a),
      );
    }
    case 'rank':
      return then(
        (a, b) => compareScores(scoreOf(a), scoreOf(b)),
        (a, b) => older(b, a),
      );
  }
}

const then =
  (first: (a: number, b: number) => number, second: (a: number, b: number) => number) =>
  (a: number, b: number): number =>
    first(a, b) || second(a, b);

/** One more than there are levels, because an array of bytes has no -1. */
export const levelNumber = (level: (typeof levels)[number] | ''): number =>
  level === '' ? levels.length : levels.indexOf(level);

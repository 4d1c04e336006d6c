/** Finds records whose lessons fit what somebody is about to do: by telling words, affected items, tags. */
import type { DocumentId } from '../../../shared/domain/ids.ts';
import {
  everything,
  type RegisterAsk,
  type RegisterQuery,
} from '../../projection/register-query.ts';
import type { ListedImprovement, RegisterService } from '../../services/register.ts';

export type Like = {
  readonly words: readonly string[];
  readonly affectedItems: readonly string[];
  readonly tags: readonly string[];
};

type Sign = { readonly query: RegisterQuery; readonly weight: number };

const withLessons: RegisterQuery = { ...everything, marks: ['lessons'] };
/** What is to be improved says more than a word; a word or a tag alone is chance. */
const itemWeight = 2;
const enough = 2;
/** Of each sign's newest matches this many are looked at. */
const matchesPerSign = 20;
const recordsAtMost = 3;

const signsOf = ({ words, affectedItems, tags }: Like): readonly Sign[] => [
  ...words.map((text) => ({ query: { ...withLessons, text }, weight: 1 })),
  ...affectedItems.map((item) => ({
    query: { ...withLessons, affectedItems: [item] },
    weight: itemWeight,
  })),
  ...tags.map((tag) => ({ query: { ...withLessons, tags: [tag] }, weight: 1 })),
];

/** Calls back with the records that fit best, again after each change, until stopped. */
export function findFitting(
  register: Pick<RegisterService, 'watch'>,
  asker: (query: RegisterQuery) => RegisterAsk,
  { like, self }: { readonly like: Like; readonly self: DocumentId | undefined },
  onFound: (records: readonly ListedImprovement[]) => void,
): () => void {
  const signs = signsOf(like);
  const matches = new Map<Sign, readonly ListedImprovement[]>();
  let stopped = false;
  if (signs.length === 0) onFound([]);

  const stops = signs.map((sign) =>
    register.watch(asker(sign.query), (view) => {
      const collect = async () => {
        const rows = await view.rows(0, Math.min(view.total, matchesPerSign));
        if (stopped) return;
        matches.set(sign, rows);
        if (matches.size < signs.length) return;
        const found = [...matches].map(([{ weight }, records]) => ({ weight, records }));
        onFound(rankFitting(found, self));
      };
      // Whoever is not offered a lesson loses nothing that they have.
      collect().catch(() => undefined);
    }),
  );

  return () => {
    stopped = true;
    for (const stop of stops) stop();
  };
}

type Match<Row> = { readonly weight: number; readonly records: readonly Row[] };

/** Those that share enough, what shares most first. */
export function rankFitting<Row extends { readonly id: DocumentId }>(
  matches: readonly Match<Row>[],
  self: DocumentId | undefined,
): readonly Row[] {
  const shared = new Map<DocumentId, { readonly row: Row; readonly weight: number }>();
  for (const { weight, records } of matches) {
    for (const row of records) {
      shared.set(row.id, { row, weight: (shared.get(row.id)?.weight ?? 0) + weight });
    }
  }
  const possible = matches.reduce((sum, { weight }) => sum + weight, 0);
  return [...shared.values()]
    .filter(({ row, weight }) => row.id !== self && weight >= Math.min(enough, possible))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, recordsAtMost)
    .map(({ row }) => row);
}

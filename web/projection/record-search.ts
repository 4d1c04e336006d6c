/** Full-text search over rows: by looking at each of a small register, by an index in a worker beyond. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { ReplicaStore } from '../local/replica-store.ts';
import type { RecordRow } from '../local/tables.ts';
import { matches, queryTermsOf, searchedText, termsOf } from './search-terms.ts';
import type { RegisterAsk, RowGroup } from './register-query.ts';
import type { WorkerSearch } from './worker-search.ts';

/** Up to here every row is looked at, which is faster than starting a worker and building its index. */
export const smallRegister = 500;

export type Found = {
  readonly total: number;
  readonly groups: readonly RowGroup[];
  /** Words: newest first. */
  readonly rows: (start: number, end: number) => Promise<readonly RecordRow[]>;
};

/** One question that is asked again whenever rows have changed. */
export type StandingSearch = {
  /** All rows that have every term. */
  readonly find: () => Promise<Found>;
  readonly stop: () => void;
};

export type RecordSearch = {
  readonly open: (what: string | RegisterAsk) => StandingSearch;
  /** How many each would find; undefined while that is not known yet. */
  readonly count: (asks: readonly RegisterAsk[]) => Promise<readonly number[] | undefined>;
  /** Makes the index of a large register ready, because someone is likely to search it. */
  readonly prepare: () => Promise<void>;
};

export function createRecordSearch(deps: {
  readonly store: Pick<ReplicaStore, 'countRecords' | 'readNewest' | 'readUnsentDocuments'>;
  /** Started when first needed. */
  readonly worker: () => WorkerSearch;
}): RecordSearch {
  const open = (what: string | RegisterAsk): StandingSearch => {
    // The answer before the newest is kept, because a screen may still be asking for its windows.
    const kept: (() => void)[] = [];
    return {
      find: async () => {
        const count = await deps.store.countRecords();
        if (count <= smallRegister) {
          return typeof what === 'string'
            ? lookAtEach(deps.store, count, what)
            : answerFromEach(deps.store, count, what);
        }
        const { found, forget } = deps.worker().find(what);
        if (kept.push(forget) > 2) kept.shift()?.();
        return found;
      },
      stop: () => {
        for (const forget of kept) forget();
      },
    };
  };

  return {
    open,
    count: async (asks) => {
      const count = await deps.store.countRecords();
      if (count > smallRegister) return deps.worker().count(asks);
      const answers = await Promise.all(asks.map((ask) => answerFromEach(deps.store, count, ask)));
      return answers.map(({ total }) => total);
    },
    prepare: async () => {
      if ((await deps.store.countRecords()) > smallRegister) deps.worker();
    },
  };
}

async function lookAtEach(
  store: Pick<ReplicaStore, 'readNewest'>,
  count: number,
  filterText: string,
): Promise<Found> {
  const queryTerms = queryTermsOf(filterText);
  const rows = await store.readNewest(0, count);
  const found = rows.filter((row) => matches(termsOf(searchedText(row)), queryTerms));
  return {
    total: found.length,
    groups: [],
    rows: async (start, end) => found.slice(start, end),
  };
}

async function answerFromEach(
  store: Pick<ReplicaStore, 'readNewest' | 'readUnsentDocuments'>,
  count: number,
  ask: RegisterAsk,
): Promise<Found> {
  // Most starts of the program ask for nothing of the kind.
  const { answerFromRows } = await import('./query-match.ts');
  const rows = await store.readNewest(0, count);
  const isUnsentAsked = ask.query.where === 'device';
  const unsent = isUnsentAsked
    ? await store.readUnsentDocuments(rows.map(({ id }) => id))
    : new Set<DocumentId>();
  const { rows: found, groups } = answerFromRows(rows, ask, unsent);
  return { total: found.length, groups, rows: async (start, end) => found.slice(start, end) };
}

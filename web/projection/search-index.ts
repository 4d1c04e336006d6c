/** The full-text index over rows (MiniSearch): prefixes of every term, updated row by row, saved as text. */
import MiniSearch, { type Options } from 'minisearch';
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { ImprovementRow } from '../../shared/domain/improvement.ts';
import { queryTermsOf, searchedText, termsOf } from './search-terms.ts';

export type SearchIndex = {
  readonly put: (row: ImprovementRow) => void;
  readonly remove: (id: DocumentId) => void;
  /** Rows that have all terms, newest first. */
  readonly find: (text: string) => readonly DocumentId[];
  readonly save: () => string;
};

type Entry = { readonly id: DocumentId; readonly text: string };

const options: Options<Entry> = {
  fields: ['text'],
  tokenize: (text) => [...termsOf(text)],
  processTerm: (term) => term,
  searchOptions: {
    tokenize: (text) => [...queryTermsOf(text)],
    processTerm: (term) => term,
    prefix: true,
    combineWith: 'AND',
  },
};

/** `saved` comes from `save`. */
export function createSearchIndex(saved?: string): SearchIndex {
  const index =
    saved === undefined ? new MiniSearch(options) : MiniSearch.loadJSON<Entry>(saved, options);
  return {
    put: (row) => {
      const entry = { id: row.id, text: searchedText(row) };
      if (index.has(row.id)) index.replace(entry);
      else index.add(entry);
    },
    remove: (id) => {
      if (index.has(id)) index.discard(id);
    },
    find: (text) => {
      const ids = index.search(text).map((result) => result.id as DocumentId);
      // Ids are UUIDv7: the reverse of their order is newest first.
      return ids.sort().reverse();
    },
    save: () => JSON.stringify(index),
  };
}

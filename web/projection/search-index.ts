/** The full-text index over rows: prefixes of every term, updated row by row, newest first, saved as bytes. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { ImprovementRow } from '../../shared/domain/improvement.ts';
import {
  bytesToPacked,
  noPostings,
  numbersOf,
  packedToBytes,
  type PackedPostings,
  repack,
} from './packed-postings.ts';
import { queryTermsOf, searchedText, termsOf } from './search-terms.ts';

export type SearchIndex = {
  readonly put: (row: ImprovementRow) => void;
  readonly has: (id: DocumentId) => boolean;
  readonly remove: (id: DocumentId) => void;
  /** Rows that have all terms, newest first. */
  readonly find: (text: string) => readonly DocumentId[];
  readonly save: () => Uint8Array;
};

/** Packing copies everything, so it is done when what is fresh has grown by a share of it, and not before this. */
const packFrom = 20_000;
const freshShare = 0.5;

/** `saved` comes from `save`. */
export function createSearchIndex(saved?: Uint8Array): SearchIndex {
  let packed: PackedPostings = saved === undefined ? noPostings : bytesToPacked(saved);
  /** '' = no longer there. */
  let ids = [...packed.ids];
  let numberById = numbered(ids);
  const fresh = new Map<string, number[]>();
  let freshSize = 0;
  /** Numbers in the order of their ids, which are UUIDv7: the reverse is newest first. */
  let inOrder: number[] = [...ids.keys()];
  let isInOrder = false;

  function remove(id: DocumentId): void {
    const number = numberById.get(id);
    if (number === undefined) return;
    ids[number] = '';
    numberById.delete(id);
  }

  function add(row: ImprovementRow): void {
    const number = ids.push(row.id) - 1;
    numberById.set(row.id, number);
    inOrder.push(number);
    isInOrder = false;
    for (const term of termsOf(searchedText(row))) {
      const numbers = fresh.get(term);
      if (numbers === undefined) fresh.set(term, [number]);
      else numbers.push(number);
      freshSize++;
    }
  }

  function pack(): void {
    packed = repack(packed, fresh, ids);
    fresh.clear();
    freshSize = 0;
    ids = [...packed.ids];
    numberById = numbered(ids);
    inOrder = [...ids.keys()];
    isInOrder = false;
  }

  /** Raises, for each record that has the term and had all before it, how many it has. */
  function mark(hits: Uint16Array, term: string, had: number): void {
    const markAll = (numbers: ArrayLike<number>) => {
      for (let i = 0; i < numbers.length; i++) {
        const number = numbers[i] ?? 0;
        if (hits[number] === had) hits[number] = had + 1;
      }
    };
    markAll(numbersOf(packed, term));
    for (const [freshTerm, numbers] of fresh) if (freshTerm.startsWith(term)) markAll(numbers);
  }

  function putInOrder(): void {
    if (isInOrder) return;
    // Mostly in order already, which sorting takes advantage of.
    inOrder.sort((a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1));
    isInOrder = true;
  }

  return {
    put: (row) => {
      remove(row.id);
      add(row);
      if (freshSize > Math.max(packFrom, packed.numbers.length * freshShare)) pack();
    },
    has: (id) => numberById.has(id),
    remove,
    find: (text) => {
      const terms = queryTermsOf(text);
      if (terms.length === 0) return [];
      const hits = new Uint16Array(ids.length);
      for (const [had, term] of terms.entries()) mark(hits, term, had);
      putInOrder();
      const found: DocumentId[] = [];
      for (let i = inOrder.length - 1; i >= 0; i--) {
        const number = inOrder[i] ?? 0;
        const id = ids[number];
        if (hits[number] === terms.length && id !== undefined && id !== '') {
          found.push(id as DocumentId);
        }
      }
      return found;
    },
    save: () => {
      pack();
      return packedToBytes(packed);
    },
  };
}

const numbered = (ids: readonly string[]): Map<string, number> =>
  new Map(ids.map((id, number) => [id, number]));

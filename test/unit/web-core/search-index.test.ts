/** The index finds exactly what looking at each row finds, whatever has been put, changed, removed, saved and loaded. */
import { expect, test } from 'vitest';
import { createUuidV7, type DocumentId } from '../../../shared/domain/ids.ts';
import type { ImprovementRow } from '../../../shared/domain/improvement.ts';
import { createSearchIndex } from '../../../web/projection/search-index.ts';
import {
  matches,
  queryTermsOf,
  searchedText,
  termsOf,
} from '../../../web/projection/search-terms.ts';
import { createRandom } from '../../../shared/demo/seeded-random.ts';

const words = [
  'door',
  'doors',
  'do',
  'on-call',
  'ward',
  'Ward-3',
  '病房',
  '病房的门',
  '门',
  'é',
  '𠮷野',
  'a',
];
const queries = [
  'd',
  'do',
  'door',
  'doors',
  'ward',
  'on',
  'call',
  '病',
  '病房',
  '门',
  '𠮷',
  'ward door',
  'x',
  '',
  'a 门',
];

test.each([1, 2, 3, 4, 5])('the index agrees with looking at each row (seed %i)', (seed) => {
  const random = createRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const rows = new Map<DocumentId, ImprovementRow>();
  let index = createSearchIndex();
  for (let step = 0; step < 300; step++) {
    const known = [...rows.keys()];
    const old = known[below(known.length)];
    if (old !== undefined && random() < 0.15) {
      rows.delete(old);
      index.remove(old);
    } else {
      const row = rowOf(old !== undefined && random() < 0.3 ? old : newId(below));
      rows.set(row.id, row);
      index.put(row);
    }
    if (random() < 0.05) index = createSearchIndex(index.save());
    if (step % 10 === 0)
      for (const query of queries) expect(index.find(query)).toEqual(seen(query));
  }

  function rowOf(id: DocumentId): ImprovementRow {
    const title = Array.from({ length: 1 + below(3) }, () => words[below(words.length)]).join(' ');
    return { id, title, ref: '', localNumber: '', text: '', tags: [], affectedItems: [] } as never;
  }

  function seen(query: string): readonly DocumentId[] {
    const terms = queryTermsOf(query);
    if (terms.length === 0) return [];
    const found = [...rows.values()].filter((row) => matches(termsOf(searchedText(row)), terms));
    return found
      .map((row) => row.id)
      .sort()
      .reverse();
  }
});

test('a large index, packed many times over, still finds each record once', () => {
  const index = createSearchIndex();
  const ids: DocumentId[] = [];
  for (let i = 0; i < 6_000; i++) {
    const id = createUuidV7<DocumentId>({
      nowMs: () => i,
      randomBytes: (size) => new Uint8Array(size),
    });
    ids.push(id);
    const text = `shared word${i} and some more words that fill it up`;
    index.put({
      id,
      title: text,
      ref: '',
      localNumber: '',
      text: '',
      tags: [],
      affectedItems: [],
    } as never);
  }
  expect(index.find('shared')).toEqual(ids.toReversed());
  expect(index.find('word17 fill')).toContain(ids[17]);
  expect(index.find('word5999')).toEqual([ids[5_999]]);
});

function newId(below: (limit: number) => number): DocumentId {
  return createUuidV7({
    nowMs: () => below(1_000_000),
    randomBytes: (size) => Uint8Array.from({ length: size }, () => below(256)),
  });
}

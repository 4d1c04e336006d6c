/** What edits that were not accepted wanted of a document's lists and of a record's scores. */
import type * as Y from 'yjs';
import { type CollectionName, collectionNames } from '../domain/collections.ts';
import { itemPath, parseItemPath, readAllItems, titleOfItem } from './collections.ts';
import { isItemValue } from './item-values.ts';
import type { WrittenEntry } from './read-change.ts';
import type { Wish } from './read-wishes.ts';
import { parseRegisterKey } from './registers.ts';
import { roots } from './schema.ts';
import { isStoredScore, parseScoreKey, type Score } from './scores.ts';

type ItemWish = Extract<Wish, { readonly type: 'item' }>;
type ScoreWish = Extract<Wish, { readonly type: 'score' }>;

/** Every value in every list, by `collection|entry|field`; '' where nothing is set. */
export type ItemValuesByPath = ReadonlyMap<string, string | number>;

export function readItemValues(doc: Y.Doc): ItemValuesByPath {
  const values = new Map<string, string | number>();
  for (const collection of collectionNames) {
    for (const { id, values: fields, order, isRemoved } of readAllItems(doc, collection)) {
      const all = { ...fields, order, removed: isRemoved ? 'yes' : '' };
      for (const [field, value] of Object.entries(all)) {
        values.set(itemPath(collection, itemPath(id, field)), value as string | number);
      }
    }
  }
  return values;
}

/** `doc` with the edits applied; `now` as it was without them. Where an entry stands in its list is wanted too. */
export function itemWishes(
  doc: Y.Doc,
  now: ItemValuesByPath,
  written: readonly WrittenEntry[],
): readonly Wish[] {
  const wishes: ItemWish[] = [];
  for (const collection of collectionNames) {
    const entries = written.filter(({ root }) => root === collection);
    if (entries.length === 0) continue;
    const titles = new Map(
      readAllItems(doc, collection).map((item) => [item.id, titleOfItem(item)]),
    );
    for (const [path, value] of latestValues(collection, entries)) {
      const place = parseItemPath(collection, path);
      const stands = now.get(itemPath(collection, path)) ?? '';
      if (place === undefined || stands === value) continue;
      const title = titles.get(place.item) ?? '';
      wishes.push({ type: 'item', collection, ...place, title, now: stands, wanted: value });
    }
  }
  return wishes;
}

function latestValues(
  collection: CollectionName,
  entries: readonly WrittenEntry[],
): ReadonlyMap<string, string | number> {
  const latest = new Map<string, { readonly value: string | number; readonly hlc: string }>();
  for (const { key, content } of entries) {
    const path = parseRegisterKey(key ?? '')?.field ?? '';
    const place = parseItemPath(collection, path);
    if (place === undefined || content.type !== 'value') continue;
    const { v, hlc } = (content.value ?? {}) as { readonly v?: unknown; readonly hlc?: unknown };
    if (typeof hlc !== 'string' || !isItemValue(collection, place.field, v)) continue;
    if (hlc >= (latest.get(path)?.hlc ?? '')) latest.set(path, { value: v as string, hlc });
  }
  return new Map([...latest].map(([path, { value }]) => [path, value]));
}

/** Whoever wrote them is the one whose scores they are. */
export function scoreWishes(
  now: readonly Score[],
  written: readonly WrittenEntry[],
): readonly ScoreWish[] {
  return written.flatMap(({ root, key, content }) => {
    const place = parseScoreKey(root === roots.scores ? (key ?? '') : '');
    const stored = content.type === 'value' ? content.value : undefined;
    if (place === undefined || !isStoredScore(stored)) return [];
    const { criterion } = place;
    const stands = now.find((score) => score.criterion === criterion && score.by === place.by);
    const wanted = stored.v ?? '';
    const wish = { type: 'score', criterion, now: stands?.value ?? '', wanted } as const;
    return wish.now === wanted ? [] : [wish];
  });
}

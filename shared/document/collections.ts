/**
 * Lists of entries in a document, flat: one root map each, key `entry|field|device`, every field a multi-value
 * register. Nothing is nested, nothing is deleted: an entry taken out says so (docs/architecture.md, D1–D3).
 */
import { generateKeyBetween } from 'fractional-indexing';
import type * as Y from 'yjs';
import {
  type CollectionName,
  collections,
  type ItemChange,
  type ItemField,
  type ItemValues,
} from '../domain/collections.ts';
import { isUuid } from '../domain/ids.ts';
import { isItemField, isItemValue } from './item-values.ts';
import type { ReadableDocument } from './readable-document.ts';
import { type Author, readRegisters, type RegisterEntry, writeRegister } from './registers.ts';

export type Item<C extends CollectionName = CollectionName> = {
  /** UUIDv7. */
  readonly id: string;
  /** What counts; '' = not set. */
  readonly values: ItemValues<C>;
  readonly order: string;
  readonly isRemoved: boolean;
  /** Of fields that were set while apart: every value that stands, the one that counts first. */
  readonly disputed: { readonly [F in ItemField<C>]?: readonly RegisterEntry[] };
};

/** The entries that stand, in their order. Total: nonsense in a document is passed over, never thrown. */
export const readCollection = <C extends CollectionName>(
  doc: ReadableDocument,
  collection: C,
): readonly Item<C>[] => readAllItems(doc, collection).filter(({ isRemoved }) => !isRemoved);

/** Those taken out too: what points to them keeps its name. */
export function readAllItems<C extends CollectionName>(
  doc: ReadableDocument,
  collection: C,
): readonly Item<C>[] {
  const fieldsByItem = new Map<string, Map<string, readonly RegisterEntry[]>>();
  for (const [path, entries] of readRegisters(doc.getMap(collection))) {
    const place = parseItemPath(collection, path);
    if (place === undefined) continue;
    const standing = entries.filter(({ value }) => isItemValue(collection, place.field, value));
    if (standing.length === 0) continue;
    const fields = fieldsByItem.get(place.item) ?? new Map<string, readonly RegisterEntry[]>();
    fieldsByItem.set(place.item, fields.set(place.field, standing));
  }
  return [...fieldsByItem]
    .map(([id, fields]) => toItem(collection, id, fields))
    .sort((a, b) => compare(a.order, b.order) || compare(a.id, b.id));
}

/** How people call an entry. */
export function titleOfItem({ values }: Item): string {
  const named = values as { readonly [field: string]: unknown };
  const field = namingFields.find((name) => named[name] !== undefined && named[name] !== '');
  return field === undefined ? '' : beginningOf(String(named[field]));
}

/** The first that says something. */
const namingFields = [
  'title',
  'goal',
  'name',
  'key',
  'supplier',
  'what',
  'observe',
  'nextStep',
  'happened',
  'on',
] as const;

/** As long as a name may be; a paragraph that has none is called by how it begins. */
const nameLength = 200;
const beginningLength = 80;

function beginningOf(text: string): string {
  const [line = ''] = text.split('\n', 1);
  return line.length <= nameLength ? line : `${line.slice(0, beginningLength - 1)}…`;
}

function toItem<C extends CollectionName>(
  collection: C,
  id: string,
  fields: ReadonlyMap<string, readonly RegisterEntry[]>,
): Item<C> {
  const valueOf = (field: string): unknown => fields.get(field)?.[0]?.value ?? '';
  const names = Object.keys(collections[collection]);
  return {
    id,
    values: Object.fromEntries(names.map((name) => [name, valueOf(name)])) as ItemValues<C>,
    order: String(valueOf('order')),
    isRemoved: valueOf('removed') === 'yes',
    disputed: Object.fromEntries(
      [...fields].filter(([, standing]) => standing.length > 1),
    ) as Item<C>['disputed'],
  };
}

/** Must run inside a transaction. `item`: a new UUIDv7, or an entry that is there. `change` is of valid values. */
export function writeItem(
  doc: Y.Doc,
  { collection, item, change }: ItemToWrite,
  author: Author,
): void {
  const map = doc.getMap(collection);
  for (const [field, value] of Object.entries(change)) {
    writeRegister(map, itemPath(item, field), value, author);
  }
}

export type ItemToWrite<C extends CollectionName = CollectionName> = {
  readonly [Name in C]: {
    readonly collection: Name;
    readonly item: string;
    readonly change: ItemChange<Name>;
  };
}[C];

export const itemPath = (item: string, field: string): string => `${item}|${field}`;

/** Splits what is left of a key without its device; undefined when it is of no entry of the collection. */
export function parseItemPath<C extends CollectionName>(
  collection: C,
  path: string,
): { readonly item: string; readonly field: ItemField<C> } | undefined {
  const at = path.indexOf('|');
  const item = path.slice(0, at);
  const field = path.slice(at + 1);
  return at > 0 && isUuid(item) && isItemField(collection, field)
    ? { item, field: field as ItemField<C> }
    : undefined;
}

/** An order between two; '' = the beginning, or the end. Where two were given one order, behind the first. */
export function orderBetween(before: string, after: string): string {
  const low = before === '' ? null : before;
  const high = after === '' || after <= before ? null : after;
  try {
    return generateKeyBetween(low, high);
  } catch {
    return generateKeyBetween(null, null);
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

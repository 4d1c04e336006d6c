/** What an update did to a document, read from the Yjs transaction that applied it. */
import * as Y from 'yjs';
import { err, ok, type Result } from '../result.ts';

export type DocumentChange = {
  readonly written: readonly WrittenEntry[];
  readonly deleted: readonly DeletedEntry[];
};

/** Content that is new with this update, whether or not it stands: a losing write is judged as well. */
export type WrittenEntry = {
  readonly root: string;
  /** null in a text. */
  readonly key: string | null;
  readonly content:
    | { readonly type: 'value'; readonly value: unknown }
    | { readonly type: 'text'; readonly text: string }
    /** Overwritten or deleted before it was sent: its value is gone. */
    | { readonly type: 'erased' };
  /** Another value was written under this key before, or beside it. */
  readonly isRewrite: boolean;
};

/** An entry from before this update that it deletes. */
export type DeletedEntry = { readonly root: string; readonly key: string | null };

/** Must be called in the transaction's `afterTransaction`: later, Yjs throws deleted content away. */
export function readChange(transaction: Y.Transaction): Result<DocumentChange, string> {
  const written: WrittenEntry[] = [];
  const deleted: DeletedEntry[] = [];
  for (const item of newItems(transaction)) {
    const place = placeOf(transaction, item);
    const content = contentOf(item);
    if (place === undefined) return err('Something is nested; a record is flat.');
    if (content === undefined) return err(`${item.content.constructor.name} is not allowed.`);
    const isRewrite = place.key !== null && (item.left !== null || item.right !== null);
    written.push({ root: place.root, key: place.key, content, isRewrite });
  }
  for (const item of oldItemsDeleted(transaction)) {
    const place = placeOf(transaction, item);
    if (place !== undefined) deleted.push(place);
  }
  return ok({ written, deleted });
}

/** True when the update left nothing behind: everything in it was known. */
export function isWithoutEffect(transaction: Y.Transaction): boolean {
  if (transaction.deleteSet.clients.size > 0) return false;
  for (const [client, clock] of transaction.afterState) {
    if (transaction.beforeState.get(client) !== clock) return false;
  }
  return true;
}

function newItems(transaction: Y.Transaction): readonly Y.Item[] {
  const items: Y.Item[] = [];
  for (const [client, after] of transaction.afterState) {
    const before = transaction.beforeState.get(client) ?? 0;
    if (after !== before) collectItems(transaction, client, before, after, items);
  }
  return items;
}

function oldItemsDeleted(transaction: Y.Transaction): readonly Y.Item[] {
  const items: Y.Item[] = [];
  for (const [client, ranges] of transaction.deleteSet.clients) {
    const before = transaction.beforeState.get(client) ?? 0;
    for (const { clock, len } of ranges) {
      const end = Math.min(clock + len, before);
      if (clock < end) collectItems(transaction, client, clock, end, items);
    }
  }
  return items;
}

/** The client's items from clock `from` up to and without `to`; what Yjs has collected is passed over. */
function collectItems(
  transaction: Y.Transaction,
  client: number,
  from: number,
  to: number,
  items: Y.Item[],
): void {
  const structs = transaction.doc.store.clients.get(client) ?? [];
  for (let at = Y.findIndexSS(structs, from); at < structs.length; at++) {
    const struct = structs[at];
    if (struct === undefined || struct.id.clock >= to) return;
    if (struct instanceof Y.Item) items.push(struct);
  }
}

/** undefined when the item is not directly under a root. */
function placeOf(
  { doc }: Y.Transaction,
  { parent, parentSub }: Y.Item,
): { root: string; key: string | null } | undefined {
  for (const [root, type] of doc.share) {
    if (type === parent) return { root, key: parentSub };
  }
  return undefined;
}

/** undefined: of a kind that a record does not have. */
export function contentOf({ content }: Y.Item): WrittenEntry['content'] | undefined {
  if (content instanceof Y.ContentString) return { type: 'text', text: content.str };
  if (content instanceof Y.ContentDeleted) return { type: 'erased' };
  if (content instanceof Y.ContentAny && content.arr.length === 1) {
    return { type: 'value', value: content.arr[0] };
  }
  return undefined;
}

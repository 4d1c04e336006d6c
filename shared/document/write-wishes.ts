/** Makes edits that were not accepted again, as new edits of whoever writes now. */
import type * as Y from 'yjs';
import type { RandomDep } from '../deps.ts';
import { type CommentId, createUuidV7 } from '../domain/ids.ts';
import type { CollectionName, ItemChange } from '../domain/collections.ts';
import type { ItemToWrite } from './collections.ts';
import { isMeasureField, writeMeasureChange } from './measure-document.ts';
import type { Wish } from './read-wishes.ts';
import type { Author } from './registers.ts';
import { textOf } from './schema.ts';
import { writeWorkspaceChange } from './workspace-document.ts';
import { writeChange, writeComment } from './write-change.ts';

/** In one transaction. `wishes` must have been read against the document as it is in this moment. */
export function writeWishes(
  doc: Y.Doc,
  wishes: readonly Wish[],
  author: Author & RandomDep,
  origin?: unknown,
): void {
  doc.transact(() => {
    for (const wish of wishes) writeWish(doc, wish, author);
  }, origin);
}

function writeWish(doc: Y.Doc, wish: Wish, author: Author & RandomDep): void {
  switch (wish.type) {
    case 'field':
      return writeChange(doc, { type: 'setField', field: wish.field, value: wish.wanted }, author);
    case 'entry': {
      const { field, entry, wanted: on } = wish;
      return writeChange(doc, { type: 'setEntry', field, entry, on }, author);
    }
    case 'item': {
      const { collection, item, field, wanted } = wish;
      // More lists than the compiler tells apart in one step.
      const change = { [field]: wanted } as ItemChange<CollectionName>;
      const entry = { collection, item, change } as ItemToWrite;
      return writeChange(doc, { type: 'setItem', ...entry }, author);
    }
    case 'setting': {
      const { field, wanted: value } = wish;
      return isMeasureField(field)
        ? writeMeasureChange(doc, { type: 'setField', field, value }, author)
        : writeWorkspaceChange(doc, { type: 'setField', field, value }, author);
    }
    case 'reading': {
      const entries = [{ ...wish.entry, id: createUuidV7<string>(author) }];
      return writeMeasureChange(doc, { type: 'writeReadings', entries }, author);
    }
    case 'score': {
      const value = wish.wanted === '' ? null : wish.wanted;
      return writeChange(doc, { type: 'score', criterion: wish.criterion, value }, author);
    }
    case 'support':
      return writeChange(doc, { type: 'support', on: wish.wanted }, author);
    case 'text':
      return void textOf(doc, wish.field).applyDelta([...wish.steps]);
    case 'comment':
      return writeComment(doc, { id: createUuidV7<CommentId>(author), text: wish.text }, author);
  }
}

/** What a history is about: a record, a measure, or what the workspace has agreed on; and how something of it is set back. */
import type * as Y from 'yjs';
import type { Item } from '../../../shared/document/collections.ts';
import { isMeasureField } from '../../../shared/document/measure-document.ts';
import { isWorkspaceField } from '../../../shared/document/workspace-document.ts';
import type { CollectionName } from '../../../shared/domain/collections.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { measureFields } from '../../../shared/domain/measure.ts';
import { workspaceFields } from '../../../shared/domain/workspace.ts';
import type { Fact } from '../../../shared/process/facts.ts';
import type { HistoryChange, HistoryField } from '../../../shared/protocol/history.ts';

export type ValueChange = Extract<HistoryChange, { readonly type: 'field' | 'item' }>;

export type HistorySubject = {
  readonly id: DocumentId;
  /** Another one whenever the document is. */
  readonly version: string;
  /** All that is told of; undefined = everything. */
  readonly fields: readonly HistoryField[] | undefined;
  readonly facts: readonly Fact[];
  /** Of an entry that has no title of its own. */
  readonly nameOfItem: (collection: CollectionName, item: string) => string;
  readonly ways: WaysBack;
};

/** Each a new edit, which undo takes away again. */
export type WaysBack = {
  /** undefined: this person can't write it, or it is not in this document. */
  readonly textOf: (
    field: TextOfHistory,
  ) => { readonly text: Y.Text; readonly origin: object } | undefined;
  /** What stands now where `change` wrote; undefined: it can't be set back here. */
  readonly valueNow: (change: ValueChange) => string | number | undefined;
  readonly setBack: (change: ValueChange) => void;
};

export type TextOfHistory = Extract<HistoryChange, { readonly type: 'text' }>['field'];

/** What stands now in an entry of a list: of one that was taken out, only that it was. */
export function valueInItem(
  standing: readonly Item[],
  { item, field }: Extract<ValueChange, { readonly type: 'item' }>,
): string | number | undefined {
  const values = standing.find(({ id }) => id === item)?.values as
    Readonly<Record<string, string | number>> | undefined;
  if (field === 'removed') return values === undefined ? 'yes' : '';
  return values?.[field];
}

/** The edit that writes what stood before; the place is one that the document has. */
export const changeBack = (change: ValueChange) =>
  change.type === 'field'
    ? { type: 'setField', field: change.field, value: valueOf(change) }
    : {
        type: 'setItem',
        collection: change.collection,
        item: change.item,
        change: { [change.field]: change.old },
      };

/** A history tells the values of all fields as words; in a document some are numbers. */
function valueOf({ field, old }: Extract<ValueChange, { readonly type: 'field' }>) {
  const isNumber =
    (isWorkspaceField(field) && workspaceFields[field].type === 'number') ||
    (isMeasureField(field) && measureFields[field].type === 'number');
  return isNumber && old !== '' ? Number(old) : old;
}

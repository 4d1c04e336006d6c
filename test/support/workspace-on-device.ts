/** The workspace's own document as one device holds it: real edits, one update each. */
import type { Author } from '../../shared/document/registers.ts';
import { type DocumentText, textOf } from '../../shared/document/schema.ts';
import {
  type WorkspaceChange,
  writeWorkspaceChange,
} from '../../shared/document/workspace-document.ts';
import { createUuidV7, type DocumentId } from '../../shared/domain/ids.ts';
import type { ItemChange, WorkspaceCollection } from '../../shared/domain/collections.ts';
import { openRecordOn } from './record-on-device.ts';
import { systemDeps } from './sync-core.ts';

export function openWorkspaceOn(
  owner: Pick<Author, 'device' | 'actor'>,
  docId: DocumentId,
  updates: readonly Uint8Array[] = [],
) {
  const { doc, edit } = openRecordOn(owner, docId, updates);
  const author = { ...systemDeps, ...owner };
  const change = (asked: WorkspaceChange) => edit(() => writeWorkspaceChange(doc, asked, author));
  return {
    docId,
    doc,
    edit,
    change,
    type: (field: DocumentText, text: string) => edit(() => textOf(doc, field).insert(0, text)),
    add: <C extends WorkspaceCollection>(collection: C, values: ItemChange<C>) =>
      change({ type: 'setItem', collection, item: createUuidV7(systemDeps), change: values }),
  };
}

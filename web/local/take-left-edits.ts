/** Writes the edits that an earlier page left behind into their documents, as this device's own. */
import * as Y from 'yjs';
import { nextHlc } from '../../shared/domain/hlc.ts';
import type { Uid } from '../../shared/domain/ids.ts';
import { isWhole } from '../../shared/document/recover-texts.ts';
import { type DocumentLogDeps, openDocumentLog } from './document-log.ts';
import { type LeftEdit, readLeftEdits, writeLeftEdits } from './left-edits.ts';

/** One that was stored after all changes nothing: applying it again emits no update. */
export async function takeLeftEdits(
  deps: DocumentLogDeps & { readonly storage: Pick<Storage, 'getItem' | 'setItem'> },
): Promise<void> {
  const remaining: LeftEdit[] = [];
  for (const edit of readLeftEdits(deps.storage)) {
    if (!(await take(deps, edit))) remaining.push(edit);
  }
  writeLeftEdits(deps.storage, remaining);
}

/** False: its document is not on this device, or the storage failed; it is kept for later. */
async function take(deps: DocumentLogDeps, edit: LeftEdit): Promise<boolean> {
  const log = await openDocumentLog(deps, edit.id);
  if (log === undefined) return false;
  Y.applyUpdate(log.doc.get(), edit.update, log.editorOrigin);
  const isThere = isWhole(log.doc.get(), edit.update);
  await log.close();
  return isThere ? log.saving.get() === 'saved' : setAside(deps, edit);
}

/** It is of no document that is here: no log has this generation. */
const noGeneration = { generation: -1, snapshotN: 0, tailN: 0 };

/** The document has started again since, without what the edit builds on: it becomes a draft. */
async function setAside(deps: DocumentLogDeps, { id, update }: LeftEdit): Promise<boolean> {
  const { store, identity } = deps;
  const uid = (await deps.sha256Hex(update)) as Uid;
  const { outbox, drafts } = await store.readOutboxAndDrafts();
  if ([...outbox, ...drafts].some((row) => row.uid === uid)) return true;
  const [row] = await store.readRecords([id]);
  if (row === undefined) return false;
  const { boot, actor } = identity;
  const edit = { docId: id, update, uid, hlc: nextHlc(deps), boot, actor, row };
  return (await store.appendEdit({ ...edit, shows: noGeneration }, '')).ok;
}

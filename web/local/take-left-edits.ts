/** Writes the edits that an earlier page left behind into their documents, as this device's own. */
import * as Y from 'yjs';
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
async function take(deps: DocumentLogDeps, { id, update }: LeftEdit): Promise<boolean> {
  const log = await openDocumentLog(deps, id);
  if (log === undefined) return false;
  Y.applyUpdate(log.doc.get(), update, log.editorOrigin);
  await log.close();
  return log.saving.get() === 'saved';
}

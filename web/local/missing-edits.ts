/** Notices when a document waits for edits that are not here, and has it fetched whole if they don't come. */
import type * as Y from 'yjs';
import type { TimersDep } from './deps.ts';

/** An edit may overtake the one that it builds on by this much; then the whole document is fetched. */
const missingEditMs = 5_000;

/** True while the document holds edits that build on others which are not here. */
export const hasMissingEdits = (doc: Y.Doc): boolean =>
  doc.store.pendingStructs !== null || doc.store.pendingDs !== null;

export type MissingEditsWatch = { readonly look: () => void; readonly stop: () => void };

/** `look` whenever the document may have changed; `onMissing` once its edits have been missing for too long. */
export function watchForMissingEdits(
  deps: TimersDep,
  currentDoc: () => Y.Doc,
  onMissing: () => void,
): MissingEditsWatch {
  let cancel: (() => void) | undefined;
  return {
    look: () => {
      if (!hasMissingEdits(currentDoc()) || cancel !== undefined) return;
      cancel = deps.setTimer(missingEditMs, () => {
        cancel = undefined;
        if (hasMissingEdits(currentDoc())) onMissing();
      });
    },
    stop: () => cancel?.(),
  };
}

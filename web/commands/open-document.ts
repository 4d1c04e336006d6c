/** An open document of whichever kind as screens use it: its texts, changes, undo, saving, and the live room. */
import type * as Y from 'yjs';
import { type DocumentText, textOf } from '../../shared/document/schema.ts';
import type { Author } from '../../shared/document/registers.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { DocumentLog, DocumentLogDeps } from '../local/document-log.ts';
import { createWritable, type Readable } from '../readable.ts';
import type { OpenDocument, RoomService } from '../services/open-document.ts';
import { type ChangeWriting, createUndoStack, type UndoStack } from './undo.ts';

export type OpenDocumentDeps = DocumentLogDeps & {
  readonly enterRoom: (id: DocumentId, log: DocumentLog) => Room;
  /** Known for as long as it is open, so that everything can be flushed before an update or a pagehide. */
  readonly openLogs: Set<DocumentLog>;
};

export type Room = RoomService & { readonly leave: () => void };

export type Presented<State, Change> = {
  readonly author: Author;
  readonly changes: ChangeWriting<Change>;
  readonly readState: (doc: Y.Doc) => State;
  /** What the state depends on besides the document. */
  readonly follows: readonly Readable<unknown>[];
};

/** Closing it closes the log. */
export function presentDocument<Text extends DocumentText, State, Change>(
  deps: OpenDocumentDeps,
  log: DocumentLog,
  { author, changes, readState, follows }: Presented<State, Change>,
): OpenDocument<Text, State, Change> {
  deps.openLogs.add(log);
  const state = createWritable(readState(log.doc.get()));
  const canUndo = createWritable(false);
  const canRedo = createWritable(false);
  const room = deps.enterRoom(log.id, log);
  let stack = bind(log.doc.get());

  function bind(doc: Y.Doc): UndoStack<Change> {
    const bound = createUndoStack(doc, author, log.editorOrigin, changes);
    const refreshUndo = () => {
      canUndo.set(bound.canUndo.get());
      canRedo.set(bound.canRedo.get());
    };
    doc.on('update', refreshState);
    bound.canUndo.subscribe(refreshUndo);
    bound.canRedo.subscribe(refreshUndo);
    refreshUndo();
    return bound;
  }

  function refreshState(): void {
    state.set(readState(log.doc.get()));
  }

  const stopFollowing = [
    log.doc.subscribe(() => {
      stack.destroy();
      stack = bind(log.doc.get());
      refreshState();
    }),
    ...follows.map((followed) => followed.subscribe(refreshState)),
  ];

  const finish = async () => {
    await log.close();
    deps.openLogs.delete(log);
  };

  return {
    id: log.id,
    state,
    text: (field) => textOf(log.doc.get(), field),
    editorOrigin: log.editorOrigin,
    change: (change) => stack.change(change),
    saving: log.saving,
    refused: log.refused,
    undo: {
      canUndo,
      canRedo,
      undo: () => stack.undo(),
      redo: () => stack.redo(),
    },
    room,
    close: async () => {
      room.leave();
      for (const stop of stopFollowing) stop();
      stack.destroy();
      await log.flush();
      if (log.unstored() === undefined) return finish();
      // The storage fails: what a person wrote is tried again, also when they look elsewhere.
      const stop = log.saving.subscribe(() => {
        if (log.saving.get() !== 'saved') return;
        stop();
        void finish();
      });
    },
  };
}

/**
 * Undo of one's own edits on one stack: typing by Yjs' UndoManager, everything else by a command that puts
 * the former value back, offered only while one's own value is the current one.
 */
import * as Y from 'yjs';
import type { Author } from '../../shared/document/registers.ts';
import { type DocumentText, textOf } from '../../shared/document/schema.ts';
import { createWritable } from '../readable.ts';
import type { UndoService } from '../services/open-document.ts';

/** Steps kept; older ones are forgotten. */
const stackLimit = 200;

type StepOf<Change> =
  | { readonly type: 'typing' }
  /** `isCurrent`: what this step did still stands, by the author's hand. */
  | {
      readonly type: 'change';
      readonly inverse: Change;
      readonly isCurrent: () => boolean;
    };

/** How changes of one kind of document are written, and taken back. */
export type ChangeWriting<Change> = {
  /** Its texts: undo follows them by itself. */
  readonly texts: readonly DocumentText[];
  readonly write: (doc: Y.Doc, change: Change, author: Author) => void;
  /** The change that puts back what `change` is about to replace. */
  readonly inverseOf: (doc: Y.Doc, change: Change, author: Author) => Change;
  /** The stamp of what `change` wrote, while it alone stands; undefined when it does not. */
  readonly stampOf: (doc: Y.Doc, change: Change, author: Author) => string | undefined;
};

export type UndoStack<Change> = UndoService & {
  readonly change: (change: Change) => void;
  readonly destroy: () => void;
};

export function createUndoStack<Change>(
  doc: Y.Doc,
  author: Author,
  editorOrigin: object,
  { texts, write: writeOne, inverseOf, stampOf }: ChangeWriting<Change>,
): UndoStack<Change> {
  type Step = StepOf<Change>;
  const typing = new Y.UndoManager(
    texts.map((field) => textOf(doc, field)),
    // A measure has no texts to find it by.
    { doc, trackedOrigins: new Set([editorOrigin]) },
  );
  const done: Step[] = [];
  const undone: Step[] = [];
  const canUndo = createWritable(false);
  const canRedo = createWritable(false);
  let isReplaying = false;

  typing.on('stack-item-added', ({ type }: { type: 'undo' | 'redo' }) => {
    if (isReplaying || type !== 'undo') return;
    undone.length = 0;
    remember(done, { type: 'typing' });
    refresh();
  });
  doc.on('afterTransaction', refresh);

  /** Writes a change and answers the step that takes it back. */
  function write(change: Change): Step {
    const inverse = inverseOf(doc, change, author);
    writeOne(doc, change, author);
    const stamp = stampOf(doc, change, author);
    return {
      type: 'change',
      inverse,
      isCurrent: () => stamp !== undefined && stampOf(doc, change, author) === stamp,
    };
  }

  function step(from: Step[], to: Step[], replayTyping: () => unknown): void {
    dropStale(from);
    const last = from.pop();
    if (last === undefined) return;
    isReplaying = true;
    if (last.type === 'change') {
      remember(to, write(last.inverse));
    } else if (replayTyping() !== null) {
      remember(to, { type: 'typing' });
    }
    isReplaying = false;
    matchTyping(done, typing.undoStack.length);
    matchTyping(undone, typing.redoStack.length);
    refresh();
  }

  function refresh(): void {
    dropStale(done);
    dropStale(undone);
    canUndo.set(done.length > 0);
    canRedo.set(undone.length > 0);
  }

  return {
    canUndo,
    canRedo,
    undo: () => step(done, undone, () => typing.undo()),
    redo: () => step(undone, done, () => typing.redo()),
    change: (change) => {
      typing.stopCapturing();
      remember(done, write(change));
      undone.length = 0;
      typing.clear(false, true);
      refresh();
    },
    destroy: () => {
      doc.off('afterTransaction', refresh);
      typing.destroy();
    },
  };
}

function remember<Step>(steps: Step[], step: Step): void {
  steps.push(step);
  if (steps.length > stackLimit) steps.shift();
}

/** Takes away steps at the top that someone else's later value has made void. */
function dropStale<Change>(steps: StepOf<Change>[]): void {
  for (let top = steps.at(-1); top?.type === 'change' && !top.isCurrent(); top = steps.at(-1)) {
    steps.pop();
  }
}

/** Yjs skips typing that others have deleted since: as many steps leave this stack too. */
function matchTyping<Change>(steps: StepOf<Change>[], count: number): void {
  let surplus = steps.filter((step) => step.type === 'typing').length - count;
  for (let i = steps.length - 1; i >= 0 && surplus > 0; i--) {
    if (steps[i]?.type !== 'typing') continue;
    steps.splice(i, 1);
    surplus--;
  }
}

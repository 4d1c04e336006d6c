/**
 * Undo of one's own edits on one stack: typing by Yjs' UndoManager, everything else by a command that puts
 * the former value back, offered only while one's own value is the current one.
 */
import * as Y from 'yjs';
import { readField, readSet } from '../../shared/document/read-document.ts';
import { itemPath, type ItemToWrite, readAllItems } from '../../shared/document/collections.ts';
import { readScores } from '../../shared/document/scores.ts';
import type { CollectionName, ItemChange } from '../../shared/domain/collections.ts';
import { type Author, readRegisters } from '../../shared/document/registers.ts';
import { roots, textOf, setOf, votesOf } from '../../shared/document/schema.ts';
import {
  type ImprovementChange,
  ownVotes,
  writeChange,
} from '../../shared/document/write-change.ts';
import { textFields } from '../../shared/domain/improvement.ts';
import { createWritable } from '../readable.ts';
import type { UndoService } from '../services/improvement.ts';

/** Steps kept; older ones are forgotten. */
const stackLimit = 200;

type Step =
  | { readonly type: 'typing' }
  /** `isCurrent`: what this step did still stands, by the author's hand. */
  | {
      readonly type: 'change';
      readonly inverse: ImprovementChange;
      readonly isCurrent: () => boolean;
    };

export type UndoStack = UndoService & {
  readonly change: (change: ImprovementChange) => void;
  readonly destroy: () => void;
};

export function createUndoStack(doc: Y.Doc, author: Author, editorOrigin: object): UndoStack {
  const typing = new Y.UndoManager(
    textFields.map((field) => textOf(doc, field)),
    { trackedOrigins: new Set([editorOrigin]) },
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
  function write(change: ImprovementChange): Step {
    const inverse = inverseOf(doc, change, author);
    writeChange(doc, change, author);
    const stamp = ownStamp(doc, change, author);
    return {
      type: 'change',
      inverse,
      isCurrent: () => stamp !== undefined && ownStamp(doc, change, author) === stamp,
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

function remember(steps: Step[], step: Step): void {
  steps.push(step);
  if (steps.length > stackLimit) steps.shift();
}

/** Takes away steps at the top that someone else's later value has made void. */
function dropStale(steps: Step[]): void {
  for (let top = steps.at(-1); top?.type === 'change' && !top.isCurrent(); top = steps.at(-1)) {
    steps.pop();
  }
}

/** Yjs skips typing that others have deleted since: as many steps leave this stack too. */
function matchTyping(steps: Step[], count: number): void {
  let surplus = steps.filter((step) => step.type === 'typing').length - count;
  for (let i = steps.length - 1; i >= 0 && surplus > 0; i--) {
    if (steps[i]?.type !== 'typing') continue;
    steps.splice(i, 1);
    surplus--;
  }
}

/** The change that puts back what `change` is about to replace. */
export function inverseOf(
  doc: Y.Doc,
  change: ImprovementChange,
  author: Author,
): ImprovementChange {
  switch (change.type) {
    case 'setField':
      return { ...change, value: readField(doc, change.field).value };
    case 'setEntry':
      return { ...change, on: readSet(doc, change.field).includes(change.entry) };
    case 'support':
      return { ...change, on: ownVotes(doc, author).length > 0 };
    case 'setItem':
      return { ...change, change: inverseOfItem(doc, change) };
    case 'score': {
      const own = readScores(doc).find(
        ({ criterion, by }) => criterion === change.criterion && by === author.actor,
      );
      return { ...change, value: own?.value ?? null };
    }
  }
}

/** The stamp of the standing value that `change` wrote, while it alone stands; undefined when it does not. */
export function ownStamp(
  doc: Y.Doc,
  change: ImprovementChange,
  author: Author,
): string | undefined {
  switch (change.type) {
    case 'setField': {
      const [first, ...others] = readField(doc, change.field).standing;
      return first?.device === author.device && others.length === 0 ? first.hlc : undefined;
    }
    case 'setEntry':
      return stampOf(setOf(doc, change.field).get(change.entry));
    case 'support':
      return stampOf(votesOf(doc).get(author.actor));
    case 'setItem':
      return ownItemStamp(doc, change, author);
    case 'score':
      return stampOf(doc.getMap(roots.scores).get(`${change.criterion}|${author.actor}`));
  }
}

/** What was not there before is taken out again; a field goes back to what it was. */
function inverseOfItem(
  doc: Y.Doc,
  { collection, item, change }: ItemToWrite,
): ItemChange<CollectionName> {
  const before = readAllItems(doc, collection).find(({ id }) => id === item);
  if (before === undefined) return { removed: 'yes' };
  const values: Readonly<Record<string, unknown>> = {
    ...before.values,
    order: before.order,
    removed: before.isRemoved ? 'yes' : '',
  };
  return Object.fromEntries(Object.keys(change).map((field) => [field, values[field] ?? '']));
}

/** Of all fields that it wrote, as long as each stands alone. */
function ownItemStamp(
  doc: Y.Doc,
  { collection, item, change }: ItemToWrite,
  author: Author,
): string | undefined {
  const registers = readRegisters(doc.getMap(collection));
  const stamps = Object.keys(change).map((field) => {
    const [first, ...others] = registers.get(itemPath(item, field)) ?? [];
    return first?.device === author.device && others.length === 0 ? first.hlc : undefined;
  });
  return stamps.includes(undefined) ? undefined : stamps.join();
}

const stampOf = (stored: unknown): string | undefined =>
  (stored as { readonly hlc?: string } | undefined)?.hlc;

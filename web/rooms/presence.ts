/** Who else has the record open, and where their carets are, as positions that move along with the text. */
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { textFields } from '../../shared/domain/record-fields.ts';
import { workspaceTexts } from '../../shared/domain/workspace.ts';
import { type DocumentText, textOf } from '../../shared/document/schema.ts';
import type { Caret, Presence } from '../services/open-document.ts';

/** What a client puts into awareness beside the `user` that the server sets. */
type SharedCaret = {
  readonly field: DocumentText;
  readonly anchor: unknown;
  readonly head: unknown;
};

/** Tells the others where the caret is; undefined = in no text. */
export function shareCaret(awareness: Awareness, doc: Y.Doc, caret: Caret | undefined): void {
  awareness.setLocalStateField('caret', caret === undefined ? null : toShared(doc, caret));
}

/** One entry for each other open screen, in the order of their keys, so that colours and lists stay. */
export function readPresence(awareness: Awareness, doc: Y.Doc): readonly Presence[] {
  const others: Presence[] = [];
  for (const [key, state] of awareness.getStates()) {
    const user = (state as { readonly user?: { readonly id?: unknown; readonly name?: unknown } })
      .user;
    if (key === awareness.clientID || typeof user?.id !== 'string') continue;
    const name = typeof user.name === 'string' ? user.name : '';
    others.push({ key, id: user.id, name, caret: fromShared(doc, state['caret']) });
  }
  return others.sort((a, b) => a.key - b.key);
}

function toShared(doc: Y.Doc, caret: Caret): SharedCaret {
  const text = textOf(doc, caret.field);
  const positionOf = (offset: number) =>
    Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, offset));
  return { field: caret.field, anchor: positionOf(caret.anchor), head: positionOf(caret.head) };
}

/** Others' claims are not to be trusted: whatever is no position in a text of this record is no caret. */
function fromShared(doc: Y.Doc, shared: unknown): Caret | undefined {
  const { field, anchor, head } = (shared ?? {}) as Partial<SharedCaret>;
  if (field === undefined || !sharedTexts.includes(field)) return undefined;
  const anchorOffset = offsetOf(doc, field, anchor);
  const headOffset = offsetOf(doc, field, head);
  if (anchorOffset === undefined || headOffset === undefined) return undefined;
  return { field, anchor: anchorOffset, head: headOffset };
}

const sharedTexts: readonly DocumentText[] = [...textFields, ...workspaceTexts];

function offsetOf(doc: Y.Doc, field: DocumentText, position: unknown): number | undefined {
  if (typeof position !== 'object' || position === null) return undefined;
  try {
    const absolute = Y.createAbsolutePositionFromRelativePosition(
      Y.createRelativePositionFromJSON(position),
      doc,
    );
    return absolute?.type === textOf(doc, field) ? absolute.index : undefined;
  } catch {
    // A position that Yjs can't read is a hostile or a newer client's: it has no place here.
    return undefined;
  }
}

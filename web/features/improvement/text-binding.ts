/**
 * Binds a plain text area to a collaborative text. What is typed becomes the smallest edit; what others
 * type appears with the caret kept. While an input method composes, neither happens: an outside change
 * would break the composition off, and half a word is nobody's business.
 */
import type * as Y from 'yjs';
import {
  type CharacterMap,
  type Delta,
  identityMap,
  moveCharacters,
  moveOffset,
  rebaseEdit,
} from './moved-offsets.ts';
import { diffTexts } from './text-diff.ts';

/** What the binding needs of an HTMLTextAreaElement. */
export type TextBox = Pick<
  HTMLTextAreaElement,
  | 'value'
  | 'selectionStart'
  | 'selectionEnd'
  | 'selectionDirection'
  | 'setSelectionRange'
  | 'addEventListener'
  | 'removeEventListener'
>;

export type TextBinding = {
  /** Hands over what is typed, also amid a composition: the page may never come back. */
  readonly flush: () => void;
  readonly stop: () => void;
};

type BindingOptions = {
  readonly text: Y.Text;
  readonly box: TextBox;
  /** Marks the person's own edits, for undo. */
  readonly origin: object;
  /** Setting a selection moves focus in some browsers: only a box that has it gets its caret back. */
  readonly hasFocus: () => boolean;
  /** The box shows another text than before, by whoever's hand. */
  readonly onShown: (shown: string) => void;
};

export function bindTextBox({ text, box, origin, hasFocus, onShown }: BindingOptions): TextBinding {
  /** What box and document last agreed on. */
  let agreed = text.toString();
  /** Where the characters of `agreed` are in the document now; undefined while nothing else was edited. */
  let moved: CharacterMap | undefined;
  let composing = false;
  /** The binding is writing its own edit, which is in the box already. */
  let writing = false;

  box.value = agreed;
  onShown(agreed);

  const flush = () => {
    const edit = diffTexts(agreed, box.value, hasFocus() ? box.selectionEnd : undefined);
    if (edit === undefined) return;
    const { insertAt, deletions } =
      moved === undefined
        ? { insertAt: edit.at, deletions: [{ at: edit.at, length: edit.deleted }] }
        : rebaseEdit(edit, moved);
    writing = true;
    text.doc?.transact(() => {
      for (const { at, length } of deletions) if (length > 0) text.delete(at, length);
      if (edit.inserted !== '') text.insert(insertAt, edit.inserted);
    }, origin);
    writing = false;
    const end = insertAt + edit.inserted.length;
    const missed = moved !== undefined;
    agree();
    if (missed) showText(end, end);
  };

  const agree = () => {
    agreed = text.toString();
    moved = undefined;
    if (box.value === agreed) onShown(agreed);
  };

  const showText = (start: number, end: number, direction = box.selectionDirection) => {
    box.value = agreed;
    if (hasFocus()) box.setSelectionRange(start, end, direction);
    onShown(agreed);
  };

  const handleChange = (event: Y.YTextEvent) => {
    if (writing) return;
    const delta = event.delta as Delta;
    if (composing || box.value !== agreed) {
      moved = moveCharacters(moved ?? identityMap(agreed.length), delta);
      return;
    }
    const [start, end] = [box.selectionStart, box.selectionEnd];
    const direction = box.selectionDirection;
    agree();
    showText(moveOffset(start, delta), moveOffset(end, delta), direction);
  };

  /** Everything that waited for the end of a composition. */
  const catchUp = () => {
    flush();
    if (moved === undefined) return;
    const [start, end] = [box.selectionStart, box.selectionEnd];
    const map = moved;
    agree();
    showText(offsetIn(map, start), offsetIn(map, end));
  };

  const listeners = {
    input: () => {
      if (composing) onShown(box.value);
      else flush();
    },
    compositionstart: () => (composing = true),
    compositionend: () => {
      composing = false;
      catchUp();
    },
    // Some phones leave a composition without ending it.
    blur: () => {
      composing = false;
      catchUp();
    },
  };

  for (const [type, listener] of Object.entries(listeners)) box.addEventListener(type, listener);
  text.observe(handleChange);

  return {
    flush,
    stop: () => {
      flush();
      text.unobserve(handleChange);
      for (const [type, listener] of Object.entries(listeners)) {
        box.removeEventListener(type, listener);
      }
    },
  };
}

/** Where a caret of the old text is now: behind the character that it stood behind. */
function offsetIn(map: CharacterMap, offset: number): number {
  return rebaseEdit({ at: offset, deleted: 0, inserted: '' }, map).insertAt;
}

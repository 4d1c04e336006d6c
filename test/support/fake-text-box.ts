/** A text area without a browser: what the keyboard and an input method do to it, and the events they send. */
import type { TextBox } from '../../web/features/improvement/text-binding.ts';

export type FakeTextBox = TextBox & {
  readonly composing: boolean;
  /** How often a program, and not the keyboard, has set the value. */
  readonly timesWritten: number;
  readonly selectionsSet: number;
  readonly select: (start: number, end?: number) => void;
  /** Replaces the selection, as a key stroke or paste does. */
  readonly type: (characters: string) => void;
  readonly startComposition: () => void;
  /** Replaces what has been composed so far. */
  readonly compose: (characters: string) => void;
  readonly endComposition: () => void;
  readonly blur: () => void;
};

export function createFakeTextBox(): FakeTextBox {
  const events = new EventTarget();
  let value = '';
  let selection = { start: 0, end: 0 };
  let composed: { start: number; end: number } | undefined;
  let timesWritten = 0;
  let selectionsSet = 0;
  const tell = (type: string) => events.dispatchEvent(new Event(type));

  const replace = (start: number, end: number, characters: string) => {
    value = value.slice(0, start) + characters + value.slice(end);
    selection = { start: start + characters.length, end: start + characters.length };
  };

  return {
    get value() {
      return value;
    },
    set value(next) {
      if (next !== value) selection = { start: next.length, end: next.length };
      value = next;
      timesWritten++;
    },
    get selectionStart() {
      return selection.start;
    },
    get selectionEnd() {
      return selection.end;
    },
    selectionDirection: 'none',
    setSelectionRange: (start, end) => {
      selectionsSet++;
      selection = { start: start ?? 0, end: end ?? 0 };
    },
    addEventListener: events.addEventListener.bind(events),
    removeEventListener: events.removeEventListener.bind(events),
    get composing() {
      return composed !== undefined;
    },
    get timesWritten() {
      return timesWritten;
    },
    get selectionsSet() {
      return selectionsSet;
    },
    select: (start, end = start) => {
      selection = { start: toBoundary(value, start), end: toBoundary(value, end) };
    },
    type: (characters) => {
      replace(selection.start, selection.end, characters);
      tell('input');
    },
    startComposition: () => {
      composed = { ...selection };
      tell('compositionstart');
    },
    compose: (characters) => {
      if (composed === undefined) return;
      replace(composed.start, composed.end, characters);
      composed = { start: composed.start, end: composed.start + characters.length };
      tell('input');
    },
    endComposition: () => {
      composed = undefined;
      tell('compositionend');
    },
    blur: () => {
      composed = undefined;
      tell('blur');
    },
  };
}

/** A caret stands between characters, never inside one. */
function toBoundary(text: string, offset: number): number {
  const at = Math.min(offset, text.length);
  return at > 0 && at < text.length && /\p{Surrogate}$/u.test(text.slice(0, at)) ? at - 1 : at;
}

/** Which words went and which came, and how a text becomes another one with as little rewriting as that. */
import { diffWordsWithSpace } from 'diff';
import type * as Y from 'yjs';

export type TextPart = { readonly type: 'same' | 'deleted' | 'inserted'; readonly text: string };

/** Beyond so many changed words the texts have nothing to do with each other, and a comparison takes long. */
const maxEditLength = 2_000;

/** In the order of reading; Chinese by the character. */
export function compareTexts(before: string, after: string): readonly TextPart[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength });
  if (parts === undefined) {
    return [
      { type: 'deleted', text: before },
      { type: 'inserted', text: after },
    ];
  }
  return parts.map(({ value, added, removed }) => ({
    type: added ? 'inserted' : removed ? 'deleted' : 'same',
    text: value,
  }));
}

/** A new edit by `origin`, one step of undo: whatever both texts have in common stays as it is. */
export function rewriteText(text: Y.Text, wanted: string, origin: object): void {
  text.doc?.transact(() => {
    let at = 0;
    for (const part of compareTexts(text.toString(), wanted)) {
      if (part.type === 'deleted') {
        text.delete(at, part.text.length);
        continue;
      }
      if (part.type === 'inserted') text.insert(at, part.text);
      at += part.text.length;
    }
  }, origin);
}

/** The parts with what stays the same cut down to the words next to a change. */
export function shortenParts(parts: readonly TextPart[]): readonly TextPart[] {
  return parts.map((part, i) => {
    if (part.type !== 'same') return part;
    const head = i === 0 ? '' : part.text.slice(0, contextLength);
    const tail = i === parts.length - 1 ? '' : part.text.slice(-contextLength);
    const isShort = part.text.length <= head.length + tail.length + 1;
    return isShort ? part : { ...part, text: `${head}…${tail}` };
  });
}

const contextLength = 80;

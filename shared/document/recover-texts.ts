/** What a person wrote in an update that can't be applied: its texts, in their order, read from the bytes. */
import { decodeUtf8 } from 'lib0/string';
import * as Y from 'yjs';

/** True when everything that the update adds is in the document. */
export function isWhole(doc: Y.Doc, update: Uint8Array): boolean {
  const structs = structsOf(update);
  return (
    structs?.every(({ id, length }) => id.clock + length <= Y.getState(doc.store, id.client)) ===
    true
  );
}

/** Pieces of text without what is between them; of bytes that are no update, every run of readable characters. */
export function recoverTexts(updates: readonly Uint8Array[]): readonly string[] {
  const readable = updates.filter((update) => structsOf(update) !== undefined);
  const broken = updates.filter((update) => structsOf(update) === undefined);
  // Together, so that what was typed on in one text is one piece.
  const whole = readable.length === 0 ? [] : textsOf(Y.mergeUpdates(readable));
  return [...whole, ...broken.flatMap(readableRuns)];
}

function textsOf(update: Uint8Array): readonly string[] {
  const structs = structsOf(update) ?? [];
  const texts: string[] = [];
  let end: Y.ID | undefined;
  for (const struct of structs) {
    const content = struct instanceof Y.Item ? struct.content : undefined;
    if (content instanceof Y.ContentString) {
      const isContinued = end?.client === struct.id.client && end.clock === struct.id.clock;
      if (isContinued) texts.push((texts.pop() ?? '') + content.str);
      else texts.push(content.str);
      end = Y.createID(struct.id.client, struct.id.clock + struct.length);
    }
    if (content instanceof Y.ContentAny) texts.push(...content.arr.flatMap(wordsOf));
  }
  return texts.filter((text) => text.trim() !== '');
}

/** The words of a value as documents store it: a text itself, or under one of the usual names. */
function wordsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  const { v, text } = value as { v?: unknown; text?: unknown };
  return [v, text].filter((part): part is string => typeof part === 'string');
}

type Structs = ReturnType<typeof Y.decodeUpdate>['structs'];

/** undefined for bytes that are no V1 update. */
function structsOf(update: Uint8Array): Structs | undefined {
  try {
    return Y.decodeUpdate(update).structs;
  } catch {
    return undefined;
  }
}

/** Shorter runs are chance. */
const runLength = 3;

function readableRuns(bytes: Uint8Array): readonly string[] {
  const runs: string[] = [];
  let from = 0;
  for (let at = 0; at <= bytes.length; at++) {
    const isText = at < bytes.length && (bytes[at] ?? 0) >= space;
    if (isText) continue;
    const run = decodeLeniently(bytes.subarray(from, at)).trim();
    if ([...run].length >= runLength) runs.push(run);
    from = at + 1;
  }
  return runs;
}

const space = 0x20;
/** UTF-8's longest character. */
const longestCharacter = 4;

/** A length before a text, or half a character, must not hide the text. */
function decodeLeniently(bytes: Uint8Array): string {
  for (let skipped = 0; skipped < longestCharacter && skipped < bytes.length; skipped++) {
    try {
      return decodeUtf8(bytes.subarray(skipped));
    } catch {
      // Not UTF-8 from here: try one byte later.
    }
  }
  return '';
}

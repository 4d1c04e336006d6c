/**
 * Writes a record's document anew without a passage. Deleting it in the document would not do: Yjs keeps the
 * bytes of what was deleted in every update that was ever sent.
 */
import * as Y from 'yjs';
import { isHlc } from '../domain/hlc.ts';
import { type CommentId, isUuid } from '../domain/ids.ts';
import type { SetField, TextField } from '../domain/improvement.ts';
import {
  eraseWords,
  freeSets,
  isCollectionName,
  isFreeField,
  isFreeItemField,
} from './erase-words.ts';
import { isStoredComment } from './read-comments.ts';
import { isStoredReading } from './read-readings.ts';
import { parseRegisterKey } from './registers.ts';
import { roots, setRoot, textRoot } from './schema.ts';

export type Passage =
  | { readonly type: 'words'; readonly words: string }
  | { readonly type: 'comment'; readonly comment: CommentId };

export type RewrittenDocument = {
  /** Everything in it is by one new client id. */
  readonly doc: Y.Doc;
  /** How often the passage stood in it. */
  readonly places: number;
  /** The texts in which it stood. */
  readonly texts: readonly string[];
  /** What was erased. */
  readonly words: string;
};

const textPrefix = textRoot('' as TextField);

/** undefined: there is no such comment. */
export function rewriteWithout(old: Y.Doc, passage: Passage): RewrittenDocument | undefined {
  const words = passage.type === 'words' ? passage.words : commentIn(old, passage.comment);
  if (words === undefined) return undefined;
  const doc = new Y.Doc();
  const texts: string[] = [];
  let places = 0;
  const clean = (text: string): string => {
    if (passage.type === 'comment') return text;
    const erased = eraseWords(text, words);
    places += erased.places;
    return erased.text;
  };
  doc.transact(() => {
    for (const root of old.share.keys()) {
      if (root.startsWith(textPrefix)) {
        const before = places;
        doc.getText(root).insert(0, clean(old.getText(root).toString()));
        if (places > before) texts.push(root.slice(textPrefix.length));
        continue;
      }
      old.getMap(root).forEach((value, key) => {
        if (root === roots.comments && passage.type === 'comment' && key === passage.comment) {
          places += 1;
          return;
        }
        const entry = cleanEntry({ root, key, value }, clean);
        if (entry !== undefined) doc.getMap(root).set(entry.key, entry.value);
      });
    }
  });
  return { doc, places, texts, words };
}

type Entry = { readonly root: string; readonly key: string; readonly value: unknown };

/** undefined: nothing is left of it. */
function cleanEntry(entry: Entry, clean: (text: string) => string): Entry | undefined {
  const { root, key, value } = entry;
  if (freeSets.some((field: SetField) => setRoot(field) === root)) {
    const cleaned = clean(key);
    return cleaned.trim() === '' ? undefined : { ...entry, key: cleaned };
  }
  if (isFixed(entry)) return entry;
  if (root === roots.readings) return { ...entry, value: cleanNote(value, clean) };
  const cleaned = cleanValue(value, clean);
  const isEmptied = root === roots.comments && !isStoredComment(cleaned) && isStoredComment(value);
  return isEmptied ? undefined : { ...entry, value: cleaned };
}

function cleanValue(value: unknown, clean: (text: string) => string): unknown {
  if (typeof value === 'string') return isUuid(value) || isHlc(value) ? value : clean(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const parts = Object.entries(value).map(([name, part]) => [name, cleanValue(part, clean)]);
  return Object.fromEntries(parts);
}

const fixedRoots: ReadonlySet<string> = new Set([
  roots.scalars,
  roots.votes,
  roots.scores,
  roots.reached,
]);
/** Of a reading, only what somebody noted with it are words. */
function cleanNote(value: unknown, clean: (text: string) => string): unknown {
  if (!isStoredReading(value) || value.note === undefined) return value;
  return { ...value, note: clean(value.note) };
}

/** Ids, days and choices: nobody's words, whatever letters are in them. What a newer program keeps may be words. */
function isFixed({ root, key }: Entry): boolean {
  if (fixedRoots.has(root)) return true;
  if (isCollectionName(root)) return !isFreeItemField(root, key.split('|')[1] ?? '');
  const field = root === roots.registers ? parseRegisterKey(key)?.field : undefined;
  return field !== undefined && !isFreeField(field);
}

function commentIn(doc: Y.Doc, id: CommentId): string | undefined {
  const stored = doc.getMap(roots.comments).get(id) as { readonly text?: unknown } | undefined;
  return typeof stored?.text === 'string' ? stored.text : undefined;
}

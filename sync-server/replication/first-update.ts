/**
 * Reads the first update of a document without opening one. Only an update that leaves Yjs nothing to decide
 * is read here: one client from its first clock on, nothing deleted, every text and key written once.
 */
import * as Y from 'yjs';
import type { ReadableDocument } from '../../shared/document/readable-document.ts';
import type { ReadableMap } from '../../shared/document/registers.ts';
import type { UpdateAuthor } from './admission.ts';
import { findBrokenRule, findLongText } from './change-rules.ts';
import { type DecodedUpdate, decodeUpdate } from './decode-update.ts';
import { contentOf, type WrittenEntry } from './read-change.ts';

export type FirstUpdate = { readonly document: ReadableDocument; readonly clientId: number };

/** What Yjs would make of it, for an update that keeps every rule; undefined = it takes a document to tell. */
export function readFirstUpdate(bytes: Uint8Array, author: UpdateAuthor): FirstUpdate | undefined {
  const decoded = decodeUpdate(bytes);
  if (!decoded.ok) return undefined;
  const clientId = onlyClientOf(decoded.value);
  const written = clientId === undefined ? undefined : writtenOnce(decoded.value.structs);
  if (clientId === undefined || written === undefined) return undefined;
  const document = documentOf(written);
  const broken = findBrokenRule({ written, deleted: [] }, author) ?? findLongText(document);
  return broken === undefined ? { document, clientId } : undefined;
}

function onlyClientOf({ ranges, deletions }: DecodedUpdate): number | undefined {
  const [range] = ranges;
  const isAlone = ranges.length === 1 && deletions.length === 0 && range?.from === 0;
  return isAlone && range.to > 0 ? range.clientId : undefined;
}

/** undefined when a struct refers to another one, or two have the same place. */
function writtenOnce(structs: DecodedUpdate['structs']): readonly WrittenEntry[] | undefined {
  const places = new Set<string>();
  const written: WrittenEntry[] = [];
  for (const struct of structs) {
    const entry = struct instanceof Y.Item ? entryOf(struct) : undefined;
    if (entry === undefined) return undefined;
    places.add(JSON.stringify([entry.root, entry.key]));
    written.push(entry);
  }
  return places.size === written.length ? written : undefined;
}

function entryOf(item: Y.Item): WrittenEntry | undefined {
  const root: unknown = item.parent;
  const content = contentOf(item);
  const isAlone = item.origin === null && item.rightOrigin === null && item.length > 0;
  if (!isAlone || typeof root !== 'string' || content === undefined) return undefined;
  return content.type === 'erased'
    ? undefined
    : { root, key: item.parentSub, content, isRewrite: false };
}

function documentOf(written: readonly WrittenEntry[]): ReadableDocument {
  const maps = new Map<string, Map<string, unknown>>();
  const texts = new Map<string, string>();
  for (const { root, key, content } of written) {
    if (content.type === 'text') texts.set(root, content.text);
    if (content.type !== 'value' || key === null) continue;
    const map = maps.get(root) ?? new Map<string, unknown>();
    maps.set(root, map.set(key, content.value));
  }
  return {
    getMap: (root) => maps.get(root) ?? emptyMap,
    getText: (root) => texts.get(root) ?? '',
  };
}

const emptyMap: ReadableMap = new Map<string, unknown>();

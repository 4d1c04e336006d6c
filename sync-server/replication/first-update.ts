/**
 * Reads the first update of a document without opening one. Only an update that leaves Yjs nothing to decide
 * is read here: one client from its first clock on, nothing deleted, every text and key written once.
 */
import * as Y from 'yjs';
import { contentOf, type WrittenEntry } from '../../shared/document/read-change.ts';
import type { ReadableDocument } from '../../shared/document/readable-document.ts';
import type { ReadableMap } from '../../shared/document/registers.ts';
import type { Writer } from './admission.ts';
import { type DecodedUpdate, decodeUpdate } from './decode-update.ts';
import { judgeChange } from './judge-change.ts';

export type FirstUpdate = { readonly document: ReadableDocument; readonly clientId: number };

/** What Yjs would make of it, for an update that keeps every rule; undefined = it takes a document to tell. */
export function readFirstUpdate(bytes: Uint8Array, author: Writer): FirstUpdate | undefined {
  const decoded = decodeUpdate(bytes);
  if (!decoded.ok) return undefined;
  const clientId = onlyClientOf(decoded.value);
  const read = clientId === undefined ? undefined : writtenOnce(decoded.value.structs);
  if (clientId === undefined || read === undefined) return undefined;
  const { written, document } = read;
  const judged = { before: undefined, after: document };
  const broken = judgeChange({ written, deleted: [] }, author, judged);
  return broken === undefined ? { document, clientId } : undefined;
}

function onlyClientOf({ ranges, deletions }: DecodedUpdate): number | undefined {
  const [range] = ranges;
  const isAlone = ranges.length === 1 && deletions.length === 0 && range?.from === 0;
  return isAlone && range.to > 0 ? range.clientId : undefined;
}

type Written = { readonly written: readonly WrittenEntry[]; readonly document: ReadableDocument };

/** undefined when a struct refers to another one, or two have the same place. */
function writtenOnce(structs: DecodedUpdate['structs']): Written | undefined {
  const maps = new Map<string, Map<string, unknown>>();
  const texts = new Map<string, string>();
  const written: WrittenEntry[] = [];
  for (const struct of structs) {
    const entry = struct instanceof Y.Item ? entryOf(struct) : undefined;
    if (entry === undefined) return undefined;
    const { root, key, content } = entry;
    const map = maps.get(root);
    if (key === null && content.type === 'text' && !texts.has(root)) texts.set(root, content.text);
    else if (key === null || content.type !== 'value' || map?.has(key)) return undefined;
    else if (map === undefined) maps.set(root, new Map([[key, content.value]]));
    else map.set(key, content.value);
    written.push(entry);
  }
  const document: ReadableDocument = {
    getMap: (root) => maps.get(root) ?? emptyMap,
    getText: (root) => texts.get(root) ?? '',
  };
  return { written, document };
}

const emptyMap: ReadableMap = new Map<string, unknown>();

/** Without a neighbour named and without a parent but its root, an item stands alone. */
function entryOf(item: Y.Item): WrittenEntry | undefined {
  const root: unknown = item.parent;
  const content = contentOf(item);
  const isAlone = item.origin === null && item.rightOrigin === null && item.length > 0;
  return isAlone && typeof root === 'string' && content !== undefined
    ? { root, key: item.parentSub, content, isRewrite: false }
    : undefined;
}

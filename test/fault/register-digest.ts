/** What a register says, in a form that two copies of it can be compared by. */
import { DatabaseSync } from '@photostructure/sqlite';
import * as Y from 'yjs';
import { readField, readSet } from '../../shared/document/read-document.ts';
import { textOf } from '../../shared/document/schema.ts';
import { registerFields, setFields, textFields } from '../../shared/domain/record-fields.ts';
import type { PulledDocument } from '../../shared/protocol/messages.ts';
import type { PlainDevice } from '../support/plain-device.ts';

/** By document id: its reference and content. */
export type RegisterDigest = ReadonlyMap<string, string>;

/** From the log of updates alone, whatever snapshots and rows say. */
export function digestOfLog(databaseFile: string): RegisterDigest {
  const db = new DatabaseSync(databaseFile, { readOnly: true });
  try {
    const digest = new Map<string, string>();
    const updates = db.prepare('SELECT bytes FROM updates WHERE ws = ? AND doc = ? ORDER BY seq');
    for (const { ws, doc: id, ref } of db
      .prepare('SELECT ws, doc, ref FROM docs')
      .all() as Head[]) {
      const rows = updates.all(ws, id) as readonly { readonly bytes: Uint8Array }[];
      digest.set(id, digestOf(ref, openDocument(rows.map(({ bytes }) => bytes))));
    }
    return digest;
  } finally {
    db.close();
  }
}

type Head = { readonly ws: string; readonly doc: string; readonly ref: string };

/** A device that only reads: it pulls on from where it was. */
export type Reader = {
  /** Pulls until there is nothing more. */
  readonly catchUp: () => Promise<void>;
  readonly digest: () => RegisterDigest;
  readonly textOf: (docId: string) => string;
};

export function createReader(device: PlainDevice): Reader {
  const documents = new Map<string, { readonly doc: Y.Doc; readonly ref: string }>();
  let cursor: string | null = null;
  const take = ({ docId, updates, facts }: PulledDocument) => {
    const doc = documents.get(docId)?.doc ?? new Y.Doc();
    for (const update of updates) Y.applyUpdate(doc, update);
    documents.set(docId, { doc, ref: facts.ref });
  };
  return {
    catchUp: async () => {
      for (let more = true; more;) {
        const answer = await device.pull(cursor);
        answer.items.forEach(take);
        cursor = answer.cursor;
        more = answer.more;
      }
    },
    digest: () =>
      new Map([...documents].map(([id, { doc, ref }]) => [id, digestOf(ref, doc)] as const)),
    textOf: (docId) => {
      const doc = documents.get(docId)?.doc;
      return doc === undefined ? '' : textOf(doc, 'description').toString();
    },
  };
}

/** One sentence for each document in which the two differ. */
export function differences(a: RegisterDigest, b: RegisterDigest): readonly string[] {
  const ids = new Set([...a.keys(), ...b.keys()]);
  return [...ids]
    .filter((id) => a.get(id) !== b.get(id))
    .map((id) => `${id}: ${brief(a.get(id))} ≠ ${brief(b.get(id))}`);
}

const brief = (digest = 'missing'): string => digest.slice(0, shownLength);
const shownLength = 200;

function openDocument(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

function digestOf(ref: string, doc: Y.Doc): string {
  const clocks = [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b);
  return JSON.stringify({
    ref,
    clocks,
    isWaiting: doc.store.pendingStructs !== null,
    fields: registerFields.map((field) => readField(doc, field).standing),
    sets: setFields.map((field) => readSet(doc, field)),
    texts: textFields.map((field) => textOf(doc, field).toString()),
  });
}

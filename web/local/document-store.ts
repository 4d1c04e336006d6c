/** Documents of a replica: snapshot and tail, local edits with their outbox entry and row, compaction, chores. */
import type { Result } from '../../shared/result.ts';
import type { ActorId, DocumentId, Uid } from '../../shared/domain/ids.ts';
import type { Hlc } from '../../shared/domain/hlc.ts';
import type { DocumentKind } from '../../shared/domain/document-kinds.ts';
import type { DocumentRow } from '../../shared/document/project-document.ts';
import type { ImprovementFacts } from '../../shared/document/projection.ts';
import type { StorageFailure } from '../services.ts';
import { putRows } from './counters.ts';
import { newDocRow, readTail, withChore } from './document-rows.ts';
import { orphanedDraft, outboxEntry } from './outbox-entry.ts';
import type { ReplicaStoreDeps } from './replica-store.ts';
import { storageResult } from './storage-failure.ts';
import type { Chore, DocRow, TailRow, Tables } from './tables.ts';

export type LocalEdit = {
  readonly docId: DocumentId;
  readonly update: Uint8Array;
  readonly uid: Uid;
  readonly hlc: Hlc;
  readonly boot: string;
  readonly actor: ActorId;
  /** The document as it is with this edit, and how much of the stored one it shows. */
  readonly row: DocumentRow;
  readonly shows: Shown;
  /** Drafts that it makes again: what settles them is stored in the same transaction. */
  readonly applies?: readonly Uid[];
  readonly settle?: (tables: SettlingTables) => Promise<unknown>;
};

type SettlingTables = Pick<Tables, 'drafts' | 'settled'>;

/** Which stored rows went into a document in memory. */
export type Shown = {
  readonly generation: number;
  readonly snapshotN: number;
  /** The newest tail row. */
  readonly tailN: number;
  /** Decisions among its facts; absent = none. */
  readonly factCount?: number;
};

export type StoredDocument = Shown & {
  readonly kind: DocumentKind;
  readonly facts: ImprovementFacts;
  /** Yjs V1 updates to apply in this order. */
  readonly updates: readonly Uint8Array[];
  /** The tail rows among them, and their size. */
  readonly tailRows: readonly number[];
  readonly tailBytes: number;
  readonly chores: readonly Chore[];
  readonly refusedCode: string;
};

export type Appended = {
  readonly tailN: number;
  /** False: others have stored something that the given row does not show; a chore brings it in. */
  readonly rowIsCurrent: boolean;
  /** True: the document was replaced or removed meanwhile; the edit went to the drafts. */
  readonly drafted: boolean;
};

export type DocumentStore = {
  /** A new document's first edit: all of it or nothing. */
  readonly createDocument: (
    edit: Omit<LocalEdit, 'shows'>,
  ) => Promise<Result<void, StorageFailure>>;
  /** Tail, outbox and row in one transaction. `source` lets the writer pass over its own change. */
  readonly appendEdit: (
    edit: LocalEdit,
    source: string,
  ) => Promise<Result<Appended, StorageFailure>>;
  /** What a live room brought: it is on the server already, so tail and row only. */
  readonly appendFromRoom: (
    edit: Pick<LocalEdit, 'docId' | 'row' | 'shows'> & { readonly updates: readonly Uint8Array[] },
    source: string,
  ) => Promise<Result<Appended, StorageFailure>>;
  readonly readDocument: (id: DocumentId) => Promise<StoredDocument | undefined>;
};

/** What storing a document and its row takes, of whichever kind. */
export const rowTables = ['meta', 'docs', 'tail', 'records', 'measures'] as const;

export function createDocumentStore(deps: ReplicaStoreDeps): DocumentStore {
  const { tables: replica, changes } = deps;
  const write = <T>(
    names: Parameters<typeof replica.transact>[1],
    body: (tables: Tables) => Promise<T>,
  ) => storageResult(() => replica.transact('write', names, body));

  return {
    createDocument: async (edit) => {
      const names = [...rowTables, 'outbox', ...settling(edit)] as const;
      const result = await write(names, async (tables) => {
        // Side by side, because each wait is a turn of the page's thread and a person waits for all of them.
        await Promise.all([
          tables.docs.put(newDocRow(edit.docId, edit.row.type)),
          tables.tail.addMany([{ docId: edit.docId, bytes: edit.update }]),
          tables.outbox.addMany([outboxEntry(edit, 0, deps.nowMs())]),
          putRows(tables, [edit.row], () => false),
          edit.settle?.(tables),
        ]);
      });
      if (result.ok) changes.publish({ type: 'documents', docIds: [edit.docId] });
      return result;
    },

    appendEdit: async (edit, source) => {
      const result = await write(
        [...rowTables, 'outbox', 'drafts', ...settling(edit)],
        async (tables) => {
          const doc = await tables.docs.get(edit.docId);
          await edit.settle?.(tables);
          const entry = outboxEntry(edit, doc?.epoch ?? 0, deps.nowMs());
          // What is refused may be gone from the server's memory after a restore: nothing may build on it.
          if (!isSame(doc, edit.shows) || doc.chores.includes('rebuild')) {
            await tables.drafts.addMany([orphanedDraft(entry, doc, edit)]);
            return { tailN: edit.shows.tailN, rowIsCurrent: true, drafted: true };
          }
          const appended = await appendToTail(tables, doc, edit, [edit.update]);
          await tables.outbox.addMany([entry]);
          return appended;
        },
      );
      if (result.ok) changes.publish({ type: 'documents', docIds: [edit.docId], source });
      return result;
    },

    appendFromRoom: async (edit, source) => {
      const result = await write(rowTables, async (tables) => {
        const doc = await tables.docs.get(edit.docId);
        if (!isSame(doc, edit.shows)) {
          return { tailN: edit.shows.tailN, rowIsCurrent: true, drafted: false };
        }
        // Whoever is told of it is told by the pull that follows, which would find it in the row already.
        const told = doc.told ?? { row: await tables.records.get(doc.id), facts: countFacts(doc) };
        if (doc.told === undefined) await tables.docs.put({ ...doc, told });
        return appendToTail(tables, { ...doc, told }, edit, edit.updates);
      });
      if (result.ok) changes.publish({ type: 'documents', docIds: [edit.docId], source });
      return result;
    },

    readDocument: (id) =>
      replica.transact('read', ['docs', 'tail'], async (tables) => {
        const doc = await tables.docs.get(id);
        return doc === undefined ? undefined : storedDocument(doc, await readTail(tables, id));
      }),
  };
}

const settling = ({ settle }: Pick<LocalEdit, 'settle'>) =>
  settle === undefined ? [] : (['drafts', 'settled'] as const);

function storedDocument(doc: DocRow, tail: readonly TailRow[]): StoredDocument {
  return {
    kind: doc.kind ?? 'improvement',
    generation: doc.generation,
    snapshotN: doc.snapshotN,
    tailN: tail.at(-1)?.n ?? doc.snapshotN,
    factCount: countFacts(doc),
    facts: doc.facts,
    updates: [...doc.snapshot, ...tail.map((row) => row.bytes)],
    tailRows: tail.map((row) => row.n),
    tailBytes: tail.reduce((sum, row) => sum + row.bytes.length, 0),
    chores: doc.chores,
    refusedCode: doc.refusedCode,
  };
}

async function appendToTail(
  tables: Pick<Tables, (typeof rowTables)[number]>,
  doc: DocRow,
  edit: Pick<LocalEdit, 'row' | 'shows'>,
  updates: readonly Uint8Array[],
): Promise<Appended> {
  const rowIsCurrent = await isAllShown(tables, doc, edit.shows);
  const tailN = await tables.tail.addMany(updates.map((bytes) => ({ docId: doc.id, bytes })));
  await putRows(tables, [withRef(edit.row, doc)]);
  if (!rowIsCurrent) await tables.docs.put(withChore(doc, 'project'));
  return { tailN, rowIsCurrent, drafted: false };
}

export const withRef = (row: DocumentRow, { facts }: DocRow): DocumentRow =>
  row.type === 'improvement' ? { ...row, ref: facts.ref } : row;

/** False: removed, or started again, since the edit's author opened it. */
const isSame = (doc: DocRow | undefined, shown: Shown): doc is DocRow =>
  doc?.generation === shown.generation;

export const countFacts = ({ facts }: DocRow): number => facts.list?.length ?? 0;

export async function isAllShown(
  tables: Pick<Tables, 'tail'>,
  doc: DocRow,
  shown: Shown,
): Promise<boolean> {
  if (doc.generation !== shown.generation || doc.snapshotN > shown.tailN) return false;
  if (countFacts(doc) !== (shown.factCount ?? 0)) return false;
  const newest = { index: '[docId+n]', from: [doc.id, 0], to: [doc.id, Infinity] };
  const [newestN = 0] = await tables.tail.keys({ ...newest, descending: true, limit: 1 });
  return (newestN as number) <= shown.tailN;
}

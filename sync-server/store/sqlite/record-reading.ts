/** Reads of documents and updates; every statement is prepared once. */
import type { DocumentId, Uid, WorkspaceId } from '../../../shared/domain/ids.ts';
import type { DeviceId } from '../../../shared/domain/ids.ts';
import type { ImprovementRow } from '../../../shared/domain/improvement.ts';
import type { RefusalCode } from '../../../shared/protocol/refusals.ts';
import type {
  ChangedPage,
  ClockRange,
  DocumentHead,
  InspectedItem,
  Inspection,
  PageLimit,
  Position,
  ReaderPosition,
  StoredDocument,
} from '../store.ts';
import type { Database } from './transaction.ts';

/** A reader behind by more updates than this gets the whole document instead. */
const updatesOfOneAnswer = 64;

export function createRecordReading(db: Database) {
  const findDocument = db.prepare('SELECT * FROM docs WHERE ws = ? AND doc = ?');
  const findStanding = db.prepare(`
    SELECT epoch, head_seq AS headSeq, ref, since_snapshot AS sinceSnapshot
    FROM docs WHERE ws = ? AND doc = ?`);
  const findUpdate = db.prepare('SELECT seq FROM updates WHERE ws = ? AND doc = ? AND uid = ?');
  const refusedOf = db.prepare(
    'SELECT uid, code, message FROM quarantine WHERE ws = ? AND doc = ?',
  );
  const findSnapshot = db.prepare('SELECT seq, bytes FROM snapshots WHERE ws = ? AND doc = ?');
  const updatesAfter = db.prepare(
    'SELECT bytes FROM updates WHERE ws = ? AND doc = ? AND seq > ? ORDER BY seq',
  );
  const fewUpdatesAfter = db.prepare(
    'SELECT bytes FROM updates WHERE ws = ? AND doc = ? AND seq > ? ORDER BY seq LIMIT ?',
  );
  const claimsOf = db.prepare(
    'SELECT client_id AS clientId, device FROM client_ids WHERE ws = ? AND doc = ?',
  );
  const refusedRangesOf = db.prepare('SELECT ranges FROM quarantine WHERE ws = ? AND doc = ?');
  const headsAfter = db.prepare(
    'SELECT * FROM docs WHERE ws = ? AND head_seq > ? ORDER BY head_seq LIMIT ?',
  );
  const readPosition = db.prepare(
    'SELECT seq AS headSeq, documents, people_version AS peopleVersion FROM workspaces WHERE ws = ?',
  );

  const documentOf = (workspace: WorkspaceId, docId: DocumentId) =>
    findDocument.get(workspace, docId) as DocumentRecord | undefined;

  const wholeUpdates = (workspace: WorkspaceId, docId: DocumentId): readonly Uint8Array[] => {
    const snapshot = findSnapshot.get(workspace, docId) as
      { seq: number; bytes: Uint8Array } | undefined;
    const later = bytesOf(updatesAfter.all(workspace, docId, snapshot?.seq ?? 0));
    return snapshot === undefined ? later : [snapshot.bytes, ...later];
  };

  const refusedRanges = (workspace: WorkspaceId, docId: DocumentId): readonly ClockRange[] =>
    (refusedRangesOf.all(workspace, docId) as { ranges: string }[]).flatMap(({ ranges }) =>
      (JSON.parse(ranges) as [number, number, number][]).map(([clientId, from, to]) => ({
        clientId,
        from,
        to,
      })),
    );

  const standingOf = (workspace: WorkspaceId, docId: DocumentId): Standing => ({
    document: findStanding.get(workspace, docId) as Inspection['document'],
    refused: refusedOf.all(workspace, docId) as RefusedRecord[],
  });

  const inspect = (
    workspace: WorkspaceId,
    { docId, uid }: InspectedItem,
    { document, refused }: Standing,
  ): Inspection => {
    const isUnknown = document === undefined && refused.length === 0;
    if (uid === undefined) return { document, isUnknown, known: undefined };
    const update =
      document && (findUpdate.get(workspace, docId, uid) as { seq: number } | undefined);
    if (update !== undefined) {
      return { document, isUnknown, known: { type: 'committed', seq: update.seq } };
    }
    const known = refused.find((record) => record.uid === uid);
    return { document, isUnknown, known: known && { type: 'refused', ...known } };
  };

  const readHead = (workspace: WorkspaceId, found: DocumentRecord, after: number): DocumentHead => {
    const head = (whole: boolean, updates: readonly Uint8Array[]): DocumentHead => ({
      docId: found.doc,
      headSeq: found.head_seq,
      epoch: found.epoch,
      ref: found.ref,
      row: JSON.parse(found.row) as ImprovementRow,
      projVersion: found.proj_version,
      whole,
      updates,
    });
    if (found.first_seq > after) return head(true, wholeUpdates(workspace, found.doc));
    const limit = updatesOfOneAnswer + 1;
    const updates = bytesOf(fewUpdatesAfter.all(workspace, found.doc, after, limit));
    return updates.length < limit
      ? head(false, updates)
      : head(true, wholeUpdates(workspace, found.doc));
  };

  return {
    inspect: (workspace: WorkspaceId, items: readonly InspectedItem[]): readonly Inspection[] => {
      // Once for each document: in a busy room all items are of the same one.
      const standings = new Map<DocumentId, Standing>();
      return items.map((item) => {
        const standing = standings.get(item.docId) ?? standingOf(workspace, item.docId);
        standings.set(item.docId, standing);
        return inspect(workspace, item, standing);
      });
    },

    loadDocuments: (
      workspace: WorkspaceId,
      docIds: readonly DocumentId[],
    ): readonly (StoredDocument | undefined)[] =>
      docIds.map((docId) => {
        const found = documentOf(workspace, docId);
        const ranges = refusedRanges(workspace, docId);
        if (found === undefined && ranges.length === 0) return undefined;
        return {
          ref: found?.ref ?? '',
          updates: wholeUpdates(workspace, docId),
          claims: claimsOf.all(workspace, docId) as { clientId: number; device: DeviceId }[],
          refusedRanges: ranges,
        };
      }),

    changedSince: (
      workspace: WorkspaceId,
      { complete, reached }: ReaderPosition,
      limit: PageLimit,
    ): ChangedPage => {
      const documents: DocumentHead[] = [];
      let bytes = 0;
      for (const found of headsAfter.iterate(workspace, reached, limit.documents + 1)) {
        if (documents.length === limit.documents || bytes >= limit.bytes) {
          return { documents, more: true };
        }
        const head = readHead(workspace, found as DocumentRecord, complete);
        documents.push(head);
        bytes += head.updates.reduce((sum, update) => sum + update.length, 0);
      }
      return { documents, more: false };
    },

    wholeDocuments: (
      workspace: WorkspaceId,
      docIds: readonly DocumentId[],
    ): readonly DocumentHead[] =>
      docIds.flatMap((docId) => {
        const found = documentOf(workspace, docId);
        return found === undefined ? [] : [readHead(workspace, found, 0)];
      }),

    position: (workspace: WorkspaceId): Position =>
      (readPosition.get(workspace) as Position | undefined) ?? {
        headSeq: 0,
        documents: 0,
        peopleVersion: 0,
      },
  };
}

/** What `inspect` knows of a document before it looks at an item. */
type Standing = {
  readonly document: Inspection['document'];
  readonly refused: readonly RefusedRecord[];
};

type DocumentRecord = {
  readonly doc: DocumentId;
  readonly epoch: number;
  readonly ref: string;
  readonly first_seq: number;
  readonly head_seq: number;
  readonly proj_version: number;
  readonly row: string;
};

type RefusedRecord = { readonly uid: Uid; readonly code: RefusalCode; readonly message: string };

const bytesOf = (rows: unknown[]): readonly Uint8Array[] =>
  (rows as { bytes: Uint8Array }[]).map(({ bytes }) => bytes);

/** Reads of documents and updates; every statement is prepared once. */
import type { DocumentId, Uid, WorkspaceId } from '../../../shared/domain/ids.ts';
import type { DeviceId } from '../../../shared/domain/ids.ts';
import type { RefusalCode } from '../../../shared/protocol/refusals.ts';
import type {
  AppliedAgain,
  ChangedPage,
  ClockRange,
  DocumentHead,
  InspectedItem,
  Inspection,
  PageLimit,
  Position,
  ReaderPosition,
  StoredDocument,
  Tomb,
} from '../store.ts';
import { prepareFacts } from './fact-tables.ts';
import type { View } from '../visibility-store.ts';
import type { Database } from './transaction.ts';
import { isVisible, viewParameters } from './visibility-tables.ts';

/** A reader behind by more updates than this gets the whole document instead. */
const updatesOfOneAnswer = 64;

/** Blobs go from the database to the wire as they are: SQLite keeps text in UTF-8, as the wire does. */
const selectHeads = `
  SELECT docs.doc, epoch, epoch_seq, ref, first_seq, head_seq, proj_version, facts, CAST(row AS BLOB) AS row,
    newest.bytes AS newest
  FROM docs LEFT JOIN updates AS newest
    ON newest.ws = docs.ws AND newest.doc = docs.doc AND newest.seq = docs.head_seq`;

export function createRecordReading(db: Database) {
  const findDocument = db.prepare(`${selectHeads} WHERE docs.ws = ? AND docs.doc = ?`);
  const findShown = db.prepare(
    `${selectHeads} WHERE docs.ws = ? AND docs.doc = ? AND ${isVisible}`,
  );
  const findStandings = db.prepare(`
    SELECT doc, epoch, head_seq AS headSeq, ref, since_snapshot AS sinceSnapshot, facts
    FROM docs WHERE ws = ? AND doc IN (SELECT value FROM json_each(?))`);
  const findUpdate = db.prepare('SELECT seq FROM updates WHERE ws = ? AND doc = ? AND uid = ?');
  const findRefused = db.prepare(`
    SELECT doc, uid, code, message
    FROM quarantine WHERE ws = ? AND doc IN (SELECT value FROM json_each(?))`);
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
  const refusedRangesOf = db.prepare(
    "SELECT ranges FROM quarantine WHERE ws = ? AND doc = ? AND fate IS NOT 'admitted'",
  );
  const headsAfter = db.prepare(
    `${selectHeads} WHERE docs.ws = ? AND head_seq > ? AND ${isVisible} ORDER BY head_seq LIMIT ?`,
  );
  const readPosition = db.prepare(
    'SELECT seq AS headSeq, documents, people_version AS peopleVersion FROM workspaces WHERE ws = ?',
  );

  const readFacts = prepareFacts(db);
  const tombsAfter = db.prepare(
    'SELECT doc AS docId, seq FROM tombs WHERE ws = ? AND seq > ? AND seq <= ? ORDER BY seq',
  );
  const findApplied = db.prepare(`
    SELECT person, uid, device FROM applied_again
    WHERE ws = ? AND person = ? AND uid IN (SELECT value FROM json_each(?))`);
  const findTombs = db.prepare(
    'SELECT doc FROM tombs WHERE ws = ? AND doc IN (SELECT value FROM json_each(?))',
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

  const inspectItem = (
    workspace: WorkspaceId,
    { docId, uid }: InspectedItem,
    document: Inspection['document'],
    refused: readonly RefusedRecord[],
    isGone: boolean,
  ): Inspection => {
    const isUnknown = document === undefined && refused.length === 0;
    if (uid === undefined) return { document, isUnknown, isGone, known: undefined };
    const update =
      document && (findUpdate.get(workspace, docId, uid) as { seq: number } | undefined);
    if (update !== undefined) {
      return { document, isUnknown, isGone, known: { type: 'committed', seq: update.seq } };
    }
    const same = refused.find((record) => record.uid === uid);
    const known = same && ({ type: 'refused', code: same.code, message: same.message } as const);
    return { document, isUnknown, isGone, known };
  };

  const readHead = (workspace: WorkspaceId, found: DocumentRecord, after: number): DocumentHead => {
    const head = (whole: boolean, updates: readonly Uint8Array[]): DocumentHead => ({
      docId: found.doc,
      headSeq: found.head_seq,
      epoch: found.epoch,
      ref: found.ref,
      rowJson: found.row,
      facts: found.facts > 0 ? readFacts(workspace, found.doc) : [],
      projVersion: found.proj_version,
      whole,
      updates,
    });
    // Most records are written once: what that wrote has come along.
    if (found.first_seq === found.head_seq && found.newest !== null) {
      return head(true, [found.newest]);
    }
    if (found.first_seq > after || found.epoch_seq > after)
      return head(true, wholeUpdates(workspace, found.doc));
    const limit = updatesOfOneAnswer + 1;
    const updates = bytesOf(fewUpdatesAfter.all(workspace, found.doc, after, limit));
    return updates.length < limit
      ? head(false, updates)
      : head(true, wholeUpdates(workspace, found.doc));
  };

  return {
    inspect: (workspace: WorkspaceId, items: readonly InspectedItem[]): readonly Inspection[] => {
      const docIds = JSON.stringify([...new Set(items.map(({ docId }) => docId))]);
      const standings = new Map(
        (findStandings.all(workspace, docIds) as StandingRecord[]).map(
          ({ doc, facts, ...rest }) => [
            doc,
            { ...rest, facts: facts > 0 ? readFacts(workspace, doc) : [] },
          ],
        ),
      );
      const refused = new Map<DocumentId, RefusedRecord[]>();
      for (const record of findRefused.all(workspace, docIds) as RefusedRecord[]) {
        const records = refused.get(record.doc);
        if (records === undefined) refused.set(record.doc, [record]);
        else records.push(record);
      }
      const gone = new Set(
        (findTombs.all(workspace, docIds) as { doc: DocumentId }[]).map(({ doc }) => doc),
      );
      return items.map((item) => {
        const { docId } = item;
        const standing = standings.get(docId);
        return inspectItem(workspace, item, standing, refused.get(docId) ?? [], gone.has(docId));
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

    readApplied: (
      workspace: WorkspaceId,
      items: readonly Pick<AppliedAgain, 'person' | 'uid'>[],
    ): readonly AppliedAgain[] =>
      [...new Set(items.map(({ person }) => person))].flatMap((person) => {
        const uids = JSON.stringify(
          items.flatMap((item) => (item.person === person ? item.uid : [])),
        );
        return findApplied.all(workspace, person, uids) as AppliedAgain[];
      }),

    changedSince: (
      workspace: WorkspaceId,
      { complete, reached }: ReaderPosition,
      limit: PageLimit,
      view: View,
    ): ChangedPage => {
      const documents: DocumentHead[] = [];
      const page = (more: boolean): ChangedPage => {
        const upTo = more ? (documents.at(-1)?.headSeq ?? reached) : Number.MAX_SAFE_INTEGER;
        return { documents, tombs: tombsAfter.all(workspace, reached, upTo) as Tomb[], more };
      };
      let bytes = 0;
      const shown = viewParameters(view);
      for (const found of headsAfter.iterate(workspace, reached, ...shown, limit.documents + 1)) {
        if (documents.length === limit.documents || bytes >= limit.bytes) {
          return page(true);
        }
        const head = readHead(workspace, found as DocumentRecord, complete);
        documents.push(head);
        bytes += head.updates.reduce((sum, update) => sum + update.length, 0);
      }
      return page(false);
    },

    wholeDocuments: (
      workspace: WorkspaceId,
      docIds: readonly DocumentId[],
      view: View,
    ): readonly DocumentHead[] =>
      docIds.flatMap((docId) => {
        const found = findShown.get(workspace, docId, ...viewParameters(view));
        return found === undefined ? [] : [readHead(workspace, found as DocumentRecord, 0)];
      }),

    position: (workspace: WorkspaceId): Position =>
      (readPosition.get(workspace) as Position | undefined) ?? {
        headSeq: 0,
        documents: 0,
        peopleVersion: 0,
      },
  };
}

type StandingRecord = Omit<NonNullable<Inspection['document']>, 'facts'> & {
  readonly doc: DocumentId;
  /** How many. */
  readonly facts: number;
};

type DocumentRecord = {
  readonly doc: DocumentId;
  readonly epoch: number;
  /** Where that epoch began. */
  readonly epoch_seq: number;
  readonly ref: string;
  readonly first_seq: number;
  readonly head_seq: number;
  readonly proj_version: number;
  readonly row: Uint8Array;
  readonly facts: number;
  /** The update at `head_seq`. */
  readonly newest: Uint8Array | null;
};

type RefusedRecord = {
  readonly doc: DocumentId;
  readonly uid: Uid;
  readonly code: RefusalCode;
  readonly message: string;
};

const bytesOf = (rows: unknown[]): readonly Uint8Array[] =>
  (rows as { bytes: Uint8Array }[]).map(({ bytes }) => bytes);

/**
 * Everything that the server has not confirmed. The one module that takes a row out: into `acked` on the
 * server's `ok` or `dup`, into `drafts` on its refusal, away when the person takes back a capture or a command
 * that has never left this device, or when it has been committed to the replica of the workspace that was joined.
 */
import type { Result } from '../../shared/result.ts';
import type { DocumentId, ServerEpoch, Uid } from '../../shared/domain/ids.ts';
import type { ItemResult } from '../../shared/protocol/messages.ts';
import type { StorageFailure } from '../services.ts';
import { readCounters, readSyncPoint, writeSyncPoint } from './counters.ts';
import { deleteDocument, withChore } from './document-rows.ts';
import { withoutEarlierEpochs, withoutErased } from './earlier-epochs.ts';
import { settleElsewhere } from './draft-store.ts';
import { deleteNoticesOf } from './notice-store.ts';
import { ofDocument, outboxOf } from './outbox-reading.ts';
import type { ReplicaStoreDeps } from './replica-store.ts';
import { storageResult } from './storage-failure.ts';
import type { AckedRow, OutboxRow, TableName, Tables } from './tables.ts';
import { titleOfDocument } from './title-of-document.ts';

/** How long a confirmed item is kept for a server that comes back from an old backup. */
const ackedKeepMs = 30 * 24 * 60 * 60 * 1000;
/** Confirmed items deleted at a time once they are that old. */
const expiryBatch = 1_000;
export type ItemOutcome = { readonly row: OutboxRow; readonly result: ItemResult };

export type Outbox = {
  /**
   * Moves what a push has decided; a refusal takes the document's later items along, a gap moves nothing. An
   * answer from another lineage than the one known here decides nothing; `null`: decided on this device.
   */
  readonly settlePush: (
    outcomes: readonly ItemOutcome[],
    epoch: ServerEpoch | null,
  ) => Promise<Result<void, StorageFailure>>;
  /** The live room refused an edit, without saying which: all of the document's items move to the drafts. */
  readonly setAsideDocument: (
    id: DocumentId,
    code: string,
    message: string,
  ) => Promise<Result<void, StorageFailure>>;
  /**
   * The server's database has another lineage: pull from the start, and offer again every confirmed item. Not
   * only those above the server's head: by the time this device hears of it, others may have moved the head
   * past seqs that meant other edits before.
   */
  readonly changeEpoch: (epoch: ServerEpoch) => Promise<Result<void, StorageFailure>>;
  readonly expireAcked: () => Promise<Result<void, StorageFailure>>;
  /** Removes a document that has never left this device; false when it has. */
  readonly takeBack: (id: DocumentId) => Promise<Result<boolean, StorageFailure>>;
  /** Removes a command that has never left this device; false when it has. */
  readonly takeBackCommand: (id: DocumentId, uid: Uid) => Promise<Result<boolean, StorageFailure>>;
};

export function createOutbox(deps: ReplicaStoreDeps): Outbox {
  const { tables: replica, changes } = deps;
  const write = <T>(names: readonly TableName[], body: (tables: Tables) => Promise<T>) =>
    storageResult(() => replica.transact('write', names, body));

  return {
    settlePush: async (outcomes, epoch) => {
      const result = await write(settleTables, async (tables) => {
        if (epoch !== null && !(await isKnownEpoch(tables, epoch))) return;
        await settle(tables, outcomes, deps.nowMs());
      });
      const docIds = [...new Set(outcomes.map(({ row }) => row.docId))];
      if (result.ok) changes.publish({ type: 'documents', docIds });
      return result;
    },

    setAsideDocument: async (id, code, message) => {
      const result = await write(settleTables, async (tables) => {
        const reason = { code, message, nowMs: deps.nowMs() };
        await moveToDrafts(tables, await outboxOf(tables, id), reason);
        await startAgain(tables, id, code);
      });
      if (result.ok) changes.publish({ type: 'documents', docIds: [id] });
      return result;
    },

    changeEpoch: async (epoch) => {
      const result = await write(['meta', 'docs', 'outbox', 'acked'], async (tables) => {
        const confirmed = await tables.acked.range({});
        const offered = await withoutEarlierEpochs(tables, confirmed);
        await tables.outbox.putMany(offered.map(withoutAck));
        await tables.acked.deleteMany(confirmed.map((row) => row.n));
        const point = await readSyncPoint(tables);
        await writeSyncPoint(tables, {
          ...point,
          epoch,
          cursor: null,
          peopleVersion: 0,
          decisionN: 0,
        });
      });
      if (result.ok) changes.publish({ type: 'everything' });
      return result;
    },

    expireAcked: () =>
      write(['acked'], async (tables) => {
        const to = deps.nowMs() - ackedKeepMs;
        const old = await tables.acked.keys({ index: 'ackedAt', to, limit: expiryBatch });
        await tables.acked.deleteMany(old);
      }),

    takeBack: async (id) => {
      const result = await write([...settleTables, 'tail'], async (tables) => {
        const rows = await outboxOf(tables, id);
        const { offeredN } = await readCounters(tables);
        const doc = await tables.docs.get(id);
        const isHereAlone = doc?.headSeq === 0 && (await tables.acked.count(ofDocument(id))) === 0;
        if (!isHereAlone || rows.some((row) => row.n <= offeredN)) return false;
        await tables.outbox.deleteMany(rows.map((row) => row.n));
        await deleteDocument(tables, id);
        return true;
      });
      if (result.ok && result.value) changes.publish({ type: 'documents', docIds: [id] });
      return result;
    },

    takeBackCommand: async (id, uid) => {
      const result = await write(['meta', 'outbox'], async (tables) => {
        const { offeredN } = await readCounters(tables);
        const row = (await outboxOf(tables, id)).find((row) => row.uid === uid);
        if (row?.body.type !== 'command' || row.n <= offeredN) return false;
        await tables.outbox.deleteMany([row.n]);
        return true;
      });
      if (result.ok && result.value) changes.publish({ type: 'documents', docIds: [id] });
      return result;
    },
  };
}

const settleTables = [
  'meta',
  'docs',
  'tail',
  'outbox',
  'acked',
  'records',
  'measures',
  'drafts',
  'settled',
  'search',
  'notices',
] as const;

/** The first answer ever makes its lineage the known one. */
async function isKnownEpoch(tables: Pick<Tables, 'meta'>, epoch: ServerEpoch): Promise<boolean> {
  const point = await readSyncPoint(tables);
  if (point.epoch === null) await writeSyncPoint(tables, { ...point, epoch });
  return point.epoch === null || point.epoch === epoch;
}

async function settle(
  tables: Tables,
  outcomes: readonly ItemOutcome[],
  nowMs: number,
): Promise<void> {
  const confirmed: AckedRow[] = [];
  for (const { row, result } of outcomes) {
    if (result.type === 'ok' || result.type === 'dup') {
      confirmed.push({ ...row, seq: result.seq, ackedAt: nowMs });
    }
  }
  await confirm(tables, confirmed);
  for (const { row, result } of outcomes) {
    if (result.type === 'refused' && row.body.type === 'command') {
      await setAsideCommand(tables, row, { code: result.code, message: result.message, nowMs });
    } else if (result.type === 'refused') {
      await setAside(tables, row, { code: result.code, message: result.message, nowMs });
    } else if (result.type === 'gone') {
      await removeGone(tables, row.docId, nowMs);
    }
  }
}

/** Only what is still in the outbox: an answer may come twice, from a tab and from the service worker. */
async function confirm(tables: Tables, confirmed: readonly AckedRow[]): Promise<void> {
  const present = await tables.outbox.getMany(confirmed.map((row) => row.n));
  const moved = confirmed.flatMap((row, i): readonly AckedRow[] => {
    const here = present[i];
    return here?.uid === row.uid ? [{ ...here, seq: row.seq, ackedAt: row.ackedAt }] : [];
  });
  await tables.acked.putMany(await withoutErased(tables, moved));
  await tables.outbox.deleteMany(moved.map((row) => row.n));
}

type Reason = { readonly code: string; readonly message: string; readonly nowMs: number };

/** The refused item and the later ones of its document, which may build on it; then the document starts again. */
async function setAside(tables: Tables, refused: OutboxRow, reason: Reason): Promise<void> {
  const rows = await outboxOf(tables, refused.docId);
  if (!rows.some((row) => row.n === refused.n)) return;
  if (reason.code === 'rebase') return setAsideEpoch(tables, refused, rows, reason);
  await moveToDrafts(
    tables,
    rows.filter((row) => row.n >= refused.n),
    reason,
  );
  if (reason.code === 'doneAlready') await settleElsewhere(tables, refused, reason.nowMs);
  await startAgain(tables, refused.docId, reason.code);
}

/** What was made for a document that the server has written anew; what was made for the new one stays. */
async function setAsideEpoch(
  tables: Tables,
  { docId, docEpoch }: OutboxRow,
  rows: readonly OutboxRow[],
  reason: Reason,
): Promise<void> {
  const ofEpoch = rows.filter((row) => row.docEpoch === docEpoch && row.body.type === 'update');
  await moveToDrafts(tables, ofEpoch, reason);
  const isOldHere = (await tables.docs.get(docId))?.epoch === docEpoch;
  if (isOldHere) await startAgain(tables, docId, reason.code);
}

async function startAgain(tables: Tables, id: DocumentId, refusedCode: string): Promise<void> {
  const doc = await tables.docs.get(id);
  if (doc === undefined) return;
  const generation = doc.generation + 1;
  await tables.docs.put({ ...withChore(doc, 'rebuild'), generation, refusedCode });
}

/** Nothing builds on a command: it goes to the drafts by itself, and the document stays as it is. */
async function setAsideCommand(tables: Tables, refused: OutboxRow, reason: Reason): Promise<void> {
  const [row] = await tables.outbox.getMany([refused.n]);
  if (row?.uid === refused.uid) await moveToDrafts(tables, [row], reason);
}

/**
 * The document is gone for good: its record goes, and what was confirmed, lest it be offered to a restored
 * server; what was not sent stays with the person. A purge is offered again, so that it holds there as well.
 */
export async function removeGone(tables: Tables, id: DocumentId, nowMs: number): Promise<void> {
  const message = 'The record has been removed for good.';
  await deleteNoticesOf(tables, id);
  await moveToDrafts(tables, await outboxOf(tables, id), { code: 'gone', message, nowMs });
  const confirmed = await tables.acked.range(ofDocument(id));
  const forgotten = confirmed.filter(
    ({ body }) => body.type !== 'command' || body.command.type !== 'purge',
  );
  await tables.acked.deleteMany(forgotten.map((row) => row.n));
  await deleteDocument(tables, id);
}

async function moveToDrafts(
  tables: Tables,
  rows: readonly OutboxRow[],
  { code, message, nowMs }: Reason,
): Promise<void> {
  const docId = rows[0]?.docId;
  if (docId === undefined) return;
  const title = await titleOfDocument(tables, docId);
  const generation = (await tables.docs.get(docId))?.generation ?? 0;
  const reason = { code, message, draftedAt: nowMs, title, generation };
  await tables.drafts.addMany(rows.map(({ n: _n, ...row }) => ({ ...row, ...reason })));
  await tables.outbox.deleteMany(rows.map((row) => row.n));
}

/** After these very rows have been committed to another replica of this device. */
export const deleteMovedRows = (
  tables: Pick<Tables, 'outbox'>,
  rows: readonly OutboxRow[],
): Promise<void> => tables.outbox.deleteMany(rows.map((row) => row.n));

function withoutAck(row: AckedRow): OutboxRow {
  const { seq: _seq, ackedAt: _ackedAt, ...outboxRow } = row;
  return outboxRow;
}

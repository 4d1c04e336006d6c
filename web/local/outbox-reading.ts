/** Looks into the outbox: the next batch to push, and how much is unsent. Takes nothing out of it. */
import type { Result } from '../../shared/result.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { StorageFailure } from '../services.ts';
import { readCounters, writeCounters } from './counters.ts';
import type { ReplicaStoreDeps } from './replica-store.ts';
import { storageResult } from './storage-failure.ts';
import type { DraftRow, OutboxRow, Tables } from './tables.ts';

/** Rows looked at together while a batch is put together. */
const scanRows = 500;

export type BatchLimits = {
  readonly items: number;
  readonly updateBytes: number;
  /** Documents that are in flight or wait after a gap: none of their items. */
  readonly exclude: ReadonlySet<DocumentId>;
  /** Only items that were made after this one. */
  readonly afterN: number;
};

export type Unsent = {
  readonly edits: number;
  readonly oldestMadeAt: number | undefined;
  readonly drafts: number;
};

export type OutboxReading = {
  /** The oldest items within the limits, each document's in order; from then on they count as having left. */
  readonly takePushBatch: (
    limits: BatchLimits,
  ) => Promise<Result<readonly OutboxRow[], StorageFailure>>;
  readonly readUnsent: () => Promise<Unsent>;
  /** Which of `ids` have items here. */
  readonly readUnsentDocuments: (ids: readonly DocumentId[]) => Promise<ReadonlySet<DocumentId>>;
  readonly readUnsentOf: (id: DocumentId) => Promise<readonly OutboxRow[]>;
  readonly readOutboxAndDrafts: () => Promise<{
    readonly outbox: readonly OutboxRow[];
    readonly drafts: readonly DraftRow[];
    readonly titles: ReadonlyMap<DocumentId, string>;
  }>;
};

export function createOutboxReading({ tables: replica }: ReplicaStoreDeps): OutboxReading {
  return {
    takePushBatch: (limits) =>
      storageResult(() =>
        replica.transact('write', ['meta', 'outbox'], async (tables) => {
          const batch = await collectBatch(tables, limits);
          const newest = batch.at(-1);
          if (newest === undefined) return batch;
          const counters = await readCounters(tables);
          if (newest.n > counters.offeredN) {
            await writeCounters(tables, { ...counters, offeredN: newest.n });
          }
          return batch;
        }),
      ),

    readUnsent: () =>
      replica.transact('read', ['outbox', 'drafts'], async (tables) => {
        const [oldest] = await tables.outbox.range({ limit: 1 });
        const edits = oldest === undefined ? 0 : await tables.outbox.count();
        return { edits, oldestMadeAt: oldest?.madeAt, drafts: await tables.drafts.count() };
      }),

    readUnsentDocuments: (ids) =>
      replica.transact(
        'read',
        ['outbox'],
        (tables) => tables.outbox.occurring('docId', ids) as Promise<ReadonlySet<DocumentId>>,
      ),

    readUnsentOf: (id) => replica.transact('read', ['outbox'], (tables) => outboxOf(tables, id)),

    readOutboxAndDrafts: () =>
      replica.transact('read', ['outbox', 'drafts', 'records'], async (tables) => {
        const outbox = await tables.outbox.range({});
        const drafts = await tables.drafts.range({});
        const ids = [...new Set(outbox.map((row) => row.docId))];
        const rows = await tables.records.getMany(ids);
        const titles = new Map(ids.map((id, i) => [id, rows[i]?.title ?? '']));
        return { outbox, drafts, titles };
      }),
  };
}

/** A document's rows, of outbox and confirmed items alike. */
export const ofDocument = (id: DocumentId) => ({
  index: '[docId+uid]',
  from: [id, ''],
  to: [id, '\uffff'],
});

export const outboxOf = (
  tables: Pick<Tables, 'outbox'>,
  id: DocumentId,
): Promise<readonly OutboxRow[]> => tables.outbox.range({ index: 'docId', from: id, to: id });

async function collectBatch(
  tables: Pick<Tables, 'outbox'>,
  limits: BatchLimits,
): Promise<readonly OutboxRow[]> {
  const batch: OutboxRow[] = [];
  let bytes = 0;
  let from = limits.afterN + 1;
  for (;;) {
    const rows = await tables.outbox.range({ from, limit: scanRows });
    for (const row of rows) {
      if (limits.exclude.has(row.docId)) continue;
      bytes += row.body.type === 'update' ? row.body.bytes.length : 0;
      if (batch.length > 0 && bytes > limits.updateBytes) return batch;
      batch.push(row);
      if (batch.length === limits.items) return batch;
    }
    if (rows.length < scanRows) return batch;
    from = (rows.at(-1)?.n ?? from) + 1;
  }
}

/** Edits that were not accepted: read, settled, taken up again, and forgotten a while after they were settled. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import { wireLimits } from '../../shared/protocol/version.ts';
import type { Result } from '../../shared/result.ts';
import type { StorageFailure } from '../services.ts';
import type { DraftFate } from '../services/drafts.ts';
import type { ReplicaStoreDeps } from './replica-store.ts';
import { storageResult } from './storage-failure.ts';
import type { DraftRow, SettledRow, Tables } from './tables.ts';

/** How long a settled draft is kept. */
const settledKeepMs = 30 * 24 * 60 * 60 * 1000;
/** Settled drafts deleted at a time once they are that old. */
const expiryBatch = 500;

export type DraftStore = {
  readonly readDrafts: () => Promise<readonly DraftRow[]>;
  /** Newest first. */
  readonly readSettled: () => Promise<readonly SettledRow[]>;
  /** The rows of `ns` that are drafts still; others have been settled already. */
  readonly settleDrafts: (
    ns: readonly number[],
    fate: DraftFate,
  ) => Promise<Result<void, StorageFailure>>;
  /** Settled by mistake: they are drafts again. */
  readonly takeUpDrafts: (ns: readonly number[]) => Promise<Result<void, StorageFailure>>;
  readonly expireSettled: () => Promise<Result<void, StorageFailure>>;
  /** Settled here, and the server may not know. */
  readonly readUntold: () => Promise<readonly SettledRow[]>;
  readonly noteTold: (ns: readonly number[]) => Promise<Result<void, StorageFailure>>;
};

export function createDraftStore(deps: ReplicaStoreDeps): DraftStore {
  const { tables: replica, changes } = deps;

  /** Answers the documents that it touched, and tells of them. */
  const write = async (
    body: (tables: Pick<Tables, 'drafts' | 'settled'>) => Promise<readonly DocumentId[]>,
  ): Promise<Result<void, StorageFailure>> => {
    const result = await storageResult(() =>
      replica.transact('write', ['drafts', 'settled'], body),
    );
    if (!result.ok) return result;
    const docIds = [...new Set(result.value)];
    if (docIds.length > 0) changes.publish({ type: 'documents', docIds });
    return { ok: true, value: undefined };
  };

  return {
    readDrafts: () => replica.transact('read', ['drafts'], (tables) => tables.drafts.range({})),

    readSettled: () =>
      replica.transact('read', ['settled'], (tables) =>
        tables.settled.range({ index: 'settledAt', descending: true }),
      ),

    settleDrafts: (ns, fate) => write((tables) => settleOwn(tables, ns, fate, deps.nowMs())),

    takeUpDrafts: (ns) =>
      write(async (tables) => {
        const rows = present(await tables.settled.getMany(ns));
        await tables.drafts.putMany(rows.map(draftOf));
        await tables.settled.deleteMany(rows.map((row) => row.n));
        return rows.map((row) => row.docId);
      }),

    expireSettled: () =>
      write(async (tables) => {
        const to = deps.nowMs() - settledKeepMs;
        const range = { index: 'settledAt', to, limit: expiryBatch };
        await tables.settled.deleteMany(await tables.settled.keys(range));
        return [];
      }),

    readUntold: () =>
      replica.transact('read', ['settled'], (tables) =>
        tables.settled.range({ index: 'told', from: 0, to: 0, limit: wireLimits.settledItems }),
      ),

    noteTold: (ns) =>
      write(async (tables) => {
        const rows = present(await tables.settled.getMany(ns));
        await tables.settled.putMany(rows.map((row) => ({ ...row, told: 1 })));
        return [];
      }),
  };
}

/** Inside a transaction: the rows of `ns` that are drafts still are dealt with by this person. */
export async function settleOwn(
  tables: Pick<Tables, 'drafts' | 'settled'>,
  ns: readonly number[],
  fate: DraftFate,
  settledAt: number,
): Promise<readonly DocumentId[]> {
  const rows = present(await tables.drafts.getMany(ns));
  await settleRows(tables, rows, { fate, settledAt, settledBy: '', told: 0 });
  return rows.map((row) => row.docId);
}

/** Inside a transaction: its person has done the same on another device, so that nobody has to deal with it here. */
export async function settleElsewhere(
  tables: Pick<Tables, 'drafts' | 'settled'>,
  { docId, uid }: Pick<DraftRow, 'docId' | 'uid'>,
  settledAt: number,
): Promise<void> {
  const ofDocument = await tables.drafts.range({ index: 'docId', from: docId, to: docId });
  const rows = ofDocument.filter((row) => row.uid === uid);
  await settleRows(tables, rows, { fate: 'elsewhere', settledAt, settledBy: '', told: 1 });
}

type Settling = Pick<SettledRow, 'fate' | 'settledAt' | 'settledBy' | 'told'>;

export async function settleRows(
  tables: Pick<Tables, 'drafts' | 'settled'>,
  rows: readonly DraftRow[],
  settling: Settling,
): Promise<void> {
  await tables.settled.putMany(rows.map((row) => ({ ...row, ...settling })));
  await tables.drafts.deleteMany(rows.map((row) => row.n));
}

function draftOf(row: SettledRow): DraftRow {
  const { fate: _fate, settledAt: _at, settledBy: _by, told: _told, ...draft } = row;
  return draft;
}

const present = <T>(rows: readonly (T | undefined)[]): readonly T[] =>
  rows.filter((row): row is T => row !== undefined);

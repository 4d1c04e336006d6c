/** Commands of a replica: put into the outbox, pending until their facts are here, or refused and kept as drafts. */
import type { Hlc } from '../../shared/domain/hlc.ts';
import type { ActorId, DocumentId, Uid } from '../../shared/domain/ids.ts';
import type { Command, CommandType } from '../../shared/process/commands.ts';
import type { Result } from '../../shared/result.ts';
import type { StorageFailure } from '../services.ts';
import { readCounters } from './counters.ts';
import type { ReplicaStoreDeps } from './replica-store.ts';
import { storageResult } from './storage-failure.ts';
import type { DraftRow, OutboxRow, Tables } from './tables.ts';

export type NewCommand = {
  readonly docId: DocumentId;
  readonly uid: Uid;
  readonly hlc: Hlc;
  readonly boot: string;
  readonly actor: ActorId;
  readonly command: Command;
};

export type StoredCommand = {
  readonly uid: Uid;
  readonly command: Command;
  /** Unix ms, this device's clock. */
  readonly madeAt: number;
  /** It was given to a push: even if that failed, the server may have it. */
  readonly isSent: boolean;
};

export type RefusedCommand = StoredCommand & {
  /** Of the draft. */
  readonly n: number;
  readonly code: string;
};

export type DecisionStore = {
  /** In one strict transaction; false: the document is not on this device. */
  readonly appendCommand: (command: NewCommand) => Promise<Result<boolean, StorageFailure>>;
  /** `pending`: the server has not decided, or its fact is still on the way here. */
  readonly readCommands: (id: DocumentId) => Promise<{
    readonly pending: readonly StoredCommand[];
    readonly refused: readonly RefusedCommand[];
  }>;
  /** What was last asked for, of those documents for which something is pending. */
  readonly readPending: (
    ids: readonly DocumentId[],
  ) => Promise<ReadonlyMap<DocumentId, CommandType>>;
};

export function createDecisionStore(deps: ReplicaStoreDeps): DecisionStore {
  const { tables: replica, changes } = deps;

  return {
    appendCommand: async ({ command, ...entry }) => {
      const result = await storageResult(() =>
        replica.transact('write', ['docs', 'outbox'], async (tables) => {
          const doc = await tables.docs.get(entry.docId);
          if (doc === undefined) return false;
          const row: Omit<OutboxRow, 'n'> = {
            ...entry,
            docEpoch: doc.epoch,
            body: { type: 'command', command },
            decides: entry.docId,
            madeAt: deps.nowMs(),
          };
          await tables.outbox.addMany([row]);
          return true;
        }),
      );
      if (result.ok) changes.publish({ type: 'documents', docIds: [entry.docId] });
      return result;
    },

    readCommands: (id) =>
      replica.transact('read', ['meta', 'docs', 'outbox', 'acked', 'drafts'], async (tables) => ({
        pending: await pendingOf(tables, id),
        refused: (await draftsOf(tables, id)).flatMap((row) =>
          commandIn(row, true).map((stored) => ({ ...stored, n: row.n, code: row.code })),
        ),
      })),

    readPending: (ids) =>
      replica.transact('read', ['meta', 'docs', 'outbox', 'acked'], async (tables) => {
        const pending = new Map<DocumentId, CommandType>();
        const waiting = await tables.outbox.occurring('decides', ids);
        const confirmed = await tables.acked.occurring('decides', ids);
        for (const id of ids.filter((id) => waiting.has(id) || confirmed.has(id))) {
          const last = (await pendingOf(tables, id)).at(-1);
          if (last !== undefined) pending.set(id, last.command.type);
        }
        return pending;
      }),
  };
}

type PendingTables = Pick<Tables, 'meta' | 'docs' | 'outbox' | 'acked'>;

async function pendingOf(tables: PendingTables, id: DocumentId): Promise<readonly StoredCommand[]> {
  const headSeq = (await tables.docs.get(id))?.headSeq ?? 0;
  const ofDocument = { index: 'decides', from: id, to: id };
  const confirmed = await tables.acked.range(ofDocument);
  const waiting = await tables.outbox.range(ofDocument);
  const { offeredN } = await readCounters(tables);
  return [...confirmed.filter(({ seq }) => seq > headSeq), ...waiting].flatMap((row) =>
    commandIn(row, 'seq' in row || row.n <= offeredN),
  );
}

const draftsOf = (tables: Pick<Tables, 'drafts'>, id: DocumentId): Promise<readonly DraftRow[]> =>
  tables.drafts.range({ index: 'docId', from: id, to: id });

function commandIn(
  { uid, body, madeAt }: Omit<OutboxRow, 'n'>,
  isSent: boolean,
): readonly StoredCommand[] {
  return body.type === 'command' ? [{ uid, command: body.command, madeAt, isSent }] : [];
}

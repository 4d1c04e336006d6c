/** The real sync server without sockets, on SQLite in memory: it can be restarted, backed up and restored. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ActorId, DeviceId, DocumentId, PersonId, Uid } from '../../shared/domain/ids.ts';
import type { Role } from '../../shared/domain/person.ts';
import type { DocumentsAnswer } from '../../shared/protocol/messages.ts';
import { protocolVersion, wireLimits } from '../../shared/protocol/version.ts';
import { createInProcessAdmission } from '../../sync-server/replication/admit.ts';
import { createReplication, type Replication } from '../../sync-server/replication/replication.ts';
import type { Session } from '../../sync-server/store/people-store.ts';
import { openDatabase } from '../../sync-server/store/sqlite/database.ts';
import { replayLedger } from '../../sync-server/store/sqlite/replay-ledger.ts';
import { startNewLineage } from '../../sync-server/store/sqlite/lineage.ts';
import { storeOn } from '../../sync-server/store/sqlite/sqlite-store.ts';
import type { Store } from '../../sync-server/store/store.ts';
import type { SyncPoint } from '../../web/local/tables.ts';
import type { World } from './simulated-world.ts';

/** Everybody may decide, so that decisions meet. */
export const simulatedRoles: readonly Role[] = ['contributor', 'coordinator', 'approver'];

export type SimulatedServer = {
  /** Changes with every restart and restore: what is under way then is never answered. */
  readonly run: () => number;
  readonly replication: () => Replication;
  readonly sessionOf: (device: DeviceId, actor: ActorId) => Session;
  readonly restart: () => void;
  readonly backUp: () => Promise<void>;
  /** Does nothing when there is no backup. */
  readonly restore: () => void;
  /** By an administrator, at once; false = the server has nothing of it. */
  readonly erase: (docId: DocumentId, words: string) => Promise<boolean>;
  readonly hasCommitted: (docId: DocumentId, uid: Uid) => Promise<boolean>;
  readonly onCommitted: (listener: () => void) => void;
  readonly wholeDocuments: (ids: readonly DocumentId[]) => Promise<DocumentsAnswer['items']>;
  /** Whether a replica that stands there would get anything new. */
  readonly hasNewsAfter: (point: Pick<SyncPoint, 'epoch' | 'cursor'>) => Promise<boolean>;
  readonly close: () => Promise<void>;
};

export function createSimulatedServer(world: World): SimulatedServer {
  const listeners = new Set<() => void>();
  let database = openDatabase(':memory:');
  let store: Store = storeOn(database, world);
  let replication = start();
  let runs = 0;
  let directory: string | undefined;
  let backup: string | undefined;
  let backups = 0;

  function start(): Replication {
    const started = createReplication({
      nowMs: world.nowMs,
      store,
      admission: createInProcessAdmission(),
      soon: (work) => queueMicrotask(work),
      verifySignature: () => true,
    });
    started.queue.onCommitted(() => {
      for (const listener of listeners) listener();
    });
    return started;
  }

  /** Everybody is a member, and known again to a server that comes back from a backup. */
  const sessionOf = (device: DeviceId, actor: ActorId, roles = simulatedRoles): Session => {
    const workspace = store.lineage.workspace.id;
    database
      .prepare(
        `INSERT OR IGNORE INTO people (ws, person, display_name, joined_at, roles)
         VALUES (?, ?, 'Someone', 0, ?)`,
      )
      .run(workspace, actor, JSON.stringify(roles));
    return {
      workspace,
      workspaceName: 'Gemba',
      person: { id: actor as string as PersonId, displayName: 'Someone', roles },
      device,
      actor,
      publicKey: new Uint8Array(32),
      lastSeenAt: 0,
    };
  };

  const nobody = () => sessionOf('' as DeviceId, '' as ActorId);

  return {
    run: () => runs,
    replication: () => replication,
    sessionOf,
    restart: () => {
      runs++;
      replication = start();
    },
    backUp: async () => {
      directory ??= mkdtempSync(join(tmpdir(), 'gemba-simulation-'));
      backup = join(directory, `backup-${++backups}.db`);
      await store.backUp(backup);
    },
    restore: () => {
      if (backup === undefined) return;
      runs++;
      const replaced = database;
      database = openDatabase(backup);
      database.exec('PRAGMA synchronous = OFF');
      replayLedger(database, replaced, world.nowMs());
      replaced.close();
      startNewLineage(database, world);
      store = storeOn(database, world);
      replication = start();
      backup = undefined;
    },
    erase: async (docId, words) => {
      const administrator = sessionOf('' as DeviceId, 'administrator' as ActorId, ['admin']);
      const asked = { passage: { type: 'words', words }, reason: 'Asked for' } as const;
      return (await replication.erasePassage(administrator, docId, asked)).ok;
    },
    hasCommitted: async (docId, uid) => {
      const workspace = store.lineage.workspace.id;
      const [found] = await store.inspect(workspace, [{ docId, uid }]);
      if (found?.known?.type === 'committed') return true;
      const record = await store.readRecord(workspace, docId, uid);
      return record.type === 'there' && record.committedSeq !== undefined;
    },
    onCommitted: (listener) => listeners.add(listener),
    wholeDocuments: async (ids) => {
      const items: DocumentsAnswer['items'] = [];
      for (let at = 0; at < ids.length; at += wireLimits.wholeDocuments) {
        const docIds = ids.slice(at, at + wireLimits.wholeDocuments);
        const request = { proto: protocolVersion, epoch: null, docIds };
        const answer = await replication.documents(nobody(), request);
        if (!answer.ok) throw new Error(answer.error.message);
        items.push(...answer.value.items);
      }
      return items;
    },
    hasNewsAfter: async ({ epoch, cursor }) => {
      const request = { proto: protocolVersion, epoch, cursor, peopleVersion: 0 };
      const answer = await replication.pull(nobody(), request);
      return !answer.ok || answer.value.items.length > 0;
    },
    close: async () => {
      await store.close();
      if (directory !== undefined) rmSync(directory, { recursive: true });
    },
  };
}

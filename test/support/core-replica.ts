/** A replica in memory with the real store, document log and fake time, for tests of the page's core. */
import { createHash } from 'node:crypto';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { keepImprovement } from '../../web/commands/keep-improvement.ts';
import { type DocumentLog, openDocumentLog } from '../../web/local/document-log.ts';
import { createMemoryStorage, type WriteFate } from '../../web/local/memory-tables.ts';
import { createReplicaStore } from '../../web/local/replica-store.ts';
import type { Identity } from '../../web/local/identity.ts';
import { createFakeClock } from './fake-clock.ts';
import { createTestAuthor } from './replica-builders.ts';
import { createRandom } from '../../shared/demo/seeded-random.ts';

export function createCoreReplica(number = 1) {
  const clock = createFakeClock();
  const random = createRandom(number);
  const storage = createMemoryStorage();
  let fate: WriteFate = 'commit';
  const tables = storage.connect(() => fate);
  const store = createReplicaStore({ nowMs: clock.nowMs, tables });
  const identity: Identity = createTestAuthor(number).identity;
  const reports: unknown[] = [];
  const deps = {
    ...clock,
    store,
    identity,
    random,
    randomBytes: (sizeBytes: number) =>
      Uint8Array.from({ length: sizeBytes }, () => Math.floor(random() * 256)),
    sha256Hex: async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex'),
    report: (what: string, cause: unknown) => void reports.push([what, cause]),
  };
  return {
    ...deps,
    deps,
    clock,
    storage,
    tables,
    reports,
    setFate: (next: WriteFate) => {
      fate = next;
    },
    keep: async (text: string): Promise<DocumentId> => {
      const kept = await keepImprovement(deps, text);
      if (!kept.ok) throw new Error(kept.error);
      return kept.value.id;
    },
    open: async (id: DocumentId): Promise<DocumentLog> => {
      const log = await openDocumentLog(deps, id);
      if (log === undefined) throw new Error(`${id} is not on this device`);
      return log;
    },
  };
}

export type CoreReplica = ReturnType<typeof createCoreReplica>;

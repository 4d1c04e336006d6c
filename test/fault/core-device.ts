/** The page's own core without the page: replicator, document logs and replica store, on a server over HTTP. */
import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers';
import type { DocumentId, ServerEpoch } from '../../shared/domain/ids.ts';
import { textOf } from '../../shared/document/schema.ts';
import { keepImprovement } from '../../web/commands/keep-improvement.ts';
import { openDocumentLog } from '../../web/local/document-log.ts';
import { createMemoryStorage } from '../../web/local/memory-tables.ts';
import { createReplicaStore } from '../../web/local/replica-store.ts';
import { startProjector } from '../../web/projection/projector.ts';
import { createHttpTransport } from '../../web/replication/http-transport.ts';
import { startReplicator } from '../../web/replication/replicator.ts';
import type { PlainDevice, PlainUpdate } from '../support/plain-device.ts';

export type CoreDevice = {
  readonly keep: (text: string) => Promise<DocumentId>;
  readonly typeInto: (id: DocumentId, words: string) => Promise<void>;
  /** Edits that the server has not confirmed. */
  readonly unsent: () => Promise<number>;
  /** Edits that it has, as the device keeps them for a restored server. */
  readonly acked: () => Promise<readonly PlainUpdate[]>;
  /** The lineage that the device knows. */
  readonly epoch: () => Promise<ServerEpoch | null>;
  readonly wake: () => void;
  readonly stop: () => void;
};

/** Runs under the plain device's identity and session. */
export function startCoreDevice(serverUrl: string, plain: PlainDevice): CoreDevice {
  const storage = createMemoryStorage();
  const disk = storage.connect();
  const store = createReplicaStore({ nowMs: () => Date.now(), tables: storage.connect() });
  const deps = {
    store,
    identity: { device: plain.device, actor: plain.actor, boot: plain.boot },
    nowMs: () => Date.now(),
    random: () => Math.random(),
    randomBytes: (sizeBytes: number) => crypto.getRandomValues(new Uint8Array(sizeBytes)),
    sha256Hex: async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex'),
    setTimer: (delayMs: number, run: () => void) => {
      const timer = delay(run, delayMs);
      return () => clearTimeout(timer);
    },
    sign: async (bytes: Uint8Array) => plain.sign(bytes),
    renewSession: async () => ({ type: 'refused', code: 'signIn' }) as const,
    report: (what: string, cause: unknown) => console.error(what, cause),
    transport: createHttpTransport({
      workspace: () => undefined,
      serverUrl,
      fetch: (input, init) =>
        fetch(input, { ...init, headers: { ...plain.headers(), ...(init?.headers as object) } }),
    }),
  };
  const replicator = startReplicator(deps);
  const projector = startProjector(deps);
  return {
    keep: async (text) => {
      const kept = await keepImprovement(deps, text);
      if (!kept.ok) throw new Error(`Not kept: ${kept.error}`);
      replicator.wake();
      return kept.value.id;
    },
    typeInto: async (id, words) => {
      const log = await openDocumentLog(deps, id);
      if (log === undefined) throw new Error(`${id} is not on this device.`);
      textOf(log.doc.get(), 'description').insert(0, words);
      await log.close();
      replicator.wake();
    },
    unsent: () => disk.transact('read', ['outbox'], ({ outbox }) => outbox.count()),
    acked: () =>
      disk.transact('read', ['acked'], async ({ acked }) =>
        (await acked.range({})).flatMap(({ docId, body }) =>
          body.type === 'update' ? [{ docId, bytes: body.bytes }] : [],
        ),
      ),
    epoch: () =>
      disk.transact('read', ['meta'], async ({ meta }) => {
        const row = await meta.get('syncPoint');
        return row?.k === 'syncPoint' ? row.value.epoch : null;
      }),
    wake: () => replicator.wake(true),
    stop: () => {
      replicator.stop();
      projector.stop();
    },
  };
}

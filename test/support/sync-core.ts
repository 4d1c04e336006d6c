/** Replication in memory: the real handlers on the real store, without HTTP, threads or files. */
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import {
  type ActorId,
  createUuidV7,
  type DeviceId,
  type DocumentId,
  type PersonId,
  type Uid,
} from '../../shared/domain/ids.ts';
import type { Role } from '../../shared/domain/person.ts';
import type { Command } from '../../shared/process/commands.ts';
import { encodeFrame } from '../../shared/protocol/frame.ts';
import type { EnvelopeContent, Item, PushRequest } from '../../shared/protocol/messages.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import { createInProcessAdmission } from '../../sync-server/replication/admit.ts';
import {
  createReplication,
  type Replication,
  type ReplicationDeps,
} from '../../sync-server/replication/replication.ts';
import type { Session } from '../../sync-server/store/people-store.ts';
import { createSqliteStore } from '../../sync-server/store/sqlite/sqlite-store.ts';
import type { Store } from '../../sync-server/store/store.ts';

export type SyncCore = {
  readonly store: Store;
  readonly replication: Replication;
  /** A new person with one device, as if it had joined. */
  readonly join: (displayName?: string, roles?: readonly Role[]) => Promise<CoreDevice>;
  /** One more device of the same person. */
  readonly addDevice: (of: CoreDevice) => Promise<CoreDevice>;
  readonly close: () => Promise<void>;
};

export type CoreDevice = {
  readonly session: Session;
  /** A signed push of one envelope. */
  readonly pushOf: (items: readonly CoreItem[], content?: Partial<EnvelopeContent>) => PushRequest;
};

export type CoreItem = { readonly docId: DocumentId } & (
  { readonly bytes: Uint8Array } | { readonly uid: Uid; readonly command: Command }
) &
  Partial<Pick<Item, 'docEpoch' | 'hlc' | 'applies'>>;

export const systemDeps: ClockDep & RandomDep = {
  nowMs: () => Date.now(),
  randomBytes: (sizeBytes) => new Uint8Array(randomBytes(sizeBytes)),
};

export function createSyncCore(
  deps: ClockDep & RandomDep = systemDeps,
  overrides: Partial<ReplicationDeps> = {},
): SyncCore {
  const store = overrides.store ?? createSqliteStore(':memory:', deps);
  const admission = createInProcessAdmission();
  const replication = createReplication({ nowMs: deps.nowMs, admission, ...overrides, store });
  return {
    store,
    replication,
    join: (displayName = 'Ada', roles = ['contributor']) =>
      joinDirectly(store, deps, { displayName, roles }),
    addDevice: ({ session: { person } }) =>
      joinDirectly(store, deps, { displayName: '', roles: [], person: person.id }),
    close: async () => {
      await replication.queue.drained();
      await store.close();
    },
  };
}

type Newcomer = {
  readonly displayName: string;
  readonly roles: readonly Role[];
  /** Whose further device it is; null = a new person. */
  readonly person?: PersonId | null;
};

async function joinDirectly(
  store: Store,
  deps: ClockDep & RandomDep,
  { displayName, roles, person = null }: Newcomer,
): Promise<CoreDevice> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const token = Buffer.from(deps.randomBytes(16)).toString('hex');
  const atMs = deps.nowMs();
  await store.addInvitation({
    workspace: store.lineage.workspace.id,
    id: createUuidV7(deps),
    tokenHash: token,
    kind: person === null ? 'person' : 'ownDevice',
    roles,
    label: '',
    by: person,
    person,
    createdAt: atMs,
    expiresAt: atMs + 1,
    uses: 1,
  });
  const joined = await store.join({
    entry: { type: 'invitation', tokenHash: token },
    deviceName: '',
    device: createUuidV7<DeviceId>(deps),
    actor: createUuidV7<ActorId>(deps),
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32),
    displayName,
    newPerson: createUuidV7<PersonId>(deps),
    sessionHash: `session of ${token}`,
    sessionExpiresAt: Number.MAX_SAFE_INTEGER,
    atMs,
  });
  if (!joined.ok) throw new Error(joined.error.message);
  const session = joined.value;
  let n = 0;
  return {
    session,
    pushOf: (items, content = {}) => {
      const bytes = encodeFrame({
        device: session.device,
        boot: 'boot',
        actor: session.actor,
        items: items.map(({ docId, docEpoch = 0, hlc = '000000000001-0000', ...item }) => ({
          n: n++,
          docId,
          docEpoch,
          hlc,
          body:
            'bytes' in item
              ? { type: 'update', bytes: item.bytes }
              : { type: 'command', uid: item.uid, command: item.command },
          ...(item.applies !== undefined && { applies: item.applies }),
        })),
        ...content,
      });
      const signature = new Uint8Array(sign(null, bytes, privateKey));
      return { proto: protocolVersion, epoch: null, envelopes: [{ content: bytes, signature }] };
    },
  };
}

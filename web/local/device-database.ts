/** What belongs to the device and not to a workspace: its identity, the current replica, text typed but not kept. */
import { Dexie, type Table } from 'dexie';
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import { bytesToHex, createUuidV7 } from '../../shared/domain/ids.ts';
import type { ActorId, DeviceId, DocumentId } from '../../shared/domain/ids.ts';
import type { SessionAnswer } from '../../shared/protocol/session.ts';
import type { OwnView } from '../services/register.ts';
import type { Identity } from './identity.ts';

/** The replica of whoever has not joined a workspace. */
export const localReplica = 'gemba:local';

/** An Ed25519 key pair: non-extractable where the browser has the algorithm, else a stored seed. */
export type StoredKey =
  | { readonly type: 'subtle'; readonly publicKey: Uint8Array; readonly privateKey: CryptoKey }
  | { readonly type: 'seed'; readonly publicKey: Uint8Array; readonly seed: Uint8Array };

/** Whose turn it is, and until when (Unix ms). */
export type Lease = { readonly holder: string; readonly untilMs: number };

export type JoinedSession = SessionAnswer & { readonly replica: string };

/** A workspace that this device was signed out of while something was unsent; `leftAt` in Unix ms. */
export type LeftReplica = {
  readonly session: JoinedSession;
  readonly device: DeviceId;
  readonly leftAt: number;
};

/** The server has still to hear that this device was signed out of the workspace. */
export type OwedSignOut = {
  readonly workspace: string;
  readonly workspaceName: string;
  readonly device: string;
};

export type DeviceRow =
  | { readonly k: 'identity'; readonly device: DeviceId; readonly actor: ActorId }
  | { readonly k: 'key'; readonly key: StoredKey }
  /** Of the workspace that is open. */
  | { readonly k: 'session'; readonly session: JoinedSession }
  | { readonly k: `other:${string}`; readonly session: JoinedSession }
  | { readonly k: `owed:${string}`; readonly owed: OwedSignOut }
  | { readonly k: `left:${string}`; readonly left: LeftReplica }
  | { readonly k: 'typed'; readonly text: string }
  | { readonly k: `typed:${DocumentId}`; readonly text: string }
  /** Of a workspace that is not open. */
  | {
      readonly k: `aside:${string}`;
      readonly aside: { readonly text: string; readonly views: readonly OwnView[] };
    }
  | { readonly k: 'views'; readonly views: readonly OwnView[] }
  | { readonly k: `lease:${string}`; readonly lease: Lease };

type RowOf<Key extends DeviceRow['k']> = Extract<DeviceRow, { readonly k: Key }>;

export type DeviceDatabase = {
  /** In one read, because nothing can be drawn before. The identity is made at the first call ever. */
  readonly readStart: () => Promise<{
    readonly identity: Identity;
    readonly session: JoinedSession | undefined;
  }>;
  readonly readKey: () => Promise<StoredKey | undefined>;
  /** Keeps the key that is there already, if another tab was faster; answers the one that counts. */
  readonly keepKey: (key: StoredKey) => Promise<StoredKey>;
  readonly readTyped: () => Promise<string>;
  readonly writeTyped: (text: string) => Promise<void>;
  /** For what is seldom done, and not fetched with the first screen. */
  readonly rows: Table<DeviceRow, string>;
  /** Which tab leads a replica, where there are no Web Locks. `decide` answers the next lease, or undefined to leave it. */
  readonly updateLease: (
    replica: string,
    decide: (lease: Lease | undefined) => Lease | undefined,
  ) => Promise<void>;
};

export function openDeviceDatabase(
  deps: ClockDep & RandomDep,
  name = 'gemba:device',
): DeviceDatabase {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' });
  database.version(1).stores({ rows: 'k' });
  const rows = database.table<DeviceRow, string>('rows');
  const boot = bytesToHex(deps.randomBytes(16));

  async function read<Key extends DeviceRow['k']>(k: Key): Promise<RowOf<Key> | undefined> {
    return (await rows.get(k)) as RowOf<Key> | undefined;
  }

  /** The stored row, or `created` once it is stored. */
  const readOrPut = <Key extends DeviceRow['k']>(created: RowOf<Key>): Promise<RowOf<Key>> =>
    database.transaction('rw', rows, async () => {
      const stored = (await rows.get(created.k)) as RowOf<Key> | undefined;
      if (stored !== undefined) return stored;
      await rows.put(created);
      return created;
    });

  const newIdentity = (): RowOf<'identity'> => ({
    k: 'identity',
    device: createUuidV7<DeviceId>(deps),
    actor: createUuidV7<ActorId>(deps),
  });

  return {
    readStart: async () => {
      const [stored, joined] = (await rows.bulkGet(['identity', 'session'])) as [
        RowOf<'identity'> | undefined,
        RowOf<'session'> | undefined,
      ];
      const { device, actor } = stored ?? (await readOrPut<'identity'>(newIdentity()));
      return { identity: { device, actor, boot }, session: joined?.session };
    },
    readKey: async () => (await read('key'))?.key,
    keepKey: async (key) => (await readOrPut<'key'>({ k: 'key', key })).key,
    readTyped: async () => (await read('typed'))?.text ?? '',
    writeTyped: async (text) => {
      await rows.put({ k: 'typed', text });
    },
    rows,
    updateLease: (replica, decide) =>
      database.transaction('rw', rows, async () => {
        const lease = decide((await read(`lease:${replica}`))?.lease);
        if (lease !== undefined) await rows.put({ k: `lease:${replica}`, lease });
      }),
  };
}

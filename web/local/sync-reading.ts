/** What the last pulls have left: where this replica stands towards its server, and who is in the workspace. */
import type { Person } from '../../shared/domain/person.ts';
import { readSyncPoint } from './counters.ts';
import type { ReplicaStoreDeps } from './replica-store.ts';
import type { SyncPoint } from './tables.ts';

export type SyncReading = {
  readonly readSyncPoint: () => Promise<SyncPoint>;
  readonly readPeople: () => Promise<readonly Person[]>;
};

export const createSyncReading = ({ tables: replica }: ReplicaStoreDeps): SyncReading => ({
  readSyncPoint: () => replica.transact('read', ['meta'], readSyncPoint),
  readPeople: async () => {
    const rows = await replica.transact('read', ['people'], ({ people }) => people.range({}));
    return rows.map((row) => ({ roles: [], isRemoved: false, ...row }));
  },
});

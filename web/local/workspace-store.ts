/** The workspace's own document on this device: its projected row, and its beginning. */
import { newDocRow } from './document-rows.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { WorkspaceRow } from '../../shared/domain/workspace.ts';
import type { Result } from '../../shared/result.ts';
import type { StorageFailure } from '../services.ts';
import type { ReplicaStoreDeps } from './replica-store.ts';
import { storageResult } from './storage-failure.ts';

export type WorkspaceStore = {
  /** undefined: nobody has set anything yet, or it has not come. */
  readonly readWorkspace: () => Promise<WorkspaceRow | undefined>;
  /** Makes it ready to be written in. Nobody begins it: two devices that write first in it simply merge. */
  readonly prepareWorkspace: (id: DocumentId) => Promise<Result<void, StorageFailure>>;
};

export const createWorkspaceStore = ({ tables: replica }: ReplicaStoreDeps): WorkspaceStore => ({
  readWorkspace: () =>
    replica.transact('read', ['meta'], async ({ meta }) => {
      const row = await meta.get('workspace');
      return row?.k === 'workspace' ? row.value : undefined;
    }),
  prepareWorkspace: (id) =>
    storageResult(() =>
      replica.transact('write', ['docs'], async ({ docs }) => {
        if ((await docs.get(id)) === undefined) await docs.put(newDocRow(id, 'workspace'));
      }),
    ),
});

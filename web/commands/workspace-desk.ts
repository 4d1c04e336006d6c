/** The settings of the workspace as this device knows them, and the way to change them. */
import { noSettings } from '../../shared/document/workspace-document.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { WorkspaceSettings } from '../../shared/domain/workspace.ts';
import { createWritable } from '../readable.ts';
import type { OpenWorkspace, WorkspaceService } from '../services/workspace.ts';
import type { ReportDep } from '../local/deps.ts';
import type { ReplicaStore } from '../local/replica-store.ts';

export type WorkspaceDeskDeps = ReportDep & {
  readonly store: Pick<ReplicaStore, 'readWorkspace' | 'changes'>;
  /** Of the workspace that is in use; undefined = none has been joined. */
  readonly readId: () => Promise<DocumentId | undefined>;
  readonly open: (id: DocumentId) => Promise<OpenWorkspace | undefined>;
};

export async function createWorkspaceDesk(deps: WorkspaceDeskDeps): Promise<WorkspaceService> {
  const { store } = deps;
  let id = await deps.readId();
  const settings = createWritable<WorkspaceSettings>((await store.readWorkspace()) ?? noSettings);
  let reading: Promise<void> = Promise.resolve();

  async function read(isOtherReplica: boolean): Promise<void> {
    try {
      if (isOtherReplica) id = await deps.readId();
      settings.set((await store.readWorkspace()) ?? noSettings);
    } catch (cause) {
      deps.report('reading the workspace’s settings', cause);
    }
  }

  store.changes.subscribe((change) => {
    if (change.type === 'people') return;
    if (change.type === 'documents' && !(id !== undefined && change.docIds.includes(id))) return;
    const isOtherReplica = change.type === 'everything';
    reading = reading.then(() => read(isOtherReplica));
  });

  return {
    settings,
    open: async () => {
      id = await deps.readId();
      return id === undefined ? undefined : deps.open(id);
    },
  };
}

/** The workspaces on this device: which there are, and opening another one. */
import type { DeviceDatabase } from '../local/device-database.ts';
import type { ReportDep } from '../local/deps.ts';
import { createJoinedWorkspaces, withOpen } from '../local/joined-workspaces.ts';
import { browserReplicas, countUnsent } from '../local/left-replicas.ts';
import type { WorkspaceSwitch } from '../services/session.ts';
import { forgetLook } from './forget-look.ts';

export type WorkspaceSwitchDeps = ReportDep & {
  readonly device: Pick<DeviceDatabase, 'rows'>;
  /** Resolves when every tab has stored what was typed in it. */
  readonly flushAllTabs: () => Promise<void>;
  /** Tells the other tabs that another workspace is open. */
  readonly announceEntry: () => void;
};

export function createWorkspaceSwitch(deps: WorkspaceSwitchDeps): WorkspaceSwitch {
  const workspaces = createJoinedWorkspaces(deps.device);
  const replicas = browserReplicas(deps);
  return {
    listWorkspaces: async () => {
      const { open, others } = await workspaces.read();
      const sessions = open === undefined ? others : [open, ...others];
      return Promise.all(
        sessions.map(async ({ replica, workspace, person }) => ({
          replica,
          name: workspace.name,
          personName: person.displayName,
          isOpen: replica === open?.replica,
          unsent: await countUnsent(replicas, replica),
        })),
      );
    },

    openWorkspace: async (replica) => {
      await deps.flushAllTabs();
      await workspaces.change((joined) => {
        const wanted = joined.others.find((session) => session.replica === replica);
        return wanted === undefined ? joined : withOpen(joined, wanted);
      });
      await forgetLook();
      deps.announceEntry();
      location.assign('/me');
    },
  };
}

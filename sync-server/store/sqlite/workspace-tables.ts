/** The workspaces of a server in SQLite. */
import type { ClockDep, RandomDep } from '../../../shared/deps.ts';
import { createUuidV7, type WorkspaceId } from '../../../shared/domain/ids.ts';
import type { Workspace } from '../sign-in-store.ts';
import type { Database } from './transaction.ts';

export function createWorkspaceTables(db: Database, deps: ClockDep & RandomDep) {
  const insert = db.prepare('INSERT INTO workspaces (ws, name) VALUES (?, ?)');
  const list = db.prepare('SELECT ws AS id, name FROM workspaces ORDER BY ws');
  return {
    addWorkspace: (name: string): Workspace => {
      const id = createUuidV7<WorkspaceId>(deps);
      insert.run(id, name);
      return { id, name };
    },
    listWorkspaces: (): readonly Workspace[] => list.all() as Workspace[],
  };
}

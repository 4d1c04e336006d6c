/** What a database says of itself: its server's id, its epoch and its workspace, made when it is first opened. */
import type { ClockDep, RandomDep } from '../../../shared/deps.ts';
import { createUuidV7, type ServerEpoch, type WorkspaceId } from '../../../shared/domain/ids.ts';
import type { Lineage } from '../store.ts';
import { versionWarning } from './database.ts';
import { type Database, transact } from './transaction.ts';
import { newestSchema } from './migrate.ts';

/** Shown to people until an administrator can name it. */
const defaultWorkspaceName = 'Gemba';

/** After a restore a number is skipped rather than given twice: more than can have been given since the backup. */
const counterSkip = 10_000;

/** `name`: of the workspace that is made with the database. */
export function readLineage(
  db: Database,
  deps: ClockDep & RandomDep,
  name = defaultWorkspaceName,
): Lineage {
  return transact(db, () => {
    const serverId = metaValue(db, 'serverId') ?? setMeta(db, 'serverId', createUuidV7(deps));
    const epoch = metaValue(db, 'epoch') ?? setMeta(db, 'epoch', createUuidV7(deps));
    return {
      serverId,
      epoch: epoch as ServerEpoch,
      schema: newestSchema,
      workspace: firstWorkspace(db) ?? createWorkspace(db, deps, name),
      warning: versionWarning(db),
    };
  });
}

/** Makes a copied database a lineage of its own: clients notice, and no reference is given twice. */
export function startNewLineage(db: Database, deps: ClockDep & RandomDep): void {
  transact(db, () => {
    setMeta(db, 'epoch', createUuidV7(deps));
    db.prepare('UPDATE counters SET value = value + ?').run(counterSkip);
  });
}

function metaValue(db: Database, key: string): string | undefined {
  const found = db.prepare('SELECT value FROM meta WHERE key = ?').get(key) as
    { value: string } | undefined;
  return found?.value;
}

function setMeta(db: Database, key: string, value: string): string {
  db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, value);
  return value;
}

function firstWorkspace(db: Database): Lineage['workspace'] | undefined {
  return db.prepare('SELECT ws AS id, name FROM workspaces ORDER BY ws LIMIT 1').get() as
    Lineage['workspace'] | undefined;
}

function createWorkspace(
  db: Database,
  deps: ClockDep & RandomDep,
  name: string,
): Lineage['workspace'] {
  const id = createUuidV7<WorkspaceId>(deps);
  db.prepare('INSERT INTO workspaces (ws, name) VALUES (?, ?)').run(id, name);
  return { id, name };
}

/**
 * What is kept of a workspace that this device was signed out of: nothing, unless something was unsent. Then
 * the whole replica stays until its person signs in again, or says that it may go.
 */
import { Dexie } from 'dexie';
import { createDexieTables } from './dexie-tables.ts';
import type { ReportDep } from './deps.ts';
import { type LeftReplica, localReplica } from './device-database.ts';
import type { LeftSessions } from './left-sessions.ts';
import { moveReplica } from './move-replica.ts';
import type { ReplicaTables } from './tables.ts';

export type KeptReplica = LeftReplica & {
  /** Edits and drafts that no server has; at least one. */
  readonly unsent: number;
};

export type LeftReplicasDeps = ReportDep & {
  readonly leftSessions: LeftSessions;
  readonly openTables: (name: string) => ReplicaTables;
  readonly deleteReplica: (name: string) => Promise<void>;
  readonly exists: (name: string) => Promise<boolean>;
};

export const browserReplicas = (
  deps: ReportDep,
): Pick<LeftReplicasDeps, 'openTables' | 'deleteReplica' | 'exists'> => ({
  openTables: (name) => createDexieTables(name, deps),
  deleteReplica: (name) => Dexie.delete(name),
  exists: (name) => Dexie.exists(name),
});

/**
 * Deletes every left replica in which nothing is unsent, and answers the others. Once none is left and no
 * workspace is joined, the device's identity goes as well, so that somebody else can join. Repeating it, after
 * a crash at any point, does no harm.
 */
export async function tidyLeftReplicas(deps: LeftReplicasDeps): Promise<readonly KeptReplica[]> {
  const left = await Promise.all(
    (await deps.leftSessions.list()).map(async (each) => ({
      ...each,
      unsent: await countUnsent(deps, each.session.replica),
    })),
  );
  const kept = left.filter(({ unsent }) => unsent > 0);
  const { device: mine, session } = await deps.leftSessions.current();
  const isMine = ({ device }: LeftReplica) => device === mine;
  // First, so that after a crash the row still says whose identity this was.
  if (session === undefined && left.some(isMine) && !kept.some(isMine)) {
    await deps.leftSessions.forgetIdentity();
  }
  for (const { unsent, session: ended } of left) {
    if (unsent === 0) await deleteLeftReplica(deps, ended.replica);
  }
  return kept;
}

/** For good: the person has said so. */
export async function deleteLeftReplica(deps: LeftReplicasDeps, replica: string): Promise<void> {
  await deps.deleteReplica(replica);
  await deps.leftSessions.forget(replica);
}

/**
 * Somebody else uses this device from now on, under an identity of its own. What was kept on it since the
 * other person left bears that person's identity, and stays with what they left.
 */
export async function becomeSomebodyElse(deps: LeftReplicasDeps, replica: string): Promise<void> {
  if (await deps.exists(localReplica)) {
    const source = deps.openTables(localReplica);
    const target = deps.openTables(replica);
    try {
      await moveReplica(source, target);
    } finally {
      source.close();
      target.close();
    }
  }
  await deps.leftSessions.forgetIdentity();
}

/** Edits and drafts that no server has. */
export async function countUnsent(
  deps: Pick<LeftReplicasDeps, 'exists' | 'openTables'>,
  replica: string,
): Promise<number> {
  if (!(await deps.exists(replica))) return 0;
  const tables = deps.openTables(replica);
  try {
    return await tables.transact(
      'read',
      ['outbox', 'drafts'],
      async ({ outbox, drafts }) => (await outbox.count()) + (await drafts.count()),
    );
  } finally {
    tables.close();
  }
}

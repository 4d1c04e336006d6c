/**
 * What follows from a sign-in of whatever kind: the workspace becomes the open one and is left no more; one that
 * was open before waits. A page is of one workspace as long as it lives, so that what it has open never gets into
 * another one: it loads anew for that.
 */
import type { SessionAnswer } from '../../shared/protocol/session.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { CurrentReplica } from '../local/current-replica.ts';
import type { ReportDep } from '../local/deps.ts';
import { type DeviceDatabase, type JoinedSession, localReplica } from '../local/device-database.ts';
import { createJoinedWorkspaces, withOpen } from '../local/joined-workspaces.ts';
import { storageFailureOf } from '../local/storage-failure.ts';
import type { StorageFailure } from '../services.ts';
import type { Arrival } from '../services/session.ts';
import { forgetLook } from './forget-look.ts';
import type { Tabs } from './tabs.ts';

export type EnterDeps = ReportDep &
  Tabs & {
    readonly device: Pick<DeviceDatabase, 'rows'>;
    readonly replica: Pick<CurrentReplica, 'name' | 'takeAlong'>;
    /** Makes the session's replica the one that this page works on. */
    readonly use: (session: JoinedSession) => void;
  };

export async function enterWorkspace(
  deps: EnterDeps,
  answer: SessionAnswer,
): Promise<Result<Arrival, StorageFailure>> {
  const { device, replica, report } = deps;
  const { rows } = device;
  const session = { ...answer, replica: replicaOf(answer) };
  try {
    // What is typed belongs to the workspace that is open now.
    if (arrivalIn(replica, session) === 'elsewhere') await deps.flushAllTabs();
    await rows.db.transaction('rw', rows, async () => {
      await createJoinedWorkspaces(device).change((joined) => withOpen(joined, session));
      // The session that had to be ended has been replaced by this one.
      await rows.bulkDelete([`left:${session.replica}`, `owed:${session.workspace.id}`]);
    });
    await forgetLook();
    await deps.flushAllTabs();
    const arrival = arrivalIn(replica, session);
    if (arrival === 'here') {
      await replica.takeAlong(session.replica);
      deps.use(session);
    }
    deps.announceEntry();
    if (arrival === 'elsewhere') location.assign('/me');
    return ok(arrival);
  } catch (error) {
    report('entering the workspace', error);
    return err(storageFailureOf(error));
  }
}

export type FollowDeps = Pick<EnterDeps, 'device' | 'replica' | 'use'> & {
  /** Stores what is typed in this tab, and loads it anew. */
  readonly loadAnew: () => Promise<void>;
};

/** Another tab has entered or opened a workspace. */
export async function followIntoWorkspace(deps: FollowDeps): Promise<void> {
  const { open } = await createJoinedWorkspaces(deps.device).read();
  if (open === undefined) return;
  if (arrivalIn(deps.replica, open) === 'here') deps.use(open);
  else await deps.loadAnew();
}

const arrivalIn = ({ name }: Pick<CurrentReplica, 'name'>, { replica }: JoinedSession): Arrival =>
  [localReplica, replica].includes(name()) ? 'here' : 'elsewhere';

const replicaOf = ({ serverId, workspace, person }: SessionAnswer): string =>
  `gemba:${serverId}:${workspace.id}:${person.id}`;

/** Which workspaces this device was signed out of while something was unsent, in its own database. */
import type { DeviceId } from '../../shared/domain/ids.ts';
import type { DeviceDatabase, JoinedSession, LeftReplica } from './device-database.ts';
import { createJoinedWorkspaces, withoutReplica } from './joined-workspaces.ts';

export type LeftSessions = {
  /** `session`: of the workspace that is open; undefined = none is joined. */
  readonly current: () => Promise<{
    readonly device: DeviceId | undefined;
    readonly session: JoinedSession | undefined;
  }>;
  /** The replica's session becomes one that was left, in one step; `isOwed`: the server has still to hear of it. */
  readonly leave: (leaving: Leaving) => Promise<void>;
  readonly list: () => Promise<readonly LeftReplica[]>;
  readonly forget: (replica: string) => Promise<void>;
  /**
   * The next start makes another identity and key: this one stays bound to who has used it. What they typed and
   * did not post goes with it.
   */
  readonly forgetIdentity: () => Promise<void>;
};

export type Leaving = {
  readonly replica: string;
  /** Unix ms. */
  readonly leftAt: number;
  readonly isOwed: boolean;
};

export function createLeftSessions({ rows }: Pick<DeviceDatabase, 'rows'>): LeftSessions {
  const joined = createJoinedWorkspaces({ rows });
  const current: LeftSessions['current'] = async () => {
    const identity = await rows.get('identity');
    const { open } = await joined.read();
    return { device: identity?.k === 'identity' ? identity.device : undefined, session: open };
  };

  return {
    current,
    leave: ({ replica, leftAt, isOwed }) =>
      rows.db.transaction('rw', rows, async () => {
        const { open, others } = await joined.read();
        const session = [open, ...others].find((each) => each?.replica === replica);
        const { device } = await current();
        if (device === undefined || session === undefined) return;
        await rows.put({ k: `left:${replica}`, left: { session, device, leftAt } });
        if (isOwed) {
          const { id: workspace, name: workspaceName } = session.workspace;
          await rows.put({ k: `owed:${workspace}`, owed: { workspace, workspaceName, device } });
        }
        await joined.change((before) => withoutReplica(before, replica));
      }),
    list: async () =>
      (await rows.where('k').startsWith('left:').toArray()).flatMap((row) =>
        'left' in row ? [row.left] : [],
      ),
    forget: (replica) => rows.delete(`left:${replica}`),
    forgetIdentity: () =>
      rows.db.transaction('rw', rows, async () => {
        await rows.bulkDelete(['identity', 'key']);
        await rows.where('k').startsWith('typed:').delete();
      }),
  };
}

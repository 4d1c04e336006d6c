/** Which workspaces this device was signed out of while something was unsent, in its own database. */
import type { DeviceId } from '../../shared/domain/ids.ts';
import type { DeviceDatabase, JoinedSession, LeftReplica } from './device-database.ts';

export type LeftSessions = {
  readonly current: () => Promise<{
    readonly device: DeviceId | undefined;
    readonly session: JoinedSession | undefined;
  }>;
  /** The session becomes one that was left, in one step; `leftAt` in Unix ms. */
  readonly leave: (leftAt: number) => Promise<void>;
  readonly list: () => Promise<readonly LeftReplica[]>;
  readonly forget: (replica: string) => Promise<void>;
  /**
   * The next start makes another identity and key: this one stays bound to who has used it. What they typed and
   * did not post goes with it.
   */
  readonly forgetIdentity: () => Promise<void>;
};

export function createLeftSessions({ rows }: Pick<DeviceDatabase, 'rows'>): LeftSessions {
  const current: LeftSessions['current'] = async () => {
    const [identity, joined] = await rows.bulkGet(['identity', 'session']);
    return {
      device: identity?.k === 'identity' ? identity.device : undefined,
      session: joined?.k === 'session' ? joined.session : undefined,
    };
  };

  return {
    current,
    leave: (leftAt) =>
      rows.db.transaction('rw', rows, async () => {
        const { device, session } = await current();
        if (device === undefined || session === undefined) return;
        const left = { session, device, leftAt };
        await rows.put({ k: `left:${session.replica}`, left });
        await rows.delete('session');
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

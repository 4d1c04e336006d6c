/** The workspaces that this device has joined, each with a replica of its own: one is open, the others wait. */
import { type DeviceDatabase, type JoinedSession, localReplica } from './device-database.ts';
import { turnOwn } from './own-aside.ts';

export type Joined = {
  readonly open: JoinedSession | undefined;
  readonly others: readonly JoinedSession[];
};

/** The session's workspace is open from now on; the one that was waits with all it holds. */
export const withOpen = (joined: Joined, session: JoinedSession): Joined => ({
  open: session,
  others: without(joined, session.replica),
});

/** After leaving the open one another is open, if there is one. */
export function withoutReplica(joined: Joined, replica: string): Joined {
  const [open, ...others] = without(joined, replica);
  return { open, others };
}

const without = ({ open, others }: Joined, replica: string): readonly JoinedSession[] =>
  [open, ...others].filter(
    (session): session is JoinedSession => session !== undefined && session.replica !== replica,
  );

export type JoinedWorkspaces = {
  readonly read: () => Promise<Joined>;
  /** In one step; answers what holds from then on. */
  readonly change: (decide: (joined: Joined) => Joined) => Promise<Joined>;
};

export function createJoinedWorkspaces({ rows }: Pick<DeviceDatabase, 'rows'>): JoinedWorkspaces {
  const read = async (): Promise<Joined> => {
    const open = await rows.get('session');
    const others = await rows.where('k').startsWith(otherPrefix).toArray();
    return {
      open: open?.k === 'session' ? open.session : undefined,
      others: others.flatMap((row) => ('session' in row ? [row.session] : [])),
    };
  };
  return {
    read,
    change: (decide) =>
      rows.db.transaction('rw', rows, async () => {
        const before = await read();
        const { open, others } = decide(before);
        const after = new Set(replicasOf({ open, others }));
        await turnOwn(rows, {
          from: before.open?.replica ?? localReplica,
          to: open?.replica ?? localReplica,
          left: replicasOf(before).filter((replica) => !after.has(replica)),
        });
        await rows.where('k').startsWith(otherPrefix).delete();
        await rows.bulkPut(
          others.map((session) => ({ k: `${otherPrefix}${session.replica}`, session }) as const),
        );
        if (open === undefined) await rows.delete('session');
        else await rows.put({ k: 'session', session: open });
        return { open, others };
      }),
  };
}

const replicasOf = ({ open, others }: Joined): readonly string[] =>
  [open, ...others].flatMap((session) => session?.replica ?? []);

const otherPrefix = 'other:';

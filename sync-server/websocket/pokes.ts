/** Tells every device that something new is there, and no more than that: it pulls what it has not got. */
import type { PersonId, WorkspaceId } from '../../shared/domain/ids.ts';
import type { PokeFrame } from '../../shared/protocol/messages.ts';
import type { CommitQueue } from '../replication/commit-queue.ts';
import type { Store } from '../store/store.ts';
import { type Connection, sendFrames } from './connection.ts';
import { textFrame } from './frames.ts';

export type PokeConnection = Connection & {
  readonly workspace: WorkspaceId;
  readonly person: PersonId;
};

export type Pokes = {
  readonly enter: (connection: PokeConnection) => Promise<void>;
  readonly leave: (connection: PokeConnection) => void;
  readonly connections: ReadonlySet<PokeConnection>;
  /** Tells everybody of the workspace to look, for what is no edit. */
  readonly poke: (workspace: WorkspaceId) => void;
  /** Repeats the last poke, so that a device notices a connection that has died. */
  readonly beat: () => void;
  readonly close: () => void;
};

/** While people type, a device hears of it this often; the first poke after a pause goes at once. */
const pokeIntervalMs = 200;

export function createPokes({ queue, store }: { queue: CommitQueue; store: Store }): Pokes {
  const connections = new Set<PokeConnection>();
  const headSeqs = new Map<WorkspaceId, number>();
  const due = new Set<WorkspaceId>();
  let timer: NodeJS.Timeout | undefined;

  const poke = (workspaces: ReadonlySet<WorkspaceId>) => {
    const frames = new Map([...workspaces].map((workspace) => [workspace, frameOf(workspace)]));
    for (const connection of connections) {
      const frame = frames.get(connection.workspace);
      if (frame !== undefined) sendFrames(connection, frame);
    }
  };

  const frameOf = (workspace: WorkspaceId): Buffer => {
    const frame: PokeFrame = { seq: headSeqs.get(workspace) ?? 0, epoch: store.lineage.epoch };
    return textFrame(JSON.stringify(frame));
  };

  const pokeWhatIsDue = () => {
    timer = undefined;
    if (due.size === 0) return;
    poke(due);
    due.clear();
    timer = setTimeout(pokeWhatIsDue, pokeIntervalMs);
  };

  const plan = (workspace: WorkspaceId) => {
    due.add(workspace);
    if (timer === undefined) pokeWhatIsDue();
  };

  const stopListening = queue.onCommitted(({ workspace, headSeq }) => {
    headSeqs.set(workspace, headSeq);
    plan(workspace);
  });

  return {
    connections,
    async enter(connection) {
      const { workspace } = connection;
      connections.add(connection);
      const { headSeq } = await store.position(workspace);
      headSeqs.set(workspace, Math.max(headSeq, headSeqs.get(workspace) ?? 0));
      sendFrames(connection, frameOf(workspace));
    },
    leave: (connection) => void connections.delete(connection),
    poke: plan,
    beat: () => poke(new Set(headSeqs.keys())),
    close() {
      stopListening();
      clearTimeout(timer);
    },
  };
}

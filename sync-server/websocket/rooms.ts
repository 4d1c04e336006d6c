/** All open rooms: opened by the first connection, fed by the commit queue, closed after the last. */
import type { DocumentId, WorkspaceId } from '../../shared/domain/ids.ts';
import { mayReadRecord } from '../auth/readers.ts';
import type { Tickets } from '../auth/tickets.ts';
import type { Log } from '../observability/log.ts';
import type { CommittedEdit } from '../replication/commit-batch.ts';
import type { CommitQueue, CommittedBatch } from '../replication/commit-queue.ts';
import type { Store } from '../store/store.ts';
import { createRoom, type Room, type RoomConnection } from './room.ts';

export type Rooms = {
  readonly enter: (connection: RoomConnection) => void;
  /** Leaves the room, which is closed when it was the last to. */
  readonly leave: (connection: RoomConnection) => void;
  readonly connections: () => Iterable<RoomConnection>;
  readonly beat: () => void;
  /** Resolves when every room has answered what it received, and every closed one has been put away. */
  readonly settled: () => Promise<void>;
  readonly close: () => void;
};

export type RoomsDeps = {
  readonly queue: CommitQueue;
  readonly store: Pick<Store, 'readMemberships' | 'findVisible'>;
  readonly tickets: Pick<Tickets, 'forgetRecord'>;
  readonly log: Log;
  readonly nowMs: () => number;
  readonly soon: (work: () => void) => void;
};

export function createRooms(deps: RoomsDeps): Rooms {
  const { queue, log } = deps;
  const rooms = new Map<string, Room>();
  const closing = new Set<Promise<void>>();

  const publish = ({
    workspace,
    edits,
    purged = [],
    rewritten = [],
    unshared = [],
  }: CommittedBatch) => {
    const byRoom = new Map<Room, CommittedEdit[]>();
    for (const edit of edits) {
      const room = rooms.get(keyOf(workspace, edit.docId));
      if (room === undefined) continue;
      const own = byRoom.get(room);
      if (own === undefined) byRoom.set(room, [edit]);
      else own.push(edit);
    }
    for (const [room, own] of byRoom) room.publish(own);
    for (const docId of purged) rooms.get(keyOf(workspace, docId))?.end('gone', 'removed for good');
    for (const docId of rewritten) rooms.get(keyOf(workspace, docId))?.startAgain();
    const withOtherReaders = edits.filter(({ changesReaders }) => changesReaders);
    for (const docId of new Set([...unshared, ...withOtherReaders.map((edit) => edit.docId)])) {
      deps.tickets.forgetRecord(workspace, docId);
      checkReaders(workspace, docId);
    }
  };
  const checkReaders = (workspace: WorkspaceId, docId: DocumentId) => {
    const mayRead = ({ author: { person: id, actor } }: RoomConnection) =>
      mayReadRecord(deps.store, { workspace, person: { id }, actor }, docId);
    const checked = rooms.get(keyOf(workspace, docId))?.expel(mayRead);
    checked?.catch((error: unknown) => {
      log.error({ err: error }, 'the readers of a room could not be looked up');
      // Who comes back needs a ticket, which is given to readers alone.
      rooms.get(keyOf(workspace, docId))?.end('tryAgainLater', 'storageFailed');
    });
  };

  const stopListening = queue.onCommitted(publish);

  const open = (workspace: WorkspaceId, docId: DocumentId): Room => {
    const room = createRoom({ ...deps, workspace, docId });
    rooms.set(keyOf(workspace, docId), room);
    queue.hold({ workspace, docId });
    return room;
  };

  return {
    enter(connection) {
      const { workspace, docId } = connection;
      const room = rooms.get(keyOf(workspace, docId)) ?? open(workspace, docId);
      room.enter(connection);
    },
    leave(connection) {
      const { workspace, docId } = connection;
      const room = rooms.get(keyOf(workspace, docId));
      room?.leave(connection);
      if (room === undefined || room.connections.size > 0) return;
      rooms.delete(keyOf(workspace, docId));
      const closed = room.settled().then(() => queue.release({ workspace, docId }));
      closing.add(closed);
      void closed.finally(() => closing.delete(closed));
    },
    *connections() {
      for (const room of rooms.values()) yield* room.connections;
    },
    beat() {
      for (const room of rooms.values()) room.beat();
    },
    settled: async () => {
      await Promise.all([...[...rooms.values()].map((room) => room.settled()), ...closing]);
    },
    close: stopListening,
  };
}

const keyOf = (workspace: WorkspaceId, docId: DocumentId): string => `${workspace}/${docId}`;

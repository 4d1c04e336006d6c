/** All open rooms: opened by the first connection, fed by the commit queue, closed after the last. */
import type { DocumentId, WorkspaceId } from '../../shared/domain/ids.ts';
import type { Tickets } from '../auth/tickets.ts';
import type { CommittedEdit } from '../replication/commit-batch.ts';
import type { CommitQueue, CommittedBatch } from '../replication/commit-queue.ts';
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
  readonly tickets: Pick<Tickets, 'forget'>;
  readonly nowMs: () => number;
  readonly soon: (work: () => void) => void;
};

export function createRooms(deps: RoomsDeps): Rooms {
  const { queue } = deps;
  const rooms = new Map<string, Room>();
  const closing = new Set<Promise<void>>();

  const publish = ({ workspace, edits, purged = [], unshared = [] }: CommittedBatch) => {
    const byRoom = new Map<Room, CommittedEdit[]>();
    for (const edit of edits) {
      const room = rooms.get(keyOf(workspace, edit.docId));
      if (room === undefined) continue;
      const own = byRoom.get(room);
      if (own === undefined) byRoom.set(room, [edit]);
      else own.push(edit);
    }
    for (const [room, own] of byRoom) room.publish(own);
    for (const docId of purged) rooms.get(keyOf(workspace, docId))?.end();
    for (const { docId, person } of unshared) {
      deps.tickets.forget(person);
      rooms.get(keyOf(workspace, docId))?.expel(person);
    }
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

/**
 * A live session on one document. What its connections write goes through the commit queue and comes back
 * out only when it is committed; the room itself holds no document.
 */
import type { DocumentId, WorkspaceId } from '../../shared/domain/ids.ts';
import { closeCodes, type Refusal, refusal } from '../../shared/protocol/refusals.ts';
import { roomMessage } from '../../shared/protocol/room-messages.ts';
import { wireLimits } from '../../shared/protocol/version.ts';
import type { Admitted } from '../auth/tickets.ts';
import { step1Frames } from '../limits/rates.ts';
import type { CommittedEdit, Outcome } from '../replication/commit-batch.ts';
import type { CommitQueue } from '../replication/commit-queue.ts';
import { closeSocket, type Connection, sendFrames } from './connection.ts';
import {
  awarenessMessage,
  binaryFrames,
  heartbeatMessage,
  jsonMessage,
  readRoomFrame,
  syncKind,
  syncMessage,
} from './frames.ts';
import { createPresence } from './presence.ts';
import { takeWaiting } from './take-waiting.ts';

export type RoomConnection = Connection &
  Admitted & {
    /** Set when it enters. */
    room: Room | undefined;
    /** True from the answer to its first step on: it gets what is committed from then on. */
    isLive: boolean;
    /** Its first step is being answered; another one meanwhile is not. */
    isReading: boolean;
    /** An update of it waits for another: nothing more is promised to it. */
    hasHole: boolean;
    /** Updates that were not submitted yet. */
    waiting: Uint8Array[];
    waitingBytes: number;
  };

export type Room = {
  readonly enter: (connection: RoomConnection) => void;
  readonly receive: (connection: RoomConnection, frame: Uint8Array) => void;
  readonly leave: (connection: RoomConnection) => void;
  /** Tells everybody what was committed, each but its own. */
  readonly publish: (edits: readonly CommittedEdit[]) => void;
  /** Closes it for everybody. */
  readonly end: (code: CloseCode, reason: string) => void;
  /** The document was written anew: everybody comes back with that. */
  readonly startAgain: () => void;
  /** Sends out whoever may not read the document any longer. */
  readonly expel: (mayRead: (connection: RoomConnection) => Promise<boolean>) => Promise<void>;
  /** Keeps providers from taking silence for a lost connection, and ends stale presence. */
  readonly beat: () => void;
  readonly connections: ReadonlySet<RoomConnection>;
  /** Resolves when everything received has been answered. */
  readonly settled: () => Promise<void>;
};

export type RoomDeps = {
  readonly workspace: WorkspaceId;
  readonly docId: DocumentId;
  readonly queue: CommitQueue;
  readonly nowMs: () => number;
  /** Runs `work` after what is happening now, so that frames that arrive together go on together. */
  readonly soon: (work: () => void) => void;
};

/** A connection with more than this waiting is not read from until it is committed. */
const pauseBytes = 2 * wireLimits.roomFrameBytes;

export function createRoom(deps: RoomDeps): Room {
  const { workspace, docId, queue } = deps;
  const connections = new Set<RoomConnection>();
  const presence = createPresence(deps.nowMs);
  const writers = new Set<RoomConnection>();
  const changedPresence = new Set<number>();
  const pending = new Set<Promise<void>>();
  let isFlushPlanned = false;

  const planFlush = () => {
    if (isFlushPlanned) return;
    isFlushPlanned = true;
    deps.soon(() => {
      isFlushPlanned = false;
      flushPresence();
      for (const writer of writers) track(submit(writer));
      writers.clear();
    });
  };

  const track = (work: Promise<void>) => {
    pending.add(work);
    void work.finally(() => pending.delete(work));
  };

  const flushPresence = () => {
    if (changedPresence.size === 0) return;
    const update = presence.encode([...changedPresence]);
    changedPresence.clear();
    const frames = binaryFrames([awarenessMessage(update)]);
    for (const connection of connections) sendFrames(connection, frames);
  };

  const tellPresence = (clientIds: readonly number[]) => {
    for (const clientId of clientIds) changedPresence.add(clientId);
    if (clientIds.length > 0) planFlush();
  };

  const submit = async (connection: RoomConnection) => {
    const submissions = takeWaiting(connection, docId);
    const submitted = await queue.submit(workspace, submissions);
    if (connection.waitingBytes < pauseBytes) connection.socket.resume();
    if (submitted.ok) settle(connection, submitted.value);
    else closeSocket(connection.socket, closeCodes.tryAgainLater, submitted.error.code);
  };

  /** After `publish`: what the connection may rely on now. */
  const settle = (connection: RoomConnection, outcomes: readonly Outcome[]) => {
    let seq: number | undefined;
    for (const outcome of outcomes) {
      if (outcome.type === 'refused') return refuse(connection, outcome);
      if (outcome.type === 'gone') return close(connection, 'gone', 'removed for good');
      // Dropped: the sender's outbox brings it when what it builds on is here.
      if (outcome.type === 'gap') connection.hasHole = true;
      else seq = outcome.seq;
    }
    if (seq === undefined || connection.hasHole) return;
    sendFrames(connection, binaryFrames([jsonMessage(roomMessage.durable, { docId, seq })]));
  };

  const answerStep1 = async (connection: RoomConnection, stateVector: Uint8Array) => {
    connection.isReading = true;
    const read = await queue.readDifference({ workspace, docId }, stateVector, (difference) => {
      if (difference === undefined) return close(connection, 'malformed', 'no state vector');
      connection.isLive = true;
      sendFrames(connection, binaryFrames([syncMessage(syncKind.step2, difference)]));
    });
    connection.isReading = false;
    if (!read.ok) close(connection, 'tryAgainLater', read.error.code);
  };

  const room: Room = {
    connections,
    enter(connection) {
      connections.add(connection);
      connection.room = room;
      sendFrames(connection, binaryFrames([awarenessMessage(presence.encode())]));
    },
    receive(connection, bytes) {
      const frame = readRoomFrame(bytes);
      switch (frame?.type) {
        case 'step1':
          if (connection.isReading) return undefined;
          connection.heard += step1Frames;
          return track(answerStep1(connection, frame.stateVector));
        case 'update':
          connection.waiting.push(frame.update);
          connection.waitingBytes += frame.update.length;
          if (connection.waitingBytes >= pauseBytes) connection.socket.pause();
          writers.add(connection);
          return planFlush();
        case 'awareness': {
          if (frame.update.length > wireLimits.awarenessBytes) {
            return close(connection, 'tooLarge', 'awareness is too large');
          }
          const changed = presence.receive(connection, frame.update);
          return changed === undefined
            ? close(connection, 'malformed', 'awareness is malformed')
            : tellPresence(changed);
        }
        case 'queryAwareness':
          return sendFrames(connection, binaryFrames([awarenessMessage(presence.encode())]));
        case undefined:
          return close(connection, 'malformed', 'not a frame of the protocol');
      }
    },
    leave(connection) {
      connections.delete(connection);
      tellPresence(presence.leave(connection));
    },
    publish(edits) {
      const messages = edits.map(({ bytes }) => syncMessage(syncKind.update, bytes));
      const sources = new Set(edits.map(({ source }) => source));
      const forReaders = binaryFrames(messages);
      for (const connection of connections) {
        if (!connection.isLive) continue;
        const frames = sources.has(connection)
          ? binaryFrames(messages.filter((_, at) => edits[at]?.source !== connection))
          : forReaders;
        if (frames.length > 0) sendFrames(connection, frames);
      }
    },
    end(code, reason) {
      for (const connection of connections) close(connection, code, reason);
    },
    startAgain() {
      for (const connection of connections) refuse(connection, writtenAnew);
    },
    async expel(mayRead) {
      for (const connection of connections) {
        if (!(await mayRead(connection))) close(connection, 'revoked', 'not to be read any more');
      }
    },
    beat() {
      tellPresence(presence.expire());
      const frames = binaryFrames([heartbeatMessage]);
      for (const connection of connections) sendFrames(connection, frames);
    },
    async settled() {
      if (writers.size > 0) await new Promise<void>((resolve) => deps.soon(resolve));
      await Promise.all(pending);
    },
  };
  return room;
}

const writtenAnew = refusal('rebase', 'The document was written anew.');

type CloseCode = keyof typeof closeCodes;

const close = ({ socket }: RoomConnection, code: CloseCode, reason: string): void =>
  closeSocket(socket, closeCodes[code], reason);

/** Says why before it closes: a browser shows a page the close code, and cuts the reason short. */
function refuse(connection: RoomConnection, { code, message }: Refusal): void {
  sendFrames(connection, binaryFrames([jsonMessage(roomMessage.refused, { code, message })]));
  close(connection, 'refused', code);
}

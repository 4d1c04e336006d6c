/** Where sockets come in: checks whose they are, hands them to their room or to the pokes, watches that they live. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { ClockDep } from '../../shared/deps.ts';
import { isUuid, type PersonId } from '../../shared/domain/ids.ts';
import { paths, workspaceParameter } from '../../shared/protocol/paths.ts';
import {
  closeCodes,
  type Refusal,
  refusal,
  refusalStatus,
} from '../../shared/protocol/refusals.ts';
import { roomHeartbeatMs } from '../../shared/protocol/room-messages.ts';
import { protocolVersion, wireLimits } from '../../shared/protocol/version.ts';
import type { PeopleChange } from '../auth/members.ts';
import { findSession } from '../auth/sessions.ts';
import type { Tickets } from '../auth/tickets.ts';
import { hashToken } from '../auth/tokens.ts';
import { tooMany } from '../http/limit-requests.ts';
import { addressOf, isForeignOrigin, type ProxyTrust } from '../http/peer.ts';
import { problemMediaType, problemText } from '../http/problem.ts';
import { readSessionCookie } from '../http/session-cookie.ts';
import type { OpenCounts } from '../limits/open-counts.ts';
import type { Log } from '../observability/log.ts';
import type { Metrics, SocketKind } from '../observability/metrics.ts';
import type { CommitQueue } from '../replication/commit-queue.ts';
import type { Store } from '../store/store.ts';
import { checkPeer, closeSocket, type Connection, cutOffSoon } from './connection.ts';
import { createPokes, type PokeConnection } from './pokes.ts';
import type { RoomConnection } from './room.ts';
import { createRooms } from './rooms.ts';

export type Gateway = {
  /** Node's `upgrade` event. */
  readonly upgrade: (request: IncomingMessage, stream: Duplex, head: Buffer) => void;
  readonly endSession: (sessionHash: string) => void;
  /** Closes what a person has open under rights that they have no longer, and pokes everybody. */
  readonly followPeople: (change: PeopleChange) => void;
  readonly openSockets: () => Readonly<Record<SocketKind, number>>;
  /** Answers what was received, closes every socket with 1001, and resolves when they are closed. */
  readonly stop: () => Promise<void>;
};

export type GatewayDeps = ClockDep & {
  readonly store: Store;
  readonly queue: CommitQueue;
  readonly tickets: Tickets;
  readonly log: Log;
  readonly trust: ProxyTrust;
  readonly metrics: Metrics;
  readonly openCounts: OpenCounts;
  /** Frames that one connection may send between two beats. */
  readonly framesPerBeat: number;
  readonly soon: (work: () => void) => void;
};

/** Sockets that are in the way close one by one; there is no telling when. */
const retryAfterSeconds = 30;

/** Often enough that a timer that fires late still keeps the promised interval. */
const beatMs = (roomHeartbeatMs * 2) / 3;

export function createGateway(deps: GatewayDeps): Gateway {
  const { tickets, log, trust, metrics, openCounts } = deps;
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: wireLimits.roomFrameBytes,
  });
  const rooms = createRooms(deps);
  const pokes = createPokes(deps);
  let isStopping = false;

  const all = function* (): Iterable<Connection> {
    yield* rooms.connections();
    yield* pokes.connections;
  };

  const connectionOf = (
    kind: SocketKind,
    socket: WebSocket,
    stream: Duplex,
    sessionHash: string,
  ): Connection => ({
    kind,
    socket,
    stream,
    sessionHash,
    heard: 0,
    isAlive: true,
    onDropped: metrics.bytesDropped,
  });

  const beat = setInterval(() => {
    for (const connection of all()) checkPeer(connection);
    rooms.beat();
    pokes.beat();
  }, beatMs);
  beat.unref();

  /** A socket of this person; closed when there are too many. */
  const takePlace = (socket: WebSocket, person: PersonId): boolean => {
    const leave = openCounts.enter('socketsPerPerson', person);
    if (leave === undefined) {
      closeSocket(socket, closeCodes.tryAgainLater, 'too many sockets are open');
      return false;
    }
    socket.on('close', leave);
    return true;
  };

  const watch = <C extends Connection>(connection: C, listeners: Listeners<C>): void => {
    const { socket } = connection;
    socket.on('message', (data: RawData, isBinary: boolean) => {
      connection.isAlive = true;
      connection.heard += 1;
      if (connection.heard > deps.framesPerBeat) {
        metrics.limitReached('framesPerBeat');
        closeSocket(socket, closeCodes.tryAgainLater, 'sends too much');
      }
      if (socket.readyState !== socket.OPEN) return;
      if (isBinary && Buffer.isBuffer(data)) listeners.onFrame(connection, data);
      else closeSocket(socket, closeCodes.unsupportedData, 'frames are binary');
    });
    socket.on('pong', () => {
      connection.isAlive = true;
    });
    socket.on('close', () => listeners.onClose(connection));
  };

  const roomListeners: Listeners<RoomConnection> = {
    onFrame: (connection, bytes) => connection.room?.receive(connection, bytes),
    onClose: (connection) => rooms.leave(connection),
  };

  const pokeListeners: Listeners<PokeConnection> = {
    onFrame: ({ socket }) => closeSocket(socket, closeCodes.malformed, 'nothing is expected here'),
    onClose: (connection) => pokes.leave(connection),
  };

  const openRoom = (socket: WebSocket, stream: Duplex, url: URL) => {
    const docId = url.pathname.slice(paths.rooms.length + 1);
    if (!isUuid(docId)) return closeSocket(socket, closeCodes.notFound, 'no such record');
    const admitted = tickets.spend(url.searchParams.get('ticket') ?? '', docId);
    if (admitted === undefined) return closeSocket(socket, closeCodes.signIn, 'no valid ticket');
    if (!takePlace(socket, admitted.author.person)) return;
    const connection: RoomConnection = {
      ...admitted,
      ...connectionOf('room', socket, stream, admitted.sessionHash),
      room: undefined,
      isLive: false,
      isReading: false,
      hasHole: false,
      waiting: [],
      waitingBytes: 0,
    };
    rooms.enter(connection);
    watch(connection, roomListeners);
  };

  const openPoke = async (
    socket: WebSocket,
    stream: Duplex,
    request: IncomingMessage,
    url: URL,
  ) => {
    const asked = url.searchParams.get(workspaceParameter) ?? undefined;
    const shown = readSessionCookie(request.headers, trust, asked);
    const session = await findSession(deps, shown);
    if (socket.readyState !== socket.OPEN) return;
    if (session === undefined || shown === undefined) {
      return closeSocket(socket, closeCodes.signIn, 'no session');
    }
    if (!takePlace(socket, session.person.id)) return;
    const connection: PokeConnection = {
      ...connectionOf('poke', socket, stream, hashToken(shown.token)),
      workspace: session.workspace,
      person: session.person.id,
    };
    watch(connection, pokeListeners);
    await pokes.enter(connection);
  };

  /** A removed person is out at once; changed roles want a new ticket for every room. */
  const closeSockets = ({
    type,
    workspace,
    person,
  }: Extract<PeopleChange, { person: PersonId }>) => {
    const isRemoved = type === 'removed';
    const code = isRemoved ? closeCodes.revoked : closeCodes.signIn;
    tickets.forget(person);
    for (const connection of rooms.connections()) {
      if (connection.workspace !== workspace || connection.author.person !== person) continue;
      closeSocket(connection.socket, code, isRemoved ? 'removed' : 'roles have changed');
    }
    for (const connection of isRemoved ? pokes.connections : []) {
      if (connection.workspace !== workspace || connection.person !== person) continue;
      closeSocket(connection.socket, code, 'removed');
    }
  };

  /** Made apart from `accept`, whose request would else stay in memory as long as the socket. */
  const failureOf = (socket: WebSocket) => (error: Error) => {
    log.info({ err: error }, 'a socket failed');
    // ws has answered a broken frame with the right code; what is still being sent is not waited for.
    cutOffSoon(socket);
  };

  const accept = (request: IncomingMessage, stream: Duplex, head: Buffer, url: URL) => {
    server.handleUpgrade(request, stream, head, (socket) => {
      socket.on('error', failureOf(socket));
      if (!speaksOurProtocol(url)) {
        return closeSocket(socket, closeCodes.upgrade, `this is protocol ${protocolVersion}`);
      }
      if (url.pathname !== paths.poke) return openRoom(socket, stream, url);
      openPoke(socket, stream, request, url).catch((error: unknown) => {
        log.error({ err: error }, 'a poke socket could not be opened');
        closeSocket(socket, closeCodes.tryAgainLater, 'storageFailed');
      });
    });
  };

  return {
    upgrade(request, stream, head) {
      const url = new URL(request.url ?? '/', 'http://gemba.invalid');
      stream.on('error', destroyStream);
      if (isForeignOrigin(request.headers, trust)) return refuseUpgrade(stream, foreignOrigin);
      if (!isSocketPath(url.pathname)) return refuseUpgrade(stream, unknownPath);
      if (isStopping) return refuseUpgrade(stream, stopping);
      const leave = openCounts.enter('socketsPerAddress', addressOf(request, trust));
      if (leave === undefined) return refuseUpgrade(stream, tooMany(retryAfterSeconds));
      stream.on('close', leave);
      accept(request, stream, head, url);
    },

    endSession(sessionHash) {
      for (const connection of all()) {
        if (connection.sessionHash !== sessionHash) continue;
        closeSocket(connection.socket, closeCodes.signIn, 'the session has ended');
      }
    },

    followPeople(change) {
      const { workspace } = change;
      if (change.type !== 'editingChanged') closeSockets(change);
      pokes.poke(workspace);
    },

    openSockets: () => ({
      room: [...rooms.connections()].length,
      poke: pokes.connections.size,
    }),

    async stop() {
      isStopping = true;
      clearInterval(beat);
      await rooms.settled();
      const closed = [...all()].map(
        ({ socket }) => new Promise<void>((resolve) => socket.once('close', () => resolve())),
      );
      for (const { socket } of all()) closeSocket(socket, closeCodes.goingAway, 'shutting down');
      await Promise.all(closed);
      await rooms.settled();
      rooms.close();
      pokes.close();
    },
  };
}

/** Of all connections of a kind: what is made for each of thousands of idle ones adds up. */
type Listeners<C extends Connection> = {
  readonly onFrame: (connection: C, bytes: Buffer) => void;
  readonly onClose: (connection: C) => void;
};

function destroyStream(this: Duplex): void {
  this.destroy();
}

/** A program that does not say what it speaks is taken at its word elsewhere: in every push and pull. */
function speaksOurProtocol({ searchParams }: URL): boolean {
  const spoken = searchParams.get('proto');
  return spoken === null || spoken === String(protocolVersion);
}

const isSocketPath = (path: string): boolean =>
  path === paths.poke || path.startsWith(`${paths.rooms}/`);

const foreignOrigin = refusal('foreignOrigin', 'A page of another address asked.', 'origin');
const unknownPath = refusal('notFound', 'There is no socket here.');
const stopping = refusal('unavailable', 'The server is shutting down; try again soon.');

/** Before the handshake there is HTTP: the answer is one. */
function refuseUpgrade(stream: Duplex, reason: Refusal): void {
  const body = problemText(reason);
  const status = refusalStatus[reason.code];
  const { retryAfterSeconds: seconds } = reason;
  const retryAfter = seconds === undefined ? '' : `retry-after: ${seconds}\r\n`;
  stream.end(
    `HTTP/1.1 ${status} ${reason.code}\r\nconnection: close\r\ncontent-type: ${problemMediaType}\r\n` +
      `${retryAfter}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

/** One socket with its limits: frames built once for many go out in one write, and a slow reader is let go. */
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { closeCodes } from '../../shared/protocol/refusals.ts';
import type { SocketKind } from '../observability/metrics.ts';

export type Connection = {
  readonly socket: WebSocket;
  /** The stream under it, as the upgrade handed it over. */
  readonly stream: Duplex;
  readonly kind: SocketKind;
  /** Told of bytes that the peer was too slow to take. */
  readonly onDropped: (kind: SocketKind, sizeBytes: number) => void;
  /** The session it belongs to. */
  readonly sessionHash: string;
  /** Frames heard since the last ping. */
  heard: number;
  /** Something has been heard since the last ping. */
  isAlive: boolean;
};

/** Bytes that may wait for a reader before it is told to come back later. */
const backlogBytes = 4 * 1024 * 1024;

/** A peer gets this long to answer a close. */
const closeLimitMs = 2_000;

/** RFC 6455 §5.5: a control frame has 125 bytes, two of them the code. */
const reasonLimitBytes = 123;

/**
 * Writes ready-made frames. Without compression ws writes whole frames at once, so ours never land
 * inside one of its own.
 */
export function sendFrames(connection: Connection, frames: Buffer): void {
  const { socket, stream } = connection;
  if (socket.readyState !== socket.OPEN) return;
  if (stream.writableLength > backlogBytes) {
    connection.onDropped(connection.kind, stream.writableLength + frames.length);
    closeSocket(socket, closeCodes.tryAgainLater, 'reads too slowly');
    return;
  }
  stream.write(frames);
}

export function closeSocket(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, reason.slice(0, reasonLimitBytes));
  cutOffSoon(socket);
}

/** Ends a connection whose peer does not. */
export function cutOffSoon(socket: WebSocket): void {
  const timer = setTimeout(() => socket.terminate(), closeLimitMs).unref();
  socket.once('close', () => clearTimeout(timer));
}

/** Pings a peer that has been heard since the last time, and cuts off one that has not. */
export function checkPeer(connection: Connection): void {
  if (!connection.isAlive) {
    connection.socket.terminate();
    return;
  }
  connection.isAlive = false;
  connection.heard = 0;
  if (connection.socket.readyState === connection.socket.OPEN) connection.socket.ping();
}

/** One socket with its limits: frames built once for many go out in one write, and a slow reader is let go. */
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { closeCodes } from '../../shared/protocol/refusals.ts';

export type Connection = {
  readonly socket: WebSocket;
  /** The stream under it, as the upgrade handed it over. */
  readonly stream: Duplex;
  /** The session it belongs to. */
  readonly sessionHash: string;
  /** Something has been heard since the last ping. */
  isAlive: boolean;
};

/** Bytes that may wait for a reader before it is told to come back later. */
const backlogBytes = 4 * 1024 * 1024;

/** A peer that does not answer a close is cut off. */
const closeLimitMs = 2_000;

/** What the protocol has no code for: the reason is in the text. */
const reasonLimitBytes = 123;

/**
 * Writes ready-made frames. Without compression ws writes whole frames at once, so ours never land
 * inside one of its own.
 */
export function sendFrames(connection: Connection, frames: Buffer): void {
  const { socket, stream } = connection;
  if (socket.readyState !== socket.OPEN) return;
  if (stream.writableLength > backlogBytes) {
    closeSocket(socket, closeCodes.tryAgainLater, 'reads too slowly');
    return;
  }
  stream.write(frames);
}

export function closeSocket(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, reason.slice(0, reasonLimitBytes));
  setTimeout(() => socket.terminate(), closeLimitMs).unref();
}

/** Pings a peer that has been heard since the last time, and cuts off one that has not. */
export function checkPeer(connection: Connection): void {
  if (!connection.isAlive) {
    connection.socket.terminate();
    return;
  }
  connection.isAlive = false;
  if (connection.socket.readyState === connection.socket.OPEN) connection.socket.ping();
}

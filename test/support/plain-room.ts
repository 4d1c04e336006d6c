/** A room connection without y-websocket: raw frames, so that a test sees each thing the server says. */
import { once } from 'node:events';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { roomMessage } from '../../shared/protocol/room-messages.ts';

export type PlainRoom = {
  readonly socket: WebSocket;
  /** Resolves once everything sent so far is committed; rejects when the socket closes before. */
  readonly sendUpdate: (update: Uint8Array) => Promise<void>;
  readonly closed: Promise<number>;
};

const syncType = { step1: 0, step2: 1, update: 2 } as const;
const openLimitMs = 10_000;

/** Opens the room and brings `doc` up to what the server holds; later updates of others are applied as they come. */
export async function openPlainRoom(url: string, doc: Y.Doc): Promise<PlainRoom> {
  const socket = new WebSocket(url, { handshakeTimeout: openLimitMs });
  socket.on('error', () => {});
  const closed = once(socket, 'close').then(([code]) => code as number);
  const waiting: (() => void)[] = [];
  const synced = new Promise<void>((resolve) => {
    socket.on('message', (frame: Buffer) => {
      const decoder = decoding.createDecoder(new Uint8Array(frame));
      const type = decoding.readVarUint(decoder);
      if (type === roomMessage.durable) waiting.shift()?.();
      if (type !== roomMessage.sync) return;
      const kind = decoding.readVarUint(decoder);
      if (kind === syncType.step1) return;
      Y.applyUpdate(doc, decoding.readVarUint8Array(decoder), 'server');
      if (kind === syncType.step2) resolve();
    });
  });
  const broken = closed.then((code) => {
    throw new Error(`The room closed with ${code}.`);
  });
  // Seen by whoever waits for it; nobody may be waiting.
  broken.catch(() => {});
  await Promise.race([once(socket, 'open'), broken]);
  socket.send(syncFrame(syncType.step1, Y.encodeStateVector(doc)));
  await Promise.race([synced, broken]);
  return {
    socket,
    sendUpdate: (update) => {
      const durable = new Promise<void>((resolve) => waiting.push(resolve));
      socket.send(syncFrame(syncType.update, update));
      return Promise.race([durable, broken]);
    },
    closed,
  };
}

function syncFrame(kind: number, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, roomMessage.sync);
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
}

/** A WebSocket that keeps every frame it gets, so that a test can wait for one or prove that none came. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import { roomMessage } from '../../shared/protocol/room-messages.ts';
import { syncKind } from '../../sync-server/websocket/frames.ts';

export type RawSocket = {
  readonly socket: WebSocket;
  readonly send: (frame: Uint8Array | string) => void;
  /** The first frame, also of those that came before, that `pick` makes something of. */
  readonly find: <T>(pick: (frame: Buffer) => T | undefined) => Promise<T>;
  readonly frames: readonly Buffer[];
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  /** Closes and waits for the server's close. */
  readonly leave: () => Promise<void>;
};

export async function openSocket(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<RawSocket> {
  const socket = new WebSocket(url, { headers });
  const frames: Buffer[] = [];
  const watchers = new Set<() => void>();
  socket.on('message', (data: Buffer) => {
    frames.push(data);
    for (const watch of watchers) watch();
  });
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() })),
  );
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  socket.on('error', () => {});
  return {
    socket,
    frames,
    closed,
    send: (frame) => socket.send(frame),
    find: (pick) =>
      new Promise((resolve, reject) => {
        const watch = () => {
          for (const frame of frames) {
            const found = pick(frame);
            if (found === undefined) continue;
            watchers.delete(watch);
            resolve(found);
            return;
          }
        };
        watchers.add(watch);
        void closed.then(({ code }) => reject(new Error(`The socket closed with ${code}.`)));
        watch();
      }),
    leave: async () => {
      socket.close();
      await closed;
    },
  };
}

export const step1Frame = (stateVector: Uint8Array = new Uint8Array([0])): Uint8Array =>
  syncFrame(syncKind.step1, stateVector);

export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(syncKind.update, update);

export const syncFrame = (kind: number, payload: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, roomMessage.sync);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, payload);
  });

/** The payload of a sync frame of this kind. */
export const readSync =
  (kind: number) =>
  (frame: Buffer): Uint8Array | undefined => {
    const decoder = decoding.createDecoder(new Uint8Array(frame));
    if (decoding.readVarUint(decoder) !== roomMessage.sync) return undefined;
    return decoding.readVarUint(decoder) === kind ? decoding.readVarUint8Array(decoder) : undefined;
  };

/** The JSON of a message of our own. */
export const readJson =
  (type: number) =>
  (frame: Buffer): Readonly<Record<string, unknown>> | undefined => {
    const decoder = decoding.createDecoder(new Uint8Array(frame));
    if (decoding.readVarUint(decoder) !== type) return undefined;
    return JSON.parse(decoding.readVarString(decoder)) as Record<string, unknown>;
  };

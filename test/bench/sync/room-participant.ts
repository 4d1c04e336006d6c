/** A participant in one of our rooms: ticket, first sync, then raw frames, counted without Yjs. */
import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { roomMessage } from '../../../shared/protocol/room-messages.ts';
import type { PlainDevice } from '../../support/plain-device.ts';
import { syncKind, syncMessage } from '../../../sync-server/websocket/frames.ts';
import { countTyped } from './edits.ts';
import type { Participant } from './fan-out.ts';

export async function joinRoom(device: PlainDevice, docId: DocumentId): Promise<Participant> {
  const socket = new WebSocket(await device.roomUrl(docId), { perMessageDeflate: false });
  let received = 0;
  let sync = () => {};
  const synced = new Promise<void>((resolve) => (sync = resolve));
  socket.on('message', (frame: Buffer) => {
    if (frame[0] === roomMessage.sync && frame[1] === syncKind.step2) sync();
    received += countTyped(frame);
  });
  socket.on('close', (code, reason) => {
    if (code !== closedByUs) throw new Error(`The room closed with ${code} ${reason.toString()}`);
  });
  await once(socket, 'open');
  // Nothing is sent to a connection before it has asked for what there is.
  socket.send(syncMessage(syncKind.step1, emptyStateVector));
  await synced;
  return {
    send: (frame) => socket.send(frame),
    received: () => received,
    close: async () => {
      const closed = once(socket, 'close');
      socket.close(closedByUs);
      await closed;
    },
  };
}

const closedByUs = 1000;
const emptyStateVector = Uint8Array.of(0);

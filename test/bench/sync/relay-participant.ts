/** A participant at the relay floor: the same key strokes, without room, ticket or commit. */
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { countTyped } from './edits.ts';
import type { Participant } from './fan-out.ts';

export async function joinRelay(url: string): Promise<Participant> {
  const socket = new WebSocket(url.replace('http', 'ws'), { perMessageDeflate: false });
  let received = 0;
  socket.on('message', (frame: Buffer) => {
    received += countTyped(frame);
  });
  await once(socket, 'open');
  return {
    send: (frame) => socket.send(frame),
    received: () => received,
    close: async () => {
      const closed = once(socket, 'close');
      socket.close();
      await closed;
    },
  };
}

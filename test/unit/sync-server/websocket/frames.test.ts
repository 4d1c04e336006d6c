import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { binaryFrames, textFrame } from '../../../../sync-server/websocket/frames.ts';

type Message = readonly [Buffer, boolean];

/** What a client makes of the bytes. */
async function received(bytes: Buffer): Promise<readonly Message[]> {
  const server = createServer();
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, stream, head) =>
    sockets.handleUpgrade(request, stream, head, (socket) => {
      stream.write(bytes);
      socket.close();
    }),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const messages: Message[] = [];
  client.on('message', (data: Buffer, isBinary) => messages.push([data, isBinary]));
  await once(client, 'close');
  server.close();
  return messages;
}

it('builds frames of every length form, one after the other', async () => {
  const messages = [0, 1, 125, 126, 65_535, 65_536].map((size) => Buffer.alloc(size, size % 251));
  expect(await received(binaryFrames(messages))).toEqual(messages.map((each) => [each, true]));
});

it('builds text frames', async () => {
  expect(await received(textFrame('现场'))).toEqual([[Buffer.from('现场'), false]]);
});

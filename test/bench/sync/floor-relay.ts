/**
 * Floor of live fan-out, a process of its own: a bare WebSocket relay that stores nothing, understands
 * nothing, and writes once per socket and turn of the event loop.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { encodeFrames } from './frames.ts';

type Arrived = { readonly from: WebSocket; readonly frame: Uint8Array };

const server = createServer();
const sockets = new Set<WebSocket>();
let arrived: Arrived[] = [];

new WebSocketServer({ server, perMessageDeflate: false }).on('connection', (socket) => {
  sockets.add(socket);
  socket.on('close', () => sockets.delete(socket));
  socket.on('message', (frame: Buffer) => {
    if (arrived.length === 0) setImmediate(flush);
    arrived.push({ from: socket, frame });
  });
});

server.listen(Number(process.env['PORT'] ?? 0), '127.0.0.1', () => {
  console.log(`Floor is ready: http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once('SIGTERM', () => process.exit(0));

/** One message a socket, never back to the sender; whoever sent nothing shares one buffer with the others. */
function flush(): void {
  const batch = arrived;
  arrived = [];
  const senders = new Set(batch.map(({ from }) => from));
  const everything = encodeFrames(batch.map(({ frame }) => frame));
  for (const socket of sockets) {
    if (!senders.has(socket)) socket.send(everything);
    else {
      const others = batch.filter(({ from }) => from !== socket).map(({ frame }) => frame);
      if (others.length > 0) socket.send(encodeFrames(others));
    }
  }
}

/**
 * Floor of live fan-out, a process of its own: a bare WebSocket relay that stores nothing, understands
 * nothing, and writes once per socket and turn of the event loop.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { binaryFrames } from '../../../sync-server/websocket/frames.ts';

type Arrived = { readonly from: Duplex; readonly message: Uint8Array };

const server = createServer();
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
const streams = new Set<Duplex>();
let arrived: Arrived[] = [];

server.on('upgrade', (request, stream, head) => {
  sockets.handleUpgrade(request, stream, head, (socket) => {
    streams.add(stream);
    socket.on('close', () => streams.delete(stream));
    socket.on('message', (message: Buffer) => {
      if (arrived.length === 0) setImmediate(flush);
      arrived.push({ from: stream, message });
    });
  });
});

server.listen(Number(process.env['PORT'] ?? 0), '127.0.0.1', () => {
  console.log(`Floor is ready: http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once('SIGTERM', () => process.exit(0));

/** Never back to the sender; whoever sent nothing shares one buffer with the others. */
function flush(): void {
  const batch = arrived;
  arrived = [];
  const senders = new Set(batch.map(({ from }) => from));
  const everything = binaryFrames(batch.map(({ message }) => message));
  for (const stream of streams) {
    if (!senders.has(stream)) stream.write(everything);
    else {
      const others = batch.filter(({ from }) => from !== stream);
      stream.write(binaryFrames(others.map(({ message }) => message)));
    }
  }
}

/** The fault proxy itself: it must pass bytes faithfully, and fail only in the way it was told. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type FaultProxy, startFaultProxy } from '../../support/fault-proxy.ts';
import { createRandom } from '../../../shared/demo/seeded-random.ts';

let echo: Server;
let proxy: FaultProxy;

beforeEach(async () => {
  echo = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => socket.destroy()).pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(echo, 'listening');
  proxy = await startFaultProxy({
    targetPort: (echo.address() as AddressInfo).port,
    random: createRandom(7),
  });
});

afterEach(async () => {
  await proxy.close();
  echo.close();
});

async function open(): Promise<Socket> {
  const socket = connect({ port: proxy.port, host: '127.0.0.1', allowHalfOpen: true });
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

/** What came back until the connection ended, and whether it was cut. */
async function readAll(socket: Socket): Promise<{ bytes: Buffer; cut: boolean }> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  let ended = false;
  socket.once('end', () => (ended = true));
  await new Promise((resolve) => socket.once('end', resolve).once('close', resolve));
  socket.destroy();
  return { bytes: Buffer.concat(chunks), cut: !ended };
}

const sample = Buffer.from(Array.from({ length: 200_000 }, (_, i) => i % 251));

it('passes bytes through in both directions, to the last one', async () => {
  const socket = await open();
  socket.end(sample);
  const { bytes, cut } = await readAll(socket);
  expect(cut).toBe(false);
  expect(bytes.equals(sample)).toBe(true);
});

it('keeps the order of delayed bytes', async () => {
  proxy.setFault({ type: 'delay', minMs: 1, maxMs: 5 });
  const socket = await open();
  socket.end(sample);
  const { bytes, cut } = await readAll(socket);
  expect(cut).toBe(false);
  expect(bytes.equals(sample)).toBe(true);
});

it('holds bytes back while half-open and lets them through afterwards', async () => {
  const socket = await open();
  let received = 0;
  socket.on('data', (chunk) => (received += chunk.length));
  proxy.setFault({ type: 'halfOpen' });
  socket.write('held');
  // A second connection proves that the event loop had its turns and that accepting still works.
  const other = await open();
  await new Promise((resolve) => setImmediate(resolve));
  expect(received).toBe(0);
  proxy.setFault({ type: 'none' });
  await once(socket, 'data');
  expect(received).toBe(4);
  socket.destroy();
  other.destroy();
});

it('cuts each connection within the bytes it was given', async () => {
  proxy.setFault({ type: 'cut', maxBytes: 50_000 });
  const socket = await open();
  socket.end(sample);
  const { bytes, cut } = await readAll(socket);
  expect(cut).toBe(true);
  expect(bytes.length).toBeLessThanOrEqual(50_000);
});

it('loses bytes when told to', async () => {
  proxy.setFault({ type: 'dropBytes', oneInBytes: 1_000 });
  const socket = await open();
  socket.end(sample);
  const { bytes } = await readAll(socket);
  expect(bytes.length).toBeLessThan(sample.length);
  expect(bytes.length).toBeGreaterThan(sample.length * 0.99);
});

it('resets every connection at once and takes new ones', async () => {
  const socket = await open();
  const closed = readAll(socket);
  socket.write('hello');
  await once(socket, 'data');
  proxy.cutAll();
  expect((await closed).cut).toBe(true);
  const next = await open();
  next.end('again');
  expect((await readAll(next)).bytes.toString()).toBe('again');
});

it('closes the connection when the target is not there', async () => {
  echo.close();
  const socket = await open();
  await readAll(socket);
  expect(proxy.openConnections()).toBe(0);
});

/** What an idle connection costs a server in memory. */
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { connectGarbageCollector } from '../garbage-collector.ts';
import type { MeasuredProcess } from '../measured-process.ts';

export type Address = {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Connections that warm the server up, so that its code and first buffers are not counted. */
const warmUp = 200;
const openedAtOnce = 100;
/** How long the kernel is given to take back what was freed. */
const settleMs = 1_000;

/**
 * Opens `count` connections and resolves to resident bytes per connection beyond the first ones. What it took
 * to get an address (a ticket) counts as far as the server did not give it back.
 */
export async function measureIdle(
  server: MeasuredProcess,
  count: number,
  addressOf: (index: number) => Address | Promise<Address>,
): Promise<number> {
  const garbage = await connectGarbageCollector(server.debuggerUrl ?? '');
  const sockets: WebSocket[] = [];
  const openUpTo = async (end: number) => {
    while (sockets.length < end) {
      const start = sockets.length;
      const size = Math.min(openedAtOnce, end - start);
      const opening = Array.from({ length: size }, async (_, at) =>
        open(await addressOf(start + at)),
      );
      sockets.push(...(await Promise.all(opening)));
    }
    await garbage.collect();
    await wait(settleMs);
    return server.memory().rssBytes;
  };
  const before = await openUpTo(warmUp);
  const after = await openUpTo(count);
  const stillOpen = sockets.filter((socket) => socket.readyState === WebSocket.OPEN).length;
  for (const socket of sockets) socket.terminate();
  garbage.close();
  if (stillOpen < count) {
    throw new Error(`Only ${stillOpen} of ${count} connections stayed open.`);
  }
  return (after - before) / (count - warmUp);
}

async function open({ url, headers }: Address): Promise<WebSocket> {
  const socket = new WebSocket(url, { perMessageDeflate: false, ...(headers && { headers }) });
  await once(socket, 'open');
  return socket;
}

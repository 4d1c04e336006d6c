/** Asks a Node process through its debugger to collect garbage, so that what is read afterwards is in use. */
import { once } from 'node:events';
import { WebSocket } from 'ws';

export type GarbageCollector = {
  /** Resolves when the process has collected. */
  readonly collect: () => Promise<void>;
  readonly close: () => void;
};

/** `address` as Node prints it: `ws://127.0.0.1:…`. */
export async function connectGarbageCollector(address: string): Promise<GarbageCollector> {
  const socket = new WebSocket(address);
  await once(socket, 'open');
  let lastId = 0;
  return {
    collect: async () => {
      lastId += 1;
      const id = lastId;
      socket.send(JSON.stringify({ id, method: 'HeapProfiler.collectGarbage' }));
      for (;;) {
        const [message] = (await once(socket, 'message')) as [Buffer];
        const answer = JSON.parse(message.toString()) as { readonly id?: number };
        if (answer.id === id) return;
      }
    },
    close: () => socket.terminate(),
  };
}

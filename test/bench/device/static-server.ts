/** Serves a folder of built files on a free loopback port, precompressed as the real server does. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

export type StaticServer = { readonly url: string; readonly close: () => void };

export async function serveFolder(folder: string): Promise<StaticServer> {
  const serve = sirv(folder, { gzip: true, brotli: true, etag: true });
  const server = createServer((request, response) => serve(request, response)).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

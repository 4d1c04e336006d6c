/** Serves the built page: precompressed, hashed assets for ever, everything else checked on each visit. */
import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';

export type ServeFile = (
  request: IncomingMessage,
  response: ServerResponse,
  otherwise: () => void,
) => void;

const assetsFolder = '/assets/';
const indexFile = '/index.html';
const serviceWorkerFile = '/service-worker.js';

export type StaticOptions = {
  /** The built page; without it, only the interface for programs is served. */
  readonly webDir: string;
  /** Replaces the page's service worker by one that removes itself. */
  readonly killServiceWorker: boolean;
};

export function createStaticFiles({ webDir, killServiceWorker }: StaticOptions): ServeFile {
  if (!existsSync(webDir)) return (_request, _response, otherwise) => otherwise();
  const serve = sirv(webDir, {
    etag: true,
    brotli: true,
    gzip: true,
    extensions: [],
    setHeaders: (response, path) => response.setHeader('cache-control', cacheControlOf(path)),
  });
  return (request, response, otherwise) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return otherwise();
    const path = pathOf(request);
    if (killServiceWorker && path === serviceWorkerFile) return sendKillSwitch(response);
    // Every address of the page is the same file: it reads its own address.
    if (path === '/' || isNavigation(request, path)) request.url = indexFile;
    serve(request, response, otherwise);
  };
}

const cacheControlOf = (path: string): string =>
  path.startsWith(assetsFolder) ? 'public, max-age=31536000, immutable' : 'no-cache';

/** A person going to an address, rather than a page fetching a file. */
function isNavigation({ headers }: IncomingMessage, path: string): boolean {
  const isFile = /\.\w+$/u.test(path) || path.startsWith(assetsFolder);
  return !isFile && (headers.accept ?? '').includes('text/html');
}

/** For a release whose worker does harm: browsers fetch the worker past their cache, and get this one. */
function sendKillSwitch(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-store' });
  response.end(killSwitch);
}

const killSwitch = `
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(remove()));
async function remove() {
  for (const name of await caches.keys()) await caches.delete(name);
  await registration.unregister();
}
`;

export const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?', 1)[0] ?? '/';

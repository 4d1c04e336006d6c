/** A deployed copy of the built app, of which another version can be put in place while it is served. */
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
// Below node_modules, where the server's packages are found as they are from dist.
const parent = fileURLToPath(
  new URL('../../node_modules/.cache/gemba-deployments', import.meta.url),
);

export type Deployment = {
  readonly mainFile: string;
  /** Replaces the page by one that says `name` in its meta tag `release`. */
  readonly release: (name: string) => void;
  readonly remove: () => void;
};

export function createDeployment(): Deployment {
  mkdirSync(parent, { recursive: true });
  const root = mkdtempSync(join(parent, 'd-'));
  cpSync(dist, root, { recursive: true });
  const web = join(root, 'web');
  const page = readFileSync(join(web, 'index.html'), 'utf8');
  const worker = readFileSync(join(web, 'service-worker.js'), 'utf8');
  return {
    mainFile: join(root, 'server', 'main.js'),
    release: (name) => {
      const nextPage = page.replace('<head>', `<head><meta name="release" content="${name}" />`);
      replaceFile(join(web, 'index.html'), nextPage);
      replaceFile(join(web, 'service-worker.js'), withRevision(worker, nextPage));
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** The worker's precache list names index.html by its revision: a new page needs a new one. */
function withRevision(worker: string, page: string): string {
  const revision = createHash('md5').update(page).digest('hex');
  const entry = /(\{[^{}]*url["']?:\s*["'`]index\.html["'`][^{}]*\})/u.exec(worker)?.[1];
  const replaced = entry?.replace(/(revision["']?:\s*["'`])[0-9a-f]{32}/u, `$1${revision}`);
  if (entry === undefined || replaced === undefined || replaced === entry) {
    throw new Error('The service worker names no revision of index.html.');
  }
  return worker.replace(entry, replaced);
}

function replaceFile(file: string, text: string): void {
  writeFileSync(file, text);
  for (const encoded of [`${file}.br`, `${file}.gz`]) rmSync(encoded, { force: true });
}

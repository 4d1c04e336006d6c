/** The JavaScript that a first visit fetches, as it travels: the page's script and all that it imports at once. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Gzipped bytes. */
export function firstVisitScriptBytes(webFolder: string): number {
  const page = readFileSync(join(webFolder, 'index.html'), 'utf8');
  const scripts = new Set<string>();
  const queue = [...page.matchAll(/(?:src|href)="\/?([^"]+\.js)"/gu)].map(([, path]) => path ?? '');
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (scripts.has(path)) continue;
    scripts.add(path);
    const source = readFileSync(join(webFolder, path), 'utf8');
    // Static imports only: `from"./x.js"` and `import"./x.js"`, not `import("./x.js")`.
    for (const [, imported] of source.matchAll(/(?:from|import)\s*"(\.[^"]+\.js)"/gu)) {
      queue.push(join(dirname(path), imported ?? ''));
    }
  }
  return [...scripts].reduce(
    (sum, path) => sum + gzipSync(readFileSync(join(webFolder, path)), { level: 9 }).length,
    0,
  );
}

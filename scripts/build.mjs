/** Builds page and server into dist/; with --if-stale only when a source has changed since the last build. */
import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { precompress } from './precompress.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const stampFile = join(root, 'dist', 'sources.sha256');

/** Everything that a build reads. */
const sources = [
  'web',
  'shared',
  'sync-server',
  'scripts/build.mjs',
  'scripts/precompress.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'vite.config.ts',
];

const hash = await hashOf(sources);
if (process.argv.includes('--if-stale') && (await readStamp()) === hash) {
  console.log('dist/ is up to date.');
} else {
  await build(hash);
}

/** @param {string} sourceHash */
async function build(sourceHash) {
  const startedAt = performance.now();
  // A build that fails half-way must not pass for a fresh one.
  await rm(stampFile, { force: true });
  const vite = await import('vite');
  const configFile = join(root, 'vite.config.ts');
  await vite.build({ configFile, logLevel: 'warn' });
  await vite.build({ configFile, logLevel: 'warn', build: { ssr: true } });
  const files = await precompress(join(root, 'dist', 'web'));
  await writeFile(stampFile, sourceHash);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`Built page and server in ${seconds} s; ${files} files also as brotli and gzip.`);
}

/** @param {readonly string[]} paths */
async function hashOf(paths) {
  const sum = createHash('sha256');
  for (const path of paths) {
    for (const file of await filesBelow(join(root, path))) {
      sum.update(`${relative(root, file)}\0`);
      sum.update(
        createHash('sha256')
          .update(await readFile(file))
          .digest(),
      );
    }
  }
  return sum.digest('hex');
}

/**
 * The file itself, or all files below a folder, in an order that does not depend on the disk.
 *
 * @param {string} path
 */
async function filesBelow(path) {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch((error) => {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (entries === undefined) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function readStamp() {
  return readFile(stampFile, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

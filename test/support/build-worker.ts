/** The admission worker as the build makes it, in a folder of its own: Node runs no TypeScript in a worker. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = join(root, 'sync-server/replication/admission-worker.ts');

export type BuiltWorker = { readonly url: URL; readonly remove: () => void };

export async function buildAdmissionWorker(): Promise<BuiltWorker> {
  // Below node_modules, so that the packages it imports are found.
  const outDir = mkdtempSync(join(root, 'node_modules', '.admission-worker-'));
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      emptyOutDir: false,
      rollupOptions: { input: { 'admission-worker': source } },
    },
  });
  return {
    url: pathToFileURL(join(outDir, 'admission-worker.js')),
    remove: () => rmSync(outDir, { recursive: true }),
  };
}

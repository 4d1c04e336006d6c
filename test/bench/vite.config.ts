/** Builds the benches' own processes into dist/bench, as the server is built. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export default defineConfig({
  root: fromRoot('.'),
  build: {
    ssr: true,
    target: 'node20',
    outDir: fromRoot('dist/bench'),
    emptyOutDir: true,
    rollupOptions: {
      input: {
        sync: fromRoot('test/bench/sync/main.ts'),
        device: fromRoot('test/bench/device/main.ts'),
        'floor-relay': fromRoot('test/bench/sync/floor-relay.ts'),
        'floor-batch': fromRoot('test/bench/sync/floor-batch.ts'),
      },
    },
  },
});

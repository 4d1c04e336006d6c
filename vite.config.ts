/** Builds the page, its workers and the server, and says which tests exist. */
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';

const fromRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(({ isSsrBuild }) => (isSsrBuild ? serverBuild : pageBuild));

const serverBuild = {
  root: fromRoot('.'),
  build: {
    ssr: true,
    target: 'node20',
    outDir: fromRoot('dist/server'),
    emptyOutDir: true,
    rollupOptions: {
      input: {
        main: fromRoot('sync-server/main.ts'),
        'admission-worker': fromRoot('sync-server/replication/admission-worker.ts'),
      },
    },
  },
};

const pageBuild = {
  root: fromRoot('web'),
  publicDir: fromRoot('web/public'),
  plugins: [
    preact(),
    VitePWA({
      strategies: 'injectManifest' as const,
      srcDir: 'sw',
      filename: 'service-worker.ts',
      registerType: 'prompt' as const,
      injectRegister: false as const,
      manifest: false as const,
      injectManifest: { globPatterns: ['**/*.{js,css,html,svg,webmanifest}', 'icons/*.png'] },
    }),
  ],
  worker: { format: 'es' as const },
  build: {
    outDir: fromRoot('dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
  },
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          root: fromRoot('.'),
          include: ['test/unit/**/*.test.{ts,tsx}', 'test/contract/**/*.test.ts'],
        },
      },
    ],
  },
};

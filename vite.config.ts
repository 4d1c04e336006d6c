/** Builds the page, its workers and the server, and says which tests exist. */
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { chromiumFlags, findChromium } from './scripts/find-chromium.mjs';

const fromRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const isLongRun = process.env['TEST_LENGTH'] === 'long';

/** Tests that run in Node; the groups run one after the other, because the later ones need the processors alone. */
const nodeProject = (
  name: string,
  options: TestProjectInlineConfiguration['test'],
): TestProjectInlineConfiguration => ({ test: { name, root: fromRoot('.'), ...options } });

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
  // Not below web/, which scripts/build.mjs takes for sources.
  cacheDir: fromRoot('node_modules/.vite'),
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
      injectManifest: {
        // Browsers register it as a classic script, in which import.meta is a syntax error.
        rollupFormat: 'iife' as const,
        globPatterns: ['**/*.{js,css,html,svg,webmanifest}', 'icons/*.png'],
      },
    }),
  ],
  // Dexie's main file is for old browsers too; this one is for those that can run the app at all.
  resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
  worker: { format: 'es' as const },
  build: {
    outDir: fromRoot('dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // One script and one stylesheet for all that the first screens need: many small ones compress
    // badly and queue up on a slow network. What is left is loaded when it is used.
    modulePreload: false,
    cssCodeSplit: false,
    rollupOptions: {
      output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial' as const] }] } },
    },
  },
  test: {
    projects: [
      nodeProject('unit', { include: ['test/unit/**/*.test.{ts,tsx}'], testTimeout: 10_000 }),
      nodeProject('contract', {
        include: ['test/contract/**/*.test.ts'],
        exclude: ['test/contract/**/*.browser.test.ts'],
        testTimeout: 30_000,
      }),
      // The same contracts on the adapters that only a browser has (IndexedDB, Web Locks).
      {
        test: {
          name: 'browser-contract',
          root: fromRoot('.'),
          include: ['test/contract/**/*.browser.test.ts'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: findChromium() ?? '', args: [...chromiumFlags] },
            }),
            instances: [{ browser: 'chromium' as const }],
          },
          sequence: { groupOrder: 1 },
        },
      },
      nodeProject('convergence', {
        include: ['test/convergence/**/*.test.ts'],
        testTimeout: isLongRun ? 3_600_000 : 300_000,
        // Its files share the seeds, so that both cores of a small machine have work.
        maxWorkers: 2,
        sequence: { groupOrder: 2 },
      }),
      nodeProject('fault', {
        include: ['test/fault/**/*.test.ts'],
        testTimeout: isLongRun ? 7_200_000 : 480_000,
        sequence: { groupOrder: 3 },
      }),
      nodeProject('browser', {
        include: ['test/browser/**/*.test.ts'],
        testTimeout: 180_000,
        hookTimeout: 120_000,
        // A state is waited for as long as a busy machine may need to reach it.
        expect: { poll: { timeout: 30_000 } },
        retry: 1,
        maxWorkers: 1,
        sequence: { groupOrder: 4 },
      }),
    ],
  },
};

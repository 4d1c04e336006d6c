/** Builds what is measured and the bench named by its first argument (`sync` or `device`), then runs it. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [bench, ...flags] = process.argv.slice(2);
if (bench !== 'sync' && bench !== 'device') {
  console.error('Which bench? `npm run bench` (device) or `npm run bench:sync`.');
  process.exit(1);
}

runNode('scripts/build.mjs', '--if-stale');
runVite('-c', 'test/bench/vite.config.ts');
runNode(`dist/bench/${bench}.js`, ...flags);

/** @param {string[]} args */
function runVite(...args) {
  runNode('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', ...args);
}

/** @param {string[]} args */
function runNode(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

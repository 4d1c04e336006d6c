/** Builds what is stale, then becomes the server: same process, so signals, flags and exit code are its own. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const buildScript = fileURLToPath(new URL('build.mjs', import.meta.url));
// A child, so that the build tools' memory is given back before the server starts.
const build = spawnSync(process.execPath, [buildScript, '--if-stale'], { stdio: 'inherit' });
if (build.signal !== null) process.kill(process.pid, build.signal);
if (build.status !== 0) process.exit(build.status ?? 1);

// Not a literal import: the file exists only after the build.
await import(new URL('../dist/server/main.js', import.meta.url).href);

/** The built server on a free port with a temporary folder, and a way to put a newer build in its place. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const startDeadlineMs = 20_000;

/**
 * @typedef {object} ScreensServer
 * @property {string} url
 * @property {string} adminLink
 * @property {(name: string) => Promise<string>} addWorkspace Answers the link for its first administrator.
 * @property {() => Promise<void>} deployNewer The same server again, with a service worker that differs.
 * @property {() => Promise<void>} stop
 */

/**
 * @param {string} root
 * @returns {Promise<ScreensServer>}
 */
export async function startServer(root) {
  const dataDir = await mkdtemp(join(tmpdir(), 'gemba-screens-'));
  // Copies, so that a build that is made meanwhile does not take the files away.
  const builds = join(root, 'node_modules', '.cache', `gemba-screens-${process.pid}`);
  const [current, newer] = [join(builds, 'current'), join(builds, 'newer')];
  await cp(join(root, 'dist'), current, { recursive: true });
  let running = await run(current, dataDir, 0);
  const { url, adminLink } = running;
  return {
    url,
    adminLink,
    addWorkspace: async (name) => {
      const options = ['--data-dir', dataDir, '--port', new URL(url).port];
      const main = join(current, 'server', 'main.js');
      const command = [main, ...options, 'workspace', 'add', name];
      return (await promisify(execFile)(process.execPath, command)).stdout.trim();
    },
    deployNewer: async () => {
      await cp(current, newer, { recursive: true });
      await makeNewer(join(newer, 'web'));
      await running.end();
      running = await run(newer, dataDir, Number(new URL(url).port));
    },
    stop: async () => {
      await running.end();
      await rm(dataDir, { recursive: true, force: true });
      await rm(builds, { recursive: true, force: true });
    },
  };
}

/**
 * A browser takes any other byte for a newer version.
 *
 * @param {string} folder
 */
async function makeNewer(folder) {
  await appendFile(join(folder, 'service-worker.js'), '\n');
  const compressed = (await readdir(folder)).filter((name) =>
    /^service-worker\.js\.(br|gz)$/u.test(name),
  );
  for (const name of compressed) await rm(join(folder, name));
}

/**
 * @param {string} dist
 * @param {string} dataDir
 * @param {number} port 0 = any
 */
async function run(dist, dataDir, port) {
  const options = ['--host', '127.0.0.1', '--port', String(port), '--data-dir', dataDir];
  const child = spawn(process.execPath, [join(dist, 'server', 'main.js'), ...options], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const output = await new Promise((resolve, reject) => {
    let text = '';
    const deadline = setTimeout(() => reject(new Error('no ready line')), startDeadlineMs);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${text}`)));
    child.stdout.setEncoding('utf8').on('data', (part) => {
      text += part;
      if (!/Gemba is ready: http:\/\/\S+\n/u.test(text)) return;
      clearTimeout(deadline);
      child.removeAllListeners('exit');
      resolve(text);
    });
  });
  return {
    url: (/Gemba is ready: (http:\/\/[^\s/]+)/u.exec(output)?.[1] ?? '').trim(),
    adminLink: /first administrator: (http\S+)/u.exec(output)?.[1] ?? '',
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    },
  };
}

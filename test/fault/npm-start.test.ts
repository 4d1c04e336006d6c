/** The first command of the README, as a service manager or a person's Ctrl-C ends it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDataDir, removeDataDir } from '../support/built-server.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

let dataDir: string;
beforeEach(() => {
  dataDir = createDataDir();
});
afterEach(() => removeDataDir(dataDir));

it('passes a signal to npm on to the server, which drains and ends with 0', async () => {
  const npm = spawn('npm', ['start', '--', '--port', '0', '--data-dir', dataDir], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(npm, 'exit');
  const url = await readUrl(npm.stdout);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  npm.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  await expect(fetch(`${url}/healthz`)).rejects.toThrow('fetch failed');
});

async function readUrl(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const url = /Gemba is ready: (\S+)/u.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error('The server ended before it was ready.');
}

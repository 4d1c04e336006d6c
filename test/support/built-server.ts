/** The built server as a process of its own: started on a free loopback port, stopped or killed by pid. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const builtMainFile = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));
const startDeadlineMs = 30_000;

export type BuiltServer = {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  readonly pid: number;
  /** The first administrator's link, where the server printed one. */
  readonly adminLink: string | undefined;
  /** What the server wrote to stderr so far. */
  readonly log: () => string;
  /** SIGTERM; resolves with the exit code. */
  readonly stop: () => Promise<number | null>;
  /** SIGKILL: no time for anything. The data folder stays. */
  readonly kill: () => Promise<void>;
};

export type BuiltServerOptions = {
  /** Default: the one that `npm run build` made. */
  readonly mainFile?: string;
  /** Default: a new temporary folder, removed by `removeDataDir`. */
  readonly dataDir?: string;
  /** Default: any free port. */
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** A program and its arguments that start the server's command line in their turn, in the same process. */
  readonly launcher?: readonly string[];
};

export const createDataDir = (): string => mkdtempSync(join(tmpdir(), 'gemba-test-'));
export const removeDataDir = (dataDir: string): void =>
  rmSync(dataDir, { recursive: true, force: true });

/** Runs a command of the server's program (`backup`, `restore`) to its end; throws when it fails. */
export function runBuiltCommand(dataDir: string, ...command: readonly string[]): string {
  const args = [builtMainFile, '--data-dir', dataDir, ...command];
  return execFileSync(process.execPath, args, { encoding: 'utf8' });
}

/** Starts a server and kills it again after `lifeMs`, ready or not. */
export async function killWhileStarting(
  options: BuiltServerOptions & { readonly dataDir: string },
  lifeMs: number,
): Promise<void> {
  const child = spawnServer(options);
  child.stdout.resume();
  child.stderr.resume();
  await wait(lifeMs);
  const exit = exitOf(child);
  child.kill('SIGKILL');
  await exit;
}

export async function startBuiltServer(options: BuiltServerOptions = {}): Promise<BuiltServer> {
  const dataDir = options.dataDir ?? createDataDir();
  const child = spawnServer({ ...options, dataDir });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
  const output = await readUntilReady(child, () => log);
  const url = /Gemba is ready: (http:\/\/\S+)/u.exec(output)?.[1]?.replace(/\/$/u, '') ?? '';
  return {
    url,
    port: Number(new URL(url).port),
    dataDir,
    pid: child.pid ?? -1,
    adminLink: /first administrator: (http\S+)/u.exec(output)?.[1],
    log: () => log,
    stop: async () => {
      const exit = exitOf(child);
      child.kill('SIGTERM');
      return exit;
    },
    kill: async () => {
      const exit = exitOf(child);
      child.kill('SIGKILL');
      await exit;
    },
  };
}

function spawnServer(options: BuiltServerOptions & { readonly dataDir: string }) {
  const { launcher = [], mainFile = builtMainFile, port = 0, dataDir, args = [] } = options;
  const flags = ['--host', '127.0.0.1', '--port', String(port), '--data-dir', dataDir];
  const [program = process.execPath, ...before] = [...launcher, process.execPath];
  return spawn(program, [...before, mainFile, ...flags, ...args], {
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Resolves with stdout once the ready line and whatever came with it have been printed. */
function readUntilReady(child: ChildProcess, log: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const deadline = setTimeout(
      () => fail(`no ready line within ${startDeadlineMs} ms`),
      startDeadlineMs,
    );
    const fail = (why: string) => {
      clearTimeout(deadline);
      child.kill('SIGKILL');
      reject(new Error(`The server did not start: ${why}\n${output}\n${log()}`));
    };
    child.once('exit', (code) => fail(`exit code ${code}`));
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (!/Gemba is ready: http:\/\/\S+\n/u.test(output)) return;
      clearTimeout(deadline);
      child.removeAllListeners('exit');
      resolve(output);
    });
  });
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

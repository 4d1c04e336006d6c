/** A server under measurement: a process of its own whose memory and processor time Linux tells us. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

export type MeasuredProcess = {
  readonly url: string;
  /** Everything it printed until it was ready. */
  readonly greeting: string;
  /** From spawn to its line that it is ready. */
  readonly startMs: number;
  /** The debugger's address, when it was asked for. */
  readonly debuggerUrl: string | undefined;
  readonly memory: () => { readonly rssBytes: number; readonly peakRssBytes: number };
  /** User and system time of all its threads, so far. */
  readonly cpuMs: () => number;
  /** Rejects when it had ended before, or does not end well. */
  readonly stop: () => Promise<void>;
};

const startDeadlineMs = 120_000;
const readyLine = /is ready: (http:\/\/[^\s/]+)/u;
/** USER_HZ: fixed at 100 in Linux' interface to programs. */
const clockTickMs = 10;

export type MeasuredOptions = {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly withDebugger?: boolean;
};

export async function startMeasured(
  script: string,
  options: MeasuredOptions,
): Promise<MeasuredProcess> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...nodeFlags(options), script, ...(options.args ?? [])], {
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const exited = once(child, 'exit') as Promise<[number | null]>;
  // A bench that fails half-way leaves nothing running.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  const greeting = await readGreeting(child, () => errors);
  const startMs = performance.now() - startedAt;
  return {
    url: readyLine.exec(greeting)?.[1] ?? '',
    greeting,
    startMs,
    debuggerUrl: /Debugger listening on (ws:\S+)/u.exec(errors)?.[1],
    memory: () => ({
      rssBytes: readStatusBytes(child, 'VmRSS'),
      peakRssBytes: readStatusBytes(child, 'VmHWM'),
    }),
    cpuMs: () => readCpuMs(child),
    stop: async () => {
      child.kill('SIGTERM');
      const [code] = await exited;
      process.off('exit', end);
      if (code !== 0) throw new Error(`${script} ended with ${code}:\n${errors}`);
    },
  };
}

/** `BENCH_PROFILE=<folder>` writes a CPU profile of every measured process there. */
function nodeFlags({ withDebugger = false }: MeasuredOptions): readonly string[] {
  const folder = process.env['BENCH_PROFILE'];
  return [
    ...(folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`]),
    ...(withDebugger ? ['--inspect=127.0.0.1:0'] : []),
  ];
}

async function readGreeting(child: ChildProcess, errors: () => string): Promise<string> {
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const deadline = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`Not ready within ${startDeadlineMs} ms:\n${output}`));
    }, startDeadlineMs);
    child.once('exit', (code) => reject(new Error(`Ended with ${code}:\n${output}${errors()}`)));
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (!readyLine.test(output) || !output.endsWith('\n')) return;
      clearTimeout(deadline);
      resolve();
    });
  });
  return output;
}

function readStatusBytes(child: ChildProcess, field: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'mu').exec(status)?.[1];
  if (kilobytes === undefined) throw new Error(`No ${field} of process ${child.pid}`);
  return Number(kilobytes) * 1024;
}

function readCpuMs(child: ChildProcess): number {
  const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
  // Fields are counted from behind the program's name, which may hold blanks.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * clockTickMs;
}

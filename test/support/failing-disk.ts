/** Two disks that fail a running server for real, without being root: one that fills up, one that errs on writes. */
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type FailingDisk = {
  readonly name: string;
  /** The server's data folder, as the server sees it. */
  readonly dataDir: string;
  /** Put before the server's command line. */
  readonly launcher: readonly string[];
  /** The data folder as this process sees it, while the server runs. */
  readonly dataDirOf: (pid: number) => string;
  readonly fail: (pid: number) => void;
  readonly heal: (pid: number) => void;
  readonly remove: () => void;
};

const diskSizeBytes = 4 * 1024 * 1024;

/** Every kind that this machine allows; the first one always. */
export function failingDisks(): readonly FailingDisk[] {
  if (canMount()) return [createErringDisk(), createSmallDisk()];
  console.warn(
    'This machine gives no user namespaces: the full disk is tried as a write error only.',
  );
  return [createErringDisk()];
}

/** Writes past a file's first bytes fail with EFBIG, by the process's own limit. */
function createErringDisk(): FailingDisk {
  const dataDir = mkdtempSync(join(tmpdir(), 'gemba-erring-'));
  const limitFiles = (pid: number, size: string) =>
    execFileSync('prlimit', ['--pid', String(pid), `--fsize=${size}:`]);
  return {
    name: 'a disk that errs on writes',
    dataDir,
    launcher: [],
    dataDirOf: () => dataDir,
    fail: (pid) => limitFiles(pid, '1'),
    heal: (pid) => limitFiles(pid, 'unlimited'),
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** A tmpfs of its own, in a mount namespace of the server, that a ballast file fills to the last byte. */
function createSmallDisk(): FailingDisk {
  const dataDir = mkdtempSync(join(tmpdir(), 'gemba-small-'));
  const dataDirOf = (pid: number) => `/proc/${pid}/root${dataDir}`;
  const ballast = (pid: number) => join(dataDirOf(pid), 'ballast');
  return {
    name: 'a full disk',
    dataDir,
    launcher: inNamespace(`mount -t tmpfs -o size=${diskSizeBytes} none '${dataDir}' && exec "$@"`),
    dataDirOf,
    fail: (pid) => fillWith(ballast(pid)),
    heal: (pid) => rmSync(ballast(pid)),
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

const inNamespace = (script: string): readonly string[] => [
  'unshare',
  '--user',
  '--map-root-user',
  '--mount',
  'sh',
  '-c',
  script,
  'sh',
];

function canMount(): boolean {
  const [program = '', ...args] = inNamespace('mount -t tmpfs none /tmp');
  return spawnSync(program, args).status === 0;
}

function fillWith(file: string): void {
  const fd = openSync(file, 'a');
  try {
    for (const block of [64 * 1024, 1]) writeUntilFull(fd, Buffer.alloc(block));
  } finally {
    closeSync(fd);
  }
}

function writeUntilFull(fd: number, block: Buffer): void {
  for (;;) {
    try {
      writeSync(fd, block);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return;
      throw error;
    }
  }
}

/** What every part of the server bench is given, and how it starts what it measures. */
import { joinAsPlainDevice, type PlainDevice, tokenOf } from '../../support/plain-device.ts';
import { type MeasuredOptions, type MeasuredProcess, startMeasured } from '../measured-process.ts';
import type { Finding } from '../report.ts';

export type Setting = {
  /** A new, empty folder on the disk that is measured. */
  readonly newFolder: () => string;
  /** The built server's script. */
  readonly server: string;
};

/** The scripts of the floors that the server is measured beside. */
export type SyncSetting = Setting & { readonly relayFloor: string; readonly batchFloor: string };

export type Bench = (setting: SyncSetting) => Promise<readonly Finding[]>;

export type Gemba = { readonly process: MeasuredProcess; readonly admin: PlainDevice };

type Watching = Pick<MeasuredOptions, 'withDebugger'>;

export const startGemba = (
  setting: Setting,
  dataDir: string,
  watching: Watching = {},
): Promise<MeasuredProcess> =>
  startMeasured(setting.server, {
    ...watching,
    // One person stands for hundreds.
    args: ['--port', '0', '--data-dir', dataDir, '--limit-factor', '0'],
  });

/** A new server, joined by its first administrator. */
export async function startJoined(
  setting: Setting,
  dataDir: string,
  watching: Watching = {},
): Promise<Gemba> {
  const process = await startGemba(setting, dataDir, watching);
  const link = /first administrator: (\S+)/u.exec(process.greeting)?.[1];
  if (link === undefined) throw new Error(`No link in: ${process.greeting}`);
  return { process, admin: await joinAsPlainDevice(process.url, tokenOf(link), 'Ada') };
}

export const startFloor = (
  script: string,
  dataDir: string,
  watching: Watching = {},
): Promise<MeasuredProcess> => startMeasured(script, { ...watching, env: { DATA_DIR: dataDir } });

/** The middle one of an odd number of repetitions, by `by`. */
export function median<T>(repetitions: readonly [T, ...T[]], by: (repetition: T) => number): T {
  const sorted = [...repetitions].sort((a, b) => by(a) - by(b));
  return sorted[Math.floor(sorted.length / 2)] ?? repetitions[0];
}

/** Does the work several times, one after the other, because one run alone says little on a shared machine. */
export async function repeat<T>(work: () => Promise<T>): Promise<readonly [T, ...T[]]> {
  const results: [T, ...T[]] = [await work()];
  while (results.length < repetitions) results.push(await work());
  return results;
}

const repetitions = 3;
export const megabyte = 2 ** 20;

/** This browser's clock, chance, timers and hashing, also on plain-http addresses where crypto.subtle is missing. */
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import { bytesToHex } from '../../shared/domain/ids.ts';
import type { HashDep, ReportDep, TimersDep } from './deps.ts';

export type BrowserDeps = ClockDep & RandomDep & TimersDep & HashDep & ReportDep;

export const browserDeps: BrowserDeps = {
  nowMs: () => Date.now(),
  randomBytes: (sizeBytes) => crypto.getRandomValues(new Uint8Array(sizeBytes)),
  setTimer: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
  sha256Hex: async (bytes) => bytesToHex(await sha256(bytes)),
  // oxlint-disable-next-line no-console -- the one place where the page's core writes to the console
  report: (what, cause) => console.error(`gemba: ${what}`, cause),
};

async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  if (hasSubtleCrypto()) {
    return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource));
  }
  const noble = await import('@noble/hashes/sha2.js');
  return noble.sha256(bytes);
}

/** False on plain-http addresses, whatever the type says. */
export const hasSubtleCrypto = (): boolean =>
  (globalThis.crypto as { subtle?: SubtleCrypto }).subtle !== undefined;

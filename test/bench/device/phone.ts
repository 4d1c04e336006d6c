/** A mid-range phone, as far as a desk machine can play one, and the statistics of what it did. */
import type { Page } from 'playwright-core';

/** Times slower than this machine: the throttle that Lighthouse takes for a mid-range phone. */
export const cpuThrottle = 4;

export async function throttle(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuThrottle });
}

/** The value that `percent` of 100 do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

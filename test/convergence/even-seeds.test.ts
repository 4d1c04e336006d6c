/** All replicas and the server become the same, and nothing that was stored is ever lost: even seeds, and those that once failed. */
import { expect, it } from 'vitest';
import { describeSchedules, runSeed } from './describe-schedules.ts';
import { failingSeeds } from './failing-seeds.ts';

it('converges on every seed that once failed', async () => {
  for (const seed of failingSeeds) await runSeed(seed);
  expect(failingSeeds.every(Number.isInteger)).toBe(true);
});

describeSchedules(0, 2);

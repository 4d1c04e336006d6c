/** All replicas and the server become the same, and nothing that was stored is ever lost: seeded stories of the real code. */
import { describe, expect, it } from 'vitest';
import { byLength } from '../support/test-length.ts';
import { failingSeeds } from './failing-seeds.ts';
import { operationsPerReplica, replicaCount, runSchedule } from './run-schedule.ts';

const schedules = Number(process.env['SIM_SCHEDULES'] ?? byLength(2_000, 200_000));
const firstSeed = Number(process.env['SIM_SEED'] ?? 1);
/** Schedules of one test, so that progress shows and a failure comes early. */
const perTest = 100;

async function runSeed(seed: number): Promise<void> {
  try {
    await runSchedule(seed);
  } catch (error) {
    throw new Error(`seed ${seed} fails; run it alone with SIM_SEED=${seed} SIM_SCHEDULES=1`, {
      cause: error,
    });
  }
}

describe(`${replicaCount} replicas, ${operationsPerReplica} operations each`, () => {
  it('converges on every seed that once failed', async () => {
    for (const seed of failingSeeds) await runSeed(seed);
    expect(failingSeeds.every(Number.isInteger)).toBe(true);
  });

  for (let from = 0; from < schedules; from += perTest) {
    const count = Math.min(perTest, schedules - from);
    it(`converges and loses nothing: seeds ${firstSeed + from} to ${firstSeed + from + count - 1}`, async () => {
      for (let i = 0; i < count; i++) await runSeed(firstSeed + from + i);
      expect(count).toBeGreaterThan(0);
    });
  }
});

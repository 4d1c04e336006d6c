/** The seeds of a run, shared out over test files so that both cores of a small machine have work. */
import { describe, expect, it } from 'vitest';
import { byLength } from '../support/test-length.ts';
import { operationsPerReplica, replicaCount, runSchedule } from './run-schedule.ts';

const schedules = Number(process.env['SIM_SCHEDULES'] ?? byLength(1_000, 200_000));
const firstSeed = Number(process.env['SIM_SEED'] ?? 1);
/** Schedules of one test, so that progress shows and a failure comes early. */
const perTest = 100;

export async function runSeed(seed: number): Promise<void> {
  try {
    await runSchedule(seed);
  } catch (error) {
    throw new Error(`seed ${seed} fails; run it alone with SIM_SEED=${seed} SIM_SCHEDULES=1`, {
      cause: error,
    });
  }
}

/** The share `part` (from 0) of `parts`. */
export function describeSchedules(part: number, parts: number): void {
  const seeds = Array.from({ length: schedules }, (_, i) => firstSeed + i).filter(
    (seed) => seed % parts === part,
  );
  describe(`${replicaCount} replicas, ${operationsPerReplica} operations each`, () => {
    for (let at = 0; at < seeds.length; at += perTest) {
      const some = seeds.slice(at, at + perTest);
      it(`converges and loses nothing, seeds ${some[0]} to ${some.at(-1)}`, async () => {
        for (const seed of some) await runSeed(seed);
        expect(some.length).toBeGreaterThan(0);
      });
    }
  });
}

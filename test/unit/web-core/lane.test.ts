/** Lanes: one run at a time, woken, tried again later and later. */
import { describe, expect, test } from 'vitest';
import { createBackoff } from '../../../web/replication/backoff.ts';
import { requestDeadlineMs, withDeadline } from '../../../web/replication/deadline.ts';
import { createLane, type LaneOutcome } from '../../../web/replication/lane.ts';
import { createWaitingDocuments } from '../../../web/replication/waiting-documents.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { ok } from '../../../shared/result.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const worstChance = () => 0.999;

function setUp(outcomes: readonly LaneOutcome[]) {
  const clock = createFakeClock();
  const startedAt: number[] = [];
  const origin = clock.nowMs();
  const backoff = createBackoff(worstChance, { firstMs: 1_000, lastMs: 8_000 });
  const lane = createLane({ ...clock, report: () => undefined, backoff }, 'test', async () => {
    startedAt.push(clock.nowMs() - origin);
    return outcomes[startedAt.length - 1] ?? { type: 'done' };
  });
  return { clock, lane, startedAt };
}

const failed: LaneOutcome = { type: 'failed' };

describe('a lane', () => {
  test('waits longer after each failure, and from the start again after a success', async () => {
    const { clock, lane, startedAt } = setUp([failed, failed, failed, { type: 'done' }, failed]);
    lane.wake();
    await clock.pass(10_000);
    lane.wake();
    await clock.pass(1_000);
    const seconds = startedAt.map((ms) => Math.round(ms / 1_000));
    expect(seconds).toEqual([0, 1, 3, 7, 10, 11]);
  });

  test('is not hurried by a wake after a failure, unless it is urgent', async () => {
    const { clock, lane, startedAt } = setUp([failed]);
    lane.wake();
    await clock.pass(100);
    lane.wake();
    await clock.pass(100);
    expect(startedAt).toHaveLength(1);
    lane.wake(true);
    await clock.pass(0);
    expect(startedAt).toHaveLength(2);
  });

  test('runs once more when woken while it runs, however often', async () => {
    const { clock, lane, startedAt } = setUp([]);
    lane.wake();
    lane.wake();
    lane.wake();
    await clock.pass(0);
    expect(startedAt).toHaveLength(2);
  });

  test('comes back by itself when there is something to wait for', async () => {
    const { clock, lane, startedAt } = setUp([{ type: 'waits', ms: 500 }]);
    lane.wake();
    await clock.pass(499);
    expect(startedAt).toHaveLength(1);
    await clock.pass(1);
    expect(startedAt).toHaveLength(2);
  });

  test('does nothing once it is stopped', async () => {
    const { clock, lane, startedAt } = setUp([failed]);
    lane.wake();
    await clock.pass(0);
    lane.stop();
    lane.wake(true);
    await clock.pass(60_000);
    expect(startedAt).toHaveLength(1);
  });

  test('that throws counts as failed and is reported', async () => {
    const clock = createFakeClock();
    const reports: string[] = [];
    const backoff = createBackoff(worstChance, { firstMs: 1_000, lastMs: 8_000 });
    const deps = { ...clock, report: (what: string) => reports.push(what), backoff };
    const lane = createLane(deps, 'push', () => Promise.reject(new Error('broken disk')));
    lane.wake();
    await clock.pass(1_500);
    expect(reports).toEqual(['push failed', 'push failed']);
  });
});

test('a back-off never hammers, whatever chance says', () => {
  const backoff = createBackoff(() => 0, { firstMs: 1_000, lastMs: 4_000 });
  expect([backoff.nextMs(), backoff.nextMs(), backoff.nextMs()]).toEqual([100, 200, 400]);
});

describe('a request', () => {
  test('without an answer in time counts as unanswered and is called off', async () => {
    const clock = createFakeClock();
    let signal: AbortSignal | undefined;
    const answer = withDeadline<string>(clock, (given) => {
      signal = given;
      return new Promise<never>(() => undefined);
    });
    await clock.pass(requestDeadlineMs);
    expect(await answer).toEqual({ ok: false, error: { type: 'unreachable' } });
    expect(signal?.aborted).toBe(true);
  });

  test('with an answer in time is left alone', async () => {
    const clock = createFakeClock();
    let signal: AbortSignal | undefined;
    const answer = await withDeadline(clock, async (given) => {
      signal = given;
      return ok('answer');
    });
    await clock.pass(2 * requestDeadlineMs);
    expect(answer).toEqual(ok('answer'));
    expect(signal?.aborted).toBe(false);
  });
});

test('a document that waits is offered again later and later, and at once when it is forgotten', async () => {
  const clock = createFakeClock();
  const waiting = createWaitingDocuments({ ...clock, random: worstChance });
  const id = 'a document' as DocumentId;
  waiting.postpone(id);
  expect(waiting.current()).toEqual(new Set([id]));
  const firstWait = waiting.untilNextMs() ?? 0;
  await clock.pass(firstWait);
  expect(waiting.current()).toEqual(new Set());
  waiting.postpone(id);
  expect(waiting.untilNextMs()).toBeGreaterThan(1.5 * firstWait);
  waiting.forget(id);
  expect(waiting.untilNextMs()).toBeUndefined();
});

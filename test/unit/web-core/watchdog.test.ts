/** The watchdog: an edit that stays unsent although the server answers is not left in silence. */
import { expect, test } from 'vitest';
import { createWatchdog, stuckAfterMs } from '../../../web/replication/watchdog.ts';
import { createCoreReplica } from '../../support/core-replica.ts';

function setUp() {
  const replica = createCoreReplica();
  const looks: boolean[] = [];
  const watchdog = createWatchdog(replica.deps, (isStuck) => looks.push(isStuck));
  return { ...replica, watchdog, isStuck: () => looks.at(-1) };
}

test('an edit that is unsent for too long while the server answers raises the alarm', async () => {
  const { watchdog, keep, clock, isStuck } = setUp();
  watchdog.noteContact(true);
  await keep('stays here');
  await clock.pass(stuckAfterMs - 1_000);
  expect(isStuck()).toBe(false);
  await clock.pass(10_000);
  expect(isStuck()).toBe(true);
});

test('without a way to the server nothing is stuck, however long it waits', async () => {
  const { watchdog, keep, clock, isStuck } = setUp();
  watchdog.noteContact(false);
  await keep('waits for the network');
  await clock.pass(10 * stuckAfterMs);
  expect(isStuck()).toBe(false);
});

test('an old edit gets its time again once the server is back', async () => {
  const { watchdog, keep, clock, isStuck } = setUp();
  await keep('written on the train');
  await clock.pass(10 * stuckAfterMs);
  watchdog.noteContact(true);
  await clock.pass(stuckAfterMs - 5_000);
  expect(isStuck()).toBe(false);
  await clock.pass(15_000);
  expect(isStuck()).toBe(true);
});

/** Reminders of readings: told once each time a measure is due, and taken back when it was taken. */
import { beforeEach, expect, it } from 'vitest';
import { writeMeasureChange } from '../../../shared/document/measure-document.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { MeasureValues } from '../../../shared/domain/measure.ts';
import { keepMeasure } from '../../../web/commands/keep-measure.ts';
import { createNoticeDesk } from '../../../web/commands/notice-desk.ts';
import { tellReadingsDue } from '../../../web/commands/tell-readings-due.ts';
import { type CoreReplica, createCoreReplica } from '../../support/core-replica.ts';

const dayMs = 86_400_000;
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

let replica: CoreReplica;
let stop: () => void;
beforeEach(() => {
  replica = createCoreReplica();
});

function start(): void {
  stop = tellReadingsDue({ ...replica.deps, whoIs: (actor) => actor, dayOf });
}

async function begin(values: Partial<MeasureValues>): Promise<DocumentId> {
  const begun = await keepMeasure(replica.deps, { name: 'Waiting time', ...values }, []);
  if (!begun.ok) throw new Error(begun.error);
  return begun.value;
}

async function take(id: DocumentId, at: string): Promise<void> {
  const log = await replica.open(id);
  const author = { ...replica.identity, nowMs: replica.nowMs };
  const entry = { id: `0190a0a0-0000-7000-8000-${at.replaceAll('-', '').padStart(12, '0')}`, at };
  const entries = [{ ...entry, value: 7, note: '' }];
  writeMeasureChange(log.doc.get(), { type: 'writeReadings', entries }, author);
  await log.close();
}

const told = async () =>
  (await replica.store.readNotices(9)).map(({ docId, kind, unread }) => [docId, kind, unread]);

it('tells who is to take it, once, and again the next time', async () => {
  const id = await begin({ every: 1, period: 'week' });
  start();
  await expect.poll(told).toEqual([[id, 'readingDue', 1]]);
  await take(id, dayOf(replica.nowMs()));
  await expect.poll(told).toEqual([]);
  await replica.clock.pass(7 * dayMs);
  await expect.poll(told).toEqual([[id, 'readingDue', 1]]);
  await replica.store.markRead(id);
  await replica.clock.pass(dayMs);
  await expect.poll(told).toEqual([[id, 'readingDue', undefined]]);
  stop();
});

it('tells nobody of what others take, of what is archived, and of what nobody is to take', async () => {
  await begin({ every: 1, period: 'day', takenBy: '0190a0a0-0000-7000-8000-000000000009' });
  await begin({ every: 1, period: 'day', archived: 'yes' });
  await begin({});
  const mine = await begin({ every: 1, period: 'day' });
  start();
  await expect.poll(told).toEqual([[mine, 'readingDue', 1]]);
  stop();
});

it('is listed by the name of its measure', async () => {
  const id = await begin({ every: 1, period: 'day' });
  start();
  const listed: unknown[] = [];
  const stopWatching = createNoticeDesk(replica.deps).watch(9, (notices) => {
    listed.splice(0, listed.length, ...notices.map(({ docId, record }) => [docId, record.title]));
  });
  await expect.poll(() => listed).toEqual([[id, 'Waiting time']]);
  stopWatching();
  stop();
});

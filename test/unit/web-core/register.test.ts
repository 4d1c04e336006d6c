/** The register as screens see it: the first view at once, later ones gathered, where each record is stored. */
import { describe, expect, test } from 'vitest';
import type { ServerEpoch } from '../../../shared/domain/ids.ts';
import { createRecordSearch } from '../../../web/projection/record-search.ts';
import { createRegister } from '../../../web/projection/register.ts';
import type { RegisterView } from '../../../web/services/register.ts';
import { createCoreReplica } from '../../support/core-replica.ts';

const epoch = '018f0000-0000-7000-8000-00000000000e' as ServerEpoch;
const noWorker = () => {
  throw new Error('no worker is needed');
};

function setUp() {
  const replica = createCoreReplica();
  const search = createRecordSearch({ store: replica.store, worker: noWorker });
  const register = createRegister({ ...replica.deps, search });
  const views: RegisterView[] = [];
  const titles = async () =>
    (await (views.at(-1)?.rows(0, 10) ?? [])).map((row) => `${row.title}: ${row.where}`);
  return { ...replica, register, views, titles };
}

describe('the register', () => {
  test('shows the first view soon and a new one after a change', async () => {
    const { register, views, keep, clock, titles } = setUp();
    register.watch('', (view) => views.push(view));
    await clock.pass(0);
    expect(views.map((view) => view.total)).toEqual([0]);
    await clock.pass(1_000);
    await keep('Ward door');
    await clock.pass(0);
    expect(await titles()).toEqual(['Ward door: device']);
  });

  test('gathers changes that follow each other into few views, and misses none', async () => {
    const { register, views, keep, clock } = setUp();
    register.watch('', (view) => views.push(view));
    for (let i = 0; i < 50; i++) {
      await keep(`idea ${i}`);
      await clock.pass(10);
    }
    await clock.pass(1_000);
    expect(views.at(-1)?.total).toBe(50);
    expect(views.length).toBeLessThan(8);
  });

  test('says that a record is on the server once nothing of it is unsent', async () => {
    const { register, views, keep, clock, store, titles } = setUp();
    await keep('Ward door');
    register.watch('', (view) => views.push(view));
    const limits = { items: 9, updateBytes: 1e6, exclude: new Set<never>(), afterN: 0 };
    const taken = await store.takePushBatch(limits);
    if (!taken.ok) throw new Error(taken.error);
    const result = { type: 'ok', seq: 1 } as const;
    await store.settlePush(
      taken.value.map((row) => ({ row, result })),
      epoch,
    );
    await clock.pass(1_000);
    expect(await titles()).toEqual(['Ward door: server']);
  });

  test('filters, and follows changes within the filter', async () => {
    const { register, views, keep, clock, titles } = setUp();
    await keep('Ward door');
    await keep('Window');
    register.watch(' door ', (view) => views.push(view));
    await clock.pass(1_000);
    expect(await titles()).toEqual(['Ward door: device']);
    await clock.pass(1);
    await keep('Back door');
    await clock.pass(1_000);
    expect(await titles()).toEqual(['Back door: device', 'Ward door: device']);
  });

  test('tells nothing after it was stopped', async () => {
    const { register, views, keep, clock } = setUp();
    const stop = register.watch('', (view) => views.push(view));
    await clock.pass(1_000);
    stop();
    await keep('Ward door');
    await clock.pass(1_000);
    expect(views).toHaveLength(1);
  });

  test('follows one record, and says when it is not on this device', async () => {
    const { register, keep, clock, store } = setUp();
    const id = await keep('Ward door');
    const seen: (string | undefined)[] = [];
    register.watchRow(id, (row) => seen.push(row?.title));
    await clock.pass(1_000);
    await keep('Another');
    await store.takeBack(id);
    await clock.pass(1_000);
    expect(seen).toEqual(['Ward door', undefined]);
  });
});

/** Search: small registers at once, large ones through the index, and questions that nobody waits for. */
import { describe, expect, test } from 'vitest';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { openIndexedSearch } from '../../../web/projection/indexed-search.ts';
import { createRecordSearch, smallRegister } from '../../../web/projection/record-search.ts';
import { createSearchDesk } from '../../../web/projection/search-desk.ts';
import type { SearchReply } from '../../../web/projection/search-messages.ts';
import { createCoreReplica } from '../../support/core-replica.ts';

async function setUp(texts: readonly string[]) {
  const replica = createCoreReplica();
  for (const text of texts) {
    await replica.keep(text);
    await replica.clock.pass(1);
  }
  const titlesOf = async (ids: readonly string[]) =>
    (await replica.store.readRecords(ids as never)).map((row) => row?.title);
  return { ...replica, titlesOf };
}

describe('the index', () => {
  test('finds what is there, newest first, in English and Chinese', async () => {
    const { deps, titlesOf } = await setUp(['Ward door', '病房的门', 'Door handle']);
    const search = openIndexedSearch(deps);
    await search.ready;
    expect(await titlesOf((await search.find('door')).ids)).toEqual(['Door handle', 'Ward door']);
    expect(await titlesOf((await search.find('病房')).ids)).toEqual(['病房的门']);
  });

  test('follows what is written and removed', async () => {
    const { deps, keep, store } = await setUp(['Ward door']);
    const search = openIndexedSearch(deps);
    await search.ready;
    const id = await keep('Back door');
    expect((await search.find('door')).ids).toHaveLength(2);
    await store.takeBack(id);
    expect((await search.find('door')).ids).toHaveLength(1);
  });

  test('gives the newest matches while it is being made', async () => {
    const { deps } = await setUp(['Ward door']);
    const search = openIndexedSearch(deps);
    const early = await search.find('door');
    expect(early).toMatchObject({ isComplete: false });
    expect(early.ids).toHaveLength(1);
    await search.ready;
    expect(await search.find('door')).toMatchObject({ isComplete: true });
  });

  test('is saved once things are quiet, and loaded instead of made anew', async () => {
    const texts = Array.from({ length: 210 }, (_, i) => `Door ${i}`);
    const { deps, clock, store, keep } = await setUp(texts);
    await openIndexedSearch(deps).ready;
    await clock.pass(5_000);
    const saved = await store.readSearchIndex('packed-1');
    expect(saved?.changeN).toBe(210);
    await keep('Door 210');
    let readAgain = 0;
    const counting = {
      ...store,
      readChangedSince: async (changeN: number, limit: number) => {
        const rows = await store.readChangedSince(changeN, limit);
        readAgain += rows.length;
        return rows;
      },
    };
    const search = openIndexedSearch({ ...deps, store: counting });
    await search.ready;
    expect(readAgain).toBe(1);
    expect((await search.find('door')).ids).toHaveLength(211);
  });
});

describe('a search of the register', () => {
  test('looks at each row of a small register, without a worker', async () => {
    const { store } = await setUp(['Ward door', 'Window']);
    const noWorker = () => {
      throw new Error('no worker is needed');
    };
    const found = await createRecordSearch({ store, worker: noWorker }).open('door').find();
    expect(found.total).toBe(1);
  });

  test('asks the worker about a large one, and forgets all but the last two answers', async () => {
    const forgotten: number[] = [];
    let asked = 0;
    const search = createRecordSearch({
      store: { countRecords: async () => smallRegister + 1, readNewest: async () => [] },
      worker: () => ({
        find: () => {
          const number = ++asked;
          return {
            found: Promise.resolve({ total: number, rows: async () => [] }),
            forget: () => forgotten.push(number),
          };
        },
        stop: () => undefined,
      }),
    });
    const standing = search.open('door');
    for (let i = 0; i < 4; i++) await standing.find();
    expect(forgotten).toEqual([1, 2]);
    standing.stop();
    expect(forgotten).toEqual([1, 2, 3, 4]);
  });
});

test('the search desk never looks for what was given up before its turn', async () => {
  const { clock, deps, store, keep, titlesOf } = await setUp([]);
  const ids: DocumentId[] = [];
  for (let i = 0; i < 70; i++) ids.push(await keep(`Door ${i}`));
  const looked: string[] = [];
  const replies: SearchReply[] = [];
  const search = {
    ready: Promise.resolve(),
    find: async (text: string) => {
      looked.push(text);
      return { ids, isComplete: true };
    },
  };
  const desk = createSearchDesk({ ...deps, store, search }, (reply) => replies.push(reply));
  desk.take({ type: 'find', request: 1, text: 'p' });
  desk.take({ type: 'find', request: 2, text: 'pr' });
  desk.take({ type: 'forget', of: 1 });
  await clock.pass(10);
  desk.take({ type: 'window', request: 3, of: 2, start: 65, end: 99 });
  await clock.pass(10);
  expect(looked).toEqual(['pr']);
  const titles = replies.map((reply) => {
    if (reply.type === 'complete') return [];
    return (reply.type === 'found' ? reply.first : reply.rows).map((row) => row.title);
  });
  expect(replies[1]).toMatchObject({ type: 'found', request: 2, total: 70 });
  expect(titles).toEqual([[], await titlesOf(ids.slice(0, 60)), await titlesOf(ids.slice(65))]);
});

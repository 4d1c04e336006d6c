/** Search: small registers at once, large ones through the index, and questions that nobody waits for. */
import { describe, expect, test } from 'vitest';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { firstModel } from '../../../shared/process/scoring-model.ts';
import { indexName, openIndexedSearch } from '../../../web/projection/indexed-search.ts';
import { everything, type RegisterAsk } from '../../../web/projection/register-query.ts';
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
  return { ...replica, deps: { ...replica.deps, language: 'en' }, titlesOf };
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
    const saved = await store.readSearchIndex(indexName);
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

describe('the columns', () => {
  const ask = (query: Partial<RegisterAsk['query']>): RegisterAsk => ({
    query: { ...everything, ...query },
    nowMs: 0,
    language: 'en',
    ownerIds: undefined,
    myIds: [],
    model: firstModel,
    people: [],
  });

  test('answer a query with words in it, in the order that was asked for', async () => {
    const { deps, titlesOf } = await setUp(['Ward door', 'Back door', 'Window']);
    const search = openIndexedSearch(deps);
    await search.ready;
    const { ids } = await search.find(ask({ text: 'door', sort: 'title', direction: 'asc' }));
    expect(await titlesOf(ids)).toEqual(['Back door', 'Ward door']);
    expect(await search.count([ask({ text: 'door' }), ask({ stages: ['closed'] })])).toEqual([
      2, 0,
    ]);
  });

  test('know what has not left this device, follow what changes, and survive being saved', async () => {
    const texts = Array.from({ length: 205 }, (_, i) => `Door ${i}`);
    const { deps, clock, keep, store } = await setUp(texts);
    await openIndexedSearch(deps).ready;
    await clock.pass(5_000);
    expect((await store.readSearchIndex(indexName))?.columns?.ids).toHaveLength(205);
    const search = openIndexedSearch(deps);
    await search.ready;
    const id = await keep('Another');
    expect((await search.find(ask({ where: 'device' }))).ids).toHaveLength(206);
    await store.takeBack(id);
    expect(await search.count([ask({ where: 'device' }), ask({})])).toEqual([205, 205]);
  });

  test('answer from the newest rows, and count nothing, while they are being made', async () => {
    const { deps } = await setUp(['Ward door', 'Window']);
    const search = openIndexedSearch(deps);
    const early = await search.find(ask({ sort: 'title', direction: 'asc', group: 'stage' }));
    expect(early).toMatchObject({ isComplete: false, groups: [{ key: 'idea', count: 2 }] });
    expect(await openIndexedSearch(deps).count([ask({})])).toBeUndefined();
    await search.ready;
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

  test('answers a query about a small register without a worker too', async () => {
    const { store } = await setUp(['Ward door', 'Back door']);
    const noWorker = () => {
      throw new Error('no worker is needed');
    };
    const search = createRecordSearch({ store, worker: noWorker });
    const query = { ...everything, sort: 'title', direction: 'asc', where: 'device' } as const;
    const ask = {
      query,
      nowMs: 0,
      language: 'en',
      ownerIds: undefined,
      people: [],
      myIds: [],
      model: firstModel,
    };
    const found = await search.open(ask).find();
    expect((await found.rows(0, 9)).map(({ title }) => title)).toEqual(['Back door', 'Ward door']);
    expect(await search.count([ask])).toEqual([2]);
  });

  test('asks the worker about a large one, and forgets all but the last two answers', async () => {
    const forgotten: number[] = [];
    let asked = 0;
    const search = createRecordSearch({
      store: {
        countRecords: async () => smallRegister + 1,
        readNewest: async () => [],
        readUnsentDocuments: async () => new Set<never>(),
      },
      worker: () => ({
        find: () => {
          const number = ++asked;
          return {
            found: Promise.resolve({ total: number, groups: [], rows: async () => [] }),
            forget: () => forgotten.push(number),
          };
        },
        count: async () => [],
        insights: async () => undefined,
        votesOf: () => undefined,
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
  const looked: unknown[] = [];
  const replies: SearchReply[] = [];
  const search = {
    ready: Promise.resolve(),
    find: async (what: unknown) => {
      looked.push(what);
      return { ids, groups: [], isComplete: true };
    },
    count: async () => [],
    insights: async () => undefined,
    votesOf: (id: DocumentId) => (id === ids[0] ? 7 : undefined),
  };
  const desk = createSearchDesk({ ...deps, store, search }, (reply) => replies.push(reply));
  desk.take({ type: 'find', request: 1, what: 'p' });
  desk.take({ type: 'find', request: 2, what: 'pr' });
  desk.take({ type: 'forget', of: 1 });
  await clock.pass(10);
  desk.take({ type: 'window', request: 3, of: 2, start: 65, end: 99 });
  await clock.pass(10);
  expect(looked).toEqual(['pr']);
  const titles = replies.map((reply) => {
    if (reply.type !== 'found' && reply.type !== 'window') return [];
    return (reply.type === 'found' ? reply.first : reply.rows).map((row) => row.title);
  });
  expect(replies[1]).toMatchObject({ type: 'found', request: 2, total: 70 });
  expect(titles).toEqual([[], await titlesOf(ids.slice(0, 60)), await titlesOf(ids.slice(65))]);
});

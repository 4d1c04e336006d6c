/** Edits that were not accepted: what is shown of them, and that each way out keeps what a person wrote. */
import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { readComments } from '../../../shared/document/read-comments.ts';
import { readField } from '../../../shared/document/read-document.ts';
import { textOf } from '../../../shared/document/schema.ts';
import { writeChange } from '../../../shared/document/write-change.ts';
import { err } from '../../../shared/result.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { createDraftDesk } from '../../../web/commands/draft-desk.ts';
import type { Drafts } from '../../../web/services/drafts.ts';
import { createCoreReplica } from '../../support/core-replica.ts';
import { pulled } from '../../support/replica-builders.ts';

/** A record that the server has, an edit of it that the server refused, and what others wrote meanwhile. */
async function setUp(
  options: { readonly isRebuilt?: boolean; readonly isFirstRefused?: boolean } = {},
) {
  const replica = createCoreReplica();
  const { store } = replica;
  const desk = createDraftDesk({
    ...replica.deps,
    whoIs: (actor) => actor,
    openLogs: new Set(),
  });
  const id = await replica.keep('Labels fade');
  const onServer = new Y.Doc();
  const take = async () => {
    const limits = { items: 500, updateBytes: 1e6, exclude: new Set<DocumentId>(), afterN: 0 };
    const taken = await store.takePushBatch(limits);
    if (!taken.ok) throw new Error(taken.error);
    return taken.value;
  };
  const answer = async (
    result: Parameters<typeof store.settlePush>[0][0]['result'],
    count = Number.MAX_SAFE_INTEGER,
  ) => {
    const settled = await store.settlePush(
      (await take()).slice(0, count).map((row) => ({ row, result })),
      null,
    );
    expect(settled.ok).toBe(true);
  };
  for (const { body } of await take()) {
    if (body.type === 'update') Y.applyUpdate(onServer, body.bytes);
  }
  if (options.isFirstRefused !== true) {
    await answer({ type: 'ok', seq: 1 });
    const log = await replica.open(id);
    const author = { ...replica.identity, nowMs: replica.nowMs };
    writeChange(log.doc.get(), { type: 'setField', field: 'urgency', value: 'high' }, author);
    textOf(log.doc.get(), 'description').insert(0, 'Old ');
    await log.close();
    textOf(onServer, 'description').insert(11, ' in June');
  }
  await answer({ type: 'refused', code: 'notAllowed', message: 'no' });
  const rebuild = async () =>
    options.isFirstRefused === true
      ? store.applyWhole([], [id])
      : store.applyWhole([pulled(id, onServer, 2)], []);
  if (options.isRebuilt !== false) await rebuild();

  /** As a screen that has just been opened sees them. */
  const shown = () =>
    new Promise<Drafts>((resolve) => {
      const stop = desk.watch((drafts) => {
        stop();
        resolve(drafts);
      });
    });
  const group = async () => {
    const [first] = (await shown()).waiting;
    if (first === undefined) throw new Error('no draft');
    return first;
  };
  const read = async (docId: DocumentId = id) => {
    const doc = new Y.Doc();
    for (const update of (await store.readDocument(docId))?.updates ?? []) {
      Y.applyUpdate(doc, update);
    }
    return doc;
  };
  return { replica, store, desk, id, group, shown, read, rebuild, take, answer };
}

const wishes = [
  { type: 'field', field: 'urgency', now: '', wanted: 'high' },
  {
    type: 'text',
    field: 'description',
    now: 'Labels fade in June',
    wanted: 'Old Labels fade in June',
    steps: [{ insert: 'Old ' }],
  },
];

describe('what is shown', () => {
  it('groups the edits of one refusal under the record', async () => {
    const { group, id, store } = await setUp();
    expect(await group()).toMatchObject({ docId: id, title: 'Labels fade', code: 'notAllowed' });
    expect((await group()).ns).toHaveLength((await store.readDrafts()).length);
  });

  it('tells who watches of what is settled', async () => {
    const { desk, group, replica } = await setUp();
    const waiting: number[] = [];
    const stop = desk.watch((drafts) => waiting.push(drafts.waiting.length));
    await desk.settle(await group(), 'discarded');
    await replica.clock.pass(200);
    expect(waiting).toEqual([1, 0]);
    stop();
  });

  it('compares the record as it is now with what the drafts wanted', async () => {
    const { desk, group } = await setUp();
    expect(await desk.compare(await group())).toEqual({
      wishes,
      looseTexts: [],
      kind: 'improvement',
      record: 'here',
    });
  });

  it('shows the words of the drafts while the server’s state is on its way', async () => {
    const { desk, group } = await setUp({ isRebuilt: false });
    const difference = await desk.compare(await group());
    expect(difference.record).toBe('waiting');
    expect(difference.looseTexts).toContain('Old ');
  });

  it('shows a record that was refused whole', async () => {
    const { desk, group } = await setUp({ isFirstRefused: true });
    expect(await desk.compare(await group())).toMatchObject({
      record: 'missing',
      wishes: [
        { type: 'field', field: 'title', wanted: 'Labels fade' },
        { type: 'text', field: 'description', wanted: 'Labels fade' },
      ],
    });
  });
});

describe('the ways out', () => {
  it('applies again: a new edit of this device, merged into what others wrote', async () => {
    const { desk, group, read, shown, store, id } = await setUp();
    expect(await desk.applyAgain(await group())).toEqual({ ok: true, value: id });
    const doc = await read();
    expect(readField(doc, 'urgency').value).toBe('high');
    expect(textOf(doc, 'description').toString()).toBe('Old Labels fade in June');
    expect(await store.readUnsent()).toMatchObject({ edits: 1, drafts: 0 });
    expect(await shown()).toMatchObject({ waiting: [], settled: [{ fate: 'appliedAgain' }] });
  });

  it('does not apply before the server’s state is here, and changes nothing', async () => {
    const { desk, group, store, rebuild } = await setUp({ isRebuilt: false });
    const before = await store.readDrafts();
    const first = await group();
    expect(await desk.applyAgain(first)).toEqual({ ok: false, error: 'recordWaiting' });
    expect(await store.readDrafts()).toEqual(before);
    await rebuild();
    expect(await desk.applyAgain(first)).toMatchObject({ ok: true });
  });

  it('keeps the draft when the disk fails', async () => {
    const { desk, group, replica, store } = await setUp();
    const before = await store.readDrafts();
    const first = await group();
    replica.setFate('fail');
    expect(await desk.applyAgain(first)).toEqual({ ok: false, error: 'storageFailed' });
    expect(await store.readDrafts()).toEqual(before);
  });

  it('makes a new record of what has none any more', async () => {
    const { desk, group, read, id, store } = await setUp({ isFirstRefused: true });
    const kept = await desk.applyAgain(await group());
    if (!kept.ok) throw new Error(kept.error);
    expect(kept.value).not.toBe(id);
    expect(readField(await read(kept.value), 'title').value).toBe('Labels fade');
    expect(await store.readUnsent()).toMatchObject({ edits: 1, drafts: 0 });
  });

  it('posts it as a comment, in parts when it is long', async () => {
    const { desk, group, read, store, replica } = await setUp();
    const long = 'Urgency: high. '.repeat(300);
    expect(await desk.postComment(await group(), long)).toEqual({ ok: true, value: undefined });
    const comments = readComments(await read());
    expect(comments).toHaveLength(2);
    expect(comments.every(({ by }) => by === replica.identity.actor)).toBe(true);
    const all = comments
      .map(({ text }) => text)
      .join('')
      .replaceAll(/\s/gu, '');
    expect(all.length).toBe(long.replaceAll(/\s/gu, '').length);
    expect(await store.readUnsent()).toMatchObject({ drafts: 0 });
  });

  it.each([
    ['applied again', false],
    ['kept as a new record', true],
    ['posted', false],
  ])('is %s and settled in one step, so that no crash has it done twice', async (way, isNew) => {
    const { replica, store, group, shown } = await setUp({ isFirstRefused: isNew });
    const desk = createDraftDesk({
      ...replica.deps,
      // What a crash right after the edit is stored would leave undone.
      store: { ...store, settleDrafts: async () => err('storageFailed') },
      whoIs: (actor) => actor,
      openLogs: new Set(),
    });
    const drafted = await group();
    if (way === 'posted') await desk.postComment(drafted, 'Urgency: high');
    else await desk.applyAgain(drafted);
    expect(await store.readUnsent()).toMatchObject({ edits: 1, drafts: 0 });
    expect((await shown()).settled).toMatchObject([
      { fate: way === 'posted' ? 'posted' : 'appliedAgain' },
    ]);
    await desk.applyAgain(drafted);
    expect(await store.readUnsent()).toMatchObject({ edits: 1 });
  });

  it('is made again once: what another device has made is settled, and what came after stays a draft', async () => {
    const { replica, desk, group, shown, store, id, answer, take } = await setUp();
    const uids = (await store.readDrafts()).map(({ uid }) => uid);
    expect(await desk.applyAgain(await group())).toMatchObject({ ok: true });
    expect((await take()).map(({ applies }) => applies)).toEqual([uids]);
    const log = await replica.open(id);
    const author = { ...replica.identity, nowMs: replica.nowMs };
    writeChange(log.doc.get(), { type: 'setField', field: 'site', value: 'Hall A' }, author);
    await log.close();
    await answer({ type: 'refused', code: 'doneAlready', message: 'no' }, 1);
    expect(await store.readUnsent()).toMatchObject({ edits: 0, drafts: 1 });
    const { waiting, settled } = await shown();
    expect(await desk.compare(waiting[0] ?? (await group()))).toMatchObject({ record: 'waiting' });
    expect(settled.map(({ fate }) => fate).sort()).toEqual(['appliedAgain', 'elsewhere']);
  });

  it('discards and takes it up again', async () => {
    const { desk, group, shown, store } = await setUp();
    const before = await store.readDrafts();
    const first = await group();
    await desk.settle(first, 'discarded');
    expect(await shown()).toMatchObject({ waiting: [], settled: [{ fate: 'discarded' }] });
    await desk.takeUp(first);
    expect(await store.readDrafts()).toEqual(before);
  });
});

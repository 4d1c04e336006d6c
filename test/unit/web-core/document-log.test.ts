/** An open document: when its edits are stored, how it follows others, and what a refusal does to it. */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readField } from '../../../shared/document/read-document.ts';
import { textOf } from '../../../shared/document/schema.ts';
import { writeChange } from '../../../shared/document/write-change.ts';
import type { ServerEpoch } from '../../../shared/domain/ids.ts';
import { type DocumentLog, textBatchMs } from '../../../web/local/document-log.ts';
import { createDraftDesk } from '../../../web/commands/draft-desk.ts';
import { groupDrafts } from '../../../web/commands/draft-groups.ts';
import type { DraftGroup } from '../../../web/services/drafts.ts';
import { type CoreReplica, createCoreReplica } from '../../support/core-replica.ts';
import { pulled } from '../../support/replica-builders.ts';

const epoch = '018f0000-0000-7000-8000-00000000000e' as ServerEpoch;

const type = (log: DocumentLog, text: string) =>
  log.doc
    .get()
    .transact(() => textOf(log.doc.get(), 'description').insert(0, text), log.editorOrigin);
const textIn = (log: DocumentLog) => textOf(log.doc.get(), 'description').toString();
const retitle = (replica: CoreReplica, log: DocumentLog, value: string) =>
  writeChange(
    log.doc.get(),
    { type: 'setField', field: 'title', value },
    { nowMs: replica.nowMs, ...replica.identity },
  );

async function setUp() {
  const replica = createCoreReplica();
  const id = await replica.keep('kept');
  const log = await replica.open(id);
  const unsent = async () => (await replica.store.readUnsent()).edits;
  /** The server refuses everything of the outbox. */
  const refuse = async () => {
    const taken = await replica.store.takePushBatch({
      items: 500,
      updateBytes: 1e6,
      exclude: new Set(),
      afterN: 0,
    });
    if (!taken.ok) throw new Error(taken.error);
    const result = { type: 'refused', code: 'badValue', message: '' } as const;
    await replica.store.settlePush(
      taken.value.map((row) => ({ row, result })),
      epoch,
    );
  };
  return { ...replica, replica, id, log, unsent, refuse };
}

describe('storing', () => {
  test('puts the key strokes of a moment into one edit', async () => {
    const { log, clock, unsent } = await setUp();
    for (const letter of 'half') type(log, letter);
    expect(log.saving.get()).toBe('saving');
    expect(await unsent()).toBe(1);
    await clock.pass(textBatchMs);
    expect(log.saving.get()).toBe('saved');
    expect(await unsent()).toBe(2);
  });

  test('stores a field at once', async () => {
    const { replica, log, clock, unsent, id, store } = await setUp();
    retitle(replica, log, 'Better');
    await clock.pass(0);
    expect(await unsent()).toBe(2);
    expect((await store.readRecords([id]))[0]?.title).toBe('Better');
  });

  test('stores what a field writes as it goes away with its screen, after closing has begun', async () => {
    const { replica, log, unsent, store, id } = await setUp();
    const closed = log.close();
    retitle(replica, log, 'Better');
    await closed;
    expect(await unsent()).toBe(2);
    expect((await store.readRecords([id]))[0]?.title).toBe('Better');
  });

  test('says what failed, keeps the edit and tries again by itself', async () => {
    const { log, clock, setFate, unsent } = await setUp();
    setFate('fail');
    type(log, 'typed ');
    await clock.pass(textBatchMs);
    expect(log.saving.get()).toBe('storageFailed');
    expect(log.unstored()).toBeDefined();
    setFate('commit');
    await clock.pass(5_000);
    expect(log.saving.get()).toBe('saved');
    expect(log.unstored()).toBeUndefined();
    expect(await unsent()).toBe(2);
  });

  test('stores what is pending when it is closed', async () => {
    const { log, unsent } = await setUp();
    type(log, 'typed ');
    await log.close();
    expect(await unsent()).toBe(2);
  });

  test('stores what a room brings without making it unsent', async () => {
    const { log, clock, unsent, store, id } = await setUp();
    const room = {};
    log.addRoomOrigin(room);
    const theirs = new Y.Doc();
    textOf(theirs, 'description').insert(0, 'theirs ');
    Y.applyUpdate(log.doc.get(), Y.encodeStateAsUpdate(theirs), room);
    await clock.pass(textBatchMs);
    expect(await unsent()).toBe(1);
    expect((await store.readDocument(id))?.tailRows).toHaveLength(2);
  });

  test('folds a long tail into the snapshot while it is open, and the outbox stays whole', async () => {
    const { replica, log, clock, store, id, unsent } = await setUp();
    for (let i = 0; i < 20; i++) {
      retitle(replica, log, `title ${i}`);
      await clock.pass(0);
    }
    expect((await store.readDocument(id))?.tailRows.length).toBeLessThan(16);
    expect(await unsent()).toBe(21);
  });
});

describe('two open copies', () => {
  test('show each other’s edits as soon as they are stored', async () => {
    const { open, id, log, clock } = await setUp();
    const other = await open(id);
    type(log, 'one ');
    await clock.pass(textBatchMs);
    expect(textIn(other)).toBe('one kept');
    type(other, 'two ');
    await clock.pass(textBatchMs);
    expect(textIn(log)).toBe(textIn(other));
  });

  test('agree also when one has compacted what the other has not seen', async () => {
    const { open, id, log, clock, store } = await setUp();
    const other = await open(id);
    type(log, 'one ');
    await log.close();
    expect((await store.readDocument(id))?.tailRows).toEqual([]);
    await clock.pass(0);
    expect(textIn(other)).toBe('one kept');
  });

  test('never have the same client id', async () => {
    const { open, id, log } = await setUp();
    const other = await open(id);
    expect(other.doc.get().clientID).not.toBe(log.doc.get().clientID);
  });
});

describe('a refusal', () => {
  test('freezes the document until the server’s state is here, then starts a new one', async () => {
    const { log, refuse, clock, store, id } = await setUp();
    const old = log.doc.get();
    await refuse();
    await clock.pass(0);
    expect(log.refused.get()).toBe('badValue');
    expect(log.doc.get()).toBe(old);
    const theirs = new Y.Doc();
    textOf(theirs, 'description').insert(0, 'the server’s');
    await store.applyWhole(
      [
        {
          docId: id,
          headSeq: 9,
          docEpoch: 0,
          whole: true,
          updates: [Y.encodeStateAsUpdate(theirs) as Uint8Array<ArrayBuffer>],
          facts: { ref: 'CI-1' },
          row: {} as never,
          projVersion: 0,
        },
      ],
      [],
    );
    await clock.pass(0);
    expect(log.doc.get()).not.toBe(old);
    expect(textIn(log)).toBe('the server’s');
  });

  test('keeps what was typed into the frozen document as drafts', async () => {
    const { log, refuse, clock, store, unsent } = await setUp();
    await refuse();
    await clock.pass(0);
    type(log, 'typed into it ');
    await clock.pass(textBatchMs);
    expect(await unsent()).toBe(0);
    expect((await store.readUnsent()).drafts).toBe(2);
  });

  test('is known to a copy that is opened before the server’s state is here', async () => {
    const { refuse, clock, open, id, unsent, store } = await setUp();
    await refuse();
    await clock.pass(0);
    const late = await open(id);
    expect(late.refused.get()).toBe('badValue');
    type(late, 'typed into it ');
    await late.flush();
    expect(await unsent()).toBe(0);
    expect((await store.readUnsent()).drafts).toBe(2);
  });

  test('of another record leaves this one alone', async () => {
    const { log, open, keep, clock, store } = await setUp();
    const elsewhere = await keep('elsewhere');
    const other = await open(elsewhere);
    await store.setAsideDocument(elsewhere, 'badValue', '');
    await clock.pass(0);
    expect(other.refused.get()).toBe('badValue');
    expect(log.refused.get()).toBeUndefined();
    expect(readField(log.doc.get(), 'title').value).toBe('kept');
  });
});

test('what was typed into a record that turned private meanwhile is in the drafts', async () => {
  const { log, id, store, clock, replica } = await setUp();
  const taken = await store.takePushBatch({
    items: 500,
    updateBytes: 1e6,
    exclude: new Set(),
    afterN: 0,
  });
  const rows = taken.ok ? taken.value : [];
  await store.settlePush(
    rows.map((row) => ({ row, result: { type: 'ok', seq: 1 } as const })),
    epoch,
  );
  const page = { epoch, people: undefined, isLast: true };
  const shown = [pulled(id, log.doc.get(), 1)];
  await store.applyPage({
    ...page,
    after: { epoch, cursor: null },
    cursor: 'shown',
    documents: shown,
  });
  type(log, 'and ');
  const hidden = { after: { epoch, cursor: 'shown' }, cursor: 'hidden', documents: [] };
  expect(await store.applyPage({ ...page, ...hidden, forget: [id] })).toMatchObject({
    value: true,
  });
  await clock.pass(textBatchMs);
  expect(log.refused.get()).toBe('notFound');
  expect(await store.readDrafts()).toMatchObject([{ docId: id, code: 'notFound' }]);
  expect(
    await createDraftDesk({
      ...replica.deps,
      openLogs: new Set(),
      whoIs: (actor) => actor,
    }).compare(groupDrafts(await store.readDrafts())[0] as DraftGroup),
  ).toMatchObject({ record: 'missing', looseTexts: ['and '] });
});

test('an edit that waits for a missing one asks for the whole document after five seconds', async () => {
  const { log, clock, store, id } = await setUp();
  const theirs = new Y.Doc();
  const updates: Uint8Array[] = [];
  theirs.on('update', (update: Uint8Array) => updates.push(update));
  textOf(theirs, 'description').insert(0, 'a');
  textOf(theirs, 'description').insert(1, 'b');
  const room = {};
  log.addRoomOrigin(room);
  Y.applyUpdate(log.doc.get(), updates[1] ?? new Uint8Array(), room);
  await clock.pass(4_000);
  expect(await store.readChores('fetch', 1)).toEqual([]);
  await clock.pass(1_000);
  expect(await store.readChores('fetch', 1)).toEqual([id]);
});

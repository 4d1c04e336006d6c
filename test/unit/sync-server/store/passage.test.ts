/** A passage that was erased from a record is in no byte of the database, and nothing brings it back. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readComments } from '../../../../shared/document/read-comments.ts';
import { readField, readSet } from '../../../../shared/document/read-document.ts';
import { textOf } from '../../../../shared/document/schema.ts';
import { writeComment } from '../../../../shared/document/write-change.ts';
import { type CommentId, createUuidV7 } from '../../../../shared/domain/ids.ts';
import { erasureAnswer } from '../../../../shared/protocol/erasure.ts';
import { historyAnswer } from '../../../../shared/protocol/history.ts';
import { paths } from '../../../../shared/protocol/paths.ts';
import { closeCodes } from '../../../../shared/protocol/refusals.ts';
import { roomMessage } from '../../../../shared/protocol/room-messages.ts';
import {
  backUpTo,
  dataFileIn,
  restoreFrom,
} from '../../../../sync-server/store/sqlite/data-file.ts';
import { verifyIn } from '../../../../sync-server/store/sqlite/inspect-data-file.ts';
import { syncKind } from '../../../../sync-server/websocket/frames.ts';
import { joinAsPlainDevice, type PlainDevice } from '../../../support/plain-device.ts';
import {
  openSocket,
  readJson,
  readSync,
  step1Frame,
  updateFrame,
} from '../../../support/raw-socket.ts';
import { captureOn, openRecordOn, type RecordOnDevice } from '../../../support/record-on-device.ts';
import { type StartedServer, startServer } from '../../../support/start-server.ts';
import { systemDeps } from '../../../support/sync-core.ts';

const name = 'Xanthippe Quodlibet';

let dataDir: string;
let server: StartedServer;
let ada: PlainDevice;
let ben: PlainDevice;
let record: RecordOnDevice & { readonly first: Uint8Array };

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'gemba-test-'));
  server = await startServer({ dataDir, limitFactor: 0 });
  ada = await joinAsPlainDevice(server.url, server.adminToken, 'Ada');
  ben = await joinAsPlainDevice(server.url, await ada.invite('member'), 'Ben');
  record = captureOn(ben, `Shorter forms\nAsk ${name} why`);
  await push(record.first);
});
afterEach(async () => {
  await server.stop();
  rmSync(dataDir, { recursive: true });
});

const push = (bytes: Uint8Array, by = ben) => by.push([{ docId: record.docId, bytes }]);

const erase = async (passage: object, by = ada) =>
  erasureAnswer.parse(await by.postJson(`${paths.erasures}/${record.docId}`, passage));
const eraseName = () => erase({ type: 'words', words: name });

async function pulledBy(device: PlainDevice, cursor: string | null = null) {
  const { items, cursor: reached } = await device.pull(cursor);
  const [item] = items;
  if (item === undefined) throw new Error('Nothing was pulled.');
  const doc = new Y.Doc();
  for (const update of item.updates) Y.applyUpdate(doc, update);
  return { ...item, doc, reached };
}

/** Files of the data folder in which the bytes of `text` are. */
const filesWith = (text: string): readonly string[] =>
  readdirSync(dataDir).filter((file) => readFileSync(join(dataDir, file)).includes(text));

describe('a passage', () => {
  it('is gone from document, row, history and quarantine, and the rest stays', async () => {
    await push(record.change({ type: 'setField', field: 'title', value: `Forms of ${name}` }));
    await push(record.change({ type: 'setField', field: 'supplier', value: name }));
    for (const entry of [name, 'paper']) {
      await push(record.change({ type: 'setEntry', field: 'tags', entry, on: true }));
    }
    const say = (text: string) => (doc: Y.Doc) => {
      const author = { ...systemDeps, device: ben.device, actor: ben.actor };
      writeComment(doc, { id: createUuidV7<CommentId>(systemDeps), text }, author);
    };
    for (const text of [`${name} says no`, name, 'And I']) await push(record.edit(say(text)));
    for (const letter of [...name].toReversed()) {
      await push(record.edit((doc) => textOf(doc, 'valueForProvider').insert(0, letter)));
    }
    await push(record.edit((doc) => textOf(doc, 'valueForProvider').delete(0, 5)));
    await push(record.edit((doc) => textOf(doc, 'description').insert(0, 'Our ')));
    const forged = captureOn({ ...ben, actor: ada.actor }, `I am ${name}`);
    expect((await push(forged.first)).results).toMatchObject([{ type: 'refused' }]);
    expect(filesWith(name)).not.toEqual([]);

    const { places, docEpoch } = await eraseName();

    expect(docEpoch).toBe(1);
    expect(places).toBeGreaterThan(8);
    expect(filesWith(name)).toEqual([]);
    expect(filesWith('Xanthippe')).toEqual([]);
    const { doc, row, whole } = await pulledBy(ada);
    expect(whole).toBe(true);
    expect(textOf(doc, 'description').toJSON()).toBe('Our Shorter forms\nAsk  why');
    expect(textOf(doc, 'valueForProvider').toJSON()).toBe('ippe Quodlibet');
    expect(readField(doc, 'title').value).toBe('Forms of ');
    expect(readField(doc, 'supplier').value).toBe('');
    expect(readSet(doc, 'tags')).toEqual(['paper']);
    expect(readComments(doc).map(({ text, by }) => [text, by])).toEqual([
      [' says no', ben.actor],
      ['And I', ben.actor],
    ]);
    expect(row).toMatchObject({ ref: 'CI-1', title: 'Forms of ', createdBy: ben.actor });
    const { entries } = await historyOf();
    expect(entries.at(-1)?.changes).toEqual([{ type: 'created' }]);
    expect(entries.flatMap(({ changes }) => changes)).toContainEqual({
      type: 'text',
      field: 'description',
    });
    expect(verifyIn(dataDir)).toMatchObject({ ok: true, value: { isWhole: true } });
    const audit = await server.store.readAudit(server.store.lineage.workspace.id, 0, 1_000);
    expect(JSON.parse(audit.at(-1)?.payload ?? '')).toMatchObject({
      doc: record.docId,
      person: ada.person,
      places,
    });
  });

  it('is told of in the history by who erased it, when and why, but not by what it was', async () => {
    await erase({ type: 'words', words: name, reason: `${name} asked for it` });
    const { entries } = await historyOf();
    expect(entries[0]).toMatchObject({
      people: [ada.person],
      device: ada.device,
      changes: [{ type: 'erased', what: 'words', reason: ' asked for it' }],
    });
    expect(entries[0]?.at).toBeGreaterThan(0);
    expect(filesWith(name)).toEqual([]);
    await erase({ type: 'words', words: 'asked for it' });
    expect((await historyOf()).entries.map(({ changes }) => changes)).toEqual([
      [{ type: 'erased', what: 'words', reason: '' }],
      [{ type: 'erased', what: 'words', reason: ' ' }],
      [{ type: 'created' }],
    ]);
  });

  it('of a comment takes that comment, and no other word', async () => {
    const id = createUuidV7<CommentId>(systemDeps);
    const author = { ...systemDeps, device: ben.device, actor: ben.actor };
    await push(record.edit((doc) => writeComment(doc, { id, text: 'Ask me, not her' }, author)));
    expect(await erase({ type: 'comment', comment: id })).toEqual({ docEpoch: 1, places: 1 });
    expect(filesWith('not her')).toEqual([]);
    const { doc } = await pulledBy(ada);
    expect(readComments(doc)).toEqual([]);
    expect((await historyOf()).entries[0]?.changes).toEqual([
      { type: 'erased', what: 'comment', reason: '' },
    ]);
    expect(textOf(doc, 'description').toJSON()).toContain(name);
  });

  it('is not found by who may not look for it, or where it is not', async () => {
    const words = { type: 'words', words: name };
    await expect(erase(words, ben)).rejects.toThrow('notAllowed');
    await expect(erase({ type: 'words', words: 'Nobody' })).rejects.toThrow('notFound');
    await expect(erase({ type: 'words', words: ' x ' })).rejects.toThrow('malformed');
    const comment = createUuidV7<CommentId>(systemDeps);
    await expect(erase({ type: 'comment', comment })).rejects.toThrow('notFound');
    expect(await pulledBy(ada)).toMatchObject({ docEpoch: 0, headSeq: 1 });
  });
});

describe('after an erasure', () => {
  it('readers get the document whole, in whatever state they were', async () => {
    const { reached } = await pulledBy(ben);
    await push(record.edit((doc) => textOf(doc, 'description').insert(0, 'Far ')));
    await eraseName();
    expect(await pulledBy(ben, reached)).toMatchObject({ docEpoch: 1, whole: true });
    expect((await pulledBy(ben, reached)).doc.getText('t:description').toJSON()).not.toContain(
      name,
    );
  });

  it('what was sent before is known, and what was not is neither taken nor kept', async () => {
    const late = record.edit((doc) => textOf(doc, 'description').insert(0, `${name}! `));
    await eraseName();
    expect((await push(record.first)).results).toMatchObject([{ type: 'dup' }]);
    expect((await push(late)).results).toMatchObject([{ type: 'refused', code: 'rebase' }]);
    expect((await push(late)).results).toMatchObject([{ type: 'refused', code: 'rebase' }]);
    expect(filesWith(name)).toEqual([]);
  });

  it('an open room says so and is left, and the next one is on the new document', async () => {
    const room = await openSocket(await ben.roomUrl(record.docId));
    room.send(step1Frame());
    await room.find(readSync(syncKind.step2));
    await eraseName();
    expect(await room.find(readJson(roomMessage.refused))).toMatchObject({ code: 'rebase' });
    expect((await room.closed).code).toBe(closeCodes.refused);

    const { doc, updates } = await pulledBy(ben);
    const anew = openRecordOn(ben, record.docId, updates);
    const again = await openSocket(await ben.roomUrl(record.docId));
    again.send(step1Frame(Y.encodeStateVector(doc)));
    expect(await again.find(readSync(syncKind.step2))).toEqual(new Uint8Array([0, 0]));
    again.send(updateFrame(anew.edit((open) => textOf(open, 'description').insert(0, 'New: '))));
    await again.find(readJson(roomMessage.durable));
    await again.leave();
    const after = await pulledBy(ada);
    expect(textOf(after.doc, 'description').toJSON()).toBe('New: Shorter forms\nAsk  why');
    expect(verifyIn(dataDir)).toMatchObject({ ok: true, value: { isWhole: true } });
  });

  it('an edit of the old document that a room still brings waits for what is gone', async () => {
    const stale = openRecordOn(ben, record.docId, [record.first]);
    await eraseName();
    const room = await openSocket(await ben.roomUrl(record.docId));
    room.send(step1Frame());
    await room.find(readSync(syncKind.step2));
    room.send(updateFrame(stale.edit((doc) => textOf(doc, 'description').insert(3, name))));
    await room.leave();
    expect(textOf((await pulledBy(ada)).doc, 'description').toJSON()).not.toContain(name);
    expect(filesWith(name)).toEqual([]);
  });
});

describe('a backup from before that is brought back', () => {
  const backup = () => join(dataDir, '..', `gemba-backup-${record.docId}.sqlite`);
  const restore = async () => {
    await server.stop();
    expect(restoreFrom(dataDir, backup(), systemDeps)).toMatchObject({
      value: { isErasedAgain: true },
    });
    server = await startServer({ dataDir, limitFactor: 0 });
    ada.useServer(server.url);
    ben.useServer(server.url);
    await ben.pull(null).catch(() => undefined);
    expect(verifyIn(dataDir)).toMatchObject({ ok: true, value: { isWhole: true } });
  };
  beforeEach(() => {
    expect(backUpTo(dataDir, backup())).toMatchObject({ ok: true });
    expect(readFileSync(backup()).includes(name)).toBe(true);
  });
  afterEach(() => rmSync(backup()));

  it('has the document without the passage, with all that was written since', async () => {
    await push(record.change({ type: 'setField', field: 'site', value: 'Hall A' }));
    await erase({ type: 'words', words: name, reason: 'Asked for' });
    const room = await openSocket(await ben.roomUrl(record.docId));
    const anew = openRecordOn(ben, record.docId, (await pulledBy(ben)).updates);
    room.send(updateFrame(anew.edit((doc) => textOf(doc, 'description').insert(0, 'New: '))));
    await room.find(readJson(roomMessage.durable));
    await room.leave();
    for (const round of [1, 2]) {
      await restore();
      expect(filesWith(name), `round ${round}`).toEqual([]);
      const { doc, docEpoch, row, headSeq } = await pulledBy(ben);
      expect(docEpoch).toBe(1);
      expect(row).toMatchObject({ ref: 'CI-1' });
      expect(textOf(doc, 'description').toJSON()).toBe('New: Shorter forms\nAsk  why');
      expect(readField(doc, 'site').value).toBe('Hall A');
      expect((await historyOf()).entries.flatMap(({ changes }) => changes)).toContainEqual({
        type: 'erased',
        what: 'words',
        reason: 'Asked for',
      });
      // What devices keep as confirmed.
      expect((await push(record.first)).results).toMatchObject([{ type: 'dup' }]);
      const other = captureOn(ben, `After restore ${round}`);
      const [pushed] = (await ben.push([{ docId: other.docId, bytes: other.first }])).results;
      expect(pushed).toMatchObject({ type: 'ok' });
      expect(pushed?.type === 'ok' && pushed.seq > headSeq).toBe(true);
    }
  });

  it('has no record that was purged since, and one that was made and rewritten since', async () => {
    const later = captureOn(ben, `Later, by ${name}`);
    await ben.push([{ docId: later.docId, bytes: later.first }]);
    await ada.postJson(`${paths.erasures}/${later.docId}`, { type: 'words', words: name });
    await ada.pushCommand(record.docId, { type: 'purge', reason: 'Personal data.' });
    await restore();
    expect(filesWith(name).filter((file) => !file.includes('before'))).toEqual([]);
    const { items, tombs } = await ben.pull(null);
    expect(items).toMatchObject([{ docId: later.docId, docEpoch: 1, row: { ref: 'CI-2' } }]);
    expect(tombs).toEqual([{ docId: record.docId }]);
    expect((await push(record.first)).results).toEqual([{ type: 'gone' }]);
  });

  it('says so when nothing tells what was erased', async () => {
    await eraseName();
    await server.stop();
    writeFileSync(dataFileIn(dataDir), 'no database');
    expect(restoreFrom(dataDir, backup(), systemDeps)).toMatchObject({
      value: { isErasedAgain: false },
    });
    server = await startServer({ dataDir });
  });
});

async function historyOf() {
  const answer = await fetch(`${server.url}${paths.history}/${record.docId}`, {
    headers: ada.headers(),
  });
  return historyAnswer.parse(await answer.json());
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { writeChange, writeComment } from '../../../../shared/document/write-change.ts';
import {
  commentsOf,
  registersOf,
  roots,
  scalarsOf,
  setOf,
  textOf,
  votesOf,
} from '../../../../shared/document/schema.ts';
import { type CommentId, createUuidV7, type DocumentId } from '../../../../shared/domain/ids.ts';
import { limits } from '../../../../shared/domain/improvement.ts';
import { encodeFrame } from '../../../../shared/protocol/frame.ts';
import type { ItemResult, PushRequest } from '../../../../shared/protocol/messages.ts';
import { recordRow } from '../../../support/record-row.ts';
import { captureOn, openRecordOn } from '../../../support/record-on-device.ts';
import {
  type CoreDevice,
  createSyncCore,
  type SyncCore,
  systemDeps,
} from '../../../support/sync-core.ts';

let core: SyncCore;
let ada: CoreDevice;
let ben: CoreDevice;
beforeEach(async () => {
  core = createSyncCore();
  ada = await core.join('Ada');
  ben = await core.join('Ben');
});
afterEach(() => core.close());

async function send(from: CoreDevice, request: PushRequest): Promise<readonly ItemResult[]> {
  const answer = await core.replication.push(from.session, request);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.results;
}

const push = (from: CoreDevice, docId: DocumentId, ...updates: readonly Uint8Array[]) =>
  send(from, from.pushOf(updates.map((bytes) => ({ docId, bytes }))));

const codesOf = (results: readonly ItemResult[]) =>
  results.map((result) => (result.type === 'refused' ? result.code : result.type));

async function pullAll(as: CoreDevice) {
  const request = { proto: 1, epoch: null, cursor: null, peopleVersion: 0 };
  const answer = await core.replication.pull(as.session, request);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

describe('what is committed', () => {
  it('numbers improvements in the order of their first commits', async () => {
    const [first, second] = [captureOn(ada.session, 'One'), captureOn(ben.session, 'Two')];
    expect(await push(ben, second.docId, second.first)).toEqual([{ type: 'ok', seq: 1 }]);
    expect(await push(ada, first.docId, first.first)).toEqual([{ type: 'ok', seq: 2 }]);
    const { items, total } = await pullAll(ada);
    expect(total).toBe(2);
    expect(
      items.map((item) => {
        const { ref, title } = recordRow(item);
        return [item.docId, item.facts.ref, ref, title];
      }),
    ).toEqual([
      [second.docId, 'CI-1', 'CI-1', 'Two'],
      [first.docId, 'CI-2', 'CI-2', 'One'],
    ]);
  });

  it('answers each item of a batch in its place', async () => {
    const record = captureOn(ada.session, 'One');
    const skipped = record.change({ type: 'setField', field: 'urgency', value: 'high' });
    const later = record.change({ type: 'setField', field: 'cost', value: 'low' });
    const other = captureOn(ada.session, 'Two');
    const request = ada.pushOf([
      { docId: record.docId, bytes: record.first },
      { docId: record.docId, bytes: later },
      { docId: other.docId, bytes: other.first },
    ]);
    expect(await send(ada, request)).toEqual([
      { type: 'ok', seq: 1 },
      { type: 'gap' },
      { type: 'ok', seq: 2 },
    ]);
    expect(await push(ada, record.docId, skipped, later)).toEqual([
      { type: 'ok', seq: 3 },
      { type: 'ok', seq: 4 },
    ]);
  });

  it('answers dup with the seq of the first time, whether the bytes or only their meaning is known', async () => {
    const { docId, doc, first } = captureOn(ada.session, 'One');
    await push(ada, docId, first);
    const reencoded = Y.encodeStateAsUpdate(doc);
    const merged = Y.mergeUpdates([first, reencoded]);
    expect(await push(ada, docId, first)).toEqual([{ type: 'dup', seq: 1 }]);
    expect(await push(ben, docId, merged)).toEqual([{ type: 'dup', seq: 1 }]);
  });

  it('commits equal bytes once when they come twice in one batch', async () => {
    const { docId, first } = captureOn(ada.session, 'One');
    expect(await push(ada, docId, first, first)).toEqual([
      { type: 'ok', seq: 1 },
      { type: 'dup', seq: 1 },
    ]);
  });

  it('keeps what two people write at once', async () => {
    const adas = captureOn(ada.session, 'One');
    await push(ada, adas.docId, adas.first);
    const bens = openRecordOn(ben.session, adas.docId, [adas.first]);
    const fromAda = adas.change({ type: 'setField', field: 'urgency', value: 'high' });
    const fromBen = bens.change({ type: 'setField', field: 'urgency', value: 'low' });
    await push(ada, adas.docId, fromAda);
    await push(ben, adas.docId, fromBen);
    expect((await pullAll(ada)).items[0]?.row).toMatchObject({ conflicts: ['urgency'] });
  });

  it('starts a document’s reading from a snapshot after 64 updates', async () => {
    const record = captureOn(ada.session, 'One');
    const edits = Array.from({ length: 70 }, (_, at) =>
      record.edit((doc) => textOf(doc, 'description').insert(0, `${at} `)),
    );
    for (const bytes of [record.first, ...edits]) await push(ada, record.docId, bytes);
    const [item] = (await pullAll(ada)).items;
    expect(item?.updates).toHaveLength(1 + 71 - 64);
    const copy = openRecordOn(ben.session, record.docId, item?.updates);
    expect(copy.doc.getText('t:description').toJSON()).toBe(
      textOf(record.doc, 'description').toJSON(),
    );
  });
});

describe('what is refused', () => {
  it.each([
    ['garbage', new Uint8Array([1, 2, 3, 4, 5])],
    ['nothing', new Uint8Array()],
    ['a client that comes twice', new Uint8Array([2, 1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 0])],
    [
      'clocks beyond what anybody writes',
      new Uint8Array([1, 1, 1, 0, 0, 0xff, 0xff, 0xff, 0xff, 0x7f, 0]),
    ],
  ])('refuses %s as badUpdate', async (_, bytes) => {
    const { docId } = captureOn(ada.session, 'One');
    expect(codesOf(await push(ada, docId, bytes))).toEqual(['badUpdate']);
    expect((await pullAll(ada)).total).toBe(0);
  });

  it('refuses every truncation of an update, and bytes after its end', async () => {
    const { docId, first } = captureOn(ada.session, 'One');
    const cuts = Array.from({ length: first.length - 1 }, (_, at) => first.slice(0, at + 1));
    const longer = new Uint8Array([...first, 0]);
    const codes = new Set(codesOf(await push(ada, docId, ...cuts, longer)));
    expect([...codes]).toEqual(['badUpdate']);
    expect(codesOf(await push(ada, docId, first))).toEqual(['ok']);
  });

  it('refuses an empty first update, which would give a number to nothing', async () => {
    const { docId } = captureOn(ada.session, 'One');
    expect(codesOf(await push(ada, docId, new Uint8Array([0, 0])))).toEqual(['badUpdate']);
    expect((await pullAll(ada)).total).toBe(0);
  });

  it('refuses an update over the limit as tooLarge', async () => {
    const { docId } = captureOn(ada.session, 'One');
    expect(codesOf(await push(ada, docId, new Uint8Array(256 * 1024 + 1)))).toEqual(['tooLarge']);
  });

  it('refuses a client id that another device has used in the document', async () => {
    const adas = captureOn(ada.session, 'One');
    await push(ada, adas.docId, adas.first);
    const bens = openRecordOn(ben.session, adas.docId, [adas.first]);
    bens.doc.clientID = adas.doc.clientID;
    const forged = bens.edit((doc) => textOf(doc, 'description').insert(0, 'forged'));
    expect(codesOf(await push(ben, adas.docId, forged))).toEqual(['foreignClientId']);
    const own = adas.edit((doc) => textOf(doc, 'description').insert(0, 'own '));
    expect(codesOf(await push(ada, adas.docId, own))).toEqual(['ok']);
  });

  it('that claims client ids by the dozen is refused', async () => {
    const adas = captureOn(ada.session, 'Mine');
    await push(ada, adas.docId, adas.first);
    const editBy = () =>
      openRecordOn(ben.session, adas.docId, [adas.first]).change({ type: 'support', on: true });
    const few = Y.mergeUpdates(Array.from({ length: 8 }, editBy));
    const many = Y.mergeUpdates(Array.from({ length: 9 }, editBy));
    expect(codesOf(await push(ben, adas.docId, many, few))).toEqual(['tooLarge', 'ok']);
  });

  it('refuses what builds on a refused edit, and the refused edit again', async () => {
    const record = captureOn(ada.session, 'One');
    await push(ada, record.docId, record.first);
    const bad = record.edit((doc) => scalarsOf(doc).set('unheardOf', 1));
    const later = record.change({ type: 'setField', field: 'cost', value: 'low' });
    const latest = record.change({ type: 'setField', field: 'cost', value: 'high' });
    expect(codesOf(await push(ada, record.docId, bad, later))).toEqual([
      'badValue',
      'dependsOnRefused',
    ]);
    expect(codesOf(await push(ada, record.docId, latest, bad))).toEqual([
      'dependsOnRefused',
      'badValue',
    ]);
    const rebuilt = openRecordOn(ada.session, record.docId, [record.first]);
    const again = rebuilt.change({ type: 'setField', field: 'cost', value: 'high' });
    expect(codesOf(await push(ada, record.docId, again))).toEqual(['ok']);
  });

  it('refuses what was refused before its document was known', async () => {
    const record = captureOn(ada.session, 'One');
    const bad = record.edit((doc) => scalarsOf(doc).set('unheardOf', 1));
    const merged = Y.mergeUpdates([record.first, bad]);
    const later = record.change({ type: 'setField', field: 'cost', value: 'low' });
    expect(codesOf(await push(ada, record.docId, merged))).toEqual(['badValue']);
    expect(codesOf(await push(ada, record.docId, later))).toEqual(['dependsOnRefused']);
  });

  it('refuses an edit for another epoch of the document', async () => {
    const { docId, first } = captureOn(ada.session, 'One');
    const request = ada.pushOf([{ docId, bytes: first, docEpoch: 1 }]);
    expect(codesOf(await send(ada, request))).toEqual(['rebase']);
  });

  it('refuses a command that it does not know', async () => {
    const uid = createUuidV7(systemDeps);
    const request = ada.pushOf([], {
      items: [
        {
          n: 0,
          docId: captureOn(ada.session, 'One').docId,
          docEpoch: 0,
          hlc: '000000000001-0000',
          body: { type: 'command', uid, command: { type: 'teleport' } },
        },
      ],
    });
    expect(codesOf(await send(ada, request))).toEqual(['unknownCommand']);
  });

  it('refuses the envelope of another device, another actor and another key, and takes the others', async () => {
    const mine = captureOn(ada.session, 'Mine');
    const item = [{ docId: mine.docId, bytes: mine.first }];
    const [good] = ada.pushOf(item).envelopes;
    const [foreign] = ben.pushOf(item).envelopes;
    const [actor] = ada.pushOf(item, { actor: ben.session.actor }).envelopes;
    const forged = good && { ...good, signature: new Uint8Array(64) };
    const envelopes = [foreign, actor, forged, good].filter((envelope) => envelope !== undefined);
    const results = await send(ada, { proto: 1, epoch: null, envelopes });
    expect(codesOf(results)).toEqual(['foreignDevice', 'foreignDevice', 'badSignature', 'ok']);
  });

  it('keeps refused bytes in quarantine, once', async () => {
    const { docId, first } = captureOn(ada.session, 'One');
    const bad = first.slice(0, -1);
    await push(ada, docId, bad);
    await push(ada, docId, bad);
    const [known] = await core.store.inspect(ada.session.workspace, [{ docId, uid: undefined }]);
    expect(known).toMatchObject({ document: undefined, isUnknown: false });
  });
});

describe('the rules of a record', () => {
  const reachedOf = (doc: Y.Doc) => doc.getMap(roots.reached);
  const hlc = '000000000001-0000';
  const commentId = createUuidV7(systemDeps);
  const longComment = 'x'.repeat(limits.commentLength + 1);
  const longTag = 'x'.repeat(limits.entryLength + 1);

  it.each<[string, (doc: Y.Doc) => void, string]>([
    ['an unknown root', (doc) => doc.getMap('evil').set('a', 1), 'badValue'],
    ['a nested type', (doc) => setOf(doc, 'tags').set('a', new Y.Map()), 'badValue'],
    ['an unknown scalar', (doc) => scalarsOf(doc).set('constructor', 1), 'badValue'],
    ['a scalar again', (doc) => scalarsOf(doc).set('createdAt', 1), 'badValue'],
    ['a scalar’s end', (doc) => scalarsOf(doc).delete('createdBy'), 'badValue'],
    ['a rich text', (doc) => textOf(doc, 'description').insert(0, 'b', { bold: true }), 'badValue'],
    ['an embed', (doc) => textOf(doc, 'description').insertEmbed(0, { a: 1 }), 'badValue'],
    ['a map as a text', (doc) => doc.getMap('t:valueForConsumer').set('a', 1), 'badValue'],
    [
      'a text too long',
      (doc) => textOf(doc, 'description').insert(0, 'x'.repeat(limits.textLength)),
      'badValue',
    ],
    ['a stage at no time', (doc) => reachedOf(doc).set('planned', 'early'), 'badValue'],
    ['a stage that nobody sets', (doc) => reachedOf(doc).set('closed', 1), 'badValue'],
    ['a tag too long', (doc) => setOf(doc, 'tags').set(longTag, { on: true, hlc }), 'badValue'],
    ['a tag that is none', (doc) => setOf(doc, 'tags').set('a', 'yes'), 'badValue'],
    [
      'an unknown field',
      (doc) => registersOf(doc).set(`colour|${ada.session.device}`, 1),
      'badValue',
    ],
    [
      'another’s vote',
      (doc) => votesOf(doc).set(ben.session.actor, { on: true, hlc }),
      'foreignKey',
    ],
    [
      'a comment in another’s name',
      (doc) => commentsOf(doc).set(commentId, { text: 'No', by: ben.session.actor, hlc }),
      'foreignKey',
    ],
    [
      'a comment without an id',
      (doc) => commentsOf(doc).set('first', { text: 'No', by: ada.session.actor, hlc }),
      'badValue',
    ],
    [
      'a blank comment',
      (doc) => commentsOf(doc).set(commentId, { text: ' ', by: ada.session.actor, hlc }),
      'badValue',
    ],
    [
      'a comment that is too long',
      (doc) => commentsOf(doc).set(commentId, { text: longComment, by: ada.session.actor, hlc }),
      'badValue',
    ],
    ['a forged vote', (doc) => votesOf(doc).set(ada.session.actor, 1), 'badValue'],
    [
      'a field on another’s device',
      (doc) =>
        registersOf(doc).set(`cost|${ben.session.device}`, {
          v: 'low',
          hlc,
          by: ada.session.actor,
        }),
      'foreignKey',
    ],
    [
      'a field in another’s name',
      (doc) =>
        registersOf(doc).set(`cost|${ada.session.device}`, {
          v: 'low',
          hlc,
          by: ben.session.actor,
        }),
      'foreignKey',
    ],
    [
      'a value that the field does not have',
      (doc) =>
        registersOf(doc).set(`cost|${ada.session.device}`, {
          v: 'huge',
          hlc,
          by: ada.session.actor,
        }),
      'badValue',
    ],
    [
      'a value’s end',
      (doc) => registersOf(doc).delete(`title|${ada.session.device}`),
      'foreignKey',
    ],
  ])('refuse %s', async (_, work, code) => {
    const record = captureOn(ada.session, 'One');
    await push(ada, record.docId, record.first);
    const results = await push(ada, record.docId, record.edit(work));
    expect(results).toMatchObject([{ type: 'refused', code }]);
    expect(await pullAll(ada)).toMatchObject({ items: [{ headSeq: 1, row: { title: 'One' } }] });
  });

  it('refuse a losing write as well as a winning one', async () => {
    const record = captureOn(ada.session, 'One');
    await push(ada, record.docId, record.first);
    const apart = openRecordOn(ada.session, record.docId);
    apart.doc.clientID = 1;
    const losing = apart.edit((doc) => scalarsOf(doc).set('createdAt', 7));
    expect(await push(ada, record.docId, losing)).toMatchObject([{ code: 'badValue' }]);
  });

  it('refuse that somebody ends another’s vote', async () => {
    const adas = captureOn(ada.session, 'One');
    const vote = adas.change({ type: 'support', on: true });
    await push(ada, adas.docId, adas.first, vote);
    const bens = openRecordOn(ben.session, adas.docId, [adas.first, vote]);
    const end = bens.edit((doc) => votesOf(doc).delete(ada.session.actor));
    expect(await push(ben, adas.docId, end)).toMatchObject([{ code: 'foreignKey' }]);
  });

  it('refuse that a comment is changed or taken back, also by who wrote it', async () => {
    const record = captureOn(ada.session, 'One');
    const id = createUuidV7<CommentId>(systemDeps);
    const author = { ...systemDeps, ...ada.session };
    const said = record.edit((doc) => writeComment(doc, { id, text: 'Also in room 4' }, author));
    expect(codesOf(await push(ada, record.docId, record.first, said))).toEqual(['ok', 'ok']);
    const state = Y.encodeStateAsUpdate(record.doc);
    const change = openRecordOn(ada.session, record.docId, [state]).edit((doc) =>
      writeComment(doc, { id, text: 'Never mind' }, author),
    );
    expect(codesOf(await push(ada, record.docId, change))).toEqual(['badValue']);
    const end = openRecordOn(ben.session, record.docId, [state]).edit((doc) =>
      commentsOf(doc).delete(id),
    );
    expect(codesOf(await push(ben, record.docId, end))).toEqual(['badValue']);
  });

  it('allow everything that a page writes', async () => {
    const adas = captureOn(ada.session, 'One');
    const bens = openRecordOn(ben.session, adas.docId, [adas.first]);
    const updates = [
      bens.change({ type: 'setField', field: 'title', value: 'Two' }),
      bens.change({ type: 'setField', field: 'owner', value: ben.session.person.id }),
      bens.change({ type: 'setEntry', field: 'tags', entry: 'forms', on: true }),
      bens.change({ type: 'setEntry', field: 'tags', entry: 'forms', on: false }),
      bens.change({ type: 'setEntry', field: 'affectedItems', entry: 'front desk', on: true }),
      bens.change({ type: 'support', on: true }),
      bens.change({ type: 'support', on: false }),
      bens.edit((doc) => textOf(doc, 'description').delete(0, 3)),
      bens.edit((doc) => {
        const author = { ...systemDeps, device: ben.session.device, actor: ben.session.actor };
        writeChange(doc, { type: 'setField', field: 'cost', value: 'low' }, author);
        writeChange(doc, { type: 'setField', field: 'cost', value: 'high' }, author);
      }),
    ];
    await push(ada, adas.docId, adas.first);
    const results = await push(ben, adas.docId, ...updates);
    expect(results.map(({ type }) => type)).toEqual(updates.map(() => 'ok'));
    expect((await pullAll(ada)).items[0]?.row).toMatchObject({ title: 'Two', cost: 'high' });
  });
});

describe('a push as a whole', () => {
  it('is refused with the server’s lineage when the epoch is another', async () => {
    const { docId, first } = captureOn(ada.session, 'One');
    await push(ada, docId, first);
    const request = { ...ada.pushOf([{ docId, bytes: first }]), epoch: createUuidV7(systemDeps) };
    expect(await core.replication.push(ada.session, request)).toMatchObject({
      ok: false,
      error: { code: 'epochChanged', epoch: core.store.lineage.epoch, headSeq: 1 },
    });
  });

  it('is refused when it speaks another protocol', async () => {
    const { docId, first } = captureOn(ada.session, 'One');
    const request = { ...ada.pushOf([{ docId, bytes: first }]), proto: 2 };
    expect(await core.replication.push(ada.session, request)).toMatchObject({
      ok: false,
      error: { code: 'upgrade' },
    });
  });

  it('is refused as malformed when an envelope can’t be read', async () => {
    const content = encodeFrame({ device: 'x' });
    const envelopes = [{ content, signature: new Uint8Array(64) }];
    const answer = await core.replication.push(ada.session, { proto: 1, epoch: null, envelopes });
    expect(answer).toMatchObject({ ok: false, error: { code: 'malformed', field: 'envelopes' } });
  });
});

/** A record that is shared by name: with a supplier's people, who are guests, it is all that they see. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CommentId, createUuidV7 } from '../../../../shared/domain/ids.ts';
import { commentsOf, textOf } from '../../../../shared/document/schema.ts';
import type { CommandRequest } from '../../../../shared/process/commands.ts';
import type { ItemResult, PullAnswer } from '../../../../shared/protocol/messages.ts';
import { mayReadRecord } from '../../../../sync-server/auth/readers.ts';
import { commandItem } from '../../../support/commands.ts';
import { captureOn, openRecordOn, type RecordOnDevice } from '../../../support/record-on-device.ts';
import {
  type CoreDevice,
  type CoreItem,
  createSyncCore,
  type SyncCore,
  systemDeps,
} from '../../../support/sync-core.ts';

let core: SyncCore;
let coordinator: CoreDevice;
let author: CoreDevice;
let supplier: CoreDevice;
let record: RecordOnDevice & { readonly first: Uint8Array };
beforeEach(async () => {
  core = createSyncCore();
  coordinator = await core.join('Cleo', ['coordinator', 'approver']);
  author = await core.join('Ada', ['contributor']);
  supplier = await core.join('Sam', ['guest']);
  record = captureOn(author.session, 'Fewer rejects');
  await push(author, { docId: record.docId, bytes: record.first });
  const other = captureOn(author.session, 'Not for suppliers');
  await push(author, { docId: other.docId, bytes: other.first });
});
afterEach(() => core.close());

async function push(from: CoreDevice, ...items: readonly CoreItem[]) {
  const answer = await core.replication.push(from.session, from.pushOf(items));
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.results;
}

async function pull(as: CoreDevice, cursor: string | null = null): Promise<PullAnswer> {
  const request = { proto: 1, epoch: null, cursor, peopleVersion: 0 };
  const answer = await core.replication.pull(as.session, request);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

const idsOf = ({ items }: PullAnswer) => items.map(({ docId }) => docId);

async function say(
  command: CommandRequest,
  from = coordinator,
  docId: string = record.docId,
): Promise<ItemResult | undefined> {
  const seen = (await pull(coordinator)).items.find((item) => item.docId === docId);
  if (seen === undefined) throw new Error('The record is not on the server.');
  return (await push(from, commandItem(command, seen)))[0];
}

const share = (type: 'share' | 'unshare' = 'share', whom = supplier) =>
  say({ type, person: whom.session.person.id });

const open = (device: CoreDevice, opened = record) =>
  openRecordOn(device.session, opened.docId, [opened.first]);

const comment = (device: CoreDevice) => {
  const id = createUuidV7<CommentId>(systemDeps);
  const said = { text: 'We can do that.', by: device.session.actor, hlc: '000000000001-0000' };
  const bytes = open(device).edit((doc) => commentsOf(doc).set(id, said));
  return push(device, { docId: record.docId, bytes });
};

const edit = (device: CoreDevice, to = record) =>
  push(device, {
    docId: to.docId,
    bytes: open(device, to).edit((doc) => textOf(doc, 'description').insert(0, 'x')),
  });

describe('a guest with whom a record is shared', () => {
  it('is given it, and nothing else, from the next pull on', async () => {
    const before = await pull(supplier);
    expect(before.only).toEqual([]);
    expect(await mayReadRecord(core.store, supplier.session, record.docId)).toBe(false);
    expect(await share()).toMatchObject({ type: 'ok' });
    const after = await pull(supplier, before.cursor);
    expect(idsOf(after)).toEqual([record.docId]);
    expect(after.only).toEqual([record.docId]);
    expect(await mayReadRecord(core.store, supplier.session, record.docId)).toBe(true);
    expect(idsOf(await pull(await core.join('Gus', ['guest'])))).toEqual([]);
  });

  it('talks about it, and edits it as a contributor where contributors edit', async () => {
    const refused = [{ type: 'refused', code: 'notAllowed' }];
    expect(await edit(supplier)).toMatchObject(refused);
    expect(await comment(supplier)).toMatchObject(refused);
    await share();
    expect(await comment(supplier)).toMatchObject([{ type: 'ok' }]);
    expect(await edit(supplier)).toMatchObject([{ type: 'ok' }]);
    const { workspace, person } = coordinator.session;
    await core.store.setEditing({ workspace, editing: 'involved', by: person.id, atMs: 1 });
    expect(await edit(supplier)).toMatchObject(refused);
    expect(await comment(supplier)).toMatchObject([{ type: 'ok' }]);
  });

  it('forgets it, and edits it no more, once it is unshared', async () => {
    await share();
    const { cursor } = await pull(supplier);
    expect(await share('unshare')).toMatchObject({ type: 'ok' });
    const later = await pull(supplier, cursor);
    expect(later).toMatchObject({ items: [], only: [] });
    expect(later.cursor).not.toBe(cursor);
    expect(await edit(supplier)).toMatchObject([{ code: 'notAllowed' }]);
    expect(await mayReadRecord(core.store, supplier.session, record.docId)).toBe(false);
    await share();
    expect(idsOf(await pull(supplier, later.cursor))).toEqual([record.docId]);
  });

  it('does not share it on', async () => {
    await share();
    const on = { type: 'share', person: author.session.person.id } as const;
    expect(await say(on, supplier)).toMatchObject({ code: 'notAllowed' });
  });
});

it('is forgotten by a member who had a private record only because it was shared', async () => {
  const member = await core.join('Ben', ['contributor']);
  const hide = record.change({ type: 'setField', field: 'visibility', value: 'private' });
  await push(author, { docId: record.docId, bytes: hide });
  await share('share', member);
  const had = await pull(member);
  expect(idsOf(had)).toContain(record.docId);
  await share('unshare', member);
  expect((await pull(member, had.cursor)).forget).toEqual([record.docId]);
  expect((await pull(author, had.cursor)).forget).toBeUndefined();
});

describe('a guest’s own idea', () => {
  it('is theirs to edit no more once it was decided about, and again once it is reopened', async () => {
    const own = captureOn(supplier.session, 'Better packing');
    await push(supplier, { docId: own.docId, bytes: own.first });
    const decided = (command: CommandRequest) => say(command, coordinator, own.docId);
    const refused = [{ type: 'refused', code: 'notAllowed' }];
    expect(await edit(supplier, own)).toMatchObject([{ type: 'ok' }]);
    for (const type of ['decline', 'approve'] as const) {
      expect(await decided({ type, reason: 'So it is.' })).toMatchObject({ type: 'ok' });
      expect(await edit(supplier, own)).toMatchObject(refused);
      expect(await decided({ type: 'reopen', reason: 'Once more.' })).toMatchObject({ type: 'ok' });
      expect(await edit(supplier, own)).toMatchObject([{ type: 'ok' }]);
    }
  });
});

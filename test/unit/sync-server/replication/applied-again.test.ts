/** What was refused and is made again by its person: once, however many of their devices do it while apart. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { textOf } from '../../../../shared/document/schema.ts';
import { captureOn, openRecordOn, type RecordOnDevice } from '../../../support/record-on-device.ts';
import { type CoreDevice, createSyncCore, type SyncCore } from '../../../support/sync-core.ts';

const uids = ['a', 'b'].map((letter) => letter.repeat(64)) as [string, string];

let core: SyncCore;
let phone: CoreDevice;
let desk: CoreDevice;
let record: RecordOnDevice & { readonly first: Uint8Array };
beforeEach(async () => {
  core = createSyncCore();
  phone = await core.join('Ada');
  desk = await core.addDevice(phone);
  record = captureOn(phone.session, 'Fewer forms');
  await push(phone, record.first);
});
afterEach(() => core.close());

async function push(from: CoreDevice, bytes: Uint8Array, applies?: string[]) {
  const item = { docId: record.docId, bytes, ...(applies && { applies }) };
  const answer = await core.replication.push(from.session, from.pushOf([item]));
  if (!answer.ok) throw new Error(answer.error.code);
  const [result] = answer.value.results;
  return result?.type === 'refused' ? result.code : result?.type;
}

/** As each device writes it by itself. */
const written = (device: CoreDevice, words = 'At the desk. ') =>
  openRecordOn(device.session, record.docId, [record.first]).edit((doc) =>
    textOf(doc, 'description').insert(0, words),
  );

async function description(): Promise<string> {
  const request = { proto: 1, epoch: null, docIds: [record.docId] };
  const answer = await core.replication.documents(phone.session, request);
  const doc = new Y.Doc();
  const [item] = answer.ok ? answer.value.items : [];
  for (const update of item?.updates ?? []) Y.applyUpdate(doc, update);
  return textOf(doc, 'description').toString();
}

it('is taken from the first device, and is done already on the other', async () => {
  const onPhone = written(phone);
  expect(await push(phone, onPhone, uids)).toBe('ok');
  expect(await push(desk, written(desk), uids)).toBe('doneAlready');
  expect(await push(desk, written(desk), [uids[0]])).toBe('doneAlready');
  expect(await push(phone, onPhone, uids)).toBe('dup');
  expect(await description()).toBe('At the desk. Fewer forms');
  expect((await core.store.measure()).quarantinedUpdates).toBe(0);
});

it('is taken where a part of it is new, from the same device, and from another person', async () => {
  expect(await push(phone, written(phone, '1'), [uids[0]])).toBe('ok');
  expect(await push(desk, written(desk, '2'), uids)).toBe('ok');
  expect(await push(phone, written(phone, '3'), [uids[0]])).toBe('ok');
  expect(await push(await core.join('Ben'), written(phone, '4'), uids)).not.toBe('doneAlready');
});

it('is done already also where a room was faster than the push, and within one batch', async () => {
  const onPhone = written(phone);
  expect(await push(phone, onPhone)).toBe('ok');
  expect(await push(phone, onPhone, [uids[0]])).toBe('dup');
  expect(await push(desk, written(desk), [uids[0]])).toBe('doneAlready');
  const answers = [phone, desk].map((device) => push(device, written(device), [uids[1]]));
  expect(await Promise.all(answers)).toEqual(['ok', 'doneAlready']);
});

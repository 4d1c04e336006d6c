/** The product owner of what an idea is about answers it, and no other: the workspace's catalogue says who that is. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CommandRequest } from '../../../../shared/process/commands.ts';
import type { DocumentId } from '../../../../shared/domain/ids.ts';
import type { ItemResult } from '../../../../shared/protocol/messages.ts';
import { commandItem } from '../../../support/commands.ts';
import { captureOn, openRecordOn, type RecordOnDevice } from '../../../support/record-on-device.ts';
import {
  type CoreDevice,
  type CoreItem,
  createSyncCore,
  type SyncCore,
} from '../../../support/sync-core.ts';
import { openWorkspaceOn } from '../../../support/workspace-on-device.ts';

let core: SyncCore;
let ada: CoreDevice;
let olga: CoreDevice;
let workspace: ReturnType<typeof openWorkspaceOn>;

beforeEach(async () => {
  core = createSyncCore();
  ada = await core.join('Ada', ['coordinator']);
  olga = await core.join('Olga', ['contributor']);
  workspace = openWorkspaceOn(ada.session, ada.session.workspace as string as DocumentId);
  await nameProductOwner(olga.session.person.id);
});
afterEach(() => core.close());

async function nameProductOwner(productOwner: string): Promise<void> {
  const item = '018f0000-0000-7000-a000-000000000001';
  const change = { title: 'Patient check-in', kind: 'service', productOwner } as const;
  const bytes = workspace.change({ type: 'setItem', collection: 'catalogue', item, change });
  expect(await push(ada, { docId: workspace.docId, bytes })).toMatchObject([{ type: 'ok' }]);
}

async function push(from: CoreDevice, ...items: readonly CoreItem[]) {
  const answer = await core.replication.push(from.session, from.pushOf(items));
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.results;
}

async function ideaAbout(item: string): Promise<RecordOnDevice> {
  const record = captureOn(ada.session, 'Shorter forms');
  const bytes = record.change({ type: 'setEntry', field: 'affectedItems', entry: item, on: true });
  await push(ada, { docId: record.docId, bytes: record.first }, { docId: record.docId, bytes });
  return openRecordOn(olga.session, record.docId, [record.first, bytes]);
}

async function ask(
  { docId }: RecordOnDevice,
  asked: CommandRequest,
): Promise<ItemResult | undefined> {
  const request = { proto: 1, epoch: null, cursor: null, peopleVersion: 0 };
  const pulled = await core.replication.pull(olga.session, request);
  if (!pulled.ok) throw new Error(pulled.error.code);
  const seen = pulled.value.items.find((item) => item.docId === docId);
  if (seen === undefined) throw new Error('The record is not there.');
  return (await push(olga, commandItem(asked, seen)))[0];
}

const wait = { type: 'setField', field: 'waitingForRequester', value: 'yes' } as const;

it('accepts, asks back and declines what is about it', async () => {
  const idea = await ideaAbout('Patient check-in');
  const asked = await push(olga, { docId: idea.docId, bytes: idea.change(wait) });
  expect(asked).toMatchObject([{ type: 'ok' }]);
  expect(await ask(idea, { type: 'acknowledge' })).toMatchObject({ type: 'ok' });
  expect(await ask(idea, { type: 'decline', reason: 'Done already' })).toMatchObject({
    type: 'ok',
  });
});

it('has no say in what is about something else', async () => {
  const idea = await ideaAbout('Parking');
  expect(await push(olga, { docId: idea.docId, bytes: idea.change(wait) })).toMatchObject([
    { type: 'refused', code: 'notAllowed' },
  ]);
  expect(await ask(idea, { type: 'acknowledge' })).toMatchObject({ code: 'notAllowed' });
});

it('has it no longer once another is named', async () => {
  const idea = await ideaAbout('Patient check-in');
  await nameProductOwner(ada.session.person.id);
  expect(await ask(idea, { type: 'acknowledge' })).toMatchObject({ code: 'notAllowed' });
});

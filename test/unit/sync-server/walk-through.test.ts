import { afterAll, beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createUuidV7, type DocumentId } from '../../../shared/domain/ids.ts';
import { textOf } from '../../../shared/document/schema.ts';
import { writeNewImprovement } from '../../../shared/document/write-new-improvement.ts';
import { joinAsPlainDevice, type PlainDevice } from '../../support/plain-device.ts';
import { openPlainRoom } from '../../support/plain-room.ts';
import { type StartedServer, startServer } from '../../support/start-server.ts';
import { systemDeps } from '../../support/sync-core.ts';

let server: StartedServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

it('takes a person from the first link through capture and live editing to a second device', async () => {
  const ada = await joinAsPlainDevice(server.url, server.adminToken, 'Ada');
  const ben = await joinAsPlainDevice(server.url, await ada.invite('member'), 'Ben');
  const { docId, bytes } = capture(ada, 'Fewer forms');

  expect((await ada.push([{ docId, bytes }])).results).toEqual([{ type: 'ok', seq: 1 }]);
  const [pulled] = (await ben.pull(null)).items;
  expect(pulled).toMatchObject({ docId, whole: true, row: { ref: 'CI-1', title: 'Fewer forms' } });

  const docs = [new Y.Doc(), new Y.Doc()] as const;
  const adas = await openPlainRoom(await ada.roomUrl(docId), docs[0]);
  const bens = await openPlainRoom(await ben.roomUrl(docId), docs[1]);
  const arrived = new Promise((resolve) => docs[1].once('update', resolve));
  let edit = new Uint8Array();
  docs[0].once('update', (update: Uint8Array) => (edit = new Uint8Array(update)));
  textOf(docs[0], 'description').insert(11, ', please');
  await adas.sendUpdate(edit);
  await arrived;
  expect(textOf(docs[1], 'description').toString()).toBe('Fewer forms, please');
  adas.socket.close();
  bens.socket.close();
  expect(await adas.closed).toBe(1005);
});

function capture({ device, actor }: PlainDevice, text: string) {
  const doc = new Y.Doc();
  writeNewImprovement(doc, text, { ...systemDeps, device, actor });
  return { docId: createUuidV7<DocumentId>(systemDeps), bytes: Y.encodeStateAsUpdate(doc) };
}

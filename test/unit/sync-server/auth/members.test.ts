/** Roles, removal and the workspace's rules: what an administrator changes holds for the very next edit. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createUuidV7 } from '../../../../shared/domain/ids.ts';
import type { Role } from '../../../../shared/domain/person.ts';
import { textOf } from '../../../../shared/document/schema.ts';
import { paths } from '../../../../shared/protocol/paths.ts';
import { closeCodes } from '../../../../shared/protocol/refusals.ts';
import { newIdentity } from '../../../support/join-body.ts';
import { joinPerson } from '../../../support/http-person.ts';
import {
  joinAsPlainDevice,
  type PlainDevice,
  ProblemAnswer,
} from '../../../support/plain-device.ts';
import { openSocket, step1Frame } from '../../../support/raw-socket.ts';
import { captureOn, openRecordOn, type RecordOnDevice } from '../../../support/record-on-device.ts';
import { type StartedServer, startServer } from '../../../support/start-server.ts';
import { systemDeps } from '../../../support/sync-core.ts';

let server: StartedServer;
let ada: PlainDevice;
let ben: PlainDevice;
let record: RecordOnDevice & { readonly first: Uint8Array };
beforeEach(async () => {
  server = await startServer();
  ada = await joinAsPlainDevice(server.url, server.adminToken, 'Ada');
  ben = await joinAsPlainDevice(server.url, await ada.invite('member'), 'Ben');
  record = captureOn(ada, 'Fewer forms');
  await ada.push([{ docId: record.docId, bytes: record.first }]);
});
afterEach(() => server.stop());

const setRoles = (by: PlainDevice, of: PlainDevice, roles: readonly Role[]) =>
  by.postJson(`${paths.people}/${of.person}/roles`, { roles });
const remove = (by: PlainDevice, of: PlainDevice) =>
  by.postJson(`${paths.people}/${of.person}/remove`);
const setEditing = (by: PlainDevice, editing: string) => by.postJson(paths.workspace, { editing });

/** What the server makes of an edit of Ada's record. */
async function edit(by: PlainDevice): Promise<string> {
  const copy = openRecordOn(by, record.docId, [record.first]);
  const bytes = copy.edit((doc) => textOf(doc, 'description').insert(0, 'x'));
  const [result] = (await by.push([{ docId: record.docId, bytes }])).results;
  return result?.type === 'refused' ? result.code : (result?.type ?? 'nothing');
}

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof ProblemAnswer ? error.problem.code : error),
  );

describe('roles', () => {
  it('hold for the next edit, whatever the session has been told', async () => {
    expect(await edit(ben)).toBe('ok');
    await setRoles(ada, ben, ['coach']);
    expect(await edit(ben)).toBe('notAllowed');
    await setRoles(ada, ben, ['coach', 'contributor']);
    expect(await edit(ben)).toBe('ok');
  });

  it('are told to everybody with the list of people', async () => {
    const before = (await ben.pull(null)).people;
    await setRoles(ada, ben, ['evaluator', 'assessor']);
    const after = (await ada.pull(null)).people;
    expect(after?.version).toBeGreaterThan(before?.version ?? 0);
    expect(after?.list.find(({ id }) => id === ben.person)?.roles).toEqual([
      'assessor',
      'evaluator',
    ]);
  });

  it('are changed by administrators alone, for members alone', async () => {
    expect(await codeOf(setRoles(ben, ben, ['admin']))).toBe('notAllowed');
    const nobody = { ...ben, person: ben.device as never };
    expect(await codeOf(setRoles(ada, nobody, ['coach']))).toBe('notFound');
    expect(await codeOf(setRoles(ada, ben, []))).toBe('malformed');
  });

  it('leave the workspace an administrator', async () => {
    expect(await codeOf(setRoles(ada, ada, ['contributor']))).toBe('lastAdministrator');
    expect(await codeOf(remove(ada, ada))).toBe('lastAdministrator');
    await setRoles(ada, ben, ['admin']);
    expect(await codeOf(setRoles(ada, ada, ['contributor']))).toBe('done');
    expect(await codeOf(remove(ben, ben))).toBe('lastAdministrator');
  });

  it('want a new ticket for every room once they change, also for one that was not used yet', async () => {
    const room = await openSocket(await ben.roomUrl(record.docId));
    room.send(step1Frame());
    const unused = await ben.roomUrl(record.docId);
    const poked = await openSocket(server.url.replace('http', 'ws') + paths.poke, ben.headers());
    await poked.find((frame) => frame);
    const heard = poked.frames.length;
    await setRoles(ada, ben, ['coach']);
    expect((await room.closed).code).toBe(closeCodes.signIn);
    expect((await (await openSocket(unused)).closed).code).toBe(closeCodes.signIn);
    await poked.find(() => (poked.frames.length > heard ? true : undefined));
    expect((await openSocket(await ben.roomUrl(record.docId))).socket.readyState).toBe(1);
  });
});

describe('teams and organisations', () => {
  it('are set by administrators alone, each once, and are told with the list of people', async () => {
    const [ward, acme] = [createUuidV7(systemDeps), createUuidV7(systemDeps)];
    const belong = (by: PlainDevice, belongsTo: readonly unknown[]) =>
      by.postJson(`${paths.people}/${ben.person}/belonging`, { belongsTo });
    expect(await codeOf(belong(ben, [ward]))).toBe('notAllowed');
    expect(await codeOf(belong(ada, ['ward']))).toBe('malformed');
    await belong(ada, [ward, acme, ward]);
    const told = (await ben.pull(null)).people?.list.find(({ id }) => id === ben.person);
    expect(told?.belongsTo).toEqual([ward, acme].sort());
    const rows = await server.store.readAudit(server.store.lineage.workspace.id, 0, 100);
    expect(rows.map(({ kind }) => kind)).toContain('belongingChanged');
  });
});

describe('a person who is removed', () => {
  it('is out at once: sockets, session, links and key', async () => {
    const room = await openSocket(await ben.roomUrl(record.docId));
    const poked = await openSocket(server.url.replace('http', 'ws') + paths.poke, ben.headers());
    const link = await ben.invite('ownDevice');
    await remove(ada, ben);
    expect((await room.closed).code).toBe(closeCodes.revoked);
    expect((await poked.closed).code).toBe(closeCodes.revoked);
    expect(await codeOf(ben.pull(null))).toBe('revoked');
    expect(await codeOf(ben.roomUrl(record.docId))).toBe('revoked');
    expect(await codeOf(joinAsPlainDevice(server.url, link, 'Ben'))).toBe('invitationInvalid');
    const { people } = await ada.pull(null);
    expect(people?.list.find(({ id }) => id === ben.person)).toMatchObject({
      displayName: 'Ben',
      isRemoved: true,
    });
  });

  it('hands in what they had not sent: it is refused, and kept for a coordinator', async () => {
    await remove(ada, ben);
    const { workspace } = server.store.lineage;
    const { headSeq } = await server.store.position(workspace.id);
    expect(await edit(ben)).toBe('revoked');
    expect((await server.store.position(workspace.id)).headSeq).toBe(headSeq);
    expect((await server.store.measure()).quarantinedUpdates).toBe(1);
  });

  it('comes back by a new link with the roles that it names, and only on the device that used it', async () => {
    const identity = newIdentity();
    const desk = await joinPerson(server.url, await ada.invite('member'), { identity });
    const phone = await joinPerson(server.url, await desk.invite({ for: 'ownDevice' }));
    await ada.postJson(`${paths.people}/${desk.person.id}/remove`);
    expect(await phone.get(paths.session)).toMatchObject({
      status: 403,
      body: { code: 'revoked' },
    });
    const back = await joinPerson(server.url, await ada.invite(['coach']), { identity });
    expect(back.person).toMatchObject({ id: desk.person.id, roles: ['coach'] });
    expect((await back.get(paths.session)).status).toBe(200);
    expect((await phone.get(paths.session)).status).toBe(401);
  });

  it('is in the audit trail, with who removed whom', async () => {
    await setRoles(ada, ben, ['coach']);
    await remove(ada, ben);
    const rows = await server.store.readAudit(server.store.lineage.workspace.id, 0, 100);
    const said = rows.map(({ kind, payload }) => ({ kind, ...JSON.parse(payload ?? '{}') }));
    const [person, by] = [ben.person, ada.person];
    expect(said).toContainEqual(
      expect.objectContaining({ kind: 'rolesChanged', person, by, roles: ['coach'] }),
    );
    expect(said).toContainEqual(expect.objectContaining({ kind: 'removed', person, by }));
  });
});

describe('how open editing is', () => {
  it('is for administrators to say, holds for the next edit, and comes with the list of people', async () => {
    expect((await ben.pull(null)).people?.editing).toBe('everyone');
    expect(await codeOf(setEditing(ben, 'involved'))).toBe('notAllowed');
    await setEditing(ada, 'involved');
    expect(await edit(ben)).toBe('notAllowed');
    expect((await ben.pull(null)).people?.editing).toBe('involved');
    const own = captureOn(ben, 'Mine');
    expect((await ben.push([{ docId: own.docId, bytes: own.first }])).results[0]?.type).toBe('ok');
    await setEditing(ada, 'everyone');
    expect(await edit(ben)).toBe('ok');
  });
});

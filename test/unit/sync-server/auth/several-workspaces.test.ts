/** One browser in several workspaces of a server: its sessions stand side by side, and each opens its own only. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { WorkspaceId } from '../../../../shared/domain/ids.ts';
import { paths, workspaceHeader, workspaceParameter } from '../../../../shared/protocol/paths.ts';
import { closeCodes } from '../../../../shared/protocol/refusals.ts';
import { inviteAdministrator } from '../../../../sync-server/auth/invitations.ts';
import { type HttpPerson, joinPerson, sendJson } from '../../../support/http-person.ts';
import { newIdentity } from '../../../support/join-body.ts';
import { openSocket } from '../../../support/raw-socket.ts';
import { type StartedServer, startServer } from '../../../support/start-server.ts';
import { systemDeps } from '../../../support/sync-core.ts';

let server: StartedServer;
let first: HttpPerson;
let second: HttpPerson;
let third: WorkspaceId;
let cookie: string;

/** The same device in both, as a browser would have it: one identity, two cookies. */
beforeEach(async () => {
  server = await startServer();
  const identity = newIdentity();
  const ward = await server.store.addWorkspace('Ward 3');
  third = (await server.store.addWorkspace('Ward 4')).id;
  const token = await inviteAdministrator({ ...systemDeps, store: server.store }, ward.id);
  first = await joinPerson(server.url, server.adminToken, { identity });
  second = await joinPerson(server.url, token, { identity });
  cookie = `${first.cookie}; ${second.cookie}`;
});
afterEach(() => server.stop());

const who = (headers: Readonly<Record<string, string>>) =>
  sendJson(server.url + paths.session, 'GET', headers);
const naming = (workspace: string) => ({ cookie, [workspaceHeader]: workspace });

const refused = { status: 401, body: { code: 'signIn' } };

it('answers as whom the request names, and without a name as the first', async () => {
  for (const { workspace, person } of [first, second]) {
    const named = await who(naming(workspace.id));
    expect(named).toMatchObject({ status: 200, body: { workspace, person } });
  }
  expect((await who({ cookie })).body).toMatchObject({ workspace: first.workspace });
});

it('refuses a workspace of which the browser has no session, whatever its cookies are called', async () => {
  expect(await who(naming(third))).toMatchObject(refused);
  expect(await who(naming('account'))).toMatchObject(refused);
  const renamed = second.cookie.replace(second.workspace.id, first.workspace.id);
  expect(await who({ cookie: renamed })).toMatchObject(refused);
  expect(await who({ cookie: renamed, [workspaceHeader]: first.workspace.id })).toMatchObject(
    refused,
  );
});

it('ends the one that is left, and not the other', async () => {
  const left = await sendJson(server.url + paths.leave, 'POST', naming(second.workspace.id), {
    device: second.device,
  });
  expect(left).toMatchObject({ status: 200, cookie: `gemba-${second.workspace.id}=` });
  expect(await who(naming(second.workspace.id))).toMatchObject(refused);
  expect((await who(naming(first.workspace.id))).status).toBe(200);
});

it('leaves a session alone that is not of the device that was signed out', async () => {
  const late = await sendJson(server.url + paths.leave, 'POST', naming(first.workspace.id), {
    device: newIdentity().device,
  });
  expect(late).toMatchObject({ status: 200, cookie: '' });
  expect((await who(naming(first.workspace.id))).status).toBe(200);
});

it('pokes a socket for the workspace in its address', async () => {
  const poke = `${server.url.replace('http', 'ws')}${paths.poke}`;
  const open = (workspace: string) =>
    openSocket(`${poke}?${workspaceParameter}=${workspace}`, { cookie });
  const ward = await open(second.workspace.id);
  await ward.find(() => true);
  await second.post(paths.workspace, { editing: 'everyone' });
  await ward.find(() => ward.frames[1]);
  await ward.leave();
  expect((await (await open(third)).closed).code).toBe(closeCodes.signIn);
});

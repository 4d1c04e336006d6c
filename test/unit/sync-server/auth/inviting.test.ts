/** Links for other people: what they allow, how often, how long, who sees them, who ends them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { paths } from '../../../../shared/protocol/paths.ts';
import { invitationsAnswer } from '../../../../shared/protocol/session.ts';
import { type HttpPerson, joinPerson, tryJoin } from '../../../support/http-person.ts';
import { type StartedServer, startServer } from '../../../support/start-server.ts';

const hourMs = 60 * 60 * 1000;

let nowMs: number;
let server: StartedServer;
let admin: HttpPerson;
beforeEach(async () => {
  nowMs = Date.UTC(2026, 0, 1);
  server = await startServer({ nowMs: () => nowMs });
  admin = await joinPerson(server.url, server.adminToken);
});
afterEach(() => server.stop());

const join = (token: string) => joinPerson(server.url, token);
const open = async (who = admin) =>
  invitationsAnswer.parse((await who.get(paths.invitations)).body).invitations;

describe('a link for other people', () => {
  it('lets in as many devices as it has uses, each as a person of its own', async () => {
    const token = await admin.invite({ for: 'person', roles: ['contributor'], uses: 2 });
    const [bo, cy] = [await join(token), await join(token)];
    expect(bo.person.id).not.toBe(cy.person.id);
    expect(await tryJoin(server.url, token)).toMatchObject({
      status: 410,
      body: { code: 'invitationInvalid' },
    });
  });

  it('is not spent by a device that is in already and gets nothing by it', async () => {
    const token = await admin.invite({ for: 'person', roles: ['contributor'], uses: 2 });
    const bo = await join(token);
    const { identity } = bo;
    const left = async () => (await open())[0]?.usesLeft;
    expect(await joinPerson(server.url, token, { identity })).toMatchObject({ person: bo.person });
    expect(await left()).toBe(1);
    const more = await admin.invite({ for: 'person', roles: ['coach'], uses: 2 });
    await joinPerson(server.url, more, { identity });
    expect(await left()).toBe(1);
    await bo.post(paths.leave, {});
    const again = await joinPerson(server.url, more, { identity });
    expect(again.person.roles).toEqual(['contributor', 'coach']);
    expect((await open()).map(({ usesLeft }) => usesLeft)).toEqual([1]);
  });

  it('lives 72 hours unless another time is asked for', async () => {
    const usual = await admin.invite({ for: 'person', roles: ['contributor'], uses: 2 });
    const long = await admin.invite({ for: 'person', roles: ['contributor'], expiresInHours: 720 });
    nowMs += 72 * hourMs - 1;
    await join(usual);
    nowMs += 1;
    expect((await tryJoin(server.url, usual)).status).toBe(410);
    nowMs += 648 * hourMs - 1;
    expect((await tryJoin(server.url, long)).status).toBe(200);
  });

  it.each([
    ['roles', { roles: [] }],
    ['roles.0', { roles: ['emperor'] }],
    ['expiresInHours', { expiresInHours: 721 }],
    ['expiresInHours', { expiresInHours: 0 }],
    ['uses', { uses: 1_001 }],
    ['uses', { uses: 1.5 }],
    ['label', { label: 'x'.repeat(81) }],
  ])('is refused where %s is wrong: %j', async (field, wrong) => {
    const asked = { for: 'person', roles: ['contributor'], ...wrong };
    expect(await admin.post(paths.invitations, asked)).toMatchObject({
      status: 400,
      body: { code: 'malformed', field },
    });
    expect(await open()).toEqual([]);
  });

  it('is listed with who made it, what is left and until when, but never with its token', async () => {
    const terms = { roles: ['contributor', 'admin'], uses: 3, label: 'Ward 3' } as const;
    const token = await admin.invite({ for: 'person', ...terms, roles: [...terms.roles] });
    await join(token);
    const answer = await admin.get(paths.invitations);
    expect(invitationsAnswer.parse(answer.body).invitations).toMatchObject([
      { for: 'person', ...terms, usesLeft: 2, by: admin.person.id, person: null },
    ]);
    expect(JSON.stringify(answer.body)).not.toContain(token);
  });

  it('is revoked once, by administrators alone, and lets nobody in from then on', async () => {
    const token = await admin.invite({ for: 'person', roles: ['contributor'], uses: 9 });
    const bo = await join(token);
    const [{ id = '' } = {}] = await open();
    const revoke = `${paths.invitations}/${id}/revoke`;
    expect(await bo.post(revoke)).toMatchObject({ status: 403, body: { code: 'notAllowed' } });
    expect(await bo.get(paths.invitations)).toMatchObject({ status: 403 });
    expect((await admin.post(revoke)).status).toBe(200);
    expect(await admin.post(revoke)).toMatchObject({ status: 404, body: { code: 'notFound' } });
    expect((await tryJoin(server.url, token)).status).toBe(410);
    expect(await open()).toEqual([]);
  });
});

describe('a recovery link', () => {
  it('adds a device to the person who lost theirs, once, within a day', async () => {
    const bo = await join(await admin.invite({ for: 'member' }));
    const recover = async () =>
      (await admin.post(`${paths.people}/${bo.person.id}/recovery`)).body as { token: string };
    const first = await recover();
    const again = await joinPerson(server.url, first.token, { replaced: { displayName: '' } });
    expect(again.person).toEqual(bo.person);
    expect(again.device).not.toBe(bo.device);
    expect((await tryJoin(server.url, first.token)).status).toBe(410);
    const late = await recover();
    nowMs += 24 * hourMs;
    expect((await tryJoin(server.url, late.token)).status).toBe(410);
  });

  it('is made by administrators, for people there are', async () => {
    const bo = await join(await admin.invite({ for: 'member' }));
    const path = (id: string) => `${paths.people}/${id}/recovery`;
    expect(await bo.post(path(admin.person.id))).toMatchObject({ status: 403 });
    expect(await admin.post(path('nobody'))).toMatchObject({ status: 404 });
  });
});

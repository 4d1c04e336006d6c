/** Joining, leaving, and tickets for rooms. */
import { Hono } from 'hono';
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { SignInWays } from '../../shared/protocol/passkeys.ts';
import { paths } from '../../shared/protocol/paths.ts';
import { refusal } from '../../shared/protocol/refusals.ts';
import {
  challengeRequest,
  joinRequest,
  leaveRequest,
  renewRequest,
  ticketRequest,
} from '../../shared/protocol/session.ts';
import { mayReadRecord } from '../auth/readers.ts';
import { createChallenges } from '../auth/challenges.ts';
import { deviceNameOf } from '../auth/device-name.ts';
import { signOut } from '../auth/devices.ts';
import { relyingPartyOf } from '../auth/relying-party.ts';
import { join, renew, sessionAnswerOf } from '../auth/sessions.ts';
import {
  type PublicEnv,
  requestHeaders,
  requireSession,
  type RouteDeps,
  type SessionEnv,
} from './context.ts';
import { json, readJson } from './json-body.ts';
import { openSession } from './open-session.ts';
import { pageAddress } from './peer.ts';
import { problemResponse } from './problem.ts';
import { sessionCookie } from './session-cookie.ts';

/** The ways to a session: an invitation, or the key of a device that has joined before. */
export function createSignInRoutes(deps: RouteDeps): Hono<PublicEnv> {
  const routes = new Hono<PublicEnv>();
  const challenges = createChallenges(deps);

  routes.post(paths.join, async (c) => {
    const request = await readJson(c, joinRequest);
    if (!request.ok) return problemResponse(request.error);
    const deviceName = deviceNameOf(requestHeaders(c)['user-agent']);
    return openSession(c, deps, await join(deps, request.value, deviceName));
  });

  routes.post(paths.challenge, async (c) => {
    const request = await readJson(c, challengeRequest);
    return request.ok
      ? json(c, { challenge: challenges.issue(request.value) })
      : problemResponse(request.error);
  });

  routes.post(paths.renew, async (c) => {
    const request = await readJson(c, renewRequest);
    return request.ok
      ? openSession(c, deps, await renew({ ...deps, challenges }, request.value))
      : problemResponse(request.error);
  });

  routes.get(paths.ways, (c) => {
    const party = relyingPartyOf(pageAddress(requestHeaders(c), deps.trust));
    const workAccount = deps.accounts === undefined ? null : { name: deps.accounts.name };
    const { demoToken } = deps;
    const ways: SignInWays = {
      passkey: party !== undefined,
      workAccount,
      ...(demoToken !== undefined && { demo: demoToken }),
    };
    return json(c, ways);
  });

  return routes;
}

export function createSessionRoutes(deps: RouteDeps): Hono<SessionEnv> {
  const { store, tickets, trust } = deps;
  const routes = new Hono<SessionEnv>();
  const checkSession = requireSession(deps);

  routes.get(paths.session, checkSession, (c) => json(c, sessionAnswerOf(store, c.var.session)));

  routes.post(paths.leave, checkSession, async (c) => {
    const request = await readJson(c, leaveRequest);
    if (!request.ok) return problemResponse(request.error);
    const { session } = c.var;
    if ((request.value.device ?? session.device) !== session.device) return json(c, {});
    await signOut(deps, session, session.device);
    const ended = { workspace: session.workspace, token: '' };
    c.header('set-cookie', sessionCookie(requestHeaders(c), trust, ended));
    return json(c, {});
  });

  routes.post(paths.roomTicket, checkSession, async (c) => {
    const request = await readJson(c, ticketRequest);
    if (!request.ok) return problemResponse(request.error);
    const docId = request.value.docId as DocumentId;
    const { session, sessionHash } = c.var;
    if (!(await mayReadRecord(store, session, docId))) return problemResponse(unknownDocument);
    const ticket = tickets.issue(session, sessionHash, docId);
    return ticket === undefined ? problemResponse(tooManyTickets) : json(c, { ticket });
  });

  return routes;
}

const unknownDocument = refusal('notFound', 'There is no such document.', 'docId');
const tooManyTickets = refusal('unavailable', 'Too many tickets are waiting; try again later.');

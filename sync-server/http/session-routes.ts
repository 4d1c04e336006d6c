/** Joining, leaving, inviting, and tickets for rooms: JSON in, JSON out. */
import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/protocol/paths.ts';
import { type Refusal, refusal } from '../../shared/protocol/refusals.ts';
import {
  challengeRequest,
  invitationRequest,
  joinRequest,
  renewRequest,
  ticketRequest,
} from '../../shared/protocol/session.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { createChallenges } from '../auth/challenges.ts';
import { invite } from '../auth/invitations.ts';
import { type Joined, join, renew, sessionAnswerOf } from '../auth/sessions.ts';
import {
  type PublicEnv,
  requestHeaders,
  requireSession,
  type RouteDeps,
  type SessionEnv,
} from './context.ts';
import { problemResponse } from './problem.ts';
import { readBody } from './read-body.ts';
import { sessionCookie } from './session-cookie.ts';

const bodyBytes = 8 * 1024;

/** The ways to a session: an invitation, or the key of a device that has joined before. */
export function createSignInRoutes(deps: RouteDeps): Hono<PublicEnv> {
  const routes = new Hono<PublicEnv>();
  const challenges = createChallenges(deps);
  const enter = (c: Context<PublicEnv>, joined: Result<Joined, Refusal>) => {
    if (!joined.ok) return problemResponse(joined.error);
    const { session, sessionToken } = joined.value;
    c.header('set-cookie', sessionCookie(requestHeaders(c), deps.trust, sessionToken));
    return json(c, sessionAnswerOf(deps.store, session));
  };

  routes.post(paths.join, async (c) => {
    const request = await readJson(c, joinRequest);
    return request.ok ? enter(c, await join(deps, request.value)) : problemResponse(request.error);
  });

  routes.post(paths.challenge, async (c) => {
    const request = await readJson(c, challengeRequest);
    return request.ok
      ? json(c, { challenge: challenges.issue(request.value.device) })
      : problemResponse(request.error);
  });

  routes.post(paths.renew, async (c) => {
    const request = await readJson(c, renewRequest);
    return request.ok
      ? enter(c, await renew({ ...deps, challenges }, request.value))
      : problemResponse(request.error);
  });

  return routes;
}

export function createSessionRoutes(deps: RouteDeps): Hono<SessionEnv> {
  const { store, tickets, trust } = deps;
  const routes = new Hono<SessionEnv>();
  const checkSession = requireSession(deps);

  routes.get(paths.session, checkSession, (c) => json(c, sessionAnswerOf(store, c.var.session)));

  routes.post(paths.leave, checkSession, async (c) => {
    await store.endSession(c.var.sessionHash, deps.nowMs());
    deps.onSessionEnded(c.var.sessionHash);
    c.header('set-cookie', sessionCookie(requestHeaders(c), trust, ''));
    return json(c, {});
  });

  routes.post(paths.invitations, checkSession, async (c) => {
    const request = await readJson(c, invitationRequest);
    if (!request.ok) return problemResponse(request.error);
    const invited = await invite(deps, c.var.session, request.value);
    return invited.ok ? json(c, invited.value) : problemResponse(invited.error);
  });

  routes.post(paths.roomTicket, checkSession, async (c) => {
    const request = await readJson(c, ticketRequest);
    if (!request.ok) return problemResponse(request.error);
    const docId = request.value.docId as DocumentId;
    const { session, sessionHash } = c.var;
    const [found] = await store.inspect(session.workspace, [{ docId, uid: undefined }]);
    if (found?.document === undefined) return problemResponse(unknownDocument);
    const ticket = tickets.issue(session, sessionHash, docId);
    return ticket === undefined ? problemResponse(tooManyTickets) : json(c, { ticket });
  });

  return routes;
}

const unknownDocument = refusal('notFound', 'There is no such document.', 'docId');
const tooManyTickets = refusal('unavailable', 'Too many tickets are waiting; try again later.');

async function readJson<Schema extends z.core.$ZodType, E extends PublicEnv>(
  c: Context<E>,
  schema: Schema,
): Promise<Result<z.infer<Schema>, Refusal>> {
  const body = await readBody(c.env.incoming, bodyBytes);
  if (!body.ok) return body;
  const parsed = z.safeParse(schema, parseJson(body.value));
  if (parsed.success) return ok(parsed.data);
  const field = parsed.error.issues[0]?.path.join('.');
  return err(refusal('malformed', 'The body is not JSON of the expected shape.', field));
}

/** undefined for bytes that are no JSON: no schema takes that. */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function json<E extends PublicEnv>(c: Context<E>, value: object): Response {
  return c.json(value, 200, { 'cache-control': 'no-store' });
}

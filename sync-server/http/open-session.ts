/** The answer to a sign-in of whatever kind: the session's cookie, and who this device is now. */
import type { Context } from 'hono';
import type { Refusal } from '../../shared/protocol/refusals.ts';
import type { Result } from '../../shared/result.ts';
import { type Joined, sessionAnswerOf } from '../auth/sessions.ts';
import { type PublicEnv, requestHeaders, type RouteDeps } from './context.ts';
import { json } from './json-body.ts';
import { problemResponse } from './problem.ts';
import { sessionCookie } from './session-cookie.ts';

export function openSession(
  c: Context<PublicEnv>,
  { store, trust }: RouteDeps,
  joined: Result<Joined, Refusal>,
): Response {
  if (!joined.ok) return problemResponse(joined.error);
  const { session, sessionToken } = joined.value;
  const shown = { workspace: session.workspace, token: sessionToken };
  c.header('set-cookie', sessionCookie(requestHeaders(c), trust, shown));
  return json(c, sessionAnswerOf(store, session));
}

/** What every route is given: the request as Node has it, and what the server is made of. */
import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import { refusal } from '../../shared/protocol/refusals.ts';
import type { PeopleChange } from '../auth/members.ts';
import { findRemovedSession, findSession, noteSeen } from '../auth/sessions.ts';
import type { Tickets } from '../auth/tickets.ts';
import type { WorkAccounts } from '../auth/work-accounts.ts';
import { hashToken } from '../auth/tokens.ts';
import type { RateLimits } from '../limits/rate-limits.ts';
import type { Log } from '../observability/log.ts';
import type { Replication } from '../replication/replication.ts';
import type { Session } from '../store/people-store.ts';
import type { Store } from '../store/store.ts';
import type { ProxyTrust } from './peer.ts';
import { tooMany } from './limit-requests.ts';
import { problemResponse } from './problem.ts';
import { readSessionCookie } from './session-cookie.ts';

export type RouteDeps = ClockDep &
  RandomDep & {
    readonly store: Store;
    readonly replication: Replication;
    readonly tickets: Tickets;
    readonly log: Log;
    readonly trust: ProxyTrust;
    /** Where the organisation has accounts of its own. */
    readonly accounts?: WorkAccounts | undefined;
    /** Of the demo, which anybody may join: there is nothing in it to protect. */
    readonly demoToken?: string | undefined;
    readonly rateLimits: RateLimits;
    /** Called when a session has ended, so that its sockets end as well. */
    readonly onSessionEnded: (sessionHash: string) => void;
    /** Called when who may do what has changed, so that sockets follow. */
    readonly onPeopleChanged: (change: PeopleChange) => void;
  };

export type PublicEnv = { Bindings: HttpBindings };
export type SessionEnv = PublicEnv & {
  Variables: { readonly session: Session; readonly sessionHash: string };
};

export const requestHeaders = ({ env }: { readonly env: HttpBindings }) => env.incoming.headers;

/**
 * Lets a request pass that has a session, and says whose it is. Somebody who was removed is told so;
 * `orRemoved` lets them in all the same, where they may hand in what they had not sent.
 */
export function requireSession(
  deps: RouteDeps,
  orRemoved: 'orRemoved' | undefined = undefined,
): MiddlewareHandler<SessionEnv> {
  return async (c, next) => {
    const shown = readSessionCookie(requestHeaders(c), deps.trust);
    if (shown === undefined) return problemResponse(noSession);
    const member = await findSession(deps, shown);
    const removed = member === undefined ? await findRemovedSession(deps, shown) : undefined;
    const session = member ?? removed;
    if (session === undefined) return problemResponse(noSession);
    if (removed !== undefined && orRemoved === undefined) return problemResponse(wasRemoved);
    const waitSeconds = await deps.rateLimits.take('requests', session.person.id);
    if (waitSeconds !== undefined) return problemResponse(tooMany(waitSeconds));
    c.set('session', session);
    c.set('sessionHash', hashToken(shown.token));
    // What can't be noted now is noted with a later request: it must stop nobody.
    await noteSeen(deps, session).catch((error: unknown) =>
      deps.log.warn({ err: error }, 'a device could not be noted as seen'),
    );
    return next();
  };
}

const wasRemoved = refusal('revoked', 'This person is no longer a member.');
const noSession = refusal('signIn', 'No session: join with a link first.');

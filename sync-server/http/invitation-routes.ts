/** Links that let people and devices in: making, listing, revoking them. */
import { Hono } from 'hono';
import { paths } from '../../shared/protocol/paths.ts';
import { invitationRequest } from '../../shared/protocol/session.ts';
import { invite, listInvitations, recover, revokeInvitation } from '../auth/invitations.ts';
import { requireSession, type RouteDeps, type SessionEnv } from './context.ts';
import { jsonOrProblem, readJson } from './json-body.ts';
import { problemResponse } from './problem.ts';

export function createInvitationRoutes(deps: RouteDeps): Hono<SessionEnv> {
  const routes = new Hono<SessionEnv>();
  const checkSession = requireSession(deps);

  routes.post(paths.invitations, checkSession, async (c) => {
    const request = await readJson(c, invitationRequest);
    return request.ok
      ? jsonOrProblem(c, await invite(deps, c.var.session, request.value))
      : problemResponse(request.error);
  });

  routes.get(paths.invitations, checkSession, async (c) =>
    jsonOrProblem(c, await listInvitations(deps, c.var.session)),
  );

  routes.post(`${paths.invitations}/:id/revoke`, checkSession, async (c) =>
    jsonOrProblem(c, await revokeInvitation(deps, c.var.session, c.req.param('id'))),
  );

  routes.post(`${paths.people}/:id/recovery`, checkSession, async (c) =>
    jsonOrProblem(c, await recover(deps, c.var.session, c.req.param('id'))),
  );

  return routes;
}

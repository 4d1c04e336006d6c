/** Refused edits and what coordinators decide of them. */
import { Hono } from 'hono';
import type { DocumentId, Uid } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/protocol/paths.ts';
import { type QuarantineDecision, quarantineDecisions } from '../../shared/protocol/quarantine.ts';
import { refusal } from '../../shared/protocol/refusals.ts';
import { requireSession, type RouteDeps, type SessionEnv } from './context.ts';
import { jsonOrProblem } from './json-body.ts';
import { problemResponse } from './problem.ts';

export function createQuarantineRoutes(deps: RouteDeps): Hono<SessionEnv> {
  const { quarantine } = deps.replication;
  const routes = new Hono<SessionEnv>();
  const checkSession = requireSession(deps);

  routes.get(paths.quarantine, checkSession, async (c) => {
    const before = c.req.query('before') ?? String(Number.MAX_SAFE_INTEGER);
    if (!/^\d{1,16}$/u.test(before)) return problemResponse(badPage);
    return jsonOrProblem(c, await quarantine.read(c.var.session, Number(before)));
  });

  routes.post(`${paths.quarantine}/:docId/:uid/:decision`, checkSession, async (c) => {
    const { docId, uid, decision } = c.req.param();
    if (!isDecision(decision)) return problemResponse(unknownRoute);
    const item = { docId: docId as DocumentId, uid: uid as Uid };
    return jsonOrProblem(c, await quarantine.decide(c.var.session, item, decision));
  });

  return routes;
}

const isDecision = (text: string): text is QuarantineDecision =>
  (quarantineDecisions as readonly string[]).includes(text);

const badPage = refusal('invalidField', '`before` is a number.', 'before');
const unknownRoute = refusal('notFound', 'There is nothing here.');

/** Signing in with the organisation's own account: there, back, and in. */
import { Hono } from 'hono';
import { paths } from '../../shared/protocol/paths.ts';
import { refusal } from '../../shared/protocol/refusals.ts';
import { accountFragment, accountRefused } from '../../shared/protocol/account-fragment.ts';
import {
  accountLinkRequest,
  accountSignInRequest,
  accountStartRequest,
} from '../../shared/protocol/work-account.ts';
import { deviceNameOf } from '../auth/device-name.ts';
import type { WorkAccounts } from '../auth/work-accounts.ts';
import { accountCookie, readAccountCookie } from './account-cookie.ts';
import {
  type PublicEnv,
  requestHeaders,
  requireSession,
  type RouteDeps,
  type SessionEnv,
} from './context.ts';
import { json, jsonOrProblem, readJson } from './json-body.ts';
import { openSession } from './open-session.ts';
import { pageAddress } from './peer.ts';
import { problemResponse } from './problem.ts';

export function createAccountRoutes(deps: RouteDeps, accounts: WorkAccounts): Hono<PublicEnv> {
  const { trust } = deps;
  const routes = new Hono<PublicEnv>();
  const own = new Hono<SessionEnv>();

  routes.post(`${paths.account}/start`, async (c) => {
    const request = await readJson(c, accountStartRequest);
    if (!request.ok) return problemResponse(request.error);
    const page = pageAddress(requestHeaders(c), trust);
    if (page === undefined) return problemResponse(noHost);
    const callback = `${page.origin}${paths.account}/callback`;
    const begun = await accounts.begin(callback, request.value.token);
    if (!begun.ok) return problemResponse(begun.error);
    c.header('set-cookie', accountCookie(requestHeaders(c), trust, begun.value.browser));
    return json(c, { url: begun.value.url });
  });

  routes.get(`${paths.account}/callback`, async (c) => {
    const browser = readAccountCookie(requestHeaders(c), trust);
    const ticket = await accounts.arrive(new URL(c.req.url).search, browser);
    return c.body(null, 303, {
      location: `/join#${accountFragment}=${ticket ?? accountRefused}`,
      'cache-control': 'no-store',
    });
  });

  routes.post(paths.account, async (c) => {
    const request = await readJson(c, accountSignInRequest);
    if (!request.ok) return problemResponse(request.error);
    const browser = readAccountCookie(requestHeaders(c), trust);
    const deviceName = deviceNameOf(requestHeaders(c)['user-agent']);
    return openSession(c, deps, await accounts.signIn(request.value, browser, deviceName));
  });

  own.post(`${paths.account}/link`, requireSession(deps), async (c) => {
    const request = await readJson(c, accountLinkRequest);
    if (!request.ok) return problemResponse(request.error);
    const browser = readAccountCookie(requestHeaders(c), trust);
    return jsonOrProblem(c, await accounts.link(c.var.session, request.value.ticket, browser));
  });

  return routes.route('/', own as unknown as Hono<PublicEnv>);
}

const noHost = refusal('malformed', 'The request names no host.', 'host');

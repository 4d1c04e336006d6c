/** All routes of the server, the checks before them, and what becomes of a failure. */
import { Hono } from 'hono';
import { paths } from '../../shared/protocol/paths.ts';
import { refusal } from '../../shared/protocol/refusals.ts';
import type { Metrics } from '../observability/metrics.ts';
import { StorageError } from '../store/storage-error.ts';
import { type PublicEnv, requestHeaders, type RouteDeps } from './context.ts';
import { createErasureRoutes } from './erasure-routes.ts';
import { limitSignIn } from './limit-requests.ts';
import { createHistoryRoutes } from './history-routes.ts';
import { measureRequests } from './measure-requests.ts';
import { createAccountRoutes } from './account-routes.ts';
import { createDeviceRoutes } from './device-routes.ts';
import { createInvitationRoutes } from './invitation-routes.ts';
import { createMemberRoutes } from './member-routes.ts';
import { createPasskeyRoutes } from './passkey-routes.ts';
import { isForeignOrigin } from './peer.ts';
import { problemResponse } from './problem.ts';
import { createQuarantineRoutes } from './quarantine-routes.ts';
import { createSessionRoutes, createSignInRoutes } from './session-routes.ts';
import { createSyncRoutes } from './sync-routes.ts';
import { version } from './version.ts';

export type AppDeps = RouteDeps & {
  /** True once the server is shutting down: what is under way is finished, nothing new is begun. */
  readonly isStopping: () => boolean;
  readonly metrics: Metrics;
};

export function createApp(deps: AppDeps): Hono<PublicEnv> {
  const { store, log, trust } = deps;
  const app = new Hono<PublicEnv>();
  app.use(measureRequests(deps.metrics));

  app.use(async (c, next) => {
    if (deps.isStopping()) {
      c.header('connection', 'close');
      return problemResponse(stopping);
    }
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
    return !isRead && isForeignOrigin(requestHeaders(c), trust)
      ? problemResponse(foreignOrigin)
      : next();
  });

  app.get(paths.health, (c) => {
    const { schema, warning } = store.lineage;
    return c.json({ status: 'ok', version, schema, warning }, 200, { 'cache-control': 'no-store' });
  });
  for (const path of signInPaths) app.use(path, limitSignIn(deps));
  app.route('/', createSignInRoutes(deps));
  app.route('/', createSessionRoutes(deps));
  app.route('/', createInvitationRoutes(deps));
  app.route('/', createDeviceRoutes(deps));
  app.route('/', createMemberRoutes(deps));
  app.route('/', createQuarantineRoutes(deps));
  app.route('/', createPasskeyRoutes(deps));
  app.route('/', createErasureRoutes(deps));
  if (deps.accounts !== undefined) app.route('/', createAccountRoutes(deps, deps.accounts));
  app.route('/', createSyncRoutes(deps));
  app.route('/', createHistoryRoutes(deps));

  app.notFound(() => problemResponse(refusal('notFound', 'There is nothing here.')));
  app.onError((error, c) => {
    log.error({ err: error, method: c.req.method, path: c.req.path }, 'a request failed');
    return problemResponse(error instanceof StorageError ? storageFailed : failed);
  });
  return app;
}

/** Whatever leads to a session. */
const signInPaths = [
  paths.join,
  paths.challenge,
  paths.renew,
  paths.passkeySignIn,
  `${paths.passkeySignIn}/*`,
  `${paths.account}/*`,
];

const stopping = refusal('unavailable', 'The server is shutting down; try again soon.');
const foreignOrigin = refusal('foreignOrigin', 'A page of another address sent this.', 'origin');
const storageFailed = refusal('storageFailed', 'The server’s storage failed; try again later.');
const failed = refusal('unavailable', 'The server failed; try again later.');

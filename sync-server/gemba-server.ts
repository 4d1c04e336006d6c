/** The whole server as one thing that is started and stopped: by main, by tests and by benches. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { ClockDep, RandomDep } from '../shared/deps.ts';
import { joinFragment, paths } from '../shared/protocol/paths.ts';
import { inviteFirstAdministrator } from './auth/invitations.ts';
import type { AccountConfig } from './auth/account-config.ts';
import { createOpenIdProvider } from './auth/openid-provider.ts';
import { createTickets } from './auth/tickets.ts';
import { createWorkAccounts } from './auth/work-accounts.ts';
import { createApp } from './http/app.ts';
import { limitBody } from './http/body-deadline.ts';
import { setSecurityHeaders } from './http/security-headers.ts';
import { createStaticFiles, pathOf } from './http/static-files.ts';
import { createOpenCounts } from './limits/open-counts.ts';
import { createRateLimits } from './limits/rate-limits.ts';
import { framesPerBeat } from './limits/rates.ts';
import type { Log } from './observability/log.ts';
import type { Admission } from './replication/admission.ts';
import { measuredAdmission, measuredReplication, measuredStore } from './observability/measured.ts';
import type { Metrics, MetricsSources } from './observability/metrics.ts';
import { keepExpiringQuarantine } from './replication/expire-quarantine.ts';
import { createReplication } from './replication/replication.ts';
import type { Store } from './store/store.ts';
import { createGateway } from './websocket/gateway.ts';

/** Milliseconds; all but the body's as Node's http server takes them. */
export type SlownessLimits = {
  readonly headersTimeout: number;
  /** For a body, or each message of one that is a stream. */
  readonly bodyTimeout: number;
  readonly connectionsCheckingInterval: number;
  readonly keepAliveTimeout: number;
};

export type ServerOptions = {
  /** 0 = any free port. */
  readonly port: number;
  readonly host: string;
  readonly webDir: string;
  readonly trustProxy: boolean;
  /** The address that people open, where it is not the one of their requests. */
  readonly publicUrl?: URL | undefined;
  readonly killServiceWorker: boolean;
  /** The organisation's OpenID provider. */
  readonly account?: AccountConfig | undefined;
  /** Of a link to the demo, where that is what it serves. */
  readonly demoToken?: string | undefined;
  /** Multiplies every rate and count that is allowed; 0 = no limits. */
  readonly limitFactor: number;
  /** Default: as long as an honest peer on a bad network may need. */
  readonly slownessLimits?: SlownessLimits;
};

/** The server closes `store` and `admission` when it stops. */
export type ServerDeps = ClockDep &
  RandomDep & {
    readonly store: Store;
    readonly admission: Admission;
    readonly log: Log;
    readonly metrics: Metrics;
  };

export type GembaServer = {
  /** `http://host:port`. */
  readonly url: string;
  readonly port: number;
  /** The first administrator's link; undefined once there is one. */
  readonly adminLink: string | undefined;
  /** What the metrics look up. */
  readonly sources: MetricsSources;
  /** Finishes what is under way, commits it, closes every socket with 1001. */
  readonly stop: () => Promise<void>;
};

/** Who sends a byte now and then, to keep a connection busy, is cut off. */
const slownessLimits: SlownessLimits = {
  headersTimeout: 15_000,
  bodyTimeout: 60_000,
  connectionsCheckingInterval: 5_000,
  /** Longer than the minute that proxies keep a connection for: it is theirs to end it. */
  keepAliveTimeout: 65_000,
};

const maxHeaderSize = 16 * 1024;

/** Open requests get this long to finish when the server stops. */
const drainLimitMs = 5_000;

/** Resolves when connections are accepted. */
export async function createGembaServer(
  options: ServerOptions,
  deps: ServerDeps,
): Promise<GembaServer> {
  const { admission, log, metrics } = deps;
  const store = measuredStore(deps.store, metrics);
  const trust = { trustProxy: options.trustProxy, publicUrl: options.publicUrl };
  const soon = (work: () => void) => void setImmediate(work);
  const replication = measuredReplication(
    createReplication({ ...deps, store, admission: measuredAdmission(admission, metrics), soon }),
    metrics,
  );
  const { limitFactor } = options;
  const rateLimits = createRateLimits(limitFactor, metrics);
  const openCounts = createOpenCounts(limitFactor, metrics);
  const tickets = createTickets(deps);
  const gateway = createGateway({
    ...deps,
    trust,
    soon,
    tickets,
    openCounts,
    framesPerBeat: limitFactor === 0 ? Number.POSITIVE_INFINITY : framesPerBeat * limitFactor,
    queue: replication.queue,
  });
  const accounts =
    options.account &&
    createWorkAccounts(
      { ...deps, store, provider: createOpenIdProvider(options.account) },
      options.account,
    );
  let isStopping = false;
  const app = createApp({
    ...deps,
    trust,
    tickets,
    accounts,
    demoToken: options.demoToken,
    rateLimits,
    replication,
    isStopping: () => isStopping,
    onSessionEnded: (sessionHash) => gateway.endSession(sessionHash),
    onPeopleChanged: (change) => gateway.followPeople(change),
  });
  const answer = getRequestListener(app.fetch);
  const serveFile = createStaticFiles(options);

  const { bodyTimeout, ...timeouts } = options.slownessLimits ?? slownessLimits;
  const server = createServer(
    { ...timeouts, requestTimeout: 0, maxHeaderSize },
    (request, response) => {
      limitBody(request, response, bodyTimeout);
      setSecurityHeaders(request, response, trust);
      response.once('close', () => isStopping && server.closeIdleConnections());
      if (isForPrograms(pathOf(request))) void answer(request, response);
      else serveFile(request, response, () => void answer(request, response));
    },
  );
  server.on('connection', (socket) => {
    // Behind a proxy of ours every connection is the proxy's.
    if (options.trustProxy) return;
    const leave = openCounts.enter('connectionsPerAddress', socket.remoteAddress ?? '');
    if (leave === undefined) socket.destroy();
    else socket.once('close', leave);
  });
  server.on('upgrade', (request, stream, head) => gateway.upgrade(request, stream, head));

  const stopExpiring = await keepExpiringQuarantine({ ...deps, store });
  const adminToken = await inviteFirstAdministrator(deps);
  server.listen(options.port, options.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`;

  return {
    url,
    port,
    sources: { openSockets: gateway.openSockets, measureStore: store.measure },
    adminLink:
      adminToken === undefined
        ? undefined
        : joinLinkOf(options.publicUrl?.origin ?? url, adminToken),
    async stop() {
      isStopping = true;
      stopExpiring();
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const deadline = setTimeout(() => {
        log.warn('requests were cut off: they took too long to finish');
        server.closeAllConnections();
      }, drainLimitMs);
      await gateway.stop();
      await closed;
      clearTimeout(deadline);
      await replication.queue.drained();
      await admission.close();
      await store.close();
    },
  };
}

/** Its token is in the fragment, which browsers send to nobody. */
export const joinLinkOf = (address: string, token: string): string =>
  `${address}/#${joinFragment}=${token}`;

const programPaths = [
  paths.health,
  paths.session,
  paths.invitations,
  paths.quarantine,
  paths.people,
  paths.devices,
  paths.passkeys,
  paths.history,
  paths.erasures,
  paths.auditExport,
  '/sync',
  paths.rooms,
];

const isForPrograms = (path: string): boolean =>
  programPaths.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));

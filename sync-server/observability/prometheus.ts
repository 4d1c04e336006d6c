/** The metrics as Prometheus reads them, on a port of their own that only this machine reaches. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { StoreSize } from '../store/store.ts';
import type { Metrics, MetricsSources } from './metrics.ts';

export type Prometheus = {
  readonly metrics: Metrics;
  /** Resolves with the port once `GET /metrics` is answered there; 0 = any free one. */
  readonly listen: (port: number, sources: MetricsSources) => Promise<number>;
  readonly stop: () => Promise<void>;
};

/** Figures are for whoever looks after the machine: they are never offered to the network. */
const host = '127.0.0.1';

const metricsPath = '/metrics';

/** From a row that is found in memory to a sync of a slow disk. */
const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createPrometheus(): Prometheus {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const requests = new Histogram({
    name: 'gemba_http_request_seconds',
    help: 'Requests by route pattern, method and status, and how long each took.',
    labelNames: ['route', 'method', 'status'],
    buckets: seconds,
    registers,
  });
  const items = new Counter({
    name: 'gemba_push_items_total',
    help: 'Pushed edits by what became of them.',
    labelNames: ['result', 'code'],
    registers,
  });
  const commits = new Histogram({
    name: 'gemba_commit_seconds',
    help: 'Transactions that stored edits.',
    buckets: seconds,
    registers,
  });
  const updates = new Counter({
    name: 'gemba_committed_updates_total',
    help: 'Edits stored.',
    registers,
  });
  const admissions = new Histogram({
    name: 'gemba_admission_seconds',
    help: 'Batches of edits judged.',
    buckets: seconds,
    registers,
  });
  const dropped = new Counter({
    name: 'gemba_socket_dropped_bytes_total',
    help: 'Bytes that a socket was too slow to take, by kind of socket.',
    labelNames: ['kind'],
    registers,
  });
  const limited = new Counter({
    name: 'gemba_limited_total',
    help: 'Requests and sockets refused because of a limit.',
    labelNames: ['limit'],
    registers,
  });

  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== metricsPath) {
      response.writeHead(404).end();
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });

  return {
    metrics: {
      requestAnswered: (route, method, status, tookMs) =>
        requests.observe({ route, method, status }, tookMs / 1000),
      itemsPushed: (results) => {
        for (const result of results) {
          const code = result.type === 'refused' ? result.code : '';
          items.inc({ result: result.type, code });
        }
      },
      batchCommitted: (count, tookMs) => {
        updates.inc(count);
        commits.observe(tookMs / 1000);
      },
      batchAdmitted: (tookMs) => admissions.observe(tookMs / 1000),
      bytesDropped: (kind, sizeBytes) => dropped.inc({ kind }, sizeBytes),
      limitReached: (limit) => limited.inc({ limit }),
    },
    async listen(port, sources) {
      addGauges(registry, sources);
      server.listen(port, host);
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    },
    async stop() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Looked up when they are asked for, and at no other time. */
function addGauges(registry: Registry, { openSockets, measureStore }: MetricsSources): void {
  const registers = [registry];
  const sockets = new Gauge({
    name: 'gemba_open_sockets',
    help: 'Sockets by kind.',
    labelNames: ['kind'],
    registers,
    collect: () => {
      for (const [kind, count] of Object.entries(openSockets())) sockets.set({ kind }, count);
    },
  });
  const ofStore = (name: string, help: string, pick: (size: StoreSize) => number) => {
    const gauge: Gauge = new Gauge({
      name,
      help,
      registers,
      collect: async () => gauge.set(pick(await measureStore())),
    });
  };
  ofStore('gemba_database_bytes', 'Size of the database.', (size) => size.databaseBytes);
  ofStore(
    'gemba_quarantined_updates',
    'Refused edits that are kept for their authors.',
    (size) => size.quarantinedUpdates,
  );
  ofStore('gemba_quarantined_bytes', 'Their size.', (size) => size.quarantinedBytes);
}

import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  createPrometheus,
  type Prometheus,
} from '../../../../sync-server/observability/prometheus.ts';
import { joinAsPlainDevice, type PlainDevice } from '../../../support/plain-device.ts';
import { openSocket } from '../../../support/raw-socket.ts';
import { captureOn } from '../../../support/record-on-device.ts';
import { type StartedServer, startServer } from '../../../support/start-server.ts';

let prometheus: Prometheus;
let server: StartedServer;
let port: number;
let ada: PlainDevice;
beforeEach(async () => {
  prometheus = createPrometheus();
  server = await startServer({ metrics: prometheus.metrics });
  port = await prometheus.listen(0, server.sources);
  ada = await joinAsPlainDevice(server.url, server.adminToken, 'Ada Example');
});
afterEach(async () => {
  await prometheus.stop();
  await server.stop();
});

const scrape = async (): Promise<string> =>
  (await fetch(`http://127.0.0.1:${port}/metrics`)).text();

it('tells how the process fares', async () => {
  const text = await scrape();
  expect(text).toContain('process_resident_memory_bytes');
  expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
  expect(text).toMatch(/^gemba_database_bytes [1-9]\d+$/mu);
  expect(text).toMatch(/^gemba_quarantined_updates 0$/mu);
});

it('counts what was pushed, refused, stored and asked for', async () => {
  const { docId, first } = captureOn(ada, 'Fewer forms');
  await ada.push([
    { docId, bytes: first },
    { docId, bytes: first },
    { docId, bytes: new Uint8Array([9, 9, 9]) },
  ]);
  const text = await scrape();
  expect(text).toMatch(/^gemba_push_items_total\{result="ok",code=""\} 1$/mu);
  expect(text).toMatch(/^gemba_push_items_total\{result="dup",code=""\} 1$/mu);
  expect(text).toMatch(/^gemba_push_items_total\{result="refused",code="badUpdate"\} 1$/mu);
  expect(text).toMatch(/^gemba_committed_updates_total 1$/mu);
  expect(text).toMatch(/^gemba_commit_seconds_count 1$/mu);
  expect(text).toMatch(/^gemba_admission_seconds_count 1$/mu);
  expect(text).toMatch(/^gemba_quarantined_updates 1$/mu);
  expect(text).toMatch(
    /^gemba_http_request_seconds_count\{route="\/sync\/push",method="POST",status="200"\} 1$/mu,
  );
});

it('counts the sockets that are open, by their kind', async () => {
  const { docId, first } = captureOn(ada, 'Fewer forms');
  await ada.push([{ docId, bytes: first }]);
  const poke = await openSocket(`${server.url.replace('http', 'ws')}/sync/poke`, ada.headers());
  await poke.find(() => true);
  await openSocket(await ada.roomUrl(docId));
  const text = await scrape();
  expect(text).toMatch(/^gemba_open_sockets\{kind="poke"\} 1$/mu);
  expect(text).toMatch(/^gemba_open_sockets\{kind="room"\} 1$/mu);
});

it('names nobody, no record and no address that was made up', async () => {
  const { docId, first } = captureOn(ada, 'Fewer forms');
  await ada.push([{ docId, bytes: first }]);
  const room = await ada.roomUrl(docId);
  await openSocket(room);
  await fetch(`${server.url}/sync/${docId}`, { method: 'DELETE' });
  await fetch(`${server.url}/rooms/${docId}?secret=1`);
  const text = await scrape();
  for (const hidden of [docId, ada.device, ada.actor, 'Ada', 'Fewer', 'secret', 'gemba-']) {
    expect(text).not.toContain(hidden);
  }
  expect(text).toMatch(/route="\(none\)",method="DELETE",status="404"\} 1$/mu);
});

it('is not on the port that people use, and has nothing else on its own', async () => {
  expect((await fetch(`${server.url}/metrics`)).status).toBe(404);
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
  expect((await fetch(`http://127.0.0.1:${port}/metrics`, { method: 'POST' })).status).toBe(404);
});

/** Replication of a replica in one tab: a worker leads, the tab passes on what it says and what it is told. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFakeClock } from '../../support/fake-clock.ts';
import type { ActorId, DeviceId } from '../../../shared/domain/ids.ts';
import { createReplication } from '../../../web/replication/replication.ts';
import type { JoinedSession } from '../../../web/local/device-database.ts';
import type { SyncReply, SyncRequest } from '../../../web/replication/sync-messages.ts';

const identity = { device: 'device' as DeviceId, actor: 'actor' as ActorId, boot: 'boot' };

function setUp() {
  const clock = createFakeClock();
  const workers: FakeWorker[] = [];
  const reported: string[] = [];
  const replication = createReplication({
    ...clock,
    randomBytes: (sizeBytes) => new Uint8Array(sizeBytes),
    report: (what) => reported.push(what),
    identity,
    serverUrl: 'https://gemba.example',
    startWorker: () => {
      const worker = createFakeWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    },
    openChannel: () =>
      ({ postMessage() {}, addEventListener() {}, close() {} }) as unknown as BroadcastChannel,
    updateLease: async () => undefined,
  });
  return { clock, workers, reported, replication };
}

type FakeWorker = ReturnType<typeof createFakeWorker>;

function createFakeWorker() {
  const received: SyncRequest[] = [];
  const target = new EventTarget();
  return Object.assign(target, {
    received,
    isTerminated: false,
    postMessage: (message: SyncRequest) => received.push(message),
    terminate(this: { isTerminated: boolean }) {
      this.isTerminated = true;
    },
    say: (data: SyncReply) => target.dispatchEvent(new MessageEvent('message', { data })),
  });
}

const joined = { replica: 'gemba:w', workspace: { id: 'w', name: 'Gemba' } } as JoinedSession;

describe('replication in a tab that leads', () => {
  // Every lock is free at once.
  beforeEach(() =>
    vi.stubGlobal('navigator', {
      locks: {
        request: (_name: string, _options: unknown, hold: () => Promise<void>) => hold(),
      },
    }),
  );
  afterEach(() => vi.unstubAllGlobals());

  test('starts its worker after the page has been drawn, not before', async () => {
    const { clock, workers, replication } = setUp();
    replication.start(undefined, 300);
    await clock.pass(299);
    expect(workers).toEqual([]);
    await clock.pass(1);
    expect(workers[0]?.received).toEqual([
      {
        type: 'lead',
        replica: 'gemba:local',
        workspace: undefined,
        identity,
        serverUrl: 'https://gemba.example',
      },
    ]);
  });

  test('shows what the worker says and passes on what it is told', async () => {
    const { clock, workers, replication } = setUp();
    replication.start(joined, 0);
    await clock.pass(0);
    workers[0]?.say({
      type: 'state',
      state: { connection: 'upToDate', progress: undefined, stuck: false },
    });
    expect(replication.state.get()?.connection).toBe('upToDate');
    replication.wake(true);
    expect(workers[0]?.received.at(-1)).toEqual({ type: 'wake', urgent: true });
  });

  test('ends the worker of the replica before, also one that has not started', async () => {
    const { clock, workers, replication } = setUp();
    replication.start(undefined, 0);
    await clock.pass(0);
    replication.start(joined, 300);
    await clock.pass(100);
    expect(workers[0]?.isTerminated).toBe(true);
    replication.stop();
    await clock.pass(1_000);
    expect(workers).toHaveLength(1);
  });

  test('tells of a worker that failed', async () => {
    const { clock, workers, reported, replication } = setUp();
    replication.start(joined, 0);
    await clock.pass(0);
    workers[0]?.dispatchEvent(new Event('error'));
    expect(reported).toEqual(['the sync worker failed']);
  });
});

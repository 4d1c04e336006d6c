/** The program itself: tabs that flush for each other, updates that wait, leases where there are no locks. */
import { describe, expect, test } from 'vitest';
import { createFakeClock } from '../../support/fake-clock.ts';
import type { Lease } from '../../../web/local/device-database.ts';
import { seekLease } from '../../../web/replication/leadership.ts';
import { joinTabs, type Tabs } from '../../../web/session/tabs.ts';
import { watchForUpdates } from '../../../web/session/update.ts';

let ids = 0;
const randomBytes = (sizeBytes: number) => new Uint8Array(sizeBytes).fill(++ids);

/** BroadcastChannel within one test: everyone but the sender hears it. */
function createEther() {
  const listeners = new Map<object, (event: MessageEvent) => void>();
  return () => {
    const self = {};
    return {
      postMessage: (data: unknown) => {
        for (const [owner, listener] of listeners) {
          if (owner !== self) listener({ data } as MessageEvent);
        }
      },
      addEventListener: (_type: string, listener: (event: MessageEvent) => void) => {
        listeners.set(self, listener);
      },
    } as unknown as BroadcastChannel;
  };
}

describe('tabs', () => {
  const clock = createFakeClock();

  function openTab(openChannel: () => BroadcastChannel, flush: () => Promise<void>): Tabs {
    const deps = {
      ...clock,
      randomBytes,
      channel: openChannel(),
      onEntered: () => undefined,
      onLeft: () => undefined,
    };
    return joinTabs({ ...deps, flush });
  }

  test('wait for every other tab to have stored its edits', async () => {
    const openChannel = createEther();
    let finishOther: () => void = () => undefined;
    openTab(openChannel, () => new Promise((resolve) => (finishOther = resolve)));
    const tab = openTab(openChannel, async () => undefined);
    let isFlushed = false;
    void tab.flushAllTabs().then(() => (isFlushed = true));
    await clock.pass(1_000);
    expect(isFlushed).toBe(false);
    finishOther();
    await clock.pass(0);
    expect(isFlushed).toBe(true);
  });

  test('go on without a tab that the browser has frozen', async () => {
    const openChannel = createEther();
    openTab(openChannel, () => new Promise(() => undefined));
    const tab = openTab(openChannel, async () => undefined);
    let isFlushed = false;
    void tab.flushAllTabs().then(() => (isFlushed = true));
    await clock.pass(2_000);
    expect(isFlushed).toBe(true);
  });

  test('do not wait long when there is no other tab', async () => {
    const tab = openTab(createEther(), async () => undefined);
    let isFlushed = false;
    void tab.flushAllTabs().then(() => (isFlushed = true));
    await clock.pass(150);
    expect(isFlushed).toBe(true);
  });
});

describe('an update', () => {
  function setUp(options: { readonly isFirstVersion?: boolean } = {}) {
    const clock = createFakeClock();
    const steps: string[] = [];
    const worker = { postMessage: () => steps.push('skip waiting') };
    const registration = Object.assign(new EventTarget(), {
      waiting: null as object | null,
      installing: null as EventTarget | null,
      update: async () => undefined,
    });
    const container = Object.assign(new EventTarget(), {
      controller: options.isFirstVersion === true ? null : {},
      register: async () => registration,
    });
    const update = watchForUpdates({
      ...clock,
      report: (what) => steps.push(what),
      container: container as unknown as ServiceWorkerContainer,
      scriptUrl: () => '/service-worker.js',
      flushAllTabs: async () => void steps.push('flush'),
      reload: () => void steps.push('reload'),
    });
    const install = async () => {
      await clock.pass(0);
      const installing = new EventTarget();
      registration.installing = installing;
      registration.dispatchEvent(new Event('updatefound'));
      registration.waiting = worker;
      installing.dispatchEvent(new Event('statechange'));
    };
    return { clock, steps, update, install, container };
  }

  test('is offered when a newer version has been installed, and changes nothing by itself', async () => {
    const { update, install, steps } = setUp();
    expect(update.available.get()).toBe(false);
    await install();
    expect(update.available.get()).toBe(true);
    expect(steps).toEqual([]);
  });

  test('is not offered for the first version ever', async () => {
    const { update, install } = setUp({ isFirstVersion: true });
    await install();
    expect(update.available.get()).toBe(false);
  });

  test('flushes every tab before it switches, and reloads this one after', async () => {
    const { update, install, steps, container, clock } = setUp();
    await install();
    const applied = update.apply();
    await clock.pass(0);
    expect(steps).toEqual(['flush', 'skip waiting']);
    container.dispatchEvent(new Event('controllerchange'));
    await applied;
    expect(steps).toEqual(['flush', 'skip waiting', 'reload']);
  });
});

describe('a lease, where the browser has no locks', () => {
  function setUp() {
    const clock = createFakeClock();
    let lease: Lease | undefined;
    const leases = {
      update: async (decide: (lease: Lease | undefined) => Lease | undefined) => {
        lease = decide(lease) ?? lease;
      },
    };
    const leading = new Set<string>();
    const seek = (name: string) =>
      seekLease({ ...clock, randomBytes, leases, report: () => undefined }, () => {
        leading.add(name);
        return () => leading.delete(name);
      });
    return { clock, seek, leading };
  }

  test('is held by one tab as long as it renews it', async () => {
    const { clock, seek, leading } = setUp();
    seek('first');
    await clock.pass(0);
    seek('second');
    await clock.pass(60_000);
    expect([...leading]).toEqual(['first']);
  });

  test('passes on within seconds when its holder is gone', async () => {
    const { clock, seek, leading } = setUp();
    const resign = seek('first');
    await clock.pass(0);
    seek('second');
    resign();
    expect([...leading]).toEqual([]);
    await clock.pass(14_000);
    expect([...leading]).toEqual(['second']);
  });
});

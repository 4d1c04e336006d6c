/** Being signed out loses nothing that is unsent and leaves nothing that is not: for any order of events, also with crashes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeviceId, DocumentId, Uid } from '../../../shared/domain/ids.ts';
import type { LeftReplica } from '../../../web/local/device-database.ts';
import { localReplica } from '../../../web/local/device-database.ts';
import {
  becomeSomebodyElse,
  deleteLeftReplica,
  type LeftReplicasDeps,
  tidyLeftReplicas,
} from '../../../web/local/left-replicas.ts';
import { type Joined, withOpen, withoutReplica } from '../../../web/local/joined-workspaces.ts';
import { createMemoryStorage, type MemoryStorage } from '../../../web/local/memory-tables.ts';
import type { OutboxRow } from '../../../web/local/tables.ts';
import { leaveOnDevice } from '../../../web/session/leave.ts';

/** A browser's storage: its replicas, and what the device knows of itself. */
function createBrowser() {
  const replicas = new Map<string, MemoryStorage>();
  const state = {
    device: 'device-1' as DeviceId | undefined,
    joined: { open: undefined, others: [] } as Joined,
    owed: new Set<string>(),
    left: new Map<string, LeftReplica>(),
    made: 0,
  };
  /** Throws once the given number of steps is done, as a browser that is killed. */
  let stepsLeft = Number.POSITIVE_INFINITY;
  const step = () => {
    if (stepsLeft-- <= 0) throw new Error('killed');
  };
  const storageOf = (name: string) => {
    const storage = replicas.get(name) ?? createMemoryStorage();
    replicas.set(name, storage);
    return storage;
  };
  const deps: LeftReplicasDeps = {
    report: () => undefined,
    openTables: (name) => storageOf(name).connect(),
    exists: async (name) => replicas.has(name),
    deleteReplica: async (name) => {
      step();
      replicas.delete(name);
    },
    leftSessions: {
      current: async () => ({ device: state.device, session: state.joined.open }),
      leave: async ({ replica, leftAt, isOwed }) => {
        step();
        const { open, others } = state.joined;
        const session = [open, ...others].find((each) => each?.replica === replica);
        const { device } = state;
        if (device === undefined || session === undefined) return;
        state.left.set(replica, { session, device, leftAt });
        if (isOwed) state.owed.add(replica);
        state.joined = withoutReplica(state.joined, replica);
      },
      list: async () => [...state.left.values()],
      forget: async (replica) => {
        step();
        state.left.delete(replica);
      },
      forgetIdentity: async () => {
        step();
        state.device = undefined;
      },
    },
  };
  return {
    deps,
    state,
    replicas,
    killAfter: (steps: number) => (stepsLeft = steps),
    /** The next start of the page: a missing identity is made. */
    start: () => {
      stepsLeft = Number.POSITIVE_INFINITY;
      state.device ??= `device-${(state.made += 1) + 1}` as DeviceId;
    },
    join: (person: string, workspaceId = 'w') => {
      const replica = `gemba:s:${workspaceId}:${person}`;
      const workspace = { id: workspaceId, name: 'Gemba' };
      const named = { id: person, displayName: person, roles: [] };
      const session = {
        serverId: 's',
        workspace,
        person: named,
        epoch: 'e',
        device: state.device ?? '',
        replica,
      };
      state.joined = withOpen(state.joined, session);
      state.left.delete(replica);
      storageOf(replica);
    },
    write: (name: string, uid: string) =>
      storageOf(name)
        .connect()
        .transact(
          'write',
          ['outbox'],
          async ({ outbox }) => void (await outbox.addMany([row(uid)])),
        ),
    send: (name: string) =>
      storageOf(name)
        .connect()
        .transact('write', ['outbox'], async ({ outbox }) => {
          await outbox.deleteMany(await outbox.keys({}));
        }),
  };
}

const row = (uid: string): Omit<OutboxRow, 'n'> => ({
  docId: uid as DocumentId,
  uid: uid as Uid,
  docEpoch: 0,
  hlc: '' as OutboxRow['hlc'],
  boot: '',
  actor: '' as OutboxRow['actor'],
  body: { type: 'update', bytes: new Uint8Array([0, 0]) },
  madeAt: 0,
});

type Browser = ReturnType<typeof createBrowser>;

const leave = ({ deps, state }: Browser, isOwed = false) =>
  leaveOnDevice(
    {
      ...deps,
      nowMs: () => 7,
      flushAllTabs: async () => undefined,
      announceLeave: () => undefined,
      stopReplication: () => undefined,
      forgetLook: async () => undefined,
    },
    { replica: state.joined.open?.replica ?? '', isOwed },
  );

async function unsentIn({ replicas }: Browser): Promise<readonly string[]> {
  const found: string[] = [];
  for (const storage of replicas.values()) {
    const rows = await storage
      .connect()
      .transact('read', ['outbox'], ({ outbox }) => outbox.range({}));
    found.push(...rows.map(({ uid }) => uid));
  }
  return found.sort();
}

describe('leaving', () => {
  test('removes a replica in which everything was sent, and the identity with it', async () => {
    const browser = createBrowser();
    browser.join('ada');
    await leave(browser);
    expect([...browser.replicas.keys()]).toEqual([]);
    expect(browser.state).toMatchObject({ device: undefined, joined: { open: undefined } });
    expect(browser.state.left.size).toBe(0);
  });

  test('keeps a replica with something unsent, under the identity that has written it', async () => {
    const browser = createBrowser();
    browser.join('ada');
    await browser.write('gemba:s:w:ada', 'u1');
    await leave(browser);
    expect(await tidyLeftReplicas(browser.deps)).toMatchObject([
      { unsent: 1, device: 'device-1', leftAt: 7 },
    ]);
    expect(browser.state.device).toBe('device-1');
    browser.join('ada');
    expect(await unsentIn(browser)).toEqual(['u1']);
    await browser.send('gemba:s:w:ada');
    await leave(browser);
    expect(browser.replicas.size).toBe(0);
  });

  test('gives way to somebody else, whose work is kept apart', async () => {
    const browser = createBrowser();
    browser.join('ada');
    await browser.write('gemba:s:w:ada', 'u1');
    await leave(browser);
    await becomeSomebodyElse(browser.deps, 'gemba:s:w:ada');
    browser.start();
    browser.join('bo');
    expect(browser.state.device).not.toBe('device-1');
    await leave(browser);
    expect([...browser.replicas.keys()]).toEqual(['gemba:s:w:ada']);
    expect(browser.state.device).toBe(undefined);
    await deleteLeftReplica(browser.deps, 'gemba:s:w:ada');
    expect(browser.replicas.size + browser.state.left.size).toBe(0);
  });
});

describe('leaving one of several workspaces', () => {
  test('opens the next, keeps the identity, and removes nothing of the others', async () => {
    const browser = createBrowser();
    browser.join('ada', 'w1');
    await browser.write('gemba:s:w1:ada', 'u1');
    browser.join('ada', 'w2');
    expect(browser.state.joined.open?.workspace.id).toBe('w2');
    await leave(browser);
    expect(browser.state.joined).toMatchObject({ open: { workspace: { id: 'w1' } }, others: [] });
    expect(browser.state.device).toBe('device-1');
    expect([...browser.replicas.keys()]).toEqual(['gemba:s:w1:ada']);
    expect(await unsentIn(browser)).toEqual(['u1']);
  });

  test('notes that its server has still to be told', async () => {
    const browser = createBrowser();
    browser.join('ada', 'w1');
    browser.join('ada', 'w2');
    await leave(browser, true);
    expect([...browser.state.owed]).toEqual(['gemba:s:w2:ada']);
  });
});

test('for any sequence of joining, switching, writing, sending, leaving, changing hands and crashes, nothing unsent is lost', async () => {
  const event = fc.oneof(
    fc.record({
      type: fc.constant('join' as const),
      who: fc.constantFrom('ada', 'bo'),
      where: fc.constantFrom('w1', 'w2', 'w3'),
    }),
    fc.record({ type: fc.constant('switch' as const), to: fc.nat(2) }),
    fc.constant({ type: 'write' as const }),
    fc.constant({ type: 'send' as const }),
    fc.record({ type: fc.constant('leave' as const), killAfter: fc.integer({ min: 0, max: 5 }) }),
    fc.constant({ type: 'tidy' as const }),
    fc.constant({ type: 'somebodyElse' as const }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 25 }), async (events) => {
      const browser = createBrowser();
      const { state } = browser;
      const unsent = new Map<string, string[]>();
      let written = 0;
      for (const each of events) {
        const { open, others } = state.joined;
        const replica = open?.replica;
        // A device belongs to one person in all its workspaces.
        if (each.type === 'join') browser.join(open?.person.id ?? each.who, each.where);
        const wanted = each.type === 'switch' ? others[each.to] : undefined;
        if (wanted !== undefined) state.joined = withOpen(state.joined, wanted);
        if (each.type === 'write' && replica !== undefined) {
          const uid = `u${(written += 1)}`;
          await browser.write(replica, uid);
          unsent.set(replica, [...(unsent.get(replica) ?? []), uid]);
        }
        if (each.type === 'send' && replica !== undefined) {
          await browser.send(replica);
          unsent.delete(replica);
        }
        if (each.type === 'leave') {
          browser.killAfter(each.killAfter);
          await leave(browser).catch(() => undefined);
          browser.start();
        }
        if (each.type === 'tidy') await tidyLeftReplicas(browser.deps);
        if (each.type === 'somebodyElse' && replica === undefined) {
          const [left] = await tidyLeftReplicas(browser.deps);
          if (left !== undefined) await becomeSomebodyElse(browser.deps, left.session.replica);
          browser.start();
        }
        expect(await unsentIn(browser)).toEqual([...unsent.values()].flat().sort());
      }
      // And what was sent is gone once nobody is signed in.
      if (state.joined.open === undefined) {
        await tidyLeftReplicas(browser.deps);
        const stale = [...browser.replicas.keys()].filter(
          (name) => name !== localReplica && !unsent.has(name),
        );
        expect(stale).toEqual([]);
      }
    }),
  );
});

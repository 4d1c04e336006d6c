/** A server that asks to wait is not asked again before, and nobody is alarmed by it. */
import { expect, test } from 'vitest';
import { decodeFrame } from '../../../shared/protocol/frame.ts';
import { envelopeContent, type PushRequest } from '../../../shared/protocol/messages.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { startReplicator } from '../../../web/replication/replicator.ts';
import type { TransportFailure } from '../../../web/replication/transport.ts';
import { createCoreReplica } from '../../support/core-replica.ts';

const epoch = '018f0000-0000-7000-8000-00000000000e';
const emptyPage = { epoch, items: [], cursor: '1', more: false, total: 0 };
const retryAfterMs = 60_000;
const limited: TransportFailure = { type: 'refused', code: 'rateLimited', retryAfterMs };

const itemsIn = (content: Uint8Array) => envelopeContent.parse(decodeFrame(content)).items;
const allOk = () => ({ type: 'ok', seq: 1 }) as const;

async function setUp() {
  const replica = createCoreReplica();
  const askedAt: number[] = [];
  let isLimited = false;
  /** Why a request is refused without a session, and why there is none. */
  let session: 'there' | 'lost' | 'lostAndLimited' = 'there';
  const renewedAt: number[] = [];
  const answer = async <T>(value: T): Promise<Result<T, TransportFailure>> => {
    if (session !== 'there') return err({ type: 'refused', code: 'signIn' });
    if (isLimited) askedAt.push(replica.nowMs());
    return isLimited ? err(limited) : ok(value);
  };
  const replicator = startReplicator({
    ...replica.deps,
    sign: async () => new Uint8Array(64),
    renewSession: async () => {
      renewedAt.push(replica.nowMs());
      if (session === 'lostAndLimited') return limited;
      session = 'there';
      return undefined;
    },
    transport: {
      push: ({ envelopes }: PushRequest) =>
        answer({ epoch, results: envelopes.flatMap(({ content }) => itemsIn(content).map(allOk)) }),
      pull: () => answer(emptyPage),
      documents: () => answer({ epoch, items: [] }),
    },
  });
  await replica.clock.pass(100);
  return {
    ...replica,
    replicator,
    askedAt,
    renewedAt,
    setSession: (is: typeof session) => {
      session = is;
    },
    limit: (is: boolean) => {
      isLimited = is;
    },
  };
}

test('waits as long as the server says, whatever wakes it, and sends everything then', async () => {
  const { replicator, clock, keep, store, askedAt, limit } = await setUp();
  limit(true);
  await keep('written meanwhile');
  await clock.pass(100);
  expect(askedAt).toHaveLength(1);
  for (let waitedMs = 0; waitedMs < retryAfterMs - 10_000; waitedMs += 5_000) {
    await keep('one more');
    replicator.wake(true);
    await clock.pass(5_000);
  }
  expect(askedAt).toHaveLength(1);
  limit(false);
  await clock.pass(15_000);
  expect((await store.readUnsent()).edits).toBe(0);
  replicator.stop();
});

test('stays calm: neither offline nor stuck nor in need of anybody', async () => {
  const { replicator, clock, keep, limit } = await setUp();
  const states = new Set([replicator.state.get().connection]);
  const alarms = new Set([replicator.state.get().stuck]);
  replicator.state.subscribe(() => {
    states.add(replicator.state.get().connection);
    alarms.add(replicator.state.get().stuck);
  });
  limit(true);
  await keep('written meanwhile');
  await clock.pass(10 * retryAfterMs);
  for (const state of states) expect(['syncing', 'upToDate']).toContain(state);
  expect(alarms).toEqual(new Set([false]));
  replicator.stop();
});

test('waits with signing in again as well, and says nothing of it to anybody', async () => {
  const { replicator, clock, keep, store, renewedAt, setSession } = await setUp();
  const states = new Set([replicator.state.get().connection]);
  replicator.state.subscribe(() => states.add(replicator.state.get().connection));
  setSession('lostAndLimited');
  await keep('written meanwhile');
  await clock.pass(retryAfterMs - 1_000);
  replicator.wake(true);
  await clock.pass(500);
  expect(renewedAt).toHaveLength(1);
  setSession('lost');
  await clock.pass(10_000);
  expect(renewedAt).toHaveLength(2);
  expect((await store.readUnsent()).edits).toBe(0);
  for (const state of states) expect(['syncing', 'upToDate']).toContain(state);
  replicator.stop();
});

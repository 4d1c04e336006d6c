/**
 * Keeps a replica and its server the same: sends the outbox, fetches what is new, repairs what was refused.
 * Clock, chance, timers, network and storage come in from outside, so that a simulation runs this very code.
 */
import type { ClockDep } from '../../shared/deps.ts';
import type { ServerEpoch } from '../../shared/domain/ids.ts';
import type { ItemResult, PullAnswer } from '../../shared/protocol/messages.ts';
import type { ReportDep, TimersDep } from '../local/deps.ts';
import type { Identity } from '../local/identity.ts';
import type { ReplicaStore } from '../local/replica-store.ts';
import { createWritable, type Readable } from '../readable.ts';
import { createBackoff } from './backoff.ts';
import type { SignerDep } from './envelopes.ts';
import { createLane } from './lane.ts';
import { createPullLane } from './pull-lane.ts';
import { createPushLane } from './push-lane.ts';
import { createRepairLane } from './repair-lane.ts';
import type { Transport, TransportFailure } from './transport.ts';
import { createWatchdog } from './watchdog.ts';

/** Every lane tries again within these after a failure. */
const retryBackoff = { firstMs: 500, lastMs: 60_000 };
/** A lost poke costs at most this long. */
const pollMs = 60_000;

/** A session is renewed at most this often, lest a server that takes none is asked without end. */
const renewEveryMs = 60_000;

/** After a push, what the server made of it (a reference, a row) is fetched within this. */
const followUpMs = 1_000;

export type ReplicatorDeps = ClockDep &
  TimersDep &
  ReportDep &
  SignerDep & {
    /** 0 up to, not including, 1. */
    readonly random: () => number;
    readonly identity: Identity;
    readonly store: ReplicaStore;
    readonly transport: Transport;
    /** Tries to sign this device in again without its person; answers why it can't. */
    readonly renewSession: () => Promise<TransportFailure | undefined>;
  };

export type Connection =
  'syncing' | 'upToDate' | 'offline' | 'signInNeeded' | 'upgradeNeeded' | 'serverFull';

export type ReplicatorState = {
  readonly connection: Connection;
  readonly progress: { readonly have: number; readonly total: number } | undefined;
  readonly stuck: boolean;
};

export type Replicator = {
  readonly state: Readable<ReplicatorState>;
  /** Something may be new here or there; `urgent` also ends a wait after a failure. */
  readonly wake: (urgent?: boolean) => void;
  readonly stop: () => void;
};

/** What the lanes tell of the server. */
export type ServerContact = {
  readonly succeeded: () => void;
  /** Always false, so that a lane can end with it. */
  readonly failed: (failure: TransportFailure) => Promise<false>;
  readonly settled: (results: readonly ItemResult[]) => void;
  readonly pulled: (page: PullAnswer) => Promise<void>;
};

export function startReplicator(deps: ReplicatorDeps): Replicator {
  const { store } = deps;
  const state = createWritable<ReplicatorState>({
    connection: 'syncing',
    progress: undefined,
    stuck: false,
  });
  const change = (changes: Partial<ReplicatorState>) => {
    state.set({ ...state.get(), ...changes });
  };
  let heldUntil = 0;
  const laneDeps = () => ({
    ...deps,
    backoff: createBackoff(deps.random, retryBackoff),
    heldMs: () => Math.max(0, heldUntil - deps.nowMs()),
  });
  let cancelFollowUp: (() => void) | undefined;
  let renewing: Promise<TransportFailure | undefined> | undefined;
  let renewedAt = Number.NEGATIVE_INFINITY;
  const watchdog = createWatchdog(deps, (stuck) => {
    if (stuck !== state.get().stuck) change({ stuck });
  });

  const contact: ServerContact = {
    succeeded: () => {
      watchdog.noteContact(true);
      if (!isSettledState(state.get().connection)) change({ connection: 'syncing' });
    },
    failed: async (failure) => {
      watchdog.noteContact(failure.type === 'refused');
      if (failure.type === 'refused' && failure.code === 'epochChanged') {
        await changeEpoch(failure.epoch);
        return false;
      }
      const standing = needsSession(failure) ? await signInAgain(failure) : failure;
      if (standing?.type === 'refused' && standing.code === 'rateLimited') {
        return hold(standing.retryAfterMs ?? 0);
      }
      if (standing !== undefined) change({ connection: connectionAfter(standing) });
      return false;
    },
    settled: (results) => {
      // A poke usually comes first; without one, the answers to what was sent are fetched all the same.
      cancelFollowUp ??= deps.setTimer(followUpMs, () => {
        cancelFollowUp = undefined;
        pull.wake();
      });
      if (results.some(({ type }) => type === 'refused')) repair.wake();
    },
    pulled: async ({ more, total }) => {
      if (more)
        change({ connection: 'syncing', progress: { have: await store.countRecords(), total } });
      else change({ connection: 'upToDate', progress: undefined });
    },
  };

  /** All lanes wait, because a limit counts what they do together; the person need not know of it. */
  function hold(heldMs: number): false {
    heldUntil = Math.max(heldUntil, deps.nowMs() + heldMs);
    watchdog.noteHold(heldMs);
    return false;
  }

  const pushLane = createPushLane(deps, contact);
  const push = createLane(laneDeps(), 'push', pushLane.run);
  const pull = createLane(laneDeps(), 'pull', createPullLane(deps, contact));
  const repair = createLane(laneDeps(), 'repair', createRepairLane(deps, contact));

  async function changeEpoch(epoch: ServerEpoch | undefined): Promise<void> {
    const point = await store.readSyncPoint();
    if (epoch === undefined || point.epoch === epoch) return;
    await store.changeEpoch(epoch);
    wake(true);
  }

  /** The lanes share one attempt; undefined when they may go on, else what stands in the way. */
  async function signInAgain(failure: TransportFailure): Promise<TransportFailure | undefined> {
    if (renewing === undefined && deps.nowMs() - renewedAt < renewEveryMs) return failure;
    renewing ??= renew().finally(() => {
      renewing = undefined;
    });
    return renewing;
  }

  async function renew(): Promise<TransportFailure | undefined> {
    const triedAt = deps.nowMs();
    const reason = await deps.renewSession();
    if (reason === undefined) wake(true);
    // Who was not heard has not been refused, and may ask again as soon as that is possible.
    const isHeard =
      reason === undefined || (reason.type === 'refused' && reason.code !== 'rateLimited');
    if (isHeard) renewedAt = triedAt;
    return reason;
  }

  function wake(urgent = false): void {
    if (urgent) pushLane.forgetWaits();
    push.wake(urgent);
    pull.wake(urgent);
    repair.wake(urgent);
  }

  function poll(): void {
    wake();
    cancelPoll = deps.setTimer(pollMs * (0.8 + 0.4 * deps.random()), poll);
  }

  const stopListening = store.changes.subscribe((changed) => {
    if (changed.type === 'people') return;
    push.wake();
    repair.wake();
  });
  let cancelPoll: () => void = () => undefined;
  poll();

  return {
    state,
    wake,
    stop: () => {
      stopListening();
      cancelPoll();
      cancelFollowUp?.();
      watchdog.stop();
      push.stop();
      pull.stop();
      repair.stop();
    },
  };
}

const needsSession = (failure: TransportFailure): boolean =>
  failure.type === 'refused' && failure.code === 'signIn';

const isSettledState = (connection: Connection): boolean =>
  connection === 'syncing' || connection === 'upToDate';

function connectionAfter(failure: TransportFailure): Connection {
  if (failure.type === 'unreachable') return 'offline';
  switch (failure.code) {
    case 'signIn':
    case 'signedOut':
    case 'revoked':
      return 'signInNeeded';
    case 'upgrade':
      return 'upgradeNeeded';
    case 'storageFailed':
      return 'serverFull';
    default:
      return 'offline';
  }
}

/** What the leading tab does for a replica: projecting and compacting always, replicating once it has joined. */
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import type { ReportDep, TimersDep } from '../local/deps.ts';
import type { Identity } from '../local/identity.ts';
import type { ReplicaStore } from '../local/replica-store.ts';
import { startProjector } from '../projection/projector.ts';
import { createHttpTransport } from './http-transport.ts';
import { openPokeSocket } from './poke-socket.ts';
import { type ReplicatorState, startReplicator } from './replicator.ts';
import type { TransportFailure } from './transport.ts';

/** Confirmed items are looked through for old ones this often. */
const expiryIntervalMs = 6 * 60 * 60 * 1000;

export type LeaderDeps = ClockDep &
  RandomDep &
  TimersDep &
  ReportDep & {
    readonly store: ReplicaStore;
    readonly identity: Identity;
    readonly serverUrl: string;
    readonly renewSession: () => Promise<TransportFailure | undefined>;
    readonly loadSign: () => Promise<(content: Uint8Array) => Promise<Uint8Array>>;
    /** undefined = not joined. */
    readonly workspace: string | undefined;
  };

export type Leader = {
  readonly wake: (urgent: boolean) => void;
  readonly stop: () => void;
};

export async function leadReplica(
  deps: LeaderDeps,
  onState: (state: ReplicatorState) => void,
): Promise<Leader> {
  const projector = startProjector(deps);
  const replicating = deps.workspace !== undefined ? await replicate(deps, onState) : undefined;
  return {
    wake: (urgent) => replicating?.wake(urgent),
    stop: () => {
      projector.stop();
      replicating?.stop();
    },
  };
}

async function replicate(
  deps: LeaderDeps,
  onState: (state: ReplicatorState) => void,
): Promise<Leader> {
  const random = () => Math.random();
  const replicator = startReplicator({
    ...deps,
    random,
    sign: await deps.loadSign(),
    renewSession: async () => {
      const reason = await deps.renewSession();
      if (reason === undefined) poke.retry();
      return reason;
    },
    transport: createHttpTransport({
      ...deps,
      fetch: fetch.bind(globalThis),
      workspace: () => deps.workspace,
    }),
  });
  const openSocket = (url: string) => new WebSocket(url);
  const poke = openPokeSocket({ ...deps, random, openSocket }, () => replicator.wake());
  const publish = () => onState(replicator.state.get());
  replicator.state.subscribe(publish);
  publish();
  let cancelExpiry = () => undefined as void;
  function expire(): void {
    void deps.store.expireAcked();
    void deps.store.expireSettled();
    void deps.store.expireNotices();
    cancelExpiry = deps.setTimer(expiryIntervalMs, expire);
  }
  expire();

  return {
    wake: (urgent) => {
      replicator.wake(urgent);
      if (urgent) poke.retry();
    },
    stop: () => {
      replicator.stop();
      poke.stop();
      cancelExpiry();
    },
  };
}

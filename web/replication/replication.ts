/**
 * Replication of the current replica in this tab: it leads, or it follows the tab that does. The code that
 * talks to the server is loaded by the leader alone, in a worker.
 */
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import { createWritable, type Readable } from '../readable.ts';
import type { ReportDep, TimersDep } from '../local/deps.ts';
import { type JoinedSession, type Lease, localReplica } from '../local/device-database.ts';
import type { Identity } from '../local/identity.ts';
import { leadInWorker, type LeadingWorker } from './lead-in-worker.ts';
import { seekLeadership } from './leadership.ts';
import type { ReplicatorState } from './replicator.ts';

export type Replication = {
  /** undefined while no replica is replicated. */
  readonly state: Readable<ReplicatorState | undefined>;
  /** `urgent` also ends a wait after a failure. Works from every tab. */
  readonly wake: (urgent?: boolean) => void;
  /** undefined = not joined. A page that is just being drawn leads only after `delayMs`. */
  readonly start: (joined: JoinedSession | undefined, delayMs: number) => void;
  readonly stop: () => void;
};

type TabMessage =
  | { readonly type: 'state'; readonly state: ReplicatorState }
  | { readonly type: 'askState' }
  | { readonly type: 'wake'; readonly urgent: boolean };

export type ReplicationDeps = ClockDep &
  RandomDep &
  TimersDep &
  ReportDep & {
    readonly identity: Identity;
    readonly serverUrl: string;
    readonly startWorker: () => Worker;
    readonly openChannel: (name: string) => BroadcastChannel;
    readonly updateLease: (
      replica: string,
      decide: (lease: Lease | undefined) => Lease | undefined,
    ) => Promise<void>;
  };

export function createReplication(deps: ReplicationDeps): Replication {
  const state = createWritable<ReplicatorState | undefined>(undefined);
  let wakeLeader: (urgent: boolean) => void = () => undefined;
  let stopAll: () => void = () => undefined;

  function start(joined: JoinedSession | undefined, delayMs: number): void {
    stopAll();
    const replica = joined?.replica ?? localReplica;
    if (joined !== undefined)
      state.set({ connection: 'syncing', progress: undefined, stuck: false });
    const channel = deps.openChannel(`${replica}:sync`);
    const post = (message: TabMessage) => channel.postMessage(message);
    let led: LeadingWorker | undefined;

    wakeLeader = (urgent) =>
      led === undefined ? post({ type: 'wake', urgent }) : led.wake(urgent);
    channel.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => {
      const current = state.get();
      if (data.type === 'state' && led === undefined) state.set(data.state);
      if (data.type === 'askState' && led !== undefined && current !== undefined) {
        post({ type: 'state', state: current });
      }
      if (data.type === 'wake') led?.wake(data.urgent);
    });
    post({ type: 'askState' });

    const leases = {
      update: (decide: (lease: Lease | undefined) => Lease | undefined) =>
        deps.updateLease(replica, decide),
    };
    const resign = seekLeadership({ ...deps, leases }, replica, () => {
      const leading = lead(replica, joined?.workspace.id, delayMs, (next) => {
        state.set(next);
        post({ type: 'state', state: next });
      });
      led = leading;
      return () => {
        led = undefined;
        leading.stop();
      };
    });

    stopAll = () => {
      resign();
      channel.close();
      state.set(undefined);
      wakeLeader = () => undefined;
    };
  }

  /** The worker starts once the page has been drawn; until then there is nothing to wake or stop. */
  function lead(
    replica: string,
    workspace: string | undefined,
    delayMs: number,
    onState: (state: ReplicatorState) => void,
  ): LeadingWorker {
    let worker: LeadingWorker | undefined;
    const cancelStart = deps.setTimer(delayMs, () => {
      const { identity, serverUrl } = deps;
      const leading = { replica, workspace, identity, serverUrl };
      worker = leadInWorker(deps, deps.startWorker(), leading, onState);
    });
    return {
      wake: (urgent) => worker?.wake(urgent),
      stop: () => {
        cancelStart();
        worker?.stop();
      },
    };
  }

  return {
    state,
    wake: (urgent = false) => wakeLeader(urgent),
    start,
    stop: () => stopAll(),
  };
}

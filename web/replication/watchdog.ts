/** Raises an alarm when an edit stays unsent although the server can be reached: sync that is stuck in silence. */
import type { ClockDep } from '../../shared/deps.ts';
import type { ReportDep, TimersDep } from '../local/deps.ts';
import type { ReplicaStore } from '../local/replica-store.ts';

/** An edit may wait this long while the server answers. */
export const stuckAfterMs = 30_000;
const lookEveryMs = 5_000;

export type Watchdog = {
  readonly noteContact: (isReachable: boolean) => void;
  /** The server has asked to wait so long: nothing is stuck before that is over. */
  readonly noteHold: (heldMs: number) => void;
  readonly stop: () => void;
};

export function createWatchdog(
  deps: ClockDep & TimersDep & ReportDep & { readonly store: Pick<ReplicaStore, 'readUnsent'> },
  onLook: (isStuck: boolean) => void,
): Watchdog {
  let reachableSince: number | undefined;
  let cancel = deps.setTimer(lookEveryMs, look);

  function look(): void {
    deps.store
      .readUnsent()
      .then(({ oldestMadeAt }) => onLook(isStuck(oldestMadeAt)))
      .catch((cause) => deps.report('looking for unsent edits', cause));
    cancel = deps.setTimer(lookEveryMs, look);
  }

  function isStuck(oldestMadeAt: number | undefined): boolean {
    if (oldestMadeAt === undefined || reachableSince === undefined) return false;
    return deps.nowMs() - Math.max(oldestMadeAt, reachableSince) > stuckAfterMs;
  }

  return {
    noteContact: (isReachable) => {
      if (!isReachable) reachableSince = undefined;
      else reachableSince ??= deps.nowMs();
    },
    noteHold: (heldMs) => {
      reachableSince = Math.max(reachableSince ?? 0, deps.nowMs() + heldMs);
    },
    stop: () => cancel(),
  };
}

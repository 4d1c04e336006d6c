/** Leaving a workspace: what is unsent stays, what the server has goes from this device. */
import type { LeftReplicasDeps } from '../local/left-replicas.ts';
import { tidyLeftReplicas } from '../local/left-replicas.ts';
import type { Leaving } from '../local/left-sessions.ts';
import type { ClockDep } from '../../shared/deps.ts';

export type LeaveDeps = ClockDep &
  LeftReplicasDeps & {
    /** Resolves when every tab has stored what was typed in it. */
    readonly flushAllTabs: () => Promise<void>;
    readonly announceLeave: () => void;
    readonly stopReplication: () => void;
    /** How the register looked is no longer for this device's next start. */
    readonly forgetLook: () => Promise<unknown>;
  };

/**
 * `isOwed`: the server could not be told, and has still to be. The page must be loaded anew when it resolves.
 */
export async function leaveOnDevice(
  deps: LeaveDeps,
  leaving: Pick<Leaving, 'replica' | 'isOwed'>,
): Promise<void> {
  await deps.flushAllTabs();
  deps.stopReplication();
  await deps.leftSessions.leave({ ...leaving, leftAt: deps.nowMs() });
  await deps.forgetLook();
  deps.announceLeave();
  // What was written in another tab meanwhile is stored before anything is looked at.
  await deps.flushAllTabs();
  await tidyLeftReplicas(deps);
}

/** One kind of work that is done when woken, one run at a time, and tried again by itself after a failure. */
import type { ReportDep, TimersDep } from '../local/deps.ts';
import type { Backoff } from './backoff.ts';

export type LaneOutcome =
  | { readonly type: 'done' }
  /** Nothing failed, but there is more to do after a while. */
  | { readonly type: 'waits'; readonly ms: number }
  | { readonly type: 'failed' };

export type Lane = {
  /** Runs now, or once more after the present run; a wait after a failure is kept unless `urgent`. */
  readonly wake: (urgent?: boolean) => void;
  readonly stop: () => void;
};

export type LaneDeps = TimersDep &
  ReportDep & {
    readonly backoff: Backoff;
    /** The server has asked not to be asked for so long; 0 = it has not. No wake ends it. */
    readonly heldMs?: () => number;
  };

export function createLane(deps: LaneDeps, name: string, run: () => Promise<LaneOutcome>): Lane {
  let isRunning = false;
  let isWoken = false;
  let isStopped = false;
  let isWaitingAfterFailure = false;
  let cancelTimer: (() => void) | undefined;

  function wake(urgent = false): void {
    if (isStopped) return;
    if (urgent) deps.backoff.reset();
    if (isRunning) {
      isWoken = true;
      return;
    }
    if (isWaitingAfterFailure && !urgent) return;
    void runOnce();
  }

  async function runOnce(): Promise<void> {
    cancelTimer?.();
    cancelTimer = undefined;
    isWaitingAfterFailure = false;
    const heldMs = deps.heldMs?.() ?? 0;
    if (heldMs > 0) return runLater(heldMs, true);
    isRunning = true;
    isWoken = false;
    const outcome = await attempt();
    isRunning = false;
    if (isStopped) return;
    if (outcome.type === 'failed') return runLater(deps.backoff.nextMs(), true);
    deps.backoff.reset();
    if (isWoken) return runLater(0, false);
    if (outcome.type === 'waits') runLater(outcome.ms, false);
  }

  async function attempt(): Promise<LaneOutcome> {
    try {
      return await run();
    } catch (cause) {
      deps.report(`${name} failed`, cause);
      return { type: 'failed' };
    }
  }

  function runLater(delayMs: number, isAfterFailure: boolean): void {
    isWaitingAfterFailure = isAfterFailure;
    cancelTimer = deps.setTimer(delayMs, () => void runOnce());
  }

  return {
    wake,
    stop: () => {
      isStopped = true;
      cancelTimer?.();
    },
  };
}

/** One tab of this browser leads a replica: it alone replicates. Web Locks decide, or a lease where there are none. */
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import { bytesToHex } from '../../shared/domain/ids.ts';
import type { ReportDep, TimersDep } from '../local/deps.ts';
import type { Lease } from '../local/device-database.ts';

/** A leader that has not renewed its lease for this long is taken for gone. */
const leaseMs = 10_000;
const renewMs = 3_000;

export const lockNameOf = (replica: string): string => `${replica}:leader`;

/** Puts the lease in one step: `decide` sees the present one and answers the next, or undefined to leave it. */
export type LeaseStore = {
  readonly update: (decide: (lease: Lease | undefined) => Lease | undefined) => Promise<void>;
};

/** Calls `lead` once this tab leads; what it returns is called when the tab no longer may. Returns the way to resign. */
export function seekLeadership(
  deps: ClockDep & RandomDep & TimersDep & ReportDep & { readonly leases: LeaseStore },
  replica: string,
  lead: () => () => void,
): () => void {
  const locks = (navigator as { readonly locks?: LockManager }).locks;
  return locks === undefined ? seekLease(deps, lead) : seekLock(deps, locks, replica, lead);
}

function seekLock(
  deps: ReportDep,
  locks: LockManager,
  replica: string,
  lead: () => () => void,
): () => void {
  const controller = new AbortController();
  let release: (() => void) | undefined;

  async function holdUntilResigned(): Promise<void> {
    const stop = lead();
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    stop();
  }

  locks
    .request(lockNameOf(replica), { signal: controller.signal }, holdUntilResigned)
    .catch((cause: unknown) => {
      if (!controller.signal.aborted) deps.report('leading', cause);
    });
  return () => {
    controller.abort();
    release?.();
  };
}

export function seekLease(
  deps: ClockDep & RandomDep & TimersDep & ReportDep & { readonly leases: LeaseStore },
  lead: () => () => void,
): () => void {
  const holder = bytesToHex(deps.randomBytes(8));
  let stop: (() => void) | undefined;
  let cancel: () => void = () => undefined;
  let isResigned = false;

  async function renew(): Promise<void> {
    let isHeld = false;
    await deps.leases.update((lease) => {
      const isFree = lease === undefined || lease.untilMs < deps.nowMs() || lease.holder === holder;
      isHeld = isFree && !isResigned;
      return isHeld ? { holder, untilMs: deps.nowMs() + leaseMs } : undefined;
    });
    if (isHeld) stop ??= lead();
    else giveUp();
  }

  function giveUp(): void {
    stop?.();
    stop = undefined;
  }

  function keepRenewing(): void {
    renew().catch((cause) => {
      deps.report('renewing the lease', cause);
      giveUp();
    });
    cancel = deps.setTimer(renewMs, keepRenewing);
  }

  keepRenewing();
  return () => {
    isResigned = true;
    cancel();
    giveUp();
  };
}

/** Forgets refused edits once they are old: at the start, and then every day that the server runs. */
import type { ClockDep } from '../../shared/deps.ts';
import type { Log } from '../observability/log.ts';
import type { Store } from '../store/store.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** How long refused bytes are kept for the person whose edit it was. */
const quarantineMs = 90 * dayMs;

/** Resolves after the first time, with what stops it. */
export async function keepExpiringQuarantine(
  deps: ClockDep & { readonly store: Pick<Store, 'expireQuarantine'>; readonly log: Log },
): Promise<() => void> {
  const expire = () => deps.store.expireQuarantine(deps.nowMs() - quarantineMs);
  await expire();
  const timer = setInterval(() => {
    expire().catch((error: unknown) =>
      deps.log.error({ err: error }, 'old refused edits could not be forgotten'),
    );
  }, dayMs);
  timer.unref();
  return () => clearInterval(timer);
}

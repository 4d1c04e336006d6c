/** A newer version of the app: noticed in the background, applied when the person says so and all is stored. */
import type { ReportDep, TimersDep } from '../local/deps.ts';
import { createWritable } from '../readable.ts';
import type { UpdateService } from '../services.ts';

/** A page that stays open for days looks for a newer version this often. */
const lookEveryMs = 60 * 60 * 1000;

export type UpdateDeps = TimersDep &
  ReportDep & {
    /** Missing on plain-http addresses: then there is never an update, because nothing is cached. */
    readonly container: ServiceWorkerContainer | undefined;
    readonly scriptUrl: () => string;
    readonly flushAllTabs: () => Promise<void>;
    readonly reload: () => void;
  };

export function watchForUpdates(deps: UpdateDeps): UpdateService {
  const available = createWritable(false);
  let waiting: ServiceWorker | null = null;

  async function register(container: ServiceWorkerContainer): Promise<void> {
    const registration = await container.register(deps.scriptUrl(), { updateViaCache: 'none' });
    const notice = () => {
      waiting = registration.waiting;
      // Without a controller this is the first version ever: it takes over by itself.
      available.set(waiting !== null && container.controller !== null);
    };
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', notice);
    });
    notice();
    const look = () => {
      registration.update().catch((cause: unknown) => deps.report('looking for an update', cause));
      deps.setTimer(lookEveryMs, look);
    };
    deps.setTimer(lookEveryMs, look);
  }

  if (deps.container !== undefined) {
    register(deps.container).catch((cause: unknown) =>
      deps.report('registering the service worker', cause),
    );
  }

  return {
    available,
    apply: async () => {
      const next = waiting;
      if (next === null || deps.container === undefined) return;
      await deps.flushAllTabs();
      const takenOver = new Promise<void>((resolve) => {
        deps.container?.addEventListener('controllerchange', () => resolve(), { once: true });
      });
      next.postMessage({ type: 'SKIP_WAITING' });
      await takenOver;
      deps.reload();
    },
  };
}

/** What the page does when it is shown, hidden, or finds the network again. */
import type { ReplicaStore } from '../local/replica-store.ts';
import type { Readable } from '../readable.ts';
import type { SyncStatus } from '../services.ts';

export type PageLifeDeps = {
  /** Stores everything that is typed and not stored yet. */
  readonly flush: () => Promise<void>;
  /** Tries the server now. */
  readonly wake: () => void;
  readonly store: Pick<ReplicaStore, 'changes'>;
  readonly status: Readable<SyncStatus>;
  /** Has the service worker send what is unsent when there is a network again, even without a page. */
  readonly askForBackgroundSync: () => Promise<void>;
};

export function watchPageLife(deps: PageLifeDeps): void {
  const comeBack = () => {
    // What other tabs stored while this one was frozen was not told to it.
    deps.store.changes.publish({ type: 'everything' });
    deps.wake();
  };
  addEventListener('online', deps.wake);
  addEventListener('pageshow', (event) => {
    if (event.persisted) comeBack();
  });
  addEventListener('pagehide', () => void deps.flush());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') {
      void deps.flush();
      handOver();
    } else {
      isHandedOver = false;
      comeBack();
    }
  });

  let badge = 0;
  let isHandedOver = false;
  deps.status.subscribe(() => {
    const { unsent, state } = deps.status.get();
    if (unsent === 0) isHandedOver = false;
    if (state === 'offline') handOver();
    if (unsent === badge) return;
    badge = unsent;
    void showBadge(unsent);
  });

  /** Once for each time that there is something unsent: this page may be gone when the network is back. */
  function handOver(): void {
    if (isHandedOver || deps.status.get().unsent === 0) return;
    isHandedOver = true;
    void deps.askForBackgroundSync();
  }
}

/** Missing in browsers without installed apps; refused where the app is not installed, and then not needed. */
async function showBadge(unsent: number): Promise<void> {
  const { setAppBadge } = navigator as { readonly setAppBadge?: (count: number) => Promise<void> };
  await setAppBadge?.call(navigator, unsent).catch(() => undefined);
}

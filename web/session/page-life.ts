/** What the page does when it is shown, hidden, or finds the network again. */
import type { ReplicaStore } from '../local/replica-store.ts';
import type { Readable } from '../readable.ts';
import type { SyncStatus } from '../services.ts';

export type PageLifeDeps = {
  /** Stores everything that is typed and not stored yet. */
  readonly flush: () => Promise<void>;
  /** Leaves what is not stored yet for the next page, at once. */
  readonly handOver: () => void;
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
  addEventListener('pagehide', () => {
    deps.handOver();
    void deps.flush();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') {
      void deps.flush();
      askOnce();
    } else {
      isAsked = false;
      comeBack();
    }
  });

  let badge = 0;
  let isAsked = false;
  deps.status.subscribe(() => {
    const { unsent, state } = deps.status.get();
    if (unsent === 0) isAsked = false;
    if (state === 'offline') askOnce();
    if (unsent === badge) return;
    badge = unsent;
    void showBadge(unsent);
  });

  /** Once for each time that there is something unsent: this page may be gone when the network is back. */
  function askOnce(): void {
    if (isAsked || deps.status.get().unsent === 0) return;
    isAsked = true;
    void deps.askForBackgroundSync();
  }
}

/** Missing in browsers without installed apps; refused where the app is not installed, and then not needed. */
async function showBadge(unsent: number): Promise<void> {
  const { setAppBadge } = navigator as { readonly setAppBadge?: (count: number) => Promise<void> };
  await setAppBadge?.call(navigator, unsent).catch(() => undefined);
}

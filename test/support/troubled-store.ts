/** A store whose next commits fail or wait, as a full or slow disk makes them. */
import { StorageError } from '../../sync-server/store/storage-error.ts';
import type { Store } from '../../sync-server/store/store.ts';

export type TroubledStore = {
  readonly store: Store;
  /** Every write fails from now on, until `heal`. */
  readonly fillDisk: () => void;
  readonly heal: () => void;
  /** The next commit waits; resolves with the way to let it go once it has come. */
  readonly holdCommit: () => Promise<() => void>;
};

export function troubled(store: Store): TroubledStore {
  let isFull = false;
  let onHeld: ((letGo: () => void) => void) | undefined;
  const failWhenFull =
    <P extends readonly unknown[], T>(write: (...parameters: P) => Promise<T>) =>
    async (...parameters: P): Promise<T> => {
      if (isFull) throw new StorageError(new Error('database or disk is full'));
      return write(...parameters);
    };
  const commit: Store['commit'] = async (...parameters) => {
    const held = onHeld;
    onHeld = undefined;
    if (held !== undefined) await new Promise<void>((letGo) => held(letGo));
    return failWhenFull(store.commit)(...parameters);
  };
  return {
    store: {
      ...store,
      commit,
      saveSnapshot: failWhenFull(store.saveSnapshot),
      join: failWhenFull(store.join),
      addInvitation: failWhenFull(store.addInvitation),
    },
    fillDisk: () => {
      isFull = true;
    },
    heal: () => {
      isFull = false;
    },
    holdCommit: () =>
      new Promise((resolve) => {
        onHeld = resolve;
      }),
  };
}

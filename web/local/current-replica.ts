/** Which replica this browser works on: the one from before joining, or a workspace's; exchanged without a reload. */
import { Dexie } from 'dexie';
import { browserDeps } from './browser-deps.ts';
import { createDexieTables } from './dexie-tables.ts';
import { demoReplica } from './demo-replica.ts';
import { localReplica } from './device-database.ts';
import { openPageReplica } from './page-replica.ts';
import { createSwitchableStore, type SwitchableStore } from './switchable-store.ts';

export type CurrentReplica = {
  readonly store: SwitchableStore;
  readonly name: () => string;
  /** Takes along what was kept before joining; throws a StorageError, and then nothing has changed. */
  readonly takeAlong: (target: string) => Promise<void>;
  readonly switchTo: (name: string) => void;
};

export function openCurrentReplica(initial: string): CurrentReplica {
  let name = initial;
  const store = createSwitchableStore(openPageReplica(initial));
  return {
    store,
    name: () => name,
    takeAlong: async (target) => {
      if (target === demoReplica || !(await Dexie.exists(localReplica))) return;
      const { moveReplica } = await import('./move-replica.ts');
      const source = createDexieTables(localReplica, browserDeps);
      const destination = createDexieTables(target, browserDeps);
      try {
        await moveReplica(source, destination);
      } finally {
        source.close();
        destination.close();
      }
      if (target === name) store.changes.publish({ type: 'everything' });
    },
    switchTo: (next) => {
      if (next === name) return;
      name = next;
      store.switchTo(openPageReplica(next));
    },
  };
}

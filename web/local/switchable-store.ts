/** A replica store whose replica can be exchanged while it is in use: whoever holds it goes on with the new one. */
import { createChangeFeed } from './change-feed.ts';
import type { ReplicaStore } from './replica-store.ts';

export type SwitchableStore = ReplicaStore & {
  /** From now on everything goes to `next`; listeners hear of it as of a change of everything. */
  readonly switchTo: (next: ReplicaStore) => void;
};

export function createSwitchableStore(initial: ReplicaStore): SwitchableStore {
  let current = initial;
  const changes = createChangeFeed();
  let stopForwarding = forward();

  function forward(): () => void {
    return current.changes.subscribe(changes.publish);
  }

  type Operation = (...args: readonly unknown[]) => unknown;
  const operations = Object.fromEntries(
    Object.keys(initial).map((name) => [
      name,
      (...args: readonly unknown[]) =>
        (current as unknown as Readonly<Record<string, Operation>>)[name]?.(...args),
    ]),
  ) as unknown as ReplicaStore;

  return {
    ...operations,
    changes: { subscribe: changes.subscribe, publish: (change) => current.changes.publish(change) },
    switchTo: (next) => {
      stopForwarding();
      current = next;
      stopForwarding = forward();
      changes.publish({ type: 'everything' });
    },
  };
}

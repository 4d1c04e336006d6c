/** A value that changes, as the core offers it to screens: read now, told when it changes. */

export type Readable<T> = {
  readonly get: () => T;
  /** Calls `listener` after every change; returns the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
};

export type Writable<T> = Readable<T> & { readonly set: (value: T) => void };

/** A Writable that tells its listeners only when the value is another one (by `Object.is`). */
export function createWritable<T>(initial: T): Writable<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of Array.from(listeners)) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

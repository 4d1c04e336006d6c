/**
 * The tables of a replica in memory, for simulations: the same indexes and transactions as IndexedDB, and a
 * disk that can fail, lose the answer to a write, and outlive the program that used it.
 */
import { createMemoryTable } from './memory-table.ts';
import { StorageError } from './storage-failure.ts';
import { type ReplicaTables, replicaSchema, type Tables } from './tables.ts';

/** What becomes of a write transaction once its body has run. */
export type WriteFate =
  | 'commit'
  /** Nothing is stored, and the caller is told. */
  | 'fail'
  /** The program never hears of it: nothing is stored, or everything is. */
  | 'vanish'
  | 'commitUnheard';

export type MemoryStorage = {
  /** A program's connection. After `cut` nothing that it does reaches the storage, and nothing answers it. */
  readonly connect: (nextFate?: () => WriteFate) => ReplicaTables & { readonly cut: () => void };
};

export function createMemoryStorage(): MemoryStorage {
  const undoLog: (() => void)[] = [];
  const tables = Object.fromEntries(
    Object.entries(replicaSchema).map(([name, schema]) => [
      name,
      createMemoryTable(schema, (undo) => undoLog.push(undo)),
    ]),
  ) as unknown as Tables;
  let queue: Promise<unknown> = Promise.resolve();

  /** One transaction at a time, as IndexedDB does for those that write to the same tables. */
  function inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = queue.then(run);
    queue = turn.catch(() => undefined);
    return turn;
  }

  function rollBack(): void {
    for (const undo of undoLog.slice().reverse()) undo();
    undoLog.length = 0;
  }

  return {
    connect: (nextFate = () => 'commit') => {
      let isCut = false;
      return {
        transact: (mode, _names, body) =>
          new Promise((resolve, reject) => {
            if (isCut) return;
            void inTurn(async () => {
              if (isCut) return;
              try {
                const value = await body(tables);
                const fate = mode === 'read' ? 'commit' : isCut ? 'vanish' : nextFate();
                if (fate === 'fail') throw new StorageError('storageFailed', 'a failing disk');
                if (fate === 'vanish') return rollBack();
                undoLog.length = 0;
                if (fate === 'commit' && !isCut) resolve(value);
              } catch (error) {
                rollBack();
                reject(error as Error);
              }
            });
          }),
        close: () => undefined,
        cut: () => {
          isCut = true;
        },
      };
    },
  };
}

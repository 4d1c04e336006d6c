/** The store could not do its work (disk full, I/O error): nothing of the call was kept, and it may be tried again. */

export class StorageError extends Error {
  override readonly name = 'StorageError';

  constructor(cause: unknown) {
    super(`The store failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

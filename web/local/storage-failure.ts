/** Tells storage errors apart, so that a screen can say what to do and a closed database is opened again. */
import { err, ok, type Result } from '../../shared/result.ts';
import type { StorageFailure } from '../services.ts';

/** A write or read that this device's storage did not do; thrown by tables, caught by the replica store. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly failure: StorageFailure;

  constructor(failure: StorageFailure, cause: unknown) {
    super(failure, { cause });
    this.failure = failure;
  }
}

const failureByErrorName: Readonly<Record<string, StorageFailure>> = {
  QuotaExceededError: 'quotaExceeded',
  DatabaseClosedError: 'storageClosed',
  InvalidStateError: 'storageClosed',
};

/** What an IndexedDB or Dexie error means; Dexie wraps the browser's own error as `inner`. */
export function storageFailureOf(error: unknown): StorageFailure {
  if (error instanceof StorageError) return error.failure;
  const { name, inner } = (error ?? {}) as { name?: string; inner?: { name?: string } | null };
  return failureByErrorName[inner?.name ?? ''] ?? failureByErrorName[name ?? ''] ?? 'storageFailed';
}

/** A storage operation's outcome as a value; errors that are not the storage's stay thrown. */
export async function storageResult<T>(run: () => Promise<T>): Promise<Result<T, StorageFailure>> {
  try {
    return ok(await run());
  } catch (error) {
    if (error instanceof StorageError) return err(error.failure);
    throw error;
  }
}

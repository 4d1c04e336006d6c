/** Storage errors, told apart by what a person can do about them. */
import { expect, test } from 'vitest';
import {
  StorageError,
  storageFailureOf,
  storageResult,
} from '../../../web/local/storage-failure.ts';

const named = (name: string, inner?: Error) => Object.assign(new Error(name), { name, inner });

test.each([
  ['the browser’s quota error', named('QuotaExceededError'), 'quotaExceeded'],
  ['one that Dexie wraps', named('AbortError', named('QuotaExceededError')), 'quotaExceeded'],
  ['a closed database', named('DatabaseClosedError'), 'storageClosed'],
  ['a transaction on a closing database', named('InvalidStateError'), 'storageClosed'],
  ['anything else', named('UnknownError'), 'storageFailed'],
  ['no error at all', undefined, 'storageFailed'],
] as const)('%s', (_what, error, failure) => {
  expect(storageFailureOf(error)).toBe(failure);
});

test('a storage error becomes a value, and a bug stays thrown', async () => {
  const fail = (error: Error) =>
    storageResult(async () => {
      throw error;
    });
  expect(await fail(new StorageError('quotaExceeded', 'full'))).toEqual({
    ok: false,
    error: 'quotaExceeded',
  });
  await expect(fail(new TypeError('a bug'))).rejects.toThrow('a bug');
});

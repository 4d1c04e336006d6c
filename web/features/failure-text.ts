/** Which sentence tells a person what to do about a failure. */
import type { RefusalCode } from '../../shared/protocol/refusals.ts';
import type { TextKey } from '../i18n/translate.ts';
import type { StorageFailure } from '../services.ts';

export const storageFailureText = (failure: StorageFailure): TextKey => `storage.${failure}`;

export const refusalText = (code: RefusalCode | 'unreachable'): TextKey => `refusal.${code}`;

/** Which sentence tells a person what to do about a failure of this device's storage. */
import type { TextKey } from '../i18n/translate.ts';
import type { StorageFailure } from '../services.ts';

export const storageFailureText = (failure: StorageFailure): TextKey => `storage.${failure}`;

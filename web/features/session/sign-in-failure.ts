/** Which sentence tells a person what to do about a sign-in that did not come about. */
import type { TextKey } from '../../i18n/translate.ts';
import type { SignInFailure } from '../../services/session.ts';
import { storageFailureText } from '../failure-text.ts';
import { refusalText } from '../refusal-text.ts';

export function signInFailureText(failure: SignInFailure): TextKey {
  switch (failure) {
    case 'cancelled':
      return 'signIn.cancelled';
    case 'quotaExceeded':
    case 'storageClosed':
      return storageFailureText(failure);
    // The same word for this device's storage and the server's.
    case 'storageFailed':
      return 'join.storageFailed';
    // Elsewhere it is about an edit; here another person's device was meant.
    case 'foreignDevice':
      return 'join.foreignDevice';
    default:
      return refusalText(failure);
  }
}

/** The browser's own dialogs for passkeys. */
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { startAuthentication, startRegistration } from '@simplewebauthn/browser';

/** Options as the server sends them; their form is WebAuthn's own. */
type Options = { readonly challenge: string };

/** undefined: the person has closed the dialog, it has timed out, or there is no passkey to choose. */
export const askForPasskey = (options: Options) =>
  orNothing(
    startAuthentication({
      optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON,
    }),
  );

export const makePasskey = (options: Options) =>
  orNothing(
    startRegistration({
      optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON,
    }),
  );

/** Browsers tell a closed dialog, a missing passkey and a forbidden one alike, lest pages learn which it was. */
async function orNothing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && expectedNames.has(error.name)) return undefined;
    throw error;
  }
}

const expectedNames = new Set(['NotAllowedError', 'AbortError', 'InvalidStateError']);

/** Bytes as text that fits into an address or a JSON body. */
import { bytesToBase64 } from '../local/base64.ts';

export const bytesToBase64url = (bytes: Uint8Array): string =>
  bytesToBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

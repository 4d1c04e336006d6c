/** CBOR on the wire: how a message becomes bytes, and how untrusted bytes become a value or nothing. */
import { decode, encode } from 'cborg';

export const cborMediaType = 'application/cbor';

export const encodeFrame = (value: unknown): Uint8Array<ArrayBuffer> =>
  encode(value, { ignoreUndefinedProperties: true }) as Uint8Array<ArrayBuffer>;

/** The decoded value, or undefined when the bytes are not exactly one well-formed CBOR item. */
export function decodeFrame(bytes: Uint8Array): unknown {
  try {
    return decode(bytes, { rejectDuplicateMapKeys: true });
  } catch {
    return undefined;
  }
}

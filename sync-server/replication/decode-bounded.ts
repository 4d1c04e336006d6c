/** CBOR from strangers: a few bytes can say millions of values, and making them would stop everybody else. */
import { decode, Tokenizer } from 'cborg';

/**
 * Values, keys and ends of one body: a push of 500 envelopes, or an envelope of 500 items of which each is a
 * command with a hundred fields, has fewer.
 */
const maxTokens = 100_000;

/** As `decode` has them where nothing is said; a tokenizer of one's own is told everything. */
const options = {
  strict: false,
  allowIndefinite: true,
  allowUndefined: true,
  allowBigInt: true,
  rejectDuplicateMapKeys: true,
};

/** The decoded value, or undefined when the bytes are not exactly one well-formed item of a reasonable size. */
export function decodeBounded(bytes: Uint8Array): unknown {
  const view = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tokenizer = new Tokenizer(view, options);
  const readNext = tokenizer.next.bind(tokenizer);
  let tokens = 0;
  tokenizer.next = () => {
    tokens += 1;
    if (tokens > maxTokens) throw new Error('too many values');
    return readNext();
  };
  try {
    return decode(view, { ...options, tokenizer });
  } catch {
    return undefined;
  }
}

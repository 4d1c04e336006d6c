/**
 * Many messages in one body: a CBOR sequence (RFC 8742) of byte strings, each of which holds one message. The
 * length before each message lets a reader refuse what is too large before it has come.
 */
import { err, ok, type Result } from '../result.ts';
import { encodeFrame } from './frame.ts';

export const streamMediaType = 'application/cbor-seq';

/** The head of a byte string whose length takes four bytes; a reader takes shorter forms as well. */
export const framePrefixBytes = 5;

const byteString = 0x40;
const lengthBytesByHead: ReadonlyMap<number, number> = new Map([
  [byteString | 24, 1],
  [byteString | 25, 2],
  [byteString | 26, 4],
]);

/** Fills the first bytes of `element`; what follows them is the message. */
export function writeFramePrefix(element: Uint8Array): void {
  element[0] = byteString | 26;
  const view = new DataView(element.buffer, element.byteOffset, framePrefixBytes);
  view.setUint32(1, element.length - framePrefixBytes);
}

/** A message as an element of a stream. */
export const encodeElement = (value: unknown): Uint8Array<ArrayBuffer> =>
  elementOf(encodeFrame(value));

export function elementOf(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const element = new Uint8Array(framePrefixBytes + message.length);
  element.set(message, framePrefixBytes);
  writeFramePrefix(element);
  return element;
}

export type BrokenStream = 'malformed' | 'tooLarge' | 'cutOff';

/** The messages in `chunks`, one at a time, each of at most `limitBytes`; after an error nothing more comes. */
export async function* readElements(
  chunks: AsyncIterable<Uint8Array>,
  limitBytes: number,
): AsyncGenerator<Result<Uint8Array, BrokenStream>> {
  let prefix: number[] = [];
  /** The message that is coming in, over memory of its own, and how much of it is here. */
  let message: Uint8Array | undefined;
  let filled = 0;
  for await (const chunk of chunks) {
    let at = 0;
    while (at < chunk.length) {
      if (message === undefined) {
        prefix.push(chunk[at++] ?? 0);
        const size = messageSize(prefix);
        if (size === 'incomplete') continue;
        if (size === 'malformed') return yield err(size);
        if (size > limitBytes) return yield err('tooLarge');
        message = new Uint8Array(size);
        filled = 0;
      }
      const part = chunk.subarray(at, at + message.length - filled);
      message.set(part, filled);
      at += part.length;
      filled += part.length;
      if (filled < message.length) continue;
      yield ok(message);
      message = undefined;
      prefix = [];
    }
  }
  if (prefix.length > 0) yield err('cutOff');
}

/** What the head of a byte string says of its length (RFC 8949 §3). */
function messageSize([first = 0, ...lengthBytes]: readonly number[]):
  number | 'incomplete' | 'malformed' {
  if (first >= byteString && first < (byteString | 24)) return first - byteString;
  const expected = lengthBytesByHead.get(first);
  if (expected === undefined) return 'malformed';
  if (lengthBytes.length < expected) return 'incomplete';
  return lengthBytes.reduce((size, byte) => size * 256 + byte, 0);
}

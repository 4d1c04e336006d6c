import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeFrame, encodeFrame } from '../../../../shared/protocol/frame.ts';
import {
  elementOf,
  encodeElement,
  readElements,
} from '../../../../shared/protocol/frame-stream.ts';

async function* arriving(chunks: readonly Uint8Array[]) {
  yield* chunks;
}

/** Messages as lists of bytes, and what ended the stream when it was broken. */
async function read(...chunks: readonly Uint8Array[]) {
  const results: (number[] | string)[] = [];
  for await (const element of readElements(arriving(chunks), 1_000)) {
    results.push(element.ok ? [...element.value] : element.error);
  }
  return results;
}

it('comes out as it went in, wherever the network cuts it', async () => {
  const messages = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 6 });
  const sizes = fc.array(fc.nat(400), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(messages, sizes, async (sent, cuts) => {
      const body = Buffer.concat(sent.map(elementOf));
      const chunks: Uint8Array[] = [];
      let at = 0;
      for (const size of [...cuts, body.length]) {
        chunks.push(body.subarray(at, at + size));
        at += size;
      }
      expect(await read(...chunks)).toEqual(sent.map((message) => [...message]));
    }),
  );
});

it('is a sequence of CBOR byte strings, in any of their forms', async () => {
  expect(decodeFrame(encodeElement({ a: 1 }))).toEqual(encodeFrame({ a: 1 }));
  const messages = [3, 24, 300].map((size) => new Uint8Array(size).fill(7));
  const came = await read(Buffer.concat(messages.map(encodeFrame)));
  expect(came.map(({ length }) => length)).toEqual([3, 24, 300]);
});

it('gives messages that do not reach into what lies behind them', async () => {
  const both = Buffer.concat([Uint8Array.of(1), Uint8Array.of(2)].map(elementOf));
  for await (const element of readElements(arriving([both]), 10)) {
    expect(element.ok && element.value.buffer.byteLength).toBe(1);
  }
});

it('ends at what is too large before it has come, at what is no byte string, at a cut', async () => {
  const first = elementOf(Uint8Array.of(1));
  const large = elementOf(new Uint8Array(1_001));
  expect(await read(first, large.subarray(0, 5))).toEqual([[1], 'tooLarge']);
  expect(await read(first, encodeFrame('text'), first)).toEqual([[1], 'malformed']);
  // 0x5f has no length, 0x5b one of eight bytes: no message is so large.
  for (const head of [0x5f, 0x5b]) expect(await read(Uint8Array.of(head))).toEqual(['malformed']);
  expect(await read(first, first.subarray(0, 5))).toEqual([[1], 'cutOff']);
  expect(await read(first, first.subarray(0, 2))).toEqual([[1], 'cutOff']);
  expect(await read()).toEqual([]);
});

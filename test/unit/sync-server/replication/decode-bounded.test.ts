import { describe, expect, it } from 'vitest';
import { encodeFrame } from '../../../../shared/protocol/frame.ts';
import { wireLimits } from '../../../../shared/protocol/version.ts';
import { decodeBounded } from '../../../../sync-server/replication/decode-bounded.ts';

const size = wireLimits.pushBodyBytes;

/** An array or map head with a count, and then as much as fits. */
function bomb(head: number, count: number, fill: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.alloc(size);
  bytes[0] = head;
  bytes.writeUInt32BE(count, 1);
  fill(bytes.subarray(5));
  return bytes;
}

describe('CBOR from strangers', () => {
  it('is what it was when it is honest', () => {
    const push = {
      proto: 1,
      epoch: null,
      envelopes: Array.from({ length: 500 }, () => ({
        content: new Uint8Array(20),
        signature: new Uint8Array(64),
      })),
    };
    expect(decodeBounded(encodeFrame(push))).toEqual(push);
    // [_ 1, undefined], as RFC 8949 writes it.
    expect(decodeBounded(new Uint8Array([0x9f, 0x01, 0xf7, 0xff]))).toEqual([1, undefined]);
  });

  it.each([
    ['four million numbers', bomb(0x9a, size - 5, () => {})],
    ['four million arrays', bomb(0x9a, size - 5, (bytes) => bytes.fill(0x80))],
    [
      'seven hundred thousand keys',
      bomb(0xba, Math.floor((size - 5) / 6), (bytes) => {
        for (let at = 0; at + 6 <= bytes.length; at += 6) {
          bytes.write(`\u0064${(at / 6).toString(36).padStart(4, '0')}`, at, 'latin1');
        }
      }),
    ],
    ['a nest four million deep', Buffer.alloc(size, 0x81)],
    [
      'a length beyond all memory',
      Buffer.from([0x5b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
    ],
    ['an array without an end', Buffer.alloc(size, 0x9f)],
  ])('that says %s is none, and is found out at once', (_what, bytes) => {
    const startedAt = performance.now();
    expect(decodeBounded(bytes)).toBeUndefined();
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});

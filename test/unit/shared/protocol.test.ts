/** The wire: what is a message and what is not. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeFrame, encodeFrame } from '../../../shared/protocol/frame.ts';
import { envelopeContent, pullRequest } from '../../../shared/protocol/messages.ts';
import { sessionAnswer } from '../../../shared/protocol/session.ts';
import { refusalStatus } from '../../../shared/protocol/refusals.ts';

const uuid = '01923456-789a-7000-8000-00000000abcd';
const content = {
  device: uuid,
  boot: 'b1',
  actor: uuid,
  items: [
    {
      n: 1,
      docId: uuid,
      docEpoch: 0,
      hlc: '0000000000ff-0000',
      body: { type: 'update', bytes: new Uint8Array([1, 2, 3]) },
    },
  ],
};

describe('a frame', () => {
  test('comes back as it went, bytes included', () => {
    expect(decodeFrame(encodeFrame(content))).toEqual(content);
  });

  test('of arbitrary bytes is a value or nothing, never an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(() => decodeFrame(bytes)).not.toThrow();
      }),
      { numRuns: 2000 },
    );
  });

  test('that is cut short is nothing', () => {
    const whole = encodeFrame(content);
    for (let size = 0; size < whole.length; size++) {
      expect(decodeFrame(whole.subarray(0, size))).toBeUndefined();
    }
  });
});

describe('a message', () => {
  test('of the right shape is taken', () => {
    expect(envelopeContent.safeParse(content).success).toBe(true);
  });

  test.each([
    ['no items', { ...content, items: [] }],
    ['another device shape', { ...content, device: 'x' }],
    [
      'bytes as text',
      { ...content, items: [{ ...content.items[0], body: { type: 'update', bytes: 'AQID' } }] },
    ],
    ['a negative n', { ...content, items: [{ ...content.items[0], n: -1 }] }],
  ])('with %s is refused', (_, value) => {
    expect(envelopeContent.safeParse(value).success).toBe(false);
  });

  test('may carry keys of a later version', () => {
    const request = { proto: 1, epoch: null, cursor: null, peopleVersion: 0, later: true };
    expect(pullRequest.safeParse(request).success).toBe(true);
  });
});

test('every refusal travels as an error status', () => {
  for (const status of Object.values(refusalStatus)) {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
  }
});

describe('the roles of a person', () => {
  test('are read as far as they are known here', () => {
    const answer = {
      serverId: uuid,
      workspace: { id: uuid, name: 'Gemba' },
      person: { id: uuid, displayName: 'Ada', roles: ['coach', 'astronaut'], role: 'member' },
      device: uuid,
      epoch: uuid,
    };
    expect(sessionAnswer.parse(answer).person.roles).toEqual(['coach']);
  });
});

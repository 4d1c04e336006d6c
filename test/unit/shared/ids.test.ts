/** Identities: shape, order and the number a record carries before it has a reference. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createUuidV7, type DocumentId, isUuid, localNumber } from '../../../shared/domain/ids.ts';

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
const moment = fc.integer({ min: 0, max: 2 ** 46 });

const uuidAt = (ms: number, random: Uint8Array): DocumentId =>
  createUuidV7({ nowMs: () => ms, randomBytes: () => random.slice() });

test('every id made is a UUIDv7 in lower case', () => {
  fc.assert(
    fc.property(moment, bytes, (ms, random) => {
      const id = uuidAt(ms, random);
      expect(isUuid(id)).toBe(true);
      expect(id[14]).toBe('7');
    }),
  );
});

test('ids made later sort after ids made earlier', () => {
  fc.assert(
    fc.property(moment, moment, bytes, bytes, (first, second, a, b) => {
      fc.pre(first < second);
      expect(uuidAt(first, a) < uuidAt(second, b)).toBe(true);
    }),
  );
});

test('an id carries the millisecond it was made in', () => {
  const id = uuidAt(0x0192_3456_789a, new Uint8Array(16));
  expect(id).toBe('01923456-789a-7000-8000-000000000000');
});

test('a local number is ~ and six characters that can be read out loud', () => {
  fc.assert(
    fc.property(moment, bytes, (ms, random) => {
      expect(localNumber(uuidAt(ms, random))).toMatch(/^~[0-9A-HJKMNP-TV-Z]{6}$/);
    }),
  );
});

test('local numbers of one device seldom meet: 2,000 captures share none here', () => {
  let state = 1;
  const next = () => (state = (state * 48271) % 0x7fffffff) & 0xff;
  const numbers = new Set<string>();
  for (let i = 0; i < 2000; i++) {
    numbers.add(localNumber(uuidAt(i, Uint8Array.from({ length: 16 }, next))));
  }
  expect(numbers.size).toBe(2000);
});

test.each(['', 'x', '01923456-789A-7000-8000-000000000000', '01923456789a70008000000000000000'])(
  'refuses %j as an id',
  (text) => {
    expect(isUuid(text)).toBe(false);
  },
);

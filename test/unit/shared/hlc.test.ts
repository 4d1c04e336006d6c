/** Hybrid logical clock stamps: later than what was seen, whatever the device's clock says. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Hlc, hlcToMs, isHlc, nextHlc } from '../../../shared/domain/hlc.ts';

const moment = fc.integer({ min: 0, max: 2 ** 46 });
const at = (ms: number) => ({ nowMs: () => ms });

test('a stamp is later than the one it replaces, also when the clock went back', () => {
  fc.assert(
    fc.property(moment, moment, fc.nat(40), (seenAt, now, edits) => {
      let seen = nextHlc(at(seenAt));
      for (let i = 0; i < edits; i++) seen = nextHlc(at(seenAt), seen);
      const stamp = nextHlc(at(now), seen);
      expect(isHlc(stamp)).toBe(true);
      expect(stamp > seen).toBe(true);
    }),
  );
});

test('a stamp is never before the device’s clock', () => {
  fc.assert(
    fc.property(moment, moment, (seenAt, now) => {
      expect(hlcToMs(nextHlc(at(now), nextHlc(at(seenAt))))).toBeGreaterThanOrEqual(now);
    }),
  );
});

test('a full counter carries into the milliseconds', () => {
  const full = '0000000000ff-ffff' as Hlc;
  expect(nextHlc(at(0), full)).toBe('000000000100-0000');
});

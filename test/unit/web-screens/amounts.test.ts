/** Amounts as people type them. */
import { expect, test } from 'vitest';
import { parseAmount } from '../../../web/features/business-case/amounts.ts';

test.each([
  ['', ''],
  [' 1200 ', '1200'],
  ['1200.50', '1200.50'],
  ['1200,5', '1200.5'],
  ['1,200', '1200'],
  ['1,234,567.89', '1234567.89'],
  ['12 000', '12000'],
  ['12’000', '12000'],
])('reads %j as %j', (typed, kept) => {
  expect(parseAmount(typed)).toBe(kept);
});

test.each(['-5', '1e3', 'about 5', '1.2.3', '1,2345', '12345678901234', '5.123'])(
  'takes %j for no amount',
  (typed) => {
    expect(parseAmount(typed)).toBeUndefined();
  },
);

/** Times as a stopwatch shows them. */
import { expect, test } from 'vitest';
import { clockText } from '../../../web/features/routines/clock-text.ts';

test.each([
  [0, '0:00'],
  [999, '0:00'],
  [7_000, '0:07'],
  [750_000, '12:30'],
  [3_599_999, '59:59'],
  [3_600_000, '1:00:00'],
  [93_784_000, '26:03:04'],
  // A clock that was set back shows no time below none.
  [-5_000, '0:00'],
])('%d ms reads %s', (ms, text) => expect(clockText(ms)).toBe(text));

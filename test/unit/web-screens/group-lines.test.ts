/** Headings among rows: every line is a heading or the right row, and windows ask for the rows that are in them. */
import { expect, test } from 'vitest';
import { placeOf, withHeadings } from '../../../web/features/find/group-lines.ts';
import type { Register } from '../../../web/features/register/use-register.ts';

const groups = [
  { key: 'idea', count: 2 },
  { key: 'closed', count: 1 },
];

test('a heading stands before its rows', () => {
  const lines = [0, 1, 2, 3, 4].map((line) => placeOf(groups, line));
  expect(lines.map((place) => (place.type === 'row' ? place.row : place.group.key))).toEqual([
    'idea',
    0,
    1,
    'closed',
    2,
  ]);
});

test('a window of lines asks for the rows that stand in it', () => {
  const shown: unknown[] = [];
  const register: Register = {
    total: 3,
    groups,
    lines: 3,
    rowAt: (index) => ({ title: `row ${index}` }) as never,
    failed: false,
    show: (window) => shown.push(window),
  };
  const grouped = withHeadings(register);
  expect(grouped.lines).toBe(5);
  expect(grouped.groupAt?.(3)).toEqual(groups[1]);
  expect(grouped.rowAt(4)?.title).toBe('row 2');
  expect(grouped.rowAt(0)).toBeUndefined();
  grouped.show({ start: 3, end: 5 });
  grouped.show({ start: 0, end: 2 });
  expect(shown).toEqual([
    { start: 2, end: 3 },
    { start: 0, end: 1 },
  ]);
});

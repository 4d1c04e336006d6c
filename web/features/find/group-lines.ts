/** The lines of a grouped list: a heading, then its rows, and so on. */
import type { RowGroup } from '../../projection/register-query.ts';
import type { RowWindow } from '../../ui/row-window.ts';
import type { Register } from '../register/use-register.ts';

type Place =
  | { readonly type: 'group'; readonly group: RowGroup }
  | { readonly type: 'row'; readonly row: number };

/** What is in line `line`; beyond the end the row after the last one. */
export function placeOf(groups: readonly RowGroup[], line: number): Place {
  let first = 0;
  let row = 0;
  for (const group of groups) {
    if (line === first) return { type: 'group', group };
    if (line <= first + group.count) return { type: 'row', row: row + line - first - 1 };
    first += group.count + 1;
    row += group.count;
  }
  return { type: 'row', row };
}

export function withHeadings(register: Register): Register {
  const { groups } = register;
  if (groups.length === 0) return register;
  const rowOf = (line: number) => {
    // A heading counts as the row below it.
    const place = placeOf(groups, line);
    const below = place.type === 'group' ? placeOf(groups, line + 1) : place;
    return below.type === 'row' ? below.row : 0;
  };
  return {
    ...register,
    lines: register.lines + groups.length,
    groupAt: (line) => {
      const place = placeOf(groups, line);
      return place.type === 'group' ? place.group : undefined;
    },
    rowAt: (line) => {
      const place = placeOf(groups, line);
      return place.type === 'row' ? register.rowAt(place.row) : undefined;
    },
    show: ({ start, end }: RowWindow) => register.show({ start: rowOf(start), end: rowOf(end) }),
  };
}

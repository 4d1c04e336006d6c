/** What the tools add to the list, made anew only when something of it changes. */
import { useMemo, useState } from 'preact/hooks';
import type { RegisterAsk, RegisterQuery } from '../../projection/register-query.ts';
import type { ListExtras } from '../register/list-extras.ts';
import type { RowLook } from '../register/register-row.tsx';
import { useReadable } from '../use-readable.ts';
import { type ColumnChoice, gridOf, isUsual } from './columns.ts';
import { FoundHeadings } from './found-headings.tsx';
import { createFoundRow } from './found-row.tsx';
import { GroupHeading } from './group-heading.tsx';
import { withHeadings } from './group-lines.ts';
import { NothingFound } from './nothing-found.tsx';
import type { Selection } from './selection.ts';
import type { Asker } from './use-ask.ts';

type Given = {
  readonly query: RegisterQuery;
  readonly ask: RegisterAsk | undefined;
  readonly asker: Asker;
  readonly look: RowLook;
  readonly choice: ColumnChoice;
  readonly selection: Selection;
  readonly onQuery: (query: RegisterQuery) => void;
};

export function useListExtras(given: Given): ListExtras {
  const { query, ask, asker, look, choice, selection, onQuery } = given;
  const columns = useReadable(choice.columns);
  const isSelecting = useReadable(selection.isOn);
  const [Row] = useState(() => createFoundRow(selection, choice));
  const needsRow = isSelecting || (look === 'table' && !isUsual(columns));
  return useMemo(
    () => ({
      ask,
      Row: needsRow ? Row : undefined,
      withHeadings,
      groupLine: (group, index) => (
        <GroupHeading
          key={`group ${group.key}`}
          group={group}
          index={index}
          grouping={query.group || 'stage'}
          look={look}
        />
      ),
      headings: (
        <FoundHeadings
          columns={columns}
          isSelecting={isSelecting}
          style={needsRow ? { gridTemplateColumns: gridOf(columns, isSelecting) } : undefined}
          query={query}
          onQuery={onQuery}
        />
      ),
      nothingFound: <NothingFound query={query} asker={asker} onQuery={onQuery} />,
    }),
    [ask, query, asker, look, columns, isSelecting, needsRow],
  );
}

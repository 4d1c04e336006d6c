/** What the tools add to the list, made anew only when something of it changes. */
import { useMemo, useState } from 'preact/hooks';
import type { RegisterAsk, RegisterQuery } from '../../projection/register-query.ts';
import type { ListExtras } from '../register/list-extras.ts';
import type { RowLook } from '../register/register-row.tsx';
import { useReadable } from '../use-readable.ts';
import { openColumnChoice } from './columns.ts';
import { FoundHeadings } from './found-headings.tsx';
import { GroupHeading } from './group-heading.tsx';
import { withHeadings } from './group-lines.ts';
import { NothingFound } from './nothing-found.tsx';
import type { Asker } from './use-ask.ts';

type Given = {
  readonly query: RegisterQuery;
  readonly ask: RegisterAsk | undefined;
  readonly asker: Asker;
  readonly look: RowLook;
  readonly onQuery: (query: RegisterQuery) => void;
};

export function useListExtras({ query, ask, asker, look, onQuery }: Given): ListExtras {
  const [choice] = useState(() => openColumnChoice(localStorage));
  const columns = useReadable(choice.columns);
  return useMemo(
    () => ({
      ask,
      Row: undefined,
      groupLine: (group, index) => (
        <GroupHeading
          key={`group ${group.key}`}
          group={group}
          index={index}
          grouping={query.group || 'stage'}
          look={look}
        />
      ),
      withHeadings,
      headings: (
        <FoundHeadings
          columns={columns}
          isSelecting={false}
          style={undefined}
          query={query}
          onQuery={onQuery}
        />
      ),
      nothingFound: <NothingFound query={query} asker={asker} onQuery={onQuery} />,
    }),
    [ask, query, asker, look, columns],
  );
}

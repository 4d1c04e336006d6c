/** Where the measures of a record stand now, a line each. */
import { useState } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { useWords } from '../environment.ts';
import type { StoryPartProps } from '../improvement/story-part.ts';
import { localDay } from '../local-day.ts';
import { useNow } from '../use-now.ts';
import { MeasureLine } from './measure-line.tsx';
import { ReadingSheet } from './reading-sheet.tsx';
import { useMeasures } from './use-measures.ts';
import './measures.css';

export function MeasuredNow({ state }: StoryPartProps) {
  const { t } = useWords();
  const library = useMeasures();
  const today = localDay(useNow());
  const [taking, setTaking] = useState<DocumentId>();
  const ids = state.items('measured').map(({ values }) => values.measure);
  const rows = library?.rows.filter(({ id }) => ids.includes(id)) ?? [];
  if (library === undefined || rows.length === 0) return null;
  return (
    <>
      <ul class="measure-list" aria-label={t('field.measured')}>
        {rows.map((row) => (
          <MeasureLine
            key={row.id}
            row={row}
            today={today}
            onTake={
              row.archived !== 'yes' && library.service.isAllowed('takeReading', row)
                ? () => setTaking(row.id)
                : undefined
            }
          />
        ))}
      </ul>
      {taking !== undefined && (
        <ReadingSheet queue={[taking]} onClose={() => setTaking(undefined)} />
      )}
    </>
  );
}

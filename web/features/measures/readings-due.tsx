/** Measures whose readings I take and that are due, under Me: one after the other. */
import { useState } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { ownReadingsDue } from '../../../shared/process/reading-due.ts';
import { Section } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { isMe } from '../improvement-words.ts';
import { localDay } from '../local-day.ts';
import { useNow } from '../use-now.ts';
import { useReadable } from '../use-readable.ts';
import { MeasureLine } from './measure-line.tsx';
import { ReadingSheet } from './reading-sheet.tsx';
import { useMeasures } from './use-measures.ts';
import './measures.css';

/** Nothing for whoever takes none, or none today. */
export function ReadingsDue() {
  const { services } = useEnvironment();
  const { t } = useWords();
  const library = useMeasures();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const today = localDay(useNow());
  const [taking, setTaking] = useState<readonly DocumentId[]>();
  const due = ownReadingsDue(library?.rows ?? [], today, (someone) => isMe(people, me, someone));
  if (due.length === 0 && taking === undefined) return null;
  const queueFrom = (id: DocumentId) => [
    id,
    ...due.map((row) => row.id).filter((other) => other !== id),
  ];
  return (
    <Section title={t('measures.due')}>
      <ul class="measure-list" aria-label={t('measures.due')}>
        {due.map((row) => (
          <MeasureLine
            key={row.id}
            row={row}
            today={today}
            onTake={() => setTaking(queueFrom(row.id))}
          />
        ))}
      </ul>
      {taking !== undefined && <ReadingSheet queue={taking} onClose={() => setTaking(undefined)} />}
    </Section>
  );
}

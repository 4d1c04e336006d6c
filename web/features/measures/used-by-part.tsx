/** The records that a measure serves. */
import { useMemo } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { everything } from '../../projection/register-query.ts';
import { pathTo } from '../../routes.ts';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../environment.ts';
import { numberOf } from '../improvement-words.ts';
import { useRanked } from '../prioritise/use-ranked.ts';
import './measures.css';

/** Of so many records that have measures, the newest, those with this one are found. */
const mostRecords = 500;

export function UsedByPart({ id }: { readonly id: DocumentId }) {
  const { t } = useWords();
  const asked = useMemo(() => ({ ...everything, marks: ['measured'] as const }), []);
  const found = useRanked(asked, mostRecords);
  const rows = found?.rows.filter(({ measured = [] }) => measured.includes(id)) ?? [];
  if (found === undefined) return null;
  return (
    <Section title={t('measures.usedBy')}>
      {rows.length === 0 ? (
        <p class="measures__hint">{t('measures.usedByNone')}</p>
      ) : (
        <ul>
          {rows.map((row) => (
            <li key={row.id}>
              <a class="measures__record" href={pathTo.improvement(row.id)}>
                <span class="figures">{numberOf(row)}</span>{' '}
                {row.title === '' ? t('register.untitled') : row.title}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

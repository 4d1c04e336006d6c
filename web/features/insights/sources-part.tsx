/** Where the ideas of the period came from, most first. */
import type { Tally } from '../../../shared/process/kpis/delivery.ts';
import type { Source } from '../../../shared/domain/record-values.ts';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../environment.ts';
import './sources-part.css';

type SourcesPartProps = { readonly title: string; readonly sources: readonly Tally[] };

export function SourcesPart({ title, sources }: SourcesPartProps) {
  const { t, format } = useWords();
  const most = sources[0]?.count ?? 1;
  return (
    <Section title={title}>
      {sources.length === 0 && <p class="insights__hint">{t('insights.answersNone')}</p>}
      <ul class="sources-part">
        {sources.map(({ key, count }) => (
          <li class="sources-part__line" key={key}>
            <span>{key === '' ? t('insights.noSource') : t(`source.${key as Source}`)}</span>
            <span class="figures">{format.number(count)}</span>
            <span class="sources-part__bar" style={{ width: `${(count * 100) / most}%` }} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** By what ideas are judged: the same for all, and to be read by all. */
import { criteriaOf, modelFrom } from '../../../shared/process/scoring-model.ts';
import { pathToPage } from '../../page-paths.ts';
import type { OpenWorkspace } from '../../services/workspace.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Section, SectionLine } from '../../ui/section.tsx';
import { criterionHint, criterionName } from '../assessment/criterion-words.ts';
import { useWords } from '../environment.ts';
import { useReadable } from '../use-readable.ts';

export function CriteriaPart({ workspace }: { readonly workspace: OpenWorkspace }) {
  const { t, format } = useWords();
  const model = modelFrom(useReadable(workspace.state));
  const criteria = criteriaOf(model);
  const isWeighted = model.method === 'weighted';
  return (
    <Section title={t('practice.criteria')}>
      <p class="workspace-page__hint">
        {t('practice.method', { method: t(`method.${model.method}`) })}
      </p>
      {criteria.length > 0 && (
        <ul class="practice-list">
          {criteria.map((criterion) => (
            <li class="practice-list__line" key={criterion.id}>
              <span>
                {criterionName(criterion, t)}
                <span class="practice-list__note">{criterionHint(criterion, t)}</span>
                <span class="practice-list__note figures">
                  {[
                    isWeighted && t('practice.weight', { weight: format.number(criterion.weight) }),
                    criterion.better === 'lower' && t('practice.lowerIsBetter'),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <SectionLine hint={t('practice.criteriaHint')}>
        <ButtonLink href={pathToPage.prioritise}>{t('nav.prioritise')}</ButtonLink>
      </SectionLine>
    </Section>
  );
}

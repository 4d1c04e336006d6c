/** The business case as its record shows it: how far it is, what it comes to, and the way in. */
import { canvasFields } from '../../../shared/domain/record-values.ts';
import { termsIn } from '../../../shared/process/approval.ts';
import { businessCaseOf } from '../../../shared/process/business-case.ts';
import { pathToPage } from '../../page-paths.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Section, SectionLine } from '../../ui/section.tsx';
import { useWords } from '../environment.ts';
import type { StoryPartProps } from '../improvement/story-part.ts';
import { useSettings } from '../use-settings.ts';
import { filledCells } from './filled-cells.ts';
import { useReturnLine } from './return-line.ts';

export function BusinessCaseSummary({ improvement, state }: StoryPartProps) {
  const { t } = useWords();
  const returnLine = useReturnLine();
  const { horizonMonths } = termsIn(useSettings()?.values);
  const figures = state.items('figures').map(({ values }) => values);
  const filled = t('canvas.filled', {
    count: filledCells(improvement),
    total: canvasFields.length,
  });
  return (
    <Section title={t('case.screen')}>
      <SectionLine
        label={filled}
        hint={
          figures.length === 0
            ? undefined
            : returnLine(businessCaseOf(figures, horizonMonths), state.fields.currency.value)
        }
      >
        <ButtonLink href={pathToPage.businessCase(improvement.id)}>{t('case.open')}</ButtonLink>
      </SectionLine>
    </Section>
  );
}

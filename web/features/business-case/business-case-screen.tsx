/** The business case of a record on one page: canvas, figures, options, value, criteria, funding. */
import { termsIn } from '../../../shared/process/approval.ts';
import { businessCaseOf } from '../../../shared/process/business-case.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../environment.ts';
import { CollaborativeText } from '../improvement/collaborative-text.tsx';
import { RecordPage, type RecordView } from '../improvement/record-page.tsx';
import type { PageProps } from '../shell/pages.tsx';
import { useSettings } from '../use-settings.ts';
import { CanvasPrint } from './canvas-print.tsx';
import { Canvas } from './canvas.tsx';
import { CriteriaSection, OptionsSection, ValueSection } from './entry-sections.tsx';
import { FiguresSection } from './figures-section.tsx';
import { FundingSection } from './funding-section.tsx';
import { PilotSection } from './pilot-section.tsx';
import { useReturnLine } from './return-line.ts';
import '../improvement/details.css';
import './business-case-screen.css';

export function BusinessCaseScreen({ rest: [id = ''] }: PageProps) {
  const { t } = useWords();
  return (
    <RecordPage
      id={id}
      kind={t('case.screen')}
      screenTitle={(name) => t('case.screenTitle', { name })}
      actions={() => <Button onClick={() => print()}>{t('case.print')}</Button>}
      sheet={(view) => <CanvasSheet {...view} />}
    >
      {(view) => <BusinessCase {...view} />}
    </RecordPage>
  );
}

const texts = ['costOfNotActing', 'asIs', 'toBe', 'newSkills'] as const;

function BusinessCase({ improvement, state, name }: RecordView) {
  const { t } = useWords();
  const mayEdit = state.isAllowed('editRecord');
  return (
    <div class="business-case">
      <Canvas improvement={improvement} state={state} />
      <FiguresSection improvement={improvement} state={state} />
      <OptionsSection improvement={improvement} state={state} />
      {mayEdit && <PilotSection improvement={improvement} name={name} />}
      <ValueSection improvement={improvement} state={state} />
      <Section title={t('case.change')}>
        <div class="business-case__texts">
          {texts.map((field) => (
            <CollaborativeText
              key={field}
              texts={improvement}
              field={field}
              hint={t(`case.hint.${field}`)}
              readOnly={!mayEdit}
            />
          ))}
        </div>
      </Section>
      <CriteriaSection improvement={improvement} state={state} />
      <FundingSection improvement={improvement} state={state} />
    </div>
  );
}

function CanvasSheet({ improvement, state, numbered }: RecordView) {
  const returnLine = useReturnLine();
  const { horizonMonths } = termsIn(useSettings()?.values);
  const figures = state.items('figures').map(({ values }) => values);
  const result = returnLine(businessCaseOf(figures, horizonMonths), state.fields.currency.value);
  return <CanvasPrint improvement={improvement} name={numbered} result={result} />;
}

/** The business case of a record on one page: canvas, figures, options, value, criteria, funding. */
import { isUuid, type DocumentId } from '../../../shared/domain/ids.ts';
import { termsIn } from '../../../shared/process/approval.ts';
import { businessCaseOf } from '../../../shared/process/business-case.ts';
import { pathTo } from '../../routes.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../environment.ts';
import { storageFailureText } from '../failure-text.ts';
import { numberOf } from '../improvement-words.ts';
import { CollaborativeText } from '../improvement/collaborative-text.tsx';
import { historyKey } from '../improvement/history-keys.ts';
import { OpenedRecord } from '../improvement/opened-record.tsx';
import { ReadOnlyNotice } from '../improvement/read-only-notice.tsx';
import { RecordBar } from '../improvement/record-bar.tsx';
import type { PageProps } from '../shell/pages.tsx';
import { useArrivalFocus, useScreenTitle } from '../shell/use-screen.ts';
import { useReadable } from '../use-readable.ts';
import { useSettings } from '../use-settings.ts';
import { Notice } from '../../ui/notice.tsx';
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
  return (
    <OpenedRecord id={(isUuid(id) ? id : '') as DocumentId}>
      {(improvement, row) => <BusinessCasePage improvement={improvement} row={row} />}
    </OpenedRecord>
  );
}

type BusinessCasePageProps = {
  readonly improvement: OpenImprovement;
  readonly row: ListedImprovement | undefined;
};

const texts = ['costOfNotActing', 'asIs', 'toBe', 'newSkills'] as const;

function BusinessCasePage({ improvement, row }: BusinessCasePageProps) {
  const { t } = useWords();
  const state = useReadable(improvement.state);
  const saving = useReadable(improvement.saving);
  const heading = useArrivalFocus<HTMLHeadingElement>();
  const returnLine = useReturnLine();
  const { title, currency } = state.fields;
  const name = title.value === '' ? t('register.untitled') : title.value;
  const numbered = row === undefined ? name : `${numberOf(row)} ${name}`;
  const mayEdit = state.isAllowed('editRecord');
  useScreenTitle(t('case.screenTitle', { name: numbered }));

  const handleKey = (event: KeyboardEvent) => {
    const action = historyKey(event);
    if (action === undefined) return;
    event.preventDefault();
    improvement.undo[action]();
  };

  const { horizonMonths } = termsIn(useSettings()?.values);
  const figures = state.items('figures').map(({ values }) => values);
  return (
    <article class="business-case" onKeyDown={handleKey}>
      <div class="business-case__page">
        <RecordBar improvement={improvement} row={row} />
        <header class="business-case__header">
          <div>
            <p class="business-case__kind">{t('case.screen')}</p>
            <h1 class="business-case__title" ref={heading} tabIndex={-1}>
              {name}
            </h1>
          </div>
          <div class="business-case__actions">
            <ButtonLink href={pathTo.improvement(improvement.id)}>{t('case.toRecord')}</ButtonLink>
            <Button onClick={() => print()}>{t('case.print')}</Button>
          </div>
        </header>
        {saving !== 'saved' && saving !== 'saving' && (
          <Notice tone="danger" icon="warning" role="alert" text={t(storageFailureText(saving))} />
        )}
        {!mayEdit && <ReadOnlyNotice />}
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
      <CanvasPrint
        improvement={improvement}
        name={numbered}
        result={returnLine(businessCaseOf(figures, horizonMonths), currency.value)}
      />
    </article>
  );
}

/** One measure: its chart, its readings, what was done about it, which records it serves, how it is taken. */
import { useMemo, useState } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { Reading } from '../../../shared/domain/measure.ts';
import { pathToPage } from '../../page-paths.ts';
import { pathTo } from '../../routes.ts';
import type { OpenMeasure } from '../../services/measures.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useNoticesRead } from '../notices/read-notices.ts';
import { MeasureChart } from '../charts/measure-chart.tsx';
import { useWords } from '../environment.ts';
import { storageFailureText } from '../failure-text.ts';
import { HistoryFold } from '../history/history-fold.tsx';
import { historyKey } from '../improvement/history-keys.ts';
import { ListPage } from '../shell/list-page.tsx';
import { UndoButtons } from '../undo-buttons.tsx';
import { useReadable } from '../use-readable.ts';
import { lazyPart } from '../lazy-part.tsx';
import { MeasureConflicts } from './measure-conflicts.tsx';
import { InterventionsPart } from './interventions-part.tsx';
import { MeasureSettings } from './measure-settings.tsx';
import { measuredOf } from '../charts/measured-of.ts';
import { nameOfMeasure, rhythmText } from './measure-words.ts';
import { PasteSheet } from './paste-sheet.tsx';
import { ReadingSheet } from './reading-sheet.tsx';
import { ReadingsPart } from './readings-part.tsx';
import { UsedByPart } from './used-by-part.tsx';
import { useOpenMeasure } from './use-measures.ts';
import './measures.css';

const MeasureHistory = lazyPart(async () => (await import('./measure-history.tsx')).MeasureHistory);

export function MeasureScreen({ id }: { readonly id: DocumentId }) {
  const { t } = useWords();
  const opened = useOpenMeasure(id);
  if (opened === 'opening') return <div aria-busy="true" />;
  if (opened === 'missing') {
    return (
      <EmptyState level={1} title={t('measures.missing')} hint={t('measures.missingHint')}>
        <ButtonLink href={pathToPage.measures}>{t('measures.title')}</ButtonLink>
      </EmptyState>
    );
  }
  return <Present measure={opened} />;
}

type Sheet = 'paste' | 'settings' | { readonly reading: Reading | undefined };

function Present({ measure }: { readonly measure: OpenMeasure }) {
  const { t } = useWords();
  const state = useReadable(measure.state);
  useNoticesRead(measure.id);
  const [sheet, setSheet] = useState<Sheet>();
  const { values, isAllowed } = state;
  const name = nameOfMeasure(values, t);
  const measured = useMemo(() => measuredOf(state), [state]);
  const mayTake = isAllowed('takeReading') && values.archived !== 'yes';
  const mayEdit = isAllowed('editMeasure');
  const facts = [
    values.unit,
    t(`choice.${values.better === '' ? 'higher' : values.better}`),
    rhythmText(values, t),
  ].filter(Boolean);
  const handleKey = (event: KeyboardEvent) => {
    const action = historyKey(event);
    if (action === undefined) return;
    event.preventDefault();
    measure.undo[action]();
  };
  return (
    <div onKeyDown={handleKey}>
      <ListPage
        title={name}
        lead={facts.join(' · ')}
        actions={
          <>
            {mayTake && (
              <Button kind="primary" icon="plus" onClick={() => setSheet({ reading: undefined })}>
                {t('measures.take')}
              </Button>
            )}
            {mayTake && <Button onClick={() => setSheet('paste')}>{t('measures.paste')}</Button>}
            {mayEdit && (
              <Button onClick={() => setSheet('settings')}>{t('measures.settings')}</Button>
            )}
            <UndoButtons undo={measure.undo} />
          </>
        }
      >
        <Problems measure={measure} />
        {mayEdit && <MeasureConflicts measure={measure} state={state} />}
        {values.archived === 'yes' && (
          <Notice tone="calm" icon="history" text={t('measures.isArchived')} />
        )}
        {values.method !== '' && <p class="measure-page__method">{values.method}</p>}
        <MeasureChart measured={measured} />
        <InterventionsPart measure={measure} state={state} isReadOnly={!mayEdit} />
        <ReadingsPart
          measure={measure}
          state={state}
          isReadOnly={!isAllowed('takeReading')}
          onCorrect={(reading) => setSheet({ reading })}
        />
        <UsedByPart id={measure.id} />
        <HistoryFold title={t('history.title')}>
          {() => <MeasureHistory measure={measure} state={state} />}
        </HistoryFold>
        <div>
          <ButtonLink kind="quiet" icon="back" href={pathToPage.measures}>
            {t('measures.all')}
          </ButtonLink>
        </div>
        {sheet === 'paste' && (
          <PasteSheet measure={measure} state={state} onClose={() => setSheet(undefined)} />
        )}
        {sheet === 'settings' && (
          <MeasureSettings measure={measure} state={state} onClose={() => setSheet(undefined)} />
        )}
        {typeof sheet === 'object' && (
          <ReadingSheet
            queue={[measure.id]}
            {...(sheet.reading !== undefined && { correcting: sheet.reading })}
            onClose={() => setSheet(undefined)}
          />
        )}
      </ListPage>
    </div>
  );
}

function Problems({ measure }: { readonly measure: OpenMeasure }) {
  const { t } = useWords();
  const saving = useReadable(measure.saving);
  const refused = useReadable(measure.refused);
  return (
    <>
      {saving !== 'saved' && saving !== 'saving' && (
        <Notice tone="danger" icon="warning" role="alert" text={t(storageFailureText(saving))} />
      )}
      {refused !== undefined && (
        <Notice tone="warn" icon="warning" role="alert" text={t('workspace.refused')}>
          <ButtonLink href={pathTo.drafts}>{t('drafts.show')}</ButtonLink>
        </Notice>
      )}
    </>
  );
}

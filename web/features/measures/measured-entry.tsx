/** One measure of a record: its chart with what the record expects of it. */
import { useMemo, useState } from 'preact/hooks';
import type { Item } from '../../../shared/document/collections.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { pathToPage } from '../../page-paths.ts';
import type { ImprovementState, OpenImprovement } from '../../services/improvement.ts';
import type { OpenMeasure } from '../../services/measures.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MeasureChart } from '../charts/measure-chart.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { ItemField } from '../items/item-field.tsx';
import { setItem } from '../items/set-item.ts';
import { useReadable } from '../use-readable.ts';
import { measuredOf } from '../charts/measured-of.ts';
import { nameOfMeasure } from './measure-words.ts';
import { ReadingSheet } from './reading-sheet.tsx';
import { useOpenMeasure } from './use-measures.ts';
import './measures.css';

type MeasuredEntryProps = {
  readonly improvement: OpenImprovement;
  readonly state: ImprovementState;
  readonly item: Item<'measured'>;
  readonly isReadOnly: boolean;
};

export function MeasuredEntry(props: MeasuredEntryProps) {
  const { improvement, item, isReadOnly } = props;
  const { showToast } = useEnvironment();
  const { t } = useWords();
  const opened = useOpenMeasure(item.values.measure as DocumentId);
  const [isUnfolded, setUnfolded] = useState(false);
  const name = item.values.title === '' ? t('measures.unnamed') : item.values.title;
  const remove = () => {
    setItem(improvement, 'measured', item.id, { removed: 'yes' });
    showToast({
      text: t('items.removed', { title: name }),
      action: {
        label: t('app.undo'),
        onClick: () => setItem(improvement, 'measured', item.id, { removed: '' }),
      },
    });
  };
  return (
    <article class="measured-entry" aria-label={name} data-testid="measured">
      <div class="measured-entry__head">
        <a
          class="measured-entry__name"
          href={pathToPage.measure(item.values.measure as DocumentId)}
        >
          {typeof opened === 'string' ? name : <LiveName measure={opened} />}
        </a>
        {typeof opened !== 'string' && <TakeButton measure={opened} />}
        {!isReadOnly && (
          <>
            <Button kind="quiet" expanded={isUnfolded} onClick={() => setUnfolded(!isUnfolded)}>
              {t('measured.expectations')}
            </Button>
            <IconButton
              icon="close"
              label={t('measures.removeOf', { when: name })}
              onClick={remove}
            />
          </>
        )}
      </div>
      {isUnfolded && <Expectations {...props} />}
      {opened === 'missing' && <p class="measures__hint">{t('measures.missingHint')}</p>}
      {typeof opened !== 'string' && <Chart measure={opened} item={item} />}
    </article>
  );
}

function LiveName({ measure }: { readonly measure: OpenMeasure }) {
  const { t } = useWords();
  return nameOfMeasure(useReadable(measure.state).values, t);
}

function TakeButton({ measure }: { readonly measure: OpenMeasure }) {
  const { t } = useWords();
  const { values, isAllowed } = useReadable(measure.state);
  const [isTaking, setTaking] = useState(false);
  if (values.archived === 'yes' || !isAllowed('takeReading')) return null;
  return (
    <>
      <Button icon="plus" onClick={() => setTaking(true)}>
        {t('measures.take')}
      </Button>
      {isTaking && <ReadingSheet queue={[measure.id]} onClose={() => setTaking(false)} />}
    </>
  );
}

type ChartProps = { readonly measure: OpenMeasure; readonly item: Item<'measured'> };

function Chart({ measure, item: { values } }: ChartProps) {
  const { t } = useWords();
  const state = useReadable(measure.state);
  const { baselineFrom, baselineTo, target, interventionOn } = values;
  const measured = useMemo(
    () =>
      measuredOf(state, {
        baseline: { from: baselineFrom, to: baselineTo },
        target: target === '' ? undefined : target,
        interventions:
          interventionOn === '' ? [] : [{ at: interventionOn, label: t('measured.thisRecord') }],
      }),
    [state, baselineFrom, baselineTo, target, interventionOn, t],
  );
  return <MeasureChart measured={measured} />;
}

function Expectations(props: MeasuredEntryProps) {
  const { t } = useWords();
  const shared = { ...props, collection: 'measured' } as const;
  return (
    <div class="item-fields">
      <ItemField {...shared} field="baselineFrom" label={t('field.baselineFrom')} />
      <ItemField {...shared} field="baselineTo" label={t('field.baselineTo')} />
      <ItemField
        {...shared}
        field="interventionOn"
        label={t('measured.interventionOn')}
        hint={t('measured.interventionHint')}
      />
      <ItemField {...shared} field="target" label={t('field.target')} />
      <ItemField {...shared} field="dueOn" label={t('measured.dueOn')} />
    </div>
  );
}

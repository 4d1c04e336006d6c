/** One criterion of the weighted score, to be changed: every value is kept as soon as one leaves its box. */
import { isItemValue } from '../../../shared/document/item-values.ts';
import type { ItemChange } from '../../../shared/domain/collections.ts';
import type { Criterion } from '../../../shared/process/scoring-model.ts';
import type { OpenWorkspace } from '../../services/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { CommittedInput } from '../../ui/committed-input.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { criterionHint, criterionName } from '../assessment/criterion-words.ts';
import { readDecimal } from '../direction/read-decimal.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { useReadable } from '../use-readable.ts';
import { ItemConflicts } from '../workspace/item-conflicts.tsx';

type CriterionSheetProps = {
  readonly workspace: OpenWorkspace;
  /** undefined: a new one, which begins with the first value that is kept. */
  readonly criterion: Criterion | undefined;
  readonly onBegun: (id: string) => void;
  readonly onClose: () => void;
};

const mostWeight = 100;
/** More steps than that nobody tells apart. */
const mostSteps = 100;

export function CriterionSheet({ workspace, criterion, onBegun, onClose }: CriterionSheetProps) {
  const { showToast } = useEnvironment();
  const { t } = useWords();
  const { items } = useReadable(workspace.state);
  const item = items.criteria.find(({ id }) => id === criterion?.id);
  const change = (values: ItemChange<'criteria'>) => {
    if (criterion === undefined) onBegun(workspace.addItem('criteria', values));
    else {
      const to = { collection: 'criteria', item: criterion.id, change: values } as const;
      workspace.change({ type: 'setItem', ...to });
    }
  };
  const name = criterion === undefined ? '' : criterionName(criterion, t);
  const scale = criterion?.scale.type === 'range' ? criterion.scale : { least: 1, most: 5 };

  const text = (field: 'title' | 'explanation' | 'lowLabel' | 'highLabel', value: string) => (
    <CommittedInput
      label={t(`scoring.field.${field}`)}
      value={value}
      autofocus={field === 'title' && criterion === undefined}
      onCommit={(typed) => {
        if (field === 'title' && typed.trim() === '') return t('scoring.problem.title');
        if (!isItemValue('criteria', field, typed)) return t('direction.tooLong');
        change({ [field]: typed });
        return undefined;
      }}
    />
  );
  const number = (
    field: 'weight' | 'least' | 'most',
    value: number,
    isValid: (value: number) => boolean,
  ) => (
    <CommittedInput
      label={t(`scoring.field.${field}`)}
      type="decimal"
      value={String(value)}
      onCommit={(typed) => {
        const read = readDecimal(typed);
        if (typeof read !== 'number' || !isValid(read)) return t(`scoring.problem.${field}`);
        // An end alone says nothing: both are kept, so that they fit each other on every device.
        change(field === 'weight' ? { weight: read } : { ...scale, [field]: read });
        return undefined;
      }}
    />
  );

  const remove = () => {
    change({ removed: 'yes' });
    onClose();
    showToast({
      text: t('scoring.removed', { name }),
      action: { label: t('record.undo'), onClick: () => change({ removed: '' }) },
    });
  };

  return (
    <Sheet title={t('scoring.criterion')} closeLabel={t('app.close')} onClose={onClose}>
      <div class="scoring-screen__sheet">
        {item !== undefined && (
          <ItemConflicts
            collection="criteria"
            item={item}
            onKeep={(field, value) => change({ [field]: value })}
          />
        )}
        {text('title', name)}
        {criterion !== undefined && (
          <>
            {text('explanation', criterionHint(criterion, t))}
            {number('weight', criterion.weight, (value) => value >= 0 && value <= mostWeight)}
            <Segments
              label={t('scoring.field.better')}
              options={(['higher', 'lower'] as const).map((value) => ({
                value,
                label: t(`choice.${value}`),
              }))}
              value={criterion.better}
              onChoose={(better) => change({ better })}
            />
            <div class="scoring-screen__pair">
              {number(
                'least',
                scale.least,
                (value) => Number.isInteger(value) && value < scale.most,
              )}
              {number(
                'most',
                scale.most,
                (value) =>
                  Number.isInteger(value) &&
                  value > scale.least &&
                  value - scale.least <= mostSteps,
              )}
            </div>
            <div class="scoring-screen__pair">
              {text('lowLabel', criterion.lowLabel)}
              {text('highLabel', criterion.highLabel)}
            </div>
          </>
        )}
        <div class="scoring-screen__sheet-end">
          {criterion !== undefined && (
            <Button kind="quiet" onClick={remove}>
              {t('scoring.remove')}
            </Button>
          )}
          <Button kind="primary" onClick={onClose}>
            {t('direction.done')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

/** One objective, to be changed: every value is kept as soon as one leaves its box. */
import type { Item } from '../../../shared/document/collections.ts';
import { isItemValue } from '../../../shared/document/item-values.ts';
import type { ItemChange } from '../../../shared/domain/collections.ts';
import type { Someone } from '../../../shared/domain/improvement.ts';
import { possibleParents } from '../../../shared/process/objectives.ts';
import type { OpenWorkspace } from '../../services/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { CommittedInput } from '../../ui/committed-input.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { PersonField } from '../improvement/person-field.tsx';
import { PlainSelect } from '../improvement/plain-select.tsx';
import { useReadable } from '../use-readable.ts';
import { ItemConflicts } from '../workspace/item-conflicts.tsx';
import { readDecimal } from './read-decimal.ts';
import './objective-sheet.css';

type ObjectiveSheetProps = {
  readonly workspace: OpenWorkspace;
  readonly objective: Item<'objectives'>;
  /** A new one has its first value, and an id with it. */
  readonly onBegun: (id: string) => void;
  readonly onClose: () => void;
};

export const blankObjective: Item<'objectives'> = {
  id: '',
  values: {
    title: '',
    measure: '',
    unit: '',
    baseline: '',
    current: '',
    target: '',
    owner: '',
    startsOn: '',
    endsOn: '',
    parent: '',
  },
  order: '',
  isRemoved: false,
  disputed: {},
};

export function ObjectiveSheet({ workspace, objective, onBegun, onClose }: ObjectiveSheetProps) {
  const { showToast } = useEnvironment();
  const { t } = useWords();
  const { items } = useReadable(workspace.state);
  const { values, id } = objective;
  const isNew = id === '';
  const change = (change: ItemChange<'objectives'>) => {
    if (isNew) onBegun(workspace.addItem('objectives', change));
    else workspace.change({ type: 'setItem', collection: 'objectives', item: id, change });
  };

  const text = (field: 'title' | 'measure' | 'unit', hint?: string) => (
    <CommittedInput
      label={t(`direction.field.${field}`)}
      hint={hint}
      value={values[field]}
      autofocus={field === 'title' && isNew}
      onCommit={(value) => {
        if (!isItemValue('objectives', field, value)) return t('direction.tooLong');
        change({ [field]: value });
        return undefined;
      }}
    />
  );
  const number = (field: 'baseline' | 'current' | 'target') => (
    <CommittedInput
      label={t(`direction.field.${field}`)}
      type="decimal"
      value={values[field] === '' ? '' : String(values[field])}
      onCommit={(typed) => {
        const value = readDecimal(typed);
        if (value === undefined || !isItemValue('objectives', field, value)) {
          return t('direction.noNumber');
        }
        change({ [field]: value });
        return undefined;
      }}
    />
  );
  const day = (field: 'startsOn' | 'endsOn') => (
    <CommittedInput
      label={t(`direction.field.${field}`)}
      type="date"
      value={values[field]}
      onCommit={(value) => {
        const startsOn = field === 'startsOn' ? value : values.startsOn;
        const endsOn = field === 'endsOn' ? value : values.endsOn;
        if (startsOn !== '' && endsOn !== '' && endsOn < startsOn) return t('direction.endsEarly');
        change({ [field]: value });
        return undefined;
      }}
    />
  );

  const remove = () => {
    change({ removed: 'yes' });
    onClose();
    showToast({
      text: t('direction.removed', { title: values.title }),
      action: { label: t('record.undo'), onClick: () => change({ removed: '' }) },
    });
  };

  return (
    <Sheet title={t('direction.objective')} closeLabel={t('app.close')} onClose={onClose}>
      <div class="objective-sheet">
        <ItemConflicts
          collection="objectives"
          item={objective}
          onKeep={(field, value) => change({ [field]: value })}
        />
        {text('title', t('direction.titleHint'))}
        {text('measure', t('direction.measureHint'))}
        <div class="objective-sheet__figures">
          {number('baseline')}
          {number('current')}
          {number('target')}
          {text('unit')}
        </div>
        <div class="objective-sheet__pair">
          {day('startsOn')}
          {day('endsOn')}
        </div>
        <div class="objective-sheet__pair">
          <label class="objective-sheet__choice">
            <span class="field__label">{t('direction.field.owner')}</span>
            <PersonField
              label={t('direction.field.owner')}
              value={values.owner as Someone | ''}
              onChoose={(owner) => change({ owner })}
            />
          </label>
          <label class="objective-sheet__choice">
            <span class="field__label">{t('direction.field.parent')}</span>
            <PlainSelect
              label={t('direction.field.parent')}
              options={[
                { value: '', label: t('direction.noParent') },
                ...possibleParents(items.objectives, id).map((other) => ({
                  value: other.id,
                  label: other.values.title === '' ? t('direction.untitled') : other.values.title,
                })),
              ]}
              value={values.parent}
              onChoose={(parent) => change({ parent })}
            />
          </label>
        </div>
        <div class="objective-sheet__end">
          {!isNew && (
            <Button kind="quiet" onClick={remove}>
              {t('direction.remove')}
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

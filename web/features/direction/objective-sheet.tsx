/** One objective, to be changed: every value is kept as soon as one leaves its box. */
import type { Item } from '../../../shared/document/collections.ts';
import { isItemValue } from '../../../shared/document/item-values.ts';
import type { ItemChange } from '../../../shared/domain/collections.ts';
import type { Someone } from '../../../shared/domain/improvement.ts';
import { possibleParents } from '../../../shared/process/objectives.ts';
import { CommittedInput } from '../../ui/committed-input.tsx';
import { useWords } from '../environment.ts';
import { PersonField } from '../improvement/person-field.tsx';
import { PlainSelect } from '../improvement/plain-select.tsx';
import { useReadable } from '../use-readable.ts';
import { changeEntry, type Entry, EntrySheet, EntryText } from '../workspace/entry-sheet.tsx';
import { readDecimal } from './read-decimal.ts';
import './objective-sheet.css';

type ObjectiveSheetProps = { readonly of: Entry<'objectives'>; readonly onClose: () => void };

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

export function ObjectiveSheet({ of, onClose }: ObjectiveSheetProps) {
  const { t } = useWords();
  const { items } = useReadable(of.workspace.state);
  const { values, id } = of.entry;
  const change = (change: ItemChange<'objectives'>) => changeEntry(of, change);

  const text = (field: 'title' | 'measure' | 'unit', hint?: string) => (
    <EntryText of={of} field={field} label={t(`direction.field.${field}`)} hint={hint} />
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

  return (
    <EntrySheet
      of={of}
      title={t('direction.objective')}
      remove={t('direction.remove')}
      removed={t('direction.removed', { title: values.title })}
      onClose={onClose}
    >
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
    </EntrySheet>
  );
}

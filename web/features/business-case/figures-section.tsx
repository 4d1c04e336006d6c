/** Cost and benefit, once or every month, as ranges; and what they come to. */
import { termsIn } from '../../../shared/process/approval.ts';
import { businessCaseOf } from '../../../shared/process/business-case.ts';
import type { Item } from '../../../shared/document/collections.ts';
import type { ItemChange } from '../../../shared/domain/collections.ts';
import type { ImprovementState, OpenImprovement } from '../../services/improvement.ts';
import { Section } from '../../ui/section.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useWords } from '../environment.ts';
import { useSettings } from '../use-settings.ts';
import { EntryList } from './entry-list.tsx';
import { EntryTitle } from './entry-title.tsx';
import { KeptField } from './kept-field.tsx';
import { ReturnPanel } from './return-panel.tsx';
import { useParsers } from './use-parsers.ts';
import './figures-section.css';

type FiguresSectionProps = {
  readonly improvement: OpenImprovement;
  readonly state: ImprovementState;
};

export function FiguresSection({ improvement, state }: FiguresSectionProps) {
  const { t } = useWords();
  const figures = state.items('figures').map(({ values }) => values);
  const { horizonMonths } = termsIn(useSettings()?.values);
  return (
    <Section title={t('case.figures')}>
      <ReturnPanel
        businessCase={businessCaseOf(figures, horizonMonths)}
        currency={state.fields.currency.value}
      />
      <EntryList<'figures'>
        improvement={improvement}
        state={state}
        collection="figures"
        addLabel={t('case.addFigure')}
        newEntry={(title) => ({ title, kind: 'cost', timing: 'once' })}
      >
        {(item, change) => (
          <FigureFields item={item} isReadOnly={!state.isAllowed('editRecord')} onChange={change} />
        )}
      </EntryList>
    </Section>
  );
}

type FigureFieldsProps = {
  readonly item: Item<'figures'>;
  readonly isReadOnly: boolean;
  readonly onChange: (change: ItemChange<'figures'>) => void;
};

function FigureFields({ item: { values }, isReadOnly, onChange }: FigureFieldsProps) {
  const { t } = useWords();
  const parse = useParsers();
  const amount = (field: 'low' | 'likely' | 'high') => (
    <KeptField
      label={t(`case.${field}`)}
      type="amount"
      value={String(values[field])}
      isReadOnly={isReadOnly}
      parse={(typed) => {
        const parsed = parse.amount(typed);
        if ('problem' in parsed) return parsed;
        const next = { ...values, [field]: numberOrNone(parsed.value) };
        return isInOrder(next) ? parsed : { problem: t(`case.order.${field}`) };
      }}
      onKeep={(value) => onChange({ [field]: numberOrNone(value) })}
    />
  );
  return (
    <div class="figure-fields">
      <EntryTitle
        title={values.title}
        isReadOnly={isReadOnly}
        onKeep={(title) => onChange({ title })}
      />
      <fieldset class="figure-fields__choices" disabled={isReadOnly}>
        <Segments
          label={t('item.kind')}
          labelHidden
          options={(['cost', 'benefit'] as const).map((value) => ({
            value,
            label: t(`choice.${value}`),
          }))}
          value={values.kind}
          onChoose={(kind) => onChange({ kind })}
        />
        <Segments
          label={t('item.timing')}
          labelHidden
          options={(['once', 'monthly'] as const).map((value) => ({
            value,
            label: t(`choice.${value}`),
          }))}
          value={values.timing}
          onChoose={(timing) => onChange({ timing })}
        />
      </fieldset>
      <div class="figure-fields__amounts">
        {amount('low')}
        {amount('likely')}
        {amount('high')}
      </div>
    </div>
  );
}

type Amounts = Pick<Item<'figures'>['values'], 'low' | 'likely' | 'high'>;

const isInOrder = ({ low, likely, high }: Amounts): boolean =>
  [low, likely, high]
    .filter((amount) => amount !== '')
    .every((amount, at, said) => at === 0 || (said[at - 1] ?? 0) <= amount);

const numberOrNone = (digits: string): number | '' => (digits === '' ? '' : Number(digits));

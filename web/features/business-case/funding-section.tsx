/** Money and people: what is asked for, who holds the budget, and what was granted. */
import type { FieldValue, RegisterField } from '../../../shared/domain/improvement.ts';
import { limits } from '../../../shared/domain/improvement.ts';
import type { ImprovementState, OpenImprovement } from '../../services/improvement.ts';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../environment.ts';
import { DetailLine } from '../improvement/detail-line.tsx';
import { FieldConflict } from '../improvement/field-conflict.tsx';
import { PersonField } from '../improvement/person-field.tsx';
import { localDay } from '../local-day.ts';
import { KeptField } from './kept-field.tsx';
import { useParsers } from './use-parsers.ts';

type FundingSectionProps = {
  readonly improvement: OpenImprovement;
  readonly state: ImprovementState;
};

type FundingText =
  'currency' | 'fundingAsked' | 'peopleAsked' | 'fundingGranted' | 'fundedOn' | 'fundingSource';

export function FundingSection({ improvement, state }: FundingSectionProps) {
  const { t } = useWords();
  const parse = useParsers();
  const { fields } = state;
  const set =
    <F extends RegisterField>(field: F) =>
    (value: FieldValue[F]) =>
      improvement.change({ type: 'setField', field, value });

  const parsers: { readonly [F in FundingText]: ReturnType<typeof parse.text> } = {
    currency: (typed) => {
      const code = typed.trim().toUpperCase();
      return code === '' || /^[A-Z]{3}$/.test(code)
        ? { value: code }
        : { problem: t('case.currencyProblem') };
    },
    fundingAsked: parse.amount,
    peopleAsked: parse.text(limits.nameLength),
    fundingGranted: parse.amount,
    fundedOn: parse.day({ notBefore: localDay(state.createdAt) }),
    fundingSource: parse.text(limits.nameLength),
  };

  const line = (field: FundingText, type: 'text' | 'amount' | 'day', hint?: string) => {
    const isGrant = field === 'fundingGranted' || field === 'fundedOn' || field === 'fundingSource';
    const isReadOnly = !state.isAllowed(isGrant ? 'decideApproval' : 'editRecord');
    return (
      <DetailLine key={field} field={field} isReadOnly={isReadOnly}>
        <KeptField
          label={t(`field.${field}`)}
          isLabelHidden
          type={type}
          value={fields[field].value}
          hint={hint}
          isReadOnly={isReadOnly}
          parse={parsers[field]}
          onKeep={set(field)}
        />
        {!isReadOnly && <FieldConflict field={field} read={fields[field]} onKeep={set(field)} />}
      </DetailLine>
    );
  };

  return (
    <Section title={t('case.funding')}>
      <FundingState state={state} />
      <div class="details">
        {line('currency', 'text', t('case.currencyHint'))}
        {line('fundingAsked', 'amount', t('case.amountHint'))}
        {line('peopleAsked', 'text', t('case.peopleHint'))}
        <DetailLine field="budgetHolder" isReadOnly={!state.isAllowed('editRecord')}>
          <PersonField
            label={t('field.budgetHolder')}
            value={fields.budgetHolder.value}
            onChoose={set('budgetHolder')}
          />
          <FieldConflict
            field="budgetHolder"
            read={fields.budgetHolder}
            onKeep={set('budgetHolder')}
          />
        </DetailLine>
        {line('fundingGranted', 'amount', t('case.amountHint'))}
        {line('fundedOn', 'day')}
        {line('fundingSource', 'text', t('case.sourceHint'))}
      </div>
    </Section>
  );
}

/** Whether the money that was asked for is there. */
function FundingState({ state }: { readonly state: ImprovementState }) {
  const { t } = useWords();
  const { fundingAsked, fundingGranted } = state.fields;
  if (fundingAsked.value === '' || fundingGranted.value !== '') return null;
  return (
    <p class="entry-sections__hint" role="status">
      {t(state.decisions.approval === undefined ? 'case.notYetGranted' : 'case.approvedNotFunded')}
    </p>
  );
}

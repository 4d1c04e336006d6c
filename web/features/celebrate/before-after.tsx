/** What was measured before and after, beside what was promised; then what it cost and brought, where that is known. */
import type { Fact } from '../../../shared/process/facts.ts';
import type { ImprovementState } from '../../services/improvement.ts';
import { useWords } from '../environment.ts';
import { MeasuredCourses } from './measured-courses.tsx';
import './before-after.css';

type BeforeAfterProps = {
  readonly state: ImprovementState;
  readonly closing: Fact<'confirmVerdict'>;
};

/** Nothing where nothing was promised and nothing measured. */
export function BeforeAfter({ state, closing }: BeforeAfterProps) {
  const { t, format } = useWords();
  const target = state.decisions.targets.at(-1)?.said;
  const { was, came, actualCost, actualBenefit, actualDays } = closing.said;
  const before = was ?? target?.baseline ?? undefined;
  const figure = (value: number) =>
    [format.number(rounded(value)), target?.unit ?? ''].filter(Boolean).join(' ');
  const currency = state.fields.currency.value;
  const money = (value: number) => [format.number(value), currency].filter(Boolean).join(' ');
  const besides = [
    actualDays === undefined ? undefined : t('celebrate.days', { count: actualDays }),
    actualCost === undefined ? undefined : t('celebrate.cost', { amount: money(actualCost) }),
    actualBenefit === undefined
      ? undefined
      : t('celebrate.benefit', { amount: money(actualBenefit) }),
  ].filter((text) => text !== undefined);
  const isMeasured = state.items('measured').length > 0;
  if (target === undefined && came === undefined && besides.length === 0 && !isMeasured) {
    return null;
  }
  return (
    <section class="before-after" aria-label={t('celebrate.beforeAfter')}>
      {target !== undefined && <p class="before-after__measure">{target.measure}</p>}
      <dl class="before-after__figures">
        {before !== undefined && (
          <div>
            <dt>{t('celebrate.before')}</dt>
            <dd class="figures">{figure(before)}</dd>
          </div>
        )}
        {came !== undefined && (
          <div class="before-after__after">
            <dt>{t('celebrate.after')}</dt>
            <dd class="figures">{figure(came)}</dd>
          </div>
        )}
        {target !== undefined && (
          <div>
            <dt>{t('celebrate.target')}</dt>
            <dd class="figures">{figure(target.target)}</dd>
          </div>
        )}
      </dl>
      <MeasuredCourses state={state} />
      {besides.length > 0 && <p class="before-after__besides figures">{besides.join(' · ')}</p>}
    </section>
  );
}

/** Means have more digits than anybody reads. */
const rounded = (value: number): number => Number(value.toPrecision(4));

/** What was promised at the approval and what came of it, side by side. */
import type { Fact } from '../../../shared/process/facts.ts';
import { termsIn } from '../../../shared/process/approval.ts';
import { businessCaseOf } from '../../../shared/process/business-case.ts';
import type { ProposedVerdict } from '../../../shared/process/verdict.ts';
import { type Normalised, normaliseResult } from '../../../shared/statistics/normalise.ts';
import type { ImprovementState } from '../../services/improvement.ts';
import { formatMoney } from '../business-case/amounts.ts';
import { useWords } from '../environment.ts';
import './promised-came.css';

/** What there is of it; absent = not said. */
export type Came = {
  readonly value?: number | undefined;
  readonly cost?: number | undefined;
  readonly benefit?: number | undefined;
  /** When it was closed, Unix ms. */
  readonly at?: number;
};

type PromisedCameProps = { readonly state: ImprovementState; readonly came: Came };

export function PromisedCame({ state, came }: PromisedCameProps) {
  const { t } = useWords();
  const rows = useRows(state, came);
  if (rows.length === 0) return <p class="promised-came__none">{t('closing.nothingPromised')}</p>;
  return (
    <table class="promised-came figures" data-testid="promised-came">
      <caption class="visually-hidden">{t('closing.promisedAndCame')}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('closing.promised')}</th>
          <th scope="col">{t('closing.came')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, promised, came: result }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{promised}</td>
            <td>{result}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Row = { readonly name: string; readonly promised: string; readonly came: string };

/** A line where one of the two is said; what is not said is a dash, never nought. */
function useRows(state: ImprovementState, came: Came): readonly Row[] {
  const { t, format, language } = useWords();
  const { targets, approval } = state.decisions;
  const target: Fact<'freezeTarget'> | undefined = targets.at(-1);
  const frozen = approval?.said.frozen;
  const currency = frozen?.currency ?? state.fields.currency.value;
  const money = (amount: number | null | undefined) =>
    amount === undefined || amount === null ? dash : formatMoney(amount, currency, language);
  // Cut off, lest what is nearly all reads as all.
  const percent = (share: number) =>
    (Math.floor(share * 100) / 100).toLocaleString(language, { style: 'percent' });
  const benefit = promisedBenefit(state);
  const rows: Row[] = [];
  if (target !== undefined) {
    const { measure, unit = '', baseline, target: to, dueOn } = target.said;
    const value = (number: number) => `${format.number(round(number))} ${unit}`.trim();
    rows.push({
      name: measure,
      promised:
        baseline === null
          ? value(to)
          : t('closing.fromTo', { from: value(baseline), to: value(to) }),
      came: came.value === undefined ? dash : value(came.value),
    });
    const way = wayGone(came.value, target.said);
    if (way !== undefined) {
      rows.push({
        name: t('closing.way'),
        promised: percent(1),
        came: t(`closing.way.${way.light}`, { percent: percent(way.value) }),
      });
    }
    rows.push({
      name: t('closing.doneOn'),
      promised: format.date(Date.parse(`${dueOn}T00:00`)),
      came: came.at === undefined ? dash : format.date(came.at),
    });
  }
  if (typeof frozen?.costAmount === 'number' || came.cost !== undefined) {
    rows.push({
      name: t('closing.cost'),
      promised: money(frozen?.costAmount),
      came: money(came.cost),
    });
  }
  if (benefit !== undefined || came.benefit !== undefined) {
    rows.push({ name: t('closing.benefit'), promised: money(benefit), came: money(came.benefit) });
  }
  return rows;
}

/** How much of the way from the baseline to the target was gone: KPI normalisation. */
function wayGone(
  came: number | undefined,
  { baseline, target }: Fact<'freezeTarget'>['said'],
): Normalised | undefined {
  if (came === undefined || baseline === null) return undefined;
  const result = normaliseResult(came, target, baseline);
  return result.ok ? result.value : undefined;
}

/** Of the case as it stands: unlike the cost, it is not frozen. Over the horizon of the approval. */
function promisedBenefit({ items, decisions }: ImprovementState): number | undefined {
  const benefits = items('figures')
    .map(({ values }) => values)
    .filter(({ kind }) => kind === 'benefit');
  if (benefits.length === 0) return undefined;
  const { horizonMonths } = termsIn(decisions.approval?.said.frozen);
  return businessCaseOf(benefits, horizonMonths).total.benefit.likely;
}

/** So far, while nobody has closed it. */
export const cameBy = (proposed: ProposedVerdict): Pick<Came, 'value'> =>
  proposed.type === 'measured' ? { value: proposed.figures.came } : {};

const dash = '–';

/** A mean is worth three digits, and whole numbers all of theirs. */
const round = (value: number): number =>
  Math.abs(value) < 1_000 ? Number(value.toPrecision(3)) : Math.round(value);

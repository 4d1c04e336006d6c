/** What the figures come to: net benefit, return on investment, payback, each with its range and its arithmetic. */
import type {
  BusinessCase,
  NoReturnReason,
  Outcome,
  Range,
} from '../../../shared/process/business-case.ts';
import { useWords } from '../environment.ts';
import { formatMoney, formatMonths, formatShare } from './amounts.ts';
import './return-panel.css';

type ReturnPanelProps = {
  readonly businessCase: BusinessCase;
  /** ISO 4217; '' = none said. */
  readonly currency: string;
};

export function ReturnPanel({ businessCase, currency }: ReturnPanelProps) {
  const { t, language } = useWords();
  const money = (amount: number) => formatMoney(amount, currency, language);
  const months = (count: number) => t('case.months', { count: formatMonths(count, language) });
  const { net, roi, paybackMonths, uncounted } = businessCase;
  return (
    <div class="return-panel">
      <dl class="return-panel__results">
        <Result name={t('case.net')} outcome={net} show={money} />
        <Result name={t('case.roi')} outcome={roi} show={(share) => formatShare(share, language)} />
        <Result name={t('case.payback')} outcome={paybackMonths} show={months} />
      </dl>
      <p class="return-panel__note">
        {t('case.horizon', { months: businessCase.months })}
        {uncounted > 0 && ` ${t('case.uncounted', { count: uncounted })}`}
      </p>
      <Arithmetic businessCase={businessCase} money={money} />
    </div>
  );
}

type ResultProps = {
  readonly name: string;
  readonly outcome: Outcome;
  readonly show: (value: number) => string;
};

function Result({ name, outcome, show }: ResultProps) {
  const { t } = useWords();
  return (
    <div class="return-panel__result">
      <dt class="return-panel__name">{name}</dt>
      {outcome.type === 'defined' ? (
        <>
          <dd class="return-panel__value figures">{show(outcome.likely)}</dd>
          <dd class="return-panel__range figures">{rangeText(outcome, show, t)}</dd>
        </>
      ) : (
        <>
          <dd class="return-panel__value return-panel__value--none">{t('case.notDefined')}</dd>
          <dd class="return-panel__range">
            {t(`case.why.${outcome.reason satisfies NoReturnReason}`)}
          </dd>
        </>
      )}
    </div>
  );
}

/** '' where both ends are the likely value. */
function rangeText(
  { worst, likely, best }: Extract<Outcome, { readonly type: 'defined' }>,
  show: (value: number) => string,
  t: ReturnType<typeof useWords>['t'],
): string {
  if (worst === likely && best === likely) return '';
  const end = (value: number | undefined) => (value === undefined ? t('case.noEnd') : show(value));
  return t('case.range', { worst: end(worst), best: end(best) });
}

type ArithmeticProps = {
  readonly businessCase: BusinessCase;
  readonly money: (amount: number) => string;
};

function Arithmetic({ businessCase, money }: ArithmeticProps) {
  const { t, language } = useWords();
  const { oneOff, monthly, total, months, roi, paybackMonths } = businessCase;
  const side = (kind: 'cost' | 'benefit') => {
    const part = (range: Range) => money(range.likely);
    return t('case.sum', {
      once: part(oneOff[kind]),
      months,
      monthly: part(monthly[kind]),
      total: part(total[kind]),
    });
  };
  return (
    <details class="return-panel__how">
      <summary class="return-panel__summary">{t('case.how')}</summary>
      <dl class="return-panel__lines figures">
        <dt>{t('choice.cost')}</dt>
        <dd>{side('cost')}</dd>
        <dt>{t('choice.benefit')}</dt>
        <dd>{side('benefit')}</dd>
        {roi.type === 'defined' && (
          <>
            <dt>{t('case.roi')}</dt>
            <dd>
              {t('case.roiHow', {
                benefit: money(total.benefit.likely),
                cost: money(total.cost.likely),
                roi: formatShare(roi.likely, language),
              })}
            </dd>
          </>
        )}
        {paybackMonths.type === 'defined' && (
          <>
            <dt>{t('case.payback')}</dt>
            <dd>
              {t('case.paybackHow', {
                once: money(oneOff.cost.likely),
                gain: money(monthly.benefit.likely - monthly.cost.likely),
                months: formatMonths(paybackMonths.likely, language),
              })}
            </dd>
          </>
        )}
      </dl>
    </details>
  );
}

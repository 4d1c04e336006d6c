/** What the figures come to, in one line. */
import type { BusinessCase, Outcome } from '../../../shared/process/business-case.ts';
import { useWords } from '../environment.ts';
import { formatMoney, formatMonths, formatShare } from './amounts.ts';

export function useReturnLine(): (businessCase: BusinessCase, currency: string) => string {
  const { t, language } = useWords();
  const value = (outcome: Outcome, show: (value: number) => string): string =>
    outcome.type === 'defined' ? show(outcome.likely) : t('case.notDefined');
  return ({ net, roi, paybackMonths }, currency) =>
    [
      [t('case.net'), value(net, (amount) => formatMoney(amount, currency, language))],
      [t('case.roi'), value(roi, (share) => formatShare(share, language))],
      [
        t('case.payback'),
        value(paybackMonths, (months) =>
          t('case.months', { count: formatMonths(months, language) }),
        ),
      ],
    ]
      .map(([name = '', shown = '']) => t('case.named', { name, value: shown }))
      .join(' · ');
}

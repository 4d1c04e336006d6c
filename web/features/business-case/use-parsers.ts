/** What may be typed into the fields of a business case, and the sentence for what may not. */
import { isDay } from '../../../shared/domain/day.ts';
import { useWords } from '../environment.ts';
import { parseAmount } from './amounts.ts';

type Parsed = { readonly value: string } | { readonly problem: string };

export type Parsers = {
  readonly text: (atMost: number) => (typed: string) => Parsed;
  readonly amount: (typed: string) => Parsed;
  /** `notBefore`: the first day that may be named; left out = any. */
  readonly day: (bounds: { readonly notBefore?: string | undefined }) => (typed: string) => Parsed;
};

export function useParsers(): Parsers {
  const { t, format } = useWords();
  return {
    text: (atMost) => (typed) => {
      const value = typed.replace(/\s+/gu, ' ').trim();
      return value.length > atMost ? { problem: t('case.tooLong', { count: atMost }) } : { value };
    },
    amount: (typed) => {
      const value = parseAmount(typed);
      return value === undefined ? { problem: t('case.amountProblem') } : { value };
    },
    day:
      ({ notBefore = '' }) =>
      (typed) => {
        if (typed !== '' && !isDay(typed)) return { problem: t('record.dueIncomplete') };
        if (typed !== '' && typed < notBefore) {
          const day = format.date(Date.parse(`${notBefore}T00:00`));
          return { problem: t('case.dayTooEarly', { day }) };
        }
        return { value: typed };
      },
  };
}

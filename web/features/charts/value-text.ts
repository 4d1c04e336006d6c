/** How values and moments of a measure read. */
import { useMemo } from 'preact/hooks';
import { useWords } from '../environment.ts';
import type { Measured } from './chart-model.ts';
import { decimalsFor, extentOf } from './scale.ts';

export type ValueText = {
  /** With the unit. */
  readonly full: (value: number) => string;
  readonly plain: (value: number) => string;
  /** Of a limit: a decimal more, so that a reading just beside it does not look as if it were on it. */
  readonly limit: (value: number) => string;
  /** Of the way between two readings: a step on a scale of words has no word. */
  readonly range: (value: number) => string;
  /** Of a difference: always with its sign. */
  readonly signed: (value: number) => string;
};

export function useValueText(measured: Pick<Measured, 'unit' | 'labelOf' | 'readings'>): ValueText {
  const { language } = useWords();
  const { unit, labelOf, readings } = measured;
  return useMemo(() => {
    const most = decimalsFor(extentOf(readings.map(({ value }) => value)));
    const options = { maximumFractionDigits: most };
    const numbers = new Intl.NumberFormat(language, options);
    const limits = new Intl.NumberFormat(language, { maximumFractionDigits: most + 1 });
    const signs = new Intl.NumberFormat(language, { ...options, signDisplay: 'exceptZero' });
    const withUnit = (text: string) => (unit === '' ? text : `${text} ${unit}`);
    return {
      full: (value) => labelOf?.(value) ?? withUnit(numbers.format(value)),
      plain: (value) => labelOf?.(value) ?? numbers.format(value),
      limit: (value) => labelOf?.(value) ?? limits.format(value),
      range: (value) => numbers.format(value),
      // A minus as wide as the plus.
      signed: (value) => withUnit(signs.format(value).replace('-', '−')),
    };
  }, [language, unit, labelOf, readings]);
}

/** A day, or a minute where one is said; on this device's clock, as it was written down. */
export function useMomentText(): (at: string) => string {
  const { format } = useWords();
  return (at) =>
    at.length > 10 ? format.dateTime(Date.parse(at)) : format.date(Date.parse(`${at}T00:00`));
}

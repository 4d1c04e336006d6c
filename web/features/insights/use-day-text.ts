/** Days as figures count them, written as the reader's language writes days. */
import { useMemo } from 'preact/hooks';
import { useWords } from '../environment.ts';
import { utcDate } from './period-text.ts';

export function useDayText(): (day: number) => string {
  const { language } = useWords();
  return useMemo(() => {
    const dates = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
    return (day) => dates.format(utcDate(day));
  }, [language]);
}

/** Days as figures count them, written as the reader's language writes days. */
import { useWords } from '../environment.ts';
import { utcDate } from './period-text.ts';

/** Made once for each language: making one takes longer than all that it writes. */
const formats = new Map<string, Intl.DateTimeFormat>();

export function useDayText(): (day: number) => string {
  const { language } = useWords();
  const dates =
    formats.get(language) ??
    new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  formats.set(language, dates);
  return (day) => dates.format(utcDate(day));
}

/** A period as people say it. */
import type { Period } from '../../../shared/process/kpis/period.ts';
import type { Translate } from '../../i18n/translate.ts';

const dayMs = 86_400_000;

/** Days of a period are days by UTC. */
export const utcDate = (day: number): Date => new Date(day * dayMs);

export function periodText({ kind, from }: Period, language: string, t: Translate): string {
  const date = utcDate(from);
  const month = date.getUTCMonth();
  const year = String(date.getUTCFullYear());
  switch (kind) {
    case 'year':
      return t('insights.year', { year });
    case 'quarter':
      return t('insights.quarter', { year, quarter: month / 3 + 1 });
    case 'month':
      return new Intl.DateTimeFormat(language, {
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      }).format(date);
  }
}

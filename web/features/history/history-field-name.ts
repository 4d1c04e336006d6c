/** How what a history is about reads. */
import type { HistoryField } from '../../../shared/protocol/history.ts';
import type { Translate } from '../../i18n/translate.ts';

export function historyFieldName(field: HistoryField, t: Translate): string {
  if (field === 'reading') return t('history.readings');
  return field === 'support' || field === 'comment' || field === 'score'
    ? t(`history.${field}`)
    : t(`field.${field}`);
}

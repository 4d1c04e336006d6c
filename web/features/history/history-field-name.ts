/** How what a history is about reads. */
import type { HistoryField } from '../../../shared/protocol/history.ts';
import type { Translate } from '../../i18n/translate.ts';

export const historyFieldName = (field: HistoryField, t: Translate): string =>
  field === 'support' || field === 'comment' || field === 'score' || field === 'reading'
    ? t(`history.${field}`)
    : t(`field.${field}`);

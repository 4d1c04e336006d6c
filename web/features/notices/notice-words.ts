/** What a notice says, and where in its record it leads. */
import type { Verdict } from '../../../shared/domain/verdicts.ts';
import type { Ruling } from '../../../shared/process/commands.ts';
import type { Translate } from '../../i18n/translate.ts';
import { pathToPage } from '../../page-paths.ts';
import { pathTo } from '../../routes.ts';
import type { ListedNotice } from '../../services/notices.ts';

type Told = Pick<ListedNotice, 'kind' | 'outcome' | 'field'>;

export function noticeSentence({ kind, outcome, field }: Told, name: string, t: Translate): string {
  switch (kind) {
    case 'ruleEscalation':
      return t('notice.ruleEscalation', { name, ruling: t(`ruling.${outcome as Ruling}`) });
    case 'confirmVerdict':
      return t('notice.confirmVerdict', { name, verdict: t(`verdict.${outcome as Verdict}`) });
    case 'conflict':
      return t('notice.conflict', { field: t(`field.${field ?? 'title'}`) });
    case 'pulse':
      return t('notice.pulse');
    default:
      return t(`notice.${kind}`, { name });
  }
}

/** The record at the place that the notice is about: arrival-place.ts goes there. */
export function noticePath({ docId, kind, comment, field }: ListedNotice): string {
  if (kind === 'pulse') return pathToPage.reviews;
  const place =
    comment !== undefined
      ? `comment-${comment}`
      : kind === 'conflict' && field !== undefined
        ? `conflict-${field}`
        : '';
  if (kind === 'readingDue') return pathToPage.measure(docId);
  return pathTo.improvement(docId) + (place === '' ? '' : `?at=${place}`);
}

/** In Me: that a review of the practice is due, for those who hold it. */
import { may } from '../../../shared/process/permissions.ts';
import { nextReview } from '../../../shared/process/review.ts';
import { workspaceVerb } from '../../../shared/process/workspace-verbs.ts';
import { pathToPage } from '../../page-paths.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { localDay } from '../local-day.ts';
import { useNow } from '../use-now.ts';
import { useReadable } from '../use-readable.ts';
import { useSettings } from '../use-settings.ts';

export function ReviewNotice() {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const session = useReadable(services.session.state);
  const settings = useSettings();
  const today = localDay(useNow());
  if (session.type === 'local' || settings === undefined) return null;
  const who = { roles: session.person.roles, editing: session.editing };
  const next = nextReview(settings.values, today);
  if (!may(who, workspaceVerb('reviewedOn')) || next.type === 'none') return null;
  if (next.type === 'on' && !next.isDue) return null;
  const text =
    next.type === 'on'
      ? t('practice.reviewDue', { day: format.date(Date.parse(`${next.day}T00:00`)) })
      : t('practice.firstReview');
  return (
    <Notice tone="calm" icon="target" text={text}>
      <ButtonLink href={pathToPage.practice}>{t('practice.title')}</ButtonLink>
    </Notice>
  );
}

/** How often the register and the practice are reviewed, when it was done last, and when it is due again. */
import { nextReview } from '../../../shared/process/review.ts';
import { workspaceVerb } from '../../../shared/process/workspace-verbs.ts';
import type { OpenWorkspace } from '../../services/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Section, SectionLine } from '../../ui/section.tsx';
import { useWords } from '../environment.ts';
import { PlainSelect } from '../improvement/plain-select.tsx';
import { localDay } from '../local-day.ts';
import { useNow } from '../use-now.ts';
import { useReadable } from '../use-readable.ts';
import { SettingConflict } from '../workspace/setting-conflict.tsx';

const offeredWeeks = [1, 2, 4, 6, 8, 12, 26, 52] as const;

export function CadencePart({ workspace }: { readonly workspace: OpenWorkspace }) {
  const { t, format } = useWords();
  const { values, isAllowed } = useReadable(workspace.state);
  const today = localDay(useNow());
  const isWriter = isAllowed(workspaceVerb('reviewEveryWeeks'));
  const next = nextReview(values, today);
  const { reviewEveryWeeks: weeks, reviewedOn } = values;
  const day = (text: string) => format.date(Date.parse(`${text}T00:00`));
  const options = offeredWeeks.some((offered) => offered === weeks)
    ? offeredWeeks
    : weeks === ''
      ? offeredWeeks
      : [...offeredWeeks, weeks];
  const rhythm = weeks === '' ? t('practice.noWeeks') : t('practice.everyWeeks', { count: weeks });
  const said = {
    none: t('practice.noCadence'),
    first: t('practice.firstReview'),
    on: next.type === 'on' ? t('practice.nextReview', { day: day(next.day) }) : '',
  }[next.type];
  return (
    <Section title={t('practice.cadence')}>
      <SectionLine {...(!isWriter && { label: rhythm })} hint={t('practice.cadenceHint')}>
        {isWriter && (
          <PlainSelect
            label={t('practice.cadence')}
            options={[
              { value: '', label: t('practice.noWeeks') },
              ...options.map((count) => ({
                value: String(count),
                label: t('practice.everyWeeks', { count }),
              })),
            ]}
            value={String(weeks)}
            onChoose={(value) =>
              workspace.change({
                type: 'setField',
                field: 'reviewEveryWeeks',
                value: value === '' ? '' : Number(value),
              })
            }
          />
        )}
      </SectionLine>
      <SettingConflict workspace={workspace} field="reviewEveryWeeks" />
      <SectionLine
        label={
          next.type === 'on' && next.isDue ? t('practice.reviewDue', { day: day(next.day) }) : said
        }
        hint={reviewedOn === '' ? undefined : t('practice.lastReview', { day: day(reviewedOn) })}
      >
        {isWriter && weeks !== '' && reviewedOn !== today && (
          <Button
            icon="check"
            onClick={() =>
              workspace.change({ type: 'setField', field: 'reviewedOn', value: today })
            }
          >
            {t('practice.reviewed')}
          </Button>
        )}
      </SectionLine>
      <SettingConflict workspace={workspace} field="reviewedOn" />
    </Section>
  );
}

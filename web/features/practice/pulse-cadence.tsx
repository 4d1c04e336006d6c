/** How often everybody is asked how satisfied they are with what comes of improvements. */
import { workspaceVerb } from '../../../shared/process/workspace-verbs.ts';
import type { OpenWorkspace } from '../../services/workspace.ts';
import { Section, SectionLine } from '../../ui/section.tsx';
import { useWords } from '../environment.ts';
import { PlainSelect } from '../improvement/plain-select.tsx';
import { useReadable } from '../use-readable.ts';
import { SettingConflict } from '../workspace/setting-conflict.tsx';

const offeredMonths = [1, 2, 3, 4, 6, 12] as const;

export function PulseCadence({ workspace }: { readonly workspace: OpenWorkspace }) {
  const { t } = useWords();
  const { values, isAllowed } = useReadable(workspace.state);
  const { pulseEveryMonths: months } = values;
  const isWriter = isAllowed(workspaceVerb('pulseEveryMonths'));
  const rhythm = (count: number | '') =>
    count === '' ? t('reviews.never') : t('reviews.everyMonths', { count });
  return (
    <Section title={t('reviews.askEverybody')}>
      <SectionLine
        {...(!isWriter && { label: rhythm(months) })}
        hint={t('reviews.askEverybodyHint')}
      >
        {isWriter && (
          <PlainSelect
            label={t('reviews.askEverybody')}
            options={['' as const, ...offeredMonths].map((count) => ({
              value: String(count),
              label: rhythm(count),
            }))}
            value={String(months)}
            onChoose={(value) =>
              workspace.change({
                type: 'setField',
                field: 'pulseEveryMonths',
                value: value === '' ? '' : Number(value),
              })
            }
          />
        )}
      </SectionLine>
      <SettingConflict workspace={workspace} field="pulseEveryMonths" />
    </Section>
  );
}

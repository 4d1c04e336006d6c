/** What is not covered: objectives that nothing serves, improvements that serve none. */
import { useEffect, useState } from 'preact/hooks';
import type { Objective } from '../../../shared/process/objectives.ts';
import { formatQuery } from '../../projection/query-address.ts';
import { builtInView } from '../../projection/register-views.ts';
import { pathTo } from '../../routes.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Section, SectionLine } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useAsker } from '../find/use-ask.ts';
import { type ObjectiveStages, totalOf } from './use-objective-stages.ts';

const withoutObjective = builtInView('withoutObjective');

type CoverageProps = {
  readonly objectives: readonly Objective[];
  readonly stages: ObjectiveStages;
};

export function Coverage({ objectives, stages }: CoverageProps) {
  const { t } = useWords();
  const adrift = useAdrift();
  const counted = objectives.filter(({ id, isRemoved }) => !isRemoved && stages.has(id));
  const unserved = counted.filter(({ id }) => totalOf(stages.get(id) ?? []) === 0).length;
  if (counted.length === 0) return null;
  return (
    <Section title={t('direction.coverage')}>
      <SectionLine
        label={
          unserved === 0
            ? t('direction.allServed')
            : t('direction.unserved', { count: unserved, total: counted.length })
        }
        hint={unserved === 0 ? undefined : t('direction.unservedHint')}
      />
      {adrift !== undefined && (
        <SectionLine
          label={
            adrift === 0 ? t('direction.noneAdrift') : t('direction.adrift', { count: adrift })
          }
          hint={adrift === 0 ? undefined : t('direction.adriftHint')}
        >
          {adrift > 0 && (
            <ButtonLink icon="register" href={pathTo.registerWith(formatQuery(withoutObjective))}>
              {t('direction.showAdrift')}
            </ButtonLink>
          )}
        </SectionLine>
      )}
    </Section>
  );
}

/** How many open improvements serve no objective; undefined while that is not known. */
function useAdrift(): number | undefined {
  const { services } = useEnvironment();
  const asker = useAsker();
  const [counts, setCounts] = useState<readonly number[]>();
  useEffect(
    () => services.register.watchCounts([asker(withoutObjective)], setCounts),
    [services, asker],
  );
  return counts?.[0];
}

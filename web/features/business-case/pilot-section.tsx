/** A pilot: a small record of its own that proves a larger proposal, linked to it as a part. */
import { useState } from 'preact/hooks';
import { pathTo } from '../../routes.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import { Button } from '../../ui/button.tsx';
import { FieldProblem } from '../../ui/field.tsx';
import { Section, SectionLine } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useChangeOther } from '../links/use-change-other.ts';

type PilotSectionProps = {
  readonly improvement: OpenImprovement;
  /** As the record is called. */
  readonly name: string;
};

export function PilotSection({ improvement, name }: PilotSectionProps) {
  const { services, navigation } = useEnvironment();
  const { t } = useWords();
  const changeOther = useChangeOther();
  const [problem, setProblem] = useState<string>();

  const start = async () => {
    const kept = await services.capture.keep(t('case.pilotOf', { title: name }));
    if (!kept.ok) return setProblem(t('case.pilotFailed'));
    const { id } = kept.value;
    const failure = await changeOther(id, { kind: 'partOf', to: improvement.id }, true);
    if (failure !== undefined) return setProblem(t(failure));
    navigation.go(pathTo.detail(id));
  };

  return (
    <Section title={t('case.pilot')}>
      <SectionLine hint={t('case.pilotHint')}>
        <Button onClick={() => void start()}>{t('case.startPilot')}</Button>
      </SectionLine>
      <FieldProblem id="pilot-problem" text={problem} />
    </Section>
  );
}

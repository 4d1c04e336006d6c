/** How the organisation improves: who may propose, how it judges, its principles, its roles, and whether it is lived. */
import { roles } from '../../../shared/domain/person.ts';
import type { OpenWorkspace } from '../../services/workspace.ts';
import { Section, SectionLine } from '../../ui/section.tsx';
import { useWords } from '../environment.ts';
import { LiveText } from '../workspace/live-text.tsx';
import { WorkspacePage } from '../workspace/workspace-page.tsx';
import { AdoptionPart } from './adoption-part.tsx';
import { AnswersPart } from './answers-part.tsx';
import { CadencePart } from './cadence-part.tsx';
import { CriteriaPart } from './criteria-part.tsx';
import { PulseCadence } from './pulse-cadence.tsx';
import { PrinciplesPart } from './principles-part.tsx';

/** Whatever has no page of its own is told here, too: who approves, limits of the board. */
const told = [
  'guidelines',
  'answerWithinDays',
  'principles',
  'reviewEveryWeeks',
  'reviewedOn',
  'adoption',
  'approvalRules',
  'horizonMonths',
  'growthPercent',
  'columns',
] as const;

export function PracticeScreen() {
  const { t } = useWords();
  return (
    <WorkspacePage title={t('practice.title')} lead={t('practice.lead')} told={told}>
      {(workspace) => <Practice workspace={workspace} />}
    </WorkspacePage>
  );
}

function Practice({ workspace }: { readonly workspace: OpenWorkspace }) {
  const { t } = useWords();
  return (
    <>
      <LiveText
        workspace={workspace}
        field="guidelines"
        hint={t('practice.everybody')}
        none={t('practice.everybody')}
      />
      <AnswersPart workspace={workspace} />
      <CriteriaPart workspace={workspace} />
      <PrinciplesPart workspace={workspace} />
      <CadencePart workspace={workspace} />
      <PulseCadence workspace={workspace} />
      <AdoptionPart workspace={workspace} />
      <Section title={t('practice.roles')}>
        {roles.map((role) => (
          <SectionLine key={role} label={t(`role.${role}`)} hint={t(`role.hint.${role}`)} />
        ))}
      </Section>
    </>
  );
}

/** Within how many working days whoever had an idea is owed a first answer: a promise that everybody can read. */
import { answerDaysIn, usualAnswerDays } from '../../../shared/process/answers.ts';
import { workspaceVerb } from '../../../shared/process/workspace-verbs.ts';
import type { OpenWorkspace } from '../../services/workspace.ts';
import { Section, SectionLine } from '../../ui/section.tsx';
import { useWords } from '../environment.ts';
import { useReadable } from '../use-readable.ts';
import { NumberSetting } from '../workspace/number-setting.tsx';

export function AnswersPart({ workspace }: { readonly workspace: OpenWorkspace }) {
  const { t } = useWords();
  const { values, isAllowed } = useReadable(workspace.state);
  const days = answerDaysIn(values);
  return (
    <Section title={t('practice.answers')}>
      <SectionLine
        label={t('practice.answerWithin', { count: days })}
        hint={t('practice.answersHint')}
      />
      {isAllowed(workspaceVerb('answerWithinDays')) && (
        <NumberSetting
          workspace={workspace}
          field="answerWithinDays"
          value={days}
          hint={t('practice.usualDays', { count: usualAnswerDays })}
        />
      )}
    </Section>
  );
}

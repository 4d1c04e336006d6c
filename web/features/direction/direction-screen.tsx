/** Where the organisation wants to go: its vision, the objectives on the way, and what serves them. */
import type { OpenWorkspace } from '../../services/workspace.ts';
import { useWords } from '../environment.ts';
import { useReadable } from '../use-readable.ts';
import { LiveText } from '../workspace/live-text.tsx';
import { WorkspacePage } from '../workspace/workspace-page.tsx';
import { Coverage } from './coverage.tsx';
import { ObjectivesPart } from './objectives-part.tsx';
import { useObjectiveStages } from './use-objective-stages.ts';

const told = ['vision', 'objectives'] as const;

export function DirectionScreen() {
  const { t } = useWords();
  return (
    <WorkspacePage title={t('direction.title')} lead={t('direction.lead')} told={told}>
      {(workspace) => <Direction workspace={workspace} />}
    </WorkspacePage>
  );
}

function Direction({ workspace }: { readonly workspace: OpenWorkspace }) {
  const { t } = useWords();
  const { items } = useReadable(workspace.state);
  const stages = useObjectiveStages(items.objectives);
  return (
    <>
      <LiveText
        workspace={workspace}
        field="vision"
        hint={t('direction.visionHint')}
        none={t('direction.noVision')}
      />
      <ObjectivesPart workspace={workspace} stages={stages} />
      <Coverage objectives={items.objectives} stages={stages} />
    </>
  );
}

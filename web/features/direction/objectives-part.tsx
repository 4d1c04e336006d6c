/** The objectives as a tree; who may write opens one to change it, and adds others. */
import { useState } from 'preact/hooks';
import { objectiveTree } from '../../../shared/process/objectives.ts';
import { workspaceVerb } from '../../../shared/process/workspace-verbs.ts';
import type { OpenWorkspace } from '../../services/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../environment.ts';
import { useReadable } from '../use-readable.ts';
import { ObjectiveLine } from './objective-line.tsx';
import { blankObjective, ObjectiveSheet } from './objective-sheet.tsx';
import type { ObjectiveStages } from './use-objective-stages.ts';

type ObjectivesPartProps = {
  readonly workspace: OpenWorkspace;
  readonly stages: ObjectiveStages;
};

export function ObjectivesPart({ workspace, stages }: ObjectivesPartProps) {
  const { t } = useWords();
  const { items, isAllowed } = useReadable(workspace.state);
  /** '' = a new one, which begins with the first value that is kept. */
  const [openedId, setOpenedId] = useState<string>();
  const isWriter = isAllowed(workspaceVerb('objectives'));
  const nodes = objectiveTree(items.objectives);
  const byId = new Map(items.objectives.map((item) => [item.id, item]));
  const opened = openedId === undefined ? undefined : (byId.get(openedId) ?? blankObjective);
  const add = (
    <Button icon="plus" onClick={() => setOpenedId('')}>
      {t('direction.add')}
    </Button>
  );
  return (
    <Section title={t('field.objectives')}>
      {nodes.length === 0 ? (
        <EmptyState
          title={t('direction.none')}
          hint={t(isWriter ? 'direction.noneHint' : 'direction.noneReader')}
          level={3}
        >
          {isWriter && add}
        </EmptyState>
      ) : (
        <ul class="objective-list">
          {nodes.map(({ objective: { id }, depth }) => {
            const objective = byId.get(id);
            return objective === undefined ? null : (
              <ObjectiveLine
                key={id}
                objective={objective}
                depth={depth}
                stages={stages.get(id)}
                onOpen={isWriter ? () => setOpenedId(id) : undefined}
              />
            );
          })}
        </ul>
      )}
      {isWriter && nodes.length > 0 && <div class="workspace-page__action">{add}</div>}
      {opened !== undefined && !opened.isRemoved && (
        <ObjectiveSheet
          of={{
            workspace,
            collection: 'objectives',
            entry: opened,
            onBegun: (id) => setOpenedId((now) => (now === '' ? id : now)),
          }}
          onClose={() => setOpenedId(undefined)}
        />
      )}
    </Section>
  );
}

/** Values of one setting that were set while people were apart, and one tap to keep either. */
import type { WorkspaceField, WorkspaceValues } from '../../../shared/domain/workspace.ts';
import { workspaceVerb } from '../../../shared/process/workspace-verbs.ts';
import type { OpenWorkspace } from '../../services/workspace.ts';
import { useWords } from '../environment.ts';
import { useReadable } from '../use-readable.ts';
import { workspaceValueText } from '../workspace-words.ts';
import { StandingValues } from './item-conflicts.tsx';

type SettingConflictProps = {
  readonly workspace: OpenWorkspace;
  readonly field: WorkspaceField;
};

export function SettingConflict({ workspace, field }: SettingConflictProps) {
  const words = useWords();
  const { standing, isAllowed } = useReadable(workspace.state);
  if (standing[field].length < 2 || !isAllowed(workspaceVerb(field))) return null;
  return (
    <StandingValues
      field={words.t(`field.${field}`)}
      standing={standing[field]}
      text={(value) => workspaceValueText(field, String(value), words)}
      onKeep={(value) =>
        workspace.change({
          type: 'setField',
          field,
          value: value as WorkspaceValues[WorkspaceField],
        })
      }
    />
  );
}

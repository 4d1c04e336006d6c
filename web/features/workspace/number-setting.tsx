/** A whole number that the workspace has agreed on; emptied, it is the usual one again. */
import { type WorkspaceField, workspaceFields } from '../../../shared/domain/workspace.ts';
import { workspaceVerb } from '../../../shared/process/workspace-verbs.ts';
import type { OpenWorkspace } from '../../services/workspace.ts';
import { CommittedInput } from '../../ui/committed-input.tsx';
import { readDecimal } from '../direction/read-decimal.ts';
import { useWords } from '../environment.ts';
import { useReadable } from '../use-readable.ts';
import { SettingConflict } from './setting-conflict.tsx';

type NumberField = {
  [F in WorkspaceField]: (typeof workspaceFields)[F] extends { readonly type: 'number' }
    ? F
    : never;
}[WorkspaceField];

type NumberSettingProps = {
  readonly workspace: OpenWorkspace;
  readonly field: NumberField;
  /** That holds: the one that was set, or the usual one. */
  readonly value: number;
  readonly hint: string;
};

export function NumberSetting({ workspace, field, value, hint }: NumberSettingProps) {
  const { t } = useWords();
  const { isAllowed } = useReadable(workspace.state);
  const { from, to } = workspaceFields[field];
  const commit = (typed: string) => {
    const read = readDecimal(typed);
    const isValid =
      read === '' || (read !== undefined && Number.isInteger(read) && read >= from && read <= to);
    if (!isValid) return t('workspace.wholeNumber', { from, to });
    workspace.change({ type: 'setField', field, value: read });
    return undefined;
  };
  return (
    <>
      <CommittedInput
        label={t(`field.${field}`)}
        hint={hint}
        type="decimal"
        value={String(value)}
        readOnly={!isAllowed(workspaceVerb(field))}
        onCommit={commit}
      />
      <SettingConflict workspace={workspace} field={field} />
    </>
  );
}

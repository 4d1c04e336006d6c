/** What happened to what the workspace has agreed on. */
import { useState } from 'preact/hooks';
import {
  isWorkspaceField,
  type WorkspaceChange,
} from '../../../shared/document/workspace-document.ts';
import { workspaceCollectionNames } from '../../../shared/domain/collections.ts';
import { workspaceTexts } from '../../../shared/domain/workspace.ts';
import { workspaceVerb } from '../../../shared/process/workspace-verbs.ts';
import type { HistoryField } from '../../../shared/protocol/history.ts';
import type { OpenWorkspace, WorkspaceState } from '../../services/workspace.ts';
import { useEnvironment } from '../environment.ts';
import { DocumentHistory } from '../history/document-history.tsx';
import {
  changeBack,
  valueInItem,
  type ValueChange,
  type WaysBack,
} from '../history/history-subject.ts';
import { useReadable } from '../use-readable.ts';
import { useSettings } from '../use-settings.ts';
import { useCount } from './use-count.ts';
import { useSettingName } from './use-setting-name.ts';

export type SettingsHistoryProps = {
  readonly workspace: OpenWorkspace;
  readonly fields: readonly HistoryField[];
};

export function SettingsHistory({ workspace, fields }: SettingsHistoryProps) {
  const { services } = useEnvironment();
  const state = useReadable(workspace.state);
  const { unsent } = useReadable(services.sync.status);
  const [field, setField] = useState<HistoryField>();
  const nameOfItem = useSettingName(state);
  // The settings are told anew by every edit and every pull, whatever they say.
  const version = `${useCount(useSettings())} ${unsent}`;
  const ways: WaysBack = {
    textOf: (name) => {
      const own = workspaceTexts.find((text) => text === name);
      return own === undefined || !state.isAllowed(workspaceVerb(own))
        ? undefined
        : { text: workspace.text(own), origin: workspace.editorOrigin };
    },
    valueNow: (change) => valueNow(state, change),
    setBack: (change) => workspace.change(changeBack(change) as WorkspaceChange),
  };
  return (
    <DocumentHistory
      subject={{ id: workspace.id, version, fields, facts: [], nameOfItem, ways }}
      field={field}
      onField={setField}
    />
  );
}

function valueNow(state: WorkspaceState, change: ValueChange): string | number | undefined {
  if (change.type === 'field') {
    const { field } = change;
    if (!isWorkspaceField(field) || !state.isAllowed(workspaceVerb(field))) return undefined;
    return String(state.values[field]);
  }
  const collection = workspaceCollectionNames.find((name) => name === change.collection);
  if (collection === undefined || !state.isAllowed(workspaceVerb(collection))) return undefined;
  return valueInItem(
    state.items[collection].filter(({ isRemoved }) => !isRemoved),
    change,
  );
}

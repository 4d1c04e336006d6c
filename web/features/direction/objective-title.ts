/** How an objective is called wherever a record names it. */
import type { WorkspaceSettings } from '../../../shared/domain/workspace.ts';

/** Also of one that was taken out; undefined: not known here. */
export const objectiveTitle = (
  settings: WorkspaceSettings | undefined,
  id: string,
): string | undefined => settings?.items.objectives.find((item) => item.id === id)?.values.title;

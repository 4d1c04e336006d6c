/** What the organisation has agreed on for all its records, as screens use it: read, and changed together. */
import type { ReadWorkspace, WorkspaceChange } from '../../shared/document/workspace-document.ts';
import type { ItemChange, WorkspaceCollection } from '../../shared/domain/collections.ts';
import type { WorkspaceSettings, WorkspaceText } from '../../shared/domain/workspace.ts';
import type { WorkspaceVerb } from '../../shared/process/workspace-verbs.ts';
import type { Readable } from '../readable.ts';
import type { OpenDocument } from './open-document.ts';

export type WorkspaceService = {
  /** As this device knows them, from its own storage; they follow every edit and every pull. */
  readonly settings: Readable<WorkspaceSettings>;
  /** For reading and writing, live with the others; undefined = this device has joined no workspace. */
  readonly open: () => Promise<OpenWorkspace | undefined>;
};

export type WorkspaceState = ReadWorkspace & {
  /** Whether this device's person may. */
  readonly isAllowed: (verb: WorkspaceVerb) => boolean;
};

export type OpenWorkspace = OpenDocument<WorkspaceText, WorkspaceState, WorkspaceChange> & {
  /** Puts a new entry at the end of a list; answers its id. */
  readonly addItem: <C extends WorkspaceCollection>(collection: C, values: ItemChange<C>) => string;
};

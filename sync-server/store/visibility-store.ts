/** The part of the store port that says who may read which record. */
import type { DocumentId, WorkspaceId } from '../../shared/domain/ids.ts';
import type { Person } from '../../shared/domain/person.ts';

export type VisibilityStore = {
  /** Those of `docIds` that there are and that the reader may read. */
  readonly findVisible: (
    workspace: WorkspaceId,
    view: View,
    docIds: readonly DocumentId[],
  ) => Promise<ReadonlySet<DocumentId>>;
  /** Every record that somebody may read who sees their own ones only. */
  readonly listOwn: (workspace: WorkspaceId, view: View) => Promise<readonly DocumentId[]>;
  /** Of all people the reader, and those whom {@link listOwn}'s records name: who wrote, decided, owns or is told. */
  readonly listPeopleOfOwn: (workspace: WorkspaceId, view: View) => Promise<readonly Person[]>;
  /** Records that the reader may not read, and that were hidden after seq `after`; null = at any time. */
  readonly listHidden: (
    workspace: WorkspaceId,
    view: View,
    after: number | null,
  ) => Promise<readonly DocumentId[]>;
};

/** What of a workspace somebody is shown. */
export type View = {
  /** `all`: private records of others, too. `own`: what they wrote, and what was shared with them. */
  readonly sees: 'all' | 'workspace' | 'own';
  /** The reader, by the person's id and every actor of theirs. */
  readonly ids: readonly string[];
  /** The reader's teams and organisations. */
  readonly belongsTo: readonly string[];
};

export const everythingView: View = { sees: 'all', ids: [], belongsTo: [] };

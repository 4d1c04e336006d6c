/** The catalogue's product owners, read from the workspace's row anew only when it has changed. */
import type { ActorId, PersonId, WorkspaceId } from '../../../shared/domain/ids.ts';
import type { WorkspaceRow } from '../../../shared/domain/workspace.ts';
import { ownedItems } from '../../../shared/process/product-owners.ts';
import type { Database } from './transaction.ts';

export type OwnedItems = (
  workspace: WorkspaceId,
  person: PersonId,
  actors: readonly ActorId[],
) => readonly string[];

export function createOwnedItems(db: Database): OwnedItems {
  // The workspace's own document goes by the workspace's id.
  const findHead = db.prepare('SELECT head_seq AS headSeq FROM docs WHERE ws = ? AND doc = ?');
  const findRow = db.prepare('SELECT row FROM docs WHERE ws = ? AND doc = ?');
  const known = new Map<WorkspaceId, { readonly headSeq: number; readonly row: WorkspaceRow }>();

  function rowOf(workspace: WorkspaceId): WorkspaceRow | undefined {
    const head = findHead.get(workspace, workspace) as { headSeq: number } | undefined;
    if (head === undefined) return undefined;
    const cached = known.get(workspace);
    if (cached?.headSeq === head.headSeq) return cached.row;
    const { row: json } = findRow.get(workspace, workspace) as { row: string };
    const row = JSON.parse(json) as WorkspaceRow;
    known.set(workspace, { headSeq: head.headSeq, row });
    return row;
  }

  return (workspace, person, actors) => {
    const row = rowOf(workspace);
    if (row === undefined) return [];
    return ownedItems(
      row,
      (someone) => someone === person || (actors as readonly string[]).includes(someone),
    );
  };
}

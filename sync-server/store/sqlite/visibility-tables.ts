/** Who may read which record, in SQLite: one condition, which every read of documents carries. */
import type { DocumentId, WorkspaceId } from '../../../shared/domain/ids.ts';
import type { View } from '../visibility-store.ts';
import type { Database } from './transaction.ts';

/** Of a row of docs; takes {@link viewParameters}. It says the same as `maySee` of the table of permissions. */
export const isVisible = `(
  ? = 'all'
  OR (? = 'workspace' AND is_private = 0)
  OR created_by IN (SELECT value FROM json_each(?))
  OR (? = 'workspace' AND owner IN (SELECT value FROM json_each(?)))
  OR EXISTS (
    SELECT 1 FROM shares
    WHERE shares.ws = docs.ws AND shares.doc = docs.doc
      AND shares.person IN (SELECT value FROM json_each(?))
  )
)`;

export function viewParameters({ sees, ids }: View): readonly string[] {
  const own = JSON.stringify(ids);
  return [sees, sees, own, sees, own, own];
}

export function createVisibilityTables(db: Database) {
  const findVisible = db.prepare(`
    SELECT doc FROM docs
    WHERE ws = ? AND doc IN (SELECT value FROM json_each(?)) AND ${isVisible}`);
  const listOwn = db.prepare(`
    SELECT doc FROM docs INDEXED BY docs_by_author
    WHERE ws = ? AND created_by IN (SELECT value FROM json_each(?))
    UNION SELECT doc FROM shares WHERE ws = ? AND person IN (SELECT value FROM json_each(?))
    ORDER BY doc`);
  const listHidden = db.prepare(`
    SELECT docs.doc FROM hidings JOIN docs ON docs.ws = hidings.ws AND docs.doc = hidings.doc
    WHERE hidings.ws = ? AND hidings.seq > ? AND NOT ${isVisible}`);
  const listPrivate = db.prepare(`
    SELECT doc FROM docs INDEXED BY docs_private
    WHERE ws = ? AND is_private = 1 AND NOT ${isVisible}`);

  return {
    findVisible: (
      workspace: WorkspaceId,
      view: View,
      docIds: readonly DocumentId[],
    ): ReadonlySet<DocumentId> =>
      new Set(idsOf(findVisible.all(workspace, JSON.stringify(docIds), ...viewParameters(view)))),

    listOwn: (workspace: WorkspaceId, { ids }: View): readonly DocumentId[] => {
      const own = JSON.stringify(ids);
      return idsOf(listOwn.all(workspace, own, workspace, own));
    },

    listHidden: (workspace: WorkspaceId, view: View, after: number | null): readonly DocumentId[] =>
      idsOf(
        after === null
          ? listPrivate.all(workspace, ...viewParameters(view))
          : listHidden.all(workspace, after, ...viewParameters(view)),
      ),
  };
}

const idsOf = (rows: unknown[]): readonly DocumentId[] =>
  (rows as { doc: DocumentId }[]).map(({ doc }) => doc);

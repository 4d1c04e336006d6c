/** Who may read which record, in SQLite: one condition, which every read of documents carries. */
import type { DocumentId, WorkspaceId } from '../../../shared/domain/ids.ts';
import type { Person } from '../../../shared/domain/person.ts';
import type { View } from '../visibility-store.ts';
import { personOf, type PersonRecord, selectPeople } from './person-rows.ts';
import type { Database } from './transaction.ts';

/** Of a row of docs; takes {@link viewParameters}. It says the same as `maySee` of the table of permissions. */
export const isVisible = `(
  ? = 'all'
  OR (? = 'workspace' AND (
    audience IS NULL OR audience IN (SELECT value FROM json_each(?))
  ))
  OR created_by IN (SELECT value FROM json_each(?))
  OR (? = 'workspace' AND owner IN (SELECT value FROM json_each(?)))
  OR EXISTS (
    SELECT 1 FROM shares
    WHERE shares.ws = docs.ws AND shares.doc = docs.doc
      AND shares.person IN (SELECT value FROM json_each(?))
  )
)`;

export function viewParameters({ sees, ids, belongsTo }: View): readonly string[] {
  const own = JSON.stringify(ids);
  return [sees, sees, JSON.stringify(belongsTo), own, sees, own, shareIds({ ids, belongsTo })];
}

/** What is shared with an organisation is shared with all its people. */
const shareIds = ({ ids, belongsTo }: Pick<View, 'ids' | 'belongsTo'>): string =>
  JSON.stringify([...ids, ...belongsTo]);

const ownParameters = (workspace: WorkspaceId, view: View) =>
  [workspace, JSON.stringify(view.ids), shareIds(view)] as const;

/** Takes {@link ownParameters}. */
const ownDocuments = `
  SELECT doc FROM docs INDEXED BY docs_by_author
  WHERE ws = ?1 AND created_by IN (SELECT value FROM json_each(?2))
  UNION SELECT doc FROM shares WHERE ws = ?1 AND person IN (SELECT value FROM json_each(?3))`;

export function createVisibilityTables(db: Database) {
  const findVisible = db.prepare(`
    SELECT doc FROM docs
    WHERE ws = ? AND doc IN (SELECT value FROM json_each(?)) AND ${isVisible}`);
  const listOwn = db.prepare(`${ownDocuments} ORDER BY doc`);
  // Whatever a record says of somebody, it says by an id that is a whole value.
  const listPeopleOfOwn = db.prepare(`
    WITH own AS MATERIALIZED (${ownDocuments}),
    told AS (
      SELECT row AS json FROM docs WHERE ws = ?1 AND doc IN own
      UNION ALL SELECT people FROM history WHERE ws = ?1 AND doc IN own
      UNION ALL SELECT changes FROM history WHERE ws = ?1 AND doc IN own
      UNION ALL SELECT said FROM facts WHERE ws = ?1 AND doc IN own
    ),
    named AS MATERIALIZED (
      SELECT atom AS id FROM told, json_tree(told.json) AS tree WHERE tree.type = 'text'
      UNION SELECT person FROM facts WHERE ws = ?1 AND doc IN own
      UNION SELECT value FROM json_each(?2)
    )
    ${selectPeople} WHERE ws = ?1 AND (
      person IN named OR person IN (SELECT person FROM actors WHERE ws = ?1 AND actor IN named)
    ) ORDER BY joined_at, person`);
  const listHidden = db.prepare(`
    SELECT docs.doc FROM hidings JOIN docs ON docs.ws = hidings.ws AND docs.doc = hidings.doc
    WHERE hidings.ws = ? AND hidings.seq > ? AND NOT ${isVisible}`);
  const listLimited = db.prepare(`
    SELECT doc FROM docs INDEXED BY docs_limited
    WHERE ws = ? AND audience IS NOT NULL AND NOT ${isVisible}`);

  return {
    findVisible: (
      workspace: WorkspaceId,
      view: View,
      docIds: readonly DocumentId[],
    ): ReadonlySet<DocumentId> =>
      new Set(idsOf(findVisible.all(workspace, JSON.stringify(docIds), ...viewParameters(view)))),

    listOwn: (workspace: WorkspaceId, view: View): readonly DocumentId[] =>
      idsOf(listOwn.all(...ownParameters(workspace, view))),

    listPeopleOfOwn: (workspace: WorkspaceId, view: View): readonly Person[] =>
      (listPeopleOfOwn.all(...ownParameters(workspace, view)) as PersonRecord[]).map(personOf),

    listHidden: (workspace: WorkspaceId, view: View, after: number | null): readonly DocumentId[] =>
      idsOf(
        after === null
          ? listLimited.all(workspace, ...viewParameters(view))
          : listHidden.all(workspace, after, ...viewParameters(view)),
      ),
  };
}

const idsOf = (rows: unknown[]): readonly DocumentId[] =>
  (rows as { doc: DocumentId }[]).map(({ doc }) => doc);

/** The row that a decision is taken upon, also where an older program wrote the record last. */
import * as Y from 'yjs';
import { project } from '../../shared/document/project.ts';
import { noFacts, projectionVersion } from '../../shared/document/projection.ts';
import type { DocumentId, WorkspaceId } from '../../shared/domain/ids.ts';
import type { ImprovementRow } from '../../shared/domain/improvement.ts';
import type { RecordForDecision } from '../store/fact-store.ts';
import type { Store } from '../store/store.ts';

/**
 * An older row says less than what the command was decided upon: the device has projected the record anew, and
 * every decision on it would be stale.
 */
export async function presentRow(
  store: Pick<Store, 'loadDocuments'>,
  workspace: WorkspaceId,
  docId: DocumentId,
  { row, projVersion }: Extract<RecordForDecision, { type: 'there' }>,
): Promise<ImprovementRow> {
  if (projVersion === projectionVersion) return row;
  const [stored] = await store.loadDocuments(workspace, [docId]);
  if (stored === undefined) return row;
  const doc = new Y.Doc({ guid: docId });
  for (const update of stored.updates) Y.applyUpdate(doc, update);
  const present = project(docId, doc, noFacts, row.updatedAt);
  doc.destroy();
  return present;
}

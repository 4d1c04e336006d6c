/** Folds a document's tail into its snapshot; whatever waits for a missing edit stays in it. */
import * as Y from 'yjs';
import { ok, type Result } from '../../shared/result.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { StorageFailure } from '../services.ts';
import type { ReplicaStore } from './replica-store.ts';

export async function compactDocument(
  store: Pick<ReplicaStore, 'readDocument' | 'compact'>,
  id: DocumentId,
): Promise<Result<void, StorageFailure>> {
  const read = await store.readDocument(id);
  if (read === undefined) return ok(undefined);
  const doc = new Y.Doc({ guid: '' });
  for (const update of read.updates) Y.applyUpdate(doc, update);
  const snapshot = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return store.compact(id, read, snapshot);
}

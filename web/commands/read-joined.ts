/** What was said and wanted in the duplicates of a record, as this device has them: nothing is written into either. */
import * as Y from 'yjs';
import { readComments } from '../../shared/document/read-comments.ts';
import { readSet, readSupporters } from '../../shared/document/read-document.ts';
import type { ActorId, DocumentId } from '../../shared/domain/ids.ts';
import type { Someone } from '../../shared/domain/improvement.ts';
import type { ReplicaStore } from '../local/replica-store.ts';
import type { JoinedRecord } from '../services/improvement.ts';

type JoinedDeps = {
  readonly store: Pick<ReplicaStore, 'readDocument'>;
  /** The person behind an actor as far as this device knows, else the actor. */
  readonly whoIs: (actor: ActorId) => Someone;
};

/** Those that are not on this device are left out. */
export async function readJoined(
  { store, whoIs }: JoinedDeps,
  ids: readonly DocumentId[],
): Promise<readonly JoinedRecord[]> {
  const joined: JoinedRecord[] = [];
  for (const id of ids) {
    const read = await store.readDocument(id);
    if (read === undefined) continue;
    const doc = new Y.Doc({ guid: '' });
    for (const update of read.updates) Y.applyUpdate(doc, update);
    joined.push({
      id,
      comments: readComments(doc),
      supporters: [...new Set(readSupporters(doc).map(whoIs))],
      watchers: [...new Set((readSet(doc, 'watchers') as readonly ActorId[]).map(whoIs))],
    });
    doc.destroy();
  }
  return joined;
}

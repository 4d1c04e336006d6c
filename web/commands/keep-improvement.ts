/** Keeps a captured text: a document of its own with its outbox entry and row, stored before it resolves. */
import * as Y from 'yjs';
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import { nextHlc } from '../../shared/domain/hlc.ts';
import { createUuidV7, type DocumentId, localNumber, type Uid } from '../../shared/domain/ids.ts';
import { noFacts, project } from '../../shared/document/project.ts';
import { writeNewImprovement } from '../../shared/document/write-change.ts';
import { ok, type Result } from '../../shared/result.ts';
import { createDoc } from '../local/create-doc.ts';
import type { HashDep } from '../local/deps.ts';
import type { Identity } from '../local/identity.ts';
import type { ReplicaStore } from '../local/replica-store.ts';
import type { StorageFailure } from '../services.ts';

export type KeepDeps = ClockDep &
  RandomDep &
  HashDep & {
    readonly store: Pick<ReplicaStore, 'createDocument'>;
    readonly identity: Identity;
  };

/** `text` is not blank and within the limit. */
export async function keepImprovement(
  deps: KeepDeps,
  text: string,
): Promise<Result<{ readonly id: DocumentId; readonly localNumber: string }, StorageFailure>> {
  const { device, actor, boot } = deps.identity;
  const id = createUuidV7<DocumentId>(deps);
  const doc = createDoc(deps);
  writeNewImprovement(doc, text, { nowMs: deps.nowMs, device, actor });
  const update = Y.encodeStateAsUpdate(doc);
  const row = project(id, doc, noFacts, deps.nowMs());
  doc.destroy();
  const uid = (await deps.sha256Hex(update)) as Uid;
  const edit = { docId: id, update, uid, hlc: nextHlc(deps), boot, actor, row };
  const stored = await deps.store.createDocument(edit);
  return stored.ok ? ok({ id, localNumber: localNumber(id) }) : stored;
}

/** Keeps a captured text: a document of its own with its outbox entry and row, stored before it resolves. */
import * as Y from 'yjs';
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import { nextHlc } from '../../shared/domain/hlc.ts';
import { createUuidV7, type DocumentId, localNumber, type Uid } from '../../shared/domain/ids.ts';
import type { DocumentRow } from '../../shared/document/project-document.ts';
import { project } from '../../shared/document/project.ts';
import { noFacts } from '../../shared/document/projection.ts';
import type { Author } from '../../shared/document/registers.ts';
import { writeNewImprovement } from '../../shared/document/write-new-improvement.ts';
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

type Kept = { readonly id: DocumentId; readonly localNumber: string };

/** `text` is not blank and within the limit. */
export const keepImprovement = (
  deps: KeepDeps,
  text: string,
): Promise<Result<Kept, StorageFailure>> =>
  keepDocument(deps, (doc, author) => writeNewImprovement(doc, text, author));

/** A new record of what `write` puts into it. */
export async function keepDocument(
  deps: KeepDeps,
  write: (doc: Y.Doc, author: Author) => void,
): Promise<Result<Kept, StorageFailure>> {
  const id = createUuidV7<DocumentId>(deps);
  const rowOf = (doc: Y.Doc, nowMs: number) => project(id, doc, noFacts, nowMs);
  const stored = await storeNew(deps, id, { write, rowOf });
  return stored.ok ? ok({ id, localNumber: localNumber(id) }) : stored;
}

type Writing = {
  readonly write: (doc: Y.Doc, author: Author) => void;
  readonly rowOf: (doc: Y.Doc, nowMs: number) => DocumentRow;
};

/** A new document of whichever kind, stored when it resolves. */
export async function storeNew(
  deps: KeepDeps,
  docId: DocumentId,
  { write, rowOf }: Writing,
): Promise<Result<void, StorageFailure>> {
  const { device, actor, boot } = deps.identity;
  const doc = createDoc(deps);
  write(doc, { nowMs: deps.nowMs, device, actor });
  const update = Y.encodeStateAsUpdate(doc);
  const row = rowOf(doc, deps.nowMs());
  doc.destroy();
  const uid = (await deps.sha256Hex(update)) as Uid;
  return deps.store.createDocument({ docId, update, uid, hlc: nextHlc(deps), boot, actor, row });
}

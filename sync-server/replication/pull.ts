/** Hands out documents: a page of what changed since a cursor, or whole ones by id. Never opens a Y.Doc. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import type {
  DocumentsAnswer,
  DocumentsRequest,
  PullAnswer,
  PulledDocument,
  PullRequest,
} from '../../shared/protocol/messages.ts';
import { refusal } from '../../shared/protocol/refusals.ts';
import { wireLimits } from '../../shared/protocol/version.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Session } from '../store/people-store.ts';
import type { DocumentHead, Store } from '../store/store.ts';
import { refuseGreeting, type SyncRefusal } from './sync-refusal.ts';

/** Documents of a page when the client asks for no number. */
const defaultLimit = 200;

export async function pull(
  store: Store,
  { workspace }: Session,
  request: PullRequest,
): Promise<Result<PullAnswer, SyncRefusal>> {
  const refused = await refuseGreeting(store, workspace, request);
  if (refused !== undefined) return err(refused);
  const seq = parseCursor(request.cursor);
  if (seq === undefined) {
    return err(refusal('malformed', 'The cursor is not one of this server’s.', 'cursor'));
  }
  const position = await store.position(workspace);
  const { documents, more } = await store.changedSince(workspace, seq, {
    documents: request.limit ?? defaultLimit,
    bytes: wireLimits.pullPageBytes,
  });
  const answer: PullAnswer = {
    epoch: store.lineage.epoch,
    items: documents.map(pulledDocument),
    cursor: String(documents.at(-1)?.headSeq ?? seq),
    more,
    total: position.documents,
  };
  if (position.peopleVersion === request.peopleVersion) return ok(answer);
  const list = (await store.listPeople(workspace)).map((person) => ({
    ...person,
    actors: [...person.actors],
  }));
  return ok({ ...answer, people: { version: position.peopleVersion, list } });
}

export async function readDocuments(
  store: Store,
  { workspace }: Session,
  request: DocumentsRequest,
): Promise<Result<DocumentsAnswer, SyncRefusal>> {
  const refused = await refuseGreeting(store, workspace, request);
  if (refused !== undefined) return err(refused);
  const docIds = [...new Set(request.docIds)] as DocumentId[];
  const documents = await store.wholeDocuments(workspace, docIds);
  return ok({ epoch: store.lineage.epoch, items: documents.map(pulledDocument) });
}

/** A cursor is the seq up to which its client has everything; only this module knows that. */
function parseCursor(cursor: string | null): number | undefined {
  if (cursor === null) return 0;
  const seq = /^\d{1,15}$/u.test(cursor) ? Number(cursor) : Number.NaN;
  return Number.isSafeInteger(seq) ? seq : undefined;
}

function pulledDocument(head: DocumentHead): PulledDocument {
  const { docId, headSeq, epoch, ref, row, projVersion, whole, updates } = head;
  return {
    docId,
    headSeq,
    docEpoch: epoch,
    whole,
    updates: [...updates] as Uint8Array<ArrayBuffer>[],
    facts: { ref },
    row: { ...row, ref },
    projVersion,
  };
}

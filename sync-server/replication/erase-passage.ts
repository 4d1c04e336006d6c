/** Erasing a passage of a record for good: an administrator's act, done at once or not at all. */
import type { ClockDep } from '../../shared/deps.ts';
import { eraseWords } from '../../shared/document/erase-words.ts';
import { projectionVersion } from '../../shared/document/projection.ts';
import type { Passage } from '../../shared/document/rewrite-document.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { may } from '../../shared/process/permissions.ts';
import { type Refusal, refusal } from '../../shared/protocol/refusals.ts';
import type { ErasureAnswer } from '../../shared/protocol/erasure.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { mayReadRecord } from '../auth/readers.ts';
import type { Log } from '../observability/log.ts';
import type { Session } from '../store/people-store.ts';
import type { Store } from '../store/store.ts';
import type { Admission } from './admission.ts';
import type { CommitQueue } from './commit-queue.ts';

export type ErasingDeps = ClockDep & {
  readonly store: Store;
  readonly admission: Admission;
  readonly queue: Pick<CommitQueue, 'runAlone'>;
  readonly log: Log;
};

export type AskedErasure = {
  readonly passage: Passage;
  /** For the record's history; '' = not said. */
  readonly reason: string;
};

/** `notAllowed` for who may not, `notFound` where there is no such record, or nothing of the passage in it. */
export async function erasePassage(
  deps: ErasingDeps,
  session: Session,
  docId: DocumentId,
  asked: AskedErasure,
): Promise<Result<ErasureAnswer, Refusal>> {
  const { store, queue, log } = deps;
  const { members } = await store.readMemberships(session.workspace, [session.person.id]);
  const { roles = [] } = members.get(session.person.id) ?? {};
  if (!may({ roles, editing: 'involved' }, 'purge')) return err(notAllowed);
  if (!(await mayReadRecord(store, session, docId))) return err(unknownRecord);
  const erased = await queue.runAlone('erasing a passage', () =>
    rewrite(deps, session, docId, asked),
  );
  if (!erased.ok) return erased;
  if (erased.value === undefined) return err(unknownPassage);
  // It is erased; that its bytes are still in the file is for whoever looks after the disk.
  await store.compact().catch((error: unknown) => {
    log.error({ err: error }, 'the database could not be rewritten after an erasure');
  });
  return ok(erased.value);
}

async function rewrite(
  { store, admission, nowMs }: ErasingDeps,
  { workspace, person, device }: Session,
  docId: DocumentId,
  { passage, reason }: AskedErasure,
) {
  const atMs = nowMs();
  const quarantined = await store.quarantinedOf(workspace, docId);
  const load: Store['loadDocuments'] = (ws, docIds) => store.loadDocuments(ws, docIds);
  const request = { passage, nowMs: atMs, quarantined };
  const rewritten = await admission.rewrite({ workspace, docId }, request, load);
  if (rewritten === undefined) return { value: undefined };
  const committed = await store.rewriteDocument(workspace, {
    ...rewritten,
    docId,
    person: person.id,
    device,
    atMs,
    projVersion: projectionVersion,
    words: passage.type === 'words' ? rewritten.words : undefined,
    // It is told for as long as the record is there, and so must not repeat what was erased.
    reason: eraseWords(reason.trim(), rewritten.words).text,
  });
  if (committed === undefined) return { value: undefined };
  const { seq, epoch, places } = committed;
  return {
    value: { docEpoch: epoch, places },
    committed: { workspace, headSeq: seq, edits: [], rewritten: [docId] },
  };
}

const notAllowed = refusal('notAllowed', 'Administrators erase passages.');
const unknownRecord = refusal('notFound', 'There is no such record.', 'docId');
const unknownPassage = refusal('notFound', 'There is nothing of it in the record.', 'passage');

/** Hands out documents: a page of what changed since a cursor, or whole ones by id. Never opens a Y.Doc. */
import type { ClockDep } from '../../shared/deps.ts';
import type { DocumentId, Uid } from '../../shared/domain/ids.ts';
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
import { viewOf } from '../auth/readers.ts';
import type { Session } from '../store/people-store.ts';
import type { Decision } from '../store/quarantine-store.ts';
import type { DocumentHead, Store } from '../store/store.ts';
import { factsOf, readRow } from '../store/read-row.ts';
import { formatCursor, fromStart, parseCursor, shownTo } from './cursor.ts';
import { readForgotten } from './read-forgotten.ts';
import { readPeople } from './read-people.ts';
import { refuseGreeting, type SyncRefusal } from './sync-refusal.ts';

/** Documents of a page when the client asks for no number. */
const defaultLimit = 200;

/** The others come with the next pull; also those that would make the page longer than this. */
const decisionsOfOnePage = 200;
const returnedBytesOfOnePage = 2 * 1024 * 1024;

export type PullDeps = ClockDep & { readonly store: Store };

export type PullPage = Omit<PullAnswer, 'items'> & { readonly documents: readonly DocumentHead[] };

export async function pull(
  deps: PullDeps,
  session: Session,
  request: PullRequest,
): Promise<Result<PullAnswer, SyncRefusal>> {
  const page = await readPage(deps, session, request);
  if (!page.ok) return page;
  const { documents, ...rest } = page.value;
  return ok({ ...rest, items: documents.map(pulledDocument) });
}

/** Page after page until there is nothing newer; the next one is read when the one before was taken. */
export async function* pullPages(
  deps: PullDeps,
  session: Session,
  request: PullRequest,
): AsyncGenerator<Result<PullPage, SyncRefusal>> {
  let asked = request;
  for (;;) {
    const page = await readPage(deps, session, asked);
    yield page;
    if (!page.ok || !page.value.more) return;
    asked = requestAfter(asked, page.value);
  }
}

/** As a client would ask on: with what came, and without telling anything twice. */
function requestAfter(asked: PullRequest, page: PullPage): PullRequest {
  const peopleVersion = page.people?.version ?? asked.peopleVersion;
  const decisionN = page.decisions?.upTo ?? asked.decisionN;
  return { ...asked, cursor: page.cursor, peopleVersion, decisionN, settled: undefined };
}

async function readPage(
  deps: PullDeps,
  session: Session,
  request: PullRequest,
): Promise<Result<PullPage, SyncRefusal>> {
  const { store } = deps;
  const { workspace } = session;
  const refused = await refuseGreeting(store, workspace, request);
  if (refused !== undefined) return err(refused);
  const asked = parseCursor(request.cursor);
  if (asked === undefined) {
    return err(refusal('malformed', 'The cursor is not one of this server’s.', 'cursor'));
  }
  const view = await viewOf(store, session);
  const reader = asked.shown === undefined || asked.shown === shownTo(view) ? asked : fromStart;
  const position = await store.position(workspace);
  const limit = {
    documents: request.limit ?? defaultLimit,
    bytes: wireLimits.pullPageBytes,
  };
  const { documents, tombs, more } = await store.changedSince(workspace, reader, limit, view);
  const last = Math.max(
    documents.at(-1)?.headSeq ?? reader.reached,
    tombs.at(-1)?.seq ?? reader.reached,
  );
  // What was passed over, because it is not for this reader, is not looked at again.
  const reached = more ? last : Math.max(last, position.headSeq);
  const page: PullPage = {
    epoch: store.lineage.epoch,
    documents,
    // Who is told all that they may have need not hear of what was never theirs.
    ...(tombs.length > 0 &&
      view.sees !== 'own' && { tombs: tombs.map(({ docId }) => ({ docId })) }),
    ...(await readForgotten(store, workspace, view, { asked, reader, isLast: !more })),
    cursor: formatCursor({ complete: more ? reader.complete : reached, reached }, view),
    more,
    total: view.sees === 'own' ? documents.length : position.documents,
    ...(await exchangeDecisions(deps, session, request)),
  };
  return ok({ ...page, ...(await readPeople(store, workspace, view, { position, request })) });
}

/** Hears what the person has dealt with, and says what was decided of this person's refused edits. */
async function exchangeDecisions(
  { store, nowMs }: PullDeps,
  { workspace, person }: Session,
  { settled = [], decisionN }: PullRequest,
): Promise<Pick<PullPage, 'decisions'>> {
  if (settled.length > 0) {
    const items = settled.map(({ docId, uid }) => ({
      docId: docId as DocumentId,
      uid: uid as Uid,
    }));
    await store.settleQuarantined(workspace, person.id, items, nowMs());
  }
  if (decisionN === undefined) return {};
  const found = await store.decisionsAfter(workspace, person.id, decisionN, decisionsOfOnePage);
  const told = withinBytes(found);
  const upTo = told.at(-1)?.n;
  return upTo === undefined ? {} : { decisions: { upTo, list: told.map(toldDecision) } };
}

/** At least one, when there is any. */
function withinBytes(decisions: readonly Decision[]): readonly Decision[] {
  let sizeBytes = 0;
  const beyond = decisions.findIndex(({ edit }) => {
    sizeBytes += edit?.bytes.length ?? 0;
    return sizeBytes > returnedBytesOfOnePage;
  });
  return beyond < 0 ? decisions : decisions.slice(0, Math.max(1, beyond));
}

/** To a device, what its person has settled on another one is discarded by themselves. */
const toldDecision = ({ docId, uid, fate, by, atMs, edit }: Decision) => ({
  docId,
  uid,
  fate: fate === 'settled' ? ('discarded' as const) : fate,
  by,
  at: atMs,
  ...(edit !== undefined && {
    edit: { ...edit, bytes: edit.bytes as Uint8Array<ArrayBuffer> },
  }),
});

export async function readDocuments(
  store: Store,
  session: Session,
  request: DocumentsRequest,
): Promise<Result<DocumentsAnswer, SyncRefusal>> {
  const { workspace } = session;
  const refused = await refuseGreeting(store, workspace, request);
  if (refused !== undefined) return err(refused);
  const docIds = [...new Set(request.docIds)] as DocumentId[];
  const documents = await store.wholeDocuments(workspace, docIds, await viewOf(store, session));
  return ok({ epoch: store.lineage.epoch, items: documents.map(pulledDocument) });
}

function pulledDocument(head: DocumentHead): PulledDocument {
  const { docId, headSeq, epoch, projVersion, whole, updates } = head;
  return {
    docId,
    headSeq,
    docEpoch: epoch,
    whole,
    updates: [...updates] as Uint8Array<ArrayBuffer>[],
    facts: factsOf(head),
    row: readRow(head),
    projVersion,
  };
}

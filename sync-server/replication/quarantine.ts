/** Refused edits that somebody must decide of: what they wanted, and the one fate that each gets. */
import type { ClockDep } from '../../shared/deps.ts';
import { may } from '../../shared/process/permissions.ts';
import type {
  DecisionAnswer,
  QuarantineAnswer,
  QuarantineDecision,
} from '../../shared/protocol/quarantine.ts';
import { type Refusal, refusal } from '../../shared/protocol/refusals.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Session } from '../store/people-store.ts';
import type { QuarantinedEdit, RefusedItem, WaitingEdit } from '../store/quarantine-store.ts';
import type { Store } from '../store/store.ts';
import type { Admission } from './admission.ts';
import type { CommitQueue } from './commit-queue.ts';

export type QuarantineDeps = ClockDep & {
  readonly store: Store;
  readonly admission: Admission;
  readonly queue: CommitQueue;
};

/** Each is opened together with its record. */
const pageItems = 50;

/** Refused `notAllowed`. */
export async function readQuarantine(
  deps: QuarantineDeps,
  session: Session,
  beforeN: number,
): Promise<Result<QuarantineAnswer, Refusal>> {
  if (!mayDecide(session)) return err(notAllowed);
  const { workspace } = session;
  const page = { beforeN, limit: pageItems + 1 };
  const found = await deps.store.listQuarantine(workspace, page);
  const items: QuarantineAnswer['items'] = [];
  for (const edit of found.slice(0, pageItems)) items.push(await present(deps, session, edit));
  return ok({ items, more: found.length > pageItems });
}

async function present(
  { store, admission }: QuarantineDeps,
  { workspace }: Session,
  edit: WaitingEdit,
): Promise<QuarantineAnswer['items'][number]> {
  const { n, docId, uid, person, displayName, isRemoved, code, ref, title, bytes, atMs } = edit;
  const load: Store['loadDocuments'] = (ws, docIds) => store.loadDocuments(ws, docIds);
  const { summary, looseTexts } = await admission.describe({ workspace, docId }, bytes, load);
  return {
    n,
    docId,
    uid,
    person: { id: person, displayName, isRemoved },
    at: atMs,
    code,
    sizeBytes: bytes.length,
    ref,
    title,
    summary: [...summary],
    looseTexts: [...looseTexts],
  };
}

/**
 * Refused `notAllowed`, `notFound`, `alreadyDecided`; `admit` also with what the edit is refused for under the
 * coordinator's own authority: then it goes on waiting.
 */
export async function decideOf(
  deps: QuarantineDeps,
  session: Session,
  item: RefusedItem,
  decision: QuarantineDecision,
): Promise<Result<DecisionAnswer, Refusal>> {
  if (!mayDecide(session)) return err(notAllowed);
  const edit = await deps.store.readQuarantined(session.workspace, item);
  if (edit === undefined) return err(unknownEdit);
  if (edit.isDecided) return err(alreadyDecided);
  if (decision === 'admit') {
    const admitted = await admit(deps, session, edit);
    if (!admitted.ok) return admitted;
  }
  const fate = fates[decision];
  const isDecided = await deps.store.decideQuarantined(session.workspace, item, {
    fate,
    by: session.person.id,
    atMs: deps.nowMs(),
  });
  return isDecided ? ok({ fate }) : err(alreadyDecided);
}

const fates = { admit: 'admitted', return: 'returned', discard: 'discarded' } as const;

/** Through the same door as every edit: in the author's name, with the rights of who admits it. */
async function admit(
  { queue }: QuarantineDeps,
  { workspace, person }: Session,
  edit: QuarantinedEdit,
): Promise<Result<void, Refusal>> {
  const outcomes = await queue.submit(workspace, [
    {
      docId: edit.docId,
      docEpoch: undefined,
      hlc: edit.hlc,
      author: {
        person: edit.person,
        device: edit.device,
        actor: edit.actor,
        authority: person.id,
      },
      parts: [edit.bytes],
      uid: edit.uid,
      source: undefined,
      isOfferedAgain: true,
    },
  ]);
  if (!outcomes.ok) return outcomes;
  const [outcome] = outcomes.value;
  switch (outcome?.type) {
    case 'ok':
    case 'dup':
      return ok(undefined);
    case 'refused':
      return err(refusal(outcome.code, outcome.message));
    default:
      return err(refusal('dependsOnRefused', 'Decide of what it builds on first.'));
  }
}

const mayDecide = ({ person: { roles } }: Session): boolean =>
  may({ roles, editing: 'everyone' }, 'readQuarantine');

const notAllowed = refusal(
  'notAllowed',
  'Coordinators and administrators decide of refused edits.',
);
const unknownEdit = refusal('notFound', 'There is no such refused edit.');
const alreadyDecided = refusal('alreadyDecided', 'Somebody has decided of this edit already.');

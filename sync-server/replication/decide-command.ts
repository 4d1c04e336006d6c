/** Decides on commands: each by itself, between two batches of edits, on the record as it is then committed. */
import { hash } from 'node:crypto';
import type { ClockDep } from '../../shared/deps.ts';
import { withFacts } from '../../shared/document/project.ts';
import { kindOfDocument } from '../../shared/domain/document-kinds.ts';
import type { DocumentId, Uid, WorkspaceId } from '../../shared/domain/ids.ts';
import type { Someone } from '../../shared/domain/improvement.ts';
import type { WorkspaceRow, WorkspaceSettings } from '../../shared/domain/workspace.ts';
import { type ApprovalRule, approvalRuleFor } from '../../shared/process/approval-rules.ts';
import { approvalStandingOf, frozenOf, termsIn } from '../../shared/process/approval.ts';
import {
  type Command,
  type CommandRequest,
  type FrozenCase,
  parseCommand,
} from '../../shared/process/commands.ts';
import { decide, type DecisionContext } from '../../shared/process/decide.ts';
import { type Fact, foldFacts } from '../../shared/process/facts.ts';
import { maySee, type Who } from '../../shared/process/permissions.ts';
import { type Asker, relationTo } from '../../shared/process/relations.ts';
import { isBoundToVersion, versionBasis } from '../../shared/process/version.ts';
import type { Item, ItemResult } from '../../shared/protocol/messages.ts';
import { type Refusal, refusal } from '../../shared/protocol/refusals.ts';
import type { Result } from '../../shared/result.ts';
import { mayReadRecord } from '../auth/readers.ts';
import type { NewFact, RecordForDecision } from '../store/fact-store.ts';
import type { Session } from '../store/people-store.ts';
import type { Store } from '../store/store.ts';
import type { UpdateAuthor } from './admission.ts';
import type { CommitQueue } from './commit-queue.ts';
import { presentRow } from './present-row.ts';

export type CommandDeps = ClockDep & { readonly store: Store; readonly queue: CommitQueue };

/** A command on its way, and whose it is. */
export type SubmittedCommand = {
  readonly docId: DocumentId;
  readonly uid: Uid;
  readonly hlc: string;
  readonly author: UpdateAuthor;
  readonly command: Command;
};

/** What an item asks for, or the refusal of what can't be asked. */
export function commandOf(author: UpdateAuthor, item: Item): SubmittedCommand | ItemResult {
  if (item.body.type !== 'command') throw new Error('The item holds no command.');
  const { uid, command } = item.body;
  const parsed = parseCommand(command);
  if (parsed.type === 'unknown') {
    return refused(refusal('unknownCommand', `This server does not know ${command.type}.`));
  }
  if (parsed.type === 'malformed') {
    return refused(refusal('invalidField', `${parsed.field} is not as it should be.`));
  }
  const docId = item.docId as DocumentId;
  return { docId, uid: uid as Uid, hlc: item.hlc, author, command: parsed };
}

/** Answered after the commit; refused as a whole when the store fails. */
export const decideCommand = (
  deps: CommandDeps,
  session: Session,
  submitted: SubmittedCommand,
): Promise<Result<ItemResult, Refusal>> =>
  deps.queue.runAlone('deciding', async () => {
    const { store } = deps;
    const { workspace } = session;
    const { docId, uid } = submitted;
    if (!isRecord(docId, workspace)) return { value: refused(noRecord) };
    const record = await store.readRecord(workspace, docId, uid);
    if (record.type === 'unknown') return { value: { type: 'gap' } };
    if (record.type === 'gone') {
      const isThis = record.uid === uid;
      return { value: isThis ? { type: 'dup', seq: record.seq } : { type: 'gone' } };
    }
    if (record.committedSeq !== undefined) {
      return { value: { type: 'dup', seq: record.committedSeq } };
    }
    return settle(deps, session, submitted, record);
  });

async function settle(
  { store, nowMs }: CommandDeps,
  session: Session,
  { docId, uid, hlc, author, command }: SubmittedCommand,
  record: There,
) {
  const { workspace } = session;
  const { state, context, frozen, rule } = await readCase(store, session, docId, command, record);
  const said = withWhatItIsFor(saidIn(command), frozen, rule);
  const fact: NewFact = { docId, uid, hlc, said, ...authorship(author), atMs: nowMs() };
  // Unknown and forbidden look the same.
  if (!maySee(context.who, context.relation)) return { value: { type: 'gap' } as const };
  const decision = decide(state, command, context);
  if (!decision.ok) {
    const { code, message } = decision.error;
    await store.noteRefusedCommand(workspace, fact, code);
    return { value: refused(refusal(code, message)) };
  }
  const isPurge = decision.value.type === 'purge';
  const { seq } = isPurge
    ? await store.purge(workspace, fact)
    : await store.commitFact(workspace, fact);
  const committed = {
    workspace,
    headSeq: seq,
    edits: [],
    purged: isPurge ? [docId] : [],
    unshared: said.type === 'unshare' ? [docId] : [],
  };
  return { value: { type: 'ok', seq } as const, committed };
}

type There = Extract<RecordForDecision, { type: 'there' }>;

async function readCase(
  store: Store,
  session: Session,
  docId: DocumentId,
  command: Command,
  record: There,
) {
  const { ref, facts } = record;
  const row = await presentRow(store, session.workspace, docId, record);
  const decisions = foldFacts(facts);
  const current = withFacts(row, { ref, list: facts });
  const { who, ...asker } = await readWho(store, session);
  const standing = { ...current, sharedWith: decisions.sharedWith };
  const relation = relationTo(standing, asker);
  const basis = versionBasis(command.type, current, decisions);
  const isCurrent =
    !isBoundToVersion(command.type) ||
    (command.expectedVersion.factSeq === basis.factSeq &&
      command.expectedVersion.fieldsHash === hash('sha256', basis.declaredText, 'hex'));
  const settings = await readSettings(store, session);
  const frozen = frozenOf(current, decisions, termsIn(settings?.values));
  const rule = approvalRuleFor(settings?.items.approvalRules ?? [], frozen);
  const context: DecisionContext = {
    who,
    relation,
    isCurrent,
    approval: approvalStandingOf(rule, decisions, frozen, asker.isMe),
    ...(command.type === 'markDuplicate' && {
      original: await readOriginal(store, session, docId, command.of as DocumentId),
    }),
  };
  const isChanged = current.changed !== undefined;
  return { state: { stage: current.stage, decisions, isChanged }, context, frozen, rule };
}

/** An approval carries what it is given for, and how many are needed: whoever reads it later needs no rule. */
function withWhatItIsFor(
  said: CommandRequest,
  frozen: FrozenCase,
  { needed }: ApprovalRule,
): CommandRequest {
  if (said.type === 'approve') return { ...said, frozen, needed };
  if (said.type === 'ruleEscalation' && said.ruling === 'approved') return { ...said, frozen };
  return said;
}

/** What the workspace has agreed on, as it is committed. */
async function readSettings(
  store: Store,
  { workspace }: Session,
): Promise<WorkspaceSettings | undefined> {
  const settings = await store.readRecord(workspace, workspace as string as DocumentId, '' as Uid);
  return settings.type === 'there' ? (settings.row as unknown as WorkspaceRow) : undefined;
}

async function readOriginal(
  store: Store,
  session: Session,
  docId: DocumentId,
  of: DocumentId,
): Promise<DecisionContext['original']> {
  if (of === docId) return 'self';
  if (!isRecord(of, session.workspace)) return 'missing';
  if (!(await mayReadRecord(store, session, of))) return 'missing';
  const original = await store.readRecord(session.workspace, of, '' as Uid);
  if (original.type !== 'there') return 'missing';
  return isDuplicate(original.facts) ? 'duplicate' : 'there';
}

const isDuplicate = (facts: readonly Fact[]): boolean =>
  foldFacts(facts).end?.said.type === 'markDuplicate';

/** The person's roles and devices as they are now, not as they were when the session began. */
async function readWho(
  store: Store,
  { workspace, person }: Session,
): Promise<Asker & { readonly who: Who }> {
  const { editing, members } = await store.readMemberships(workspace, [person.id]);
  const member = members.get(person.id);
  const own = new Set<Someone>([person.id, ...(member?.actors ?? [])]);
  return {
    who: { roles: member?.roles ?? [], editing },
    isMe: (someone) => own.has(someone),
    ownedItems: member?.ownedItems ?? [],
    belongsTo: member?.belongsTo ?? [],
  };
}

/** Without what the server alone writes. */
function saidIn({ expectedVersion: _expected, ...said }: Command): CommandRequest {
  if (said.type === 'approve') return { type: said.type, ...reasonIn(said) };
  if (said.type === 'ruleEscalation') {
    return { type: said.type, ruling: said.ruling, reason: said.reason };
  }
  return said;
}

const reasonIn = ({ reason }: { readonly reason?: string | undefined }) =>
  reason === undefined ? {} : { reason };

const isRecord = (docId: DocumentId, workspace: WorkspaceId): boolean =>
  kindOfDocument(docId, workspace) === 'improvement';

const noRecord = refusal('notAllowed', 'Decisions are about records; this is none.');

const authorship = ({ person, device }: UpdateAuthor) => ({ person, device });

const refused = ({ code, message }: Refusal): ItemResult => ({ type: 'refused', code, message });

/**
 * Decisions on an open record: asked for here, taken by the server. A command is foretold by the rules that the
 * server has, put into the outbox, and shown as pending until its fact is here.
 */
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import { project } from '../../shared/document/project.ts';
import type { ImprovementFacts } from '../../shared/document/projection.ts';
import { nextHlc } from '../../shared/domain/hlc.ts';
import { createUuidV7, type DocumentId, type Uid } from '../../shared/domain/ids.ts';
import type { ImprovementRow } from '../../shared/domain/improvement.ts';
import type { CommandRequest } from '../../shared/process/commands.ts';
import { approvalRuleFor } from '../../shared/process/approval-rules.ts';
import {
  type ApprovalStanding,
  approvalStandingOf,
  frozenOf,
  termsIn,
} from '../../shared/process/approval.ts';
import { decide, type DecisionContext } from '../../shared/process/decide.ts';
import { type Decisions, foldFacts } from '../../shared/process/facts.ts';
import type { Relation, Who } from '../../shared/process/permissions.ts';
import { type Asker, relationTo } from '../../shared/process/relations.ts';
import { versionBasis } from '../../shared/process/version.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { HashDep, ReportDep } from '../local/deps.ts';
import type { DocumentLog } from '../local/document-log.ts';
import type { Identity } from '../local/identity.ts';
import type { ReplicaStore } from '../local/replica-store.ts';
import { createWritable } from '../readable.ts';
import type {
  DecideFailure,
  DecisionService,
  PendingDecision,
  RefusedDecision,
} from '../services/improvement.ts';

export type DecisionDeps = ClockDep &
  RandomDep &
  HashDep &
  ReportDep & {
    readonly store: Pick<
      ReplicaStore,
      | 'appendCommand'
      | 'readCommands'
      | 'takeBackCommand'
      | 'settleDrafts'
      | 'readRecords'
      | 'readWorkspace'
      | 'changes'
    >;
    readonly identity: Identity;
    /** Whoever uses this device; undefined = has not joined, and so can decide nothing. */
    readonly who: () => Who | undefined;
    /** The same person, to a record. */
    readonly asker: () => Asker;
  };

export type DecisionDesk = DecisionService & { readonly stop: () => void };

export function openDecisionDesk(
  deps: DecisionDeps,
  log: Pick<DocumentLog, 'id' | 'doc' | 'facts' | 'flush' | 'saving'>,
): DecisionDesk {
  const { store } = deps;
  const { id } = log;
  const pending = createWritable<readonly PendingDecision[]>([]);
  const refused = createWritable<readonly RefusedDecision[]>([]);
  const recordNow = () => project(id, log.doc.get(), log.facts.get(), 0);

  async function read(): Promise<void> {
    try {
      const commands = await store.readCommands(id);
      if (isOther(commands.pending, pending.get())) pending.set(commands.pending);
      if (isOther(commands.refused, refused.get())) refused.set(commands.refused);
    } catch (cause) {
      deps.report('reading decisions', cause);
    }
  }

  const stop = store.changes.subscribe((change) => {
    if (change.type === 'documents' && !change.docIds.includes(id)) return;
    void read();
  });
  void read();

  async function foretell(command: CommandRequest): Promise<Result<void, DecideFailure>> {
    const who = deps.who();
    if (who === undefined) return err('notJoined');
    if (pending.get().length > 0) return err('pending');
    const record = recordNow();
    const decisions = foldFacts(factsIn(log.facts.get()));
    const context: DecisionContext = {
      who,
      relation: relationNow(record, decisions, deps.asker()),
      isCurrent: true,
      approval: await approvalOf(record, decisions),
      original:
        command.type === 'markDuplicate' ? await originalOf(store, id, command.of) : undefined,
    };
    const isChanged = record.changed !== undefined;
    const decision = decide({ stage: record.stage, decisions, isChanged }, command, context);
    return decision.ok ? ok(undefined) : err(decision.error.code);
  }

  async function approvalOf(
    record: ImprovementRow,
    decisions: Decisions,
  ): Promise<ApprovalStanding> {
    const settings = await store.readWorkspace();
    const now = frozenOf(record, decisions, termsIn(settings?.values));
    const rule = approvalRuleFor(settings?.items.approvalRules ?? [], now);
    return approvalStandingOf(rule, decisions, now, deps.asker().isMe);
  }

  return {
    pendingDecisions: pending,
    refusedDecisions: refused,
    stop,
    decide: async (command) => {
      // What was written before it goes out before it: it may be decided upon.
      await log.flush();
      const saving = log.saving.get();
      if (saving !== 'saved' && saving !== 'saving') return err(saving);
      const foretold = await foretell(command);
      if (!foretold.ok) return foretold;
      const basis = versionBasis(command.type, recordNow(), foldFacts(factsIn(log.facts.get())));
      const fieldsHash = await deps.sha256Hex(new TextEncoder().encode(basis.declaredText));
      const { boot, actor } = deps.identity;
      const uid = createUuidV7<Uid>(deps);
      const stored = await store.appendCommand({
        docId: id,
        uid,
        hlc: nextHlc(deps),
        boot,
        actor,
        command: { ...command, expectedVersion: { factSeq: basis.factSeq, fieldsHash } },
      });
      await read();
      if (!stored.ok) return stored;
      return stored.value ? ok(uid) : err('gone');
    },
    takeBackDecision: async (uid) => {
      const taken = await store.takeBackCommand(id, uid);
      await read();
      return taken.ok && taken.value;
    },
    dismissDecision: async (uid) => {
      const { refused: drafts } = await store.readCommands(id);
      const ns = drafts.filter((draft) => draft.uid === uid).map(({ n }) => n);
      await store.settleDrafts(ns, 'discarded');
      await read();
    },
  };
}

const factsIn = ({ list }: ImprovementFacts) => list ?? [];

/** What this device's person is to the record as it stands. */
export const relationNow = (
  record: Pick<ImprovementRow, 'createdBy' | 'owner' | 'stage' | 'affectedItems'>,
  { sharedWith }: Decisions,
  asker: Asker,
): Relation => relationTo({ ...record, sharedWith }, asker);

async function originalOf(
  store: DecisionDeps['store'],
  id: DocumentId,
  of: string,
): Promise<'there' | 'missing' | 'self' | 'duplicate'> {
  if (of === id) return 'self';
  const [row] = await store.readRecords([of as DocumentId]);
  if (row === undefined) return 'missing';
  return row.stage === 'duplicate' ? 'duplicate' : 'there';
}

type Known = { readonly uid: Uid; readonly isSent: boolean };

/** Commands never change: their names say whether the list is another one. */
const isOther = (some: readonly Known[], others: readonly Known[]): boolean =>
  namesOf(some) !== namesOf(others);

const namesOf = (list: readonly Known[]): string =>
  list.map(({ uid, isSent }) => `${uid} ${isSent}`).join();

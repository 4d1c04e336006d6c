/** The core as screens see it, in memory: real documents and projections, no storage and no network. */
import { insightsOf } from '../../shared/process/kpis/insights.ts';
import { kpiRecordOf } from '../../shared/process/kpis/kpi-record.ts';
import * as Y from 'yjs';
import { readComments } from '../../shared/document/read-comments.ts';
import { readField, readSet, readSupporters } from '../../shared/document/read-document.ts';
import type { Author } from '../../shared/document/registers.ts';
import { textOf } from '../../shared/document/schema.ts';
import { project } from '../../shared/document/project.ts';
import {
  type ImprovementChange,
  writeChange,
  writeComment,
} from '../../shared/document/write-change.ts';
import { writeNewImprovement } from '../../shared/document/write-new-improvement.ts';
import {
  type ActorId,
  createUuidV7,
  type DeviceId,
  type DocumentId,
  localNumber,
  type PersonId,
  type Uid,
} from '../../shared/domain/ids.ts';
import { limits, type Someone } from '../../shared/domain/improvement.ts';
import { registerFields, setFields } from '../../shared/domain/record-fields.ts';
import type { Person } from '../../shared/domain/person.ts';
import { type Fact, foldFacts, stageOf } from '../../shared/process/facts.ts';
import { may } from '../../shared/process/permissions.ts';
import { relationTo } from '../../shared/process/relations.ts';
import { stepsFor } from '../../shared/process/stages.ts';
import { err, ok } from '../../shared/result.ts';
import { noSettings } from '../../shared/document/workspace-document.ts';
import { openOwnViews } from '../../web/commands/own-views.ts';
import { itemAdder, itemReader } from '../../web/commands/record-items.ts';
import { answerFromRows } from '../../web/projection/query-match.ts';
import type { RegisterAsk } from '../../web/projection/register-query.ts';
import { createWritable } from '../../web/readable.ts';
import type {
  KeepRefusal,
  Services,
  StorageFailure,
  SyncStatus,
  WhereStored,
} from '../../web/services.ts';
import type {
  DraftDifference,
  DraftGroup,
  Drafts,
  DraftService,
  SettledGroup,
} from '../../web/services/drafts.ts';
import type {
  ImprovementState,
  OpenImprovement,
  PendingDecision,
  RefusedDecision,
} from '../../web/services/improvement.ts';
import type { ListedNotice } from '../../web/services/notices.ts';
import type { Presence } from '../../web/services/open-document.ts';
import type { ListedImprovement } from '../../web/services/register.ts';
import type { SessionState } from '../../web/services/session.ts';
import { below, createRandom } from '../../shared/demo/seeded-random.ts';

export type FakeRecord = {
  readonly id: DocumentId;
  readonly doc: Y.Doc;
  /** Decisions that the server has taken. */
  facts: readonly Fact[];
  ref: string;
  where: WhereStored;
};

export type FakeServices = {
  readonly services: Services;
  readonly records: Map<DocumentId, FakeRecord>;
  /** Adds a record as if it had come from elsewhere; tells every watcher. */
  readonly add: (text: string, options?: Partial<FakeAuthor> & { ref?: string }) => FakeRecord;
  /** Tells every watcher that something changed. */
  readonly changed: () => void;
  readonly status: ReturnType<typeof createWritable<SyncStatus>>;
  readonly session: ReturnType<typeof createWritable<SessionState>>;
  readonly people: ReturnType<typeof createWritable<readonly Person[]>>;
  readonly drafts: ReturnType<typeof createWritable<Drafts>>;
  /** What every draft wanted. */
  difference: DraftDifference;
  readonly others: ReturnType<typeof createWritable<readonly Presence[]>>;
  readonly updateAvailable: ReturnType<typeof createWritable<boolean>>;
  readonly pending: ReturnType<typeof createWritable<readonly PendingDecision[]>>;
  readonly refusedDecisions: ReturnType<typeof createWritable<readonly RefusedDecision[]>>;
  notices: readonly ListedNotice[];
  /** Decisions wait instead of being taken. */
  isOffline: boolean;
  decidingOn: DocumentId | undefined;
  /** The next keep answers this instead of keeping. */
  failNextKeep: KeepRefusal | StorageFailure | undefined;
};

type FakeAuthor = {
  readonly actor: ActorId;
  readonly device: DeviceId;
  readonly nowMs: () => number;
};

export const quietStatus: SyncStatus = {
  state: 'local',
  unsent: 0,
  oldestUnsentAt: undefined,
  lastSyncedAt: undefined,
  progress: undefined,
  drafts: 0,
  stuck: false,
  storagePersistent: undefined,
  storageWasEvicted: false,
};

export function createFakeServices(nowMs: () => number = () => 1_760_000_000_000): FakeServices {
  const random = createRandom(7);
  const randomBytes = (sizeBytes: number) =>
    Uint8Array.from({ length: sizeBytes }, () => below(random, 256));
  const newId = <Id extends string>() => createUuidV7<Id>({ nowMs, randomBytes });
  const me: FakeAuthor = { actor: newId<ActorId>(), device: newId<DeviceId>(), nowMs };
  const records = new Map<DocumentId, FakeRecord>();
  const watchers = new Set<() => void>();
  let typed = '';

  const changed = () => {
    for (const tell of watchers) tell();
  };

  const watch = (tell: () => void): (() => void) => {
    watchers.add(tell);
    tell();
    return () => watchers.delete(tell);
  };

  const toRow = ({ id, doc, ref, facts, where }: FakeRecord): ListedImprovement => ({
    ...project(id, doc, { ref, list: facts }, nowMs()),
    where,
    pending:
      fake.pending.get().length > 0 && id === fake.decidingOn
        ? fake.pending.get()[0]?.command.type
        : undefined,
  });

  const matching = (filterText: string): readonly ListedImprovement[] => {
    const words = filterText.toLowerCase().split(/\s+/u).filter(Boolean);
    return [...records.values()]
      .map(toRow)
      .filter((row) => {
        const text = [row.ref, row.localNumber, row.title, row.text, ...row.tags].join(' ');
        return words.every((word) => text.toLowerCase().includes(word));
      })
      .sort((a, b) => b.createdAt - a.createdAt);
  };

  const answering = (what: string | RegisterAsk) => {
    if (typeof what === 'string') return { rows: matching(what), groups: [] };
    const rows = matching('');
    const unsent = rows.filter(({ where }) => where === 'device').map(({ id }) => id);
    return answerFromRows(rows, what, new Set(unsent));
  };

  const add: FakeServices['add'] = (text, { ref = '', ...author } = {}) => {
    const record: FakeRecord = {
      id: createUuidV7<DocumentId>({ nowMs: author.nowMs ?? nowMs, randomBytes }),
      doc: new Y.Doc(),
      facts: [],
      ref,
      where: ref === '' ? 'device' : 'server',
    };
    writeNewImprovement(record.doc, text, { ...me, ...author });
    records.set(record.id, record);
    changed();
    return record;
  };

  const fake: FakeServices = {
    records,
    add,
    changed,
    status: createWritable(quietStatus),
    session: createWritable<SessionState>({ type: 'local' }),
    people: createWritable<readonly Person[]>([]),
    drafts: createWritable<Drafts>({ waiting: [], settled: [] }),
    difference: { kind: 'improvement', record: 'here', wishes: [], looseTexts: [] },
    others: createWritable<readonly Presence[]>([]),
    updateAvailable: createWritable(false),
    pending: createWritable<readonly PendingDecision[]>([]),
    refusedDecisions: createWritable<readonly RefusedDecision[]>([]),
    notices: [],
    isOffline: false,
    decidingOn: undefined,
    failNextKeep: undefined,
    services: {
      capture: {
        keep: async (text) => {
          const failure = fake.failNextKeep;
          fake.failNextKeep = undefined;
          if (failure !== undefined) return err(failure);
          if (text.trim() === '') return err('blank');
          if (text.length > limits.captureLength) return err('tooLong');
          const { id } = add(text);
          return ok({ id, localNumber: localNumber(id) });
        },
        takeBack: async (id) => {
          if (records.get(id)?.where !== 'device') return false;
          records.delete(id);
          changed();
          return true;
        },
        typed: { read: async () => typed, remember: (text) => (typed = text) },
      },
      insights: async () => ({
        watch: (question, onAnswer) =>
          watch(() => {
            const rows = matching('');
            const records = rows.map(kpiRecordOf).filter((one) => one !== undefined);
            onAnswer({ insights: insightsOf(records, question), named: rows as never });
          }),
      }),
      register: {
        watch: (what, onView) =>
          watch(() => {
            const { rows, groups } = answering(what);
            const window = async (start: number, end: number) => rows.slice(start, end);
            onView({ total: rows.length, groups, rows: window });
          }),
        watchCounts: (asks, onCounts) =>
          watch(() => onCounts(asks.map((ask) => answering(ask).rows.length))),
        watchBy: (authors, limit, onRows) =>
          watch(() => {
            const isTheirs = (row: ListedImprovement) =>
              row.createdBy !== '' && authors.includes(row.createdBy);
            onRows(matching('').filter(isTheirs).slice(0, limit));
          }),
        watchTriage: (limit, onTriage) =>
          watch(() => {
            const rows = matching('').filter(({ triageId }) => triageId !== undefined);
            onTriage({ total: rows.length, rows: rows.slice(0, limit) });
          }),
        watchRow: (id, onRow) =>
          watch(() => {
            const record = records.get(id);
            onRow(record === undefined ? undefined : toRow(record));
          }),
      },
      improvements: {
        open: async (id) => {
          const record = records.get(id);
          return record === undefined ? undefined : openRecord(record, me, fake);
        },
      },
      measures: async () => ({
        rows: createWritable([]),
        isAllowed: () => true,
        begin: async () => err('storageFailed'),
        open: async () => undefined,
      }),
      quarantine: async () => ({
        read: async () => ok({ items: [], more: false }),
        decide: async () => err('notFound'),
      }),
      drafts: async () => fakeDrafts(fake, nowMs),
      changeMany: async () => ({
        plan: async (ids) => ({ changing: ids, unchanged: 0, forbidden: 0 }),
        run: async (ids) => ({ changed: ids.length, failure: undefined, undo: async () => 0 }),
      }),
      notices: async () => ({
        watch: (_limit, onNotices) => watch(() => onNotices(fake.notices)),
        watchUnread: (onCount) =>
          watch(() => onCount(fake.notices.filter(({ isUnread }) => isUnread).length)),
        readOf: async () => undefined,
        setRead: async () => undefined,
        readAll: async () => async () => undefined,
      }),
      ownViews: async () =>
        openOwnViews({
          randomBytes,
          rows: { get: async () => undefined, put: async () => undefined },
        }),
      workspace: async () => ({
        settings: createWritable(noSettings),
        open: async () => undefined,
      }),
      sync: {
        status: { get: () => fake.status.get(), subscribe: (tell) => fake.status.subscribe(tell) },
        syncNow: () => fake.status.set({ ...fake.status.get(), lastSyncedAt: nowMs() }),
        exportUnsent: async () => ({ name: 'gemba-unsent.json', blob: new Blob(['{}']) }),
      },
      session: {
        state: { get: () => fake.session.get(), subscribe: (tell) => fake.session.subscribe(tell) },
        people: { get: () => fake.people.get(), subscribe: (tell) => fake.people.subscribe(tell) },
        me: createWritable<Someone>(me.actor),
        join: async (token, displayName) => {
          if (token === 'spent') return err('invitationInvalid');
          const person: Person = {
            id: newId(),
            displayName: displayName === '' ? 'Ada' : displayName,
            roles: ['admin'],
            actors: [me.actor],
            isRemoved: false,
          };
          fake.people.set([...fake.people.get(), person]);
          fake.session.set({
            type: 'joined',
            person,
            workspaceName: 'St. Mary’s Hospital',
            editing: 'everyone',
            serverUrl: 'https://gemba.example',
          });
          return ok('here');
        },
        invite: async () =>
          ok({
            url: 'https://gemba.example/#join=Zk3vQm8r1TnX5wYc7JpL2a',
            expiresAt: nowMs() + 7 * 86_400_000,
          }),
      },
      signIn: async () => {
        throw new Error('No screen of these tests asks for it.');
      },
      people: async () => {
        throw new Error('No screen of these tests asks for it.');
      },
      history: async () => ({
        read: async () => err('unreachable'),
        lastRead: () => undefined,
        unsent: async () => [],
      }),
      update: {
        available: {
          get: () => fake.updateAvailable.get(),
          subscribe: (tell) => fake.updateAvailable.subscribe(tell),
        },
        apply: async () => fake.updateAvailable.set(false),
      },
    },
  };
  return fake;
}

const fakeBytes = (sizeBytes: number) => crypto.getRandomValues(new Uint8Array(sizeBytes));

function fakeDrafts(fake: FakeServices, nowMs: () => number): DraftService {
  const settle = async (group: DraftGroup, fate: SettledGroup['fate']) => {
    const { waiting, settled } = fake.drafts.get();
    const done = { ...group, fate, settledAt: nowMs(), settledBy: '' } as const;
    const isOther = ({ ns }: DraftGroup) => ns[0] !== group.ns[0];
    fake.drafts.set({ waiting: waiting.filter(isOther), settled: [done, ...settled] });
    return ok(undefined);
  };
  return {
    watch: (onDrafts) => {
      onDrafts(fake.drafts.get());
      return fake.drafts.subscribe(() => onDrafts(fake.drafts.get()));
    },
    compare: async () => fake.difference,
    applyAgain: async (group) => {
      await settle(group, 'appliedAgain');
      return ok(group.docId);
    },
    postComment: (group) => settle(group, 'posted'),
    settle,
    takeUp: async (group) => {
      const { waiting, settled } = fake.drafts.get();
      const isOther = ({ ns }: DraftGroup) => ns[0] !== group.ns[0];
      fake.drafts.set({ waiting: [group, ...waiting], settled: settled.filter(isOther) });
      return ok(undefined);
    },
  };
}

function openRecord(record: FakeRecord, me: Author, fake: FakeServices): OpenImprovement {
  const { doc, id } = record;
  const editorOrigin = {};
  const read = () => readState(record, me.actor, fake);
  const state = createWritable(read());
  const texts = ['description', 'valueForProvider', 'valueForConsumer'] as const;
  const undo = new Y.UndoManager(
    texts.map((field) => textOf(doc, field)),
    { trackedOrigins: new Set([editorOrigin]) },
  );
  const canUndo = createWritable(false);
  const canRedo = createWritable(false);
  const refresh = () => {
    state.set(read());
    canUndo.set(undo.canUndo());
    canRedo.set(undo.canRedo());
    fake.changed();
  };
  doc.on('update', refresh);
  return {
    id,
    state,
    text: (field) => textOf(doc, field),
    editorOrigin,
    change: (change: ImprovementChange) => writeChange(doc, change, me),
    addItem: itemAdder(
      { ...me, randomBytes: fakeBytes },
      () => state.get().items,
      (change) => writeChange(doc, change, me),
    ),
    readJoined: async () => [],
    comment: (text) =>
      writeComment(doc, { id: createUuidV7({ ...me, randomBytes: fakeBytes }), text }, me),
    erasure: { countPlaces: async () => 0, erase: async () => err('unreachable') },
    typedComment: { read: async () => '', remember: () => undefined },
    saving: createWritable<'saved' | 'saving' | StorageFailure>('saved'),
    undo: { canUndo, canRedo, undo: () => void undo.undo(), redo: () => void undo.redo() },
    room: {
      state: createWritable<'off' | 'connecting' | 'live'>('live'),
      others: fake.others,
      setCaret: () => undefined,
    },
    refused: createWritable(undefined),
    pendingDecisions: fake.pending,
    refusedDecisions: fake.refusedDecisions,
    decide: async (said) => {
      const uid = createUuidV7<Uid>({ nowMs: me.nowMs, randomBytes: () => new Uint8Array(16) });
      fake.decidingOn = id;
      if (fake.isOffline) {
        fake.pending.set([{ uid, command: said, madeAt: me.nowMs(), isSent: false }]);
      } else {
        const by = fake.people.get()[0]?.id ?? ('' as PersonId);
        record.facts = [
          ...record.facts,
          { n: record.facts.length + 1, uid, by, at: me.nowMs(), said },
        ];
      }
      refresh();
      return ok(uid);
    },
    takeBackDecision: async (uid) => {
      const isHere = fake.pending.get().some((decision) => decision.uid === uid);
      fake.pending.set([]);
      refresh();
      return isHere;
    },
    dismissDecision: async () => fake.refusedDecisions.set([]),
    close: async () => doc.off('update', refresh),
  };
}

function readState({ doc, facts }: FakeRecord, me: ActorId, fake: FakeServices): ImprovementState {
  const session = fake.session.get();
  const roles = session.type === 'joined' ? session.person.roles : [];
  const decisions = foldFacts(facts);
  const stage = stageOf(readField(doc, 'stage').value, decisions);
  const relation = relationTo(
    { createdBy: me, owner: '', stage },
    { isMe: (someone) => someone === me },
  );
  const who = { roles, editing: 'everyone' } as const;
  const supporters = readSupporters(doc);
  return {
    stage,
    decisions,
    facts,
    steps: stepsFor(stage, who, relation),
    mayPurge: may(who, 'purge'),
    isAllowed: (verb) => may(who, verb),
    createdAt: 0,
    createdBy: me,
    fields: Object.fromEntries(
      registerFields.map((field) => [field, readField(doc, field)]),
    ) as ImprovementState['fields'],
    sets: Object.fromEntries(
      setFields.map((field) => [field, readSet(doc, field)]),
    ) as ImprovementState['sets'],
    items: itemReader(doc),
    scores: [],
    pulses: [],
    comments: readComments(doc),
    supporters,
    supportedByMe: supporters.includes(me),
  };
}

/** What a person is told of: what others did to what concerns them. Read off a record as it was known and as it is now. */
import type { CommentId, DocumentId, PersonId } from '../domain/ids.ts';
import type { ImprovementRow, RegisterField, Someone } from '../domain/improvement.ts';
import type { CommandRequest } from './commands.ts';
import { type ToldDecision, toldDecisions } from '../domain/told-decisions.ts';
import { type Fact, foldFacts } from './facts.ts';
import { may, type Who } from './permissions.ts';
import { isPulseAsked } from './pulse-asked.ts';
import { relationTo } from './relations.ts';

export type NoticeKind =
  | ToldDecision
  /** Somebody has to be answered before it goes on. */
  | 'question'
  | 'reply'
  | 'mention'
  /** Somebody said thanks to this person. */
  | 'thanks'
  /** How satisfied are they with what came of it? */
  | 'pulse'
  /** A measure is to be taken: reading-due.ts. */
  | 'readingDue'
  | 'owner'
  | 'share'
  /** The board's decision is asked of this person. */
  | 'ruling'
  | 'conflict';

export type Notice = {
  /** Of what happened: told once, however often it is read. */
  readonly id: string;
  readonly docId: DocumentId;
  readonly kind: NoticeKind;
  /** '' = not one person. */
  readonly by: Someone | '';
  /** Unix ms, by the clock of whoever did it. */
  readonly happenedAt: number;
  /** The reason, or how the comment begins. */
  readonly text: string;
  /** A ruling or a verdict. */
  readonly outcome?: string;
  /** Who is named in the text. */
  readonly mentions?: readonly PersonId[];
  /** Where in the record it is. */
  readonly comment?: CommentId;
  readonly field?: RegisterField;
};

/** The record as its person last heard of it; no row = it was not here. */
export type KnownBefore = {
  readonly row: ImprovementRow | undefined;
  /** Decisions. */
  readonly facts: number;
};

export type NoticeReader = {
  /** Of any of the person's devices, and of the person. */
  readonly isMe: (someone: Someone) => boolean;
  readonly who: Who;
  /** Unix ms of the last complete sync; undefined = never: what lies behind is told only where it is open. */
  readonly lastSyncedAt: number | undefined;
};

/** Of a record that was not here before, what is older than this was nobody's news any more. */
const lateMs = 7 * 24 * 60 * 60 * 1000;

/** `duplicates`: of the record, as rows; who had or watches one of them hears what becomes of their original. */
export function readNotices(
  before: KnownBefore,
  now: ImprovementRow,
  facts: readonly Fact[],
  reader: NoticeReader,
  duplicates: readonly ImprovementRow[] = [],
): readonly Notice[] {
  const { isMe, lastSyncedAt } = reader;
  const concern = joined(concernOf(now, isMe), duplicates, isMe);
  const context = { before, now, facts, reader, concern };
  if (lastSyncedAt === undefined) return [...open(context)];
  return [
    ...decided(context),
    ...said(context),
    ...assigned(context),
    ...conflicting(context),
    ...pulse(context),
  ];
}

type Context = {
  readonly before: KnownBefore;
  readonly now: ImprovementRow;
  readonly facts: readonly Fact[];
  readonly reader: NoticeReader;
  readonly concern: Concern;
};

type Concern = {
  readonly isAuthor: boolean;
  readonly isOwner: boolean;
  readonly isWatcher: boolean;
  /** Author, owner or watcher, or author or watcher of a duplicate. */
  readonly isClose: boolean;
  /** Close, or has said something. */
  readonly takesPart: boolean;
};

function concernOf(row: ImprovementRow, isMe: NoticeReader['isMe']): Concern {
  const { isAuthor, isOwner } = relationTo(row, { isMe });
  const isWatcher = (row.watchers ?? []).some((watcher) => isMe(watcher as Someone));
  const isClose = isAuthor || isOwner || isWatcher;
  const hasSpoken = [...(row.replies ?? []), ...(row.latest ?? [])].some(({ by }) => isMe(by));
  return { isAuthor, isOwner, isWatcher, isClose, takesPart: isClose || hasSpoken };
}

function joined(
  own: Concern,
  duplicates: readonly ImprovementRow[],
  isMe: NoticeReader['isMe'],
): Concern {
  const isClose =
    own.isClose ||
    duplicates.some((row) => {
      const { isAuthor, isWatcher } = concernOf(row, isMe);
      return isAuthor || isWatcher;
    });
  return { ...own, isClose, takesPart: own.takesPart || isClose };
}

/** True of what may be news although nothing of it was known before. */
const isRecent = (at: number, { lastSyncedAt = 0 }: NoticeReader): boolean =>
  at > lastSyncedAt - lateMs;

function decided({ before, now, facts, reader, concern }: Context): readonly Notice[] {
  const fresh = facts.filter(
    ({ n, at, by }) =>
      n > before.facts && !reader.isMe(by) && (before.row !== undefined || isRecent(at, reader)),
  );
  return fresh.flatMap((fact) => {
    const { said: command } = fact;
    if (command.type === 'escalate' && mayRule(now, facts, reader)) {
      return [noticeOf(now, fact, 'ruling')];
    }
    if (command.type === 'share' && reader.isMe(command.person as Someone)) {
      return [noticeOf(now, fact, 'share')];
    }
    const kind = toldDecisions.find((type) => type === command.type);
    return concern.isClose && kind !== undefined ? [noticeOf(now, fact, kind)] : [];
  });
}

function noticeOf(
  row: ImprovementRow,
  { uid, by, at, said: command }: Fact,
  kind: NoticeKind,
): Notice {
  const outcome = outcomeOf(command);
  return {
    id: `decision:${uid}`,
    docId: row.id,
    kind,
    by,
    happenedAt: at,
    text: 'reason' in command ? (command.reason ?? '') : '',
    ...(outcome !== undefined && { outcome }),
  };
}

/** What a ruling or a verdict came to. */
export const outcomeOf = (command: CommandRequest): string | undefined =>
  command.type === 'ruleEscalation'
    ? command.ruling
    : command.type === 'confirmVerdict'
      ? command.verdict
      : undefined;

const mayRule = (row: ImprovementRow, facts: readonly Fact[], { isMe, who }: NoticeReader) =>
  row.isEscalated === true &&
  may(
    who,
    'ruleEscalation',
    relationTo({ ...row, sharedWith: foldFacts(facts).sharedWith }, { isMe }),
  );

type LatestComment = NonNullable<ImprovementRow['latest']>[number];

function said({ before, now, reader, concern }: Context): readonly Notice[] {
  const { isMe } = reader;
  const known = new Set(before.row?.latest?.map(({ id }) => id));
  const isCommentKnown = knowsComments(before.row);
  const others = (now.latest ?? []).filter(({ by }) => !isMe(by));
  const fresh = others.filter(
    ({ id, at }) => !known.has(id) && (isCommentKnown || isRecent(at, reader)),
  );
  const asked = isAsked(now, concern) && before.row?.isWaiting !== true ? others.at(-1) : undefined;
  const telling = asked === undefined || fresh.includes(asked) ? fresh : [...fresh, asked];
  return telling.flatMap((comment) => {
    if (comment === asked) return [commentNotice(now, comment, 'question')];
    if (isMentioned(comment, reader)) {
      return [commentNotice(now, comment, comment.thanks === true ? 'thanks' : 'mention')];
    }
    return concern.takesPart ? [commentNotice(now, comment, 'reply')] : [];
  });
}

/**
 * Whether the row tells all comments that there were: also where it tells none, because nobody had said anything.
 * A row of an earlier version tells who has replied, and not what.
 */
const knowsComments = (row: ImprovementRow | undefined): boolean =>
  row !== undefined && (row.latest !== undefined || row.replies === undefined);

const isAsked = ({ isWaiting }: ImprovementRow, { isAuthor }: Concern): boolean =>
  isAuthor && isWaiting === true;

const isMentioned = ({ mentions = [] }: LatestComment, { isMe }: NoticeReader): boolean =>
  mentions.some((person) => isMe(person));

const commentNotice = (
  { id: docId }: ImprovementRow,
  { id, by, at, text, mentions }: LatestComment,
  kind: NoticeKind,
): Notice => ({
  id: `comment:${id}`,
  docId,
  kind,
  by,
  happenedAt: at,
  text,
  ...(mentions !== undefined && { mentions }),
  comment: id,
});

function assigned({ before, now, reader, concern }: Context): readonly Notice[] {
  const { ownerSet, id: docId } = now;
  if (!concern.isOwner || ownerSet === undefined || reader.isMe(ownerSet.by)) return [];
  const wasOwner =
    before.row !== undefined && before.row.owner !== '' && reader.isMe(before.row.owner);
  if (wasOwner || (before.row === undefined && !isRecent(ownerSet.at, reader))) return [];
  const { by, at } = ownerSet;
  return [
    {
      id: `owner:${docId}:${at}`,
      docId,
      kind: 'owner',
      by,
      happenedAt: at,
      text: '',
      field: 'owner',
    },
  ];
}

function conflicting({ before, now, reader, concern }: Context): readonly Notice[] {
  const { conflictsBy = [], updatedAt, id: docId } = now;
  // One's own devices may disagree: that stands in the record, and is nobody's doing but one's own.
  if (!concern.isOwner || conflictsBy.every(reader.isMe)) return [];
  return now.conflicts
    .filter((field) => before.row?.conflicts.includes(field) !== true)
    .map((field) => ({
      id: `conflict:${docId}:${field}`,
      docId,
      kind: 'conflict',
      by: '',
      happenedAt: updatedAt,
      text: '',
      field,
    }));
}

/** The requester and the stakeholders, once a record is reviewed or closed; whoever has answered is not asked. */
function pulse({ before, now, reader }: Context): readonly Notice[] {
  if (!isPulseAsked(now, reader.isMe)) return [];
  const { id: docId, stageSince: at = now.createdAt } = now;
  const isNews =
    before.row === undefined
      ? isRecent(at, reader)
      : !isPulseAsked({ ...before.row, pulsedBy: [] }, reader.isMe);
  return isNews
    ? [{ id: `pulse:${docId}:${at}`, docId, kind: 'pulse', by: '', happenedAt: at, text: '' }]
    : [];
}

/** At a first sync: what waits for this person, whenever it began to. */
function open(context: Context): readonly Notice[] {
  const { now, facts, reader, concern } = context;
  const asking = (now.latest ?? []).findLast(({ by }) => !reader.isMe(by));
  const escalation = foldFacts(facts).escalation;
  return [
    ...(isAsked(now, concern) && asking !== undefined
      ? [commentNotice(now, asking, 'question')]
      : []),
    ...(escalation !== undefined && !reader.isMe(escalation.by) && mayRule(now, facts, reader)
      ? [noticeOf(now, escalation, 'ruling')]
      : []),
    ...conflicting(context),
  ];
}

/** An improvement as people speak of it, and as lists show it. */
import type { CasePart } from './case-parts.ts';
import type { ActorId, CommentId, DocumentId, PersonId } from './ids.ts';
import type { registerFields, setFields, textFields } from './record-fields.ts';
import type { DeliveryRoute, Routine, Source } from './record-values.ts';
import type { Verdict } from './verdicts.ts';
import type { ReviewDay, RowLesson } from './row-outcome.ts';
import type { ToldDecision } from './told-decisions.ts';

export const stages = [
  'idea',
  'assessing',
  'approved',
  'planned',
  'inProgress',
  'reviewing',
  'closed',
  'onHold',
  'declined',
  'duplicate',
  'withdrawn',
] as const;
export type Stage = (typeof stages)[number];

/** Those that people set; the others follow from decisions, and no edit can forge them. */
export const workStages = ['idea', 'assessing', 'planned', 'inProgress', 'reviewing'] as const;
export type WorkStage = (typeof workStages)[number];

export const levels = ['high', 'medium', 'low'] as const;
export type Level = (typeof levels)[number];

export type RegisterField = (typeof registerFields)[number];

/**
 * `private`: for its author, its owner, coordinators and administrators, until it is submitted. `team`: for the
 * members of one team besides.
 */
export const visibilities = ['workspace', 'team', 'private'] as const;
export type Visibility = (typeof visibilities)[number];

export type TextField = (typeof textFields)[number];

export type SetField = (typeof setFields)[number];

/** Whoever acts in a document: an actor before joining, a person once the server has bound the actor. */
export type Someone = ActorId | PersonId;

export type FieldValue = {
  readonly title: string;
  readonly urgency: Level | '';
  readonly cost: Level | '';
  /** '' = nobody yet. */
  readonly owner: Someone | '';
  /** As people have set it; where the record stands follows from it and from what was decided. */
  readonly stage: WorkStage;
  readonly visibility: Visibility;
  /** The team that sees it, where it is for a team: an entry of the workspace's catalogue, or ''. */
  readonly visibleTeam: string;
  readonly value: Level | '';
  readonly effort: Level | '';
  /** In people's own words: "six weeks". */
  readonly timescale: string;
  /** A day as in day.ts, or ''. */
  readonly dueOn: string;
  readonly route: DeliveryRoute | '';
  readonly source: Source | '';
  /** An outside person or organisation that it came from. */
  readonly requesterName: string;
  readonly sponsor: Someone | '';
  readonly team: string;
  readonly site: string;
  readonly supplier: string;
  /** Asked back and not answered since: see answers.ts. */
  readonly waitingForRequester: 'yes' | '';
  /** It changes how the service is used. */
  readonly changesUse: 'yes' | '';
  readonly affectsConsumers: 'yes' | '';
  /** ISO 4217, of every amount of the record. */
  readonly currency: string;
  /** An amount as digits, `1200.50`; '' = not said. */
  readonly fundingAsked: string;
  /** In people's own words: "a nurse for two weeks". */
  readonly peopleAsked: string;
  readonly budgetHolder: Someone | '';
  readonly fundingGranted: string;
  readonly fundedOn: string;
  readonly fundingSource: string;
  /** Why the work can't go on; '' = it can. */
  readonly blocked: string;
  /** Which one is shown; what was written in the other stays. */
  readonly routine: Routine | '';
  /** By when the target condition is to be reached: a day as in day.ts, or ''. */
  readonly kataAchieveBy: string;
};

export const limits = {
  /** The first line of a capture becomes the title, up to this many characters. */
  titleLength: 120,
  /** A capture longer than this belongs in an attachment; kept below the size of one update. */
  captureLength: 50_000,
  /** One text; far above what people write, so that two edits made apart never push each other over it. */
  textLength: 200_000,
  /** One tag or affected item. */
  entryLength: 60,
  /** A team, a site, a supplier, a name from outside. */
  nameLength: 80,
  /** Entries of one set. */
  entries: 100,
  /** One comment; what is longer becomes several. */
  commentLength: 4_000,
  /** People named in one comment. */
  mentions: 20,
} as const;

/** The projection of one improvement: what lists, filters and search need without opening the document. */
export type ImprovementRow = {
  readonly id: DocumentId;
  readonly type: 'improvement';
  /** `CI-7` once the server has given it, else ''. */
  readonly ref: string;
  /** `~7K3FQ2`; stays searchable after the reference is known. */
  readonly localNumber: string;
  readonly title: string;
  readonly stage: Stage;
  /** The stage register, whatever was decided; absent in rows from before there were decisions. */
  readonly workStage?: WorkStage;
  /** Unix ms: when people set that register; left out where it was never set. */
  readonly workStageAt?: number;
  /** Unix ms: since when it stands in its stage; left out where that is since it was kept. */
  readonly stageSince?: number;
  /** When work first reached each stage (Unix ms), as far as people moved it there. */
  readonly reachedAt?: { readonly [S in WorkStage]?: number };
  /** Its way since it was an idea, two numbers a step, as `stage-history.ts` packs it; left out for one that is an idea still. */
  readonly stageDays?: readonly number[];
  /** Waits for the board's ruling. */
  readonly isEscalated?: boolean;
  /** Its author was told that it has been read. */
  readonly isAcknowledged?: boolean;
  /** The record of which this is a duplicate; absent, and '' in old rows = it is none. */
  readonly duplicateOf?: DocumentId | '';
  readonly owner: Someone | '';
  readonly urgency: Level | '';
  readonly cost: Level | '';
  readonly tags: readonly string[];
  readonly affectedItems: readonly string[];
  readonly supporters: number;
  /** Who they are; left out where there are none. */
  readonly supportedBy?: readonly Someone[];
  /** These are left out where they are not set. */
  readonly value?: Level;
  readonly effort?: Level;
  readonly source?: Source;
  readonly route?: DeliveryRoute;
  /** The likely cost over the usual horizon of a business case. */
  readonly costAmount?: number;
  /** So much of it comes back every month; left out where nothing does. */
  readonly monthlyCost?: number;
  /** The likely benefit over the same horizon. */
  readonly benefitAmount?: number;
  readonly currency?: string;
  readonly fundingAsked?: string;
  readonly fundingGranted?: string;
  /** Objectives that it contributes to. */
  readonly objectives?: readonly string[];
  readonly dueOn?: string;
  readonly team?: string;
  readonly supplier?: string;
  readonly watchers?: readonly string[];
  readonly links?: readonly string[];
  /** Asked back, and nobody else has said anything since. */
  readonly isWaiting?: true;
  /** Left out where there are none. `nextDueOn`: of those not done. */
  readonly tasks?: {
    readonly open: number;
    readonly done: number;
    readonly blocked: number;
    readonly nextDueOn?: string;
  };
  /** Those of the open tasks that are somebody's, at most {@link openTasksKept}; left out where there are none. */
  readonly openTasks?: readonly OpenTask[];
  /** By criterion: what each assessor gave, in no order. */
  readonly scores?: { readonly [criterion: string]: readonly number[] };
  /** Who has scored it, on one criterion at least. */
  readonly assessors?: readonly Someone[];
  readonly isBlocked?: true;
  /** Of those that are over: in which a stakeholder saw value, and in which none did. */
  readonly iterations?: { readonly confirmed: number; readonly unconfirmed: number };
  /** Of its criteria of success. */
  readonly criteria?: { readonly met: number; readonly all: number };
  /** What came true of its risks, by impact: 3 for high to 1 for low. */
  readonly realisedRisks?: number;
  /** When each person but its author first said something (Unix ms): at most {@link repliesKept}. */
  readonly replies?: readonly { readonly by: Someone; readonly at: number }[];
  /** Parts of the case that were changed since it was approved, so that it has to be approved again. */
  readonly changed?: readonly CasePart[];
  /** Those who have approved it where others still have to. */
  readonly approvedBy?: readonly PersonId[];
  /** The newest comments, oldest first, at most {@link latestKept}; left out where there are none. */
  readonly latest?: readonly {
    readonly id: CommentId;
    readonly by: Someone;
    /** Unix ms. */
    readonly at: number;
    /** How it begins. */
    readonly text: string;
    readonly mentions?: readonly PersonId[];
    readonly thanks?: true;
  }[];
  /** Left out where it follows none. */
  readonly routine?: Routine;
  /** Measures that tell whether it came; left out where there are none. */
  readonly measured?: readonly string[];
  /** What was learned; left out where nothing was. `kept`: the latest, at most `lessonsKept`. */
  readonly lessons?: { readonly count: number; readonly kept: readonly RowLesson[] };
  /** How satisfied each was who said so, 1 to 5, ascending; left out where nobody did. */
  readonly pulses?: readonly number[];
  /** Who said so. */
  readonly pulsedBy?: readonly Someone[];
  readonly stakeholders?: readonly string[];
  /** Days on which something of it is to be looked at and has not been: the earliest, at most `reviewDaysKept`. */
  readonly reviewDays?: readonly ReviewDay[];
  /** On hold until it is looked at on this day. */
  readonly heldUntil?: string;
  /** How often somebody said thanks for it. */
  readonly thanks?: number;
  /** Who gave it its owner, and when (Unix ms). */
  readonly ownerSet?: { readonly by: Someone; readonly at: number };
  /** Who set the values that stand against each other; left out where none do. */
  readonly conflictsBy?: readonly Someone[];
  /** Unix ms: the first decision that answers whoever had the idea. */
  readonly decidedAt?: number;
  /** The last decision that its author should hear of. */
  readonly lastDecision?: {
    readonly type: ToldDecision;
    readonly by: PersonId;
    readonly at: number;
    readonly reason?: string;
    /** A ruling or a verdict. */
    readonly outcome?: string;
  };
  /** It is closed with this verdict. */
  readonly verdict?: Verdict;
  /** What came of it, as whoever closed it said: money in the record's currency. */
  readonly actualCost?: number;
  readonly actualBenefit?: number;
  /** What came unexpected and bad, 3 for much to 1 for little, all together. */
  readonly setbacks?: number;
  /** The day on which the target that was frozen last is due. */
  readonly targetDueOn?: string;
  /** Its originator asks to look at it again. */
  readonly asksReopen?: true;
  /** How long the last question waited for its author (ms); left out where none was answered. */
  readonly waitedMs?: number;
  /** Its id, while somebody has to say what becomes of the idea. */
  readonly triageId?: DocumentId;
  /** Left out for what the whole workspace sees. */
  readonly visibility?: Exclude<Visibility, 'workspace'>;
  /** Left out where it is not for a team. */
  readonly visibleTeam?: string;
  /** Description and value statement for search and preview, at most {@link searchTextLength} characters. */
  readonly text: string;
  readonly createdBy: ActorId | '';
  /** Milliseconds since the Unix epoch, by the capturing device's clock. */
  readonly createdAt: number;
  /** Milliseconds since the Unix epoch: the latest stamped edit, or the time the projection was given. */
  readonly updatedAt: number;
  /** Fields with more than one value set while apart. */
  readonly conflicts: readonly RegisterField[];
};

export type OpenTask = {
  /** Of the entry in the record's list. */
  readonly id: string;
  readonly title: string;
  readonly owner: Someone;
  readonly dueOn?: string;
  readonly isBlocked?: true;
};

/** More open tasks of one record are looked up in the record. */
export const openTasksKept = 20;

/** Of this many people a row knows when they first replied. */
export const repliesKept = 20;
/** Of this many comments a row knows how they begin. */
export const latestKept = 5;
/** So much of a comment, in UTF-16 units. */
export const latestTextLength = 140;

export const searchTextLength = 4_000;

/** What is or is not so of a record, as lists filter by it: a word in the address, a bit in the columns. */
import type { ImprovementRow, Stage } from '../../shared/domain/improvement.ts';
import { isQuickWin } from '../../shared/process/rank.ts';

/** Approved and not closed. */
const underWay: ReadonlySet<Stage> = new Set(['approved', 'planned', 'inProgress', 'reviewing']);

/** Of the row alone: what depends on the day or on who asks is no mark. */
const tests = {
  conflicts: ({ conflicts }) => conflicts.length > 0,
  escalated: ({ isEscalated }) => isEscalated === true,
  acknowledged: ({ isAcknowledged }) => isAcknowledged === true,
  waiting: ({ isWaiting }) => isWaiting === true,
  blocked: ({ isBlocked, tasks }) => isBlocked === true || (tasks?.blocked ?? 0) > 0,
  quickWin: isQuickWin,
  changed: ({ changed }) => changed !== undefined,
  unfunded: ({ stage, fundingAsked, fundingGranted }) =>
    underWay.has(stage) && fundingAsked !== undefined && fundingGranted === undefined,
  /** Whoever had the idea has not heard anything from anybody. */
  unanswered: ({ decidedAt, replies }) => decidedAt === undefined && replies === undefined,
  asksReopen: ({ asksReopen }) => asksReopen === true,
  lessons: ({ lessons }) => lessons !== undefined,
  withoutLesson: ({ stage, lessons }) => stage === 'closed' && lessons === undefined,
  kata: ({ routine }) => routine === 'kata',
  ooda: ({ routine }) => routine === 'ooda',
  measured: ({ measured }) => measured !== undefined,
  success: ({ verdict }) => verdict === 'achieved' || verdict === 'partlyAchieved',
  review: ({ stage, reviewDays, heldUntil, dueOn }) =>
    stage === 'reviewing' ||
    reviewDays !== undefined ||
    heldUntil !== undefined ||
    (dueOn !== undefined && underWay.has(stage)),
} as const satisfies Readonly<Record<string, (row: ImprovementRow) => boolean>>;

export type Mark = keyof typeof tests;

export const marks = Object.keys(tests) as readonly Mark[];

/** Those that people filter by; the others serve filters of other names. */
export const filterMarks = [
  'conflicts',
  'escalated',
  'waiting',
  'blocked',
  'quickWin',
  'changed',
  'unfunded',
  'unanswered',
  'lessons',
  'withoutLesson',
  'kata',
  'ooda',
  'measured',
  'success',
  'review',
] as const satisfies readonly Mark[];
export type FilterMark = (typeof filterMarks)[number];

export const hasMark = (row: ImprovementRow, mark: Mark): boolean => tests[mark](row);

/** A bit for each mark that the row has. */
export const markBits = (row: ImprovementRow): number =>
  bitsOf(marks.filter((mark) => tests[mark](row)));

export const bitsOf = (some: readonly Mark[]): number =>
  some.reduce((bits, mark) => bits | (1 << marks.indexOf(mark)), 0);

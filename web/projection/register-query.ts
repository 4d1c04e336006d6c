/** What a person asks of the register: which records, in which order, under which headings. */
import type { ScoringModel } from '../../shared/process/scoring-model.ts';
import type { KpiContext } from '../../shared/process/kpis/slice.ts';
import type { FilterMark } from './record-marks.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { type Level, levels, type Stage, stages } from '../../shared/domain/improvement.ts';

export const sortKeys = [
  'newest',
  'updated',
  'title',
  'urgency',
  'stage',
  'votes',
  'age',
  'rank',
] as const;
export type SortKey = (typeof sortKeys)[number];
export type Direction = 'asc' | 'desc';

export const groupings = ['stage', 'owner', 'urgency', 'affectedItem'] as const;
export type Grouping = (typeof groupings)[number];

/** `work`: it depends on a record that is not finished. */
export const waitings = ['triage', 'decision', 'work'] as const;
export type Waiting = (typeof waitings)[number];

/** `contested`: assessors are far apart; `mine`: of those being assessed, not scored by whoever asks. */
export const assessmentStates = ['contested', 'mine', 'unscored'] as const;
export type AssessmentState = (typeof assessmentStates)[number];

/** Whole days counted back from now: `within` the last so many, or `before` them. */
export type DayRange = { readonly type: 'within' | 'before'; readonly days: number };

export const noObjective = 'none';

/** Within one filter any of the values, between filters all of them. Empty = not filtered by it. */
export type RegisterQuery = {
  readonly text: string;
  readonly stages: readonly Stage[];
  /** A person's id, or one of the words; 'anyone' = has an owner. */
  readonly owner: '' | 'me' | 'anyone' | 'nobody' | (string & {});
  readonly urgency: readonly LevelOrNone[];
  readonly cost: readonly LevelOrNone[];
  readonly tags: readonly string[];
  readonly affectedItems: readonly string[];
  /** Ids, or the word for records that serve none. */
  readonly objectives: readonly (typeof noObjective | (string & {}))[];
  /** `device`: something of it has not left this device. */
  readonly where: '' | 'device';
  /** All of them. */
  readonly marks: readonly FilterMark[];
  readonly waitsFor: '' | Waiting;
  /** `mine`: whoever asks has an open task in it. */
  readonly tasks: '' | 'mine';
  readonly assessment: '' | AssessmentState;
  /** A record that it points to by a link, or of which it is a duplicate. */
  readonly linkedTo: '' | DocumentId;
  /** The records behind a figure of the insights, as `insights-address.ts` spells it. */
  readonly figure: string;
  readonly updated: DayRange | undefined;
  readonly created: DayRange | undefined;
  readonly sort: SortKey;
  readonly direction: Direction;
  readonly group: '' | Grouping;
};

export const levelsOrNone = [...levels, 'none'] as const;
export type LevelOrNone = Level | 'none';

/** The direction that a person expects of a fresh sort. */
export const usualDirection: { readonly [K in SortKey]: Direction } = {
  newest: 'desc',
  updated: 'desc',
  title: 'asc',
  urgency: 'desc',
  stage: 'asc',
  votes: 'desc',
  age: 'desc',
  rank: 'desc',
};

/** Everything, newest first. */
export const everything: RegisterQuery = {
  text: '',
  stages: [],
  owner: '',
  urgency: [],
  cost: [],
  tags: [],
  affectedItems: [],
  objectives: [],
  where: '',
  marks: [],
  waitsFor: '',
  tasks: '',
  assessment: '',
  linkedTo: '',
  figure: '',
  updated: undefined,
  created: undefined,
  sort: 'newest',
  direction: 'desc',
  group: '',
};

/** Stages in which something may still come of it. */
export const unfinishedStages: readonly Stage[] = stages.filter(
  (stage) => !['closed', 'declined', 'duplicate', 'withdrawn'].includes(stage),
);

/** A query with what the page knows and rows do not say. */
export type RegisterAsk = {
  readonly query: RegisterQuery;
  /** Unix ms. */
  readonly nowMs: number;
  /** Every id that the owner asked for goes by; undefined where no person is asked for. */
  readonly ownerIds: readonly string[] | undefined;
  /** The ids that each person goes by, in the order in which groups of owners are shown. */
  readonly people: readonly (readonly string[])[];
  /** Every id that whoever asks goes by. */
  readonly myIds: readonly string[];
  /** What figures need; left out where none is asked for. */
  readonly kpis?: Omit<KpiContext, 'countsRefused'>;
  /** By which records are ranked. */
  readonly model: ScoringModel;
  /** BCP 47, for the order of titles. */
  readonly language: string;
};

/** Records that stand under one heading, one after the other. */
export type RowGroup = { readonly key: string; readonly count: number };

/** Filters of a query that can be taken off one by one. */
export const filterNames = [
  'text',
  'stages',
  'owner',
  'urgency',
  'cost',
  'tags',
  'affectedItems',
  'objectives',
  'where',
  'marks',
  'waitsFor',
  'tasks',
  'assessment',
  'linkedTo',
  'figure',
  'updated',
  'created',
] as const satisfies readonly (keyof RegisterQuery)[];
export type FilterName = (typeof filterNames)[number];

export const withoutFilter = (query: RegisterQuery, name: FilterName): RegisterQuery => ({
  ...query,
  [name]: everything[name],
});

/** The filters that leave something out. */
export const activeFilters = (query: RegisterQuery): readonly FilterName[] =>
  filterNames.filter((name) => {
    const value = query[name];
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
  });

/** The same order and headings without any filter. */
export const unfiltered = (query: RegisterQuery): RegisterQuery => ({
  ...everything,
  sort: query.sort,
  direction: query.direction,
  group: query.group,
});

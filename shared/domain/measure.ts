/**
 * What is measured to see whether an improvement came: a name, a unit, which way is better, how it is taken, and
 * its readings. A measure belongs to the workspace, stands in a document of its own and serves several records.
 */
import type { FieldKind } from './collections.ts';
import type { ActorId, DocumentId } from './ids.ts';

export type Direction = 'higher' | 'lower';

/** Named sets of rules by which a chart tells a signal from noise. */
export const rulesets = ['wheeler', 'nhs', 'nelson'] as const;
export type Ruleset = (typeof rulesets)[number];

/** Of what the limits of a chart are made: the mean of its moving ranges, or their median. */
export const limitsForms = ['mean', 'median'] as const;
export type LimitsForm = (typeof limitsForms)[number];

const periods = ['day', 'week', 'month'] as const;
export type Period = (typeof periods)[number];

/** So far a value may be from nought. */
export const valueAtMost = 1e12;
const value = { type: 'number', from: -valueAtMost, to: valueAtMost } as const;
const day = { type: 'day' } as const;
const oneOf = <const V extends readonly string[]>(values: V) =>
  ({ type: 'oneOf', values }) as const;

/** Of which one value is right at a time. Everywhere '' stands for "not set". */
export const measureFields = {
  name: { type: 'text', atMost: 120 },
  unit: { type: 'text', atMost: 40 },
  /** Which way is better; '' = higher. */
  better: oneOf(['higher', 'lower']),
  /** '' = quantitative. Of a qualitative one, readings are entries of its scale. */
  kind: oneOf(['quantitative', 'qualitative']),
  /** How it is taken. */
  method: { type: 'text', atMost: 2_000 },
  /** It is taken every so many days, weeks or months; '' = whenever somebody likes. */
  every: { type: 'number', from: 1, to: 366 },
  period: oneOf(periods),
  takenBy: { type: 'someone' },
  /** '' = wheeler. */
  ruleset: oneOf(rulesets),
  /** '' = mean. */
  limitsForm: oneOf(limitsForms),
  /** Days between which readings make the limits, both included; never moved by itself. */
  baselineFrom: day,
  baselineTo: day,
  target: value,
  /** Of a qualitative measure: an entry of its scale. */
  targetLabel: { type: 'id' },
  /** Kept for what it told, and taken no longer. */
  archived: oneOf(['yes']),
} as const satisfies Readonly<Record<string, FieldKind>>;

export type MeasureField = keyof typeof measureFields;
export const measureFieldNames = Object.keys(measureFields) as readonly MeasureField[];

type ValueOf<K> = K extends { readonly type: 'number' }
  ? number | ''
  : K extends { readonly type: 'oneOf'; readonly values: readonly (infer V)[] }
    ? V | ''
    : string;

export type MeasureValues = {
  readonly [F in MeasureField]: ValueOf<(typeof measureFields)[F]>;
};

export const readingLimits = {
  noteLength: 500,
  /** Entries of one measure, corrections among them. */
  entries: 20_000,
} as const;

/** What somebody read off, before it has an id. */
export type NewReading = {
  /** When it was so, by the clock on the wall: a day `2026-11-25`, or a minute `2026-11-25T14:30`. */
  readonly at: string;
  /** A number; of a qualitative measure, the id of an entry of its scale. */
  readonly value: number | string;
  readonly note: string;
};

/** As it counts now, after what was corrected. */
export type Reading = {
  /** Of the entry that it began with: it stays through corrections. */
  readonly id: string;
  readonly at: string;
  /** Of a qualitative measure: the place on its scale, from 1. */
  readonly value: number;
  /** Of a qualitative measure: the entry of its scale. */
  readonly label?: string;
  readonly note: string;
  /** Who took it, and when they wrote it down (Unix ms): of the entry that counts. */
  readonly by: ActorId;
  readonly takenAt: number;
  readonly isCorrected: boolean;
};

/** Readings of which lists show the course. */
export const recentKept = 24;

/** The projection of a measure: what lists need, without its readings. */
export type MeasureRow = MeasureValues & {
  readonly id: DocumentId;
  readonly type: 'measure';
  /** In their order, from the least; those taken out and in no reading are left out. */
  readonly scale: readonly ScaleLabel[];
  /** The last in time; absent = there is none. */
  readonly latest?: Pick<Reading, 'at' | 'value'>;
  /** Values of the last readings, oldest first: at most {@link recentKept}. */
  readonly recent: readonly number[];
  readonly count: number;
  /** The day of the next reading; '' = when somebody likes. */
  readonly dueOn: string;
  readonly createdBy: ActorId | '';
  readonly createdAt: number;
  /** Unix ms: when the latest edit reached whoever projected. */
  readonly updatedAt: number;
};

export type ScaleLabel = { readonly id: string; readonly title: string };

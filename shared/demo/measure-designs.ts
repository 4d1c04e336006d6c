/** What is measured in the demo, and what its charts are to tell: one change each, for the better or not. */
import type { Direction, LimitsForm, Period, Ruleset } from '../domain/measure.ts';
import type { Verdict } from '../domain/verdicts.ts';
import type { Course } from './draw-course.ts';

export type MeasureDesign = {
  readonly name: MeasureName;
  /** Place of the theme in the words of each language. */
  readonly theme: number;
  /** Place of the kind of things in that theme which it tells of best; left out = all alike. */
  readonly kind?: number;
  readonly better: Direction;
  readonly every: number;
  readonly period: Exclude<Period, 'month'>;
  readonly count: number;
  /** Days from the last reading until today. */
  readonly lastDaysAgo: number;
  readonly isOnScale?: true;
  readonly ruleset: Ruleset;
  readonly limitsForm: LimitsForm;
  readonly course: Course;
  /** Added to what was measured before: what is promised. */
  readonly promised: number;
  /** To which verdict the figures have come when the record is closed. */
  readonly comesTo: Verdict;
};

export const measureNames = [
  'outages',
  'startTime',
  'lateTrolleys',
  'emptyShelves',
  'waiting',
  'lettersOut',
  'information',
  'overtime',
  'shortNotice',
  'firstContact',
  'electricity',
  'invoices',
] as const;
export type MeasureName = (typeof measureNames)[number];

/** A year and a half. */
const weekly = { every: 1, period: 'week', count: 78, lastDaysAgo: 1 } as const;
const daily = { every: 1, period: 'day', count: 240, lastDaysAgo: 1 } as const;
const usual = { ruleset: 'wheeler', limitsForm: 'mean' } as const;
const share = { least: 0, most: 100 } as const;
const amount = { least: 0, most: 100_000 } as const;

export const measureDesigns: readonly MeasureDesign[] = [
  {
    name: 'outages',
    theme: 0,
    better: 'lower',
    ...weekly,
    ...usual,
    course: { level: 23, noise: 2.6, effect: { shape: 'step', by: -10 }, decimals: 0, ...amount },
    promised: -7,
    comesTo: 'achieved',
  },
  {
    name: 'startTime',
    theme: 0,
    better: 'lower',
    ...weekly,
    ruleset: 'nelson',
    limitsForm: 'mean',
    course: {
      level: 6.4,
      noise: 0.35,
      trend: 0.2,
      effect: { shape: 'step', by: -1.5 },
      decimals: 1,
      ...amount,
    },
    promised: -3,
    comesTo: 'partlyAchieved',
  },
  {
    name: 'lateTrolleys',
    theme: 1,
    kind: 0,
    better: 'lower',
    ...daily,
    ...usual,
    course: {
      level: 14,
      noise: 2.4,
      weekend: -3,
      effect: { shape: 'step', by: 0 },
      decimals: 0,
      ...amount,
    },
    promised: -5,
    comesTo: 'notAchieved',
  },
  {
    name: 'emptyShelves',
    theme: 1,
    kind: 1,
    better: 'lower',
    ...daily,
    ruleset: 'nhs',
    limitsForm: 'mean',
    course: {
      level: 31,
      noise: 3,
      weekend: -4,
      effect: { shape: 'ramp', by: -18 },
      decimals: 0,
      ...amount,
    },
    promised: -8,
    comesTo: 'achieved',
  },
  {
    name: 'waiting',
    theme: 2,
    kind: 1,
    better: 'lower',
    ...weekly,
    ...usual,
    course: {
      level: 43,
      noise: 2.4,
      season: 2,
      effect: { shape: 'step', by: -12 },
      decimals: 0,
      ...amount,
    },
    promised: -7,
    comesTo: 'achieved',
  },
  {
    name: 'lettersOut',
    theme: 2,
    kind: 0,
    better: 'lower',
    ...weekly,
    ruleset: 'nhs',
    limitsForm: 'mean',
    course: {
      level: 4.8,
      noise: 0.4,
      effect: { shape: 'ramp', by: -1.8 },
      decimals: 1,
      ...amount,
    },
    promised: -2.8,
    comesTo: 'partlyAchieved',
  },
  {
    name: 'information',
    theme: 2,
    kind: 0,
    better: 'higher',
    ...weekly,
    count: 60,
    isOnScale: true,
    ...usual,
    course: {
      level: 2.5,
      noise: 0.8,
      effect: { shape: 'step', by: 2.1 },
      decimals: 0,
      least: 1,
      most: 5,
    },
    promised: 1.6,
    comesTo: 'achieved',
  },
  {
    name: 'overtime',
    theme: 3,
    kind: 1,
    better: 'lower',
    ...weekly,
    ...usual,
    course: {
      level: 118,
      noise: 9,
      season: 6,
      effect: { shape: 'step', by: 42 },
      decimals: 0,
      ...amount,
    },
    promised: -25,
    comesTo: 'worse',
  },
  {
    name: 'shortNotice',
    theme: 3,
    kind: 0,
    better: 'lower',
    every: 4,
    period: 'week',
    count: 19,
    // Nobody has taken the last one yet.
    lastDaysAgo: 30,
    ...usual,
    course: { level: 36, noise: 4, effect: { shape: 'step', by: -9 }, decimals: 0, ...amount },
    promised: -8,
    comesTo: 'notMeasurable',
  },
  {
    name: 'firstContact',
    theme: 4,
    better: 'higher',
    ...weekly,
    ruleset: 'nhs',
    limitsForm: 'mean',
    course: {
      level: 54,
      noise: 3,
      effect: { shape: 'step', by: 14 },
      decimals: 0,
      ...share,
    },
    promised: 10,
    comesTo: 'achieved',
  },
  {
    name: 'electricity',
    theme: 5,
    kind: 1,
    better: 'lower',
    ...weekly,
    lastDaysAgo: 3,
    ...usual,
    course: {
      level: 176,
      noise: 4,
      season: 5,
      effect: { shape: 'ramp', by: -34 },
      decimals: 0,
      ...amount,
    },
    promised: -15,
    comesTo: 'achieved',
  },
  {
    name: 'invoices',
    theme: 6,
    kind: 0,
    better: 'lower',
    ...weekly,
    ruleset: 'wheeler',
    limitsForm: 'median',
    course: { level: 27, noise: 2.2, effect: { shape: 'step', by: -9 }, decimals: 0, ...amount },
    promised: -14,
    comesTo: 'partlyAchieved',
  },
];

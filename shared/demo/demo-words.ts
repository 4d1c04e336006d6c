/** What a demo is told with: the words of one language, which the generator puts together by chance. */
import type { Role } from '../domain/person.ts';
import type { RoutineWords } from './routine-words.ts';
import type { Verdict } from '../domain/verdicts.ts';
import type { MeasureName } from './measure-designs.ts';

type Some<T> = readonly [T, ...T[]];

/** A number is drawn for `{3-20}`, anew each time. */
type Template = string;

/** Any of the things may have any of the troubles, at any of the places of its theme. */
type Kind = { readonly things: Some<string>; readonly troubles: Some<Template> };

/** One part of the organisation. */
export type DemoTheme = {
  /** As the catalogue and the records call it. */
  readonly item: string;
  readonly team: string;
  readonly supplier: string;
  readonly tags: Some<string>;
  readonly kinds: Some<Kind>;
  readonly places: Some<Template>;
  readonly proposals: Some<Template>;
  readonly tasks: Some<Template>;
  readonly risks: Some<string>;
};

export type OutcomeWords = {
  readonly lessons: Some<{
    readonly kind: 'again' | 'avoid' | 'surprise';
    readonly planned: Template;
    readonly happened: Template;
    readonly why: Template;
    readonly nextTime: Template;
  }>;
  /** One after the other. */
  readonly iterations: Some<string>;
  /** Of whoever sees value, some, none. */
  readonly showcase: Some<string>;
  readonly thanks: Some<Template>;
  /** What whoever closes a record says of its verdict. */
  readonly reasons: { readonly [V in Verdict]: Some<Template> };
  readonly unexpected: { readonly good: Some<string>; readonly bad: Some<string> };
};

export type MeasureWords = {
  /** Beside some of the readings. */
  readonly notes: Some<string>;
  readonly of: {
    readonly [N in MeasureName]: {
      readonly name: string;
      readonly unit: string;
      readonly method: string;
      /** The intervention. */
      readonly change: string;
      /** From the least; of a measure on a scale. */
      readonly scale?: readonly string[];
    };
  };
};

export type DemoWords = {
  readonly organisation: string;
  readonly currency: string;
  /** A coordinator first, then an approver, an assessor and a contributor. */
  readonly people: readonly { readonly name: string; readonly roles: Some<Role> }[];
  readonly sites: Some<string>;
  readonly title: (thing: string, place: string, trouble: string) => string;
  /** Between sentences. */
  readonly space: string;
  readonly themes: Some<DemoTheme>;
  readonly effects: Some<Template>;
  readonly measures: Some<Template>;
  readonly acknowledged: Some<Template>;
  readonly questions: Some<Template>;
  readonly answers: Some<Template>;
  readonly remarks: Some<Template>;
  /** On the first day of work. */
  readonly begun: Some<Template>;
  readonly progress: Some<Template>;
  readonly approved: Some<Template>;
  readonly declined: Some<Template>;
  readonly held: Some<Template>;
  readonly withdrawn: Some<Template>;
  readonly escalated: Some<Template>;
  readonly ruled: Some<Template>;
  readonly blocked: Some<Template>;
  readonly canvas: {
    readonly segments: Some<Template>;
    readonly value: Some<Template>;
    readonly advantage: Some<Template>;
    readonly channels: Some<Template>;
    readonly costs: Some<Template>;
    readonly benefits: Some<Template>;
  };
  readonly valueForUs: Some<Template>;
  readonly valueForThem: Some<Template>;
  readonly costOfNotActing: Some<Template>;
  readonly options: Some<string>;
  readonly figures: {
    readonly purchase: string;
    readonly work: string;
    readonly upkeep: string;
    readonly time: string;
    readonly waste: string;
  };
  readonly milestones: Some<string>;
  readonly criteria: Some<Template>;
  readonly offers: Some<Template>;
  readonly objectives: Some<DemoObjective>;
  readonly vision: string;
  readonly guidelines: string;
  readonly principles: Some<string>;
  readonly adoption: Some<string>;
  readonly outcome: OutcomeWords;
  readonly routines: RoutineWords;
  readonly measured: MeasureWords;
};

export type DemoObjective = {
  readonly title: string;
  readonly measure: string;
  readonly unit: string;
  readonly baseline: number;
  readonly current: number;
  readonly target: number;
};

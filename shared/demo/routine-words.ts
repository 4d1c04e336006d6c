/** What a demo tells of routines, in one language; these words fit every part of the organisation. */

type Some<T> = readonly [T, ...T[]];

/** `{3-20}` draws a number, as in demo-words.ts. */
type Template = string;

export type RoutineWords = {
  /** Of an affected item. */
  readonly process: (item: string) => string;
  readonly challenges: Some<Template>;
  readonly targets: Some<Template>;
  readonly currents: Some<Template>;
  readonly obstacles: Some<string>;
  /** One leads to the next. */
  readonly steps: Some<{
    readonly title: Template;
    readonly metric: string;
    readonly expected: Template;
    readonly happened: Template;
    readonly learned: Template;
  }>;
  readonly actuals: Some<Template>;
  readonly turns: Some<{
    readonly observe: Template;
    readonly orient: Template;
    readonly decide: Template;
    readonly act: Template;
  }>;
};

/** Lists inside a document: what an entry of each holds. One table, read by screens, projections and admission. */
import { levels } from './improvement.ts';
import { deliveryRoutes } from './record-values.ts';

/** What a field of an entry takes. Everywhere '' stands for "not set". */
export type FieldKind =
  /** UTF-16 units at most. */
  | { readonly type: 'text'; readonly atMost: number }
  | { readonly type: 'number'; readonly from: number; readonly to: number }
  | { readonly type: 'day' }
  | { readonly type: 'oneOf'; readonly values: readonly string[] }
  /** A person, or an actor that has not joined. */
  | { readonly type: 'someone' }
  /** Another entry, or a record. */
  | { readonly type: 'id' }
  /** Unix ms, by the clock of the device that set it. */
  | { readonly type: 'moment' }
  /** https or http alone. */
  | { readonly type: 'link' };

const name = { type: 'text', atMost: 200 } as const;
const note = { type: 'text', atMost: 2_000 } as const;
const day = { type: 'day' } as const;
const someone = { type: 'someone' } as const;
const id = { type: 'id' } as const;
const moment = { type: 'moment' } as const;
const level = { type: 'oneOf', values: levels } as const;
const yes = { type: 'oneOf', values: ['yes'] } as const;
const number = (from: number, to: number) => ({ type: 'number', from, to }) as const;
const oneOf = <const V extends readonly string[]>(...values: V) =>
  ({ type: 'oneOf', values }) as const;
/** Money in the record's currency. */
const amount = number(0, 1e12);

/** In a record. */
export const recordCollections = {
  /** `estimate` and `spent` in hours. */
  tasks: {
    title: name,
    owner: someone,
    dueOn: day,
    state: oneOf('todo', 'doing', 'done'),
    /** Why it can't go on; '' = it can. */
    blocked: name,
    estimate: number(0, 10_000),
    spent: number(0, 10_000),
    iteration: id,
    milestone: id,
    startedOn: day,
    doneOn: day,
    note,
  },
  milestones: { title: name, dueOn: day, doneOn: day },
  iterations: { goal: name, endsOn: day, showcaseOn: day, closedOn: day },
  /** What a stakeholder says of an iteration's result. */
  showcaseAnswers: { iteration: id, person: someone, value: oneOf('yes', 'partly', 'no'), note },
  risks: {
    title: name,
    likelihood: level,
    impact: level,
    response: note,
    owner: someone,
    /** Who speaks for the consumers looked at it too. */
    consumerView: yes,
    realisedOn: day,
  },
  /** Teams, practices and suppliers that take part, and what changes for them. */
  involved: { name, kind: oneOf('team', 'practice', 'supplier', 'person'), note },
  references: {
    kind: oneOf('change', 'project', 'problem', 'incident', 'risk', 'finding', 'release', 'test'),
    key: name,
    url: { type: 'link' },
  },
  options: { title: name, note, chosen: yes },
  /** Cost and benefit: once, or every month of the horizon; `low` and `high` where it is a range. */
  figures: {
    title: name,
    kind: oneOf('cost', 'benefit'),
    timing: oneOf('once', 'monthly'),
    likely: amount,
    low: amount,
    high: amount,
  },
  /** Value on investment: what money alone hides. */
  valueMeasures: { title: name, kind: oneOf('business', 'provider'), expected: note },
  successCriteria: { title: name, dueOn: day, met: oneOf('yes', 'no') },
  /** What a supplier or partner offers towards a step of the model. */
  offers: {
    supplier: name,
    step: oneOf('assessment', 'potential', 'coaching', 'skills', 'evaluation', 'review'),
    note,
  },
  /** Of the improvement kata: what stands in the way of the target condition. */
  obstacles: { title: name, state: oneOf('open', 'addressing', 'gone'), note },
  /** Steps towards the target condition; `dueOn`: when one goes to see what came of it. */
  experiments: {
    title: name,
    metric: name,
    expected: note,
    happened: note,
    learned: note,
    dueOn: day,
    obstacle: id,
  },
  /**
   * Cards of the coaching kata, question by question. `planned` to `learned` look back at the last step;
   * `experiment` is the one that the next step became; without `closedOn` the card is still being filled.
   */
  coachings: {
    on: day,
    coach: someone,
    learner: someone,
    target: note,
    actual: note,
    planned: note,
    expected: note,
    happened: note,
    learned: note,
    inTheWay: note,
    obstacle: id,
    nextStep: name,
    nextExpected: note,
    seeOn: day,
    experiment: id,
    closedOn: day,
  },
  /** Turns of an OODA loop; without `endedAt` one is still going on. */
  loops: {
    observe: note,
    orient: note,
    decide: note,
    act: note,
    startedAt: moment,
    endedAt: moment,
  },
  /** Agreed days that were moved, and why. */
  movedDates: { what: name, item: id, from: day, to: day, reason: note },
  /** Measures of the library that tell whether it came: the one, and what is expected of it here. */
  measured: {
    /** Its name when it was chosen. */
    title: name,
    measure: id,
    baselineFrom: day,
    baselineTo: day,
    interventionOn: day,
    target: number(-1e12, 1e12),
    dueOn: day,
  },
  /** Limits of work in progress that this record was moved over all the same; `what` is why. */
  limitOverrides: { what: name, column: name, limit: number(1, 999), held: number(0, 1e6) },
  /** What was learned, noted during the work: about what happened, never about who is to blame. */
  lessons: {
    kind: oneOf('again', 'avoid', 'surprise'),
    planned: note,
    happened: note,
    why: note,
    nextTime: note,
    by: someone,
    on: day,
  },
} as const satisfies Collections;

/** In the workspace's own document. */
const workspaceCollections = {
  /** Of the scoring model; `key` names a built-in one of which only this much was changed. */
  criteria: {
    title: name,
    explanation: note,
    lowLabel: name,
    highLabel: name,
    weight: number(0, 100),
    better: oneOf('higher', 'lower'),
    least: number(-1_000, 1_000),
    most: number(-1_000, 1_000),
  },
  objectives: {
    title: name,
    measure: name,
    unit: { type: 'text', atMost: 40 },
    baseline: number(-1e12, 1e12),
    current: number(-1e12, 1e12),
    target: number(-1e12, 1e12),
    owner: someone,
    startsOn: day,
    endsOn: day,
    /** The objective that it serves. */
    parent: id,
  },
  /** What can be improved and who takes part in it. */
  catalogue: {
    title: name,
    kind: oneOf('service', 'product', 'practice', 'supplier', 'partner', 'team', 'site'),
    productOwner: someone,
    note,
  },
  /** Limits of work in progress, of a stage of the register or a state of tasks. */
  columns: { column: name, limit: number(1, 999), isHard: yes },
  /** Who approves a size; an entry with an amount or a route says what counts as of that size at least. */
  approvalRules: {
    size: level,
    person: someone,
    needed: number(1, 20),
    fromAmount: amount,
    /** ISO 4217; '' = amounts in any. */
    currency: { type: 'text', atMost: 3 },
    route: oneOf(...deliveryRoutes),
  },
  adoption: { title: name, doneOn: day, by: someone, note },
  principles: { title: name, note },
} as const satisfies Collections;

/** In a measure. */
const measureCollections = {
  /** Of a qualitative measure, in their order from the least. */
  scale: { title: name },
  /** What was done that should move it, so that charts tell of it. */
  interventions: { title: name, at: day, record: id },
} as const satisfies Collections;

type Collections = Readonly<Record<string, Readonly<Record<string, FieldKind>>>>;

export const collections = {
  ...recordCollections,
  ...workspaceCollections,
  ...measureCollections,
} as const;

export type RecordCollection = keyof typeof recordCollections;
export type WorkspaceCollection = keyof typeof workspaceCollections;
export type MeasureCollection = keyof typeof measureCollections;
export type CollectionName = keyof typeof collections;

export const collectionNames = Object.keys(collections) as readonly CollectionName[];
export const recordCollectionNames = Object.keys(recordCollections) as readonly RecordCollection[];
export const workspaceCollectionNames = Object.keys(
  workspaceCollections,
) as readonly WorkspaceCollection[];
export const measureCollectionNames = Object.keys(
  measureCollections,
) as readonly MeasureCollection[];

/** `order`: where it stands, as a fractional index; `removed`: taken out, and kept. */
export type ItemField<C extends CollectionName = CollectionName> =
  (keyof (typeof collections)[C] & string) | 'order' | 'removed';

type ValueOfKind<K> = K extends { readonly type: 'number' | 'moment' }
  ? number | ''
  : K extends { readonly type: 'oneOf'; readonly values: readonly (infer V)[] }
    ? V | ''
    : string;

/** What an entry says, all of it; '' = not set. */
export type ItemValues<C extends CollectionName> = {
  readonly [F in keyof (typeof collections)[C]]: ValueOfKind<(typeof collections)[C][F]>;
};

/** Values of some fields, as they are written. */
export type ItemChange<C extends CollectionName> = Partial<ItemValues<C>> & {
  readonly order?: string;
  readonly removed?: 'yes' | '';
};

export const collectionLimits = {
  /** Entries of one list, those taken out among them. */
  entries: 500,
} as const;

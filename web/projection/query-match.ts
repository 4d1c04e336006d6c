/** Answers a query by looking at every row: for small registers, and the yardstick for the columns of large ones. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import {
  type ImprovementRow,
  levels,
  type Stage,
  stages,
} from '../../shared/domain/improvement.ts';
import { dependencies, linkedIds } from '../../shared/domain/links.ts';
import {
  type DayRange,
  noObjective,
  type RegisterAsk,
  type RegisterQuery,
  type RowGroup,
  type SortKey,
  unfinishedStages,
  type Waiting,
} from './register-query.ts';
import { figureRecords } from './figure-records.ts';
import { kpiRecordOf } from '../../shared/process/kpis/kpi-record.ts';
import { withJoinedVotes } from '../../shared/process/votes.ts';
import { isAssessedAs, rankingScore, type ScoredRow } from './assessed.ts';
import { hasMark } from './record-marks.ts';
import { matches, queryTermsOf, searchedText, termsOf } from './search-terms.ts';

const dayMs = 86_400_000;

/** `unsent`: records of which something has not left this device; read only where it is asked for. */
export function answerFromRows<Row extends ImprovementRow>(
  given: readonly Row[],
  ask: RegisterAsk,
  unsent: ReadonlySet<string>,
): { readonly rows: readonly Row[]; readonly groups: readonly RowGroup[] } {
  const { query } = ask;
  const rows = withJoinedVotes(given, ask.people);
  const terms = queryTermsOf(query.text);
  const stages = new Map(
    query.waitsFor === 'work' ? rows.map(({ id, stage }) => [id, stage] as const) : [],
  );
  const stageOf: StageOf = (id) => stages.get(id);
  const behind =
    query.figure === ''
      ? undefined
      : figureRecords(
          rows.map(kpiRecordOf).filter((record) => record !== undefined),
          ask,
        );
  const found = rows.filter(
    (row) =>
      (behind === undefined || behind.has(row.id)) &&
      isMatch(row, ask, stageOf) &&
      (query.where === '' || unsent.has(row.id)) &&
      (terms.length === 0 || matches(termsOf(searchedText(row)), terms)),
  );
  const compare = compareBy(query.sort, new Intl.Collator(ask.language).compare, (row) =>
    rankingScore(row, ask.model),
  );
  found.sort(compare);
  if (query.direction === 'desc') found.reverse();
  return group(found, (row) => groupKeyOf(row, ask), ask);
}

/** `stageOf`: of other records, as far as they are known. */
export function isMatch(
  row: ImprovementRow,
  ask: RegisterAsk,
  stageOf: StageOf = () => undefined,
): boolean {
  const { query, nowMs } = ask;
  return (
    isAny(query.stages, row.stage) &&
    isOwnedAsAsked(row.owner, ask) &&
    isAny(query.urgency, row.urgency === '' ? 'none' : row.urgency) &&
    isAny(query.cost, row.cost === '' ? 'none' : row.cost) &&
    hasAny(query.tags, row.tags) &&
    hasAny(query.affectedItems, row.affectedItems) &&
    hasObjective(query.objectives, row.objectives ?? []) &&
    query.marks.every((mark) => hasMark(row, mark)) &&
    (query.tasks === '' || hasAny(ask.myIds, taskOwnersOf(row))) &&
    (query.assessment === '' || isAssessedAs(row, query.assessment, ask)) &&
    (query.waitsFor === '' || waitsFor(row, query.waitsFor, () => dependencies(row), stageOf)) &&
    (query.linkedTo === '' || linkedIds(row).includes(query.linkedTo)) &&
    isInRange(row.updatedAt, query.updated, nowMs) &&
    isInRange(row.createdAt, query.created, nowMs)
  );
}

export type StageOf = (id: DocumentId) => Stage | undefined;

/**
 * Triage: an idea whose author has not been answered. A decision: what is being assessed, was escalated, or was
 * changed since it was approved; not while its requester was asked something. Work: something that it depends on
 * is not finished, and itself neither.
 */
export function waitsFor(
  row: Pick<
    ImprovementRow,
    'stage' | 'isAcknowledged' | 'isEscalated' | 'isWaiting' | 'changed' | 'asksReopen'
  >,
  what: Waiting,
  dependsOn: () => readonly DocumentId[],
  stageOf: StageOf,
): boolean {
  switch (what) {
    case 'triage':
      return (
        row.asksReopen === true ||
        (row.stage === 'idea' && row.isAcknowledged !== true && row.isWaiting !== true)
      );
    case 'decision':
      if (row.isEscalated === true) return true;
      return row.isWaiting !== true && (row.stage === 'assessing' || row.changed !== undefined);
    case 'work':
      return isUnfinished(row.stage) && dependsOn().some((id) => isUnfinished(stageOf(id)));
  }
}

export const isUnfinished = (stage: Stage | undefined): boolean =>
  stage !== undefined && unfinishedStages.includes(stage);

export function isOwnedAsAsked(owner: string, { query, ownerIds }: RegisterAsk): boolean {
  switch (query.owner) {
    case '':
      return true;
    case 'nobody':
      return owner === '';
    case 'anyone':
      return owner !== '';
    default:
      return ownerIds?.includes(owner) ?? false;
  }
}

/** Whose open tasks it has, each once. */
export const taskOwnersOf = ({ openTasks = [] }: Pick<ImprovementRow, 'openTasks'>) => [
  ...new Set(openTasks.map(({ owner }) => owner)),
];

export function isInRange(at: number, range: DayRange | undefined, nowMs: number): boolean {
  if (range === undefined) return true;
  const border = nowMs - range.days * dayMs;
  return range.type === 'within' ? at >= border : at < border;
}

const isAny = <T>(wanted: readonly T[], value: T): boolean =>
  wanted.length === 0 || wanted.includes(value);

export const hasAny = (wanted: readonly string[], values: readonly string[]): boolean =>
  wanted.length === 0 || values.some((value) => wanted.includes(value));

export const hasObjective = (wanted: readonly string[], values: readonly string[]): boolean =>
  hasAny(wanted, values.length === 0 ? [noObjective] : values);

/** What of a row an order looks at, also where it stands in columns. */
type Sortable = Pick<
  ImprovementRow,
  'id' | 'title' | 'urgency' | 'stage' | 'supporters' | 'createdAt' | 'updatedAt'
> &
  ScoredRow;

/** The ascending order; equals stand so that the newer one is first in the direction that is usual. */
function compareBy(
  key: SortKey,
  compareTitles: (a: string, b: string) => number,
  scoreOf: (row: Sortable) => number,
): (a: Sortable, b: Sortable) => number {
  const older = (a: Sortable, b: Sortable) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  switch (key) {
    case 'newest':
      return older;
    case 'updated':
      return (a, b) => a.updatedAt - b.updatedAt || older(a, b);
    case 'title':
      return (a, b) => compareTitles(a.title, b.title) || older(b, a);
    case 'urgency':
      return (a, b) => urgencyRank(a.urgency) - urgencyRank(b.urgency) || older(a, b);
    case 'stage':
      return (a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage) || older(b, a);
    case 'votes':
      return (a, b) => a.supporters - b.supporters || older(a, b);
    case 'age':
      return (a, b) => b.createdAt - a.createdAt || older(b, a);
    case 'rank':
      return (a, b) => compareScores(scoreOf(a), scoreOf(b)) || older(b, a);
  }
}

/** Two that have none are alike. */
export const compareScores = (a: number, b: number): number => (a === b ? 0 : a - b);

/** 0 = not set. */
const urgencyRank = (urgency: ImprovementRow['urgency']): number =>
  urgency === '' ? 0 : levels.length - levels.indexOf(urgency);

/** The heading under which a row stands; of several affected items the first one by its letters. */
export function groupKeyOf(
  row: Pick<ImprovementRow, 'stage' | 'owner' | 'urgency' | 'affectedItems'>,
  { query, people }: Pick<RegisterAsk, 'people'> & { readonly query: Pick<RegisterQuery, 'group'> },
): string {
  switch (query.group) {
    case '':
      return '';
    case 'stage':
      return row.stage;
    case 'owner':
      return people.find((ids) => ids.includes(row.owner))?.[0] ?? row.owner;
    case 'urgency':
      return row.urgency;
    case 'affectedItem':
      return [...row.affectedItems].sort()[0] ?? '';
  }
}

/** Puts rows under their headings; within each they keep their order. No groups where none are asked for. */
export function group<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  ask: RegisterAsk,
): { readonly rows: readonly Row[]; readonly groups: readonly RowGroup[] } {
  if (ask.query.group === '') return { rows, groups: [] };
  const byKey = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const under = byKey.get(key);
    if (under === undefined) byKey.set(key, [row]);
    else under.push(row);
  }
  const ordered = [...byKey].sort(([a], [b]) => compareKeys(a, b, ask));
  return {
    rows: ordered.flatMap(([, under]) => under),
    groups: ordered.map(([key, under]) => ({ key, count: under.length })),
  };
}

/** Stages as in the process, urgency from high, people as given, items by their letters; what is not set last. */
function compareKeys(a: string, b: string, { query, people }: RegisterAsk): number {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  const byLetters = a < b ? -1 : a > b ? 1 : 0;
  switch (query.group) {
    case 'stage':
      return stages.indexOf(a as Stage) - stages.indexOf(b as Stage);
    case 'urgency':
      return levels.findIndex((level) => level === a) - levels.findIndex((level) => level === b);
    case 'owner': {
      const place = (key: string) => {
        const at = people.findIndex(([first]) => first === key);
        return at < 0 ? people.length : at;
      };
      return place(a) - place(b) || byLetters;
    }
    default:
      return byLetters;
  }
}

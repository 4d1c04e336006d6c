/** A query as a part of an address, so that what a person sees can be linked to. */
import { type DocumentId, isUuid } from '../../shared/domain/ids.ts';
import { limits, stages } from '../../shared/domain/improvement.ts';
import { filterMarks } from './record-marks.ts';
import {
  assessmentStates,
  type DayRange,
  type Direction,
  everything,
  groupings,
  levelsOrNone,
  noObjective,
  type RegisterQuery,
  sortKeys,
  usualDirection,
  waitings,
} from './register-query.ts';
import { builtInView, builtInViews } from './register-views.ts';

/** A value that the address has and that means nothing here; the rest of the address counts. */
export type RefusedParameter = { readonly name: string; readonly value: string };

export type ParsedQuery = {
  readonly query: RegisterQuery;
  readonly refused: readonly RefusedParameter[];
};

const longestText = 400;
const mostValues = 50;
const mostDays = 3_650;

/** Total: unknown parameters are passed over, values that are none are refused one by one. */
export function parseQuery(search: string): ParsedQuery {
  const parameters = new URLSearchParams(search);
  const refused: RefusedParameter[] = [];
  const read = <T>(name: string, parse: (value: string) => T | undefined): T | undefined => {
    const value = parameters.get(name);
    if (value === null) return undefined;
    const parsed = parse(value);
    if (parsed === undefined) refused.push({ name, value });
    return parsed;
  };
  const one =
    <T extends string>(allowed: readonly T[]) =>
    (value: string) =>
      allowed.find((known) => known === value);
  const several = <T extends string>(name: string, allowed: readonly T[]) => {
    const values = parameters.get(name)?.split(',').slice(0, mostValues) ?? [];
    const known = values.filter((value) => allowed.some((one) => one === value)) as T[];
    for (const value of values) {
      if (!known.some((one) => one === value)) refused.push({ name, value });
    }
    return values.length === 0 ? undefined : [...new Set(known)];
  };
  const entries = (name: string, isFitting = isEntry) => {
    const values = parameters.getAll(name).slice(0, mostValues);
    const fitting = values.filter(isFitting);
    for (const value of values) if (!fitting.includes(value)) refused.push({ name, value });
    return values.length === 0 ? undefined : [...new Set(fitting)];
  };

  const view = read('view', (name) => builtInView(name)) ?? everything;
  const sort = read('sort', one(sortKeys));
  const query: RegisterQuery = {
    text: read('q', (text) => (text.length <= longestText ? text : undefined)) ?? view.text,
    stages: several('stage', stages) ?? view.stages,
    owner: read('owner', ownerOf) ?? view.owner,
    urgency: several('urgency', levelsOrNone) ?? view.urgency,
    cost: several('cost', levelsOrNone) ?? view.cost,
    tags: entries('tag') ?? view.tags,
    affectedItems: entries('item') ?? view.affectedItems,
    objectives: entries('objective', isObjective) ?? view.objectives,
    where: read('where', one(['device'])) ?? view.where,
    marks: several('is', filterMarks) ?? view.marks,
    waitsFor: read('waits', one(waitings)) ?? view.waitsFor,
    tasks: read('tasks', one(['mine'])) ?? view.tasks,
    assessment: read('scores', one(assessmentStates)) ?? view.assessment,
    linkedTo: read('linked', recordOf) ?? view.linkedTo,
    figure: read('figure', figureOf) ?? view.figure,
    updated: read('updated', dayRangeOf) ?? view.updated,
    created: read('created', dayRangeOf) ?? view.created,
    sort: sort ?? view.sort,
    direction:
      read('dir', one<Direction>(['asc', 'desc'])) ??
      (sort === undefined ? view.direction : usualDirection[sort]),
    group: read('group', one(groupings)) ?? view.group,
  };
  return { query, refused };
}

/** What goes behind `?`; '' for everything, newest first. A built-in view goes by its name. */
export function formatQuery(query: RegisterQuery): string {
  const plain = formatParameters(query);
  const view = builtInViews.find((name) => formatParameters(builtInView(name)) === plain);
  if (view === 'all') return '';
  return view === undefined ? plain : `view=${view}`;
}

/** With its words; '' for everything, newest first. */
export function searchOf(query: RegisterQuery): string {
  const words = query.text === '' ? '' : new URLSearchParams({ q: query.text }).toString();
  return [formatQuery({ ...query, text: '' }), words].filter(Boolean).join('&');
}

export const isSameQuery = (one: RegisterQuery, other: RegisterQuery): boolean =>
  formatParameters(one) === formatParameters(other);

function formatParameters(query: RegisterQuery): string {
  const parameters = new URLSearchParams();
  const put = (name: string, value: string) => value !== '' && parameters.append(name, value);
  put('q', query.text);
  put('stage', stages.filter((stage) => query.stages.includes(stage)).join());
  put('owner', query.owner);
  put('urgency', levelsOrNone.filter((level) => query.urgency.includes(level)).join());
  put('cost', levelsOrNone.filter((level) => query.cost.includes(level)).join());
  for (const tag of query.tags) put('tag', tag);
  for (const item of query.affectedItems) put('item', item);
  for (const id of query.objectives) put('objective', id);
  put('where', query.where);
  put('is', filterMarks.filter((mark) => query.marks.includes(mark)).join());
  put('waits', query.waitsFor);
  put('tasks', query.tasks);
  put('scores', query.assessment);
  put('linked', query.linkedTo);
  put('figure', query.figure);
  put('updated', dayRangeText(query.updated));
  put('created', dayRangeText(query.created));
  if (query.sort !== everything.sort) put('sort', query.sort);
  if (query.direction !== usualDirection[query.sort]) put('dir', query.direction);
  put('group', query.group);
  return parameters.toString().replaceAll('%2C', ',');
}

const isEntry = ({ length }: string): boolean => length > 0 && length <= limits.entryLength;
const isObjective = (value: string): boolean => value === noObjective || isUuid(value);

const ownerOf = (value: string): string | undefined =>
  ['me', 'anyone', 'nobody'].includes(value) || isUuid(value) ? value : undefined;

/** What it names is looked up where records are. */
const figureOf = (value: string): string | undefined =>
  value.includes('?') && value.length <= longestText ? value : undefined;

const recordOf = (value: string): DocumentId | undefined =>
  isUuid(value) ? (value as DocumentId) : undefined;

/** `within-7`, `before-30`. */
function dayRangeOf(value: string): DayRange | undefined {
  const [, type, digits] = /^(within|before)-(\d{1,4})$/u.exec(value) ?? [];
  const days = Number(digits);
  if (type === undefined || days < 1 || days > mostDays) return undefined;
  return { type: type as DayRange['type'], days };
}

const dayRangeText = (range: DayRange | undefined): string =>
  range === undefined ? '' : `${range.type}-${range.days}`;

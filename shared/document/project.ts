/** The projection of a record: one pure function, the same on the device and on the server. */
import { hlcToMs } from '../domain/hlc.ts';
import { type ActorId, type DocumentId, localNumber } from '../domain/ids.ts';
import {
  type ImprovementRow,
  latestKept,
  latestTextLength,
  type OpenTask,
  openTasksKept,
  repliesKept,
  searchTextLength,
  type Someone,
  workStages,
} from '../domain/improvement.ts';
import { registerFields, textFields } from '../domain/record-fields.ts';
import { asksReopen, foldFacts, isFact, stageOf } from '../process/facts.ts';
import { changesSinceApproval } from '../process/approval.ts';
import { likelyCostOf } from '../process/business-case.ts';
import { firstDecidedAt, lastDecisionOf } from '../process/answers.ts';
import { stageSince } from '../process/stage-age.ts';
import { isPulse } from '../process/pulse.ts';
import { type Item, readCollection } from './collections.ts';
import { type Comment, readComments } from './read-comments.ts';
import {
  readCreation,
  type ReadFields,
  readFields,
  readSet,
  readSupporters,
} from './read-document.ts';
import { practiceDecisions, practiceFacts } from './project-practice.ts';
import type { ImprovementFacts } from './projection.ts';
import type { ReadableDocument } from './readable-document.ts';
import { outcomeOf } from './project-outcome.ts';
import { readScores, type Score } from './scores.ts';
import { textRoot } from './schema.ts';

/** Total: any document gives a row. `updatedAt` is when the latest edit reached whoever projects (Unix ms). */
export function project(
  id: DocumentId,
  doc: ReadableDocument,
  facts: ImprovementFacts,
  updatedAt: number,
): ImprovementRow {
  const creation = readCreation(doc);
  const fields = readFields(doc);
  const supporters = readSupporters(doc);
  const watchers = readSet(doc, 'watchers');
  const links = readSet(doc, 'links');
  const objectives = readSet(doc, 'objectives');
  const measured = readCollection(doc, 'measured').flatMap(({ values: { measure } }) =>
    measure === '' ? [] : [measure],
  );
  const comments = readComments(doc);
  const scores = readScores(doc);
  const replies = firstReplies(comments, creation.by);
  const row: ImprovementRow = {
    id,
    type: 'improvement',
    ref: '',
    localNumber: localNumber(id),
    title: fields.title.value,
    stage: fields.stage.value,
    workStage: fields.stage.value,
    ...workStageAt(fields),
    owner: fields.owner.value,
    urgency: fields.urgency.value,
    cost: fields.cost.value,
    tags: readSet(doc, 'tags'),
    affectedItems: readSet(doc, 'affectedItems'),
    supporters: supporters.length,
    ...(supporters.length > 0 && { supportedBy: supporters }),
    ...ifSet('value', fields.value.value),
    ...ifSet('effort', fields.effort.value),
    ...ifSet('source', fields.source.value),
    ...ifSet('route', fields.route.value),
    ...ifSet('currency', fields.currency.value),
    ...ifSet('fundingAsked', fields.fundingAsked.value),
    ...ifSet('fundingGranted', fields.fundingGranted.value),
    ...likelyCostOf(readCollection(doc, 'figures').map(({ values }) => values)),
    ...ifSet('dueOn', fields.dueOn.value),
    ...ifSet('routine', fields.routine.value),
    ...ifSet('team', fields.team.value),
    ...ifSet('supplier', fields.supplier.value),
    ...practiceFacts(doc),
    ...summarizeTasks(readCollection(doc, 'tasks')),
    ...scoresOf(scores),
    ...outcomeOf(doc, { comments, scores, stakeholders: readSet(doc, 'stakeholders') }),
    ...(fields.blocked.value !== '' && { isBlocked: true }),
    ...(watchers.length > 0 && { watchers }),
    ...(links.length > 0 && { links }),
    ...(objectives.length > 0 && { objectives }),
    ...(measured.length > 0 && { measured }),
    ...(isWaiting(fields, comments) && { isWaiting: true }),
    ...(replies.length > 0 && { replies }),
    ...ifAny('waitedMs', waitedMs(fields, comments)),
    ...ifAny('latest', latestOf(comments)),
    ...ifAny('ownerSet', ownerSetIn(fields)),
    ...ifAny('conflictsBy', conflictsBy(fields)),
    ...audienceOf(fields),
    text: searchText(doc),
    createdBy: creation.by,
    createdAt: creation.at,
    updatedAt,
    conflicts: registerFields.filter((field) => fields[field].standing.length > 1),
  };
  return withFacts(row, facts);
}

function audienceOf({ visibility, visibleTeam }: ReadFields) {
  if (visibility.value === 'workspace') return {};
  const team = visibility.value === 'team' ? visibleTeam.value : '';
  return { visibility: visibility.value, ...ifSet('visibleTeam', team) };
}

function workStageAt({ stage }: ReadFields): Pick<ImprovementRow, 'workStageAt'> {
  const [latest] = stage.standing;
  return latest === undefined ? {} : { workStageAt: hlcToMs(latest.hlc) };
}

/** Until somebody other than who asked says something. */
function isWaiting({ waitingForRequester }: ReadFields, comments: readonly Comment[]): boolean {
  const asked = waitingForRequester.standing[0];
  if (asked === undefined || waitingForRequester.value === '') return false;
  return !comments.some(({ by, hlc }) => by !== asked.by && hlc > asked.hlc);
}

/** From the question to the first word that somebody else said after it. */
function waitedMs({ waitingForRequester }: ReadFields, comments: readonly Comment[]) {
  const asked = waitingForRequester.standing[0];
  if (asked === undefined || waitingForRequester.value === '') return undefined;
  const answer = comments.find(({ by, hlc }) => by !== asked.by && hlc > asked.hlc);
  return answer === undefined ? undefined : hlcToMs(answer.hlc) - hlcToMs(asked.hlc);
}

/** The first word of each but the author, earliest first. */
function firstReplies(comments: readonly Comment[], author: ActorId | '') {
  const firsts = new Map<ActorId, number>();
  for (const { by, hlc } of comments) {
    if (by !== author && !firsts.has(by)) firsts.set(by, hlcToMs(hlc));
  }
  return [...firsts].slice(0, repliesKept).map(([by, at]) => ({ by, at }));
}

function latestOf(comments: readonly Comment[]): ImprovementRow['latest'] {
  if (comments.length === 0) return undefined;
  return comments.slice(-latestKept).map(({ id, by, hlc, text, mentions, thanks }) => ({
    id,
    by,
    at: hlcToMs(hlc),
    text: text.length > latestTextLength ? `${text.slice(0, latestTextLength)}…` : text,
    ...(mentions !== undefined && { mentions }),
    ...(thanks === true && { thanks }),
  }));
}

function ownerSetIn({ owner }: ReadFields): ImprovementRow['ownerSet'] {
  const [set] = owner.standing;
  return set === undefined || set.value === '' ? undefined : { by: set.by, at: hlcToMs(set.hlc) };
}

function conflictsBy(fields: ReadFields): ImprovementRow['conflictsBy'] {
  const writers = registerFields.flatMap((field) => {
    const { standing } = fields[field];
    return standing.length > 1 ? standing.map(({ by }) => by) : [];
  });
  return writers.length === 0 ? undefined : [...new Set(writers)].sort(compare);
}

function summarizeTasks(
  tasks: readonly Item<'tasks'>[],
): Pick<ImprovementRow, 'tasks' | 'openTasks'> {
  if (tasks.length === 0) return {};
  const open = tasks.filter(({ values }) => values.state !== 'done');
  const [nextDueOn] = open
    .flatMap(({ values }) => (values.dueOn === '' ? [] : [values.dueOn]))
    .sort();
  const owned = open.filter(({ values }) => values.owner !== '').slice(0, openTasksKept);
  return {
    tasks: {
      open: open.length,
      done: tasks.length - open.length,
      blocked: open.filter(({ values }) => values.blocked !== '').length,
      ...(nextDueOn !== undefined && { nextDueOn }),
    },
    ...(owned.length > 0 && { openTasks: owned.map(toOpenTask) }),
  };
}

const toOpenTask = ({ id, values }: Item<'tasks'>): OpenTask => ({
  id,
  title: values.title,
  owner: values.owner as Someone,
  ...(values.dueOn !== '' && { dueOn: values.dueOn }),
  ...(values.blocked !== '' && { isBlocked: true }),
});

function scoresOf(given: readonly Score[]): Pick<ImprovementRow, 'scores' | 'assessors'> {
  const all = given
    .filter(({ criterion }) => !isPulse(criterion))
    .sort((a, b) => compare(a.criterion, b.criterion) || a.value - b.value);
  if (all.length === 0) return {};
  const scores: Record<string, number[]> = {};
  for (const { criterion, value } of all) (scores[criterion] ??= []).push(value);
  return { scores, assessors: [...new Set(all.map(({ by }) => by))].sort() };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const ifAny = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { readonly [Key in K]?: V };

/** What is not set takes no room in a row: there may be a hundred thousand of them. */
const ifSet = <K extends string, V extends string>(key: K, value: V | '') =>
  (value === '' ? {} : { [key]: value }) as { readonly [Key in K]?: V };

/** The row under these facts, whichever it was made under: they may change while the document does not. */
export function withFacts(row: ImprovementRow, facts: ImprovementFacts): ImprovementRow {
  const list = facts.list ?? [];
  const decisions = foldFacts(list);
  const workStage = row.workStage ?? workStages.find((stage) => stage === row.stage) ?? 'idea';
  const end = decisions.end;
  const stage = stageOf(workStage, decisions);
  const isAskedAgain = asksReopen(decisions);
  const isOwedAnswer =
    isAskedAgain ||
    (stage === 'idea' && decisions.acknowledged === undefined && row.isWaiting !== true);
  const lastDecision = lastDecisionOf(list);
  const decidedAt = firstDecidedAt(list);
  const changed = end === undefined ? changesSinceApproval(row, decisions) : [];
  const approvedBy = decisions.given.map(({ by }) => by);
  const rest = withoutDecided(row);
  const since = stageSince(workStage, row.workStageAt ?? row.createdAt, list);
  return {
    ...rest,
    ...(isOwedAnswer && { triageId: row.id }),
    ...(end !== undefined &&
      isFact(end, 'markDuplicate') && { duplicateOf: end.said.of as DocumentId }),
    ...(decidedAt !== undefined && { decidedAt }),
    ...(changed.length > 0 && { changed }),
    ...(approvedBy.length > 0 && { approvedBy }),
    ...(isAskedAgain && { asksReopen: true }),
    ...(lastDecision !== undefined && { lastDecision }),
    ...(stage === 'onHold' && decisions.hold && { heldUntil: decisions.hold.said.reviewOn }),
    ref: facts.ref,
    workStage,
    stage,
    ...(since !== row.createdAt && { stageSince: since }),
    ...practiceDecisions({ ...row, workStage }, list, decisions),
    isEscalated: decisions.escalation !== undefined,
    isAcknowledged: decisions.acknowledged !== undefined,
    updatedAt: Math.max(row.updatedAt, list.at(-1)?.at ?? 0),
  };
}

/** What facts alone say, and may say no longer. */
function withoutDecided({
  triageId: _triageId,
  duplicateOf: _duplicateOf,
  decidedAt: _decidedAt,
  stageSince: _stageSince,
  stageDays: _stageDays,
  verdict: _verdict,
  targetDueOn: _targetDueOn,
  actualCost: _actualCost,
  actualBenefit: _actualBenefit,
  setbacks: _setbacks,
  changed: _changed,
  approvedBy: _approvedBy,
  asksReopen: _asksReopen,
  lastDecision: _lastDecision,
  heldUntil: _heldUntil,
  ...rest
}: ImprovementRow): Omit<
  ImprovementRow,
  | 'triageId'
  | 'decidedAt'
  | 'changed'
  | 'approvedBy'
  | 'asksReopen'
  | 'lastDecision'
  | 'verdict'
  | 'targetDueOn'
  | 'heldUntil'
  | 'actualCost'
  | 'actualBenefit'
  | 'setbacks'
> {
  return rest;
}

/** Keys of other systems are looked for by people who know nothing else: they are never cut off. */
function searchText(doc: ReadableDocument): string {
  const keys = readCollection(doc, 'references')
    .map(({ values }) => values.key)
    .filter((key) => key !== '')
    .join(' ')
    .slice(0, searchTextLength);
  const texts = textFields
    .map((field) => doc.getText(textRoot(field)).toString())
    .filter((text) => text !== '')
    .join('\n')
    .slice(0, searchTextLength - (keys === '' ? 0 : keys.length + 1));
  return [texts, keys].filter((text) => text !== '').join('\n');
}

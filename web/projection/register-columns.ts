/** The register as columns: answers filters, orders and headings over a hundred thousand records within a frame. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import {
  type ImprovementRow,
  levels,
  type Someone,
  stages,
} from '../../shared/domain/improvement.ts';
import { firstModel, type ScoringModel } from '../../shared/process/scoring-model.ts';
import { rankingScore, type ScoredRow } from './assessed.ts';
import { dependencies, linkedIds } from '../../shared/domain/links.ts';
import {
  type ColumnArrays,
  createDictionary,
  goneBit,
  growArrays,
  type StoredColumns,
  trimArrays,
} from './column-store.ts';
import { compareNumbersBy, levelNumber } from './column-order.ts';
import { createKeyReader } from './column-keys.ts';
import { createColumnTest, dependencySign } from './column-test.ts';
import type { KpiRecord } from '../../shared/process/kpis/kpi-record.ts';
import { createKpiColumn } from './kpi-column.ts';
import { createJoinedVotes } from './joined-votes.ts';
import { createKeptOrder, type KeptOrder } from './kept-order.ts';
import { group, type StageOf, taskOwnersOf } from './query-match.ts';
import { markBits } from './record-marks.ts';
import type { RegisterAsk, RowGroup, SortKey } from './register-query.ts';

export type ColumnAnswer = {
  readonly ids: readonly DocumentId[];
  readonly groups: readonly RowGroup[];
};

export type RegisterColumns = {
  readonly put: (row: ImprovementRow) => void;
  readonly remove: (id: DocumentId) => void;
  /** All that match but for text and place of storage, in order; only those of `among` where it is given. */
  readonly answer: (ask: RegisterAsk, among?: ReadonlySet<string>) => ColumnAnswer;
  readonly count: (ask: RegisterAsk) => number;
  /** Those of its duplicates counted in; undefined: it is not here. */
  readonly votesOf: (id: DocumentId) => number | undefined;
  /** Makes the order of titles, which takes longest, before somebody waits for it. */
  readonly prepare: (language: string) => void;
  /** As the figures of the practice see them. */
  readonly kpiRecords: () => readonly KpiRecord[];
  readonly save: () => StoredColumns;
};

/** What a row points to: dependencies behind their own sign, because they are asked for apart. */
const columnEntries = (row: ImprovementRow): readonly string[] => [
  ...linkedIds(row),
  ...dependencies(row).map((id) => `${dependencySign}${id}`),
];

const firstCapacity = 1_024;
/** Between the entries of one set; no entry holds it, because entries are words of a line. */
const separator = '\n';

export function createRegisterColumns(saved?: StoredColumns): RegisterColumns {
  const ids = [...(saved?.ids ?? [])];
  const titles = [...(saved?.titles ?? [])];
  const numberById = new Map<string, number>(ids.map((id, number) => [id, number]));
  const owners = createDictionary(saved?.owners ?? ['']);
  const entries = createDictionary(saved?.entries ?? ['']);
  let capacity = Math.max(firstCapacity, ids.length);
  let columns: ColumnArrays = growArrays(saved?.arrays, capacity);
  const scores = new Map(saved?.scores);
  const kpis = createKpiColumn(saved?.kpis);
  const orders = new Map<SortKey, KeptOrder>();
  /** Of the model that was asked for last, by record number. */
  let ranking: { readonly model: ScoringModel; readonly key: string; scores: Map<number, number> } =
    {
      model: firstModel,
      key: JSON.stringify(firstModel),
      scores: new Map(),
    };
  let titleLanguage = '';
  if (saved !== undefined && saved.byTitle.language !== '') {
    titleLanguage = saved.byTitle.language;
    orders.set('title', makeOrder('title', saved.byTitle.numbers));
  }

  function makeOrder(key: SortKey, kept?: Uint32Array): KeptOrder {
    const { compare } = new Intl.Collator(titleLanguage || 'en');
    return createKeptOrder(
      compareNumbersBy(key, { ids, titles }, () => columns, compare, rankOf),
      kept,
    );
  }

  function rankOf(number: number): number {
    let score = ranking.scores.get(number);
    if (score === undefined) {
      score = rankingScore(scored(number), ranking.model);
      ranking.scores.set(number, score);
    }
    return score;
  }

  const scored = (number: number): ScoredRow => {
    const own = scores.get(number);
    const who = entries.texts[columns.assessors[number] ?? 0] ?? '';
    const value = levels[columns.value[number] ?? levels.length];
    return {
      stage: stages[columns.stage[number] ?? 0] ?? 'idea',
      urgency: levels[columns.urgency[number] ?? levels.length] ?? '',
      cost: levels[columns.cost[number] ?? levels.length] ?? '',
      ...(value !== undefined && { value }),
      ...(own !== undefined && { scores: own }),
      ...(who !== '' && { assessors: who.split(separator) as Someone[] }),
    };
  };

  /** Another model, another order. */
  function rankBy(model: ScoringModel): void {
    if (model === ranking.model) return;
    const key = JSON.stringify(model);
    if (key === ranking.key) return;
    ranking = { model, key, scores: new Map() };
    orders.delete('rank');
  }

  function orderBy(key: SortKey, language: string): Uint32Array {
    if (key === 'title' && titleLanguage !== language) {
      titleLanguage = language;
      orders.delete('title');
    }
    let order = orders.get(key);
    if (order === undefined) {
      order = makeOrder(key);
      orders.set(key, order);
      for (const number of ids.keys()) order.touch(number);
    }
    return order.numbers();
  }

  const votes = createJoinedVotes({
    columns: () => columns,
    entries,
    ids,
    numberOf: (id) => numberById.get(id),
    touch: (number) => {
      for (const order of orders.values()) order.touch(number);
    },
  });

  function put(row: ImprovementRow): void {
    let number = numberById.get(row.id);
    if (number === undefined) {
      number = ids.push(row.id) - 1;
      numberById.set(row.id, number);
      if (number >= capacity) columns = growArrays(columns, (capacity *= 2));
    }
    titles[number] = row.title;
    columns.stage[number] = stages.indexOf(row.stage);
    columns.urgency[number] = levelNumber(row.urgency);
    columns.cost[number] = levelNumber(row.cost);
    columns.value[number] = levelNumber(row.value ?? '');
    columns.assessors[number] = entries.numberOf((row.assessors ?? []).join(separator));
    if (row.scores === undefined) scores.delete(number);
    else scores.set(number, row.scores);
    ranking.scores.delete(number);
    columns.marks[number] = markBits(row);
    columns.owner[number] = owners.numberOf(row.owner);
    columns.tags[number] = entries.numberOf(row.tags.join(separator));
    columns.affectedItems[number] = entries.numberOf(row.affectedItems.join(separator));
    columns.links[number] = entries.numberOf(columnEntries(row).join(separator));
    columns.taskOwners[number] = entries.numberOf(taskOwnersOf(row).join(separator));
    columns.objectives[number] = entries.numberOf((row.objectives ?? []).join(separator));
    votes.put(number, row);
    columns.createdAt[number] = row.createdAt;
    columns.updatedAt[number] = row.updatedAt;
    kpis.put(number, row);
    for (const order of orders.values()) order.touch(number);
  }

  const entriesOf = (number: number): readonly string[] =>
    (entries.texts[number] ?? '').split(separator).filter((entry) => entry !== '');

  const stageOf: StageOf = (id) => {
    const number = numberById.get(id);
    return number === undefined || ((columns.marks[number] ?? 0) & goneBit) !== 0
      ? undefined
      : stages[columns.stage[number] ?? 0];
  };

  const testFor = (ask: RegisterAsk) =>
    createColumnTest(
      columns,
      { owners: owners.texts, entries: entries.texts.length, entriesOf, scored, stageOf },
      ask,
    );

  const keyReader = (ask: RegisterAsk) =>
    createKeyReader(columns, { owners: owners.texts, entriesOf }, ask);

  return {
    put,
    remove: (id) => {
      const number = numberById.get(id);
      if (number === undefined) return;
      columns.marks[number] = goneBit;
      kpis.remove(number);
      votes.remove(number);
    },
    answer: (ask, among) => {
      rankBy(ask.model);
      votes.countBy(ask.people);
      const isMatch = testFor(ask);
      const order = orderBy(ask.query.sort, ask.language);
      const found: number[] = [];
      const take = (number: number) => {
        if (isMatch(number) && (among === undefined || among.has(ids[number] ?? ''))) {
          found.push(number);
        }
      };
      if (ask.query.direction === 'asc') for (const number of order) take(number);
      else for (let i = order.length - 1; i >= 0; i--) take(order[i] ?? 0);
      const { rows, groups } = group(found, keyReader(ask), ask);
      return { ids: rows.map((number) => ids[number] as DocumentId), groups };
    },
    votesOf: (id) => {
      const number = numberById.get(id);
      return number === undefined ? undefined : columns.supporters[number];
    },
    count: (ask) => {
      const isMatch = testFor(ask);
      let count = 0;
      for (let number = 0; number < ids.length; number++) if (isMatch(number)) count++;
      return count;
    },
    prepare: (language) => void orderBy('title', language),
    kpiRecords: () => kpis.records(ids as DocumentId[]),
    save: () => ({
      ids,
      titles,
      owners: owners.texts,
      entries: entries.texts,
      scores,
      kpis: kpis.save(),
      arrays: trimArrays(columns, ids.length),
      byTitle: {
        language: titleLanguage,
        numbers: orders.get('title')?.numbers() ?? new Uint32Array(),
      },
    }),
  };
}

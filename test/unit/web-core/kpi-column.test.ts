/** The register as figures see it: kept packed, saved and loaded, it is what the rows say; a figure and its filter agree. */
import { describe, expect, test } from 'vitest';
import { decidedRecord } from '../../../shared/demo/decided-record.ts';
import { englishWords } from '../../../shared/demo/english-words.ts';
import { generateDemo } from '../../../shared/demo/generate-demo.ts';
import { playSettings } from '../../../shared/demo/play-steps.ts';
import { readWorkspace } from '../../../shared/document/workspace-document.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { ImprovementRow } from '../../../shared/domain/improvement.ts';
import { kpiContextOf } from '../../../shared/process/kpis/context.ts';
import { insightsOf } from '../../../shared/process/kpis/insights.ts';
import { kpiRecordOf } from '../../../shared/process/kpis/kpi-record.ts';
import { periodOn } from '../../../shared/process/kpis/period.ts';
import { firstModel } from '../../../shared/process/scoring-model.ts';
import {
  formatFigure,
  formatInsights,
  noFilter,
  parseFigure,
  parseInsights,
} from '../../../web/projection/insights-address.ts';
import { createKpiColumn } from '../../../web/projection/kpi-column.ts';
import { answerFromRows } from '../../../web/projection/query-match.ts';
import { everything } from '../../../web/projection/register-query.ts';
import { createInsightsDesk } from '../../../web/projection/insights-desk.ts';
import { openIndexedSearch } from '../../../web/projection/indexed-search.ts';
import { createSearchDesk } from '../../../web/projection/search-desk.ts';
import type { InsightsAnswer, SearchReply } from '../../../web/projection/search-messages.ts';
import { createCoreReplica } from '../../support/core-replica.ts';

const nowMs = Date.UTC(2026, 4, 20, 9, 30);
const rows: readonly ImprovementRow[] = demoRows();
const ids = rows.map(({ id }) => id);
const seen = rows.map(kpiRecordOf).filter((record) => record !== undefined);

function demoRows(): readonly ImprovementRow[] {
  const seed = 7;
  const demo = generateDemo({ seed, count: 150, words: englishWords, nowMs });
  const settings = readWorkspace(playSettings(demo.settings, seed, () => undefined));
  return [...demo.records()].map((record, place) => ({
    ...decidedRecord(record, { seed, ref: `CI-${place}`, settings }).row,
    ...(place % 9 === 0 && { replies: [{ by: 'b' as never, at: nowMs }], waitedMs: place }),
    ...(place % 7 === 0 && { pulses: [2, 5], actualCost: 3.5, realisedRisks: 2 }),
  }));
}

describe('the column of figures', () => {
  test('gives back what rows say, also after it was saved and loaded', () => {
    const column = createKpiColumn();
    for (const [number, row] of rows.entries()) column.put(number, row);
    expect(column.records(ids)).toEqual(seen);
    const loaded = createKpiColumn(column.save());
    expect(loaded.records(ids)).toEqual(seen);
    // What a hundred thousand of them take is told by these.
    const { texts, words } = column.save();
    const bytes = texts.join('').length / texts.length;
    expect(bytes).toBeLessThan(220);
    expect(words.length).toBeLessThan(rows.length * 3);
  });

  test('follows what is changed, hidden and removed', () => {
    const column = createKpiColumn();
    for (const [number, row] of rows.entries()) column.put(number, row);
    column.records(ids);
    const [first, second, third] = rows;
    if (first === undefined || second === undefined || third === undefined) throw new Error('few');
    column.put(0, { ...first, team: 'Night shift' });
    column.put(1, { ...second, visibility: 'private' });
    column.remove(2);
    const now = column.records(ids);
    expect(now).toHaveLength(rows.length - 2);
    expect(now.find(({ id }) => id === first.id)?.team).toBe('Night shift');
    expect(now.some(({ id }) => id === second.id || id === third.id)).toBe(false);
  });
});

describe('the address of insights', () => {
  const period = periodOn('quarter', Math.floor(nowMs / 86_400_000));
  const address = {
    period,
    filter: { item: 'Ward & more', team: '夜班', source: 'audit' as const },
    countsRefused: false,
  };

  test('brings back what was asked, and takes what means nothing for nothing', () => {
    expect(parseInsights(formatInsights(address), period)).toEqual(address);
    const usual = { period, filter: noFilter, countsRefused: true };
    expect(parseInsights('period=soon&source=rumour', period)).toEqual(usual);
    const figure = { ...address, name: 'productivity.open' };
    expect(parseFigure(formatFigure(figure))).toEqual(figure);
    for (const text of ['', '?', 'x', 'x?period=1', '?period=2026']) {
      expect(parseFigure(text), text).toBeUndefined();
    }
  });
});

test('the register finds exactly the records that a figure counts', () => {
  const period = periodOn('year', Math.floor(nowMs / 86_400_000));
  const known = kpiContextOf(undefined, [], nowMs);
  const context = { ...known, countsRefused: true };
  const { figures } = insightsOf(seen, { period, filter: noFilter, context, items: [] });
  const find = (figure: string) =>
    answerFromRows(
      rows,
      {
        query: { ...everything, figure },
        kpis: known,
        nowMs,
        language: 'en',
        ownerIds: undefined,
        people: [],
        myIds: [],
        model: firstModel,
      },
      new Set(),
    ).rows.length;
  const address = { period, filter: noFilter, countsRefused: true };
  for (const [name, { counts }] of Object.entries(figures)) {
    for (const [part, count] of Object.entries(counts)) {
      expect(find(formatFigure({ ...address, name: `${name}.${part}` })), name).toBe(count);
    }
  }
  expect(find('nonsense?period=2026')).toBe(0);
});

test('figures follow the register, and name the records that they lead to', async () => {
  const { deps, clock, keep, store } = createCoreReplica();
  await keep('Shorter forms');
  const desk = createInsightsDesk({
    ...deps,
    worker: () => {
      throw new Error('A small register needs no worker.');
    },
  });
  const answers: (InsightsAnswer | undefined)[] = [];
  const today = Math.floor(clock.nowMs() / 86_400_000);
  const stop = desk.watch(
    {
      period: periodOn('month', today),
      filter: noFilter,
      context: { ...kpiContextOf(undefined, [], clock.nowMs()), countsRefused: true },
      items: [],
    },
    (answer) => answers.push(answer),
  );
  await clock.pass(10);
  await keep('Louder bells');
  await clock.pass(3_000);
  stop();
  expect(answers.map((answer) => answer?.insights.total)).toEqual([1, 2]);
  expect(await store.countRecords()).toBe(2);
  expect(answers[1]?.named satisfies readonly { id: DocumentId }[] | undefined).toEqual([]);
});

test('the search worker answers as looking at each row does', async () => {
  const { deps, clock, keep, store } = createCoreReplica();
  for (const text of ['Shorter forms', 'Louder bells', 'Fewer keys']) await keep(text);
  const search = openIndexedSearch({ ...deps, language: 'en' });
  await search.ready;
  const known = kpiContextOf(undefined, [], clock.nowMs());
  const period = periodOn('month', Math.floor(clock.nowMs() / 86_400_000));
  const context = { ...known, countsRefused: true };
  const question = { period, filter: noFilter, context, items: ['Dock'] };
  const stored = await store.readNewest(0, 9);
  const replies: SearchReply[] = [];
  const desk = createSearchDesk({ ...deps, store, search }, (reply) => replies.push(reply));
  desk.take({ type: 'insights', request: 1, question });
  await clock.pass(10);
  const records = stored.map(kpiRecordOf).filter((record) => record !== undefined);
  const answer = replies.find((reply) => reply.type === 'insights')?.answer;
  expect(answer).toEqual({ insights: insightsOf(records, question), named: [] });
  const figure = formatFigure({
    period,
    filter: noFilter,
    countsRefused: true,
    name: 'opportunities.counted',
  });
  const ask = {
    query: { ...everything, figure, text: 'bells' },
    kpis: known,
    nowMs: clock.nowMs(),
    language: 'en',
    ownerIds: undefined,
    people: [],
    myIds: [],
    model: firstModel,
  };
  expect((await search.find(ask)).ids).toHaveLength(1);
  expect(await search.count([{ ...ask, query: { ...everything, figure } }, ask])).toEqual([3, 1]);
});

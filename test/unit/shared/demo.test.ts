/** The demo's organisation: the same from the same seed, whole, plausible, and in both languages. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { chineseWords } from '../../../shared/demo/chinese-words.ts';
import { decidedRecord } from '../../../shared/demo/decided-record.ts';
import { dayMs } from '../../../shared/demo/demo-times.ts';
import type { DemoWords } from '../../../shared/demo/demo-words.ts';
import { englishWords } from '../../../shared/demo/english-words.ts';
import { generateDemo } from '../../../shared/demo/generate-demo.ts';
import { playSettings } from '../../../shared/demo/play-steps.ts';
import { readCollection } from '../../../shared/document/collections.ts';
import { readField } from '../../../shared/document/read-document.ts';
import { readWorkspace } from '../../../shared/document/workspace-document.ts';
import { type ImprovementRow, stages } from '../../../shared/domain/improvement.ts';
import { cycleMs } from '../../../shared/process/ooda.ts';
import { assess } from '../../../shared/process/assess.ts';
import { firstModel } from '../../../shared/process/scoring-model.ts';

const nowMs = Date.UTC(2026, 4, 20, 9, 30);
const count = 600;
const seed = 7;

function playDemo(words: DemoWords) {
  const demo = generateDemo({ seed, count, words, nowMs });
  const settings = readWorkspace(playSettings(demo.settings, seed, () => undefined));
  const played = [...demo.records()].map((record, place) => ({
    record,
    ...decidedRecord(record, { seed, ref: `CI-${place + 1}`, settings }),
  }));
  return { demo, settings, played, rows: played.map(({ row }) => row) };
}

const share = (rows: readonly ImprovementRow[], is: (row: ImprovementRow) => boolean) =>
  rows.filter(is).length / rows.length;

it('tells the same from the same seed and something else from another', () => {
  const titles = (of: number) =>
    JSON.stringify([
      ...generateDemo({ seed: of, count: 30, words: englishWords, nowMs }).records(),
    ]);
  expect(titles(1)).toBe(titles(1));
  expect(titles(1)).not.toBe(titles(2));
});

describe.each([
  ['English', englishWords, /\p{Script=Han}/u],
  ['Chinese', chineseWords, /^[\p{Script=Latin}\s\d]+$/u],
] as const)('in %s', (_, words, foreign) => {
  const { demo, settings, played, rows } = playDemo(words);

  it('fills two years, more from year to year, and nothing after now', () => {
    expect(rows).toHaveLength(count);
    const times = rows.map(({ createdAt }) => createdAt);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[0]).toBeGreaterThan(nowMs - 2 * 365 * dayMs);
    expect(share(rows, ({ createdAt }) => createdAt > nowMs - 365 * dayMs)).toBeGreaterThan(0.55);
    for (const { record } of played) {
      const steps = record.steps.map(({ atMs }) => atMs);
      expect(steps).toEqual([...steps].sort((a, b) => a - b));
      expect(steps.every(Number.isInteger)).toBe(true);
      expect(steps.at(-1)).toBeLessThanOrEqual(nowMs);
    }
  });

  it('reaches every stage, and closes or refuses what is old', () => {
    const reached = new Map(
      stages.map((stage) => [stage, share(rows, (row) => row.stage === stage)]),
    );
    for (const [stage, part] of reached) expect([stage, part > 0.004]).toEqual([stage, true]);
    expect(reached.get('closed')).toBeGreaterThan(0.2);
    expect(reached.get('idea')).toBeLessThan(0.2);
  });

  it('gives no two records one title, and none in another language', () => {
    const titles = rows.map(({ title }) => title);
    expect(new Set(titles).size).toBeGreaterThan(count * 0.95);
    expect(titles.filter((title) => foreign.test(title))).toEqual([]);
    expect(rows.filter(({ text }) => /[{}]|undefined/.test(text))).toEqual([]);
  });

  it('scores by several, some contested, some disputed before the board', () => {
    const scored = rows.filter(({ assessors = [] }) => assessors.length > 1);
    expect(scored.length).toBeGreaterThan(count * 0.4);
    const contested = scored.filter(({ scores = {} }) => assess(firstModel, scores).isContested);
    expect(contested.length / scored.length).toBeGreaterThan(0.05);
    expect(contested.length / scored.length).toBeLessThan(0.3);
    expect(rows.some(({ isEscalated }) => isEscalated)).toBe(true);
  });

  it('holds cases, plans, conversations, votes, and what waits for somebody', () => {
    expect(share(rows, ({ costAmount }) => costAmount !== undefined)).toBeGreaterThan(0.2);
    expect(share(rows, ({ tasks }) => tasks !== undefined)).toBeGreaterThan(0.2);
    expect(share(rows, ({ replies = [] }) => replies.length > 0)).toBeGreaterThan(0.3);
    expect(share(rows, ({ supporters }) => supporters > 0)).toBeGreaterThan(0.4);
    for (const mark of ['isWaiting', 'isEscalated', 'isBlocked', 'changed', 'triageId'] as const) {
      expect([mark, rows.some((row) => row[mark] !== undefined && row[mark] !== false)]).toEqual([
        mark,
        true,
      ]);
    }
    expect(rows.filter(({ conflicts }) => conflicts.length > 0)).toEqual([]);
  });

  it('serves the objectives that were agreed on, some records none, and names people in words', () => {
    const known = settings.items.objectives.map(({ id }) => id);
    const served = rows.flatMap(({ objectives = [] }) => objectives);
    expect(served.filter((id) => !known.includes(id))).toEqual([]);
    expect(new Set(served).size).toBe(known.length);
    const assessed = rows.filter(({ assessors }) => assessors !== undefined);
    expect(share(assessed, ({ objectives }) => objectives !== undefined)).toBeGreaterThan(0.7);
    expect(share(assessed, ({ objectives }) => objectives === undefined)).toBeGreaterThan(0.05);
    const named = rows.flatMap(({ latest = [] }) => latest.filter(({ mentions }) => mentions));
    expect(named.some(({ thanks }) => thanks !== true)).toBe(true);
  });

  it('learns from what is closed, asks how satisfied people are, and thanks', () => {
    const closed = rows.filter(({ stage }) => stage === 'closed');
    expect(share(closed, ({ lessons }) => lessons !== undefined)).toBeGreaterThan(0.5);
    expect(share(closed, ({ pulses }) => pulses !== undefined)).toBe(1);
    expect(share(closed, ({ thanks = 0 }) => thanks > 0)).toBeGreaterThan(0.2);
    const open = rows.filter(({ stage }) => stage === 'inProgress');
    expect(open.some(({ reviewDays }) => reviewDays !== undefined)).toBe(true);
    expect(share(open, ({ lessons }) => lessons !== undefined)).toBeGreaterThan(0.2);
    expect(settings.pulses?.length).toBeGreaterThan(3);
    const texts = rows
      .flatMap(({ lessons }) => lessons?.kept ?? [])
      .map(({ planned, happened, why, nextTime }) => [planned, happened, why, nextTime].join());
    expect(new Set(texts).size).toBeGreaterThan(20);
    expect(texts.filter((text) => /[{}]|undefined/.test(text))).toEqual([]);
  });

  it('follows the kata in some records and the OODA loop in others, with what was learned', () => {
    const docs = played.map(({ update }) => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, update);
      return doc;
    });
    const following = (routine: string) =>
      docs.filter((doc) => readField(doc, 'routine').value === routine);
    expect(following('kata').length).toBeGreaterThan(5);
    expect(following('ooda').length).toBeGreaterThan(1);
    const told = following('kata').flatMap((doc) => readCollection(doc, 'experiments'));
    expect(told.some(({ values }) => values.learned !== '')).toBe(true);
    const turns = following('ooda').flatMap((doc) => readCollection(doc, 'loops'));
    for (const { values } of turns) {
      expect(cycleMs(values)).toBeGreaterThan(0);
      expect(values.endedAt).toBeLessThanOrEqual(nowMs);
    }
  });

  it('keeps some ideas within their team', () => {
    const teams = settings.items.catalogue.filter(({ values }) => values.kind === 'team');
    const kept = rows.filter(({ visibility }) => visibility === 'team');
    expect(kept.length).toBeGreaterThan(0);
    for (const { visibleTeam } of kept) expect(teams.map(({ id }) => id)).toContain(visibleTeam);
  });

  it('has people of every role, and an organisation that agreed on something', () => {
    const roles = new Set(demo.people.flatMap((person) => person.roles));
    for (const role of ['coordinator', 'approver', 'assessor', 'contributor', 'admin'] as const) {
      expect(roles).toContain(role);
    }
    expect(new Set(demo.people.map(({ name }) => name)).size).toBe(demo.people.length);
    expect(settings.texts.vision).toBe(words.vision);
    expect(settings.items.objectives).toHaveLength(words.objectives.length);
    expect(settings.items.catalogue.length).toBeGreaterThan(10);
  });
});

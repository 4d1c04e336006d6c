/** What the demo measures: readings as people could have taken them, charts that tell what they are meant to. */
import { describe, expect, it } from 'vitest';
import { chineseWords } from '../../../shared/demo/chinese-words.ts';
import { decidedRecord } from '../../../shared/demo/decided-record.ts';
import { dayMs, dayOf } from '../../../shared/demo/demo-times.ts';
import { englishWords } from '../../../shared/demo/english-words.ts';
import { generateDemo } from '../../../shared/demo/generate-demo.ts';
import { measureDesigns } from '../../../shared/demo/measure-designs.ts';
import { playMeasure, playSettings } from '../../../shared/demo/play-steps.ts';
import { readMeasure } from '../../../shared/document/measure-document.ts';
import { readWorkspace } from '../../../shared/document/workspace-document.ts';
import { isMeasureId } from '../../../shared/domain/document-kinds.ts';
import { verdicts } from '../../../shared/domain/verdicts.ts';
import { type Fact, isFact } from '../../../shared/process/facts.ts';
import { readReading } from '../../../shared/process/read-reading.ts';
import { type Signal, signalOf } from '../../../shared/process/verdict.ts';
import { findRuleHits } from '../../../shared/statistics/rules.ts';
import { before, since, within } from '../../../shared/statistics/reading.ts';
import { xmrLimits } from '../../../shared/statistics/xmr.ts';

const nowMs = Date.UTC(2026, 4, 20, 9, 30);
const seed = 7;

/** By the verdict that a design comes to: what its chart tells up to today; a few readings tell it later. */
const signals = {
  achieved: 'better',
  partlyAchieved: 'better',
  notAchieved: 'none',
  worse: 'worse',
  notMeasurable: undefined,
} as const satisfies Record<string, Signal | undefined>;

/** One for looking around, one for the server. */
describe.each([
  ['English', englishWords, 150],
  ['Chinese', chineseWords, 600],
] as const)('in %s', (_, words, count) => {
  const demo = generateDemo({ seed, count, words, nowMs });
  const measures = demo.measures.map(({ id, steps }, place) => ({
    id,
    steps,
    design: measureDesigns[place],
    read: readMeasure(playMeasure({ id, steps }, seed, () => undefined)),
  }));
  const settings = readWorkspace(playSettings(demo.settings, seed, () => undefined));
  const decided = [...demo.records()].map((record, place) => ({
    record,
    ...decidedRecord(record, { seed, ref: `CI-${place + 1}`, settings }),
  }));
  const closings = decided
    .flatMap(({ facts }) => facts as readonly Fact[])
    .filter((fact) => isFact(fact, 'confirmVerdict'))
    .map(({ said }) => said);

  it('takes only readings that a person could have taken, and nothing later than yesterday', () => {
    expect(measures).toHaveLength(measureDesigns.length);
    for (const { id, steps, read } of measures) {
      expect(isMeasureId(id)).toBe(true);
      const times = steps.map(({ atMs }) => atMs);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(times.at(-1)).toBeLessThan(nowMs);
      const taken = new Set<string>();
      for (const { at, value, note, takenAt } of read.readings) {
        const typed = read.scale[value - 1]?.title ?? String(value);
        const now = new Date(takenAt).toISOString().slice(0, 16);
        const { kind, unit } = read.values;
        const context = { kind, unit, scale: read.scale, decimal: '.', now, taken } as const;
        expect(readReading({ value: typed, at, note }, context)).toMatchObject({ ok: true });
        taken.add(at);
      }
      expect(read.readings.at(-1)?.at).toMatch(/^\d/);
    }
    const latest = measures.map(({ read }) => read.readings.at(-1)?.at ?? '');
    expect(latest.sort().at(-1)).toBe(dayOf(nowMs - dayMs));
  });

  it('has charts that tell a signal where one is meant, and none where none is', () => {
    for (const { read, design } of measures) {
      const { values, items, readings } = read;
      const [change] = items.interventions;
      const at = change?.values.at ?? '';
      const period = { from: values.baselineFrom, to: values.baselineTo };
      const rules = values.ruleset || 'wheeler';
      const form = values.limitsForm || 'mean';
      const valuesOf = (some: typeof readings) => some.map(({ value }) => value);
      const limits = xmrLimits(valuesOf(before(within(readings, period), at)), { rules, form });
      if (!limits.ok || design === undefined) throw new Error(`${values.name} has no limits.`);
      const hits = findRuleHits(valuesOf(since(readings, at)), limits.value, rules);
      const meant = signals[design.comesTo];
      if (meant === undefined) continue;
      expect([values.name, signalOf(hits, values.better || 'higher')]).toEqual([
        values.name,
        meant,
      ]);
    }
  });

  it('closes by what the figures propose, and comes to every verdict', () => {
    const proposed = closings.filter((closing) => closing.proposed !== undefined);
    expect(new Set(proposed.map((closing) => closing.proposed))).toEqual(new Set(verdicts));
    expect(proposed.filter((closing) => closing.verdict !== closing.proposed)).toEqual([]);
    for (const { reason } of closings) expect(reason).toMatch(/\S/);
  });

  it('freezes what is measured with its unit, and shows it in records under way too', () => {
    const measured = decided.filter(({ row }) => row.measured !== undefined);
    for (const { facts, row } of measured) {
      const frozen = (facts as readonly Fact[]).find((fact) => isFact(fact, 'freezeTarget'));
      const { measure, measureId } = frozen?.said ?? {};
      expect(row.measured).toEqual([measureId]);
      expect(measures.find(({ id }) => id === measureId)?.read.values.name).toBe(measure);
    }
    const stages = new Set(measured.map(({ row }) => row.stage));
    expect(stages).toContain('closed');
    expect(stages).toContain('inProgress');
  });

  it('says of some closings what came unexpected, what it cost, what it brought and how long it took', () => {
    for (const part of ['unexpected', 'actualCost', 'actualBenefit', 'actualDays'] as const) {
      const share =
        closings.filter((closing) => closing[part] !== undefined).length / closings.length;
      expect([part, share > 0.2]).toEqual([part, true]);
    }
  });
});

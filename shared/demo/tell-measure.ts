/** How a measure of the demo came about: begun by somebody, read off week by week, with the change that was made. */
import { orderBetween } from '../document/collections.ts';
import type { ReadingEntry } from '../document/read-readings.ts';
import { createDocumentId } from '../domain/document-kinds.ts';
import type { MeasureField, MeasureValues } from '../domain/measure.ts';
import { between, drawId, happens } from './chance.ts';
import { dayMs, dayOf } from './demo-times.ts';
import type { DemoMeasure, DemoPerson, MeasureDeed, MeasureStep } from './demo-step.ts';
import type { DemoWords } from './demo-words.ts';
import type { PlannedMeasure, PlannedReading } from './plan-measures.ts';
import { withRole } from './record-cast.ts';
import { below, createRandom, pick } from './seeded-random.ts';

const hourMs = dayMs / 24;
/** Written down together; the last ones each on its day. */
const together = { week: 4, day: 7 } as const;
const lastAlone = 6;

export type MeasureTelling = {
  readonly seed: number;
  readonly words: DemoWords;
  readonly people: readonly DemoPerson[];
};

export function tellMeasure(
  plan: PlannedMeasure,
  { seed, words, people }: MeasureTelling,
): DemoMeasure {
  const { design, readings, interventionMs, host, target, baselineFrom } = plan;
  const random = createRandom(seed);
  const [firstMs, lastMs] = [readings[0]?.atMs ?? 0, readings.at(-1)?.atMs ?? 0];
  const [coordinator] = withRole(people, 'coordinator');
  const doers = withRole(people, 'contributor');
  const taker = doers[below(random, doers.length)] ?? coordinator;
  if (coordinator === undefined || taker === undefined) throw new Error('The cast lacks a role.');
  const said = words.measured.of[design.name];
  const id = createDocumentId('measure', {
    nowMs: () => firstMs,
    randomBytes: (sizeBytes) => Uint8Array.from({ length: sizeBytes }, () => below(random, 256)),
  });
  const steps: MeasureStep[] = [];
  const note = (by: DemoPerson, atMs: number, deed: MeasureDeed) =>
    steps.push({ ...deed, by, atMs });
  const set = <F extends MeasureField>(
    by: DemoPerson,
    atMs: number,
    field: F,
    value: MeasureValues[F],
  ) => note(by, atMs, { type: 'change', change: { type: 'setField', field, value } });

  const { every, period, better, ruleset, limitsForm } = design;
  note(coordinator, firstMs + 9 * hourMs, {
    type: 'begin',
    values: {
      name: said.name,
      unit: said.unit,
      method: said.method,
      kind: design.isOnScale === true ? 'qualitative' : 'quantitative',
      better,
      every,
      period,
      takenBy: taker.id,
      ruleset,
      limitsForm,
    },
  });
  let order = '';
  const labels = (said.scale ?? []).map((title) => {
    const item = drawId<string>(random, firstMs);
    order = orderBetween(order, '');
    note(coordinator, firstMs + 9 * hourMs, {
      type: 'change',
      change: { type: 'setItem', collection: 'scale', item, change: { title, order } },
    });
    return item;
  });

  const entryOf = ({ atMs, value }: PlannedReading): ReadingEntry => ({
    id: drawId<string>(random, atMs),
    at: dayOf(atMs),
    value: labels[value - 1] ?? value,
    note: happens(random, 0.04) ? pick(random, words.measured.notes) : '',
  });
  for (const sitting of sittingsOf(readings, together[period])) {
    const endMs = sitting.at(-1)?.atMs ?? lastMs;
    const atMs = endMs + 14 * hourMs + between(random, 0, 3 * hourMs);
    const entries = sitting.map(entryOf);
    note(taker, atMs, { type: 'change', change: { type: 'writeReadings', entries } });
  }

  const owner = host?.cast.owner ?? coordinator;
  const day = dayOf(interventionMs);
  const change = { title: said.change, at: day, ...(host !== undefined && { record: host.id }) };
  note(owner, interventionMs, {
    type: 'change',
    change: {
      type: 'setItem',
      collection: 'interventions',
      item: drawId<string>(random, interventionMs),
      change: { ...change, order: orderBetween('', '') },
    },
  });
  set(owner, interventionMs, 'baselineFrom', baselineFrom);
  set(owner, interventionMs, 'baselineTo', dayOf(interventionMs - dayMs));
  if (labels.length === 0) set(owner, interventionMs, 'target', target);
  else set(owner, interventionMs, 'targetLabel', labels[target - 1] ?? '');
  return { id, steps: steps.toSorted((a, b) => a.atMs - b.atMs) };
}

function sittingsOf(
  readings: readonly PlannedReading[],
  size: number,
): readonly (readonly PlannedReading[])[] {
  const sittings: PlannedReading[][] = [];
  const alone = readings.length - lastAlone;
  for (let at = 0; at < alone; at += size)
    sittings.push(readings.slice(at, Math.min(at + size, alone)));
  return [...sittings, ...readings.slice(alone).map((reading) => [reading])];
}

/** What a record is measured by: chosen with its case, frozen at approval, changed from the day on which work begins. */
import type { DocumentId } from '../domain/ids.ts';
import type { CommandRequest } from '../process/commands.ts';
import { between } from './chance.ts';
import { dayMs, dayOf } from './demo-times.ts';
import type { MeasurePromise } from './plan-measures.ts';
import { pick } from './seeded-random.ts';
import type { Story } from './tell-record.ts';

/** A measure of the library, and what the record promises of it. */
export type Measuring = { readonly measure: DocumentId; readonly promise: MeasurePromise };

const dueAfterMs = 180 * dayMs;

export function tellMeasured({ script, words, measuring, life }: Story, atMs: number): void {
  if (measuring === undefined) return;
  const { measure, promise } = measuring;
  script.append('measured', {
    title: words.measured.of[promise.design.name].name,
    measure,
    baselineFrom: promise.baselineFrom,
    target: promise.target,
    dueOn: dayOf((life.at('decided') ?? atMs) + dueAfterMs),
  });
}

export function tellIntervention({ script }: Story, atMs: number): void {
  for (const entry of script.entries('measured')) {
    const baselineTo = dayOf(atMs - dayMs);
    script.change('measured', entry, { interventionOn: dayOf(atMs), baselineTo });
  }
}

/** Where nothing of the library fits, the figures are somebody's own count. */
export function freezing({ measuring, words, random }: Story, atMs: number): CommandRequest {
  const baseline = between(random, 12, 90);
  const own = {
    type: 'freezeTarget',
    measure: pick(random, words.measures),
    baseline,
    target: Math.round(baseline * (0.4 + random() * 0.4)),
    dueOn: dayOf(atMs + between(random, 90, 240) * dayMs),
    rules: '',
  } as const;
  if (measuring === undefined) return own;
  const { design, baseline: was, target } = measuring.promise;
  const { name, unit } = words.measured.of[design.name];
  return {
    type: 'freezeTarget',
    measure: name,
    measureId: measuring.measure,
    unit,
    baseline: was,
    target,
    dueOn: dayOf(atMs + dueAfterMs),
    rules: design.ruleset,
  };
}

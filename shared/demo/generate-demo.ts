/**
 * Two years of an organisation that does not exist, from a seed: its people, what they have agreed on, and what
 * happened in each of its records. The same seed, words and moment always tell the same.
 */
import type { ActorId, DeviceId, DocumentId, PersonId } from '../domain/ids.ts';
import type { ItemChange, WorkspaceCollection } from '../domain/collections.ts';
import { drawId, happens } from './chance.ts';
import { dayMs, drawCaptureTimes } from './demo-times.ts';
import type { DemoMeasure, DemoPerson, DemoRecord, SettingsStep } from './demo-step.ts';
import type { DemoWords } from './demo-words.ts';
import { drawLife } from './life-of-record.ts';
import { type Fate, type PlannedMeasure, planMeasures } from './plan-measures.ts';
import { castRecord, drawSubject } from './record-cast.ts';
import { below, createRandom } from './seeded-random.ts';
import { tellMeasure } from './tell-measure.ts';
import type { Measuring } from './tell-measured.ts';
import { type Earlier, tellRecord } from './tell-record.ts';
import { tellSettings } from './tell-settings.ts';

export type DemoOptions = {
  readonly seed: number;
  /** Of records. */
  readonly count: number;
  readonly words: DemoWords;
  /** Unix ms: nothing happens later. */
  readonly nowMs: number;
};

export type Demo = {
  readonly people: readonly DemoPerson[];
  /** Unix ms: everybody is there from then on. */
  readonly fromMs: number;
  readonly settings: readonly SettingsStep[];
  readonly measures: readonly DemoMeasure[];
  /** Oldest first; made as they are asked for. */
  readonly records: () => Generator<DemoRecord>;
};

export function generateDemo({ seed, count, words, nowMs }: DemoOptions): Demo {
  const random = createRandom(seed);
  const fromMs = nowMs - (2 * 365 + 5) * dayMs;
  const people = words.people.map(({ name, roles }): DemoPerson => ({
    id: drawId<PersonId>(random, fromMs),
    actor: drawId<ActorId>(random, fromMs),
    device: drawId<DeviceId>(random, fromMs),
    name,
    roles,
  }));
  const settings = tellSettings(random, words, people, { fromMs, nowMs });
  const objectives = appendedTo(settings, 'objectives').map(({ item }) => item);
  const teams = new Map(
    appendedTo(settings, 'catalogue')
      .filter(({ change }) => change.kind === 'team')
      .map(({ item, change }) => [change.title ?? '', item]),
  );
  const times = drawCaptureTimes(random, count, nowMs);
  const fates = drawFates(seed, words, people, times, nowMs);
  const plans = planMeasures({ seed, words, fates, nowMs });
  const measures = plans.map((plan, place) =>
    tellMeasure(plan, { seed: seed * 104_729 + place, words, people }),
  );
  const measured = measuringsOf(plans, measures);

  function* records(): Generator<DemoRecord> {
    const earlier: Earlier[] = [];
    for (const { id, seed: own, isForTeam, ...fate } of fates) {
      const { subject, life } = fate;
      const onlyTeam = isForTeam ? teams.get(subject.theme.team) : undefined;
      const told = { ...fate, onlyTeam, measuring: measured.get(id), random: createRandom(own) };
      const steps = tellRecord({ ...told, objectives, words, nowMs, earlier });
      if (life.stage !== 'duplicate' && !isForTeam) earlier.push({ id, item: subject.theme.item });
      yield { id, steps };
    }
  }

  return { people, fromMs, settings, measures, records };
}

function appendedTo<C extends WorkspaceCollection>(settings: readonly SettingsStep[], list: C) {
  return settings.flatMap((step) =>
    step.type === 'change' && step.change.type === 'setItem' && step.change.collection === list
      ? [{ item: step.change.item, change: step.change.change as ItemChange<C> }]
      : [],
  );
}

/** `seed`: of its story. `isForTeam`: only its team sees it, and nobody else comes by. */
type DrawnFate = Fate & { readonly seed: number; readonly isForTeam: boolean };

const shareForTeam = 0.15;

/** What becomes of every record, before any of it is told: what one measures depends on the others. */
function drawFates(
  seed: number,
  words: DemoWords,
  people: readonly DemoPerson[],
  times: readonly number[],
  nowMs: number,
): readonly DrawnFate[] {
  const titles = new Set<string>();
  return times.map((capturedMs, place) => {
    // Its own chance for each, so that a change in one leaves the others as they were.
    const own = createRandom(seed * 1_000_003 + place);
    const id = drawId<DocumentId>(own, capturedMs);
    const subject = drawSubject(own, words, (title) => titles.has(title));
    titles.add(subject.title);
    const life = drawLife(own, capturedMs, nowMs);
    const cast = castRecord(own, people);
    const story = below(own, 2 ** 32);
    const isForTeam = life.stage === 'idea' && happens(own, shareForTeam);
    return { id, subject, life, cast, seed: story, isForTeam };
  });
}

function measuringsOf(
  plans: readonly PlannedMeasure[],
  measures: readonly DemoMeasure[],
): ReadonlyMap<DocumentId, Measuring> {
  const measured = new Map<DocumentId, Measuring>();
  for (const [place, plan] of plans.entries()) {
    const measure = measures[place]?.id;
    if (measure === undefined) continue;
    if (plan.host !== undefined) measured.set(plan.host.id, { measure, promise: plan });
    for (const { of, promise } of plan.followers) measured.set(of.id, { measure, promise });
  }
  return measured;
}

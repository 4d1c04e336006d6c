/**
 * Two years of an organisation that does not exist, from a seed: its people, what they have agreed on, and what
 * happened in each of its records. The same seed, words and moment always tell the same.
 */
import type { ActorId, DeviceId, DocumentId, PersonId } from '../domain/ids.ts';
import { drawId } from './chance.ts';
import { dayMs, drawCaptureTimes } from './demo-times.ts';
import type { DemoPerson, DemoRecord, SettingsStep } from './demo-step.ts';
import type { DemoWords } from './demo-words.ts';
import { drawLife } from './life-of-record.ts';
import { castRecord, drawSubject } from './record-cast.ts';
import { createRandom } from './seeded-random.ts';
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
  const objectives = settings.flatMap((step) =>
    step.type === 'change' &&
    step.change.type === 'setItem' &&
    step.change.collection === 'objectives'
      ? [step.change.item]
      : [],
  );
  const times = drawCaptureTimes(random, count, nowMs);

  function* records(): Generator<DemoRecord> {
    const titles = new Set<string>();
    const earlier: Earlier[] = [];
    for (const [place, capturedMs] of times.entries()) {
      // Its own chance for each, so that a change in one leaves the others as they were.
      const own = createRandom(seed * 1_000_003 + place);
      const id = drawId<DocumentId>(own, capturedMs);
      const subject = drawSubject(own, words, (title) => titles.has(title));
      titles.add(subject.title);
      const life = drawLife(own, capturedMs, nowMs);
      const cast = castRecord(own, people);
      const steps = tellRecord({
        objectives,
        random: own,
        words,
        life,
        cast,
        subject,
        nowMs,
        earlier,
      });
      if (life.stage !== 'duplicate') earlier.push({ id, item: subject.theme.item });
      yield { id, steps };
    }
  }

  return { people, fromMs, settings, records };
}

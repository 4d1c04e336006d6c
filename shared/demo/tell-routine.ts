/** The routine that some records follow: a kata with its steps and cards, or the turns of an OODA loop. */
import { between, fill, happens, pickSome, say } from './chance.ts';
import { dayMs, dayOf } from './demo-times.ts';
import type { Story } from './tell-record.ts';

const kataShare = 0.14;
const oodaShare = 0.06;

export function tellRoutine(story: Story, atMs: number): void {
  const drawn = story.random();
  if (drawn < kataShare) tellKata(story, atMs);
  else if (drawn < kataShare + oodaShare) tellLoops(story, atMs);
}

function tellKata({ script, cast, random, words, subject, nowMs }: Story, atMs: number): void {
  const told = words.routines;
  script.turnTo(cast.owner, atMs);
  script.set('routine', 'kata');
  script.write('kataProcess', told.process(subject.theme.item));
  script.write('kataChallenge', say(random, told.challenges));
  const target = say(random, told.targets);
  script.write('kataTarget', target);
  script.write('kataCurrent', say(random, told.currents));
  script.set('kataAchieveBy', dayOf(atMs + between(random, 30, 120) * dayMs));
  const obstacles = pickSome(random, told.obstacles, 3).map((title, place) =>
    script.append('obstacles', { title, state: place === 0 ? 'addressing' : 'open' }),
  );
  const [obstacle = ''] = obstacles;
  const count = between(random, 1, told.steps.length);
  /** The card whose next step comes now. */
  let card: string | undefined;
  for (const [place, step] of told.steps.slice(0, count).entries()) {
    const startedMs = atMs + place * between(random, 3, 8) * dayMs;
    const seenMs = startedMs + 2 * dayMs;
    if (startedMs > nowMs) return;
    script.turnTo(cast.owner, startedMs);
    const expected = fill(random, step.expected);
    const experiment = script.append('experiments', {
      title: fill(random, step.title),
      metric: step.metric,
      expected,
      dueOn: dayOf(seenMs),
      obstacle,
    });
    if (card !== undefined) script.change('coachings', card, { experiment });
    if (seenMs > nowMs) return;
    const [happened, learned] = [fill(random, step.happened), fill(random, step.learned)];
    script.turnTo(cast.coordinator, seenMs);
    card = script.append('coachings', {
      on: dayOf(seenMs),
      coach: cast.coordinator.id,
      learner: cast.owner.id,
      target,
      actual: say(random, told.actuals),
      ...(place > 0 && { planned: step.title, expected, happened, learned }),
      inTheWay: told.obstacles.join(' · '),
      obstacle,
      nextStep: told.steps[place + 1]?.title ?? '',
      nextExpected: fill(random, told.steps[place + 1]?.expected ?? ''),
      closedOn: dayOf(seenMs),
    });
    script.turnTo(cast.owner, seenMs);
    script.change('experiments', experiment, { happened, learned });
  }
}

const minuteMs = 60_000;

function tellLoops({ script, cast, random, words }: Story, atMs: number): void {
  script.turnTo(cast.owner, atMs);
  script.set('routine', 'ooda');
  // The turns lie before the moment at which they are told of.
  let startedAt = atMs - 6 * 60 * minuteMs;
  for (const turn of words.routines.turns) {
    const endedAt = startedAt + between(random, 12, 70) * minuteMs;
    script.append('loops', {
      observe: fill(random, turn.observe),
      orient: fill(random, turn.orient),
      decide: fill(random, turn.decide),
      act: happens(random, 0.9) ? fill(random, turn.act) : '',
      startedAt,
      endedAt,
    });
    startedAt = endedAt;
  }
}

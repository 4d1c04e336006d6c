/** How work on a record is shown, what is learned in it, and what people say once it is done. */
import type { Verdict } from '../domain/verdicts.ts';
import { between, fill, happens, pickSome, type Random, say } from './chance.ts';
import { dayMs, dayOf } from './demo-times.ts';
import { recordPulse } from '../process/pulse.ts';
import { createRandom, pick } from './seeded-random.ts';
import type { Story } from './tell-record.ts';

/** A chance of its own, so that what is told here changes nothing of what else happens. */
export const chanceOf = ({ life }: Story, chapter: number) =>
  createRandom(((life.at('captured') ?? life.turnedAt) >>> 3) + chapter);

/** Who has a stake in it, and in which rounds it is done. */
export function tellRounds(story: Story, atMs: number): void {
  const { script, cast, subject, words } = story;
  const random = chanceOf(story, 1);
  for (const person of pickSome(random, cast.others, between(random, 1, 2))) {
    script.add('stakeholders', person.id);
  }
  if (subject.effort === 'low') return;
  for (const [place, goal] of words.outcome.iterations.entries()) {
    const endsMs = atMs + (24 + place * 30) * dayMs;
    const showcaseOn = dayOf(endsMs + 3 * dayMs);
    script.append('iterations', { goal, endsOn: dayOf(endsMs), showcaseOn });
  }
}

/** What each who saw the result of the first round says, and what was learned. */
export function tellLearned(story: Story, atMs: number): void {
  const { script, cast, words, life } = story;
  const random = chanceOf(story, 2);
  const iterations = script.entries('iterations');
  const shown = life.stage === 'reviewing' ? iterations.slice(0, 1) : iterations;
  for (const iteration of shown) {
    for (const person of cast.others.slice(0, between(random, 1, 2))) {
      const value = pick(random, ['yes', 'yes', 'partly', 'no'] as const);
      const note = { yes: 0, partly: 1, no: 2 }[value];
      script.append('showcaseAnswers', {
        iteration,
        person: person.id,
        value,
        note: words.outcome.showcase[note] ?? '',
      });
    }
    script.change('iterations', iteration, { closedOn: dayOf(atMs) });
  }
  if (happens(random, 0.7)) noteLessons(story, random, atMs, between(random, 1, 2));
}

/** Not only at the end: where work is going on, too. */
export function tellLearnedSoFar(story: Story, atMs: number): void {
  const random = chanceOf(story, 8);
  if (story.life.stage === 'inProgress' && happens(random, 0.45)) {
    noteLessons(story, random, atMs, 1);
  }
}

function noteLessons({ script, cast, words }: Story, random: Random, atMs: number, count: number) {
  for (const lesson of pickSome(random, words.outcome.lessons, count)) {
    script.append('lessons', {
      kind: lesson.kind,
      planned: fill(random, lesson.planned),
      happened: fill(random, lesson.happened),
      why: fill(random, lesson.why),
      nextTime: fill(random, lesson.nextTime),
      by: pick(random, [cast.owner, cast.owner, cast.author]).id,
      on: dayOf(atMs),
    });
  }
}

/** Whoever had the idea, and those with a stake, say how satisfied they are; what went well is thanked for. */
export function tellThanks(story: Story, verdict: Verdict): void {
  const { script, cast, words } = story;
  const random = chanceOf(story, 4);
  const isWell = verdict === 'achieved' || verdict === 'partlyAchieved';
  for (const person of [cast.author, ...cast.others.slice(0, between(random, 0, 2))]) {
    script.turnTo(person, 0);
    script.score(recordPulse, isWell ? between(random, 3, 5) : between(random, 1, 3));
  }
  if (!isWell || !happens(random, 0.4)) return;
  script.turnTo(cast.coordinator, 0);
  script.thank(say(random, words.outcome.thanks), [cast.owner, cast.author]);
}

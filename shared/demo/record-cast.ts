/** Who is who to one record, and what it is about. */
import { type Level, levels } from '../domain/improvement.ts';
import { below, pick } from './seeded-random.ts';
import { between, fill, happens, pickSome, type Random, say } from './chance.ts';
import type { DemoPerson } from './demo-step.ts';
import type { DemoTheme, DemoWords } from './demo-words.ts';

export type RecordCast = {
  readonly author: DemoPerson;
  readonly coordinator: DemoPerson;
  readonly owner: DemoPerson;
  /** The first decides; the dearest takes both. */
  readonly approvers: readonly DemoPerson[];
  readonly assessors: readonly DemoPerson[];
  /** Everybody but the author, in the order in which they come by. */
  readonly others: readonly DemoPerson[];
};

export type Subject = {
  readonly theme: DemoTheme;
  readonly title: string;
  readonly urgency: Level;
  readonly value: Level;
  readonly effort: Level;
  readonly cost: Level;
};

export const withRole = (
  people: readonly DemoPerson[],
  role: DemoPerson['roles'][number],
): readonly DemoPerson[] => people.filter(({ roles }) => roles.includes(role));

export function castRecord(random: Random, people: readonly DemoPerson[]): RecordCast {
  const shuffled = pickSome(random, people, people.length);
  // Some write often, most now and then.
  const author = people[Math.floor(random() ** 1.6 * people.length)] ?? first(people);
  const doers = withRole(people, 'contributor');
  return {
    author,
    coordinator: first(withRole(shuffled, 'coordinator')),
    owner: doers[below(random, doers.length)] ?? author,
    approvers: withRole(shuffled, 'approver'),
    assessors: shuffled.filter(({ roles }) =>
      roles.some((role) => role === 'assessor' || role === 'coordinator'),
    ),
    others: shuffled.filter((person) => person !== author),
  };
}

/** Tried so often for a title that nothing else has. */
const tries = 40;

export function drawSubject(
  random: Random,
  words: DemoWords,
  isTaken: (title: string) => boolean,
): Subject {
  let [theme, title] = drawTitle(random, words);
  for (let i = 0; i < tries && isTaken(title); i++) [theme, title] = drawTitle(random, words);
  const level = () => pick(random, levels);
  return { theme, title, urgency: level(), value: level(), effort: level(), cost: level() };
}

function drawTitle(random: Random, words: DemoWords): [DemoTheme, string] {
  const theme = pick(random, words.themes);
  const kind = pick(random, theme.kinds);
  const [thing, place, trouble] = [kind.things, theme.places, kind.troubles].map((choices) =>
    say(random, choices),
  ) as [string, string, string];
  return [theme, words.title(thing, place, trouble)];
}

function first(people: readonly DemoPerson[]): DemoPerson {
  const [person] = people;
  if (person === undefined) throw new Error('The cast lacks a role.');
  return person;
}

/** A title line, then what it comes to and often a proposal. */
export function captureText(
  random: Random,
  words: DemoWords,
  { title, theme }: Pick<Subject, 'title' | 'theme'>,
): string {
  const effects = pickSome(random, words.effects, between(random, 1, 3));
  const proposals = pickSome(random, theme.proposals, happens(random, 0.7) ? 1 : 0);
  const sentences = [...effects, ...proposals].map((template) => fill(random, template));
  return `${title}\n${sentences.join(words.space)}`;
}

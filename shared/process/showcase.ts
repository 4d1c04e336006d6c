/** What stakeholders say of an iteration's result: one answer a person, the latest where two were given apart. */
import type { Item } from '../document/collections.ts';

type Answer = Item<'showcaseAnswers'>;

export const answerOf = (
  answers: readonly Answer[],
  iteration: string,
  person: string,
): Answer | undefined =>
  answers.findLast(({ values }) => values.iteration === iteration && values.person === person);

export function countAnswers(
  answers: readonly Answer[],
  iteration: string,
): { readonly yes: number; readonly partly: number; readonly no: number } {
  const own = answers.filter(({ values }) => values.iteration === iteration);
  const persons = [...new Set(own.map(({ values }) => values.person))];
  const values = persons.map((person) => answerOf(own, iteration, person)?.values.value);
  const count = (value: string) => values.filter((one) => one === value).length;
  return { yes: count('yes'), partly: count('partly'), no: count('no') };
}

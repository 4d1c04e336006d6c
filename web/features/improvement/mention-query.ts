/** Whom somebody who types `@` may mean, and the text once they have chosen. */
import type { Person } from '../../../shared/domain/person.ts';

/** Where the `@` stands, and what was typed behind it up to the caret. */
export type MentionQuery = { readonly at: number; readonly typed: string };

const shownAtMost = 6;

/** undefined: the caret is not behind an `@`. */
export function mentionQueryAt(text: string, caret: number): MentionQuery | undefined {
  const found = /(?:^|[^\p{L}\p{N}@]|\p{Script=Han})@([^@\n]{0,40})$/u.exec(text.slice(0, caret));
  const typed = found?.[1];
  if (typed === undefined || typed.startsWith(' ')) return undefined;
  return { at: caret - typed.length - 1, typed };
}

/** Those with a word of their name that begins so, in the order of the list. */
export function peopleFor({ typed }: MentionQuery, people: readonly Person[]): readonly Person[] {
  const wanted = typed.toLocaleLowerCase();
  return people
    .filter(({ displayName, isRemoved }) => {
      const name = displayName.toLocaleLowerCase();
      return !isRemoved && name !== '' && (name.startsWith(wanted) || name.includes(` ${wanted}`));
    })
    .slice(0, shownAtMost);
}

export function withMention(
  text: string,
  { at, typed }: MentionQuery,
  { displayName }: Pick<Person, 'displayName'>,
): { readonly text: string; readonly caret: number } {
  const before = `${text.slice(0, at)}@${displayName} `;
  const after = text.slice(at + 1 + typed.length);
  return { text: before + (after.startsWith(' ') ? after.slice(1) : after), caret: before.length };
}

/**
 * People named in a comment. The text says `@Name` with an invisible mark behind it, and the comment holds their
 * ids in the same order: so the name that is shown can follow the person, whatever they are called by then.
 */
import { limits } from './improvement.ts';
import type { PersonId } from './ids.ts';
import { displayNameLength, type Person } from './person.ts';

/** U+2060, the word joiner: has no width and is part of no name. */
const mark = '\u2060';

export type Mentioning = { readonly text: string; readonly mentions: readonly PersonId[] };

/** Marks every `@Name` of somebody among `people`; of several of one name, the first is meant. */
export function markMentions(
  plain: string,
  people: readonly Pick<Person, 'id' | 'displayName'>[],
): Mentioning {
  const longestFirst = people
    .filter(({ displayName }) => displayName !== '')
    .toSorted((a, b) => b.displayName.length - a.displayName.length);
  const mentions: PersonId[] = [];
  let text = '';
  let rest = plain.replaceAll(mark, '');
  while (rest !== '') {
    const at = rest.indexOf('@');
    if (at === -1 || mentions.length === limits.mentions) break;
    text += rest.slice(0, at + 1);
    rest = rest.slice(at + 1);
    const isInWord = /[\p{L}\p{N}]@$/u.test(text) && !/\p{Script=Han}@$/u.test(text);
    const person = isInWord ? undefined : longestFirst.find((one) => isNamed(rest, one));
    if (person === undefined) continue;
    text += person.displayName + mark;
    rest = rest.slice(person.displayName.length);
    mentions.push(person.id);
  }
  return { text: text + rest, mentions };
}

/** "@Ann" is not "@Anna"; words of Chinese stand without spaces between them. */
function isNamed(text: string, { displayName }: Pick<Person, 'displayName'>): boolean {
  if (!text.startsWith(displayName)) return false;
  const next = text.slice(displayName.length);
  return !/^[\p{L}\p{N}]/u.test(next) || /^\p{Script=Han}/u.test(next);
}

/** `person` is left out of plain text. */
export type MentionPart = { readonly text: string; readonly person?: PersonId };

const marked = new RegExp(`@([^@\\n${mark}]{1,${displayNameLength}})${mark}`, 'gu');

/** The text in pieces, in order: what was written, and who is named. A mark without an id stays text. */
export function readMentions({
  text,
  mentions = [],
}: {
  readonly text: string;
  readonly mentions?: readonly PersonId[] | undefined;
}): readonly MentionPart[] {
  const parts: MentionPart[] = [];
  let end = 0;
  let count = 0;
  for (const match of text.matchAll(marked)) {
    const person = mentions[count++];
    if (person === undefined) break;
    parts.push({ text: text.slice(end, match.index) }, { text: match[1] ?? '', person });
    end = match.index + match[0].length;
  }
  parts.push({ text: text.slice(end).replaceAll(mark, '') });
  return parts.filter((part) => part.person !== undefined || part.text !== '');
}

/** What help says of each page, and how one finds it by words. */

/** Groups of pages, in the order in which help lists them. */
export const helpGroups = {
  ideas: ['capture', 'register', 'record', 'me', 'notices', 'drafts'],
  deciding: ['triage', 'business-case', 'prioritise', 'scoring', 'decisions'],
  doing: ['board', 'kata', 'ooda', 'measures'],
  learning: ['reviews', 'lessons', 'celebrate', 'insights'],
  workspace: ['direction', 'practice', 'catalogue', 'members', 'join', 'help'],
} as const;
export type HelpGroup = keyof typeof helpGroups;

export const helpGroupNames = Object.keys(helpGroups) as readonly HelpGroup[];

/** A page, by the first part of its address; a record, the register and capture by their own names. */
export type HelpPage = (typeof helpGroups)[HelpGroup][number];

export const helpPages: readonly HelpPage[] = helpGroupNames.flatMap((group) => helpGroups[group]);

export const isHelpPage = (name: string): name is HelpPage =>
  (helpPages as readonly string[]).includes(name);

export type HelpText = {
  /** As the page calls itself. */
  readonly title: string;
  /** What it is for, in a sentence or two. */
  readonly purpose: string;
  readonly how: readonly string[];
  /** What happens without a network. */
  readonly offline: string;
  /** What to press, and what it does. */
  readonly keys?: readonly (readonly [pressed: string, does: string])[];
};

export type HelpTexts = { readonly [P in HelpPage]: HelpText };

/** Pages of which every word asked for is said somewhere; all of them when none is asked. */
export function findHelp(texts: HelpTexts, asked: string): readonly HelpPage[] {
  const words = asked.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  return helpPages.filter((page) => {
    const said = wordsOf(texts[page]).toLocaleLowerCase();
    return words.every((word) => said.includes(word));
  });
}

const wordsOf = ({ title, purpose, how, offline, keys = [] }: HelpText): string =>
  [title, purpose, ...how, offline, ...keys.flat()].join('\n');

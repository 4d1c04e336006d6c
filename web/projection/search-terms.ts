/**
 * How a text becomes search terms, the same for rows and for what a person types: words in lower case,
 * Chinese, Japanese and Korean in pairs of characters.
 */
import type { ImprovementRow } from '../../shared/domain/improvement.ts';
import type { RowLesson } from '../../shared/domain/row-outcome.ts';

const words = /[\p{L}\p{N}]+(?:[-'’._/][\p{L}\p{N}]+)*/gu;
const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu;
const innerMarks = /[-'’._/]/u;

/** Everything a person may look for a record by. */
export const searchedText = (row: ImprovementRow): string =>
  [
    row.ref,
    row.localNumber,
    row.title,
    row.text,
    ...row.tags,
    ...row.affectedItems,
    ...(row.lessons?.kept ?? []).flatMap(wordsOfLesson),
  ].join('\n');

const wordsOfLesson = ({ planned, happened, why, nextTime }: RowLesson) => [
  planned,
  happened,
  why,
  nextTime,
];

/** Terms of a row: compound words as a whole and in parts; the last character of an ideographic run also alone. */
export function termsOf(text: string): readonly string[] {
  const terms = new Set<string>();
  for (const word of wordsOf(text)) {
    terms.add(word);
    if (innerMarks.test(word)) for (const part of word.split(innerMarks)) terms.add(part);
  }
  for (const run of runsOf(text)) {
    for (const pair of pairsOf(run)) terms.add(pair);
    terms.add(run.at(-1) ?? '');
  }
  return [...terms];
}

/** Terms that a row must have all of, each at least as the beginning of one of the row's own. */
export function queryTermsOf(text: string): readonly string[] {
  const pairs = runsOf(text).flatMap((run) => (run.length === 1 ? run : pairsOf(run)));
  return [...new Set([...wordsOf(text), ...pairs])];
}

/** Linear filter for registers that are too small to need an index; the same answer as the index gives. */
export const matches = (rowTerms: readonly string[], queryTerms: readonly string[]): boolean =>
  queryTerms.every((queryTerm) => rowTerms.some((term) => term.startsWith(queryTerm)));

const normalise = (text: string): string => text.normalize('NFKC').toLowerCase();

const wordsOf = (text: string): readonly string[] =>
  normalise(text).replace(ideographs, ' ').match(words) ?? [];

/** Each run as its characters, one code point each. */
const runsOf = (text: string): readonly (readonly string[])[] =>
  (normalise(text).match(ideographs) ?? []).map((run) => [...run]);

const pairsOf = (run: readonly string[]): readonly string[] =>
  run.slice(1).map((character, i) => `${run[i] ?? ''}${character}`);

/** Picks the telling words out of what is being typed, to look for ideas like it. */

/** Words looked up at once; more would make every pause in typing slow. */
const wordsAtMost = 4;
const shortestWord = { han: 2, other: 4 } as const;

/** Frequent words that tell nothing; short ones fall out by length. */
const emptyWords: ReadonlySet<string> = new Set(
  (
    'about after again always because before could does each every from have into just less make ' +
    'more most much need needs never nobody often only other over should some someone than that ' +
    'their them then there these they thing things this very want what when where which will with ' +
    'without would your 我们 你们 他们 这个 那个 可以 没有 需要 应该 什么 怎么 时候 因为 所以 但是 如果 每次 ' +
    '总是 经常 不能 一个 现在'
  ).split(' '),
);

/** The longest telling words, each once, at most four. */
export function tellingWords(text: string, language: string): readonly string[] {
  const words = new Set<string>();
  for (const { segment, isWordLike } of new Intl.Segmenter(language, {
    granularity: 'word',
  }).segment(text)) {
    const word = segment.toLowerCase();
    if (isWordLike === true && isTelling(word)) words.add(word);
  }
  return [...words].sort((a, b) => weight(b) - weight(a)).slice(0, wordsAtMost);
}

function isTelling(word: string): boolean {
  const shortest = isHan(word) ? shortestWord.han : shortestWord.other;
  return word.length >= shortest && !emptyWords.has(word);
}

/** A Chinese character says about as much as three letters. */
const weight = (word: string): number => (isHan(word) ? 3 * word.length : word.length);

const isHan = (word: string): boolean => /\p{Script=Han}/u.test(word);

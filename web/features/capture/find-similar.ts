/** Looks each telling word up in the register and ranks the ideas by how many of the words they share. */
import type { ListedImprovement, RegisterService, RegisterView } from '../../services/register.ts';

const ideasAtMost = 3;
/** Of each word's newest matches this many are looked at. */
const matchesPerWord = 20;
/** One shared word is chance; with only one word to go by it must do. */
const sharedAtLeast = 2;

/** Calls back with the ideas most like the words, again after each change, until stopped. */
export function findSimilar(
  register: RegisterService,
  words: readonly string[],
  onFound: (ideas: readonly ListedImprovement[]) => void,
): () => void {
  const matches = new Map<string, readonly ListedImprovement[]>();
  let stopped = false;
  if (words.length === 0) onFound([]);

  const collect = async (word: string, view: RegisterView) => {
    const rows = await view.rows(0, Math.min(view.total, matchesPerWord));
    if (stopped) return;
    matches.set(word, rows);
    if (matches.size === words.length) onFound(rankByShared([...matches.values()]));
  };

  const stops = words.map((word) => register.watch(word, (view) => void collect(word, view)));

  return () => {
    stopped = true;
    for (const stop of stops) stop();
  };
}

function rankByShared(
  matches: readonly (readonly ListedImprovement[])[],
): readonly ListedImprovement[] {
  const shared = new Map<string, { row: ListedImprovement; count: number }>();
  for (const row of matches.flat()) {
    shared.set(row.id, { row, count: (shared.get(row.id)?.count ?? 0) + 1 });
  }
  const enough = Math.min(sharedAtLeast, matches.length);
  return [...shared.values()]
    .filter(({ count }) => count >= enough)
    .sort((a, b) => b.count - a.count)
    .slice(0, ideasAtMost)
    .map(({ row }) => row);
}

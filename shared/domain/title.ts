/** How a captured text is called. */
import { limits } from './improvement.ts';

/** The first line of a text that says something, cut at a code point, never through one. */
export function titleOf(text: string): string {
  const line = text.trim().split(/\r?\n/u, 1)[0]?.trim() ?? '';
  if (line.length <= limits.titleLength) return line;
  let title = '';
  for (const character of line) {
    if (title.length + character.length > limits.titleLength - 1) break;
    title += character;
  }
  return title.trimEnd() + '…';
}

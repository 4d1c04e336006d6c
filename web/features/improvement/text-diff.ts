/** The one edit that turns a text into another: what a person just did in a text area. Offsets are UTF-16. */

export type TextEdit = { readonly at: number; readonly deleted: number; readonly inserted: string };

/**
 * The smallest edit by common prefix and suffix, never through a code point; undefined when nothing
 * changed. Where several places would do ("aa" → "aaa"), `caret`, the end of what was typed, says which.
 */
export function diffTexts(
  before: string,
  after: string,
  caret = after.length,
): TextEdit | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let suffix = 0;
  const suffixAtMost = Math.min(shorter, after.length - caret);
  while (
    suffix < suffixAtMost &&
    before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix)
  ) {
    suffix++;
  }
  let prefix = 0;
  const prefixAtMost = shorter - suffix;
  while (prefix < prefixAtMost && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix++;
  // A caret away from the edit (a drop, a tool) must not make the edit larger than it is.
  while (
    suffix < shorter - prefix &&
    before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix)
  ) {
    suffix++;
  }
  if (splitsPair(before, prefix) || splitsPair(after, prefix)) prefix--;
  if (splitsPair(before, before.length - suffix) || splitsPair(after, after.length - suffix))
    suffix--;
  return {
    at: prefix,
    deleted: before.length - suffix - prefix,
    inserted: after.slice(prefix, after.length - suffix),
  };
}

/** True when a cut at `offset` would part the two halves of a code point. */
function splitsPair(text: string, offset: number): boolean {
  const high = text.charCodeAt(offset - 1);
  const low = text.charCodeAt(offset);
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
}

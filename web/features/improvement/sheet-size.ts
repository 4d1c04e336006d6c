/** How large the letters of a printed sheet may be, so that all that was written fits on one A4 page. */

/** From so many characters on, the next smaller letters are needed. */
const sizes = [
  { upTo: 1_800, size: 'large' },
  { upTo: 3_600, size: 'middle' },
  { upTo: Infinity, size: 'small' },
] as const;
type SheetSize = (typeof sizes)[number]['size'];

export function sheetSize(texts: readonly string[]): SheetSize {
  const width = texts.reduce((sum, text) => sum + widthOf(text), 0);
  return sizes.find(({ upTo }) => width <= upTo)?.size ?? 'small';
}

/** A Chinese character takes the room of two Latin ones. */
const widthOf = (text: string): number => text.replace(/[\u2e80-\uffff]/gu, '  ').length;

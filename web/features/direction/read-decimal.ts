/** A number as people type it. */

/** '' stays ''; undefined: no number. Either mark parts whole and part; several are taken for groups of thousands. */
export function readDecimal(typed: string): number | '' | undefined {
  const text = typed.replace(/[\s’']/gu, '');
  if (text === '') return '';
  const marks = text.match(/[.,]/gu) ?? [];
  const isGrouped = marks.length > 1 && new Set(marks).size === 1;
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  const plain = isGrouped
    ? text.replace(/[.,]/gu, '')
    : last < 0
      ? text
      : `${text.slice(0, last).replace(/[.,]/gu, '')}.${text.slice(last + 1)}`;
  return /^[-−]?\d+(\.\d+)?$/u.test(plain) ? Number(plain.replace('−', '-')) : undefined;
}

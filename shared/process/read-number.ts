/** A number as people write it, whichever mark divides wholes from parts where they live. */

export type DecimalMark = '.' | ',';

/** So many digits, groups of thousands and spaces between them, one mark before parts; nothing else. */
const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/iu;

/**
 * undefined: no number. `decimal`: the mark where the reader lives; it settles what `1,250` means, and of two
 * different marks the last one divides, wherever that is.
 */
export function readNumber(typed: string, decimal: DecimalMark): number | undefined {
  const text = typed
    .normalize('NFKC')
    .replace(/−/gu, '-')
    .replace(/[\s'’]/gu, '');
  const number = withPoint(text, decimal);
  return number !== undefined && plain.test(number) ? Number(number) : undefined;
}

function withPoint(text: string, decimal: DecimalMark): string | undefined {
  const [points, commas] = [text.split('.').length - 1, text.split(',').length - 1];
  if (points > 0 && commas > 0) {
    const mark: DecimalMark = text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
    const other = mark === '.' ? ',' : '.';
    const [wholes = '', parts = ''] = text.split(mark);
    if (text.split(mark).length !== 2 || !isGrouped(wholes, other)) return undefined;
    return `${wholes.replaceAll(other, '')}.${parts}`;
  }
  const mark: DecimalMark | undefined = points > 0 ? '.' : commas > 0 ? ',' : undefined;
  if (mark === undefined) return text;
  const isThousands = points + commas > 1 || (mark !== decimal && isGrouped(text, mark));
  if (!isThousands) return text.replace(mark, '.');
  return isGrouped(text, mark) ? text.replaceAll(mark, '') : undefined;
}

const isGrouped = (text: string, mark: DecimalMark): boolean =>
  (mark === '.' ? /^[+-]?\d{1,3}(?:\.\d{3})+$/u : /^[+-]?\d{1,3}(?:,\d{3})+$/u).test(text) ||
  /^[+-]?\d+$/u.test(text);

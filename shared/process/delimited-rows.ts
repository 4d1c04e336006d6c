/** Rows of a pasted table or a CSV file (RFC 4180), whichever delimiter it was written with. */

export type DelimitedRow = {
  /** Where it begins in the text, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
};

/** What a spreadsheet puts on the clipboard comes first. */
const delimiters = ['\t', ';', ',', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** The one that stands in the first row outside of quotes; a comma where none does. */
export function guessDelimiter(text: string): Delimiter {
  const [first = ''] = text.trimStart().split(/\r?\n/u);
  const bare = first.replace(/"(?:[^"]|"")*"/gu, '');
  return delimiters.find((delimiter) => bare.includes(delimiter)) ?? ',';
}

/** Blank rows are left out. A quote that is never closed ends with the text. */
export function readRows(text: string, delimiter: Delimiter): readonly DelimitedRow[] {
  const rows: DelimitedRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let line = 1;
  let begun = 1;
  const endRow = () => {
    cells.push(cell.trim());
    if (cells.some((content) => content !== '')) rows.push({ line: begun, cells });
    cells = [];
    cell = '';
    begun = line;
  };
  const source = text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
  for (let at = 0; at < source.length; at++) {
    const letter = source.charAt(at);
    if (letter === '\n') line++;
    if (isQuoted) {
      const isEscape = letter === '"' && source.charAt(at + 1) === '"';
      if (letter !== '"' || isEscape) cell += letter;
      else isQuoted = false;
      if (isEscape) at++;
    } else if (letter === '"' && cell.trim() === '') {
      isQuoted = true;
      cell = '';
    } else if (letter === delimiter) {
      cells.push(cell.trim());
      cell = '';
    } else if (letter === '\n') endRow();
    else cell += letter;
  }
  endRow();
  return rows;
}

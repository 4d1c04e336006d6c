/** What a refused edit wanted, short enough for a list. Untrusted bytes: runs where admission runs. */
import type { TextStep } from '../../shared/document/follow-texts.ts';
import { readWishes, type Wish } from '../../shared/document/read-wishes.ts';
import type { SummaryLine } from '../../shared/protocol/quarantine.ts';

export type EditSummary = {
  readonly summary: readonly SummaryLine[];
  readonly looseTexts: readonly string[];
};

/** Of each text: enough to recognise what it is about. */
const textLength = 500;
const looseTextCount = 20;

export function describeEdit(record: readonly Uint8Array[], bytes: Uint8Array): EditSummary {
  const read = readWishes(record, [bytes]);
  return {
    summary: read.wishes.map(lineOf),
    looseTexts: read.looseTexts.slice(0, looseTextCount).map(shorten),
  };
}

function lineOf(wish: Wish): SummaryLine {
  switch (wish.type) {
    case 'text': {
      const { type, field, now, steps } = wish;
      return { type, field, ...changesIn(now, steps) };
    }
    case 'reading': {
      const { type, at, now: before, wanted } = wish;
      return { type, at, now: before, wanted };
    }
    case 'comment':
      return { ...wish, text: shorten(wish.text) };
    default:
      return wish;
  }
}

function changesIn(
  now: string,
  steps: readonly TextStep[],
): { readonly added: string; readonly removed: string } {
  let at = 0;
  const added: string[] = [];
  const removed: string[] = [];
  for (const { retain = 0, insert, delete: deleted = 0 } of steps) {
    at += retain;
    if (insert !== undefined) added.push(insert);
    if (deleted > 0) removed.push(now.slice(at, at + deleted));
    at += deleted;
  }
  return { added: shorten(added.join(' … ')), removed: shorten(removed.join(' … ')) };
}

const shorten = (text: string): string =>
  text.length <= textLength ? text : `${text.slice(0, textLength)}…`;

/** The change of a text as people read it: whole words that go and come, with a little of what stays around them. */
import type { TextStep } from '../../../shared/document/follow-texts.ts';

export type TextPart = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string };

/** Characters of what stays that are shown on either side of a change. */
const contextLength = 60;
/** Less than this is shown rather than left out. */
const worthCutting = 40;
const cutWordAtEnd = /\s\S*$/u;
const cutWordAtStart = /^\S*\s/u;

/** `steps` turn `now` into what was wanted. Empty parts are left out. */
export function wordChanges(now: string, steps: readonly TextStep[]): readonly TextPart[] {
  return shorten(joinChanges(widenToWords(regionsOf(now, steps))));
}

/** A stretch that stays the same, and what is changed right after it. */
type Region = { same: string; removed: string; added: string };

function regionsOf(now: string, steps: readonly TextStep[]): readonly Region[] {
  const regions: Region[] = [{ same: '', removed: '', added: '' }];
  let at = 0;
  for (const { retain = 0, insert = '', delete: deleted = 0 } of steps) {
    if (retain > 0) regions.push({ same: now.slice(at, at + retain), removed: '', added: '' });
    const region = regions.at(-1);
    if (region !== undefined) {
      region.added += insert;
      region.removed += now.slice(at + retain, at + retain + deleted);
    }
    at += retain + deleted;
  }
  return [...regions, { same: now.slice(at), removed: '', added: '' }];
}

/** A word of which a part changes is shown as one word that goes and one that comes. */
function widenToWords(regions: readonly Region[]): readonly Region[] {
  const widened = regions.map((region) => ({ ...region }));
  for (const [i, region] of widened.entries()) {
    if (region.removed === '' && region.added === '') continue;
    const next = widened[i + 1];
    if (startsMidWord(region)) {
      const head = wordAtEnd.exec(region.same)?.[0] ?? '';
      region.same = region.same.slice(0, region.same.length - head.length);
      region.removed = head + region.removed;
      region.added = head + region.added;
    }
    if (next !== undefined && endsMidWord(region, next)) {
      const tail = wordAtStart.exec(next.same)?.[0] ?? '';
      next.same = next.same.slice(tail.length);
      region.removed += tail;
      region.added += tail;
    }
  }
  return widened;
}

// Chinese has no spaces between words: there, characters are shown as they change.
const wordAtEnd = /(?:(?!\p{Script=Han})[\p{L}\p{N}])+$/u;
const wordAtStart = /^(?:(?!\p{Script=Han})[\p{L}\p{N}])+/u;

const startsMidWord = ({ same, removed, added }: Region): boolean =>
  wordAtEnd.test(same) && (wordAtStart.test(removed) || wordAtStart.test(added));

const endsMidWord = ({ removed, added }: Region, { same }: Region): boolean =>
  wordAtStart.test(same) && (wordAtEnd.test(removed) || wordAtEnd.test(added));

function joinChanges(regions: readonly Region[]): readonly TextPart[] {
  const parts: TextPart[] = [];
  let removed = '';
  let added = '';
  const close = () => {
    if (removed !== '') parts.push({ kind: 'removed', text: removed });
    if (added !== '') parts.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const region of regions) {
    if (region.same !== '') {
      close();
      parts.push({ kind: 'same', text: region.same });
    }
    removed += region.removed;
    added += region.added;
  }
  close();
  return parts;
}

function shorten(parts: readonly TextPart[]): readonly TextPart[] {
  return parts.map((part, i) => {
    if (part.kind !== 'same') return part;
    const before = i === 0 ? '' : part.text.slice(0, contextLength).replace(cutWordAtEnd, '');
    const isLast = i === parts.length - 1;
    const after = isLast ? '' : part.text.slice(-contextLength).replace(cutWordAtStart, '');
    const isShort = part.text.length <= before.length + after.length + worthCutting;
    return isShort ? part : { ...part, text: `${before} … ${after}` };
  });
}

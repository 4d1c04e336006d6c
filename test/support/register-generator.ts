/** A register of any size from a seed, with the words of the demo: one author, one update a record. */
import * as Y from 'yjs';
import { drawId, happens } from '../../shared/demo/chance.ts';
import { chineseWords } from '../../shared/demo/chinese-words.ts';
import { englishWords } from '../../shared/demo/english-words.ts';
import { captureText, drawSubject } from '../../shared/demo/record-cast.ts';
import { below, createRandom, pick } from '../../shared/demo/seeded-random.ts';
import type { Author } from '../../shared/document/registers.ts';
import { type ImprovementChange, writeChange } from '../../shared/document/write-change.ts';
import { writeNewImprovement } from '../../shared/document/write-new-improvement.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { workStages } from '../../shared/domain/improvement.ts';

export type GeneratedRecord = {
  readonly id: DocumentId;
  /** The whole record as one Yjs V1 update. */
  readonly update: Uint8Array;
};

export type GeneratorOptions = {
  readonly seed: number;
  readonly count: number;
  readonly author: Pick<Author, 'device' | 'actor'>;
  /** Unix ms of the newest record. */
  readonly untilMs: number;
};

const twoYearsMs = 2 * 365 * 24 * 60 * 60 * 1000;
const shareOfChinese = 0.3;

/** Oldest first, spread evenly over two years. */
export function* generateRegister(options: GeneratorOptions): Generator<GeneratedRecord> {
  const random = createRandom(options.seed);
  for (let i = 0; i < options.count; i++) {
    const ageMs = ((options.count - 1 - i) / options.count) * twoYearsMs;
    yield generateRecord(random, options.author, Math.floor(options.untilMs - ageMs));
  }
}

function generateRecord(
  random: () => number,
  who: GeneratorOptions['author'],
  atMs: number,
): GeneratedRecord {
  const author: Author = { ...who, nowMs: () => atMs };
  const words = happens(random, shareOfChinese) ? chineseWords : englishWords;
  const { title, theme, urgency, cost } = drawSubject(random, words, () => false);
  const doc = new Y.Doc();
  doc.clientID = below(random, 2 ** 32);
  writeNewImprovement(doc, captureText(random, words, { title, theme }), author);
  const write = (change: ImprovementChange) => writeChange(doc, change, author);
  write({ type: 'setEntry', field: 'tags', entry: pick(random, theme.tags), on: true });
  write({ type: 'setEntry', field: 'affectedItems', entry: theme.item, on: true });
  write({ type: 'setField', field: 'urgency', value: urgency });
  write({ type: 'setField', field: 'stage', value: pick(random, workStages) });
  if (happens(random, 0.6)) write({ type: 'setField', field: 'cost', value: cost });
  if (happens(random, 0.3)) write({ type: 'support', on: true });
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return { id: drawId<DocumentId>(random, atMs), update };
}

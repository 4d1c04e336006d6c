/** A register of any size from a seed: records as people write them, in English and Chinese. */
import * as Y from 'yjs';
import { type Author } from '../../shared/document/registers.ts';
import { writeChange, writeNewImprovement } from '../../shared/document/write-change.ts';
import { createUuidV7, type DocumentId } from '../../shared/domain/ids.ts';
import { levels, workStages } from '../../shared/domain/improvement.ts';
import { chinese, english } from './register-texts.ts';
import { below, createRandom, pick } from './seeded-random.ts';

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
  const words = random() < shareOfChinese ? chinese : english;
  const doc = new Y.Doc();
  doc.clientID = below(random, 2 ** 32);
  writeNewImprovement(doc, captureText(random, words), author);
  writeChange(
    doc,
    { type: 'setEntry', field: 'tags', entry: pick(random, words.tags), on: true },
    author,
  );
  const item = pick(random, words.items);
  writeChange(doc, { type: 'setEntry', field: 'affectedItems', entry: item, on: true }, author);
  writeChange(doc, { type: 'setField', field: 'urgency', value: pick(random, levels) }, author);
  writeChange(doc, { type: 'setField', field: 'stage', value: pick(random, workStages) }, author);
  if (random() < 0.6) {
    writeChange(doc, { type: 'setField', field: 'cost', value: pick(random, levels) }, author);
  }
  if (random() < 0.3) writeChange(doc, { type: 'support', on: true }, author);
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return { id: idAt(random, atMs), update };
}

/** A title line, then two to six sentences. */
function captureText(random: () => number, words: typeof english): string {
  const sentences = Array.from({ length: 1 + below(random, 3) }, () => [
    pick(random, words.effects),
    pick(random, words.proposals),
  ]).flat();
  const title = words.title(pick(random, words.problems), pick(random, words.places));
  return `${title}\n${words.join(sentences)}`;
}

const idAt = (random: () => number, atMs: number): DocumentId =>
  createUuidV7({
    nowMs: () => atMs,
    randomBytes: (sizeBytes) => Uint8Array.from({ length: sizeBytes }, () => below(random, 256)),
  });

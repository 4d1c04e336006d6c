/** A document that was written anew: without the passage, and with everything else as it was. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { eraseWords } from '../../../shared/document/erase-words.ts';
import { project } from '../../../shared/document/project.ts';
import { noFacts } from '../../../shared/document/projection.ts';
import { readField } from '../../../shared/document/read-document.ts';
import { rewriteWithout } from '../../../shared/document/rewrite-document.ts';
import { textOf } from '../../../shared/document/schema.ts';
import { writeChange } from '../../../shared/document/write-change.ts';
import { writeNewImprovement } from '../../../shared/document/write-new-improvement.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { createReplica, exchange } from '../../support/document-replica.ts';

const id = '00000000-0000-7000-8000-0000000000aa' as DocumentId;
const rowOf = (doc: Y.Doc) => project(id, doc, noFacts, 1);

function written(text: string) {
  const replica = createReplica(1);
  writeNewImprovement(replica.doc, text, replica.author(1));
  return replica;
}

function without(doc: Y.Doc, words: string) {
  const rewritten = rewriteWithout(doc, { type: 'words', words });
  if (rewritten === undefined) throw new Error('Words are always looked for.');
  return rewritten;
}

describe('a rewritten document', () => {
  test('keeps values that were set while apart, each as its author’s', () => {
    const [one, other] = [written('Fewer forms'), createReplica(2)];
    exchange(one.doc, other.doc);
    const set = (value: string) => ({ type: 'setField', field: 'site', value }) as const;
    writeChange(one.doc, set('Hall A'), one.author(2));
    writeChange(other.doc, set('Hall Anna'), other.author(3));
    exchange(one.doc, other.doc);
    const { doc } = without(one.doc, 'Anna');
    expect(readField(doc, 'site').standing).toMatchObject([
      { value: 'Hall ', device: other.device },
      { value: 'Hall A', device: one.device },
    ]);
  });

  test('has its choices, days, ids and numbers, whatever letters are in them', () => {
    const { doc, author } = written('An idea');
    const { device, actor } = author(2);
    writeChange(doc, { type: 'setField', field: 'dueOn', value: '2027-03-31' }, author(2));
    writeChange(doc, { type: 'setField', field: 'stage', value: 'planned' }, author(3));
    writeChange(doc, { type: 'support', on: true }, author(4));
    const before = rowOf(doc);
    for (const words of ['2027', 'planned', '0000', device, actor, 'improvement', 'hlc', 'on']) {
      expect(rowOf(without(doc, words).doc)).toEqual(before);
    }
  });

  test('has what a newer program keeps, and no passage in it', () => {
    const { doc } = written('An idea');
    doc.getMap('later').set('key', { note: 'Anna said so', count: 3, by: id });
    doc.getText('t:later').insert(0, 'Anna and Bea');
    const rewritten = without(doc, 'Anna');
    expect(rewritten.doc.getMap('later').get('key')).toEqual({
      note: ' said so',
      count: 3,
      by: id,
    });
    expect(rewritten.doc.getText('t:later').toJSON()).toBe(' and Bea');
    expect(rewritten.places).toBe(2);
  });

  test('holds the words in no byte, and says the same otherwise', () => {
    const words = fc.stringMatching(/^[abç王]{2,4}$/u);
    const text = fc.stringMatching(/^[abç王 ]{0,40}$/u).map((some) => `Idea ${some}`);
    fc.assert(
      fc.property(text, words, fc.nat(30), (some, passage, at) => {
        const { doc } = written(some);
        const description = textOf(doc, 'description');
        description.insert(Math.min(at, description.length), passage);
        const rewritten = without(doc, passage);
        const bytes = Buffer.from(Y.encodeStateAsUpdate(rewritten.doc));
        expect(bytes.includes(passage)).toBe(false);
        expect(rewritten.places).toBeGreaterThan(0);
        expect(textOf(rewritten.doc, 'description').toJSON()).toBe(
          eraseWords(description.toJSON(), passage).text,
        );
      }),
    );
  });
});

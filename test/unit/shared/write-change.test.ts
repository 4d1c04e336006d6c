/** Capturing and changing a record: what is written, and what it reads as on every device. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { limits } from '../../../shared/domain/improvement.ts';
import { project } from '../../../shared/document/project.ts';
import { noFacts } from '../../../shared/document/projection.ts';
import { readCreation, readSet, readSupporters } from '../../../shared/document/read-document.ts';
import { textOf } from '../../../shared/document/schema.ts';
import { writeChange } from '../../../shared/document/write-change.ts';
import { writeNewImprovement } from '../../../shared/document/write-new-improvement.ts';
import { titleOf } from '../../../shared/domain/title.ts';
import { createReplica, exchange } from '../../support/document-replica.ts';

const id = '01923456-789a-7000-8000-00000000abcd' as DocumentId;

describe('a captured text', () => {
  test('gives its first line to the title and all of it to the description', () => {
    const { doc, author, actor } = createReplica(1);
    writeNewImprovement(doc, 'The printer is loud\nIt stands beside the ward.', author(5000));
    const row = project(id, doc, noFacts, 6000);
    expect(row.title).toBe('The printer is loud');
    expect(textOf(doc, 'description').toString()).toBe(
      'The printer is loud\nIt stands beside the ward.',
    );
    expect(readCreation(doc)).toEqual({ at: 5000, by: actor });
    expect(row).toMatchObject({ stage: 'idea', createdAt: 5000, updatedAt: 6000, conflicts: [] });
  });

  test('with a long first line is cut in the title only, never through a character', () => {
    const { doc, author } = createReplica(1);
    const long = '改进😀'.repeat(100);
    writeNewImprovement(doc, long, author(1));
    const { title } = project(id, doc, noFacts, 1);
    expect(title.length).toBeLessThanOrEqual(limits.titleLength);
    expect(title.endsWith('…')).toBe(true);
    expect(encodeURIComponent(title), 'no half of a surrogate pair').not.toBe('');
    expect(textOf(doc, 'description').toString()).toBe(long);
  });

  test('never gives a title over the limit, nor one that is not the start of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const title = titleOf(text);
        expect(title.length).toBeLessThanOrEqual(limits.titleLength);
        expect(text.trim().startsWith(title.replace(/…$/u, ''))).toBe(true);
      }),
    );
  });
});

describe('entries of a set', () => {
  test('come and go each on its own', () => {
    const [a, b] = [createReplica(1), createReplica(2)];
    writeChange(a.doc, { type: 'setEntry', field: 'tags', entry: 'safety', on: true }, a.author(1));
    writeChange(b.doc, { type: 'setEntry', field: 'tags', entry: '噪音', on: true }, b.author(1));
    exchange(a.doc, b.doc);
    writeChange(
      b.doc,
      { type: 'setEntry', field: 'tags', entry: 'safety', on: false },
      b.author(2),
    );
    exchange(a.doc, b.doc);
    expect(readSet(a.doc, 'tags')).toEqual(['噪音']);
    expect(readSet(b.doc, 'tags')).toEqual(['噪音']);
  });
});

describe('support', () => {
  test('of several people offline is counted once each', () => {
    const replicas = [createReplica(1), createReplica(2), createReplica(3)];
    for (const { doc, author } of replicas) {
      writeChange(doc, { type: 'support', on: true }, author(1));
      writeChange(doc, { type: 'support', on: true }, author(2));
    }
    const [first, ...others] = replicas;
    for (const other of others) if (first) exchange(first.doc, other.doc);
    expect(first && readSupporters(first.doc)).toHaveLength(3);
  });
});

describe('the vote of a person with two devices', () => {
  const phone = createReplica(1);
  const desk = createReplica(2);
  const isOwn = (actor: string) => actor === phone.actor || actor === desk.actor;
  const vote = (by: typeof phone, on: boolean) => {
    writeChange(by.doc, { type: 'support', on }, { ...by.author(1000), isOwn });
    exchange(phone.doc, desk.doc);
  };
  const standing = () => readSupporters(phone.doc);

  test('is one, and is taken back on either', () => {
    vote(phone, true);
    vote(desk, true);
    expect(standing()).toEqual([phone.actor]);
    vote(desk, false);
    expect(standing()).toEqual([]);
    vote(desk, true);
    expect(standing()).toEqual([desk.actor]);
  });

  test('is taken back whole where both gave it while apart', () => {
    writeChange(phone.doc, { type: 'support', on: true }, { ...phone.author(2000), isOwn });
    writeChange(desk.doc, { type: 'support', on: true }, { ...desk.author(2000), isOwn });
    exchange(phone.doc, desk.doc);
    vote(phone, false);
    expect(standing()).toEqual([]);
  });
});

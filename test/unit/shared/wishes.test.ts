import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readCollection } from '../../../shared/document/collections.ts';
import { readComments } from '../../../shared/document/read-comments.ts';
import { readField, readSet, readSupporters } from '../../../shared/document/read-document.ts';
import { readWishes } from '../../../shared/document/read-wishes.ts';
import { readScores } from '../../../shared/document/scores.ts';
import { textOf } from '../../../shared/document/schema.ts';
import { writeChange, writeComment } from '../../../shared/document/write-change.ts';
import { writeNewImprovement } from '../../../shared/document/write-new-improvement.ts';
import { writeWishes } from '../../../shared/document/write-wishes.ts';
import type { CommentId } from '../../../shared/domain/ids.ts';
import { createReplica, type DocumentReplica, exchange } from '../../support/document-replica.ts';

const commentId = '018f0000-0000-7000-8000-0000000000c1' as CommentId;

/** What `edit` made of the document, as one update a transaction. */
function updatesOf({ doc }: DocumentReplica, edit: () => void): readonly Uint8Array[] {
  const updates: Uint8Array[] = [];
  const collect = (update: Uint8Array) => updates.push(update);
  doc.on('update', collect);
  edit();
  doc.off('update', collect);
  return updates;
}

const stateOf = ({ doc }: DocumentReplica) => [Y.encodeStateAsUpdate(doc)];

function twoWhoShare(text: string) {
  const ada = createReplica(1);
  const ben = createReplica(2);
  writeNewImprovement(ada.doc, text, ada.author(1));
  exchange(ada.doc, ben.doc);
  return { ada, ben };
}

describe('what edits wanted', () => {
  it('reads entries of lists and scores, and writes them again', () => {
    const { ada, ben } = twoWhoShare('Labels fade');
    const item = '018f0000-0000-7000-a000-000000000001';
    const edits = updatesOf(ada, () => {
      const task = { type: 'setItem', collection: 'tasks', item } as const;
      writeChange(ada.doc, { ...task, change: { title: 'Print' } }, ada.author(10));
      writeChange(ada.doc, { ...task, change: { title: 'Print again' } }, ada.author(11));
      writeChange(ada.doc, { type: 'score', criterion: 'value', value: 4 }, ada.author(12));
    });
    const { wishes } = readWishes(stateOf(ben), edits);
    const place = { collection: 'tasks', item, title: 'Print again', field: 'title' };
    expect(wishes).toEqual([
      { type: 'item', ...place, now: '', wanted: 'Print again' },
      { type: 'score', criterion: 'value', now: '', wanted: 4 },
    ]);
    writeWishes(ben.doc, wishes, { ...ben.author(20), randomBytes: (n) => new Uint8Array(n) });
    expect(readCollection(ben.doc, 'tasks').map(({ values }) => values.title)).toEqual([
      'Print again',
    ]);
    expect(readScores(ben.doc)).toMatchObject([{ by: ben.actor, value: 4 }]);
  });

  it('reads a field, an entry, a vote and a comment against the record as it is now', () => {
    const { ada, ben } = twoWhoShare('Labels fade');
    const edits = updatesOf(ada, () => {
      writeChange(ada.doc, { type: 'setField', field: 'urgency', value: 'low' }, ada.author(10));
      writeChange(ada.doc, { type: 'setField', field: 'urgency', value: 'high' }, ada.author(11));
      writeChange(
        ada.doc,
        { type: 'setEntry', field: 'tags', entry: 'ward', on: true },
        ada.author(12),
      );
      writeChange(ada.doc, { type: 'support', on: true }, ada.author(13));
      writeComment(ada.doc, { id: commentId, text: 'Also in room 4' }, ada.author(14));
    });
    writeChange(ben.doc, { type: 'setField', field: 'urgency', value: 'medium' }, ben.author(99));
    expect(readWishes(stateOf(ben), edits)).toEqual({
      wishes: [
        { type: 'field', field: 'urgency', now: 'medium', wanted: 'high' },
        { type: 'entry', field: 'tags', entry: 'ward', wanted: true },
        { type: 'support', wanted: true },
        { type: 'comment', text: 'Also in room 4' },
      ],
      looseTexts: [],
    });
  });

  it('reads the value of the edit, also where a later one under the same key has won', () => {
    const { ada, ben } = twoWhoShare('Labels fade');
    const edits = updatesOf(ada, () =>
      writeChange(ada.doc, { type: 'setField', field: 'cost', value: 'high' }, ada.author(10)),
    );
    // The same device, opened anew without the refused edit, has written the same key since.
    const anew = { ...ada, doc: new Y.Doc() };
    anew.doc.clientID = 77;
    exchange(ben.doc, anew.doc);
    writeChange(anew.doc, { type: 'setField', field: 'cost', value: 'low' }, ada.author(20));
    expect(readWishes(stateOf(anew), edits).wishes).toEqual([
      { type: 'field', field: 'cost', now: 'low', wanted: 'high' },
    ]);
  });

  it('says nothing of what the record says already', () => {
    const { ada, ben } = twoWhoShare('Labels fade');
    const edits = updatesOf(ada, () =>
      writeChange(ada.doc, { type: 'setField', field: 'cost', value: 'high' }, ada.author(10)),
    );
    writeChange(ben.doc, { type: 'setField', field: 'cost', value: 'high' }, ben.author(11));
    expect(readWishes(stateOf(ben), edits)).toEqual({ wishes: [], looseTexts: [] });
  });

  it('merges a text into what others have written since', () => {
    const { ada, ben } = twoWhoShare('Labels fade in the sun');
    const edits = updatesOf(ada, () => textOf(ada.doc, 'description').insert(0, 'Old '));
    textOf(ben.doc, 'description').insert(22, ', every June');
    const { wishes } = readWishes(stateOf(ben), edits);
    expect(wishes).toMatchObject([
      {
        type: 'text',
        now: 'Labels fade in the sun, every June',
        wanted: 'Old Labels fade in the sun, every June',
        steps: [{ insert: 'Old ' }],
      },
    ]);
  });

  it('recovers the words of an edit that builds on a lost one', () => {
    const { ada, ben } = twoWhoShare('Labels fade');
    updatesOf(ada, () => textOf(ada.doc, 'description').insert(11, ' in the sun'));
    const [later] = updatesOf(ada, () =>
      textOf(ada.doc, 'description').insert(22, ', and nobody sees it'),
    );
    const { wishes, looseTexts } = readWishes(stateOf(ben), [later ?? new Uint8Array()]);
    expect(wishes).toEqual([]);
    expect(looseTexts).toEqual([', and nobody sees it']);
  });

  it('recovers words from bytes that are no update at all, in any script', () => {
    const bytes = new TextEncoder().encode('\u0001\u0002Labels fade\u0003标签褪色了');
    expect(readWishes([], [bytes]).looseTexts).toEqual(['Labels fade', '标签褪色了']);
  });

  it('recovers words under a key that a record does not have', () => {
    const { ada, ben } = twoWhoShare('Labels fade');
    const edits = updatesOf(ada, () => {
      ada.doc.getMap('r').set(`mood|${ada.device}`, { v: 'gloomy', hlc: 'x', by: ada.actor });
      ada.doc.getMap('newer').set('note', 'From a newer version');
    });
    expect(readWishes(stateOf(ben), edits).looseTexts).toEqual(['gloomy', 'From a newer version']);
  });

  it('reads a record that was refused from its first edit on', () => {
    const ada = createReplica(1);
    writeNewImprovement(ada.doc, 'Labels fade', ada.author(1));
    expect(readWishes([], stateOf(ada)).wishes).toMatchObject([
      { type: 'field', field: 'title', now: '', wanted: 'Labels fade' },
      { type: 'text', field: 'description', now: '', wanted: 'Labels fade' },
    ]);
  });
});

describe('making them again', () => {
  it('writes all of them in one transaction under the hand that writes now', () => {
    const { ada, ben } = twoWhoShare('Labels fade in the sun');
    const edits = updatesOf(ada, () => {
      writeChange(ada.doc, { type: 'setField', field: 'urgency', value: 'high' }, ada.author(10));
      writeChange(
        ada.doc,
        { type: 'setEntry', field: 'tags', entry: 'ward', on: true },
        ada.author(12),
      );
      writeChange(ada.doc, { type: 'support', on: true }, ada.author(13));
      writeComment(ada.doc, { id: commentId, text: 'Also in room 4' }, ada.author(14));
      textOf(ada.doc, 'description').insert(0, 'Old ');
    });
    textOf(ben.doc, 'description').insert(22, ', every June');
    const { wishes } = readWishes(stateOf(ben), edits);
    const author = { ...ben.author(200), randomBytes: (size: number) => new Uint8Array(size) };
    const updates = updatesOf(ben, () => writeWishes(ben.doc, wishes, author));
    expect(updates).toHaveLength(1);
    expect(readField(ben.doc, 'urgency').value).toBe('high');
    expect(readSet(ben.doc, 'tags')).toEqual(['ward']);
    expect(readSupporters(ben.doc)).toEqual([ben.actor]);
    expect(readComments(ben.doc)).toMatchObject([{ text: 'Also in room 4', by: ben.actor }]);
    expect(textOf(ben.doc, 'description').toString()).toBe(
      'Old Labels fade in the sun, every June',
    );
    expect(readWishes(stateOf(ben), edits).wishes).toMatchObject([
      // Somebody else's vote stays theirs to cast.
      { type: 'support' },
      { type: 'text' },
      { type: 'comment' },
    ]);
  });
});

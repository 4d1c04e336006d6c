/** Measures: what their id says, how readings are corrected, and what a row tells of them. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import * as Y from 'yjs';
import {
  type MeasureChange,
  projectMeasure,
  readMeasure,
  writeMeasureChange,
  writeNewMeasure,
} from '../../../shared/document/measure-document.ts';
import { projectDocument } from '../../../shared/document/project-document.ts';
import { noFacts } from '../../../shared/document/projection.ts';
import { readWishes } from '../../../shared/document/read-wishes.ts';
import { rewriteWithout } from '../../../shared/document/rewrite-document.ts';
import { writeWishes } from '../../../shared/document/write-wishes.ts';
import { createDocumentId, kindOfDocument } from '../../../shared/domain/document-kinds.ts';
import { createUuidV7, type DocumentId, isUuid } from '../../../shared/domain/ids.ts';
import { createReplica, exchange } from '../../support/document-replica.ts';
import { systemDeps } from '../../support/sync-core.ts';

const workspace = '01900000-0000-7000-8000-000000000000';
const newId = () => createUuidV7<string>(systemDeps);

describe('what a document is about', () => {
  test('follows from its id', () => {
    const id = createDocumentId('measure', systemDeps);
    expect(isUuid(id)).toBe(true);
    expect(kindOfDocument(id, workspace)).toBe('measure');
    expect(kindOfDocument(newId() as DocumentId, workspace)).toBe('improvement');
    expect(kindOfDocument(workspace as DocumentId, workspace)).toBe('workspace');
  });

  test('is never a record where a later program made it', () => {
    const id = '01900000-0000-8200-8000-000000000000' as DocumentId;
    const kind = kindOfDocument(id, workspace);
    expect(kind).toBe('other');
    expect(projectDocument({ kind, id }, new Y.Doc(), noFacts, 0)).toEqual({ id, type: 'other' });
  });

  test('ids of measures sort by when they were made', () => {
    const at = (ms: number) => createDocumentId('measure', { ...systemDeps, nowMs: () => ms });
    expect(at(1_000) < at(2_000)).toBe(true);
  });
});

const days = ['2027-03-01', '2027-03-02', '2027-03-03'] as const;

function begin() {
  const replica = createReplica(1);
  writeNewMeasure(replica.doc, { name: 'Waiting time', unit: 'min' }, replica.author(1_000));
  const take = (value: number, at: string = days[0], nowMs = 2_000) => {
    const id = newId();
    const entries = [{ id, at, value, note: '' }];
    writeMeasureChange(replica.doc, { type: 'writeReadings', entries }, replica.author(nowMs));
    return id;
  };
  const correct = (replaces: string, change: object, nowMs = 3_000) => {
    const entries = [{ id: newId(), replaces, at: days[0], value: 0, note: '', ...change }];
    writeMeasureChange(replica.doc, { type: 'writeReadings', entries }, replica.author(nowMs));
  };
  return { ...replica, take, correct, readings: () => readMeasure(replica.doc).readings };
}

describe('readings', () => {
  it('stand in the order of time, whenever they were written down', () => {
    const { take, readings } = begin();
    take(2, days[1]);
    take(1, days[0]);
    take(3, `${days[1]}T08:00`);
    expect(readings().map(({ value }) => value)).toEqual([1, 2, 3]);
  });

  it('are corrected by an entry of their own, and keep their id', () => {
    const { take, correct, readings, doc } = begin();
    const id = take(50);
    correct(id, { value: 5, note: 'Misread' });
    expect(readings()).toMatchObject([{ id, value: 5, note: 'Misread', isCorrected: true }]);
    correct(id, { removed: true });
    expect(readings()).toEqual([]);
    correct(id, { value: 6 });
    expect(readings()).toMatchObject([{ id, value: 6 }]);
    expect(doc.getMap('readings').size).toBe(4);
  });

  it('are the same on every replica, in whichever order corrections come', () => {
    const step = fc.record({
      replica: fc.nat(2),
      value: fc.nat(9),
      nowMs: fc.integer({ min: 1, max: 5 }),
      of: fc.nat(3),
      removed: fc.boolean(),
      meets: fc.option(fc.nat(2), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const replicas = [1, 2, 3].map(createReplica);
        const begun: string[] = [];
        for (const { replica: at, value, nowMs, of, removed, meets } of steps) {
          const replica = replicas[at];
          if (replica === undefined) continue;
          const replaces = begun[of];
          const entry = { id: newId(), at: days[0], value, note: '' };
          const correction = replaces && { replaces, ...(removed && { removed: true as const }) };
          if (replaces === undefined) begun.push(entry.id);
          const entries = [{ ...entry, ...correction }];
          writeMeasureChange(
            replica.doc,
            { type: 'writeReadings', entries },
            replica.author(nowMs),
          );
          const other = meets === undefined ? undefined : replicas[meets];
          if (other !== undefined) exchange(replica.doc, other.doc);
        }
        for (const a of replicas) for (const b of replicas) exchange(a.doc, b.doc);
        const [first, ...others] = replicas.map(({ doc }) => readMeasure(doc).readings);
        for (const other of others) expect(other).toEqual(first);
      }),
    );
  });

  it('of a scale say where they stand on it, also when a label was taken out since', () => {
    const { doc, author, readings } = begin();
    const change = (asked: MeasureChange) => writeMeasureChange(doc, asked, author(2_000));
    const labels = ['Bad', 'Fair', 'Good'].map((title, i) => {
      const item = newId();
      const values = { title, order: `a${i}` };
      change({ type: 'setItem', collection: 'scale', item, change: values });
      return item;
    });
    const [bad = '', fair = '', good = ''] = labels;
    for (const value of [good, fair]) {
      change({ type: 'writeReadings', entries: [{ id: newId(), at: days[0], value, note: '' }] });
    }
    change({ type: 'setItem', collection: 'scale', item: fair, change: { removed: 'yes' } });
    change({ type: 'setItem', collection: 'scale', item: bad, change: { removed: 'yes' } });
    expect(readMeasure(doc).scale.map(({ title }) => title)).toEqual(['Fair', 'Good']);
    expect(
      readings()
        .map(({ value, label }) => [value, label])
        .toSorted(),
    ).toEqual([
      [1, fair],
      [2, good],
    ]);
  });

  it('are passed over where they are nonsense', () => {
    const { doc, readings, take } = begin();
    take(1);
    const map = doc.getMap('readings');
    const good = { at: days[0], value: 1, by: newId(), hlc: '000000000001-0000' };
    const bad = [
      { ...good, at: '2027-02-30' },
      { ...good, at: '2027-03-01T24:00' },
      { ...good, value: Number.NaN },
      { ...good, value: 1e13 },
      { ...good, value: 'much' },
      { ...good, hlc: 'now' },
      { ...good, removed: true },
      { ...good, note: 'x'.repeat(501) },
      7,
      null,
    ];
    for (const stored of bad) map.set(newId(), stored);
    map.set('no id', good);
    expect(readings()).toHaveLength(1);
  });
});

describe('a row', () => {
  const rowOf = (doc: Y.Doc) => projectMeasure(workspace as DocumentId, doc, 9);

  it('tells the latest reading and when the next is due', () => {
    const { doc, take, author } = begin();
    expect(rowOf(doc)).toMatchObject({ name: 'Waiting time', count: 0, recent: [], dueOn: '' });
    const set = (field: 'every' | 'period' | 'archived', value: never) =>
      writeMeasureChange(doc, { type: 'setField', field, value }, author(2_000));
    set('every', 1 as never);
    expect(rowOf(doc).dueOn).toBe('1970-01-01');
    set('period', 'month' as never);
    take(7, '2027-01-31T09:30');
    expect(rowOf(doc)).toMatchObject({
      latest: { at: '2027-01-31T09:30', value: 7 },
      recent: [7],
      count: 1,
      dueOn: '2027-02-28',
    });
    set('period', 'week' as never);
    expect(rowOf(doc).dueOn).toBe('2027-02-07');
    set('archived', 'yes' as never);
    expect(rowOf(doc).dueOn).toBe('');
  });

  it('of any document is a row', () => {
    const doc = new Y.Doc();
    doc.getMap('r').set('name|x', 7);
    doc.getMap('f').set('createdAt', 'never');
    expect(rowOf(doc)).toMatchObject({ name: '', count: 0, createdAt: 0, scale: [] });
  });
});

describe('a measure that is written anew, to erase words', () => {
  it('loses them from its name and notes, and no value, day or id', () => {
    const { doc, take, correct, author } = begin();
    const id = take(7);
    correct(id, { value: 12, note: 'Anna counted 12' });
    const rename = { type: 'setField', field: 'name', value: 'Anna’s queue' } as const;
    writeMeasureChange(doc, rename, author(4_000));
    const { doc: anew } = rewriteWithout(doc, { type: 'words', words: 'Anna' }) ?? { doc };
    expect(readMeasure(anew).values.name).toBe('’s queue');
    expect(readMeasure(anew).readings).toMatchObject([{ id, value: 12, note: ' counted 12' }]);
    const { doc: same } = rewriteWithout(doc, { type: 'words', words: '2027-03' }) ?? { doc };
    expect(readMeasure(same)).toEqual(readMeasure(doc));
  });
});

describe('edits of a measure that were not accepted', () => {
  it('say what they wanted, and are made again', () => {
    const { doc, take, correct, author } = begin();
    const kept = take(4, days[1]);
    const before = Y.encodeStateAsUpdate(doc);
    const vector = Y.encodeStateVector(doc);
    const field: MeasureChange = { type: 'setField', field: 'target', value: 20 };
    writeMeasureChange(doc, field, author(4_000));
    correct(kept, { value: 5, at: days[1] });
    const fresh = take(6, days[2]);
    correct(fresh, { value: 7, at: days[2], note: 'Late' });
    const gone = take(9);
    correct(gone, { removed: true });
    const edits = Y.encodeStateAsUpdate(doc, vector);
    const { wishes, looseTexts } = readWishes([before], [edits]);
    expect(looseTexts).toEqual([]);
    expect(wishes).toMatchObject([
      { type: 'setting', field: 'target', now: '', wanted: 20 },
      { type: 'reading', at: days[1], now: 4, wanted: 5 },
      { type: 'reading', at: days[2], now: '', wanted: 7 },
    ]);
    const anew = createReplica(2);
    Y.applyUpdate(anew.doc, before);
    writeWishes(anew.doc, wishes, { ...anew.author(9_000), randomBytes: systemDeps.randomBytes });
    const { readings, values } = readMeasure(anew.doc);
    expect(values.target).toBe(20);
    expect(readings.map(({ value, note }) => [value, note])).toEqual([
      [5, ''],
      [7, 'Late'],
    ]);
  });
});

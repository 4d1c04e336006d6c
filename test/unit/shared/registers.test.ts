/** Multi-value registers: what was set while apart stands side by side until a person chooses. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readRegister } from '../../../shared/document/registers.ts';
import { readField } from '../../../shared/document/read-document.ts';
import { registersOf } from '../../../shared/document/schema.ts';
import { writeChange } from '../../../shared/document/write-change.ts';
import { createReplica, exchange } from '../../support/document-replica.ts';

const setTitle = (value: string) => ({ type: 'setField', field: 'title', value }) as const;

describe('a register', () => {
  test('reads as its default until somebody sets it', () => {
    const { doc } = createReplica(1);
    expect(readField(doc, 'title')).toEqual({ value: '', standing: [] });
    expect(readField(doc, 'stage').value).toBe('idea');
  });

  test('keeps one value when the later writer has seen the earlier', () => {
    const [a, b] = [createReplica(1), createReplica(2)];
    writeChange(a.doc, setTitle('Loud printer'), a.author(1000));
    exchange(a.doc, b.doc);
    writeChange(b.doc, setTitle('Quiet printer'), b.author(500));
    exchange(a.doc, b.doc);
    for (const { doc } of [a, b]) {
      expect(readField(doc, 'title').standing.map((entry) => entry.value)).toEqual([
        'Quiet printer',
      ]);
    }
  });

  test('keeps both values when two devices set it apart, the later stamp first', () => {
    const [a, b] = [createReplica(1), createReplica(2)];
    writeChange(a.doc, setTitle('from a'), a.author(1000));
    writeChange(b.doc, setTitle('from b'), b.author(2000));
    exchange(a.doc, b.doc);
    for (const { doc } of [a, b]) {
      const field = readField(doc, 'title');
      expect(field.value).toBe('from b');
      expect(field.standing.map((entry) => [entry.value, entry.by])).toEqual([
        ['from b', b.actor],
        ['from a', a.actor],
      ]);
    }
  });

  test('is agreed again once a person has chosen', () => {
    const [a, b] = [createReplica(1), createReplica(2)];
    writeChange(a.doc, setTitle('from a'), a.author(1000));
    writeChange(b.doc, setTitle('from b'), b.author(2000));
    exchange(a.doc, b.doc);
    writeChange(a.doc, setTitle('from a'), a.author(3000));
    exchange(a.doc, b.doc);
    expect(readField(b.doc, 'title').standing.map((entry) => entry.value)).toEqual(['from a']);
  });

  test('passes over nonsense in its place', () => {
    const { doc, author } = createReplica(1);
    writeChange(doc, setTitle('kept'), author(1));
    const registers = registersOf(doc);
    registers.set('title|x', 7);
    registers.set('title|y', { v: 'no stamp', by: 'y' });
    registers.set('title|z', { v: 12, hlc: '0000000000ff-0000', by: 'z' });
    registers.set('|', { v: 'no field', hlc: '0000000000ff-0000', by: 'z' });
    expect(readField(doc, 'title').standing.map((entry) => entry.value)).toEqual(['kept']);
  });

  test('no value set by anybody is lost before somebody who saw it replaces it', () => {
    const step = fc.record({ who: fc.nat(2), meets: fc.nat(2), writes: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const replicas = [createReplica(1), createReplica(2), createReplica(3)];
        const replaced = new Set<unknown>();
        const written: string[] = [];
        steps.forEach(({ who, meets, writes }, index) => {
          const replica = replicas[who];
          const other = replicas[meets];
          if (replica === undefined || other === undefined) return;
          if (!writes) return exchange(replica.doc, other.doc);
          for (const entry of readRegister(registersOf(replica.doc), 'title')) {
            replaced.add(entry.value);
          }
          writeChange(replica.doc, setTitle(`v${index}`), replica.author(1000 + index));
          written.push(`v${index}`);
        });
        for (const a of replicas) for (const b of replicas) exchange(a.doc, b.doc);
        for (const a of replicas) for (const b of replicas) exchange(a.doc, b.doc);
        const expected = written.filter((value) => !replaced.has(value)).sort();
        for (const { doc } of replicas) {
          const values = readField(doc, 'title').standing.map((entry) => entry.value as string);
          expect(values.sort()).toEqual(expected);
        }
      }),
    );
  });
});

test('a reopened document gives the same reading', () => {
  const { doc, author } = createReplica(1);
  writeChange(doc, setTitle('from disk'), author(1));
  const reopened = new Y.Doc();
  Y.applyUpdate(reopened, Y.encodeStateAsUpdate(doc));
  expect(readField(reopened, 'title')).toEqual(readField(doc, 'title'));
});

/** What fields and sets of a record take, and what they refuse. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { isDay } from '../../../shared/domain/day.ts';
import type { ActorId, DeviceId, DocumentId } from '../../../shared/domain/ids.ts';
import type { RegisterField } from '../../../shared/domain/improvement.ts';
import { registerFields, setFields } from '../../../shared/domain/record-fields.ts';
import { isFieldValue, isSetEntry } from '../../../shared/document/field-values.ts';
import { project } from '../../../shared/document/project.ts';
import { noFacts } from '../../../shared/document/projection.ts';
import { readFields } from '../../../shared/document/read-document.ts';
import { writeChange } from '../../../shared/document/write-change.ts';

const person = '01990000-0000-7000-8000-00000000000b';
const author = {
  nowMs: () => 1_700_000_000_000,
  device: '01990000-0000-7000-8000-00000000000c' as DeviceId,
  actor: person as ActorId,
};

describe('isFieldValue', () => {
  test('takes the value that a field has before anybody sets it', () => {
    const unset = readFields(new Y.Doc());
    for (const field of registerFields) expect(isFieldValue(field, unset[field].value)).toBe(true);
  });

  test.each<[RegisterField, string]>([
    ['value', 'huge'],
    ['effort', 'HIGH'],
    ['dueOn', '2027-02-30'],
    ['dueOn', '31.03.2027'],
    ['route', 'magic'],
    ['source', 'rumour'],
    ['team', 'x'.repeat(81)],
    ['waitingForRequester', 'perhaps'],
    ['routine', 'scrum'],
    ['kataAchieveBy', 'soon'],
  ])('refuses as %s: %s', (field, value) => expect(isFieldValue(field, value)).toBe(false));

  test('refuses what is no text in every field', () => {
    fc.assert(
      fc.property(fc.constantFrom(...registerFields), fc.anything(), (field, value) => {
        fc.pre(typeof value !== 'string');
        expect(isFieldValue(field, value)).toBe(false);
      }),
    );
  });
});

describe('isSetEntry', () => {
  test('takes persons as stakeholders and watchers, and the six areas of impact', () => {
    expect(isSetEntry('watchers', person)).toBe(true);
    expect(isSetEntry('stakeholders', 'Ana')).toBe(false);
    expect(isSetEntry('objectives', 'Shorter queues')).toBe(false);
    expect(isSetEntry('impactAreas', 'risk')).toBe(true);
    expect(isSetEntry('impactAreas', 'fame')).toBe(false);
  });

  test('refuses a blank entry in every set', () => {
    for (const field of setFields) expect(isSetEntry(field, '  ')).toBe(false);
  });
});

describe('isDay', () => {
  test('agrees with the calendar on every day it names', () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_135_596_800, max: 253_402_300_799 }), (seconds) => {
        expect(isDay(new Date(seconds * 1000).toISOString().slice(0, 10))).toBe(true);
      }),
    );
  });

  test.each(['2027-02-29', '2027-13-01', '2027-00-10', '2027-04-31', '', '2027-4-1'])(
    'refuses %s',
    (text) => expect(isDay(text)).toBe(false),
  );
});

describe('project', () => {
  test('gives lists the size, due day and team of a record, and leaves out what is not set', () => {
    const doc = new Y.Doc();
    const id = '01990000-0000-7000-8000-00000000000a' as DocumentId;
    expect(project(id, doc, noFacts, 0)).not.toHaveProperty('value');
    writeChange(doc, { type: 'setField', field: 'value', value: 'high' }, author);
    writeChange(doc, { type: 'setField', field: 'dueOn', value: '2027-03-31' }, author);
    writeChange(doc, { type: 'setEntry', field: 'watchers', entry: person, on: true }, author);
    writeChange(doc, { type: 'setEntry', field: 'objectives', entry: id, on: true }, author);
    writeChange(doc, { type: 'setField', field: 'routine', value: 'kata' }, author);
    expect(project(id, doc, noFacts, 0)).toMatchObject({
      value: 'high',
      dueOn: '2027-03-31',
      watchers: [person],
      objectives: [id],
      routine: 'kata',
    });
  });
});

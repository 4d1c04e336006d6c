/** Measures on the server: their rules, their history, and that they are no improvements. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { roots } from '../../../../shared/document/schema.ts';
import { createUuidV7, type DocumentId } from '../../../../shared/domain/ids.ts';
import type { Role } from '../../../../shared/domain/person.ts';
import { commandOn } from '../../../support/commands.ts';
import { beginMeasureOn, openMeasureOn } from '../../../support/measure-on-device.ts';
import { captureOn } from '../../../support/record-on-device.ts';
import { recordRow } from '../../../support/record-row.ts';
import {
  type CoreDevice,
  createSyncCore,
  type SyncCore,
  systemDeps,
} from '../../../support/sync-core.ts';

let core: SyncCore;
beforeEach(() => {
  core = createSyncCore();
});
afterEach(() => core.close());

const as = (...roles: readonly Role[]) => core.join('Ada', roles);

async function push(from: CoreDevice, docId: DocumentId, ...updates: readonly Uint8Array[]) {
  const request = from.pushOf(updates.map((bytes) => ({ docId, bytes })));
  const answer = await core.replication.push(from.session, request);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.results.map((result) =>
    result.type === 'refused' ? `${result.code}: ${result.message}` : result.type,
  );
}

async function pull(reader: CoreDevice) {
  const request = { proto: 1, epoch: null, cursor: null, peopleVersion: 0 };
  const answer = await core.replication.pull(reader.session, request);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

it('come with their row to every member, and to no guest', async () => {
  const ada = await as('contributor');
  const measure = beginMeasureOn(ada.session);
  expect(await push(ada, measure.docId, measure.first, measure.take('2027-03-01', 7))).toEqual([
    'ok',
    'ok',
  ]);
  expect((await pull(await as('coach'))).items).toMatchObject([
    {
      docId: measure.docId,
      facts: { ref: '' },
      row: { type: 'measure', name: 'Waiting time', count: 1, latest: { value: 7 } },
    },
  ]);
  expect((await pull(await as('guest'))).items).toEqual([]);
});

it('are no improvements: they have no reference, no count knows of them, and nothing is decided about them', async () => {
  const ada = await as('coordinator');
  const [measure, other] = [beginMeasureOn(ada.session), beginMeasureOn(ada.session)];
  expect(await push(ada, measure.docId, measure.first)).toEqual(['ok']);
  expect(await push(ada, other.docId, other.first)).toEqual(['ok']);
  const idea = captureOn(ada.session, 'An idea');
  await push(ada, idea.docId, idea.first);
  const { items, total } = await pull(ada);
  expect(total).toBe(1);
  const [record] = items.filter((item) => item.docId === idea.docId);
  expect(record && recordRow(record).ref).toBe('CI-1');
  const command = commandOn({ type: 'withdraw' }, {} as never);
  const uid = newId() as never;
  const request = ada.pushOf([{ docId: measure.docId, uid, command }]);
  const answer = await core.replication.push(ada.session, request);
  expect(answer).toMatchObject({ value: { results: [{ type: 'refused', code: 'notAllowed' }] } });
});

it('of a kind that this server does not know are refused whole', async () => {
  const ada = await as('admin');
  const docId = '01900000-0000-8200-8000-000000000000' as DocumentId;
  const unknown = captureOn(ada.session, 'A workshop');
  expect(await push(ada, docId, unknown.first)).toEqual([
    'badValue: This server does not know documents of this kind.',
  ]);
});

describe('an update of a measure', () => {
  it('tells its history in words', async () => {
    const ada = await as('coordinator');
    const measure = beginMeasureOn(ada.session);
    const taken = measure.write({ at: '2027-03-01', value: 70, note: '' });
    const { bytes: corrected } = measure.write({
      at: '2027-03-01',
      value: 7,
      note: 'Misread',
      replaces: taken.id,
    });
    const renamed = measure.rename('Time at the desk');
    await push(ada, measure.docId, measure.first, taken.bytes, corrected, renamed);
    const query = { before: undefined, limit: 9, fields: undefined };
    const { id } = core.store.lineage.workspace;
    const told = await core.store.readHistory(id, measure.docId, query);
    expect(told?.entries.map(({ changes }) => changes)).toMatchObject([
      [{ type: 'field', field: 'name', old: 'Waiting time', new: 'Time at the desk' }],
      [{ type: 'reading', at: '2027-03-01', old: 70, new: 7 }],
      [{ type: 'reading', at: '2027-03-01', old: '', new: 70 }],
      expect.anything(),
    ]);
  });

  const forgeries: Readonly<
    Record<string, readonly [(copy: ReturnType<typeof openMeasureOn>, own: string) => void, string]>
  > = {
    'takes a reading in another name': [
      ({ doc }) => doc.getMap(roots.readings).set(newId(), reading(newId())),
      'foreignKey',
    ],
    'writes over a reading': [
      ({ doc }, own) => {
        const [id = ''] = doc.getMap(roots.readings).keys();
        doc.getMap(roots.readings).set(id, reading(own));
      },
      'badValue',
    ],
    'deletes a reading': [
      ({ doc }) => {
        const [id = ''] = doc.getMap(roots.readings).keys();
        doc.getMap(roots.readings).delete(id);
      },
      'badValue',
    ],
    'takes a reading that is none': [
      ({ doc }, own) => doc.getMap(roots.readings).set(newId(), { ...reading(own), value: '7 h' }),
      'badValue',
    ],
    'writes what a record has': [
      ({ doc }, own) => doc.getMap(roots.votes).set(own, { on: true, hlc: '000000000001-0000' }),
      'badValue',
    ],
    'gives a field a value that it does not take': [
      ({ change }) => change({ type: 'setField', field: 'every', value: 0 }),
      'badValue',
    ],
    'says that it is an improvement': [
      ({ doc }) => doc.getMap(roots.scalars).set('type', 'improvement'),
      'badValue',
    ],
  };

  it.each(Object.keys(forgeries))('is refused when it %s', async (name) => {
    const [forge, code] = forgeries[name] ?? [() => undefined, ''];
    const ada = await as('admin');
    const measure = beginMeasureOn(ada.session);
    const updates = [measure.first, measure.take('2027-03-01', 7)];
    await push(ada, measure.docId, ...updates);
    const copy = openMeasureOn(ada.session, measure.docId, updates);
    const bytes = copy.edit(() => forge(copy, ada.session.actor));
    const [answer = ''] = await push(ada, measure.docId, bytes);
    expect(answer).toMatch(new RegExp(`^${code}: `));
  });
});

const newId = () => createUuidV7<string>(systemDeps);
const reading = (by: string) => ({ at: '2027-03-01', value: 7, by, hlc: '000000000001-0000' });
